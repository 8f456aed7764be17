// Registers as people leave them: each ends in a finding or in one clear problem, and nothing is half written.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, test } from 'vitest';
import { LOCAL } from '../../cli/local-google.ts';
import { Problem } from '../../rules/problem.ts';
import type { Columns, Tab } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { apisOf } from '../local-workspace/client.ts';
import { aRegister, aTrial, aTurn, cellsOf, keyOf, ledgerOf, sentOf, type Trial } from './a-trial.ts';

const SENT = [['quy-ky/05545/bao-cao-nam/2024/1', 'Đã gửi số liệu']];

const edit = ({ clients }: Trial, register: string, ...requests: sheets_v4.Schema$Request[]) =>
  clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });

const headerCell = (tab: Tab<Columns>, column: string, text: string): sheets_v4.Schema$Request =>
  cell(
    tab,
    (tab.headerRow ?? 1) - 1,
    Object.keys(tab.columns)
      .filter((key) => !tab.columns[key]?.optional)
      .indexOf(column),
    text,
  );

const cell = ({ sheetId }: Tab<Columns>, rowIndex: number, columnIndex: number, text: string): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});

const drop = ({ sheetId }: Tab<Columns>): sheets_v4.Schema$Request => ({ deleteSheet: { sheetId } });

/** The calls since then that change anything. */
const writesSince = ({ workspace }: Trial, from: number): string[] =>
  workspace.log
    .slice(from)
    .map(({ method }) => method)
    .filter((method) => /batchUpdate$|create|send|delete/i.test(method));

/** The turn's problem. Throws when there was none. */
async function problemOf(trial: Trial, register: string): Promise<Problem> {
  const outcome = await aTurn(register, trial).catch((error: unknown) => error);
  if (outcome instanceof Problem) return outcome;
  throw new Error(`no problem: ${JSON.stringify(outcome)}`);
}

const findingsOf = async (trial: Trial, register: string): Promise<string[]> =>
  (await cellsOf(trial, register, TABS.findings.title)).slice(1).map((row) => row.join(' | '));

describe('a damaged data tab is a finding, and the report goes out all the same', () => {
  test.each([
    ['a tab that was deleted', drop(TABS.members), 'Thành viên'],
    ['a header that was renamed', headerCell(TABS.members, 'name', 'Tên gọi'), 'Họ và tên'],
    ['a header that stands twice', headerCell(TABS.members, 'sex', TABS.members.columns.name.header), 'Họ và tên'],
  ] as const)('%s', async (_what, request, named) => {
    const trial = await aTrial();
    const register = await aRegister(trial);
    await edit(trial, register, request);
    await aTurn(register, trial);
    const findings = await findingsOf(trial, register);
    expect(
      findings.filter((line) => line.startsWith('Phải sửa') && line.includes(named) && line.includes('Đề nghị')).length,
    ).toBeGreaterThan(0);
    expect(await ledgerOf(trial, register)).toEqual(SENT);
    expect((await sentOf(trial)).length).toBe(1);
    expect(await aTurn(register, trial)).toMatchObject({ lines: [] });
  });
});

test('a tab that was renamed is read all the same', async () => {
  const trial = await aTrial();
  const [register, other] = [await aRegister(trial), await aRegister(trial)];
  const properties = { sheetId: TABS.members.sheetId, title: 'DS hội viên 2024' };
  await edit(trial, register, { updateSheetProperties: { properties, fields: 'title' } });
  await aTurn(register, trial);
  await aTurn(other, trial);
  expect((await findingsOf(trial, register)).length).toBe((await findingsOf(trial, other)).length);
});

describe('an owned tab that was deleted', () => {
  test.each([
    ['the ledger', TABS.reports],
    ['the frozen figures', TABS.frozen],
  ] as const)('%s: nobody can say what was sent, so nothing is', async (_what, tab) => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    await edit(trial, register, drop(tab));
    expect(await aTurn(register, trial)).toMatchObject({ lines: [] });
    expect(await sentOf(trial)).toEqual([]);
  });

  test.each([
    ['the ledger', TABS.reports],
    ['the frozen figures', TABS.frozen],
  ] as const)('%s, after a report was sent: it is not sent again', async (_what, tab) => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    await aTurn(register, trial);
    await edit(trial, register, drop(tab));
    await aTurn(register, trial);
    expect((await sentOf(trial)).length).toBe(1);
  });

  test.each([
    ['progress', TABS.progress],
    ['findings', TABS.findings],
    ['what is to be done', TABS.todo],
  ] as const)('%s: the report goes out, and the other tabs are written', async (_what, tab) => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    await edit(trial, register, drop(tab));
    await aTurn(register, trial);
    expect(await ledgerOf(trial, register)).toEqual(SENT);
    const other = tab.sheetId === TABS.progress.sheetId ? TABS.findings : TABS.progress;
    expect((await cellsOf(trial, register, other.title)).length).toBeGreaterThan(1);
  });
});

test('a ledger line that somebody removed is not sent again, and a person is asked', async () => {
  const trial = await aTrial();
  const register = await aRegister(trial, undefined, 'few');
  await aTurn(register, trial);
  const range = { sheetId: TABS.reports.sheetId, startRowIndex: 1, endRowIndex: 2 };
  await edit(trial, register, { updateCells: { range, fields: 'userEnteredValue' } });
  await aTurn(register, trial);
  expect((await sentOf(trial)).length).toBe(1);
  expect(JSON.stringify(await cellsOf(trial, register, TABS.todo.title))).toContain('chưa rõ thư đã được gửi hay chưa');
});

describe('a plan that is not the one provisioning put there', () => {
  const column = (key: string) => Object.keys(TABS.plan.columns).indexOf(key);
  test.each([
    ['edited', cell(TABS.plan, 1, column('json'), '{"id":"quy-ky"}')],
    ['without its tab', drop(TABS.plan)],
    ['emptied', { updateCells: { range: { sheetId: TABS.plan.sheetId, startRowIndex: 1 }, fields: 'userEnteredValue' } }],
  ] as const)('%s: a clear problem, and no cell is changed', async (_what, request) => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    await edit(trial, register, request);
    const before = trial.workspace.log.length;
    const problem = await problemOf(trial, register);
    expect(problem).toMatchObject({ code: 'PLAN_UNREADABLE', kind: 'conflict' });
    expect(problem.user).toContain('Đề nghị');
    expect(writesSince(trial, before)).toEqual([]);
    expect(await sentOf(trial)).toEqual([]);
  });

  test('a text that is no JSON under a hash that fits: the problem quotes none of it', async () => {
    const { planToRows } = await import('../../rules/register/plan-text.ts');
    const { sha256Hex } = await import('../../rules/hash.ts');
    expect(planToRows('{"version":1}').length).toBe(1);
    const text = 'Hoàng Thị Lan';
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const empty = { updateCells: { range: { sheetId: TABS.plan.sheetId, startRowIndex: 2 }, fields: 'userEnteredValue' } };
    await edit(trial, register, empty, cell(TABS.plan, 1, column('json'), text), cell(TABS.plan, 1, column('hash'), sha256Hex(text)));
    const problem = await problemOf(trial, register);
    expect(problem.code).toBe('PLAN_UNREADABLE');
    expect(problem.message + problem.user).not.toContain('Lan');
  });
});

describe('a copied workbook', () => {
  test.each(['before its original has sent', 'after its original has sent'])(
    'made %s sends nothing, not even a year later',
    async (when) => {
      const trial = await aTrial();
      const register = await aRegister(trial, undefined, 'few');
      if (when.startsWith('after')) await aTurn(register, trial);
      const { data } = await apisOf(trial.workspace, LOCAL.service).drive.files.copy({
        fileId: register,
        requestBody: { name: 'Bản sao' },
      });
      const before = (await sentOf(trial)).length;
      expect(await aTurn(data.id ?? '', trial)).toMatchObject({ lines: [] });
      trial.clock.now = (trial.clock.now + 366 * 86_400_000) as typeof trial.clock.now;
      expect(await aTurn(data.id ?? '', trial)).toMatchObject({ lines: [] });
      expect((await sentOf(trial)).length).toBe(before);
    },
  );
});

describe('facts of the unit that are missing', () => {
  const emptied = (item: string, rows: unknown[][]): sheets_v4.Schema$Request[] =>
    rows.flatMap((row, index) =>
      String(row[0]) === item
        ? [
            {
              updateCells: {
                range: { sheetId: TABS.unitInfo.sheetId, startRowIndex: index, endRowIndex: index + 1 },
                fields: 'userEnteredValue',
              },
            },
          ]
        : [],
    );

  test.each([
    ['Nơi nhận báo cáo', 'recipient'],
    ['Đầu mối liên hệ', 'contact'],
  ])('%s: no report goes out, and Việc cần làm says what to fill in', async (_label, item) => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const { UNIT_ITEMS } = await import('../../rules/register/choice-lists.ts');
    const label = UNIT_ITEMS.from === 'list' ? UNIT_ITEMS.choices.find(({ key }) => key === item)?.label : undefined;
    await edit(trial, register, ...emptied(label ?? '', await cellsOf(trial, register, TABS.unitInfo.title)));
    await aTurn(register, trial);
    expect((await sentOf(trial)).map(keyOf).filter((key) => key?.includes('/nhac/') !== true)).toEqual([]);
    expect(JSON.stringify(await cellsOf(trial, register, TABS.todo.title))).toContain('Thông tin đơn vị');
  });
});

test('a member whose name stands in a cell, in a title and in an error of Google reaches no log line and no problem', async () => {
  const name = 'Hoàng Thị Lan';
  const trial = await aTrial();
  const register = await aRegister(trial, undefined, 'few');
  const title = { updateSheetProperties: { properties: { sheetId: TABS.members.sheetId, title: name }, fields: 'title' } };
  await edit(trial, register, title, headerCell(TABS.members, 'sex', name), cell(TABS.unitInfo, 30, 0, name), cell(TABS.clubs, 1, 0, name));
  await aTurn(register, trial);
  await edit(trial, register, drop(TABS.plan));
  const problem = await problemOf(trial, register);
  expect(problem.message + problem.user + JSON.stringify(problem.details) + JSON.stringify(trial.log)).not.toContain('Lan');
});

import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../cli/local-google.ts';
import type { Finding, Summary } from '../../rules/findings/finding.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { TODO_APPROVER, TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { NOTE_MARK } from '../../rules/sheet/labels.ts';
import { aRegister, aTrial, cellsOf, DAY, type Trial } from '../functions/a-trial.ts';
import { aPerson, ask, at, bindScript, COLUMNS, LAN, lineOf, MINH, put, toastsOf, typed } from './a-script.ts';

/** What the script's check says. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly said: readonly string[];
}

async function aBoundRegister(people = [LAN], built = true): Promise<{ trial: Trial; register: string; last: number; said: string[] }> {
  const trial = await aTrial(DAY, { conformance: false });
  const register = await aRegister(trial);
  await bindScript(trial, register, people, built);
  const last = (await cellsOf(trial, register, TABS.members.title)).length;
  return { trial, register, last, said: toastsOf(trial) };
}

async function notesOf({ clients }: Trial, register: string, tab: TabKey): Promise<string[][]> {
  const { data } = await clients.sheets.spreadsheets.get({
    spreadsheetId: register,
    ranges: [`'${TABS[tab].title}'`],
    fields: 'sheets(data(rowData(values(note))))',
  });
  return (data.sheets?.[0]?.data?.[0]?.rowData ?? []).map((row) => (row.values ?? []).map(({ note }) => note ?? ''));
}

const failed = ({ workspace }: Trial) => workspace.scripts.runs().filter(({ state }) => state !== 'done');

describe('after an edit', () => {
  it('gives codes and labels, tidies, notes what is wrong and takes the note away when it is mended', async () => {
    const { trial, register, last, said } = await aBoundRegister();
    const row = last + 1;
    await typed(trial, register, 'members', row, 1, [
      lineOf({ club: 'CLB01', name: '  Lường  Thị Hà', birth: 'không rõ', sex: 'Nữ', joined: '20.5.2024' }),
    ]);
    const [code, check] = (await cellsOf(trial, register, TABS.members.title))[row - 1] ?? [];
    expect(code).toMatch(/^TV\d{4}$/);
    expect(check).toMatch(/^Phải sửa: ngày hoặc năm sinh/);
    expect((await notesOf(trial, register, 'members'))[row - 1]?.[at('birth') - 1]).toMatch(new RegExp(`^${NOTE_MARK}\nPhải sửa: `));
    expect(said).toEqual([expect.stringMatching(/^Đã sửa cách ghi 2 ô: .*Lường Thị Hà.*20\/05\/2024.* Đề nghị ghi lại như cũ/)]);
    await typed(trial, register, 'members', row, at('birth'), [['5-3-1956']]);
    const cells = (await cellsOf(trial, register, TABS.members.title))[row - 1] ?? [];
    expect(cells[at('birth') - 1]).toBe('05/03/1956');
    expect(cells[at('label') - 1]).toBe(`${code} – Lường Thị Hà (1956)`);
    expect((await notesOf(trial, register, 'members'))[row - 1]?.[at('birth') - 1] ?? '').toBe('');
    expect(failed(trial)).toEqual([]);
  });

  it('names a text that is far too long, and writes and logs nothing of it anywhere else', async () => {
    const { trial, register, last, said } = await aBoundRegister();
    const text = 'Hà '.repeat(16_000).trim();
    await typed(trial, register, 'members', last + 1, 1, [
      lineOf({ club: 'CLB01', name: text, birth: '1958', sex: 'Nữ', joined: '20/05/2024' }),
    ]);
    const cells = (await cellsOf(trial, register, TABS.members.title))[last] ?? [];
    expect(cells[at('check') - 1]).toMatch(/^Phải sửa: họ và tên/);
    expect(cells[at('name') - 1]).toBe(text);
    const notes = await notesOf(trial, register, 'members');
    expect(notes[last]?.[at('name') - 1]).toContain('ội dung dài 47.999 ký tự');
    const elsewhere = [...cells.filter((_, index) => index !== at('name') - 1), ...notes.flat(), ...said];
    expect(elsewhere.filter((one) => String(one).includes('Hà Hà'))).toEqual([]);
    expect(trial.workspace.scripts.runs().flatMap(({ lines }) => lines)).toEqual([]);
    expect(failed(trial)).toEqual([]);
  });

  it('two people at once never get one code', async () => {
    const { trial, register, last } = await aBoundRegister([LAN, MINH]);
    const { scripts } = trial.workspace;
    const place = { spreadsheet: register, sheetId: TABS.members.sheetId, column: 0, columns: COLUMNS.length };
    for (let turn = 0; turn < 3; turn += 1) {
      await put(trial, register, 'members', last + 1 + 2 * turn, 1, [aPerson(2 * turn)], LAN);
      scripts.edited({ ...place, as: LAN, row: last + 2 * turn, rows: 1 });
      await put(trial, register, 'members', last + 2 + 2 * turn, 1, [aPerson(2 * turn + 1)], MINH);
      scripts.edited({ ...place, as: MINH, row: last + 1 + 2 * turn, rows: 1 });
    }
    await scripts.idle();
    const codes = (await cellsOf(trial, register, TABS.members.title)).slice(last).map(([code]) => code);
    expect(codes.every((code) => /^TV\d{4}$/.test(String(code)))).toBe(true);
    expect(new Set(codes).size).toBe(6);
    expect(failed(trial)).toEqual([]);
  });

  it('says so when a column of ours is closed to the person, and still writes what it may', async () => {
    const { trial, register, last, said } = await aBoundRegister();
    const range = { sheetId: TABS.members.sheetId, startColumnIndex: 0, endColumnIndex: 1 };
    const requests = [{ addProtectedRange: { protectedRange: { range, editors: { users: [LOCAL.service] } } } }];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    await typed(trial, register, 'members', last + 1, 3, [aPerson(1).slice(2, 6)]);
    expect(said.join(' ')).toMatch(/Trang Thành viên: chưa ghi được .*Đề nghị .*\(mã hỗ trợ: TAB_NOT_WRITABLE\)/);
    expect((await cellsOf(trial, register, TABS.members.title))[last]?.[1]).toMatch(/^Phải sửa/);
    const [run] = trial.workspace.scripts.runs();
    expect([run?.state, run?.lines.join(' ')]).toEqual(['done', expect.not.stringContaining('Lường')]);
  });

  it('works in a tab that is hidden or filtered, and says nothing of tabs that are no concern of ours', async () => {
    const { trial, register, last, said } = await aBoundRegister();
    const { sheetId } = TABS.members;
    const requests = [
      { setBasicFilter: { filter: { range: { sheetId, startRowIndex: 0 } } } },
      { updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' } },
      { addSheet: { properties: { sheetId: 900, title: 'Nháp' } } },
    ];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    await typed(trial, register, 'members', last + 1, 1, [aPerson(1)]);
    expect((await cellsOf(trial, register, TABS.members.title))[last]?.[0]).toMatch(/^TV/);
    trial.workspace.scripts.edited({ spreadsheet: register, as: LAN, sheetId: 900, row: 0, column: 0, rows: 1, columns: 1 });
    await trial.workspace.scripts.idle();
    expect([said, failed(trial)]).toEqual([[], []]);
  });

  it('writes dates as dates under a pasted format, and leaves formulas and texts between them as they were', async () => {
    const { trial, register, last } = await aBoundRegister();
    const { sheetId } = TABS.members;
    const texts = ['20.5.2024', '31/02/2024', '05/2024', '="x"', '21-5-24'];
    const start = { sheetId, rowIndex: last, columnIndex: at('joined') - 1 };
    const rows = texts.map((text) => {
      const userEnteredValue = text.startsWith('=') ? { formulaValue: text } : { stringValue: text };
      return { values: [{ userEnteredValue, userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }] };
    });
    const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue,userEnteredFormat.numberFormat' } }];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    const place = { sheetId, row: last, column: at('joined') - 1, rows: texts.length, columns: 1 };
    trial.workspace.scripts.edited({ spreadsheet: register, as: LAN, ...place });
    await trial.workspace.scripts.idle();
    const cells = (await cellsOf(trial, register, TABS.members.title)).slice(last).map((row) => row[at('joined') - 1]);
    expect(cells).toEqual([45_432, '31/02/2024', '05/2024', 'x', '21-5-24']);
    expect(failed(trial)).toEqual([]);
  });

  it('gives no code under a merged cell, and says where it is', async () => {
    const { trial, register, last, said } = await aBoundRegister();
    const range = { sheetId: TABS.members.sheetId, startRowIndex: last, endRowIndex: last + 2, startColumnIndex: 0, endColumnIndex: 2 };
    const requests = [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    await typed(trial, register, 'members', last + 1, 3, [aPerson(1).slice(2, 6), aPerson(2).slice(2, 6)]);
    const codes = (await cellsOf(trial, register, TABS.members.title)).slice(last).map(([code]) => code);
    expect(codes).toEqual([expect.stringMatching(/^TV/), '']);
    expect(said.join(' ')).toContain(`ô gộp ở A${last + 2}`);
    expect(failed(trial)).toEqual([]);
  });

  it('while Google does not answer says so, and logs nothing of what was typed', async () => {
    const { trial, register, last, said } = await aBoundRegister();
    await put(trial, register, 'members', last + 1, 1, [aPerson(1)]);
    trial.workspace.fault({ kind: 'status', status: 503, match: ({ service }) => service === 'sheets', times: 1000 });
    trial.workspace.scripts.edited({
      spreadsheet: register,
      as: LAN,
      sheetId: TABS.members.sheetId,
      row: last,
      column: 0,
      rows: 1,
      columns: 5,
    });
    await trial.workspace.scripts.idle();
    const [run] = trial.workspace.scripts.runs();
    expect([run?.state, run?.lines]).toEqual(['done', [expect.stringContaining('BUG')]]);
    expect(said).toEqual([expect.stringMatching(/Đề nghị .*\(mã hỗ trợ: BUG\)/)]);
  });

  it.each([
    ['without a plan', { deleteSheet: { sheetId: TABS.plan.sheetId } }, /Đề nghị người quản trị ghi lại kế hoạch.*PLAN_UNREADABLE/],
    [
      'without its header row',
      { deleteDimension: { range: { sheetId: TABS.members.sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
      /Đề nghị chọn .* để đặt lại dòng tiêu đề/,
    ],
    ['without another tab', { deleteSheet: { sheetId: TABS.loans.sheetId } }, /Trang Vay vốn: .*Đề nghị khôi phục trang/],
  ])('in a register %s says what to do', async (_what, request, told) => {
    const { trial, register, said } = await aBoundRegister();
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests: [request] } });
    await typed(trial, register, 'members', 5, at('birth'), [['1956']]);
    expect(said.join(' ')).toMatch(told);
    expect(failed(trial)).toEqual([]);
  });
});

describe('the tick boxes of Việc cần làm', () => {
  it('answer again when the approver is chosen who was asked for', async () => {
    const { trial, register } = await aBoundRegister();
    const { tick, answer } = TODO_TICKS.approved;
    const { value } = TODO_APPROVER;
    const said = async () => (await cellsOf(trial, register, TABS.todo.title))[answer.row]?.[answer.column];
    await typed(trial, register, 'todo', value.row + 1, value.column + 1, [['Hoàng Văn Minh (mẫu)']]);
    expect((await said()) ?? '').toBe('');
    await typed(trial, register, 'todo', tick.row + 1, tick.column + 1, [[true]]);
    await put(trial, register, 'todo', answer.row + 1, answer.column + 1, [['Đề nghị chọn người duyệt.']]);
    await typed(trial, register, 'todo', value.row + 1, value.column + 1, [['Hoàng Văn Minh (mẫu)']]);
    expect(await said()).toMatch(/đã nhận, xử lý trước/);
    expect(failed(trial)).toEqual([]);
  });
});

describe('a script that somebody has changed', () => {
  const withoutTheRest = (source: string) => source.replace(/(?<=function wholeScript_\(\) \{)\/\*[\s\S]*\*\/(?=\})/, '');

  const BROKEN = /Chương trình gắn với sổ đã bị sửa .* Đề nghị báo người quản trị/;

  it('still says what the edited cell alone tells, and whom to ask for the rest', async () => {
    const trial = await aTrial(DAY, { conformance: false });
    const register = await aRegister(trial);
    await bindScript(trial, register, [LAN], true, withoutTheRest);
    const said = toastsOf(trial);
    await typed(trial, register, 'members', 2, at('birth'), [['30/02/1956']]);
    expect((await notesOf(trial, register, 'members'))[1]?.[at('birth') - 1]).toMatch(new RegExp(`^${NOTE_MARK}\nPhải sửa: .*30/02/1956`));
    expect(said).toEqual([expect.stringMatching(BROKEN)]);
  });

  it('says in a dialog what is the matter, without a stack', async () => {
    const trial = await aTrial(DAY, { conformance: false });
    const register = await aRegister(trial);
    await bindScript(trial, register, [LAN], true, withoutTheRest);
    const answer = await trial.workspace.scripts.run({ spreadsheet: register, as: LAN, function: 'panelData' });
    expect(answer).toEqual({ error: expect.stringMatching(BROKEN) });
  });
});

describe('the check of the whole register', () => {
  it('gives what is missing, writes into every tab, and finds what the functions find', async () => {
    const { trial, register, last } = await aBoundRegister([LAN], false);
    await put(trial, register, 'members', last + 1, 1, [aPerson(1), aPerson(2)]);
    const { findings, summary, said } = await ask<Checked>(trial, register, 'checkNow');
    const codes = (await cellsOf(trial, register, TABS.members.title)).slice(last).map(([code]) => String(code));
    expect(codes.every((code) => /^TV\d{4}$/.test(code))).toBe(true);
    expect(findings.map(({ rule }) => rule)).not.toContain('CODE_MISSING');
    expect([said, summary.error]).toEqual([[], findings.filter(({ severity }) => severity === 'error').length]);
    const { findings: again } = await ask<{ findings: unknown[] }>(trial, register, 'seenNow');
    expect(again).toEqual(findings);
  });
});

// npm start -- --once: what a run leaves in its folder, and what a second one does there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trialClock } from '../../cli/clock.ts';
import { localClients } from '../../cli/local-google.ts';
import { cycleOn, once } from '../../cli/once.ts';
import { Refusal } from '../../cli/reported.ts';
import { type Fault, startWorkspace } from '../../local-workspace/workspace.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aTrial } from '../functions/a-trial.ts';
import { aFolder, mailsIn, summaryIn } from './a-folder.ts';

const day = (text: string): IsoDate => text as IsoDate;
const THEN = day('2024-12-20');
const LATER = day('2025-12-20');
const MAILS_OF_2024 = ['quy-ky-05545-bao-cao-nam-2024-1.eml'];
const MAILS_OF_BOTH = [...MAILS_OF_2024, 'quy-ky-05545-bao-cao-nam-2025-1.eml'];

async function run(out: string, date: IsoDate): Promise<string[]> {
  const told: string[] = [];
  const { failed } = await once({ date, plans: ['quy-ky'], out, tell: (line) => told.push(line) });
  expect(failed).toBe(false);
  return told;
}

const quyKy = (out: string) => summaryIn(out).registers.find(({ plan }) => plan === 'quy-ky');

test('the same folder twice: nothing is sent twice, and the summary still tells what was', async () => {
  const out = aFolder();
  await run(out, THEN);
  const [summary, mail] = [quyKy(out), readFileSync(join(out, 'mails', MAILS_OF_2024[0] ?? ''))];
  expect(summary?.deliveries).toEqual([
    {
      key: 'quy-ky/05545/bao-cao-nam/2024/1',
      to: ['vanthu@dinh-hoa.example'],
      cc: ['hoi-nct@dinh-hoa.example'],
      status: 'sent',
      file: MAILS_OF_2024[0],
    },
  ]);
  await run(out, THEN);
  expect(quyKy(out)).toEqual(summary);
  expect(mailsIn(out)).toEqual(MAILS_OF_2024);
  expect(readdirSync(join(out, 'mails', (MAILS_OF_2024[0] ?? '').replace('.eml', '')))).toEqual([
    'bao-cao-nam-2024-xa-quy-ky-phu-luc.xlsx',
  ]);
  expect(readFileSync(join(out, 'mails', MAILS_OF_2024[0] ?? ''))).toEqual(mail);
});

test('a year later in the same folder the officers have gone on typing, and the next report is from the successor', async () => {
  const [out, fresh] = [aFolder(), aFolder()];
  await run(out, THEN);
  const before = quyKy(out);
  expect((await run(out, LATER)).join('\n')).toContain('từ ngày 20/12/2024 đến ngày 20/12/2025');
  const after = quyKy(out);
  expect(after?.unit).toContain('xã Kim Phượng');
  expect(after?.records.members).toBeGreaterThan(before?.records.members ?? 0);
  expect(after?.deliveries.map(({ status, to }) => ({ status, to }))).toEqual([
    { status: 'sent', to: ['vanthu@dinh-hoa.example'] },
    { status: 'sent', to: ['vanthu@thai-nguyen.example'] },
  ]);
  expect(mailsIn(out)).toEqual(MAILS_OF_BOTH);
  await run(fresh, LATER);
  expect(after?.records).toEqual(quyKy(fresh)?.records);
  expect(after?.targets).toEqual(quyKy(fresh)?.targets);
});

test('a register in which a person has changed a cell is left as it is', async () => {
  const out = aFolder();
  await run(out, THEN);
  const before = quyKy(out);
  const workspace = await startWorkspace({ dataDir: join(out, 'state', 'workspace') });
  const start = { sheetId: TABS.members.sheetId, rowIndex: 1, columnIndex: Object.keys(TABS.members.columns).indexOf('name') };
  const rows = [{ values: [{ userEnteredValue: { stringValue: 'Nguyễn Minh Hà' } }] }];
  const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  await localClients(workspace.url).sheets.spreadsheets.batchUpdate({ spreadsheetId: before?.id ?? '', requestBody: { requests } });
  await workspace.close();
  expect((await run(out, LATER)).join('\n')).toContain('đã được người dùng sửa');
  expect(quyKy(out)?.records).toEqual(before?.records);
  expect(mailsIn(out)).toEqual(MAILS_OF_BOTH);
});

test('a day before the one the folder has seen is refused in one sentence, and nothing is changed', async () => {
  const out = aFolder();
  await run(out, LATER);
  const before = readFileSync(join(out, 'summary.json'), 'utf8');
  const refusal = await once({ date: THEN, out, tell: () => undefined }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ exitCode: 2 });
  expect((refusal as Refusal).message).toMatch(/^Ngày 20\/12\/2024 .* Đề nghị .*\.$/);
  expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe(before);
  await run(out, LATER);
});

describe('what makes a run end badly', () => {
  async function failedWith(fault: Fault): Promise<boolean> {
    const trial = await aTrial(THEN, { taskBackoffScale: 0 });
    trial.workspace.fault({ ...fault, times: 1000 });
    const { failed, summary } = await cycleOn(trial.workspace.url, {
      date: THEN,
      plans: ['quy-ky'],
      clock: trialClock(THEN, undefined),
      district: undefined,
      mails: aFolder(),
      tell: () => undefined,
    });
    expect(summary.registers[0]?.deliveries.map(({ status }) => status) ?? []).not.toContain('sent');
    return failed;
  }

  test('an outage that lasts', async () => {
    expect(await failedWith({ match: ({ method }) => method === 'gmail.users.drafts.create', kind: 'status', status: 503 })).toBe(true);
  });

  test('not a register that cannot be opened: its trouble is in the summary', async () => {
    let calls = 0;
    const readOfRegister: Fault['match'] = ({ method, body }) =>
      method === 'sheets.spreadsheets.values.batchGetByDataFilter' &&
      JSON.stringify(body).includes(`:${TABS.members.sheetId}}`) &&
      ++calls > 0;
    expect(await failedWith({ match: readOfRegister, kind: 'status', status: 404 })).toBe(false);
    expect(calls).toBeGreaterThan(0);
  });
});

// What the menu asks of reports, over HTTP and with Google's real clients: seen before it goes out, approved and sent once, made on directive.
import { describe, expect, test } from 'vitest';
import { connectRegister } from '../../cli/connect-register.ts';
import type { Instant, IsoDate } from '../../rules/calendar-date.ts';
import { requestValue } from '../../rules/call-proof.ts';
import type { PublicCalls } from '../../rules/public-calls.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';
import type { ReportPreview } from '../../rules/reporting/preview-content.ts';
import {
  type Answered,
  AUDIENCE,
  aRequest,
  aSheet,
  ask,
  aToken,
  LAN,
  later,
  post,
  requestsIn,
  SERVICE,
  type Sheet,
  writeRequest,
} from './a-sheet.ts';
import { aTurn, cellsOf, draftsOf, keyOf, ledgerOf, sentOf } from './a-trial.ts';

const DAY = '2024-12-17' as IsoDate; // the window is over, the report not due yet
const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const LEADER = 'Hoàng Văn Minh (mẫu)';
const BODY = { report: KEY, approver: LEADER };
const ON_DIRECTIVE = { title: 'về kết quả cho vay vốn', from: '2024-07-01', cutOff: '2024-09-30', due: '2024-12-24' };

/** A register that its administrator has paired. */
async function aPairedSheet(rows: 'all' | 'few' = 'few'): Promise<Sheet> {
  const sheet = await aSheet(DAY, rows);
  await connectRegister(sheet.clients, sheet.register, sheet.address, AUDIENCE);
  return sheet;
}

const submit = (sheet: Sheet, body: PublicCalls['submitReport']['in'] = BODY, token = aToken(sheet)): Promise<Answered> =>
  ask(sheet, 'submitReport', body, token);
const preview = async (sheet: Sheet, report?: string): Promise<ReportPreview> =>
  (await ask(sheet, 'previewReport', report === undefined ? {} : { report })).json as unknown as ReportPreview;

/** The schedule's turns, past every lease, until nothing is left to do. */
async function settle(sheet: Sheet): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    later(sheet, LEASE / 60_000 + 1);
    const { waitUntil } = (await aTurn(sheet.register, sheet)) as { waitUntil: Instant | null };
    if (waitUntil === null) return;
  }
  throw new Error('the register never came to rest');
}

const refusedAs = (code: string, status = 409) => ({
  status,
  json: { error: { code, message: expect.stringMatching(/ Đề nghị .*\.$/) } },
});

describe('previewReport', () => {
  test('shows the report under way to whoever may edit, and writes nothing', async () => {
    const sheet = await aSheet(DAY);
    const shown = await preview(sheet);
    expect(shown).toMatchObject({ report: KEY, blockers: [], late: false });
    expect(shown.signers.map(({ name }) => name)).toContain(LEADER);
    expect(shown.html).toContain('Quy Kỳ');
    expect(await ledgerOf(sheet, sheet.register)).toEqual([]);
    expect(await sentOf(sheet)).toEqual([]);
  });

  test('of a report that there is none is refused in Vietnamese', async () => {
    const sheet = await aSheet(DAY);
    expect(await ask(sheet, 'previewReport', { report: 'quy-ky/05545/bao-cao-nam/1999/1' })).toMatchObject(refusedAs('REPORT_UNKNOWN'));
  });
});

describe('submitReport', () => {
  test('freezes and sends one mail that names the approver, and the ledger the account that asked', async () => {
    const sheet = await aPairedSheet();
    const answer = await submit(sheet);
    expect(answer).toMatchObject({ status: 200, json: { said: expect.stringContaining('đã gửi đến') } });
    const mails = await sentOf(sheet);
    expect(mails.map(keyOf)).toEqual([KEY]);
    expect(await ledgerOf(sheet, sheet.register)).toEqual([[KEY, 'Đã gửi số liệu']]);
    const kept = JSON.stringify([
      await cellsOf(sheet, sheet.register, TABS.reports.title),
      await cellsOf(sheet, sheet.register, TABS.frozen.title),
    ]);
    expect(kept).toContain(LAN);
    expect(kept).toContain(LEADER);
    expect(mails.join('')).not.toContain(LAN); // whose account it was stays in the commune
  });

  test('a second click sends nothing more and says so', async () => {
    const sheet = await aPairedSheet();
    await submit(sheet);
    expect(await submit(sheet)).toMatchObject(refusedAs('ALREADY_SENT'));
    expect((await sentOf(sheet)).length).toBe(1);
  });

  test('the same call made twice finds its request gone, and its person is told where to look', async () => {
    const sheet = await aPairedSheet();
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, 'submitReport'));
    const body = { ...BODY, register: sheet.register, request, token: aToken(sheet) };
    const answers = [await post(sheet.address, 'submitReport', body), await post(sheet.address, 'submitReport', body)];
    expect(answers).toMatchObject([{ status: 200 }, refusedAs('CALLER_NOT_PROVEN', 403)]);
    expect(answers[1]?.json.error?.message).toContain('Theo dõi báo cáo');
    expect((await sentOf(sheet)).length).toBe(1);
  });

  test('two people at once send one mail, and each is told something that is so', async () => {
    const sheet = await aPairedSheet();
    const answers = await Promise.all([submit(sheet), submit(sheet), submit(sheet, BODY, aToken(sheet, { email: 'minh@hoi.example' }))]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const { status, json } of answers)
      expect(json.said ?? json.error?.code).toMatch(status === 200 ? /gửi/ : /^(REPORT_OVERTAKEN|REGISTER_BUSY|ALREADY_SENT)$/);
    await settle(sheet);
    expect((await sentOf(sheet)).map(keyOf)).toEqual([KEY]);
    expect(await draftsOf(sheet)).toEqual([]);
  });

  test.each([
    ['carried out, its answer lost', { kind: 'lost' }],
    ['answered 503', { kind: 'status', status: 503 }],
  ] as const)('whichever of its calls to Google is %s, one mail goes out and no answer says the opposite', async (_what, fault) => {
    for (let at = 1; ; at += 1) {
      const sheet = await aPairedSheet();
      const request = aRequest(sheet);
      await writeRequest(sheet, sheet.register, requestValue(request, 'submitReport'));
      let calls = 0;
      let hit: string | undefined;
      sheet.workspace.fault({
        match: ({ method }) => {
          calls += 1;
          if (calls === at) hit = method;
          return calls === at;
        },
        ...fault,
      });
      const first = await post(sheet.address, 'submitReport', { ...BODY, register: sheet.register, request, token: aToken(sheet) });
      await fetch(`${sheet.workspace.url}/_workspace/faults`, { method: 'DELETE' });
      if (hit === undefined) {
        expect([first.status, at]).toEqual([200, expect.any(Number)]);
        expect(at).toBeGreaterThan(8);
        break;
      }
      expect([hit, first.status, first.json.error?.code]).toEqual([hit, 503, 'CALL_UNFINISHED']);
      const again = await submit(sheet);
      expect(again.json.said ?? again.json.error?.code).toMatch(/gửi|^(REGISTER_BUSY|ALREADY_SENT)$/);
      await settle(sheet);
      expect([hit, (await sentOf(sheet)).map(keyOf)]).toEqual([hit, [KEY]]);
      expect(await ledgerOf(sheet, sheet.register)).toEqual([[KEY, 'Đã gửi số liệu']]);
    }
  });

  test.each([
    ['an approver whom nobody knows', { ...BODY, approver: 'Trần Văn Hà' }, 'APPROVER_UNKNOWN', 400],
    ['a report that there is none', { ...BODY, report: 'quy-ky/05545/bao-cao-nam/1999/1' }, 'REPORT_UNKNOWN', 409],
  ] as const)('%s: nothing is written, and the log names no person', async (_what, body, code, status) => {
    const sheet = await aPairedSheet();
    expect(await submit(sheet, body)).toMatchObject(refusedAs(code, status));
    expect(await ledgerOf(sheet, sheet.register)).toEqual([]);
    expect(await sentOf(sheet)).toEqual([]);
    expect(JSON.stringify(sheet.log)).not.toMatch(/Hà|lan@/);
  });

  test('is refused before the window is over', async () => {
    const sheet = await aSheet('2024-12-10' as IsoDate);
    await connectRegister(sheet.clients, sheet.register, sheet.address, AUDIENCE);
    expect(await submit(sheet)).toMatchObject(refusedAs('APPROVAL_TOO_EARLY'));
  });
});

describe('a caller who has no name', () => {
  test.each([
    ['no token', (_sheet: Sheet) => undefined],
    ['the token of another script', (sheet: Sheet) => aToken(sheet, { aud: 'other' })],
    ['a token that is over', (sheet: Sheet) => aToken(sheet, { exp: sheet.clock.now / 1000 - 301 })],
  ])('%s: may look and refresh, and neither submits nor requests', async (_what, make) => {
    const sheet = await aPairedSheet();
    const token = make(sheet);
    expect(await ask(sheet, 'submitReport', BODY, token)).toMatchObject(refusedAs('CALLER_UNKNOWN', 403));
    expect(await ask(sheet, 'requestReport', ON_DIRECTIVE, token)).toMatchObject(refusedAs('CALLER_UNKNOWN', 403));
    expect((await ask(sheet, 'previewReport', {}, token)).status).toBe(200);
    expect((await ask(sheet, 'refreshRegister', {}, token)).status).toBe(200);
    expect(await sentOf(sheet)).toEqual([]);
    expect(await requestsIn(sheet, sheet.register)).toEqual([]);
  });

  test('in a register that was never paired is told that its administrator has to', async () => {
    const sheet = await aSheet(DAY);
    const { json } = await submit(sheet);
    expect(json.error).toEqual({ code: 'CALLER_UNKNOWN', message: expect.stringContaining('Đề nghị người quản trị') });
  });
});

describe('requestReport', () => {
  test('adds a report on directive that can be looked at and sent', async () => {
    const sheet = await aPairedSheet();
    expect(await ask(sheet, 'requestReport', ON_DIRECTIVE, aToken(sheet))).toMatchObject({
      status: 200,
      json: { said: expect.stringContaining('24/12/2024') },
    });
    const { report, others } = await preview(sheet);
    const key = [report, ...others.map((one) => one.report)].find((one) => one !== KEY) ?? 'none';
    expect(await preview(sheet, key)).toMatchObject({ report: key, title: expect.stringContaining('cho vay vốn') });
    expect((await submit(sheet, { ...BODY, report: key })).status).toBe(200);
    expect((await sentOf(sheet)).map(keyOf)).toEqual([key]);
  });

  test.each([
    ['a day that is none', { ...ON_DIRECTIVE, due: '2024-02-30' }, 'NOT_A_DATE'],
    ['a window that ends before it begins', { ...ON_DIRECTIVE, from: '2024-10-01' }, 'AD_HOC_INVALID'],
  ])('%s is refused in Vietnamese', async (_what, body, code) => {
    const sheet = await aPairedSheet();
    expect(await ask(sheet, 'requestReport', body, aToken(sheet))).toMatchObject(refusedAs(code, 400));
  });
});

describe('refreshRegister', () => {
  const frameOf = async ({ clients, register }: Sheet) =>
    (
      await clients.sheets.spreadsheets.get({
        spreadsheetId: register,
        fields: 'sheets(properties(sheetId,title),protectedRanges(description,warningOnly,editors(users)))',
      })
    ).data.sheets ?? [];

  test('with a repair brings back a tab that was deleted, as closed as it was, and leaves what people typed', async () => {
    const sheet = await aSheet(DAY);
    const { register, clients } = sheet;
    const before = await cellsOf(sheet, register, TABS.clubs.title);
    const closed = (await frameOf(sheet)).find(({ properties }) => properties?.sheetId === TABS.progress.sheetId)?.protectedRanges;
    const requests = [TABS.progress, TABS.loans].map(({ sheetId }) => ({ deleteSheet: { sheetId } }));
    await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    expect(await ask(sheet, 'refreshRegister', { repair: true })).toMatchObject({
      status: 200,
      json: { said: expect.stringContaining('số liệu đã nhập giữ nguyên') },
    });
    expect((await cellsOf(sheet, register, TABS.progress.title)).length).toBeGreaterThan(1);
    expect((await cellsOf(sheet, register, TABS.loans.title)).length).toBe(1);
    expect(await cellsOf(sheet, register, TABS.clubs.title)).toEqual(before);
    const found = (await frameOf(sheet)).find(({ properties }) => properties?.sheetId === TABS.progress.sheetId)?.protectedRanges;
    expect(found).toEqual(closed);
  });

  test('opens what comes back to the identity of the schedule, where that is another one', async () => {
    const sheet = await aSheet(DAY, 'few', { service: () => Promise.resolve('cong-khai@dich-vu.example') });
    const requests = [{ deleteSheet: { sheetId: TABS.progress.sheetId } }];
    await sheet.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: sheet.register, requestBody: { requests } });
    expect((await ask(sheet, 'refreshRegister', { repair: true })).status).toBe(200);
    const found = (await frameOf(sheet)).find(({ properties }) => properties?.sheetId === TABS.progress.sheetId);
    expect(found?.protectedRanges?.[0]?.editors?.users).toEqual(expect.arrayContaining([SERVICE, 'cong-khai@dich-vu.example']));
  });

  test('without its plan repairs nothing and says what is the matter', async () => {
    const sheet = await aSheet(DAY);
    const requests = [{ deleteSheet: { sheetId: TABS.plan.sheetId } }];
    await sheet.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: sheet.register, requestBody: { requests } });
    expect(await ask(sheet, 'refreshRegister', { repair: true })).toMatchObject(refusedAs('PLAN_UNREADABLE'));
  });

  test('while another turn holds the register says from when on it is free', async () => {
    const sheet = await aPairedSheet();
    sheet.workspace.fault({ match: ({ method }) => method === 'gmail.users.drafts.send', kind: 'refuse' });
    expect(await submit(sheet)).toMatchObject(refusedAs('CALL_UNFINISHED', 503));
    const { json } = await ask(sheet, 'refreshRegister', {});
    expect(json.error).toEqual({ code: 'REGISTER_BUSY', message: expect.stringMatching(/sau \d\d:\d\d/) });
  });
});

test('the log of everything that people ask holds ids, codes and hashes: no address, no token, no member', async () => {
  const sheet = await aPairedSheet('all');
  const token = aToken(sheet);
  await ask(sheet, 'previewReport', {}, token);
  await submit(sheet, BODY, token);
  await ask(sheet, 'requestReport', ON_DIRECTIVE, token);
  await ask(sheet, 'refreshRegister', { repair: true }, token);
  const names = (await cellsOf(sheet, sheet.register, TABS.members.title))
    .slice(1, 60)
    .flatMap((row) => row.filter((cell) => /^\p{Lu}\S+ \p{Lu}/u.test(String(cell))));
  expect(names.length).toBeGreaterThan(20);
  const log = JSON.stringify(sheet.log);
  for (const secret of [LAN, token, LEADER, ON_DIRECTIVE.title, ...names]) expect(log).not.toContain(secret);
  expect(sheet.log.filter(({ message }) => message === 'caller')).toHaveLength(2);
});

// Two years of two communes and the city above them, by the functions on a local workspace: on time, late, returned, corrected, locked,
// extended, on directive, a chairman away, units merged, days without a run, a narrative changed after approval. At the end every ledger is
// exactly what happened, and every key has had one mail.
import { beforeAll, describe, expect, it } from 'vitest';
import { readTabs } from '../../functions/google-shell.ts';
import { processRegister } from '../../functions/process-register.ts';
import { rollUp } from '../../functions/roll-up.ts';
import { takeTurn } from '../../functions/take-turn.ts';
import { type Instant, type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { grantedBy } from '../../rules/cycle.ts';
import { Problem } from '../../rules/problem.ts';
import { rowOf } from '../../rules/register/laid-out.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { extensionsIn } from '../../rules/reporting/read-extensions.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { aTrial, cellsOf, keyOf, sentOf, type Trial } from '../functions/a-trial.ts';
import { aSmallCity, extended, HA, MINH, put, type SmallCity } from './a-small-city.ts';

const LOCKED_AFTER = 20; // days
let trial: Trial;
let city: SmallCity;
let A: { readonly id: string; readonly register: string };
let B: { readonly id: string; readonly register: string };
/** what people were told, by the steps of the story */
const told = new Map<string, string>();
/** what is there at the end */
let ledgerOfA: unknown[][];
let ledgerOfB: unknown[][];
let mails: string[];
let standing: string;
let mailsOfOneMoreRun: number;

const at = (day: string, hour: number): Instant => momentOf(day as IsoDate, hour);
const report = (unit: { readonly id: string }, year: number, revision = 1): string =>
  `buon-ma-thuot/${unit.id}/bao-cao-nam/${year}/${revision}`;

/** The schedule of a day: every register and then the superior. */
async function runOn(day: string, hour = 8): Promise<void> {
  trial.clock.now = at(day, hour);
  const { reading } = await readTabs(trial.clients.sheets, city.superior, [SUPERIOR_TABS.extensions]);
  const { granted } = extensionsIn(
    reading,
    city.units.map(({ id }) => id),
  );
  for (const { id, register } of city.units)
    await processRegister({ register, extensions: granted.filter(({ unit }) => unit === id) }, trial.setup);
  await rollUp({ superior: city.superior }, trial.setup);
}

/** What a person asks; the words, or the code of the problem. */
async function ask(step: string, unit: { readonly register: string }, day: string, wish: (now: Instant) => Wish): Promise<void> {
  trial.clock.now = at(day, 10);
  try {
    told.set(step, grantedBy(await takeTurn(unit.register, trial.setup, wish(trial.clock.now)), unit.register).said);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    told.set(step, error.code);
  }
}
const approve =
  (key: string, approver: string, send = true) =>
  (now: Instant): Wish => ({ kind: 'approve', report: key, approver, send, asked: { by: 'lan@xa.example', at: now } });
const returned =
  (key: string, text: string) =>
  (now: Instant): Wish => ({
    kind: 'returned',
    report: key,
    reasons: [{ place: 'other', text }],
    asked: { by: 'đường dẫn trong thư', at: now },
  });
const received =
  (key: string) =>
  (now: Instant): Wish => ({ kind: 'received', report: key, asked: { by: 'đường dẫn trong thư', at: now } });
const revise =
  (key: string) =>
  (now: Instant): Wish => ({ kind: 'revise', report: key, asked: { by: 'lan@xa.example', at: now } });

/** The ledger as people read it: key, state, who approved, days late. */
async function ledger(unit: { readonly register: string }): Promise<unknown[][]> {
  const columns = Object.keys(TABS.reports.columns);
  const rows = (await cellsOf(trial, unit.register, TABS.reports.title)).slice(1).filter((row) => row.length > 0);
  const cell = (row: unknown[], key: keyof typeof TABS.reports.columns) => row[columns.indexOf(key)] ?? '';
  return rows.map((row) => [cell(row, 'key'), cell(row, 'status'), cell(row, 'approvedBy'), cell(row, 'daysLate')]);
}

beforeAll(async () => {
  trial = await aTrial('2024-12-16' as IsoDate);
  city = await aSmallCity(trial, LOCKED_AFTER);
  const [first, second] = city.units;
  if (first === undefined || second === undefined) throw new Error('the city has two units');
  [A, B] = [first, second];

  // 2024: A in time, returned and corrected; B extended until the 22nd, and nothing runs from the 20th to the 22nd
  await extended(trial, city, 1, { unit: B.id, period: 'năm 2024', until: '2024-12-22' });
  await runOn('2024-12-16');
  await ask('A approved', A, '2024-12-16', approve(report(A, 2024), MINH));
  await ask('A returned', A, '2024-12-17', returned(report(A, 2024), 'Số CLB chưa khớp quyết định'));
  await ask('A revision asked', A, '2024-12-18', revise(report(A, 2024)));
  await ask('A revision approved', A, '2024-12-18', approve(report(A, 2024, 2), MINH));
  await ask('A received', A, '2024-12-19', received(report(A, 2024, 2)));
  await runOn('2024-12-19');
  await runOn('2024-12-23');
  await runOn('2024-12-25');
  await ask('B corrected after the lock', B, '2025-01-20', revise(report(B, 2024)));
  await extended(trial, city, 2, { unit: B.id, period: 'năm 2024', until: '2025-01-31', from: '2025-01-21' });
  await runOn('2025-01-21');
  await ask('B corrected with a grant', B, '2025-01-21', revise(report(B, 2024)));
  await ask('B correction approved', B, '2025-01-22', approve(report(B, 2024, 2), MINH));

  // 2025: on directive in March; units merge in July; the chairman is away in December; a narrative changes after approval
  await ask('A on directive', A, '2025-03-03', (now) => ({
    kind: 'adHoc',
    title: 'về quỹ của câu lạc bộ',
    from: '2024-12-15' as IsoDate,
    cutOff: '2025-02-28' as IsoDate,
    due: '2025-03-10' as IsoDate,
    asked: { by: 'lan@xa.example', at: now },
  }));
  await ask('A on directive approved', A, '2025-03-05', approve(`buon-ma-thuot/${A.id}/dot-xuat/2/1`, MINH));
  await runOn('2025-03-10');
  await ask('A by a chairman who is away', A, '2025-12-15', approve(report(A, 2025), MINH, false));
  await ask('A by the deputy', A, '2025-12-15', approve(report(A, 2025), HA, false));
  await put(trial.clients, A.register, TABS.narratives.sheetId, 1, [
    rowOf(TABS.narratives, { code: 'TM001', period: 'năm 2025', part: 'III. Đánh giá chung', text: 'Các CLB sinh hoạt đều.' }),
  ]);
  await runOn('2025-12-20');
  await runOn('2025-12-25');
  await runOn('2025-12-27');

  [ledgerOfA, ledgerOfB] = [await ledger(A), await ledger(B)];
  mails = await sentOf(trial);
  standing = (await cellsOf(trial, city.superior, SUPERIOR_TABS.status.title)).map((row) => row.join(' | ')).join('\n');
  await runOn('2025-12-27', 9);
  mailsOfOneMoreRun = (await sentOf(trial)).length - mails.length;
}, 120_000);

describe('after two years', () => {
  it('people were told what became of each of their wishes', () => {
    expect(told.get('A approved')).toMatch(/^Báo cáo năm 2024: đã gửi đến UBND thành phố Buôn Ma Thuột/);
    expect(told.get('A revision approved')).toContain('đã gửi');
    expect(told.get('A by the deputy')).toContain(HA);
    expect(told.get('A by a chairman who is away')).toBe('APPROVER_UNKNOWN');
    expect(told.get('B corrected after the lock')).toBe('REVISION_LOCKED');
    expect(told.get('B corrected with a grant')).toContain('thay thế');
  });

  it('the ledger of the first commune is exactly what happened', () => {
    expect(ledgerOfA).toEqual([
      [report(A, 2024), 'Đã thay thế', MINH, 0],
      [report(A, 2025), 'Đã gửi số liệu', HA, 0],
      [report(A, 2024, 2), 'Đã tiếp nhận', MINH, 0],
      [`buon-ma-thuot/${A.id}/dot-xuat/2/1`, 'Đã gửi số liệu', MINH, 0],
    ]);
  });

  it('the ledger of the second is: late after its extension was over, corrected under another, then in time without approval', () => {
    expect(ledgerOfB).toEqual([
      [report(B, 2024), 'Đã thay thế', '', 3],
      [report(B, 2025), 'Đã gửi số liệu', '', 0],
      [report(B, 2024, 2), 'Đã gửi số liệu', MINH, expect.any(Number)],
    ]);
  });

  it('every key has had one mail, to whom it went on its day', () => {
    const reports = mails.filter((mail) => !/tinh-hinh|nhac/.test(keyOf(mail) ?? ''));
    const to = (key: string) => /^To: ([\s\S]+?)\r\n(?! )/m.exec(mails.find((mail) => keyOf(mail) === key) ?? '')?.[1] ?? '';
    expect(reports.map(keyOf).sort()).toEqual(
      [
        report(A, 2024),
        report(A, 2024, 2),
        report(A, 2025),
        report(B, 2024),
        report(B, 2024, 2),
        report(B, 2025),
        `buon-ma-thuot/${A.id}/dot-xuat/2/1`,
        'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2024/1',
        'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2025/1',
      ].sort(),
    );
    expect(to(report(A, 2024))).toContain('tp-buon-ma-thuot');
    expect(to(report(A, 2025))).not.toContain('tp-buon-ma-thuot'); // the city is no more
  });

  it('the superior’s workbook counts over both years who was in time', () => {
    expect(standing).toMatch(/địa bàn phường Tân Lập \(cũ\) \| năm 2025 .*100,0% \(2\/2 kỳ\) \| 100,0% \(2\/2 kỳ\)/);
    expect(standing).toMatch(/địa bàn phường Tân Hòa \(cũ\) \| năm 2025 .*100,0% \(2\/2 kỳ\) \| 50,0% \(1\/2 kỳ\)/);
  });

  it('one more run says nothing more', () => {
    expect(mailsOfOneMoreRun).toBe(0);
  });
});

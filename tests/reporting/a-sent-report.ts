// A register whose yearly report has gone out, and what people and receivers wish of it afterwards.
import type { Instant } from '../../rules/calendar-date.ts';
import { Problem, type ProblemCode } from '../../rules/problem.ts';
import type { TABS } from '../../rules/register/tabs.ts';
import type { Reason } from '../../rules/reporting/answers.ts';
import { decide, type Setting } from '../../rules/reporting/decide.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { aTurn, at, aWorkbook, columnOf, readingOf, type Sent, settingAt, tabIn, type Workbook } from './a-workbook.ts';

export const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
export const SECOND = 'quy-ky/05545/bao-cao-nam/2024/2';
export const LEADER = 'Hoàng Văn Minh (mẫu)';
export const SENT_ON = at('2024-12-20', 8);

/** The demo register with its deliberate mistakes mended: nothing keeps a report from being approved. */
export function aSoundRegister(now: Instant = at('2024-12-17', 10)): Workbook {
  const workbook = aWorkbook('2024-12-16');
  for (const { sheetId, a1 } of previewReport(readingOf(workbook), settingAt(now)).blockers) {
    const grid = sheetId === undefined ? undefined : workbook.get(sheetId);
    if (typeof grid === 'object' && a1 !== undefined) grid[Number(a1.replace(/\D/g, '')) - 1] = [];
  }
  return workbook;
}

/** Sent on its due day, and looked at once since. */
export function aSentRegister(): Workbook {
  const workbook = aSoundRegister();
  aTurn(workbook, SENT_ON);
  aTurn(workbook, at('2024-12-20', 9));
  return workbook;
}

export const wishing = (workbook: Workbook, now: Instant, wish: Wish, more: Partial<Setting> = {}): Sent =>
  aTurn(workbook, now, (reading) => decide(reading, { ...settingAt(now), ...more, wish }));

const asked = (now: Instant) => ({ by: 'lan@quy-ky.example', at: now });
export const received = (now: Instant, report = KEY): Wish => ({ kind: 'received', report, asked: asked(now) });
export const returned = (now: Instant, reasons: readonly Reason[], report = KEY): Wish => ({
  kind: 'returned',
  report,
  reasons,
  asked: asked(now),
});
export const revise = (now: Instant, report = KEY): Wish => ({ kind: 'revise', report, asked: asked(now) });
export const approve = (now: Instant, report = SECOND, send = true): Wish => ({
  kind: 'approve',
  report,
  approver: LEADER,
  send,
  asked: asked(now),
});

/** The code of the problem that a wish ends in; 'none' when it is granted. */
export function refusal(work: () => unknown): ProblemCode | 'none' {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

type Column = keyof typeof TABS.reports.columns;

/** One cell of the ledger's line of a key. */
export function ledgerCell(workbook: Workbook, column: Column, key = KEY): unknown {
  const row = tabIn(workbook, 'reports').find(([own]) => own === key);
  return row?.[columnOf(workbook, 'reports', column)] ?? null;
}

/** Takes the first member away whose row says so of a column. */
export function dropMember(workbook: Workbook, column: string, value: unknown): string {
  const rows = tabIn(workbook, 'members');
  const at = columnOf(workbook, 'members', column);
  const index = rows.findIndex((row) => row[at] === value);
  const [row] = rows.splice(index, 1);
  return String(row?.[columnOf(workbook, 'members', 'code')]);
}

// What the ledger shows beside a report: its signed document, as people entered it in Thuyết minh báo cáo, and that its period is locked. A report
// and its revisions have one period and a document each: whose a row is follows from its date.
import { type IsoDate, localDate } from '../calendar-date.ts';
import type { Block } from '../conversation.ts';
import type { Register } from '../register/read-register.ts';
import { textKey } from '../text.ts';
import { requestFrom } from './ad-hoc.ts';
import { fieldsOf } from './frozen-rows.ts';
import { lateness } from './lateness.ts';
import type { Ledger } from './ledger.ts';
import { rowsOf, standingBlocks } from './ledger-rows.ts';
import { LOCKED_SINCE, REPLACED } from './life-labels.ts';
import { isAbout } from './period-said.ts';
import type { PlannedReport } from './periods.ts';
import { revisionNumber } from './revisions.ts';
import type { StatusOf } from './standing.ts';

export interface Issued {
  /** 1-based, as the sheet counts */
  readonly row: number;
  readonly documentNo?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly signer?: string | undefined;
  readonly channel?: string | undefined;
}

/** What people enter of a document. */
export const ISSUED_PARTS = ['documentNo', 'date', 'signer', 'channel'] as const;

type Tabs = Pick<Register, 'narratives' | 'frozen'>;

/** The document of a report or revision; undefined when nobody entered one. */
export function issuedFor(register: Tabs, { key, period }: Pick<PlannedReport, 'key' | 'period'>): Issued | undefined {
  const asked = revisionDays(register, key);
  const documents = register.narratives.rows
    .filter(({ values }) => values.part === 'issued' && values.period !== undefined && isOf(values.period, period))
    .map(({ row, values: { documentNo, date, signer, channel } }): Issued => ({ row, documentNo, date, signer, channel }))
    .sort((one, other) =>
      (one.date ?? LAST) < (other.date ?? LAST) ? -1 : (one.date ?? LAST) > (other.date ?? LAST) ? 1 : one.row - other.row,
    );
  const owners = new Map<number, Issued>();
  for (const document of documents) {
    const number = ownerOf(document.date, asked, owners);
    owners.set(number, { ...owners.get(number), ...document });
  }
  return owners.get(revisionNumber(key));
}

/** Beside each report that went out, number and date of its document. `statusOf`: after the turn. */
export const issuedShown = (register: Shown, ledger: Ledger, reports: readonly PlannedReport[], statusOf: StatusOf): Block[] =>
  besideReports('issued', register, ledger, reports, (report) =>
    statusOf(report.key) === 'sent' ? REPLACED.document(issuedFor(register, report) ?? {}) : undefined,
  );

/** Beside each report of the ledger, why it cannot be replaced any more: the plan locks its period, and nobody granted more time. */
export const lockedShown = (register: Shown, ledger: Ledger, reports: readonly PlannedReport[], unit: string, today: IsoDate): Block[] =>
  besideReports('locked', register, ledger, reports, (report) => {
    if (!ledger.entries.has(report.key)) return undefined;
    const isLocked = lateness({ ...report, unit }, today, ledger.extensions).state === 'locked';
    return isLocked && report.lockedAfter !== undefined ? LOCKED_SINCE(report.lockedAfter) : '';
  });

type Shown = Tabs & Pick<Register, 'reports'>;

/** A text beside each report, where the ledger shows something else; undefined leaves it as it is. */
function besideReports(
  column: 'issued' | 'locked',
  register: Shown,
  ledger: Ledger,
  reports: readonly PlannedReport[],
  textOf: (report: PlannedReport) => string | undefined,
): Block[] {
  const shown = new Map(register.reports.rows.map(({ values }) => [values.key, values[column]]));
  return reports.flatMap((report) => {
    const { key, place } = report;
    const text = textOf(report);
    if (text === undefined || text === (shown.get(key) ?? '')) return [];
    return standingBlocks({ report: ledger.entries.get(key)?.reportRow ?? rowsOf(place).report }, { [column]: text });
  });
}

const LAST = '9999-12-31' as IsoDate;
const isOf = (said: string, period: PlannedReport['period']): boolean => textKey(said) === textKey(period.label) || isAbout(said, period);

/** When each revision of a report's line was asked for, by its number. */
function revisionDays({ frozen }: Pick<Register, 'frozen'>, key: string): ReadonlyMap<number, IsoDate> {
  const stem = key.replace(/\d+$/, '');
  const days = new Map<number, IsoDate>();
  for (const [own, fields] of fieldsOf(frozen.rows.filter(({ values }) => values.field === 'request'))) {
    const request = requestFrom(fields);
    if (own.startsWith(stem) && /^\d+$/.test(own.slice(stem.length)) && request?.revises !== undefined)
      days.set(revisionNumber(own), localDate(request.at));
  }
  return days;
}

/**
 * A document belongs to the newest revision that was asked for by its date; of the very day on which a revision was asked for, to what it
 * replaces while that has none. Without a date it is the first one that has none.
 */
function ownerOf(date: IsoDate | undefined, asked: ReadonlyMap<number, IsoDate>, taken: ReadonlyMap<number, Issued>): number {
  const numbers = [1, ...[...asked.keys()].sort((one, other) => one - other)];
  if (date === undefined) return numbers.find((number) => !taken.has(number)) ?? numbers[numbers.length - 1] ?? 1;
  let owner = 1;
  for (const number of numbers) {
    const day = asked.get(number);
    if (day === undefined || date < day) continue;
    if (date > day || taken.has(owner)) owner = number;
  }
  return owner;
}

// What the rules look at: the register as read, the question it is checked for, its state on the closing date, and indexes by club and member.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Facts } from '../progress/facts.ts';
import { factsOf } from '../progress/facts-of.ts';
import { recordKey } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import type { Row, TabReading } from '../register/read-tab.ts';
import type { TabKey, Tabs } from '../register/tabs.ts';
import { type Place, recordName } from './finding.ts';

export interface Question {
  readonly plan: Plan;
  /** the period's closing date: rules never look at today, so that a valid record stays valid */
  readonly asOf: IsoDate;
  /** the unit of the plan that the register belongs to */
  readonly unit: string;
  /** first day of the period's window */
  readonly windowFrom: IsoDate;
}

export type RowOf<K extends TabKey> = Row<Tabs[K]>;

export interface Scope {
  readonly register: Register;
  readonly question: Question;
  readonly facts: Facts;
  /** by the key that references hold */
  readonly clubs: ReadonlyMap<string, RowOf<'clubs'>>;
  readonly members: ReadonlyMap<string, RowOf<'members'>>;
}

/** Works out once what every rule needs. */
export function scopeOf(register: Register, question: Question): Scope {
  const { plan, asOf, unit, windowFrom } = question;
  return {
    register,
    question,
    facts: factsOf(register, { plan, unit, asOf, windowFrom }),
    clubs: byKey(register.clubs.rows),
    members: byKey(register.members.rows),
  };
}

/** Of two rows with one code the first. */
function byKey<R extends Pick<Row, 'row' | 'code'>>(rows: readonly R[]): Map<string, R> {
  const found = new Map<string, R>();
  for (const row of rows) if (!found.has(recordKey(row))) found.set(recordKey(row), row);
  return found;
}

/** Whether a cell was left blank on purpose or by oversight: its column is there, and nothing unreadable stands in it. */
export function isLeftBlank(reading: TabReading, row: Row, column: string): boolean {
  const values: { readonly [key: string]: unknown } = row.values;
  return values[column] === undefined && reading.columnAt.has(column) && !row.faults.some((fault) => fault.column === column);
}

export const at = (row: Row, column?: string): Place => ({ tab: row.tab, row, ...(column === undefined ? {} : { column }) });

/** How messages call a club: its code, or the row it stands in. */
export const clubName = (row: Pick<Row, 'row' | 'code'>): string => (row.code === undefined ? `CLB ở ${recordName(row)}` : row.code);

/** Rows grouped by a key, in their order; rows without one are left out. */
export function groupsOf<R>(rows: readonly R[], keyOf: (row: R) => string | undefined): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

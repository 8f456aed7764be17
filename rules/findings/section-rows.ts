// The rows of a section by club and date, so that a declaration can be held against them.
import type { IsoDate } from '../calendar-date.ts';
import type { Row } from '../register/read-tab.ts';
import { recordName } from './finding.ts';
import { groupsOf, type Scope } from './scope.ts';

interface Dated {
  readonly date: IsoDate;
  readonly record: string;
  /** none: the section is the commune's own */
  readonly clubs: readonly string[];
}
export interface Found {
  readonly count: number;
  /** the code of the earliest, or the row it stands in */
  readonly first: string;
}

/** Counts the rows of a section, of one club or of all, from one day to another, both counted. */
export function datedRows(scope: Scope): (section: string, club: string | undefined, from: IsoDate, until: IsoDate) => Found {
  const books = new Map<string, ReadonlyMap<string, readonly Dated[]>>();
  const bookOf = (section: string) => {
    const known = books.get(section);
    if (known !== undefined) return known;
    const made = byClub(rowsOf(scope, section));
    books.set(section, made);
    return made;
  };
  return (section, club, from, until) => {
    const rows = bookOf(section).get(club ?? '') ?? [];
    const start = firstAtOrAfter(rows, from);
    const end = firstAtOrAfter(rows, until, true);
    return { count: Math.max(0, end - start), first: rows[start]?.record ?? '' };
  };
}

function rowsOf({ register, members }: Scope, section: string): Dated[] {
  const dated = (row: Row, date: IsoDate | undefined, clubs: readonly (string | undefined)[]): Dated[] =>
    date === undefined ? [] : [{ date, record: recordName(row), clubs: clubs.flatMap((club) => club ?? []) }];
  switch (section) {
    case 'clubs':
      return register.clubs.rows.flatMap((row) => dated(row, row.values.founded, [row.code]));
    case 'members':
      return register.members.rows.flatMap((row) => dated(row, row.values.joined, [row.values.club]));
    case 'loans':
      return register.loans.rows.flatMap((row) => dated(row, row.values.date, [members.get(row.values.member ?? '')?.values.club]));
    case 'funds':
      return register.funds.rows.flatMap((row) => dated(row, row.values.date, [row.values.club]));
    case 'activities':
      return register.activities.rows.flatMap((row) => dated(row, row.values.date, [row.values.club]));
    case 'events':
      return register.events.rows.flatMap((row) => dated(row, row.values.date, row.values.clubs ?? []));
    default:
      return []; // assessments, budgets and places bear no day
  }
}

/** By club, and all of them under an empty key; each in the order of the dates. */
function byClub(rows: readonly Dated[]): Map<string, Dated[]> {
  const sorted = [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const pairs = sorted.flatMap((row) => ['', ...row.clubs].map((club) => ({ club, row })));
  return new Map([...groupsOf(pairs, ({ club }) => club)].map(([club, group]) => [club, group.map(({ row }) => row)]));
}

/** Where the first row on a day or later stands; with `after`, the first one later than the day. */
function firstAtOrAfter(rows: readonly Dated[], day: IsoDate, after = false): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const date = rows[middle]?.date;
    if (date !== undefined && (date < day || (after && date === day))) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The clubs' books as of a day, read once and kept by club: loans, totals, activities, events, funds.
// A row that cannot be read belongs to nobody for certain, and so perhaps to anybody: it widens bounds, it never counts.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { recordKey } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import { textKey } from '../text.ts';
import type { Declared } from './declared.ts';
import type { ActivityCounts, ClubTotals } from './facts.ts';
import { every, some, type Three, three } from './three.ts';

const upTo = (date: IsoDate | undefined, day: IsoDate): Three => (date === undefined ? 'unknown' : three(date <= day));

export interface LoanBook {
  /** production loans dated on or before the day whose borrower cannot be read: each may be anybody's */
  readonly loose: readonly string[];
  /** whether a member has borrowed for production; `declared`: the club's loans are known to be complete */
  readonly borrowed: (member: string, club: string | undefined, declared: boolean) => Three;
}

/**
 * "Thành viên được vay vốn": a member with a production loan dated on or before the day, repaid or not. A club without any loan row
 * and without a declaration says nothing of its members; with rows, the others are taken as not having borrowed (with a data note).
 */
export function loanBook(register: Register, plan: Plan, day: IsoDate): LoanBook {
  const production = new Set(plan.loanPurposes.filter((purpose) => purpose.production).map((purpose) => purpose.id));
  const clubOf = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const row of register.members.rows) {
    const key = recordKey(row);
    if (clubOf.has(key)) shared.add(key);
    clubOf.set(key, row.values.club);
  }
  const answers = new Map<string, Three>();
  const clubsWithLoans = new Set<string | undefined>();
  const loose: string[] = [];
  for (const row of register.loans.rows) {
    const { member, date, purpose } = row.values;
    const answer = every([upTo(date, day), purpose === undefined ? 'unknown' : three(production.has(purpose))]);
    if (member === undefined) {
      if (answer !== 'no') loose.push(recordKey(row));
      continue;
    }
    clubsWithLoans.add(clubOf.get(member));
    // a code that two people bear names neither of them
    const whose = shared.has(member) ? every([answer, 'unknown']) : answer;
    answers.set(member, some([answers.get(member) ?? 'no', whose]));
  }
  return {
    loose,
    borrowed: (member, club, declared) => answers.get(member) ?? (clubsWithLoans.has(club) || declared ? 'no' : 'unknown'),
  };
}

const NUMBERS = ['members', 'older', 'women', 'disadvantaged', 'borrowers', 'incomeFund', 'operatingFund'] as const;

/** The newest totals of each club up to the day. Two of one day that disagree leave the number open. */
export function totalsOn(register: Register, day: IsoDate): ReadonlyMap<string, ClubTotals> {
  const newest = new Map<string, (typeof register.totals.rows)[number][]>();
  for (const row of register.totals.rows) {
    const { club, date } = row.values;
    if (club === undefined || date === undefined || date > day) continue;
    const before = newest.get(club)?.[0]?.values.date;
    if (before === undefined || date > before) newest.set(club, [row]);
    else if (date === before) newest.get(club)?.push(row);
  }
  const agreed = (rows: readonly (typeof register.totals.rows)[number][], key: (typeof NUMBERS)[number]) =>
    rows.every(({ values }) => values[key] === rows[0]?.values[key]) ? rows[0]?.values[key] : undefined;
  return new Map(
    [...newest].map(([club, rows]): [string, ClubTotals] => {
      const [first = ''] = rows.map(recordKey).sort();
      const [members, older, women, disadvantaged, borrowers, incomeFund, operatingFund] = NUMBERS.map((key) => agreed(rows, key));
      return [club, { record: first, members, older, women, disadvantaged, borrowers, incomeFund, operatingFund }];
    }),
  );
}

export function activitiesIn(register: Register, from: IsoDate, to: IsoDate): (club: string) => ActivityCounts {
  const held = new Map<string, Map<string, number>>();
  const doubtful = new Map<string, Map<string, number>>();
  const add = (counts: Map<string, Map<string, number>>, club: string, area: string) => {
    const own = counts.get(club) ?? new Map<string, number>();
    counts.set(club, own.set(area, (own.get(area) ?? 0) + 1));
  };
  for (const { values } of register.activities.rows) {
    const { club, area, date } = values;
    if (date !== undefined && (date < from || date > to)) continue;
    if (club !== undefined && area !== undefined && date !== undefined) add(held, club, area);
    else add(doubtful, club ?? '', area ?? '');
  }
  const anybodys = doubtful.get('') ?? new Map<string, number>();
  return (club) => {
    const own = new Map(doubtful.get(club) ?? []);
    for (const [area, count] of anybodys) own.set(area, (own.get(area) ?? 0) + count);
    return { held: held.get(club) ?? new Map(), doubtful: own };
  };
}

/** Whether an event of some kinds is recorded for a club or a place up to the day; `declared`: events are known to be complete. */
export function eventsOf(
  register: Register,
  kinds: readonly string[],
  named: 'clubs' | 'locations',
  day: IsoDate,
): (name: string, declared: boolean) => Three {
  const answers = new Map<string, Three>();
  let anybodys: Three = register.events.columnAt.has(named) ? 'no' : 'unknown';
  for (const { values, faults } of register.events.rows) {
    const kind = values.kind === undefined ? 'unknown' : three(kinds.includes(values.kind));
    const answer = every([kind, upTo(values.date, day)]);
    if (answer === 'no') continue;
    if (faults.some(({ column }) => column === named)) anybodys = 'unknown';
    for (const name of values[named] ?? []) answers.set(textKey(name), some([answers.get(textKey(name)) ?? 'no', answer]));
  }
  return (name, declared) => {
    const found = some([answers.get(textKey(name)) ?? 'no', anybodys]);
    return found === 'no' && !declared ? 'unknown' : found;
  };
}

type Fund = 'income' | 'operating';

/** What a fund holds, in đồng; `reported`: by the club's own total, without a book. */
export interface Balance {
  readonly balance: number | undefined;
  readonly reported: boolean;
}
const NOT_KNOWN: Balance = { balance: undefined, reported: false };

/**
 * Money in less money out of a club's fund up to the day; where the book has no line of it, what the club reported. Unknown while a line
 * cannot be read, where there is neither line nor report nor a declaration that there is none, and where report and declaration disagree.
 */
export function balancesOn(
  register: Register,
  day: IsoDate,
  declared: Declared,
): (club: string, fund: Fund, since: IsoDate, reported: number | undefined) => Balance {
  const sums = new Map<string, number>();
  const open = new Set<string>();
  for (const { values, faults } of register.funds.rows) {
    const { club, fund, date, received = 0, spent = 0 } = values;
    if (date !== undefined && date > day) continue;
    const key = `${club ?? ''}/${fund ?? ''}`;
    const unreadable = faults.some(({ column }) => column === 'received' || column === 'spent');
    if (date === undefined || club === undefined || fund === undefined || unreadable) open.add(key);
    else sums.set(key, (sums.get(key) ?? 0) + received - spent);
  }
  return (club, fund, since, reported) => {
    const key = `${club}/${fund}`;
    if ([key, `/${fund}`, `${club}/`, '/'].some((one) => open.has(one))) return NOT_KNOWN;
    const booked = sums.get(key) ?? (declared('funds', club, since) ? 0 : undefined);
    if (reported === undefined || sums.has(key)) return { balance: booked, reported: false };
    return booked === undefined || booked === reported ? { balance: reported, reported: true } : NOT_KNOWN;
  };
}

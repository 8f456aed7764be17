// The register's own figures of a period in short: events, activities, loans, money, funds. Sums only; what nobody wrote is no zero.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { ClubFacts } from '../progress/facts.ts';
import { EVENT_KINDS } from '../register/choice-lists.ts';
import type { Register } from '../register/read-register.ts';
import type { AreaLine, DocumentFacts, EventLine, FundLine, SourceLine } from './document-content.ts';
import type { OpenRange } from './ranges.ts';
import type { Window } from './review.ts';

const isIn = (date: IsoDate | undefined, { from, cutOff }: Window): date is IsoDate => date !== undefined && from <= date && date <= cutOff;

/** A sum over rows, some of which may not say; without an upper end then, and also while `more` may come. */
function sumOf(values: readonly (number | undefined)[], more = false): OpenRange {
  const low = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return more || values.includes(undefined) ? { low } : { low, high: low };
}

/** What the commune did for its clubs, by kind; kinds that nothing is recorded of are left out. */
export function eventLines({ events }: Pick<Register, 'events'>, window: Window): EventLine[] {
  const kinds = EVENT_KINDS.from === 'list' ? EVENT_KINDS.choices : [];
  return kinds.flatMap(({ key, label }): EventLine[] => {
    const rows = events.rows.filter(({ values }) => values.kind === key && isIn(values.date, window));
    if (rows.length === 0) return [];
    return [{ kind: key, title: label, times: rows.length, participants: sumOf(rows.map(({ values }) => values.participants)) }];
  });
}

/** What the clubs did, area by area. "No rows" is a nought only where every club's activities were declared complete. */
export function areaLines({ activities }: Register, plan: Plan, window: Window, clubs: readonly ClubFacts[]): AreaLine[] {
  const open = clubs.some(({ active, activitiesDeclared }) => active !== 'no' && !activitiesDeclared);
  const rows = activities.rows.filter(({ values }) => isIn(values.date, window));
  return plan.areas.map(({ id, title }): AreaLine => {
    const own = rows.filter(({ values }) => values.area === id);
    return {
      title,
      held: sumOf(
        own.map(() => 1),
        open,
      ),
      attendances: sumOf(
        own.map(({ values }) => values.attendances),
        open,
      ),
      helped: helpedIn(
        own.flatMap(({ values }) => (values.helped === undefined ? [] : [values.helped])),
        open,
      ),
    };
  });
}

/** Not every activity helps somebody: a blank adds nothing, and without any number nothing is known. */
const helpedIn = (told: readonly number[], open: boolean): OpenRange => sumOf(told, open || told.length === 0);

/** Loans made within the window, and their sum. */
export function loanLine({ loans }: Register, window: Window): DocumentFacts['loans'] {
  const undated = loans.rows.some(({ values }) => values.date === undefined);
  const rows = loans.rows.filter(({ values }) => isIn(values.date, window));
  return {
    made: sumOf(
      rows.map(() => 1),
      undated,
    ),
    amount: sumOf(
      rows.map(({ values }) => values.amount),
      undated,
    ),
  };
}

const MONEY = ['budgeted', 'received', 'spent', 'inKind'] as const;

/** The money of a year by the plan's sources. */
export function sourceLines({ budget }: Pick<Register, 'budget'>, plan: Plan, year: number): SourceLine[] {
  return plan.fundingSources.map(({ id, title }): SourceLine => {
    const rows = budget.rows.filter(({ values }) => values.year === year && values.source === id);
    const sums = MONEY.flatMap((key): [string, number][] => {
      const known = rows.map(({ values }) => values[key]).filter((value) => value !== undefined);
      return known.length === 0 ? [] : [[key, known.reduce((sum, value) => sum + value, 0)]];
    });
    return { title, ...Object.fromEntries(sums) };
  });
}

/** What the clubs' funds hold together, over those that know it. */
export function fundLine(clubs: readonly ClubFacts[], fund: 'income' | 'operating'): FundLine {
  const active = clubs.filter((club) => club.active === 'yes');
  const known = active.map(({ funds }) => funds[fund]).filter((balance) => balance !== undefined);
  return { known: known.length, clubs: active.length, balance: known.reduce((sum, balance) => sum + balance, 0) };
}

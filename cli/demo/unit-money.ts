// What a demo club of many lends, and what its funds had to be given for it.
import { addDays, type IsoDate, lastDayOfYear, yearOf } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { DemoClub } from './club.ts';
import { lendsLittle } from './club-traits.ts';
import type { FoundedClub } from './founding.ts';
import type { FundStart } from './funds.ts';
import { type DemoLoan, type LoanRound, outstanding } from './loans.ts';
import { monthly } from './months.ts';
import type { Random } from './random.ts';

const LENDING = [30, 23, 6, 4, 3, 2, 2, 2] as const; // of a hundred members, a round each quarter; later rounds as the last
const LITTLE_LENDING = [11, 8, 6, 3, 2, 2, 1, 1] as const;

/** What a club without an income fund lends: nothing. Others lend to half of their members within half a year, or to a third in years. */
export function roundsOf(spec: FoundedClub, club: DemoClub, plan: Plan, random: Random): LoanRound[] {
  const since = club.papers.incomeFundSince;
  if (typeof since !== 'string') return [];
  const shares = lendsLittle(spec) ? LITTLE_LENDING : LENDING;
  const { olderWomen, olderMen, youngerWomen, youngerMen } = club.people;
  const all = olderWomen + olderMen + youngerWomen + youngerMen;
  const purposes = plan.loanPurposes.filter(({ production }) => production).map(({ id }) => id);
  const other = plan.loanPurposes.filter(({ production }) => !production).map(({ id }) => id);
  const [purpose, ...more] = purposes;
  if (purpose === undefined) return [];
  const bookFrom = lastDayOfYear(yearOf(plan.period.to) - 4); // older loans were paid back long ago, and their book is closed
  const until = spec.dissolved === undefined ? plan.period.to : addDays(spec.dissolved, -1);
  const days = monthly(club.meetingDay, (since as IsoDate) > bookFrom ? (since as IsoDate) : bookFrom, until).filter(
    (_, month) => month % 3 === 0,
  );
  return days.flatMap((on, index): LoanRound[] => {
    const loans = Math.round((all * (shares[index] ?? 1)) / 100);
    const lent: LoanRound = {
      on,
      loans,
      amounts: [3_000_000, 4_000_000, 5_000_000],
      purposes: [purpose, ...more],
      sources: sourcesOf(plan),
    };
    const [first, ...rest] = other;
    return first !== undefined && random.chance(20) ? [lent, { ...lent, loans: 1, purposes: [first, ...rest] }] : [lent];
  });
}

const sourcesOf = (plan: Plan): LoanRound['sources'] => [null, ...plan.fundingSources.map(({ id }) => id)];
const MILLION = 1_000_000;

/** What the funds were given: the sources of the time for a young club, one opening balance where the books began later than the club. */
export function startsOf(
  club: DemoClub,
  loans: readonly DemoLoan[],
  { plan, begun, upTo }: { readonly plan: Plan; readonly begun: IsoDate; readonly upTo: IsoDate },
  random: Random,
): FundStart[] {
  const peak = Math.max(0, ...[...new Set(loans.map(({ date }) => date))].map((day) => outstanding(loans, day)));
  const capital = Math.ceil((peak * 1.15) / MILLION + 5) * MILLION;
  const sources = plan.fundingSources.map(({ id }) => id);
  const source = (index: number): string => sources[index % Math.max(1, sources.length)] ?? 'other';
  const given = (fund: FundStart['fund'], since: unknown, amount: number, parts: number): FundStart[] => {
    if (typeof since !== 'string') return [];
    const day = since as IsoDate;
    if (day < begun) return [{ on: begun, fund, kind: 'openingBalance', amount, note: 'Chuyển từ sổ giấy sang' }];
    const part = Math.floor(amount / parts / MILLION) * MILLION;
    const offset = random.int(0, 3);
    return Array.from({ length: parts }, (_, index) => {
      const own = index === 0 ? amount - part * (parts - 1) : part;
      return { on: day, fund, kind: source(offset + index), amount: own };
    });
  };
  const { incomeFundSince, operatingFundSince } = club.papers;
  return [...given('income', incomeFundSince, capital, 3), ...given('operating', operatingFundSince, 3 * MILLION, 1)].filter(
    ({ on }) => on <= upTo,
  );
}

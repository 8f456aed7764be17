// Loans of the demo clubs: rounds lent from the income fund, paid back in ten monthly parts, most of them in time.
import { addYears, type IsoDate } from '../../rules/calendar-date.ts';
import type { DemoClub, DemoMember } from './club.ts';
import { presentOn } from './club.ts';
import { monthly } from './months.ts';
import type { Random } from './random.ts';
import { type DemoRow, enteredBy, withCodes } from './register.ts';

/** Money handed out on one meeting day; people in hardship come first. */
export interface LoanRound {
  readonly on: IsoDate;
  readonly loans: number;
  readonly amounts: readonly [number, ...number[]];
  /** keys of the plan: what for, and of which source (null: not written down) */
  readonly purposes: readonly [string, ...string[]];
  readonly sources: readonly [string | null, ...(string | null)[]];
}
export interface DemoLoan {
  readonly member: DemoMember;
  readonly date: IsoDate;
  readonly amount: number;
  readonly purpose: string;
  readonly source: string | null;
  /** a slow payer pays every second month */
  readonly slow: boolean;
  /** how the borrower was written down: with the name, or the code alone */
  readonly named: boolean;
}

const PARTS = 10;

/** The loans of a club, each to somebody who is there that day and has not borrowed yet. */
export function loansOf(club: DemoClub, members: readonly DemoMember[], rounds: readonly LoanRound[], random: Random): DemoLoan[] {
  const served = new Set<string>();
  return rounds.flatMap(({ on, loans, amounts, purposes, sources }) => {
    const waiting = presentOn(members, club, on).filter(({ code }) => !served.has(code));
    const inHardship = ({ person }: DemoMember): boolean => person.circumstance !== 'none';
    const order = [...random.shuffled(waiting.filter(inHardship)), ...random.shuffled(waiting.filter((one) => !inHardship(one)))];
    return order.slice(0, loans).map((member): DemoLoan => {
      served.add(member.code);
      const [amount, purpose, source] = [random.pick(amounts), random.pick(purposes), random.pick(sources)];
      return { member, date: on, amount, purpose, source, slow: random.chance(15), named: random.chance(80) };
    });
  });
}

/** What was paid back up to a day, and when last. */
export function repaidBy({ date, amount, slow, member }: DemoLoan, day: IsoDate): { readonly paid: number; readonly last?: IsoDate } {
  const days = monthly(member.club.meetingDay, date, day)
    .filter((paidOn) => paidOn > date)
    .filter((_, index) => !slow || index % 2 === 1)
    .slice(0, PARTS);
  const last = days[days.length - 1];
  return last === undefined ? { paid: 0 } : { paid: (amount / PARTS) * days.length, last };
}

/** What a club has out on loan on a day. */
export const outstanding = (loans: readonly DemoLoan[], day: IsoDate): number =>
  loans.filter(({ date }) => date <= day).reduce((sum, loan) => sum + loan.amount - repaidBy(loan, day).paid, 0);

/** The loans' rows of a day: nothing lent or paid back later is there yet. */
export function loanRows(loans: readonly DemoLoan[], day: IsoDate): DemoRow<'loans'>[] {
  const entries = loans.map((loan) => ({ on: loan.date, row: rowOf(loan, day) }));
  return enteredBy(withCodes('loans', entries), day);
}

function rowOf(loan: DemoLoan, day: IsoDate): DemoRow<'loans'> {
  const { member, date, amount, purpose, source, named } = loan;
  const { paid, last } = repaidBy(loan, day);
  return {
    member: named ? `${member.code} – ${member.person.name} (${member.person.birth.slice(-4)})` : member.code,
    date,
    amount,
    purpose,
    source,
    due: addYears(date, 1),
    repaid: paid,
    lastRepaid: last ?? null,
  };
}

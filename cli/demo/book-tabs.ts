// What the demo's clubs have written by a day, as the register's tabs: clubs, members, and the three books they keep.
import type { IsoDate } from '../../rules/calendar-date.ts';
import { clubRows, type DemoClub, type DemoMember, memberRows } from './club.ts';
import { type DemoLoan, loanRows } from './loans.ts';
import { type DemoRows, type Entry, enteredBy, withCodes } from './register.ts';

export interface DemoBooks {
  readonly loans: readonly DemoLoan[];
  readonly lines: readonly Entry<'funds'>[];
  readonly activities: readonly Entry<'activities'>[];
}

/** The tabs as entered up to the day. Codes run through all clubs in the order of the days. */
export function bookTabs(
  clubs: readonly DemoClub[],
  members: readonly DemoMember[],
  books: readonly DemoBooks[],
  upTo: IsoDate,
): Pick<DemoRows, 'clubs' | 'members' | 'loans' | 'funds' | 'activities'> {
  const all = <K extends keyof DemoBooks>(book: K) => books.flatMap((one): DemoBooks[K][number][] => [...one[book]]);
  const funds = withCodes('funds', all('lines'));
  const activities = withCodes('activities', all('activities'));
  return {
    clubs: clubRows(clubs, members, upTo),
    members: memberRows(members, upTo),
    loans: loanRows(all('loans'), upTo),
    funds: enteredBy(funds, upTo),
    activities: enteredBy(activities, upTo),
  };
}

// What the register says on a day, in the plain words of the measures: clubs, people, places, and what was declared complete.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Birth } from '../register/column.ts';
import type { Three } from './three.ts';

/** A row of Thành viên on the day: whether it counts, and its own answers. */
export interface Membership {
  readonly record: string;
  readonly club: string | undefined;
  /** joined <= day < left; unknown where a date is missing or unreadable, or where the row cannot be counted as it stands */
  readonly active: Three;
  readonly joined: IsoDate | undefined;
  readonly birth: Birth | undefined;
  readonly sex: 'female' | 'male' | undefined;
  readonly circumstance: string | undefined;
  readonly ethnicMinority: boolean | undefined;
  readonly needsLoan: boolean | undefined;
  readonly insured: boolean | undefined;
  readonly board: Three;
  readonly volunteer: Three;
  readonly borrower: Three;
}

/** One human being: every membership that name, year of birth, sex and place say is theirs. */
export interface Person {
  readonly record: string;
  readonly memberships: readonly Membership[];
  /** unknown: perhaps one of several namesakes, who are told apart by their places */
  readonly distinct: Three;
}

/** Activities of a club within the window, by area; the doubtful ones may belong to the area, '' to any. */
export interface ActivityCounts {
  readonly held: ReadonlyMap<string, number>;
  readonly doubtful: ReadonlyMap<string, number>;
}

/** Numbers a club reported without a list. */
export interface ClubTotals {
  readonly record: string;
  readonly members: number | undefined;
  readonly older: number | undefined;
  readonly women: number | undefined;
  readonly disadvantaged: number | undefined;
  readonly borrowers: number | undefined;
  /** in đồng */
  readonly incomeFund: number | undefined;
  readonly operatingFund: number | undefined;
}

export interface ClubFacts {
  readonly code: string;
  readonly name: string;
  readonly location: string | undefined;
  /** the decision's date <= day, and not dissolved */
  readonly active: Three;
  readonly founded: IsoDate | undefined;
  readonly since: { readonly [evidence in 'foundingDecision' | 'launch' | 'regulation' | 'board' | 'incomeFund' | 'operatingFund']: Three };
  readonly model: Three;
  /** active memberships of the list, and the doubtful ones; absent where only totals or nothing are known */
  readonly members: readonly Membership[];
  /** the same by person: one who stands in the list twice is one member */
  readonly people: readonly Person[];
  /** people of the list whose club cannot be read; of this one perhaps */
  readonly strays: readonly Person[];
  /** the list is known to hold everybody, or at least holds somebody */
  readonly listed: boolean;
  readonly totals: ClubTotals | undefined;
  /** loans of the commune whose borrower cannot be read; one of this club's members perhaps */
  readonly looseLoans: readonly string[];
  /** rows per area within the window, and whether the section was declared complete */
  readonly activities: ActivityCounts;
  readonly activitiesDeclared: boolean;
  readonly trained: Three;
  readonly supervised: Three;
  /** balances in đồng: of the club's book, else what it reported without one */
  readonly funds: { readonly income: number | undefined; readonly operating: number | undefined };
  /** which of them were reported without a book */
  readonly fundsReported: { readonly income: boolean; readonly operating: boolean };
  /** what people said of the club in the day's year (tab Đánh giá CLB); undefined also where two lines disagree */
  readonly verdict: string | undefined;
}

export interface LocationFacts {
  readonly record: string;
  readonly name: string;
  readonly hasPlan: Three;
  readonly hasClub: Three;
  readonly reached: Three;
}

export interface Facts {
  readonly plan: Plan;
  readonly asOf: IsoDate;
  /** the unit the register belongs to */
  readonly unit: string;
  readonly clubs: readonly ClubFacts[];
  /** clubs may exist that the register does not hold: no row, and nobody declared that there is none */
  readonly clubsOpen: boolean;
  readonly people: readonly Person[];
  /** production loans whose borrower cannot be read */
  readonly looseLoans?: readonly string[];
  readonly locations: readonly LocationFacts[];
  readonly locationsOpen: boolean;
}

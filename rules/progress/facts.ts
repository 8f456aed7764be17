// What the register says on a day, in the plain words of the measures: clubs, people, places, and what was declared complete.
// The only file of the measures that knows the register's columns.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Birth } from '../register/column.ts';
import type { Register } from '../register/read-register.ts';
import { textKey } from '../text.ts';
import { every, some, type Three, three } from './three.ts';

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
  readonly board: boolean;
  readonly volunteer: boolean;
  readonly borrower: Three;
}

/** One human being: every membership that name, year of birth, sex and place say is theirs. */
export interface Person {
  readonly record: string;
  readonly memberships: readonly Membership[];
}

/** Numbers a club reported without a list. */
export interface ClubTotals {
  readonly record: string;
  readonly members: number | undefined;
  readonly older: number | undefined;
  readonly women: number | undefined;
  readonly disadvantaged: number | undefined;
  readonly borrowers: number | undefined;
}

export interface ClubFacts {
  readonly code: string;
  readonly name: string;
  readonly location: string | undefined;
  /** the decision's date <= day, and not dissolved */
  readonly active: Three;
  readonly founded: IsoDate | undefined;
  readonly since: { readonly [evidence in 'foundingDecision' | 'launch' | 'regulation' | 'board' | 'incomeFund' | 'operatingFund']: Three };
  readonly model: boolean;
  /** active memberships of the list, and the doubtful ones; absent where only totals or nothing are known */
  readonly members: readonly Membership[];
  /** the list is known to hold everybody, or at least holds somebody */
  readonly listed: boolean;
  readonly totals: ClubTotals | undefined;
  /** rows per area within the window, and whether the section was declared complete */
  readonly activities: ReadonlyMap<string, number>;
  readonly activitiesDeclared: boolean;
  readonly trained: Three;
  readonly supervised: Three;
  readonly funds: { readonly income: number | undefined; readonly operating: number | undefined };
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
  readonly locations: readonly LocationFacts[];
  readonly locationsOpen: boolean;
}

export interface FactsQuestion {
  readonly plan: Plan;
  readonly unit: string;
  readonly asOf: IsoDate;
  /** first day of the window in which activities are looked for */
  readonly windowFrom: IsoDate;
}

type Section = 'clubs' | 'members' | 'loans' | 'funds' | 'activities' | 'events' | 'locations';

/** Reads a register's state on a day. Pure; a missing tab leaves its questions unanswered, never answered with zero. */
export function factsOf(register: Register, question: FactsQuestion): Facts {
  const { plan, unit, asOf, windowFrom } = question;
  const declared = declarationsOn(register, asOf);
  const borrowerOf = borrowersOn(register, plan, asOf, declared);
  const memberships = register.members.rows.map((row): Membership => {
    const { values, faults } = row;
    const bad = (column: string) => faults.some((fault) => fault.column === column);
    const countable = values.club !== undefined && values.name !== undefined && values.joined !== undefined;
    return {
      record: row.code ?? `#${row.row}`,
      club: values.club,
      active: countable ? presenceOn(values.joined, values.left, asOf, bad('left')) : leftBefore(values.left, asOf) ? 'no' : 'unknown',
      joined: values.joined,
      birth: values.birth,
      sex: values.sex === 'female' || values.sex === 'male' ? values.sex : undefined,
      circumstance: values.circumstance,
      ethnicMinority: yesNo(values.ethnicMinority),
      needsLoan: yesNo(values.needsLoan),
      insured: yesNo(values.insured),
      board: values.board === true,
      volunteer: values.volunteer === true,
      borrower: borrowerOf(row.code ?? `#row${row.row}`, values.club),
    };
  });
  const clubs = register.clubs.rows.map((row): ClubFacts => {
    const { values } = row;
    const code = row.code ?? `#row${row.row}`;
    const own = memberships.filter((member) => member.club === code && member.active !== 'no');
    const complete = declared('clubs', code) !== undefined;
    const since = (date: IsoDate | undefined, column: string): Three =>
      date !== undefined ? three(date <= asOf) : row.faults.some((fault) => fault.column === column) || !complete ? 'unknown' : 'no';
    const listed = own.length > 0 || memberships.some((member) => member.club === code) || declared('members', code) !== undefined;
    return {
      code,
      name: values.name ?? code,
      location: values.location,
      active: presenceOn(
        values.founded,
        values.dissolved,
        asOf,
        row.faults.some((fault) => fault.column === 'dissolved'),
      ),
      founded: values.founded,
      since: {
        foundingDecision: since(values.founded, 'founded'),
        launch: since(values.launched, 'launched'),
        regulation: since(values.regulationDate, 'regulationDate'),
        board: since(values.boardRecognised, 'boardRecognised'),
        incomeFund: since(values.incomeFundSince, 'incomeFundSince'),
        operatingFund: since(values.operatingFundSince, 'operatingFundSince'),
      },
      model: values.model === true,
      members: own,
      listed,
      totals: listed ? undefined : totalsOn(register, code, asOf),
      activities: activitiesOf(register, code, windowFrom, asOf),
      activitiesDeclared: declared('activities', code) !== undefined,
      trained: eventFor(register, code, ['initialTraining', 'trainerTraining'], asOf, declared('events', code) !== undefined),
      supervised: eventFor(register, code, ['supervision'], asOf, declared('events', code) !== undefined),
      funds: { income: balanceOf(register, code, 'income', asOf), operating: balanceOf(register, code, 'operating', asOf) },
    };
  });
  return {
    plan,
    asOf,
    unit,
    clubs,
    clubsOpen: register.clubs.state === 'missing' || (clubs.length === 0 && declared('clubs', undefined) === undefined),
    people: peopleOf(memberships, register),
    locations: register.locations.rows.flatMap((row): LocationFacts[] => {
      const name = row.values.name;
      if (name === undefined) return [];
      const here = clubs.filter((club) => club.location !== undefined && textKey(club.location) === textKey(name));
      return [
        {
          record: name,
          name,
          hasPlan: three(yesNo(row.values.hasPlan)),
          hasClub: some(here.map((club) => club.active)),
          reached: reachedOn(register, name, asOf, declared('events', undefined) !== undefined),
        },
      ];
    }),
    locationsOpen: register.locations.state === 'missing' || register.locations.rows.length === 0,
  };
}

/** M(t): joined <= t < left. C(t): decision date <= t and not dissolved. The day of leaving no longer counts. */
function presenceOn(from: IsoDate | undefined, until: IsoDate | undefined, day: IsoDate, untilUnreadable: boolean): Three {
  if (leftBefore(until, day)) return 'no';
  if (from !== undefined && from > day) return 'no';
  if (from === undefined || untilUnreadable) return 'unknown';
  return until !== undefined && until < from ? 'unknown' : 'yes';
}

const leftBefore = (until: IsoDate | undefined, day: IsoDate): boolean => until !== undefined && until <= day;

const yesNo = (choice: string | undefined): boolean | undefined => (choice === undefined ? undefined : choice === 'yes');

/** What was declared for a section, for a club or for the whole commune, with a date that reaches the day. */
function declarationsOn(register: Register, day: IsoDate): (section: Section, club: string | undefined) => 'complete' | 'nil' | undefined {
  const reaching = register.declarations.rows.filter(({ values }) => values.until !== undefined && values.until >= day);
  const found = new Map<string, 'complete' | 'nil'>();
  for (const { values, faults } of reaching) {
    if (values.section === undefined || (values.state !== 'complete' && values.state !== 'nil')) continue;
    if (faults.some((fault) => fault.column === 'club')) continue;
    found.set(`${values.section}/${values.club ?? ''}`, values.state);
  }
  return (section, club) => (club === undefined ? undefined : found.get(`${section}/${club}`)) ?? found.get(`${section}/`);
}

/**
 * "Thành viên được vay vốn": a member with a production loan dated on or before the day, repaid or not. A club without any loan row
 * and without a declaration says nothing of its members; with rows, the others are taken as not having borrowed (with a data note).
 */
function borrowersOn(
  register: Register,
  plan: Plan,
  day: IsoDate,
  declared: ReturnType<typeof declarationsOn>,
): (member: string, club: string | undefined) => Three {
  const production = new Set(plan.loanPurposes.filter((purpose) => purpose.production).map((purpose) => purpose.id));
  const clubOf = new Map(register.members.rows.map((row) => [row.code ?? `#row${row.row}`, row.values.club]));
  const answers = new Map<string, Three>();
  const clubsWithLoans = new Set<string | undefined>();
  for (const { values } of register.loans.rows) {
    if (values.member === undefined) continue;
    clubsWithLoans.add(clubOf.get(values.member));
    const dated = values.date === undefined ? 'unknown' : three(values.date <= day);
    const purposed = values.purpose === undefined ? 'unknown' : three(production.has(values.purpose));
    const answer = every([dated, purposed]);
    answers.set(values.member, some([answers.get(values.member) ?? 'no', answer]));
  }
  return (member, club) => answers.get(member) ?? (clubsWithLoans.has(club) || declared('loans', club) !== undefined ? 'no' : 'unknown');
}

/** The newest totals a club reported up to the day. */
function totalsOn(register: Register, club: string, day: IsoDate): ClubTotals | undefined {
  let newest: (typeof register.totals.rows)[number] | undefined;
  for (const row of register.totals.rows) {
    const { date } = row.values;
    if (row.values.club !== club || date === undefined || date > day) continue;
    if (newest === undefined || date >= (newest.values.date ?? date)) newest = row;
  }
  if (newest === undefined) return undefined;
  const { members, older, women, disadvantaged, borrowers } = newest.values;
  return { record: newest.code ?? `#${newest.row}`, members, older, women, disadvantaged, borrowers };
}

function activitiesOf(register: Register, club: string, from: IsoDate, to: IsoDate): Map<string, number> {
  const found = new Map<string, number>();
  for (const { values } of register.activities.rows) {
    if (values.club !== club || values.area === undefined || values.date === undefined) continue;
    if (values.date >= from && values.date <= to) found.set(values.area, (found.get(values.area) ?? 0) + 1);
  }
  return found;
}

function eventFor(register: Register, club: string, kinds: readonly string[], day: IsoDate, declared: boolean): Three {
  const held = register.events.rows.some(
    ({ values }) =>
      values.kind !== undefined &&
      kinds.includes(values.kind) &&
      values.date !== undefined &&
      values.date <= day &&
      (values.clubs?.includes(club) ?? false),
  );
  return held ? 'yes' : declared ? 'no' : 'unknown';
}

function reachedOn(register: Register, location: string, day: IsoDate, declared: boolean): Three {
  const key = textKey(location);
  const held = register.events.rows.some(
    ({ values }) =>
      values.kind === 'communication' &&
      values.date !== undefined &&
      values.date <= day &&
      (values.locations?.some((name) => textKey(name) === key) ?? false),
  );
  return held ? 'yes' : declared ? 'no' : 'unknown';
}

/** Money in less money out up to the day; undefined where the club has no line for the fund. */
function balanceOf(register: Register, club: string, fund: 'income' | 'operating', day: IsoDate): number | undefined {
  const lines = register.funds.rows.filter(
    ({ values }) => values.club === club && values.fund === fund && values.date !== undefined && values.date <= day,
  );
  return lines.length === 0 ? undefined : lines.reduce((sum, { values }) => sum + (values.received ?? 0) - (values.spent ?? 0), 0);
}

/** Groups memberships by person: name key, year of birth and sex, and place where both have one. Without all three, each row is its own. */
function peopleOf(memberships: readonly Membership[], register: Register): Person[] {
  const people = new Map<string, Membership[]>();
  const placesOf = new Map<string, string>();
  memberships.forEach((member, index) => {
    const values = register.members.rows[index]?.values;
    const name = values?.name;
    const identity =
      name !== undefined && member.birth !== undefined && member.sex !== undefined
        ? `${textKey(name)}|${member.birth.year}|${member.sex}`
        : undefined;
    if (identity === undefined) {
      people.set(`row ${index}`, [member]);
      return;
    }
    const place = values?.location === undefined ? '' : textKey(values.location);
    const known = placesOf.get(identity);
    if (known === undefined || known === '') placesOf.set(identity, place);
    const key = known === undefined || known === '' || place === '' || known === place ? identity : `${identity}|${place}`;
    people.set(key, [...(people.get(key) ?? []), member]);
  });
  return [...people.values()].flatMap((own) => (own[0] ? [{ record: own[0].record, memberships: own }] : []));
}

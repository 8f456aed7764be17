// From a register to its facts on a day. This file, books.ts, declared.ts and persons.ts are the only ones of the measures that know
// the register's columns.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { recordKey } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import type { Row, TabReading } from '../register/read-tab.ts';
import { textKey } from '../text.ts';
import { activitiesIn, balancesOn, eventsOf, loanBook, totalsOn } from './books.ts';
import { declarationsOn } from './declared.ts';
import type { ClubFacts, Facts, LocationFacts, Membership } from './facts.ts';
import { type Named, peopleOf } from './persons.ts';
import { every, some, type Three, three } from './three.ts';

export interface FactsQuestion {
  readonly plan: Plan;
  readonly unit: string;
  readonly asOf: IsoDate;
  /** first day of the window in which activities are looked for */
  readonly windowFrom: IsoDate;
}

const READ = new WeakMap<Register, { readonly question: FactsQuestion; readonly facts: Facts }[]>();

/**
 * A register's state on a day. Pure; a missing tab or column leaves its questions unanswered, never answered with zero. Findings, targets
 * and reports ask the same thing of the same register: it is read once for each day, and forgotten with the register.
 */
export function factsOf(register: Register, question: FactsQuestion): Facts {
  const read = READ.get(register) ?? [];
  const { plan, unit, asOf, windowFrom } = question;
  const known = read.find(
    ({ question: one }) => one.plan === plan && one.unit === unit && one.asOf === asOf && one.windowFrom === windowFrom,
  );
  if (known !== undefined) return known.facts;
  const facts = readFacts(register, question);
  READ.set(register, [...read, { question, facts }]);
  return facts;
}

function readFacts(register: Register, question: FactsQuestion): Facts {
  const { plan, unit, asOf } = question;
  const declared = declarationsOn(register, asOf);
  const loans = loanBook(register, plan, asOf);
  const founded = new Map(register.clubs.rows.map((row) => [recordKey(row), row.values.founded]));
  const since = (club: string | undefined): IsoDate => (club === undefined ? undefined : founded.get(club)) ?? plan.period.from;
  const loansOf = memoOf((club: string | undefined) => declared('loans', club, since(club)));
  const named = register.members.rows.map(
    (row): Named => ({
      member: membershipOf(row, register.members, asOf, loans.borrowed(recordKey(row), row.values.club, loansOf(row.values.club))),
      name: row.values.name,
      place: row.values.location,
    }),
  );
  const byClub = new Map<string, Named[]>();
  for (const one of named) {
    const { club } = one.member;
    if (club !== undefined)
      byClub
        .set(club, byClub.get(club) ?? [])
        .get(club)
        ?.push(one);
  }
  const clubs = clubsOn(register, question, { declared, since, named, byClub, looseLoans: loans.loose });
  return {
    plan,
    asOf,
    unit,
    clubs,
    clubsOpen: register.clubs.state === 'missing' || (clubs.length === 0 && !declared('clubs', undefined, plan.period.from)),
    people: peopleOf(named),
    looseLoans: loans.loose,
    locations: locationsOn(register, asOf, clubs, declared('events', undefined, plan.period.from)),
    locationsOpen: register.locations.state === 'missing' || register.locations.rows.length === 0,
  };
}

type MemberReading = Register['members'];
type ClubReading = Register['clubs'];

/** A date nobody can read, or in a column that is gone: it may be any day. */
const isUnreadable = (reading: TabReading, row: Row, column: string): boolean =>
  !reading.columnAt.has(column) || row.faults.some((fault) => fault.column === column);

/** A box that is not ticked is a no; a box that is not there says nothing. */
const tickOf = (reading: TabReading, row: Row, column: string, ticked: boolean | undefined): Three =>
  ticked === undefined && isUnreadable(reading, row, column) ? 'unknown' : three(ticked === true);

function membershipOf(row: MemberReading['rows'][number], reading: MemberReading, asOf: IsoDate, borrower: Three): Membership {
  const { values } = row;
  const present = presenceOn(values.joined, values.left, asOf, isUnreadable(reading, row, 'left'));
  const countable = values.club !== undefined && values.name !== undefined;
  return {
    record: recordKey(row),
    club: values.club,
    active: countable ? present : every([present, 'unknown']),
    joined: values.joined,
    birth: values.birth,
    sex: values.sex === 'female' || values.sex === 'male' ? values.sex : undefined,
    circumstance: values.circumstance,
    ethnicMinority: yesNo(values.ethnicMinority),
    needsLoan: yesNo(values.needsLoan),
    insured: yesNo(values.insured),
    board: tickOf(reading, row, 'board', values.board),
    volunteer: tickOf(reading, row, 'volunteer', values.volunteer),
    borrower,
  };
}

interface ClubBooks {
  readonly declared: ReturnType<typeof declarationsOn>;
  /** from which day on a club's books are asked for */
  readonly since: (club: string) => IsoDate;
  readonly named: readonly Named[];
  readonly byClub: ReadonlyMap<string, readonly Named[]>;
  readonly looseLoans: readonly string[];
}

function clubsOn(register: Register, { asOf, windowFrom }: FactsQuestion, books: ClubBooks): ClubFacts[] {
  const { declared, since, named, byClub, looseLoans } = books;
  const totals = totalsOn(register, asOf);
  const activities = activitiesIn(register, windowFrom, asOf);
  const trained = eventsOf(register, ['initialTraining', 'trainerTraining'], 'clubs', asOf);
  const supervised = eventsOf(register, ['supervision'], 'clubs', asOf);
  const balance = balancesOn(register, asOf, declared);
  const verdictOf = verdictsIn(register, yearOf(asOf));
  const { clubs } = register;
  const strays = peopleOf(named.filter(({ member }) => member.club === undefined && member.active !== 'no'));
  return clubs.rows.map((row): ClubFacts => {
    const { values } = row;
    const code = recordKey(row);
    const start = since(code);
    const own = (byClub.get(code) ?? []).filter(({ member }) => member.active !== 'no');
    const listed = byClub.has(code) || (!totals.has(code) && declared('members', code, start));
    const events = declared('events', code, start);
    const reported = totals.get(code);
    const [income, operating] = [
      balance(code, 'income', start, reported?.incomeFund),
      balance(code, 'operating', start, reported?.operatingFund),
    ];
    return {
      code,
      name: values.name ?? code,
      location: values.location,
      active: presenceOn(values.founded, values.dissolved, asOf, isUnreadable(clubs, row, 'dissolved')),
      founded: values.founded,
      since: evidenceOf(row, clubs, asOf, declared('clubs', code, start)),
      model: tickOf(clubs, row, 'model', values.model),
      members: own.map(({ member }) => member),
      people: peopleOf(own),
      strays,
      listed,
      totals: listed ? undefined : totals.get(code),
      looseLoans,
      activities: activities(code),
      activitiesDeclared: declared('activities', code, start > windowFrom ? start : windowFrom),
      trained: trained(code, events),
      supervised: supervised(code, events),
      funds: { income: income.balance, operating: operating.balance },
      fundsReported: { income: income.reported, operating: operating.reported },
      verdict: verdictOf(code),
    };
  });
}

/** What people said of each club in a year; nothing where two of its lines disagree. */
function verdictsIn(register: Register, year: number): (club: string) => string | undefined {
  const given = new Map<string, Set<string | undefined>>();
  for (const { values } of register.assessments.rows) {
    const { club, verdict } = values;
    if (club !== undefined && values.year === year) given.set(club, (given.get(club) ?? new Set()).add(verdict));
  }
  return (club) => {
    const verdicts = [...(given.get(club) ?? [])];
    return verdicts.length === 1 ? verdicts[0] : undefined;
  };
}

/** What a club has had since some day; a blank date is a no only where the clubs were declared complete. */
function evidenceOf(row: ClubReading['rows'][number], reading: ClubReading, asOf: IsoDate, complete: boolean): ClubFacts['since'] {
  const { values } = row;
  const since = (date: IsoDate | undefined, column: string): Three =>
    date !== undefined ? three(date <= asOf) : isUnreadable(reading, row, column) || !complete ? 'unknown' : 'no';
  return {
    foundingDecision: since(values.founded, 'founded'),
    launch: since(values.launched, 'launched'),
    regulation: since(values.regulationDate, 'regulationDate'),
    board: since(values.boardRecognised, 'boardRecognised'),
    incomeFund: since(values.incomeFundSince, 'incomeFundSince'),
    operatingFund: since(values.operatingFundSince, 'operatingFundSince'),
  };
}

function locationsOn(register: Register, asOf: IsoDate, clubs: readonly ClubFacts[], declared: boolean): LocationFacts[] {
  const reached = eventsOf(register, ['communication'], 'locations', asOf);
  const clubsAt = new Map<string, Three[]>();
  for (const { location, active } of clubs) {
    const key = location === undefined ? '' : textKey(location); // '': a club that may be anywhere
    clubsAt.set(key, [...(clubsAt.get(key) ?? []), location === undefined && active === 'yes' ? 'unknown' : active]);
  }
  const anywhere = clubsAt.get('') ?? [];
  return register.locations.rows.flatMap((row): LocationFacts[] => {
    const { name, hasPlan } = row.values;
    if (name === undefined) return [];
    return [
      {
        record: recordKey(row),
        name,
        hasPlan: three(yesNo(hasPlan)),
        hasClub: some([...(clubsAt.get(textKey(name)) ?? []), ...anywhere]),
        reached: reached(name, declared),
      },
    ];
  });
}

/**
 * M(t): joined <= t < left. C(t): decision date <= t and not dissolved. The day of leaving no longer counts. Of two dates the wrong way
 * round one is wrong, and nobody knows which.
 */
function presenceOn(from: IsoDate | undefined, until: IsoDate | undefined, day: IsoDate, untilUnreadable: boolean): Three {
  if (from !== undefined && from > day) return 'no';
  if (until !== undefined && until <= day) return from !== undefined && until < from ? 'unknown' : 'no';
  return from === undefined || untilUnreadable ? 'unknown' : 'yes';
}

const yesNo = (choice: string | undefined): boolean | undefined => (choice === undefined ? undefined : choice === 'yes');

function memoOf<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, { readonly it: V }>();
  return (key) => {
    const found = known.get(key) ?? { it: work(key) };
    known.set(key, found);
    return found.it;
  };
}

// Measures: what a target counts, taken from one commune's facts. No verdicts here; the same tallies add up over many registers.
import { type IsoDate, lastDayOfYear, yearOf } from '../calendar-date.ts';
import type { ClubEvidence, ClubFilter, Count, MemberFilter, Span, Target } from '../plan/target-schema.ts';
import { textKey } from '../text.ts';
import type { ClubFacts, Facts, Person } from './facts.ts';
import { clubMatches, clubMembers, locationMatches, personMatches, tallyPeople, within } from './match.ts';
import type { Tally } from './progress.ts';
import { NOTHING, sumOf, tallyOf } from './tally.ts';
import { every, some, type Three, three } from './three.ts';

/** What was counted for one target (or one reading of it): a part, and the whole where it is a share. */
export interface Measured {
  readonly numerator: Tally;
  readonly denominator?: Tally;
}
export interface ClubMeasured extends Measured {
  readonly club: string;
  readonly name: string;
  readonly active: Three;
  readonly fromTotals: boolean;
}
/** One target's counts on a day; the alternatives beside it. */
export interface TargetMeasured extends Measured {
  readonly target: string;
  readonly asOf: IsoDate;
  readonly clubs?: readonly ClubMeasured[];
  readonly readings?: readonly (Measured & { readonly id: string })[];
  readonly years?: readonly (Measured & { readonly year: number })[];
  /** many units, each judged by itself */
  readonly units?: readonly (Measured & { readonly unit: string })[];
}

/** Counts what a target asks for. A narrative target without a figure beside it has nothing to count. */
export function measure(target: Target, facts: Facts): TargetMeasured | undefined {
  const head = { target: target.id, asOf: facts.asOf };
  switch (target.kind) {
    case 'count': {
      const years =
        target.every === undefined
          ? undefined
          : yearsOf(target.every, facts).map((span) => ({
              year: yearOf(span.from),
              numerator: countOf(newIn(target.count, span), facts, true),
            }));
      const current = years?.[years.length - 1];
      return {
        ...head,
        numerator: target.every === undefined ? countOf(target.count, facts) : (current?.numerator ?? NOTHING),
        ...(years ? { years } : {}),
        ...(target.readings ? { readings: target.readings.map(({ id, count }) => ({ id, numerator: countOf(count, facts) })) } : {}),
      };
    }
    case 'share':
      return {
        ...head,
        numerator: countOf(target.part, facts),
        denominator: countOf(target.of, facts),
        ...(target.readings
          ? {
              readings: target.readings.map(({ id, part, of }) => ({
                id,
                numerator: countOf(part, facts),
                denominator: countOf(of, facts),
              })),
            }
          : {}),
      };
    case 'each-club': {
      const clubs = facts.clubs.flatMap((club): ClubMeasured[] => {
        const active = clubMatches(club, target.clubs, facts);
        if (active === 'no') return [];
        const { of = {}, among = {} } = target.share ?? {};
        return [
          {
            club: club.code,
            name: club.name,
            active,
            fromTotals: !club.listed && club.totals !== undefined,
            numerator: clubMembers(club, { ...among, ...of }, facts.asOf),
            ...(target.share ? { denominator: clubMembers(club, among, facts.asOf) } : {}),
          },
        ];
      });
      return { ...head, numerator: NOTHING, clubs, denominator: countOf({ clubs: target.clubs }, facts) };
    }
    case 'each-unit':
      return { ...head, numerator: countOf(target.count, facts) };
    case 'cohort': {
      const whole = (club: ClubFacts): Three => within(club.founded, target.founded);
      const kept = (club: ClubFacts): Three => every([whole(club), club.active]);
      const count = (holds: (club: ClubFacts) => Three) => ({ ...tallyOf(facts.clubs, holds, ({ code }) => code), open: facts.clubsOpen });
      return { ...head, numerator: count(kept), denominator: count(whole) };
    }
    case 'milestone':
      return { ...head, ...milestoneOf(target.place, target.evidence, facts) };
    case 'narrative': {
      const { beside } = target;
      if (beside === undefined) return undefined;
      if ('count' in beside) return { ...head, numerator: countOf(beside.count, facts) };
      return { ...head, numerator: countOf(beside.part, facts), denominator: countOf(beside.of, facts) };
    }
  }
}

/** Counts over one commune. `foundedCounts`: a club founded and dissolved since still was founded. */
export function countOf(count: Count, facts: Facts, foundedCounts = false): Tally {
  if ('clubs' in count) return clubsOf(count.clubs, facts, foundedCounts);
  if ('members' in count) return membersOf(count.members, count.ofClubs ?? {}, facts);
  if ('locations' in count) {
    const { locations } = facts;
    return {
      ...tallyOf(
        locations,
        (location) => locationMatches(location, count.locations),
        (location) => location.record,
      ),
      open: facts.locationsOpen,
    };
  }
  return unitOf(count.units, facts);
}

function clubsOf(filter: ClubFilter, facts: Facts, foundedCounts: boolean): Tally {
  const founded = (club: ClubFacts): ClubFacts => ({ ...club, active: within(club.founded, { to: facts.asOf }) });
  const tally = tallyOf(
    facts.clubs,
    (club) => clubMatches(foundedCounts ? founded(club) : club, filter, facts),
    (club) => club.code,
  );
  const counted = new Set(tally.records);
  const fromTotals = restsOnMembers(filter) ? facts.clubs.filter((club) => !club.listed && counted.has(club.code)).length : 0;
  return { ...tally, fromTotals, open: facts.clubsOpen };
}

const restsOnMembers = (filter: ClubFilter): boolean => filter.share !== undefined || filter.size !== undefined;

/** People of the lists counted once in the whole commune, and the totals of clubs without lists. */
function membersOf(filter: MemberFilter, ofClubs: ClubFilter, facts: Facts): Tally {
  const matching = new Map(facts.clubs.map((club) => [club.code, clubMatches(club, ofClubs, facts)] as const));
  const holds = (asked: MemberFilter) => (person: Person) => personMatches(person, asked, matching, facts.asOf);
  const listed = tallyPeople(facts.people, filter, holds, facts.looseLoans ?? []);
  const unlisted = facts.clubs
    .filter((club) => !club.listed && matching.get(club.code) !== 'no')
    .map((club) => {
      const tally = clubMembers(club, filter, facts.asOf);
      return matching.get(club.code) === 'yes' ? tally : asDoubtful(tally);
    });
  return { ...sumOf([listed, ...unlisted]), open: facts.clubsOpen || unlisted.some((tally) => tally.open) };
}

const asDoubtful = (tally: Tally): Tally => ({
  ...NOTHING,
  doubtful: tally.sure + tally.doubtful,
  open: tally.open,
  doubtfulRecords: [...tally.records, ...tally.doubtfulRecords],
});

function unitOf(filter: Extract<Count, { units: unknown }>['units'], facts: Facts): Tally {
  const unit = facts.plan.units.find(({ id }) => id === facts.unit);
  const answers: Three[] = [three(filter.class === undefined ? true : unit?.class === filter.class)];
  if (filter.withClub !== undefined) {
    const clubs = some(facts.clubs.map((club) => clubMatches(club, filter.withClub ?? {}, facts)));
    answers.push(clubs === 'no' && facts.clubsOpen ? 'unknown' : clubs);
  }
  return tallyOf(
    [facts.unit],
    () => every(answers),
    (record) => record,
  );
}

/** x of y: how much of the evidence the best club of the place has. Nothing there yet is 0 of y. */
function milestoneOf(place: string, evidence: ClubFilter, facts: Facts): Measured {
  const parts = evidenceParts(evidence);
  const found = facts.clubs.map((club) => ({ club, has: parts.map((part) => clubMatches(club, part, facts)) }));
  const here = found.filter(({ club }) => club.location !== undefined && textKey(club.location) === textKey(place));
  const perhaps = found.filter(({ club }) => club.location === undefined);
  const most = (clubs: typeof found, ...answers: Three[]) =>
    Math.max(0, ...clubs.map(({ has }) => has.filter((answer) => answers.includes(answer)).length));
  const sure = most(here, 'yes');
  const high = facts.clubsOpen ? parts.length : most([...here, ...perhaps], 'yes', 'unknown');
  return {
    numerator: { ...NOTHING, sure, doubtful: high - sure, records: here.map(({ club }) => club.code) },
    denominator: { ...NOTHING, sure: parts.length },
  };
}

/** A filter taken apart, each condition by itself, so that what is missing can be named. */
export function evidenceParts(filter: ClubFilter): ClubFilter[] {
  const { has = [], quality = [], event = [], at: _place, ...rest } = filter;
  return [
    ...has.map((evidence: ClubEvidence): ClubFilter => ({ has: [evidence] })),
    ...quality.map((criterion): ClubFilter => ({ quality: [criterion] })),
    ...event.map((kind): ClubFilter => ({ event: [kind] })),
    ...Object.entries(rest).flatMap(([key, value]): ClubFilter[] => (value === undefined ? [] : [{ [key]: value }])),
  ];
}

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The calendar years of a span that have begun by the facts' day; the first and the last as far as the span reaches. */
function yearsOf(span: Days, facts: Facts): Days[] {
  const last = Math.min(yearOf(span.to), yearOf(facts.asOf));
  const first = yearOf(span.from);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = { from: `${first + index}-01-01` as IsoDate, to: lastDayOfYear(first + index) };
    return { from: later(span.from, year.from), to: earlier(span.to, year.to) };
  });
}

const later = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b > a ? b : a);
const earlier = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b < a ? b : a);

/** The same count for what is new in a stretch of days. */
function newIn(count: Count, { from, to }: Days): Count {
  const narrowed = (span: Span | undefined): Days => ({ from: later(from, span?.from), to: earlier(to, span?.to) });
  if ('clubs' in count) return { clubs: { ...count.clubs, founded: narrowed(count.clubs.founded) } };
  if ('members' in count) return { ...count, members: { ...count.members, joined: narrowed(count.members.joined) } };
  return count;
}

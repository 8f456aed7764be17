// Measures: what a target counts, taken from one commune's facts. No verdicts here; the same tallies add up over many registers.
import type { IsoDate } from '../calendar-date.ts';
import type { Stretch } from '../plan/stretch.ts';
import type { ClubEvidence, ClubFilter, Count, MemberFilter, Target, TargetOf } from '../plan/target-schema.ts';
import { textKey } from '../text.ts';
import type { ClubFacts, Facts, Person } from './facts.ts';
import { clubMatches, clubMembers, locationMatches, personMatches, qualityOf, tallyPeople, within } from './match.ts';
import type { ClubQuality, Tally } from './progress.ts';
import { readingsOf, restsOnQuality } from './readings.ts';
import { newIn, stretchesOf } from './spans.ts';
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
  readonly years?: readonly (Measured & Stretch)[];
  /** many units, each judged by itself; the denominator tells whether the unit is one of those that are asked for */
  readonly units?: readonly (Measured & { readonly unit: string })[];
  /** phases that are over, each as of its own deciding day */
  readonly phases?: readonly { readonly id: string; readonly measured: TargetMeasured }[];
  /** stays in the commune */
  readonly quality?: readonly ClubQuality[];
}

/** Counts what a target asks for on one day. A narrative target without a figure beside it has nothing to count. */
export function measure(target: Target, facts: Facts): TargetMeasured | undefined {
  const head = { target: target.id, asOf: facts.asOf };
  switch (target.kind) {
    case 'count': {
      const { every } = target;
      const years =
        every &&
        stretchesOf(every, facts.asOf).map(({ from, to, ...stretch }) => ({
          ...stretch,
          numerator: countOf(newIn(target.count, { from, to }), facts, true),
        }));
      const current = years?.[years.length - 1];
      const numerator = every === undefined ? countOf(target.count, facts) : (current?.numerator ?? NOTHING);
      return { ...head, numerator, ...(years ? { years } : {}), ...besides(target, facts) };
    }
    case 'share':
      return { ...head, numerator: countOf(target.part, facts), denominator: countOf(target.of, facts), ...besides(target, facts) };
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
      return { ...head, numerator: countOf(target.count, facts), denominator: unitOf(target.units, facts) };
    case 'spread':
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

/** The readings of an ambiguous clause and of the quality rule's versions, and what the rules say of each club. */
function besides(target: TargetOf<'count'> | TargetOf<'share'>, facts: Facts): Pick<TargetMeasured, 'readings' | 'quality'> {
  const { plan } = facts;
  const readings = readingsOf(target, plan).map(({ id, counts, rule }) => {
    const by = rule === undefined ? facts : { ...facts, plan: { ...plan, qualityRule: rule } };
    if ('count' in counts) return { id, numerator: countOf(counts.count, by) };
    return { id, numerator: countOf(counts.part, by), denominator: countOf(counts.of, by) };
  });
  return {
    ...(readings.length > 0 ? { readings } : {}),
    ...(restsOnQuality(target)
      ? { quality: facts.clubs.filter(({ active }) => active !== 'no').map((club) => clubQuality(club, facts)) }
      : {}),
  };
}

function clubQuality(club: ClubFacts, facts: Facts): ClubQuality {
  const { qualityRule, otherQualityRules = [] } = facts.plan;
  const rules = [qualityRule, ...otherQualityRules].map((rule) => qualityOf(club, facts, rule));
  return { club: club.code, name: club.name, rules, ...(club.verdict === undefined ? {} : { verdict: club.verdict }) };
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
  const reported = (club: ClubFacts): boolean =>
    (restsOnMembers(filter) && !club.listed) || (filter.money !== undefined && club.fundsReported[filter.money.fund]);
  const fromTotals = facts.clubs.filter((club) => counted.has(club.code) && reported(club)).length;
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

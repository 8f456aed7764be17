// The clubs of one unit of a demo of many: who is in them, what they lend, what they keep in their funds, what they do.
import { addDays, addYears, type IsoDate, lastDayOfYear, yearOf } from '../../rules/calendar-date.ts';
import type { Plan, Unit } from '../../rules/plan/schema.ts';
import { type AreaHabit, activitiesOf } from './activities.ts';
import { areaHabits } from './area-habits.ts';
import { bookTabs } from './book-tabs.ts';
import { type DemoClub, type DemoMember, membersOf } from './club.ts';
import { hasDoubtfulAges, hasFewWomen, hasManyOlder, lacksIncomeFund, lacksRegulation, skipsAnArea } from './club-traits.ts';
import type { FoundedClub } from './founding.ts';
import { fundLines } from './funds.ts';
import { loansOf } from './loans.ts';
import { COUNTRY_WIDE, type Composition, nameMaker } from './people.ts';
import { type Random, seededRandom } from './random.ts';
import { type DemoRow, type DemoRows, demoName } from './register.ts';
import { roundsOf, startsOf } from './unit-money.ts';

/** A unit on a day: what its register holds was entered up to then. */
export interface Scene {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly clubs: readonly FoundedClub[];
  readonly upTo: IsoDate;
  /** the register's first day: funds and activities are written from then on */
  readonly begun: IsoDate;
  readonly seed: number;
}

export const codeOf = (index: number): string => `CLB${String(index + 1).padStart(2, '0')}`;
export const placeName = (unit: Unit, index: number): string => unit.locations[index] ?? `Mẫu ${index + 1}`;

/** Papers and members of the unit's clubs; the same whatever the day and the register's beginning. */
function clubsOf({ plan, unit, clubs, seed }: Scene): readonly { readonly spec: FoundedClub; readonly club: DemoClub }[] {
  const random = seededRandom(seed);
  return clubs.map((spec, index) => {
    const { founded } = spec;
    const launched = addDays(founded, random.int(5, 12));
    const later = (days: number): IsoDate => addDays(launched, days);
    const papers: DemoRow<'clubs'> = {
      decisionNo: `${random.int(11, 180)}/QĐ-UBND`,
      boardRecognised: founded,
      operatingFundSince: launched,
      ...(lacksRegulation(spec) ? {} : { regulationNo: '01/QC-CLB', regulationDate: launched }),
      ...(lacksIncomeFund(spec) ? {} : { incomeFundSince: later(15) }),
      ...(spec.dissolved === undefined ? {} : { dissolved: spec.dissolved }),
    };
    const yearEnd = lastDayOfYear(yearOf(plan.period.to) - 2);
    const agesFrom = launched > yearEnd ? launched : yearEnd;
    const club: DemoClub = {
      code: codeOf(index),
      name: demoName(`CLB Liên thế hệ tự giúp nhau ${unit.locationWord} ${placeName(unit, index)}`),
      location: placeName(unit, index),
      founded,
      launched,
      agesFrom,
      meetingDay: random.int(5, 26),
      papers,
      people: compositionOf(spec, yearOf(agesFrom), random),
      laterJoins: [
        { on: later(random.int(25, 40)), count: random.int(2, 4) },
        { on: later(random.int(70, 90)), count: random.int(1, 3) },
      ],
      ...changesOf(launched, spec.dissolved, plan, random),
      volunteers: random.int(5, 9),
    };
    return { spec, club };
  });
}

/** 51 to 59 people; women and older people between 62 and 68 in a hundred but for the clubs outside the frame. */
function compositionOf(spec: FoundedClub, year: number, random: Random): Composition {
  const all = random.int(51, 59);
  const older = Math.round((all * (hasManyOlder(spec) ? 76 : random.int(62, 67))) / 100);
  const women = Math.round((all * (hasFewWomen(spec) ? 54 : random.int(62, 67))) / 100);
  const olderWomen = Math.round((older * women) / all);
  const doubtful = hasDoubtfulAges(spec) ? 1 : 0; // turns 60 while the plan runs, and nobody knows on which day
  return {
    olderWomen,
    olderMen: older - olderWomen,
    youngerWomen: women - olderWomen - doubtful,
    youngerMen: all - older - (women - olderWomen),
    ...(doubtful === 1 ? { births: [{ sex: 'female', birth: String(year - 59) }] } : {}),
  };
}

/** In each of the plan's last two years one leaves and another comes. */
function changesOf(launched: IsoDate, dissolved: IsoDate | undefined, plan: Plan, random: Random): Pick<DemoClub, 'leavers' | 'newcomers'> {
  const last = yearOf(plan.period.to);
  const changes = [last - 1, last].flatMap((year) => {
    const on = addDays(lastDayOfYear(year - 1), random.int(60, 240));
    const who = { sex: random.chance(60) ? 'female' : 'male', older: random.chance(70) } as const;
    const comes = addDays(on, 30);
    const lasts = addYears(launched, 1) < on && (dissolved === undefined || comes < dissolved);
    return lasts ? [{ leaver: { on, ...who }, newcomer: { on: comes, ...who } }] : [];
  });
  return { leavers: changes.map(({ leaver }) => leaver), newcomers: changes.map(({ newcomer }) => newcomer) };
}

/** Whoever has not left a club leaves it on the day it is dissolved. */
const withDissolution = (members: readonly DemoMember[], dissolved: ReadonlyMap<DemoClub, IsoDate>): DemoMember[] =>
  members.map((member) => {
    const day = dissolved.get(member.club);
    return day === undefined || (member.left !== undefined && member.left <= day) ? member : { ...member, left: day };
  });

/** The tabs that tell of clubs and their people, as entered up to the day. */
export function clubTabs(scene: Scene): Pick<DemoRows, 'clubs' | 'members' | 'loans' | 'funds' | 'activities'> {
  const { plan, upTo, begun, seed } = scene;
  const all = clubsOf(scene);
  const [people, lending] = [seededRandom(seed + 1), seededRandom(seed + 2)];
  const clubs = all.map(({ club }) => club);
  const dissolved = new Map(all.flatMap(({ spec, club }) => (spec.dissolved === undefined ? [] : [[club, spec.dissolved] as const])));
  const members = withDissolution(membersOf(clubs, people, nameMaker(people, COUNTRY_WIDE)), dissolved);
  const habits = areaHabits(plan);
  const books = all.map(({ spec, club }) => {
    const own = members.filter((member) => member.club === club);
    const loans = loansOf(club, own, roundsOf(spec, club, plan, lending), lending);
    const ends = spec.dissolved !== undefined && spec.dissolved <= upTo ? addDays(spec.dissolved, -1) : upTo;
    const from = club.launched > begun ? club.launched : begun;
    const random = seededRandom(seed + 100 + spec.place);
    const starts = startsOf(club, loans, scene, random).filter(({ on }) => on <= ends);
    const lines = fundLines({ club, starts, fee: 10_000, from, until: ends }, own, loans, random);
    const activities = activitiesOf(club, habitsOf(spec, habits), ends, own, random, from);
    return { loans, lines, activities };
  });
  return bookTabs(clubs, members, books, upTo);
}

const habitsOf = (spec: FoundedClub, habits: readonly AreaHabit[]): readonly AreaHabit[] =>
  skipsAnArea(spec) ? habits.filter((_, index) => index !== spec.place % habits.length) : habits;

// What a unit of a demo of many writes down beside its clubs: places, events, verdicts, money, declarations, totals.
import { addDays, type IsoDate, isoDate, lastDayOfYear, yearOf } from '../../rules/calendar-date.ts';
import type { Unit } from '../../rules/plan/schema.ts';
import { yearlyPeriod } from '../../rules/reporting/periods.ts';
import { isUnsupervised, isUntrained, lacksIncomeFund, lendsLittle } from './club-traits.ts';
import type { FoundedClub } from './founding.ts';
import { COUNTRY_WIDE, nameMaker } from './people.ts';
import { type Random, seededRandom } from './random.ts';
import { type DemoRow, type DemoRows, type Entry, enteredBy, withCodes } from './register.ts';
import { codeOf, placeName, type Scene } from './unit-clubs.ts';

const MILLION = 1_000_000;
const dayIn = (year: number, monthAndDay: string): IsoDate => isoDate(`${year}-${monthAndDay}`) ?? lastDayOfYear(year);

/** The cut-offs that the register reports on and that are over on the day. */
export function cutOffsOf({ plan, begun, upTo }: Pick<Scene, 'plan' | 'begun' | 'upTo'>): IsoDate[] {
  const first = yearOf(plan.period.from);
  const years = Array.from({ length: yearOf(plan.period.to) - first + 1 }, (_, index) => first + index);
  return years.map((year) => yearlyPeriod(year, { month: 12, day: 31 }).cutOff).filter((cutOff) => cutOff >= begun && cutOff < upTo);
}

const existsOn = ({ founded, dissolved }: FoundedClub, day: IsoDate): boolean =>
  founded <= day && (dissolved === undefined || dissolved > day);
const coded = (clubs: readonly FoundedClub[]) => clubs.map((club, index) => ({ club, code: codeOf(index), index }));

/** A name of before, where the unit bears another on the day. */
function formerName(unit: Unit, day: IsoDate): string | null {
  const [first] = unit.names;
  return first?.to !== undefined && first.to < day ? `${first.name} (cũ)` : null;
}

export function locationRowsOf({ plan, unit, clubs, upTo, seed }: Scene): DemoRow<'locations'>[] {
  const random = seededRandom(seed + 3);
  const first = yearOf(plan.period.from);
  const count = Math.max(unit.locations.length, clubs.length + random.int(4, 7));
  const entries = Array.from({ length: count }, (_, index): Entry<'locations'> => {
    const club = clubs[index];
    const year = club === undefined ? random.int(first, yearOf(plan.period.to) + 2) : yearOf(club.founded);
    const planned = club !== undefined || random.chance(60);
    const name = placeName(unit, index);
    const note = unit.locations.includes(name) ? null : 'Tên mẫu (số liệu thử)';
    return {
      on: plan.period.from,
      row: { name, formerUnit: formerName(unit, upTo), hasPlan: planned ? 'yes' : 'no', plannedYear: planned ? year : null, note },
    };
  });
  return enteredBy(withCodes('locations', entries), upTo);
}

function events({ plan, unit, clubs, upTo, seed }: Scene): DemoRow<'events'>[] {
  const random = seededRandom(seed + 4);
  const inCharge = plan.chargeUnits.find(({ level }) => level === 'commune')?.id ?? null;
  const event = (date: IsoDate, kind: string, row: DemoRow<'events'>): Entry<'events'> => ({
    on: date,
    row: { date, kind, role: 'organised', inCharge, ...row },
  });
  const trainings = coded(clubs).flatMap(({ club, code }) => {
    const participants = random.int(9, 16);
    if (isUntrained(club)) return [];
    return [event(addDays(club.founded, 3), 'initialTraining', { audience: `Ban chủ nhiệm ${code}`, clubs: code, participants })];
  });
  const years = Array.from(
    { length: yearOf(plan.period.to) - yearOf(plan.period.from) + 1 },
    (_, index) => yearOf(plan.period.from) + index,
  );
  const yearly = years.flatMap((year) => {
    const [visit, talk] = [addDays(dayIn(year, '09-01'), random.int(0, 60)), addDays(dayIn(year, '04-01'), random.int(0, 90))];
    const [present, listening] = [random.int(5, 9), random.int(35, 90)];
    const visited = coded(clubs).flatMap(({ club, code }) => (existsOn(club, visit) && !isUnsupervised(club) ? [code] : []));
    const here = [placeName(unit, random.int(0, 2)), placeName(unit, random.int(3, 4))].join('; ');
    return [
      event(talk, 'communication', { audience: `Nhân dân các ${unit.locationWord}`, locations: here, participants: listening }),
      ...(visited.length === 0
        ? []
        : [event(visit, 'supervision', { audience: 'Ban chủ nhiệm các CLB', clubs: visited.join('; '), participants: present })]),
    ];
  });
  return enteredBy(withCodes('events', [...trainings, ...yearly]), upTo);
}

function assessments({ clubs, upTo, seed, ...scene }: Scene): DemoRow<'assessments'>[] {
  const random = seededRandom(seed + 5);
  const entries = cutOffsOf({ ...scene, upTo }).flatMap((cutOff) => {
    const date = addDays(cutOff, -9);
    return coded(clubs).flatMap(({ club, code }): Entry<'assessments'>[] => {
      const verdict = lendsLittle(club) || lacksIncomeFund(club) ? 'fair' : 'good';
      const documentNo = `${random.int(8, 40)}/BB`;
      return existsOn(club, date) ? [{ on: date, row: { club: code, year: yearOf(date), verdict, documentNo, date } }] : [];
    });
  });
  return enteredBy(withCodes('assessments', entries), upTo);
}

function budget({ plan, begun, upTo, seed }: Scene): DemoRow<'budget'>[] {
  const random = seededRandom(seed + 6);
  const last = yearOf(plan.period.to);
  const years = [last - 1, last].filter((year) => lastDayOfYear(year) >= begun);
  const entries = years.flatMap((year) =>
    plan.fundingSources.slice(0, 3).map(({ id }): Entry<'budget'> => {
      const budgeted = random.int(10, 40) * MILLION;
      const received = budgeted - random.int(0, 5) * MILLION;
      const closed = dayIn(year, '11-30') <= upTo ? { received, spent: received - random.int(0, 20) * 100_000 } : {};
      return { on: dayIn(year, '01-15'), row: { year, source: id, budgeted, ...closed } };
    }),
  );
  return enteredBy(withCodes('budget', entries), upTo);
}

const WHOLE = ['clubs', 'events', 'assessments', 'budget', 'locations'] as const;
const BY_CLUB = ['members', 'loans', 'funds', 'activities'] as const;

/** Declared a day or two after each cut-off. One unit in four forgets the activities of its last club. */
function declarations(scene: Scene, place: number, officer: string): DemoRow<'declarations'>[] {
  const { clubs, upTo } = scene;
  const entries = cutOffsOf(scene).flatMap((until) => {
    const on = addDays(until, 1 + (place % 2));
    const entry = (row: DemoRow<'declarations'>): Entry<'declarations'> => ({
      on,
      row: { until, declaredBy: officer, declaredOn: on, ...row },
    });
    const here = coded(clubs).filter(({ club }) => existsOn(club, until));
    const forgotten = place % 4 === 1 ? here[here.length - 1]?.code : undefined;
    return [
      ...WHOLE.map((section) => entry({ section, state: 'complete' })),
      ...here.flatMap(({ club, code }) =>
        BY_CLUB.filter((section) => !(section === 'activities' && code === forgotten)).map((section) =>
          section === 'loans' && lacksIncomeFund(club)
            ? entry({ club: code, section, state: 'nil', from: club.founded })
            : entry({ club: code, section, state: 'complete' }),
        ),
      ),
    ];
  });
  return enteredBy(withCodes('declarations', entries), upTo);
}

/** A unit that has no club says so after each cut-off, and that nothing was held. */
export function noClubDeclarations(scene: Scene, officer: string): DemoRow<'declarations'>[] {
  const entries = cutOffsOf(scene).flatMap((until) => {
    const on = addDays(until, 1);
    return ['clubs', 'events'].map(
      (section): Entry<'declarations'> => ({
        on,
        row: { section, state: 'nil', from: scene.plan.period.from, until, declaredBy: officer, declaredOn: on },
      }),
    );
  });
  return enteredBy(withCodes('declarations', entries), scene.upTo);
}

/** Numbers that the clubs reported without lists, a line a club and cut-off. */
export function totalsRows(scene: Scene): DemoRow<'totals'>[] {
  const random = seededRandom(scene.seed + 7);
  const names = nameMaker(random, COUNTRY_WIDE);
  const entries = cutOffsOf(scene).flatMap((date) =>
    coded(scene.clubs).flatMap(({ club, code }): Entry<'totals'>[] => {
      const row = { club: code, date, ...numbersOf(random), declaredBy: names('female').name };
      return existsOn(club, date) ? [{ on: addDays(date, 1), row }] : [];
    }),
  );
  return enteredBy(withCodes('totals', entries), scene.upTo);
}

function numbersOf(random: Random): DemoRow<'totals'> {
  const members = random.int(50, 58);
  const part = (least: number, most: number): number => Math.round((members * random.int(least, most)) / 100);
  return {
    members,
    older: part(61, 68),
    women: part(61, 68),
    disadvantaged: part(50, 70),
    borrowers: part(45, 60),
    incomeFund: random.int(40, 70) * MILLION,
    operatingFund: random.int(2, 6) * MILLION,
  };
}

export const officerOf = (seed: number): string => nameMaker(seededRandom(seed + 8), COUNTRY_WIDE)('female').name;

/** Everything but the clubs' own tabs; `place` is the unit's among the plan's. */
export const paperTabs = (scene: Scene, place: number): DemoRows => ({
  locations: locationRowsOf(scene),
  events: events(scene),
  assessments: assessments(scene),
  budget: budget(scene),
  declarations: declarations(scene, place, officerOf(scene.seed)),
});

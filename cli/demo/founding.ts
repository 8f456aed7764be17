// When the clubs of a demo of many units were founded, and in which unit: those of the earlier phase, then the new ones year by year.
import { addDays, type IsoDate, isoDate, yearOf } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { yearlyPeriod } from '../../rules/reporting/periods.ts';
import { seededRandom } from './random.ts';

export interface FoundedClub {
  readonly unit: string;
  /** its place among all clubs of the demo, from 0: what a club lacks goes by it */
  readonly place: number;
  readonly founded: IsoDate;
  readonly dissolved?: IsoDate;
}

const SEED = 1_702;
/** New clubs a year, the plan's last year first; every year before these has as many as the last of them. */
const NEW_A_YEAR = [6, 5, 2, 4, 3] as const;
/** In this year, counted back from the plan's last, the second club comes only after the cut-off. */
const LATE_YEAR = 2;
const LATE_BY = 6; // days

/** The days on which new clubs are founded in each year of the plan, oldest first. */
export function newClubDays(plan: Plan): IsoDate[] {
  const random = seededRandom(SEED);
  const [first, last] = [yearOf(plan.period.from), yearOf(plan.period.to)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((year) => {
    const count = NEW_A_YEAR[last - year] ?? NEW_A_YEAR[NEW_A_YEAR.length - 1] ?? 0;
    const days = Array.from({ length: count }, (_, index) => dayIn(year, 3 + Math.floor((index * 8) / count), random.int(3, 27)));
    const { cutOff } = yearlyPeriod(year, { month: 12, day: 31 });
    return last - year === LATE_YEAR ? [...days.slice(0, -1), addDays(cutOff, LATE_BY)] : days;
  });
}

/** The earlier phase whose clubs the plan wants kept; the five years before it where it names none. */
export function earlierPhase(plan: Plan): { readonly from: IsoDate; readonly to: IsoDate } {
  const cohort = plan.targets.find((target) => target.kind === 'cohort');
  const first = yearOf(plan.period.from);
  return cohort?.founded ?? { from: dayIn(first - 5, 1, 1), to: dayIn(first - 1, 12, 31) };
}

/**
 * The clubs of the units that have any, by unit, oldest first. Every one of the units has a club before the plan's last year, most have
 * one or two and some three; one club of the earlier phase has been dissolved, in a unit that has another.
 */
export function foundedClubs(plan: Plan, units: readonly string[]): ReadonlyMap<string, readonly FoundedClub[]> {
  const random = seededRandom(SEED + 1);
  const order = random.shuffled(units);
  const unitAt = (place: number): string => order[place % order.length] ?? '';
  const days = newClubDays(plan);
  const before = days.filter((day) => yearOf(day) < yearOf(plan.period.to)).length;
  const earlier = Math.max(Math.ceil(units.length / 2), units.length - before);
  const { from, to } = earlierPhase(plan);
  const dissolved = dayIn(yearOf(plan.period.to) - 1, 9, 30);
  const clubs = [
    ...Array.from({ length: earlier }, (_, index) => {
      const founded = dayIn(random.int(yearOf(from), yearOf(to)), random.int(3, 11), random.int(3, 27));
      const gone = index === earlier - 1 && earlier + before > units.length;
      return { unit: unitAt(before + index), founded, ...(gone ? { dissolved } : {}) };
    }),
    ...days.map((founded, index) => ({ unit: unitAt(index), founded })),
  ].map((club, place): FoundedClub => ({ ...club, place }));
  return new Map(units.map((unit) => [unit, inOrder(clubs.filter((club) => club.unit === unit))]));
}

const inOrder = (clubs: readonly FoundedClub[]): FoundedClub[] =>
  [...clubs].sort((a, b) => (a.founded < b.founded ? -1 : a.founded > b.founded ? 1 : 0));

const two = (number: number): string => String(number).padStart(2, '0');
const dayIn = (year: number, month: number, day: number): IsoDate => {
  const date = isoDate(`${year}-${two(month)}-${two(day)}`);
  if (date === undefined) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return date;
};

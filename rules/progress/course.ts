// Where a target should be on a day before its deadline, and how what there is stands to that: "lộ trình".
// Years are those of reports: what a plan wants by 31/12 it wants at the cut-off of 14/12, and each year of the way is one whole step.
import { daysBetween, type IsoDate, yearOf } from '../calendar-date.ts';
import type { Bar, Target } from '../plan/target-schema.ts';
import type { Figure, Pace } from './progress.ts';

const EPSILON = 1e-9;

/** The number a bar wants at least; undefined for one that has no lower end. */
export function lowerEnd(bar: Bar, isCounted: boolean): number | undefined {
  if (bar.about) return Math.max(0, bar.about.value - bar.about.tolerance);
  if (bar.moreThan !== undefined) return isCounted ? Math.floor(bar.moreThan) + 1 : bar.moreThan;
  return bar.atLeast ?? bar.between?.[0] ?? bar.equal;
}

/** The last day of December and the first of January are one turn of the year, and reports turn on 14/12. */
function turned(date: IsoDate): IsoDate {
  if (date.endsWith('-12-31')) return `${date.slice(0, 4)}-12-14` as IsoDate;
  return date.endsWith('-01-01') ? turnOf(yearOf(date) - 1) : date;
}
const turnOf = (year: number): IsoDate => `${String(year).padStart(4, '0')}-12-14` as IsoDate;

/** A day as a number: 14/12/2024 is 2024, and every year of reports is 1 long whether it has 365 days or 366. */
function timeOf(date: IsoDate): number {
  const day = turned(date);
  const year = day <= turnOf(yearOf(day)) ? yearOf(day) : yearOf(day) + 1;
  const [start, end] = [turnOf(year - 1), turnOf(year)];
  return year - 1 + daysBetween(start, day) / daysBetween(start, end);
}

interface Point {
  readonly time: number;
  readonly value: number;
}

/** The way a plan draws: its baseline, its steps, its phases, and its bar at the deadline. */
function wayOf(target: Target): Point[] {
  if (target.kind !== 'count' && target.kind !== 'share') return [];
  const { baseline, steps = [], phases = [] } = target;
  if (baseline === undefined && steps.length === 0) return [];
  const goals = [
    ...steps.map(({ by, bar }) => ({ by, bar })),
    ...phases.map(({ deadline, bar }) => ({ by: deadline, bar })),
    { by: target.deadline, bar: target.bar },
  ];
  const points = new Map<number, number>(baseline ? [[timeOf(baseline.date), baseline.value]] : []);
  for (const { by, bar } of goals) {
    const value = lowerEnd(bar, target.unit === 'count');
    if (value !== undefined) points.set(timeOf(by), value);
  }
  return [...points].map(([time, value]) => ({ time, value })).sort((one, other) => one.time - other.time);
}

/**
 * What a target should have reached on a day, linear between the points of the plan's way. Undefined without a way, and before the
 * first point of one that names no baseline.
 */
export function expectedOn(target: Target, day: IsoDate): number | undefined {
  const way = wayOf(target);
  const time = timeOf(day);
  const after = way.findIndex((point) => point.time >= time);
  const [before, next] = [way[after < 0 ? way.length - 1 : after - 1], way[after]];
  if (next === undefined) return before?.value;
  if (before === undefined) return next.time === time || hasBaseline(target) ? next.value : undefined;
  return before.value + ((next.value - before.value) * (time - before.time)) / (next.time - before.time);
}

const hasBaseline = (target: Target): boolean => 'baseline' in target && target.baseline !== undefined;

/** Whole clubs, people or percent that are wanted by then: nobody founds a third of a club. */
export const wantedOf = (expected: number): number => Math.floor(expected + EPSILON);

/**
 * How a figure stands to what is expected. On track: the whole numbers next to it, below and above. Behind or ahead only where every
 * truth within the figure's bounds is; not known where some truths are behind and others are not.
 */
export function paceOf(figure: Pick<Figure, 'low' | 'high'> | undefined, expected: number): Pace {
  if (figure === undefined) return 'unknown';
  const { low, high } = figure;
  const least = wantedOf(expected);
  if (high !== undefined && high < least - EPSILON) return 'behind';
  if (low < least - EPSILON) return 'unknown';
  return low > Math.ceil(expected - EPSILON) + EPSILON ? 'ahead' : 'onTrack';
}

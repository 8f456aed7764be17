// The stretches of days that a target is judged by one by one: calendar years, or their halves.
import { type IsoDate, lastDayOfYear, yearOf } from '../calendar-date.ts';
import type { TargetOf } from './target-schema.ts';

export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
/** Which stretch it is: a year, or its first or second half. */
export interface Stretch {
  readonly year: number;
  readonly half?: 1 | 2;
}
export interface StretchDays extends Stretch, Days {}

export type Every = NonNullable<TargetOf<'count'>['every']>;

/** Every stretch of a span, begun or not. */
export function allStretches({ unit, from, to }: Every): StretchDays[] {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
  const whole = years.flatMap((year): StretchDays[] => {
    const [start, end] = [`${year}-01-01` as IsoDate, lastDayOfYear(year)];
    if (unit === 'year') return [{ year, from: start, to: end }];
    const [middle, next] = [`${year}-06-30` as IsoDate, `${year}-07-01` as IsoDate];
    return [
      { year, half: 1, from: start, to: middle },
      { year, half: 2, from: next, to: end },
    ];
  });
  return whole
    .filter((one) => one.to >= from && one.from <= to)
    .map((one) => ({ ...one, from: later(from, one.from), to: earlier(to, one.to) }));
}

/** The cut-off that decides for a stretch: 14/12 of its year, 14/6 for a first half (NĐ 09/2019/NĐ-CP Điều 12). */
export const decidesOn = ({ year, half }: Stretch): IsoDate => `${year}-${half === 1 ? '06' : '12'}-14` as IsoDate;

/** Tells one stretch from another, and sorts them. */
export const stretchKey = ({ year, half }: Stretch): string => `${year}/${half ?? 0}`;

export const later = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b > a ? b : a);
export const earlier = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b < a ? b : a);

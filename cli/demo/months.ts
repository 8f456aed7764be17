// The days of a demo club's year: its fixed meeting day in every month of a stretch.
import { addDays, dayOf, type IsoDate, monthOf, yearOf } from '../../rules/calendar-date.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** A day (1-28, so that every month has it) of every month, from `from` to `to`, both counted. */
export function monthly(day: number, from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let month = yearOf(from) * 12 + monthOf(from) - 1; ; month += 1) {
    const date = `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)}` as IsoDate; // thousands of them: cheaper than a calendar
    if (date > to) return days;
    if (date >= from) days.push(date);
  }
}

export const firstOfMonth = (date: IsoDate): IsoDate => addDays(date, 1 - dayOf(date));
/** The last day of the date's month, on which its totals are known. */
export const lastOfMonth = (date: IsoDate): IsoDate => addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1);

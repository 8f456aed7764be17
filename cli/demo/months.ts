// The days of a demo club's year: its fixed meeting day in every month of a stretch.
import { addDays, dateOf, dayOf, type IsoDate, monthOf, yearOf } from '../../rules/calendar-date.ts';

/** A day (1-28) of every month, from `from` to `to`, both counted. */
export function monthly(day: number, from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let month = yearOf(from) * 12 + monthOf(from) - 1; ; month += 1) {
    const date = dateOf(Math.floor(month / 12), (month % 12) + 1, day);
    if (date === undefined || date > to) return days;
    if (date >= from) days.push(date);
  }
}

export const firstOfMonth = (date: IsoDate): IsoDate => addDays(date, 1 - dayOf(date));
/** The last day of the date's month, on which its totals are known. */
export const lastOfMonth = (date: IsoDate): IsoDate => addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1);

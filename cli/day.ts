// A day as people type it on a command line: 2024-12-20 or 20/12/2024.
import { dateOf, type IsoDate, isoDate } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';

/** Throws NOT_A_DATE for what is no day of the calendar. */
export function dayFrom(text: string): IsoDate {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = year === undefined ? isoDate(text) : dateOf(Number(year), Number(month), Number(day));
  if (date === undefined) throw new Problem('NOT_A_DATE', { text });
  return date;
}

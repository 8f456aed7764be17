// Calendar dates and moments. A date is an IsoDate everywhere inside; sheet serials and dd/mm/yyyy exist only at the edge.
import { CalendarDate, parseDate } from '@internationalized/date';
import type { Brand } from './brand.ts';

/** A calendar date `2026-03-02`. Compare two of them with `<`; the text order is the date order. */
export type IsoDate = Brand<string, 'IsoDate'>;
/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;

export const ZONE = 'Asia/Ho_Chi_Minh';
const ZONE_OFFSET = 7 * 3_600_000; // Viet Nam has kept UTC+7 without summer time since 1975
const DAY = 86_400_000;
/** Days from 1 March 0000 to 30/12/1899, the day 0 of serials: https://developers.google.com/workspace/sheets/api/guides/formats */
const SERIAL_ZERO_FROM_MARCH_0000 = 693_899;

const brandDate = (date: CalendarDate): IsoDate => date.toString() as IsoDate;

/** The date a text `yyyy-mm-dd` names, or undefined when there is no such day. */
export function isoDate(text: string): IsoDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The date of a year, month (1-12) and day, or undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return written(year, month, day);
}

/** The date of a day of the month; a day that the month does not have is its last one. */
export function dateWithin(year: number, month: number, day: number): IsoDate {
  const date = dateOf(year, month, month < 1 || month > 12 ? day : Math.min(day, daysIn(year, month)));
  if (date === undefined) throw new Error(`${year}-${month}-${day} is no day`);
  return date;
}

/** By arithmetic: a register holds tens of thousands of dates, and a library's object for each is what reading them would cost. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
const written = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as IsoDate;

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10));
export const addDays = (date: IsoDate, days: number): IsoDate => brandDate(parseDate(date).add({ days }));
/** The same day so many years on; 29 February becomes 28 February in a common year. */
export const addYears = (date: IsoDate, years: number): IsoDate => brandDate(parseDate(date).add({ years }));
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => toSerial(to) - toSerial(from);
export const lastDayOfYear = (year: number): IsoDate => `${String(year).padStart(4, '0')}-12-31` as IsoDate;

/** `02/03/2026`, as people in Viet Nam read a date. */
export const viDate = (date: IsoDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** The date in Viet Nam at a moment. */
export function localDate(moment: Instant): IsoDate {
  return brandDate(new CalendarDate(1970, 1, 1).add({ days: Math.floor((moment + ZONE_OFFSET) / DAY) }));
}

/** `14:05`, the clock in Viet Nam at a moment. */
export function localTime(moment: Instant): string {
  const minutes = Math.floor(((((moment + ZONE_OFFSET) % DAY) + DAY) % DAY) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The moment a clock in Viet Nam shows `hour:minute` on a date. */
export function momentOf(date: IsoDate, hour = 0, minute = 0): Instant {
  return (daysBetween('1970-01-01' as IsoDate, date) * DAY - ZONE_OFFSET + hour * 3_600_000 + minute * 60_000) as Instant;
}

/** A sheet's date serial (days since 1899-12-30) -> date; undefined outside 1900-9999. The time of day is dropped. */
export function fromSerial(serial: number): IsoDate | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined;
  // Days are counted from 1 March 0000, so that a leap day ends its year: https://howardhinnant.github.io/date_algorithms.html
  const days = Math.floor(serial) + SERIAL_ZERO_FROM_MARCH_0000;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153); // 0 is March
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** date -> a sheet's date serial; days before 1900 are negative. The other way round of `fromSerial`. */
export function toSerial(date: IsoDate): number {
  const shifted = (monthOf(date) + 9) % 12; // 0 is March
  const year = yearOf(date) - (shifted >= 10 ? 1 : 0);
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + dayOf(date) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - SERIAL_ZERO_FROM_MARCH_0000;
}

/** A moment as a sheet's serial with the time of day as a fraction, on the clock of Viet Nam. */
export const momentSerial = (moment: Instant): number => {
  const date = localDate(moment);
  return toSerial(date) + Math.floor((moment - momentOf(date)) / 60_000) / 1440;
};

/** `20/12/2024 07:15`, the moment on the clock of Viet Nam. */
export const viMoment = (moment: Instant): string => `${viDate(localDate(moment))} ${localTime(moment)}`;

/** `07:15 ngày 20/12/2024`, the same in a sentence. */
export const saidMoment = (moment: Instant): string => `${localTime(moment)} ngày ${viDate(localDate(moment))}`;

// Dates, births and years as people type them: 5/3/2024, 05-03-24, tháng 3 năm 1956, 1956; or as the sheet's serial numbers.
// Two-digit years: of a date 00-69 are 2000-2069 and 70-99 are 1970-1999 (loans fall due after 2030, nothing in a register is older);
// of a birth 30-99 are 1930-1999, and 00-29 are refused with both readings, because an elder or a youngster may be meant.
import { dateOf, fromSerial, type IsoDate, viDate, yearOf } from '../calendar-date.ts';
import { bad, type CellRead, plainForm, value } from './cell.ts';
import type { Birth } from './column.ts';
import type { CellValue } from './grid.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const isYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
const two = (number: number): string => String(number).padStart(2, '0');

const LEAD = /^(?:sinh|sn|s\.n\.?)?:? ?(?:ngày|ngay|mùng|mồng)? ?/;
const WORDS = / ?(?:tháng|thang|năm|nam) ?/g;
const TIME = /[ t,]+\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?z?$/;
const PARTS = /^[-./ ]*(\d{1,4})(?: ?[-./\\ ] ?(\d{1,4}))?(?: ?[-./\\ ] ?(\d{1,4}))?$/;

/** The one to three groups of digits of a date's text; none when it is no date. */
function partsOf(text: string): string[] {
  const plain = plainForm(text).replace(LEAD, '').replace(WORDS, '/').replace(TIME, '');
  return (PARTS.exec(plain) ?? []).slice(1).filter((part) => part !== undefined);
}

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}
/** Day, month and year of three groups: the year is the first when it has four digits, else the last. */
function inOrder(parts: readonly string[]): Parts | undefined {
  const [first = '', second = '', third = ''] = parts;
  const [day, year] = first.length === 4 ? [third, first] : [first, third];
  if (day.length > 2 || second.length > 2 || (year.length !== 4 && year.length !== 2)) return undefined;
  return { year, month: Number(second), day: Number(day) };
}

function serialDate(serial: number): IsoDate | undefined {
  const date = serial > LAST_YEAR ? fromSerial(serial) : undefined; // a number up to 2100 is a day, a month or a year typed alone
  return date !== undefined && isYear(yearOf(date)) ? date : undefined;
}

const SERIAL = /^\d{5}$/;

/** 20393 as text is a serial number that lost its cell's format: the day is offered, not taken. */
function serialOffered(cell: CellValue): string[] {
  const text = typeof cell === 'string' ? plainForm(cell) : '';
  const date = SERIAL.test(text) ? serialDate(Number(text)) : undefined;
  return date === undefined ? [] : [viDate(date)];
}

/** A date; with `month`, a month alone is its first day. */
export function readDate(cell: CellValue, month: boolean): CellRead<IsoDate> {
  if (typeof cell === 'number') {
    const date = serialDate(cell);
    return date === undefined ? bad('notADate') : value(date);
  }
  const parts = partsOf(typeof cell === 'string' ? cell : '');
  if (parts.length === 2 && month) {
    const found = monthOf(parts);
    const date = found === undefined ? undefined : dateOf(found.year, found.month, 1);
    return date === undefined ? bad('notADate') : value(date);
  }
  const order = parts.length === 3 ? inOrder(parts) : undefined;
  if (order === undefined) return bad('notADate', serialOffered(cell));
  const short = Number(order.year);
  const year = order.year.length === 4 ? short : short < 70 ? 2000 + short : 1900 + short;
  if (!isYear(year)) return bad('notADate');
  const date = dateOf(year, order.month, order.day);
  return date === undefined ? bad('notADate', swapped(year, order)) : value(date);
}

/** 03/25/2024 was perhaps written month first. */
function swapped(year: number, { month, day }: Parts): string[] {
  const date = dateOf(year, day, month);
  return date === undefined ? [] : [viDate(date)];
}

function monthOf(parts: readonly string[]): { readonly year: number; readonly month: number } | undefined {
  const [first = '', second = ''] = parts;
  const [year, month] = first.length === 4 ? [first, second] : [second, first];
  if (year.length !== 4 || month.length > 2 || !isYear(Number(year)) || Number(month) > 12) return undefined;
  return { year: Number(year), month: Number(month) };
}

/** A year of birth, with month and day where they are known; 00 stands for what is not known. */
export function readBirth(cell: CellValue): CellRead<Birth> {
  if (typeof cell === 'number') return birthOfNumber(cell);
  const parts = partsOf(typeof cell === 'string' ? cell : '');
  if (parts.length === 1) return isYear(Number(parts[0])) ? value({ year: Number(parts[0]) }) : bad('notABirth', serialOffered(cell));
  if (parts.length === 2) {
    const found = monthOf(parts);
    if (found === undefined) return bad('notABirth');
    return value(found.month === 0 ? { year: found.year } : found);
  }
  const order = parts.length === 3 ? inOrder(parts) : undefined;
  if (order === undefined) return bad('notABirth', serialOffered(cell));
  if (order.year.length === 2) return birthOfShortYear(Number(order.year), order);
  return birthOf(Number(order.year), order);
}

function birthOfNumber(number: number): CellRead<Birth> {
  if (isYear(number)) return value({ year: number });
  const date = serialDate(number);
  return date === undefined ? bad('notABirth') : value({ year: yearOf(date), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) });
}

function birthOfShortYear(short: number, order: Parts): CellRead<Birth> {
  if (short >= 30) return birthOf(1900 + short, order);
  const candidates = [1900 + short, 2000 + short].flatMap((year) => {
    const date = dateOf(year, order.month, order.day);
    return date === undefined ? [] : [viDate(date)];
  });
  return candidates.length > 0 ? bad('ambiguousDate', candidates) : bad('notABirth');
}

function birthOf(year: number, order: Parts): CellRead<Birth> {
  const { month, day } = order;
  if (!isYear(year)) return bad('notABirth');
  if (day === 0 && month <= 12) return value(month === 0 ? { year } : { year, month });
  return dateOf(year, month, day) === undefined ? bad('notABirth', swapped(year, order)) : value({ year, month, day });
}

/** `05/03/1956`, `03/1956` or `1956`. */
export const viBirth = ({ year, month, day }: Birth): string =>
  month === undefined ? String(year) : day === undefined ? `${two(month)}/${year}` : `${two(day)}/${two(month)}/${year}`;

/** A calendar year; of a whole date its year is offered, not taken. */
export function readYear(cell: CellValue): CellRead<number> {
  if (typeof cell === 'number' && isYear(cell)) return value(cell);
  const parts = partsOf(typeof cell === 'string' ? cell : '');
  const year = Number(parts[0]);
  if (parts.length === 1 && isYear(year)) return value(year);
  const date = readDate(cell, true);
  return date.kind === 'value' ? bad('notAYear', [String(yearOf(date.value))]) : bad('notAYear');
}

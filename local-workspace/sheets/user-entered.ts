// What Google Sheets makes of a text somebody types (USER_ENTERED), by the spreadsheet's locale.
import { type Locale, serialOf } from './locale.ts';
import type { ExtendedValue, NumberFormat } from './wire.ts';

/** The value, and the number format that typing it gives a cell that has none. */
export interface Entered {
  readonly value: ExtendedValue | undefined;
  readonly format?: NumberFormat;
}

const text = (value: string): Entered => ({ value: { stringValue: value } });

/** The meaning of a typed text in a cell with this number format; `year` completes a date without one. */
export function userEntered(typed: string, locale: Locale, existing: NumberFormat | undefined, year: number): Entered {
  if (typed === '') return { value: undefined };
  if (existing?.type === 'TEXT' || existing?.pattern === '@') return text(typed);
  if (typed.startsWith("'")) return text(typed.slice(1));
  if (/^[=+]./.test(typed) && !/^\+[\d.,]/.test(typed)) return { value: { formulaValue: typed.replace(/^\+/, '=+') } };
  const trimmed = typed.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  return enteredNumber(trimmed, locale) ?? enteredMoment(trimmed, locale, year) ?? text(typed);
}

function enteredNumber(typed: string, locale: Locale): Entered | undefined {
  const group = locale.group === '.' ? '\\.' : ',';
  const decimal = locale.decimal === '.' ? '\\.' : ',';
  const shape = new RegExp(`^([-+])?(?:(\\d{1,3}(?:${group}\\d{3})+)|(\\d+))?(?:${decimal}(\\d*))?(?:[eE]([-+]?\\d+))?\\s*(%|₫|đ|\\$)?$`);
  const match = shape.exec(typed.replace(/^([-+])?\$/, (_all, sign: string | undefined) => `${sign ?? ''}`));
  if (match === null) return undefined;
  const [, sign, grouped, plain, fraction, exponent, suffix] = match;
  const whole = grouped?.replaceAll(locale.group, '') ?? plain;
  if (whole === undefined && (fraction ?? '') === '') return undefined;
  const isCurrency =
    suffix === locale.currency || (suffix === 'đ' && locale.currency === '₫') || (typed.includes('$') && locale.currency === '$');
  if (suffix !== undefined && suffix !== '%' && !isCurrency) return undefined;
  const size = Number(`${whole ?? '0'}.${fraction === undefined || fraction === '' ? '0' : fraction}e${exponent ?? '0'}`);
  const number = (sign === '-' ? -1 : 1) * (suffix === '%' ? size / 100 : size);
  const format = numberFormat(suffix === '%', isCurrency, exponent !== undefined, grouped !== undefined, (fraction ?? '') !== '', locale);
  return { value: { numberValue: number }, ...(format === undefined ? {} : { format }) };
}

function numberFormat(
  percent: boolean,
  currency: boolean,
  scientific: boolean,
  grouped: boolean,
  fraction: boolean,
  locale: Locale,
): NumberFormat | undefined {
  if (percent) return { type: 'PERCENT', pattern: fraction ? '0.00%' : '0%' };
  if (currency) return { type: 'CURRENCY', pattern: locale.currency === '₫' ? '#,##0 [$₫-vi-VN]' : '"$"#,##0.00' };
  if (scientific) return { type: 'SCIENTIFIC', pattern: '0.00E+00' };
  if (grouped) return { type: 'NUMBER', pattern: fraction ? '#,##0.00' : '#,##0' };
  return undefined;
}

function enteredMoment(typed: string, locale: Locale, year: number): Entered | undefined {
  const match = /^(\S+?)(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(typed);
  if (match === null) return undefined;
  const [, first = '', second] = match;
  const clock = timeOf(first);
  if (clock !== undefined && second === undefined) return { value: { numberValue: clock }, format: { type: 'TIME', pattern: 'hh:mm:ss' } };
  const day = dateOf(first, locale, year);
  const time = second === undefined ? 0 : timeOf(second);
  if (day === undefined || time === undefined) return undefined;
  if (second !== undefined)
    return { value: { numberValue: day + time }, format: { type: 'DATE_TIME', pattern: `${locale.datePattern} hh:mm:ss` } };
  return { value: { numberValue: day }, format: { type: 'DATE', pattern: locale.datePattern } };
}

function timeOf(typed: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(typed);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 3600 + minutes * 60 + seconds) / 86_400 : undefined;
}

function dateOf(typed: string, locale: Locale, year: number): number | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(typed);
  if (iso !== null) return serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const full = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(typed);
  if (full !== null) return ordered(Number(full[1]), Number(full[3]), fullYear(full[4] ?? ''), locale);
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(typed);
  if (monthYear !== null) return serialOf(Number(monthYear[2]), Number(monthYear[1]), 1);
  const dayMonth = /^(\d{1,2})[-/](\d{1,2})$/.exec(typed);
  if (dayMonth !== null) return ordered(Number(dayMonth[1]), Number(dayMonth[2]), year, locale);
  return undefined;
}

const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900));

function ordered(first: number, second: number, year: number, locale: Locale): number | undefined {
  return locale.dayFirst ? serialOf(year, second, first) : serialOf(year, first, second);
}

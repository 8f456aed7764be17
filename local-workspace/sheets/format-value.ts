// A number, date or truth value as the grid shows it, by its number format and the spreadsheet's locale.
import { type Locale, momentOf } from './locale.ts';
import type { ExtendedValue, NumberFormat } from './wire.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** What the cell shows; undefined for an empty cell. */
export function formatValue(value: ExtendedValue | undefined, format: NumberFormat | undefined, locale: Locale): string | undefined {
  if (value === undefined) return undefined;
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  if (value.errorValue !== undefined) return errorText(value.errorValue.type);
  if (value.numberValue === undefined) return undefined;
  return formatNumber(value.numberValue, format, locale);
}

/** The text of an error such as #DIV/0!. */
export function errorText(type: string): string {
  const texts: Readonly<Record<string, string>> = {
    DIVIDE_BY_ZERO: '#DIV/0!',
    VALUE: '#VALUE!',
    REF: '#REF!',
    NAME: '#NAME?',
    NUM: '#NUM!',
    N_A: '#N/A',
    NULL_VALUE: '#NULL!',
  };
  return texts[type] ?? '#ERROR!';
}

/** Whether a format shows a number as a date or a time. */
export function isMoment(format: NumberFormat | undefined): boolean {
  return format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';
}

const DEFAULT_PATTERN: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  SCIENTIFIC: '0.00E+00',
  TIME: 'hh:mm:ss',
};

function formatNumber(number: number, format: NumberFormat | undefined, locale: Locale): string {
  const type = format?.type;
  const pattern = format?.pattern ?? defaultPattern(type, locale);
  if (pattern === undefined || pattern === '' || pattern === '@' || /^general$/i.test(pattern) || type === 'TEXT')
    return general(number, locale);
  if (isMoment(format)) return formatMoment(number, pattern);
  const sections = pattern.split(';');
  const [positive = '', negative, zero] = sections;
  if (number === 0 && zero !== undefined) return formatSection(0, zero, locale);
  if (number < 0 && negative !== undefined) return formatSection(-number, negative, locale);
  return number < 0 ? `-${formatSection(-number, positive, locale)}` : formatSection(number, positive, locale);
}

function defaultPattern(type: string | undefined, locale: Locale): string | undefined {
  if (type === 'DATE') return locale.datePattern;
  if (type === 'DATE_TIME') return `${locale.datePattern} hh:mm:ss`;
  if (type === 'CURRENCY') return locale.currency === '₫' ? '#,##0 [$₫]' : '"$"#,##0.00';
  return type === undefined ? undefined : DEFAULT_PATTERN[type];
}

function general(number: number, locale: Locale): string {
  const rounded = Number(number.toPrecision(15));
  const text = Math.abs(rounded) >= 1e15 || (rounded !== 0 && Math.abs(rounded) < 1e-9) ? rounded.toExponential() : String(rounded);
  return text
    .replace('.', locale.decimal)
    .replace(/e([-+])(\d+)$/, (_all, sign: string, digits: string) => `E${sign}${digits.padStart(2, '0')}`);
}

function formatSection(number: number, section: string, locale: Locale): string {
  const token = /"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|([#0?][#0?,.]*(?:E\+0+)?)|(%)|(.)/gs;
  const scaled = /%/.test(section.replace(/"[^"]*"/g, '')) ? number * 100 : number;
  let used = false;
  return section.replace(
    token,
    (all: string, quoted?: string, escaped?: string, currency?: string, digits?: string, percent?: string, other?: string) => {
      if (digits !== undefined) {
        const shown = used ? '' : formatDigits(scaled, digits, locale);
        used = true;
        return shown;
      }
      if (all.startsWith('[') && currency === undefined) return '';
      return quoted ?? escaped ?? currency ?? percent ?? (other === '_' || other === '*' ? '' : (other ?? ''));
    },
  );
}

function formatDigits(number: number, pattern: string, locale: Locale): string {
  const scientific = /^([#0?,.]+)E\+(0+)$/.exec(pattern);
  if (scientific !== null) return exponent(number, scientific[1] ?? '0', (scientific[2] ?? '0').length, locale);
  const [whole = '', fraction = ''] = pattern.split('.');
  const most = fraction.replace(/[^#0?]/g, '').length;
  const least = fraction.replace(/[^0]/g, '').length;
  const [digits = '0', decimals = ''] = number.toFixed(Math.min(most, 20)).split('.');
  const kept = decimals.replace(new RegExp(`0{0,${Math.max(most - least, 0)}}$`), '');
  const width = whole.replace(/[^0]/g, '').length;
  const plain = (digits === '0' && width === 0 && most > 0 ? '' : digits).padStart(width, '0');
  const grouped = whole.includes(',') ? plain.replace(/\B(?=(\d{3})+$)/g, locale.group) : plain;
  return kept === '' ? grouped : `${grouped}${locale.decimal}${kept}`;
}

function exponent(number: number, mantissa: string, width: number, locale: Locale): string {
  const [digits = '0', power = '+0'] = number.toExponential((mantissa.split('.')[1] ?? '').length).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${digits.replace('.', locale.decimal)}E${sign}${power.replace(/[-+]/, '').padStart(width, '0')}`;
}

function formatMoment(serial: number, pattern: string): string {
  const at = momentOf(serial);
  const tokens = pattern.match(/"[^"]*"|\\.|y+|M+|m+|d+|h+|H+|s+|am\/pm|./gis) ?? [];
  let afterHours = false;
  return tokens
    .map((token, index) => {
      const letter = token[0]?.toLowerCase() ?? '';
      if (/^"/.test(token)) return token.slice(1, -1);
      if (/^\\/.test(token)) return token.slice(1);
      const beforeSeconds =
        tokens
          .slice(index + 1)
          .find((next) => /^[a-z]/i.test(next))?.[0]
          ?.toLowerCase() === 's';
      const isMinutes = letter === 'm' && token[0] === 'm' && (afterHours || beforeSeconds);
      if (/[a-z]/.test(letter)) afterHours = letter === 'h';
      return momentPart(at, isMinutes ? 'n' : letter, token.length) ?? token;
    })
    .join('');
}

function momentPart(at: Date, letter: string, width: number): string | undefined {
  const two = (value: number): string => (width >= 2 ? pad(value) : String(value));
  switch (letter) {
    case 'y':
      return width <= 2 ? pad(at.getUTCFullYear() % 100) : pad(at.getUTCFullYear(), 4);
    case 'm':
      return two(at.getUTCMonth() + 1);
    case 'd':
      return two(at.getUTCDate());
    case 'h':
      return two(at.getUTCHours());
    case 'n':
      return two(at.getUTCMinutes());
    case 's':
      return two(at.getUTCSeconds());
    default:
      return undefined;
  }
}

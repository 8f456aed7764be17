// Handlebars helpers: they format and decide nothing. Strict mode does not guard what a helper is given, so each helper does.
import { type IsoDate, isoDate, viDate } from '../rules/calendar-date.ts';
import { boundsText, numberText, percentText } from '../rules/progress/labels.ts';

function aNumber(value: unknown, helper: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`helper ${helper}: ${String(value)} is no number`);
}
function aDate(value: unknown): IsoDate {
  const date = typeof value === 'string' ? isoDate(value) : undefined;
  if (date) return date;
  throw new TypeError(`helper viDate: ${String(value)} is no date`);
}

/** Control characters, halves of a surrogate pair and non-characters: no escape makes them legal. https://www.w3.org/TR/xml/#charsets */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Anything that may have to go: most texts hold nothing of it. */
const MAYBE_NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Text as XML may hold it; the template escapes it after that. */
function xmlText(value: unknown): string {
  if (typeof value === 'string') return (MAYBE_NOT_XML.test(value) ? value.replace(NOT_XML, '') : value).normalize('NFC');
  return String(aNumber(value, 'xml'));
}

/** Every helper templates may use, by name; the compiler refuses any other. */
export const helpers = {
  /** `{{viDate period.cutOff}}`: 14/12/2024 */
  viDate: (date: unknown): string => viDate(aDate(date)),
  /** `{{number members}}`: 1.234.567 */
  number: (value: unknown): string => numberText(aNumber(value, 'number')),
  /** `{{percent share 1}}`: 61,5% */
  percent: (value: unknown, decimals: unknown): string => percentText(aNumber(value, 'percent'), aNumber(decimals, 'percent')),
  /** `{{bounds low high}}`: từ 60 đến 64, or 60 when both are the same */
  bounds: (low: unknown, high: unknown): string => boundsText(numberText(aNumber(low, 'bounds')), numberText(aNumber(high, 'bounds'))),
  /** `{{xml text}}`: in parts of documents, where every text has to go through it */
  xml: (value: unknown): string => xmlText(value),
} as const;

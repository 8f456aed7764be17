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
} as const;

// Data validation as the web page of Google Sheets has it: lists to choose from, tick boxes, and what a strict rule refuses.
import { parseA1 } from './a1.ts';
import { formatValue, isMoment } from './format-value.ts';
import { effectiveValue } from './formula.ts';
import { localeRules } from './locale.ts';
import type { ExtendedValue, NumberFormat } from './wire.ts';
import type { Workbook } from './workbook.ts';

interface Validation {
  readonly condition?: { readonly type?: string; readonly values?: readonly { readonly userEnteredValue?: string }[] };
  readonly strict?: boolean;
}

export type Refused = 'tick' | 'list' | 'date';

const typeOf = (rule: unknown): string | undefined => (rule as Validation | undefined)?.condition?.type;

export const isTickBox = (rule: unknown): boolean => typeOf(rule) === 'BOOLEAN';
export const isDateRule = (rule: unknown): boolean => typeOf(rule) === 'DATE_IS_VALID';

/** What the dropdown of a rule offers; undefined when the rule is no list. */
export function listOf(workbook: Workbook, rule: unknown): readonly string[] | undefined {
  const { condition } = (rule ?? {}) as Validation;
  const values = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  if (condition?.type === 'ONE_OF_LIST') return values;
  if (condition?.type !== 'ONE_OF_RANGE') return undefined;
  return rangeTexts(workbook, (values[0] ?? '').replace(/^=/, ''));
}

function rangeTexts(workbook: Workbook, range: string): readonly string[] {
  try {
    const { sheetId, startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = parseA1(workbook, range);
    const sheet = workbook.sheet(sheetId);
    const locale = localeRules(workbook.doc.properties.locale);
    const texts = sheet.rows
      .slice(startRowIndex, endRowIndex)
      .flatMap((row) => (row ?? []).slice(startColumnIndex, endColumnIndex))
      .map((cell) => formatValue(effectiveValue(cell?.v), workbook.format(cell ?? undefined)?.numberFormat, locale) ?? '');
    return [...new Set(texts)].filter((text) => text !== '');
  } catch {
    return []; // the tab is gone: Google offers nothing then
  }
}

/** What a strict rule has against a value; a blank is always allowed, and rules that only warn refuse nothing. */
export function strictlyRefused(
  workbook: Workbook,
  rule: unknown,
  value: ExtendedValue | undefined,
  format: NumberFormat | undefined,
): Refused | undefined {
  const shown = effectiveValue(value);
  if (shown === undefined || (rule as Validation | undefined)?.strict !== true) return undefined;
  if (isTickBox(rule)) return shown.boolValue === undefined ? 'tick' : undefined;
  if (isDateRule(rule)) return shown.numberValue !== undefined && isMoment(format) ? undefined : 'date';
  const list = listOf(workbook, rule);
  const text = formatValue(shown, format, localeRules(workbook.doc.properties.locale)) ?? '';
  return list === undefined || list.includes(text) ? undefined : 'list';
}

// Which conditional formats apply to a cell: of the rules that are fulfilled the first one to say something about a colour decides it.
import type { JsonObject } from '../json.ts';
import { evaluate, type Scalar } from './expression.ts';
import { formatValue } from './format-value.ts';
import { effectiveValue } from './formula.ts';
import { localeRules, serialNow } from './locale.ts';
import type { Sheet, StoredCell } from './sheet.ts';
import type { GridRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

interface BooleanRule {
  readonly condition?: { readonly type?: string; readonly values?: readonly { readonly userEnteredValue?: string }[] };
  readonly format?: JsonObject;
}

interface Rule {
  readonly ranges: readonly GridRange[];
  readonly booleanRule?: BooleanRule;
}

/** What a cell holds, for a formula. */
export function scalarOf(cell: StoredCell | undefined): Scalar {
  const value = effectiveValue(cell?.v);
  return value?.numberValue ?? value?.stringValue ?? value?.boolValue;
}

const covers = (range: GridRange, row: number, column: number): boolean =>
  row >= (range.startRowIndex ?? 0) &&
  row < (range.endRowIndex ?? Number.MAX_SAFE_INTEGER) &&
  column >= (range.startColumnIndex ?? 0) &&
  column < (range.endColumnIndex ?? Number.MAX_SAFE_INTEGER);

/** Answers with the formats that apply to a cell, strongest first. Kinds of conditions that are not known never apply. */
export function conditionalFormatsOf(
  workbook: Workbook,
  sheet: Sheet,
  now: number,
): (row: number, column: number) => readonly JsonObject[] {
  const rules = sheet.doc.conditionalFormats as unknown as readonly Rule[];
  const serial = serialNow(now, workbook.doc.properties.timeZone);
  const locale = localeRules(workbook.doc.properties.locale);
  const textAt = (row: number, column: number): string => {
    const cell = sheet.cell(row, column);
    return formatValue(effectiveValue(cell?.v), workbook.format(cell)?.numberFormat, locale) ?? '';
  };
  const byColumn = new Map<number, readonly Rule[]>();
  const rulesFor = (column: number): readonly Rule[] => {
    const known =
      byColumn.get(column) ?? rules.filter(({ ranges }) => ranges.some((range) => covers(range, range.startRowIndex ?? 0, column)));
    byColumn.set(column, known);
    return known;
  };
  return (row, column) =>
    rulesFor(column).flatMap(({ ranges, booleanRule }) => {
      const range = ranges.find((one) => covers(one, row, column));
      if (range === undefined || booleanRule?.format === undefined) return [];
      const { type, values = [] } = booleanRule.condition ?? {};
      const wanted = values[0]?.userEnteredValue ?? '';
      const applies =
        type === 'CUSTOM_FORMULA'
          ? evaluate(wanted, {
              cell: (atRow, atColumn) => scalarOf(sheet.cell(atRow, atColumn)),
              now: serial,
              rows: row - (range.startRowIndex ?? 0),
              columns: column - (range.startColumnIndex ?? 0),
            }) === true
          : textApplies(type, textAt(row, column), wanted);
      return applies ? [booleanRule.format] : [];
    });
}

function textApplies(type: string | undefined, text: string, wanted: string): boolean {
  const [shown, asked] = [text.toLowerCase(), wanted.toLowerCase()];
  switch (type) {
    case 'TEXT_EQ':
      return shown === asked;
    case 'TEXT_STARTS_WITH':
      return shown.startsWith(asked);
    case 'TEXT_ENDS_WITH':
      return shown.endsWith(asked);
    case 'TEXT_CONTAINS':
      return shown.includes(asked);
    case 'BLANK':
      return shown === '';
    case 'NOT_BLANK':
      return shown !== '';
    default:
      return false;
  }
}

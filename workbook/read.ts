// One call reads every tab, found by sheetId and not by title; its answer becomes a Reading.
// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGetByDataFilter
import type { CellValue, Grid, Reading } from '../rules/register/grid.ts';
import { type GridSize, sizeOfRange } from './a1.ts';
import type { BatchGet, BatchGetAnswer, SpreadsheetAnswer } from './sheets-json.ts';

/** All that reading needs of a tab. */
export interface Addressed {
  readonly sheetId: number;
}

/** The body of values.batchGetByDataFilter for these tabs. Google refuses it whole (400) when one of them is gone. */
export function readRequest(tabs: readonly Addressed[]): BatchGet {
  return {
    dataFilters: tabs.map(({ sheetId }) => ({ gridRange: { sheetId } })),
    majorDimension: 'ROWS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
}

/** The query of spreadsheets.get that tells which tabs there are, after a read was refused. */
export const tabsRequest = (): { includeGridData: false; fields: string } => ({
  includeGridData: false,
  fields: 'sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))',
});

/** The sheetIds that answer `tabsRequest`. */
export function presentSheetIds(answer: SpreadsheetAnswer): ReadonlySet<number> {
  return new Set((answer.sheets ?? []).map((sheet) => sheet.properties?.sheetId ?? 0));
}

/** The tabs that can be asked for again; `toReading` calls the others missing. */
export function withoutTabs<T extends Addressed>(tabs: readonly T[], present: ReadonlySet<number>): readonly T[] {
  return tabs.filter(({ sheetId }) => present.has(sheetId));
}

/** The answer as a Reading: every tab asked for has its grid, an empty one when it has no values, or is 'missing'. */
export function toReading(register: string, tabs: readonly Addressed[], answer: BatchGetAnswer): Reading {
  const found = new Map([...answers(answer)].map(({ sheetId, values }) => [sheetId, toGrid(values)]));
  return { register, grids: new Map(tabs.map(({ sheetId }) => [sheetId, found.get(sheetId) ?? ('missing' as const)])) };
}

/** How large each tab is, which a write must know to make room: the range of an answer spans the whole tab, blanks included. */
export function gridSizes(answer: BatchGetAnswer): ReadonlyMap<number, GridSize> {
  const sizes = new Map<number, GridSize>();
  for (const { sheetId, range } of answers(answer)) {
    const size = sizeOfRange(range);
    if (size) sizes.set(sheetId, size);
  }
  return sizes;
}

function* answers(answer: BatchGetAnswer): Iterable<{ sheetId: number; range: string; values: readonly (readonly unknown[])[] }> {
  for (const { dataFilters, valueRange } of answer.valueRanges ?? []) {
    for (const filter of dataFilters ?? []) {
      if (filter.gridRange)
        yield { sheetId: filter.gridRange.sheetId ?? 0, range: valueRange?.range ?? '', values: valueRange?.values ?? [] };
    }
  }
}

/**
 * Values as Google gives them, here and in the sheet. Blank cells come as '' between others and not always behind them: here both are null
 * or absent. `other` reads what is neither text, number nor tick.
 */
export function toGrid(values: readonly (readonly unknown[])[], other: (value: unknown) => CellValue = () => null): Grid {
  const toCell = (value: unknown): CellValue => {
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'string') return value === '' ? null : value;
    return other(value);
  };
  return trimmed(
    values.map((row) => trimmed(row.map(toCell), (cell) => cell === null)),
    (row) => row.length === 0,
  );
}

function trimmed<T>(list: readonly T[], blank: (item: T) => boolean): readonly T[] {
  let end = list.length;
  for (let last = list[end - 1]; last !== undefined && blank(last); last = list[end - 1]) end -= 1;
  return list.slice(0, end);
}

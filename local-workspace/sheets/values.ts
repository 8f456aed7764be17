// Values in and out of a workbook: trimmed reads, RAW and USER_ENTERED writes, appending, clearing.
import { badRequest } from '../google-error.ts';
import { beyondGrid, clippedArea, formatA1, intersects, lettersOf, strictArea } from './a1.ts';
import { errorText, formatValue, isMoment } from './format-value.ts';
import { effectiveValue } from './formula.ts';
import { localeRules } from './locale.ts';
import { assertEditable } from './protection.ts';
import type { Sheet, StoredCell } from './sheet.ts';
import { userEntered } from './user-entered.ts';
import type { Area, CellData, ExtendedValue, GridRange, ValueRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

export interface Rendering {
  readonly majorDimension?: unknown;
  readonly valueRenderOption?: unknown;
  readonly dateTimeRenderOption?: unknown;
}

/** A range's values as Google gives them: without empty rows and cells at the end, without `values` when none is left. */
export function readValues(workbook: Workbook, range: GridRange, rendering: Rendering): ValueRange {
  const { sheet, area } = clippedArea(workbook, range);
  const byColumns = rendering.majorDimension === 'COLUMNS';
  const lines: unknown[][] = [];
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    const cells = sheet.row(row).slice(area.startColumn, area.endColumn);
    lines.push(cells.map((cell) => renderValue(workbook, cell ?? undefined, rendering)));
  }
  const values = trim(byColumns ? transpose(lines) : lines);
  const answer = { range: formatA1(sheet, area), majorDimension: byColumns ? 'COLUMNS' : 'ROWS' };
  return values.length === 0 ? answer : { ...answer, values };
}

function transpose(lines: readonly (readonly unknown[])[]): unknown[][] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_unused, column) => lines.map((line) => line[column] ?? ''));
}

function trim(lines: readonly (readonly unknown[])[]): unknown[][] {
  const trimmed = lines.map((line) => {
    const cells = [...line];
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    return cells;
  });
  while (trimmed.length > 0 && trimmed.at(-1)?.length === 0) trimmed.pop();
  return trimmed;
}

function renderValue(workbook: Workbook, cell: StoredCell | undefined, { valueRenderOption, dateTimeRenderOption }: Rendering): unknown {
  if (cell?.v === undefined) return '';
  if (valueRenderOption === 'FORMULA' && cell.v.formulaValue !== undefined) return cell.v.formulaValue;
  const format = workbook.format(cell)?.numberFormat;
  const value = effectiveValue(cell.v);
  const formatted = (): string => formatValue(value, format, localeRules(workbook.doc.properties.locale)) ?? '';
  if (valueRenderOption !== 'UNFORMATTED_VALUE' && valueRenderOption !== 'FORMULA') return formatted();
  if (value?.errorValue !== undefined) return errorText(value.errorValue.type);
  if (value?.numberValue !== undefined && dateTimeRenderOption === 'FORMATTED_STRING' && isMoment(format)) return formatted();
  return value?.numberValue ?? value?.stringValue ?? value?.boolValue ?? '';
}

/** Rows of cells whichever way they were sent. */
export function rowsOf({ values = [], majorDimension }: ValueRange): readonly (readonly unknown[])[] {
  if (majorDimension !== 'COLUMNS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_unused, row) => values.map((column) => column[row] ?? null));
}

export interface Writing {
  readonly valueInputOption: 'RAW' | 'USER_ENTERED';
  readonly now: number;
}

/** The option, or Google's 400 when it is missing. */
export function inputOption(option: unknown): Writing['valueInputOption'] {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw badRequest("'valueInputOption' is required but not specified");
}

/** Where the values went; undefined when there were none. */
export interface Written {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly cells: number;
}

/** Writes values from a range's first cell on. Throws Google's 400 for what does not fit into the range or the grid. */
export function writeValues(workbook: Workbook, range: GridRange, given: ValueRange, writing: Writing): Written {
  const rows = rowsOf(given);
  const { sheet, area } = strictArea(workbook, openTo(workbook, range));
  const height = rows.length;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isCell = range.endRowIndex === (range.startRowIndex ?? 0) + 1 && range.endColumnIndex === (range.startColumnIndex ?? 0) + 1;
  const written: Area = { ...area, endRow: area.startRow + Math.max(height, 1), endColumn: area.startColumn + Math.max(width, 1) };
  if (!isCell) checkFits(sheet, area, written);
  if (written.endRow > sheet.rowCount || written.endColumn > sheet.columnCount) throw beyondGrid(sheet, written);
  assertEditable(workbook, sheet, written);
  return { sheet, area: written, cells: enterRows(workbook, sheet, written, rows, writing) };
}

function openTo(workbook: Workbook, range: GridRange): GridRange {
  const sheet = workbook.sheet(range.sheetId);
  return { ...range, endRowIndex: range.endRowIndex ?? sheet.rowCount, endColumnIndex: range.endColumnIndex ?? sheet.columnCount };
}

function checkFits(sheet: Sheet, area: Area, written: Area): void {
  const within = `Requested writing within range [${formatA1(sheet, area)}]`;
  if (written.endRow > area.endRow) throw badRequest(`${within}, but tried writing to row [${area.endRow + 1}]`);
  if (written.endColumn > area.endColumn) throw badRequest(`${within}, but tried writing to column [${lettersOf(area.endColumn)}]`);
}

function enterRows(workbook: Workbook, sheet: Sheet, area: Area, rows: readonly (readonly unknown[])[], writing: Writing): number {
  let count = 0;
  for (const [index, row] of rows.entries()) {
    const cells = [...sheet.row(area.startRow + index)];
    for (const [offset, value] of row.entries()) {
      // null leaves a cell as it is; an empty text clears it.
      if (value === null || value === undefined) continue;
      const column = area.startColumn + offset;
      while (cells.length <= column) cells.push(null);
      cells[column] = enterCell(workbook, cells[column] ?? undefined, value, writing) ?? null;
      count += 1;
    }
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    sheet.setRow(area.startRow + index, cells);
  }
  return count;
}

function enterCell(
  workbook: Workbook,
  cell: StoredCell | undefined,
  value: unknown,
  { valueInputOption, now }: Writing,
): StoredCell | undefined {
  const { userEnteredValue: _before, textFormatRuns: _runs, ...kept } = workbook.unpack(cell);
  if (typeof value === 'object') throw badRequest('Invalid values: cells must be text, numbers or booleans.');
  if (typeof value !== 'string') return packWith(workbook, kept, scalar(value));
  if (value.length > 50_000) throw badRequest('Your input contains more than the maximum of 50000 characters in a single cell.');
  if (valueInputOption === 'RAW') return packWith(workbook, kept, value === '' ? undefined : { stringValue: value });
  const year = new Date(now).getUTCFullYear();
  const entered = userEntered(value, localeRules(workbook.doc.properties.locale), kept.userEnteredFormat?.numberFormat, year);
  const formatted = entered.format === undefined || kept.userEnteredFormat?.numberFormat !== undefined;
  const format = formatted ? kept : { ...kept, userEnteredFormat: { ...kept.userEnteredFormat, numberFormat: entered.format } };
  return packWith(workbook, format as CellData, entered.value);
}

function scalar(value: unknown): ExtendedValue {
  if (typeof value === 'number') return { numberValue: value };
  return { boolValue: value === true };
}

const packWith = (workbook: Workbook, data: CellData, value: ExtendedValue | undefined): StoredCell | undefined =>
  workbook.pack(value === undefined ? data : { ...data, userEnteredValue: value });

/** Removes values, keeps formats, notes and validation. Gives the area that was cleared. */
export function clearValues(workbook: Workbook, range: GridRange): { sheet: Sheet; area: Area } {
  const { sheet, area } = clippedArea(workbook, range);
  assertEditable(workbook, sheet, area);
  sheet.mapArea({ ...area, endRow: Math.min(area.endRow, sheet.rows.length) }, (cell) => {
    const { userEnteredValue: _value, textFormatRuns: _runs, ...rest } = workbook.unpack(cell);
    return workbook.pack(rest);
  });
  return { sheet, area };
}

/** The table that an append continues: the block of filled cells in or next to the range, the lowest when there are several. */
export function tableAt(sheet: Sheet, area: Area): Area | undefined {
  let bottom: number | undefined;
  for (let row = Math.min(area.endRow, sheet.rows.length) - 1; row >= area.startRow && bottom === undefined; row -= 1) {
    if (isFilled(sheet, { ...area, startRow: row, endRow: row + 1 })) bottom = row;
  }
  if (bottom === undefined) return undefined;
  let block: Area = { ...area, startRow: bottom, endRow: bottom + 1 };
  block = { ...block, ...filledColumns(sheet, block) };
  for (;;) {
    const grown = grow(sheet, block);
    if (grown === block) return block;
    block = grown;
  }
}

const isFilled = (sheet: Sheet, area: Area): boolean => {
  for (let row = Math.max(area.startRow, 0); row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    if (sheet.row(row).some((cell, column) => cell?.v !== undefined && column >= area.startColumn && column < area.endColumn)) return true;
  }
  return false;
};

function filledColumns(sheet: Sheet, area: Area): { startColumn: number; endColumn: number } {
  const columns = [...sheet.row(area.startRow).entries()].filter(
    ([column, cell]) => cell?.v !== undefined && column >= area.startColumn && column < area.endColumn,
  );
  return { startColumn: columns[0]?.[0] ?? area.startColumn, endColumn: (columns.at(-1)?.[0] ?? area.startColumn) + 1 };
}

function grow(sheet: Sheet, block: Area): Area {
  const wide = { ...block, startColumn: block.startColumn - 1, endColumn: block.endColumn + 1 };
  const tall = { ...block, startRow: block.startRow - 1, endRow: block.endRow + 1 };
  if (isFilled(sheet, { ...wide, startRow: block.endRow, endRow: block.endRow + 1 })) return { ...block, endRow: block.endRow + 1 };
  if (block.startRow > 0 && isFilled(sheet, { ...wide, startRow: block.startRow - 1, endRow: block.startRow }))
    return { ...block, startRow: block.startRow - 1 };
  if (isFilled(sheet, { ...tall, startColumn: block.endColumn, endColumn: block.endColumn + 1 }))
    return { ...block, endColumn: block.endColumn + 1 };
  if (block.startColumn > 0 && isFilled(sheet, { ...tall, startColumn: block.startColumn - 1, endColumn: block.startColumn }))
    return { ...block, startColumn: block.startColumn - 1 };
  return block;
}

/** Writes after the table that the range finds; the grid grows as needed. */
export function appendValues(
  workbook: Workbook,
  range: GridRange,
  given: ValueRange,
  writing: Writing,
  insertRows: boolean,
): { table: Area | undefined; written: Written } {
  const { sheet, area } = clippedArea(workbook, range);
  const rows = rowsOf(given);
  const table = tableAt(sheet, area);
  const startRow = table?.endRow ?? area.startRow;
  const startColumn = table?.startColumn ?? area.startColumn;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const target: Area = {
    sheetId: sheet.id,
    startRow,
    startColumn,
    endRow: startRow + Math.max(1, rows.length),
    endColumn: startColumn + width,
  };
  const protectedPart = sheet.doc.merges.find((merge) =>
    intersects(target, {
      sheetId: sheet.id,
      startRow: merge.startRowIndex ?? 0,
      endRow: merge.endRowIndex ?? 0,
      startColumn: merge.startColumnIndex ?? 0,
      endColumn: merge.endColumnIndex ?? 0,
    }),
  );
  if (protectedPart !== undefined) throw badRequest('The local workspace does not append into merged cells.');
  assertEditable(workbook, sheet, target);
  const grid = sheet.doc.properties.gridProperties;
  if (insertRows && startRow < sheet.rows.length) sheet.spliceRows(startRow, 0, new Array<null>(rows.length).fill(null));
  grid.rowCount = Math.max(insertRows ? sheet.rowCount + rows.length : sheet.rowCount, target.endRow);
  grid.columnCount = Math.max(sheet.columnCount, target.endColumn);
  return { table, written: { sheet, area: target, cells: enterRows(workbook, sheet, target, rows, writing) } };
}

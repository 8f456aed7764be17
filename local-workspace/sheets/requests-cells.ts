// Batch requests that write cells: updateCells, repeatCell, appendCells, setDataValidation, sortRange.
import type { Mask } from '../field-mask.ts';
import { badRequest } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { beyondGrid, columnOf, lettersOf, strictArea } from './a1.ts';
import { effectiveValue, shiftFormula } from './formula.ts';
import { mergeByMask, requiredMask } from './mask-merge.ts';
import { assertEditable } from './protection.ts';
import type { Sheet, StoredCell } from './sheet.ts';
import type { Area, CellData, GridRange, RowData } from './wire.ts';
import type { Workbook } from './workbook.ts';

const UNSUPPORTED = ['pivotTable', 'chipRuns', 'dataSourceTable', 'dataSourceFormula'];

function cellMask(fields: unknown): Mask {
  const mask = requiredMask(fields, 'CellData');
  const unsupported = UNSUPPORTED.find((name) => mask[name] !== undefined);
  if (unsupported !== undefined) throw badRequest(`The local workspace does not keep ${unsupported} of a cell.`);
  return mask;
}

function checkCell(data: CellData): void {
  const value = data.userEnteredValue;
  if (value?.errorValue !== undefined) throw badRequest('User entered value cannot be an error.');
  const formula = value?.formulaValue;
  if (formula !== undefined && !/^[=+]./.test(formula)) throw badRequest(`Invalid formula: ${formula}`);
  if ((value?.stringValue?.length ?? 0) > 50_000)
    throw badRequest('Your input contains more than the maximum of 50000 characters in a single cell.');
}

function masked(workbook: Workbook, mask: Mask, cell: StoredCell | undefined, data: CellData): StoredCell | undefined {
  const merged = mergeByMask(mask, workbook.unpack(cell) as JsonObject, data as JsonObject) as CellData;
  return workbook.pack(merged);
}

interface UpdateCells {
  readonly rows?: readonly RowData[];
  readonly fields?: string;
  readonly start?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number };
  readonly range?: GridRange;
}

/** Writes cell data; with a range, cells that get none are cleared of what the mask names. */
export function updateCells(workbook: Workbook, body: JsonObject): undefined {
  const { rows = [], fields, start, range }: UpdateCells = body;
  const mask = cellMask(fields);
  if ((start === undefined) === (range === undefined)) throw badRequest('Exactly one of start or range must be set.');
  if (range === undefined) return updateFrom(workbook, mask, rows, start ?? {});
  const { sheet, area } = strictArea(workbook, range);
  const height = area.endRow - area.startRow;
  const width = area.endColumn - area.startColumn;
  if (rows.length > height)
    throw badRequest(`Attempting to write row: ${area.startRow + height}, beyond the last requested row of: ${area.endRow - 1}`);
  if (rows.some((row) => (row.values?.length ?? 0) > width)) {
    throw badRequest(`Attempting to write column: ${area.endColumn}, beyond the last requested column of: ${area.endColumn - 1}`);
  }
  assertEditable(workbook, sheet, area);
  for (const [index, row] of rows.entries())
    writeRow(workbook, sheet, mask, area.startRow + index, area.startColumn, row.values ?? [], width);
  const rest = { ...area, startRow: area.startRow + rows.length };
  sheet.mapArea(rest, (cell) => masked(workbook, mask, cell, {}));
  return undefined;
}

function updateFrom(workbook: Workbook, mask: Mask, rows: readonly RowData[], start: NonNullable<UpdateCells['start']>): undefined {
  const sheet = workbook.sheet(start.sheetId);
  const width = Math.max(1, ...rows.map((row) => row.values?.length ?? 0));
  const startRow = start.rowIndex ?? 0;
  const startColumn = start.columnIndex ?? 0;
  const area: Area = {
    sheetId: sheet.id,
    startRow,
    startColumn,
    endRow: startRow + Math.max(1, rows.length),
    endColumn: startColumn + width,
  };
  if (area.endRow > sheet.rowCount || area.endColumn > sheet.columnCount) throw beyondGrid(sheet, area);
  assertEditable(workbook, sheet, area);
  for (const [index, row] of rows.entries())
    writeRow(workbook, sheet, mask, startRow + index, startColumn, row.values ?? [], row.values?.length ?? 0);
  return undefined;
}

function writeRow(
  workbook: Workbook,
  sheet: Sheet,
  mask: Mask,
  row: number,
  column: number,
  values: readonly CellData[],
  width: number,
): void {
  const cells = [...sheet.row(row)];
  while (cells.length < column + width) cells.push(null);
  for (let offset = 0; offset < width; offset += 1) {
    const data = values[offset] ?? {};
    checkCell(data);
    cells[column + offset] = masked(workbook, mask, cells[column + offset] ?? undefined, data) ?? null;
  }
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  sheet.setRow(row, cells);
}

/** The same cell for a whole range; a formula's relative references follow. */
export function repeatCell(workbook: Workbook, body: JsonObject): undefined {
  const { range = {}, cell = {}, fields } = body as { range?: GridRange; cell?: CellData; fields?: string };
  const mask = cellMask(fields);
  checkCell(cell);
  const { sheet, area } = strictArea(workbook, range);
  assertEditable(workbook, sheet, area);
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula === undefined) {
    sheet.mapArea(area, (before) => masked(workbook, mask, before, cell));
    return undefined;
  }
  const shiftColumn = (letters: string, by: number): string => lettersOf(columnOf(letters) + by);
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const formulaValue = shiftFormula(formula, row - area.startRow, column - area.startColumn, shiftColumn);
      sheet.setCell(row, column, masked(workbook, mask, sheet.cell(row, column), { ...cell, userEnteredValue: { formulaValue } }));
    }
  }
  return undefined;
}

/** Rows after the last one with data; the grid grows as needed. */
export function appendCells(workbook: Workbook, body: JsonObject): undefined {
  const { sheetId, rows = [], fields } = body as { sheetId?: number; rows?: readonly RowData[]; fields?: string };
  const mask = cellMask(fields);
  const sheet = workbook.sheet(sheetId);
  let last = sheet.rows.length - 1;
  while (last >= 0 && !sheet.row(last).some((cell) => cell?.v !== undefined)) last -= 1;
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  const grid = sheet.doc.properties.gridProperties;
  const area: Area = {
    sheetId: sheet.id,
    startRow: last + 1,
    endRow: last + 1 + Math.max(1, rows.length),
    startColumn: 0,
    endColumn: Math.max(1, width),
  };
  assertEditable(workbook, sheet, area);
  grid.rowCount = Math.max(sheet.rowCount, last + 1 + rows.length);
  grid.columnCount = Math.max(sheet.columnCount, width);
  for (const [index, row] of rows.entries())
    writeRow(workbook, sheet, mask, last + 1 + index, 0, row.values ?? [], row.values?.length ?? 0);
  return undefined;
}

/** Sets a rule on every cell of a range, or clears it when there is no rule. Values are not judged by it, as with Google. */
export function setDataValidation(workbook: Workbook, body: JsonObject): undefined {
  const { range = {}, rule } = body as { range?: GridRange; rule?: JsonObject };
  if (rule !== undefined && (rule.condition === undefined || (rule.condition as JsonObject).type === undefined)) {
    throw badRequest('A data validation rule must have a condition with a type.');
  }
  const { sheet, area } = strictArea(workbook, range);
  assertEditable(workbook, sheet, area);
  sheet.mapArea(area, (cell) => {
    const { dataValidation: _before, ...data } = workbook.unpack(cell);
    return workbook.pack(rule === undefined ? data : { ...data, dataValidation: rule });
  });
  return undefined;
}

const VIETNAMESE_ORDER = new Intl.Collator('vi', { numeric: false });

function rank(cell: StoredCell | undefined): number {
  const value = effectiveValue(cell?.v);
  if (value === undefined) return 3;
  return value.numberValue !== undefined ? 0 : value.stringValue !== undefined ? 1 : 2;
}

function compare(left: StoredCell | undefined, right: StoredCell | undefined, descending: boolean): number {
  const ranks = [rank(left), rank(right)] as const;
  // Empty cells stay last whichever way the rest is sorted.
  if (ranks[0] === 3 || ranks[1] === 3) return ranks[0] - ranks[1];
  const [a, b] = [effectiveValue(left?.v), effectiveValue(right?.v)];
  const order =
    ranks[0] - ranks[1] ||
    (a?.numberValue ?? 0) - (b?.numberValue ?? 0) ||
    VIETNAMESE_ORDER.compare(a?.stringValue ?? '', b?.stringValue ?? '');
  return descending ? -order : order;
}

/** Sorts the rows of a range; validation stays where it is. */
export function sortRange(workbook: Workbook, body: JsonObject): undefined {
  const { range = {}, sortSpecs = [] } = body as {
    range?: GridRange;
    sortSpecs?: readonly { dimensionIndex?: number; sortOrder?: string }[];
  };
  const { sheet, area } = strictArea(workbook, range);
  assertEditable(workbook, sheet, area);
  const indexes = Array.from({ length: area.endRow - area.startRow }, (_unused, index) => area.startRow + index);
  const before = new Map(indexes.map((index) => [index, sheet.row(index)]));
  const sorted = [...indexes].sort((left, right) => {
    for (const { dimensionIndex = 0, sortOrder } of sortSpecs) {
      const order = compare(sheet.cell(left, dimensionIndex), sheet.cell(right, dimensionIndex), sortOrder === 'DESCENDING');
      if (order !== 0) return order;
    }
    return left - right;
  });
  for (const [position, source] of sorted.entries()) {
    const row = area.startRow + position;
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const { d: _moved, ...content } = before.get(source)?.[column] ?? {};
      const staying = before.get(row)?.[column]?.d;
      const cell: StoredCell = { ...content, ...(staying === undefined ? {} : { d: staying }) };
      sheet.setCell(row, column, Object.keys(cell).length === 0 ? undefined : cell);
    }
  }
  return undefined;
}

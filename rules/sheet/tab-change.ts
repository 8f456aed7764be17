// What is to be written into one of people's tabs: columns of cells and one rectangle of notes, so that the number of calls is fixed.
// Rows and columns are 1-based here, as the sheet counts and as SpreadsheetApp wants them.
import type { Tab } from '../register/column.ts';
import type { CellValue, Grid } from '../register/grid.ts';

/** A rectangle of cells. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const TEXT_FORMAT = '@';
export const DATE_FORMAT = 'dd/mm/yyyy';

/** Cells of one column, downwards; a blank one is null. */
export interface ColumnChange {
  readonly row: number;
  readonly column: number;
  readonly values: readonly CellValue[];
  /** the number format these cells get first: a paste may have brought another, and a text would be read as if typed */
  readonly format: string;
}
export interface NotesChange {
  readonly row: number;
  readonly column: number;
  readonly notes: readonly (readonly string[])[];
}
export interface TabChange {
  readonly tab: Tab;
  readonly columns: readonly ColumnChange[];
  readonly notes?: NotesChange;
}

export const holds = (area: Area, row: number, column: number): boolean => rowIn(area, row) && columnIn(area, column);
export const rowIn = ({ row: first, rows }: Area, row: number): boolean => row >= first && row < first + rows;
export const columnIn = ({ column: first, columns }: Area, column: number): boolean => column >= first && column < first + columns;

export const cellAt = (grid: Grid, row: number, column: number): CellValue => grid[row - 1]?.[column - 1] ?? null;

/** The grid with some cells replaced; rows that nothing changes are shared. */
export function withCells(grid: Grid, cells: readonly { readonly row: number; readonly column: number; readonly to: CellValue }[]): Grid {
  const rows = new Map<number, CellValue[]>();
  for (const { row, column, to } of cells) {
    const cloned = rows.get(row) ?? [...(grid[row - 1] ?? [])];
    rows.set(row, cloned);
    while (cloned.length < column) cloned.push(null);
    cloned[column - 1] = to;
  }
  const last = Math.max(grid.length, ...rows.keys());
  return Array.from({ length: last }, (_, index) => rows.get(index + 1) ?? grid[index] ?? []);
}

/** The change that makes a column of texts say what is wanted of its rows; undefined when it says so. Between the first and the last row that differ every cell is written. */
export function columnChange(
  grid: Grid,
  column: number,
  rows: { readonly from: number; readonly to: number },
  wanted: (row: number) => CellValue,
): ColumnChange | undefined {
  let first = 0;
  let last = 0;
  for (let row = rows.from; row <= rows.to; row += 1) {
    if (same(cellAt(grid, row, column), wanted(row))) continue;
    if (first === 0) first = row;
    last = row;
  }
  if (first === 0) return undefined;
  return { row: first, column, format: TEXT_FORMAT, values: Array.from({ length: last - first + 1 }, (_, index) => wanted(first + index)) };
}

const same = (found: CellValue, wanted: CellValue): boolean => (found === '' ? null : found) === (wanted === '' ? null : wanted);

// A tab as it comes from the workbook: rows of unformatted cells, dates as serials, trailing blanks trimmed.
export type CellValue = string | number | boolean | null;
export type Grid = readonly (readonly CellValue[])[];

/** Every tab that was asked for: its grid, or 'missing' when the workbook no longer has that sheetId. */
export interface Reading {
  readonly register: string;
  readonly grids: ReadonlyMap<number, Grid | 'missing'>;
}

// Where the headers of a tab went when its row of headers shows none: deleted, blanked, or sorted to somewhere among the records.
import type { Tab } from '../rules/register/column.ts';
import type { Grid } from '../rules/register/grid.ts';
import { tidy } from '../rules/text.ts';
import { headerIndex, type Placed } from './look.ts';
import type { Request, RowData } from './sheets-json.ts';

export type LostHeaders =
  /** the records have moved up into their place */
  | { readonly kind: 'deleted' }
  | { readonly kind: 'blank' }
  /** they stand in this row, zero-based */
  | { readonly kind: 'moved'; readonly row: number; readonly cells: readonly string[] };

const textOf = (cell: Grid[number][number] | undefined): string => tidy(String(cell ?? ''));

/**
 * Undefined where the row of headers holds a header that is declared, and where nothing says what the row holds instead: a record is
 * told by its code at the place that the declaration gives it.
 */
export function lostHeaders(tab: Tab, grid: Grid, columns: readonly Placed[]): LostHeaders | undefined {
  const declared = new Set(columns.map(({ column }) => tidy(column.header)));
  const known = (row: Grid[number] | undefined): number => (row ?? []).filter((cell) => declared.has(textOf(cell))).length;
  const row = grid[headerIndex(tab)] ?? [];
  if (tab.kind !== 'data' || known(row) > 0) return undefined;
  const found = grid.findIndex((one) => known(one) * 2 >= declared.size);
  if (found >= 0) return { kind: 'moved', row: found, cells: (grid[found] ?? []).map((cell) => String(cell ?? '')) };
  if (row.every((cell) => textOf(cell) === '')) return { kind: 'blank' };
  const at = columns.find(({ column }) => column.type === 'code')?.index;
  const prefix = tab.codes?.prefix;
  const isCode = at !== undefined && prefix !== undefined && new RegExp(`^${prefix}\\d+$`).test(textOf(row[at]));
  return isCode ? { kind: 'deleted' } : undefined;
}

/** Makes room for the headers, and takes them away from among the records; no record is moved but by one row. */
export function roomForHeaders(tab: Tab, lost: LostHeaders | undefined): Request[] {
  if (lost === undefined || lost.kind === 'blank') return [];
  const { sheetId } = tab;
  const place = headerIndex(tab);
  const rowAt = (index: number) => ({ sheetId, dimension: 'ROWS' as const, startIndex: index, endIndex: index + 1 });
  return [
    ...(lost.kind === 'moved' ? [{ deleteDimension: { range: rowAt(lost.row) } }] : []),
    { insertDimension: { range: rowAt(place), inheritFromBefore: false } },
    { setDataValidation: { range: { sheetId, startRowIndex: place, endRowIndex: place + 1 } } }, // the row was made after a record's
    ...(lost.kind === 'moved'
      ? [
          {
            updateCells: {
              range: { sheetId, startRowIndex: place, endRowIndex: place + 1 },
              rows: [rowOf(lost.cells)],
              fields: 'userEnteredValue',
            },
          },
        ]
      : []),
  ];
}

/** The headers as they were, those of people's own columns too. */
const rowOf = (cells: readonly string[]): RowData => ({
  values: cells.map((text) => (text === '' ? {} : { userEnteredValue: { stringValue: text } })),
});

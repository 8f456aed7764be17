// A workbook in which people type and the sheet's own script follows, without Google: the decisions are put into the grids at once.
import type { CellValue } from '../../rules/register/grid.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { decideEdit, decideWhole, type SheetDecision } from '../../rules/sheet/decide-edit.ts';
import type { Area, TabChange } from '../../rules/sheet/tab-change.ts';
import { at, aWorkbook, columnOf, readingOf, settingAt, tabIn, type Workbook } from '../reporting/a-workbook.ts';

export const NOW = at('2024-12-10');

export interface ASheet {
  readonly workbook: Workbook;
  /** `members` -> [row - 1][column - 1] */
  readonly notes: Map<string, string[][]>;
  highest: { readonly [tab: string]: number };
  merges: readonly Area[];
  locked: boolean;
}

export const aSheet = (workbook = aWorkbook('2024-12-10')): ASheet => ({
  workbook,
  notes: new Map(),
  highest: {},
  merges: [],
  locked: true,
});

/** 1-based column of a tab. */
export const placeOf = ({ workbook }: ASheet, key: TabKey, column: string): number => columnOf(workbook, key, column) + 1;
export const cellOf = (sheet: ASheet, key: TabKey, row: number, column: string): CellValue =>
  tabIn(sheet.workbook, key)[row - 1]?.[placeOf(sheet, key, column) - 1] ?? null;
export const noteOf = (sheet: ASheet, key: TabKey, row: number, column: string): string =>
  sheet.notes.get(key)?.[row - 1]?.[placeOf(sheet, key, column) - 1] ?? '';

/** The first row (1-based) of a tab below everything that stands in it. */
export const nextRow = ({ workbook }: ASheet, key: TabKey): number => tabIn(workbook, key).length + 1;

/** The row that bears a code. */
export const rowOfCode = (sheet: ASheet, key: TabKey, code: string): number =>
  tabIn(sheet.workbook, key).findIndex((row) => row[placeOf(sheet, key, 'code') - 1] === code) + 1;

export interface Typing {
  readonly formulas?: readonly (readonly string[])[];
  readonly oldValue?: string;
}

/** Cells are typed or pasted at a place, and the script follows. */
export function type(
  sheet: ASheet,
  key: TabKey,
  row: number,
  column: number,
  cells: readonly (readonly CellValue[])[],
  { formulas, oldValue }: Typing = {},
): SheetDecision {
  const grid = tabIn(sheet.workbook, key);
  cells.forEach((line, down) => {
    line.forEach((cell, right) => {
      put(grid, row + down, column + right, cell);
    });
  });
  const width = Math.max(...cells.map((line) => line.length));
  const edit = {
    sheetId: TABS[key].sheetId,
    row,
    column,
    rows: cells.length,
    columns: width,
    formulas: formulas ?? cells.map((line) => line.map(() => '')),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
  return carriedOut(sheet, decideEdit(stateOf(sheet, key), edit, settingAt(NOW)));
}

/** One cell of a record is typed. */
export const typeInto = (sheet: ASheet, key: TabKey, row: number, column: string, cell: CellValue, typing: Typing = {}): SheetDecision =>
  type(sheet, key, row, placeOf(sheet, key, column), [[cell]], typing);

/** A row is typed as a whole, in the order of the columns; what is not named stays blank. */
export function typeRow(sheet: ASheet, key: TabKey, row: number, cells: { readonly [column: string]: CellValue }): SheetDecision {
  const line = (tabIn(sheet.workbook, key)[0] ?? []).map((): CellValue => null);
  for (const [column, cell] of Object.entries(cells)) line[placeOf(sheet, key, column) - 1] = cell;
  return type(sheet, key, row, 1, [line]);
}

export const checkAll = (sheet: ASheet): SheetDecision => carriedOut(sheet, decideWhole(stateOf(sheet, 'members'), settingAt(NOW)));

const stateOf = ({ workbook, merges, highest, locked }: ASheet, key: TabKey) => ({
  reading: readingOf(workbook),
  merges: new Map([[TABS[key].sheetId, merges]]),
  highest,
  locked,
});

function carriedOut(sheet: ASheet, decision: SheetDecision): SheetDecision {
  for (const tab of decision.tabs) apply(sheet, decision.changeOf(tab, paddedNotes(sheet, tab.key as TabKey)));
  sheet.highest = decision.highest;
  return decision;
}

function paddedNotes({ workbook, notes }: ASheet, key: TabKey): string[][] {
  const grid = tabIn(workbook, key);
  const known = notes.get(key) ?? [];
  const width = Math.max(...grid.map((row) => row.length));
  return Array.from({ length: Math.max(grid.length, known.length) }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => known[row]?.[column] ?? ''),
  );
}

/** Puts a change into the grids and the notes. */
export function apply(sheet: ASheet, { tab, columns, notes }: TabChange): void {
  const grid = tabIn(sheet.workbook, tab.key as TabKey);
  for (const { row, column, values } of columns)
    values.forEach((cell, down) => {
      put(grid, row + down, column, cell);
    });
  const all = paddedNotes(sheet, tab.key as TabKey);
  notes?.notes.forEach((line, down) => {
    line.forEach((note, right) => {
      const into = all[notes.row - 1 + down] ?? [];
      into[notes.column - 1 + right] = note;
    });
  });
  sheet.notes.set(tab.key, all);
}

/** Puts a note where a person would. */
export function writeNote(sheet: ASheet, key: TabKey, row: number, column: string, note: string): void {
  const all = paddedNotes(sheet, key);
  const line = all[row - 1];
  if (line) line[placeOf(sheet, key, column) - 1] = note;
  sheet.notes.set(key, all);
}

function put(grid: CellValue[][], row: number, column: number, cell: CellValue): void {
  while (grid.length < row) grid.push([]);
  const line = grid[row - 1] ?? [];
  while (line.length < column) line.push(null);
  line[column - 1] = cell;
}

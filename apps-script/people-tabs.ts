// People's tabs through SpreadsheetApp: their notes and merged cells, and the writing of a change. A fixed number of calls for each tab.
import { Problem } from '../rules/problem.ts';
import type { Tab } from '../rules/register/column.ts';
import type { CellValue } from '../rules/register/grid.ts';
import { type Area, type ColumnChange, type TabChange, TEXT_FORMAT } from '../rules/sheet/tab-change.ts';
import { columnIndex } from '../workbook/a1.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MERGES = 20; // each has to be asked for its place; a register has none unless somebody merged rows

/** Where a tab has merged cells. */
export function mergesOf(sheet: Sheet): Area[] {
  const merged = sheet.getDataRange().getMergedRanges();
  return merged.slice(0, MERGES).flatMap((range) => areaOf(range.getA1Notation()));
}

function areaOf(a1: string): Area[] {
  const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(a1) ?? [];
  if (left === undefined || right === undefined) return [];
  const [row, column] = [Number(top), columnIndex(left) + 1];
  return [{ row, column, rows: Number(bottom) - row + 1, columns: columnIndex(right) + 2 - column }];
}

/** All notes of a tab from its first cell on, as many rows and columns as said. */
export const notesOf = (sheet: Sheet, rows: number, columns: number): string[][] =>
  rows === 0 || columns === 0 ? [] : sheet.getRange(1, 1, rows, columns).getNotes();

/** Writes a change. What Google refuses is a Problem that names the tab; the other parts are written all the same. */
export function writeChange(sheet: Sheet, { tab, columns, notes }: TabChange): void {
  const refused = [
    ...columns.map((change) => attempt(() => writeColumn(sheet, change))),
    attempt(() => {
      if (notes) sheet.getRange(notes.row, notes.column, notes.notes.length, notes.notes[0]?.length ?? 1).setNotes(rowsOf(notes.notes));
    }),
  ].find((trouble) => trouble !== undefined);
  if (refused) throw notWritable(tab, refused.cause);
}

/** Google's own words are in the language of the account: that it refused is all there is to know. */
export const notWritable = (tab: Tab, cause: unknown): Problem => new Problem('TAB_NOT_WRITABLE', { title: tab.title }, { cause });

function attempt(act: () => void): { readonly cause: unknown } | undefined {
  try {
    act();
    return undefined;
  } catch (cause) {
    return { cause };
  }
}

function writeColumn(sheet: Sheet, { row, column, values, format }: ColumnChange): void {
  const range = sheet.getRange(row, column, values.length, 1);
  range.setNumberFormat(format);
  range.setValues(values.map((cell) => [typed(cell, format)]));
}

/** A text is read as if typed, unless the cell's format is text: the apostrophe keeps it one. */
const typed = (cell: CellValue, format: string): string | number | boolean =>
  typeof cell === 'string' && format !== TEXT_FORMAT ? `'${cell}` : (cell ?? '');

const rowsOf = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => [...row]);

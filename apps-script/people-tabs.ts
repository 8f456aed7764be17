// People's tabs through SpreadsheetApp: their notes and merged cells, and the writing of a change. A fixed number of calls for each tab.
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

/** The notes of some rows, each at its place from the first cell of the tab on: rows before them are not there. */
export function notesOf(
  sheet: Sheet,
  { from, to, columns }: { readonly from: number; readonly to: number; readonly columns: number },
): string[][] {
  const notes: string[][] = [];
  if (to < from || columns === 0) return notes;
  const read = sheet.getRange(from, 1, to - from + 1, columns).getNotes();
  read.forEach((line, index) => {
    notes[from - 1 + index] = line;
  });
  return notes;
}

/** Writes a change and gives what Google refused of it, if anything; the other parts are written all the same. */
export function refusal(sheet: Sheet, { columns, notes }: TabChange): Refusal | undefined {
  return [
    ...columns.map((change) => attempt(() => writeColumn(sheet, change))),
    attempt(() => {
      if (notes) sheet.getRange(notes.row, notes.column, notes.notes.length, notes.notes[0]?.length ?? 1).setNotes(rowsOf(notes.notes));
    }),
    attempt(() => SpreadsheetApp.flush()), // a refusal may come only now
  ].find((trouble) => trouble !== undefined);
}

interface Refusal {
  readonly cause: unknown;
}

function attempt(act: () => void): Refusal | undefined {
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

// Cells to values of the script and back: serials and dates, what is written as typed, what kind a number format is.
import { types } from 'node:util';
import type { Place } from '../calls.ts';
import { ScriptError } from './bridge.ts';
import { gridRange, type OpenWorkbook } from './open-workbook.ts';
import { momentAt, wallOf } from './zone.ts';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** A rectangle of exactly this size; what is missing is filled. */
export function filled<T>({ rows, columns }: Place, values: readonly (readonly T[])[], empty: T): T[][] {
  return Array.from({ length: rows }, (_row, row) => Array.from({ length: columns }, (_cell, column) => values[row]?.[column] ?? empty));
}

/** Numbers that the sheet shows as a date or a time come as dates, in the spreadsheet's zone; nothing as an empty text. */
export function readValues(workbook: OpenWorkbook, place: Place): unknown[][] {
  const range = gridRange(place);
  const plain = filled<unknown>(place, workbook.values(range, 'UNFORMATTED_VALUE'), '');
  if (!plain.some((row) => row.some((value) => typeof value === 'number'))) return plain;
  // The same cells once more: a number that is then a text is one that the sheet shows as a moment.
  const shown = workbook.values(range, 'UNFORMATTED_VALUE', 'FORMATTED_STRING');
  const { timeZone } = workbook.facts;
  return plain.map((row, index) =>
    row.map((value, column) =>
      typeof value === 'number' && typeof shown[index]?.[column] === 'string' ? new Date(momentOf(timeZone, value)) : value,
    ),
  );
}

const momentOf = (timeZone: string, serial: number): number => momentAt(timeZone, Math.round(EPOCH + serial * DAY));
const serialOf = (timeZone: string, date: Date): number => (wallOf(timeZone, date.getTime()) - EPOCH) / DAY;

/** Writes as Google does: texts as if typed, dates as serials in cells that show them as dates. */
export function writeValues(workbook: OpenWorkbook, place: Place, values: unknown): void {
  const rows = rectangle(place, values);
  const { timeZone } = workbook.facts;
  const cells = rows.map((row) => row.map((value) => cellOf(timeZone, value)));
  workbook.enter(place, cells);
  const dates = rows.flatMap((row, index) => row.flatMap((value, column) => (types.isDate(value) ? [[index, column] as const] : [])));
  if (dates.length > 0) showAsDates(workbook, place, dates);
}

function cellOf(timeZone: string, value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (types.isDate(value)) return serialOf(timeZone, value);
  if (typeof value === 'number' && !Number.isFinite(value)) return '#NUM!';
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

const plural = (count: number, what: string): string => `The data has ${count} but the range has ${what}.`;

/** Values that fit a place exactly. Throws Google's texts when they do not. */
export function rectangle<T = unknown>({ rows, columns }: Place, values: unknown): readonly (readonly T[])[] {
  if (!Array.isArray(values) || !values.every((row) => Array.isArray(row)))
    throw new ScriptError("The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.");
  const given = values as readonly (readonly T[])[];
  if (given.length !== rows)
    throw new ScriptError(
      `The number of rows in the data does not match the number of rows in the range. ${plural(given.length, String(rows))}`,
    );
  for (const row of given) {
    if (row.length === columns) continue;
    const counts = plural(row.length, String(columns));
    throw new ScriptError(`The number of columns in the data does not match the number of columns in the range. ${counts}`);
  }
  return given;
}

function showAsDates(workbook: OpenWorkbook, place: Place, dates: readonly (readonly [number, number])[]): void {
  const cells = workbook.cells(place, 'userEnteredFormat(numberFormat)');
  const bare = dates.filter(([row, column]) => cells[row]?.[column]?.userEnteredFormat?.numberFormat === undefined);
  if (bare.length === 0) return;
  workbook.batch(
    ...bare.map(([row, column]) => ({
      repeatCell: {
        range: gridRange({ ...place, row: place.row + row, column: place.column + column, rows: 1, columns: 1 }),
        cell: { userEnteredFormat: { numberFormat: { type: 'DATE' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    })),
  );
}

/** What kind of format a pattern is, as the API wants to be told. */
export function formatOf(pattern: string): { readonly type: string; readonly pattern: string } {
  const bare = pattern.replace(/"[^"]*"|\\./g, '');
  if (bare === '@') return { type: 'TEXT', pattern };
  const [isDate, isTime] = [/[yd]/i.test(bare), /[hs]/i.test(bare)];
  if (isDate && isTime) return { type: 'DATE_TIME', pattern };
  if (isDate || isTime) return { type: isDate ? 'DATE' : 'TIME', pattern };
  return { type: bare.includes('%') ? 'PERCENT' : 'NUMBER', pattern };
}

// A1 notation to areas and back, and the limits of the grid.
import { badRequest } from '../google-error.ts';
import type { Sheet } from './sheet.ts';
import type { Area, GridRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

const CORNER = /^\$?([A-Za-z]{0,3})\$?(\d*)$/;

/** The zero-based column of letters such as AB. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The letters of a zero-based column. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A tab's title as it stands before the exclamation mark. */
export function quoteTitle(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
}

/** An area in A1 notation, with its tab. */
export function formatA1(sheet: Sheet, area: Area): string {
  const first = `${lettersOf(area.startColumn)}${area.startRow + 1}`;
  const last = `${lettersOf(area.endColumn - 1)}${area.endRow}`;
  return `${quoteTitle(sheet.title)}!${first === last ? first : `${first}:${last}`}`;
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

function cornerOf(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (match === null || text === '') return undefined;
  const [, letters = '', digits = ''] = match;
  if (digits !== '' && Number(digits) < 1) return undefined;
  return { column: letters === '' ? undefined : columnOf(letters), row: digits === '' ? undefined : Number(digits) - 1 };
}

function cellsOf(text: string): GridRange | undefined {
  const [left = '', right, more] = text.split(':');
  const from = cornerOf(left);
  const to = right === undefined ? from : cornerOf(right);
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  if (right === undefined && (from.row === undefined || from.column === undefined)) return undefined;
  const [startRow, endRow] = ordered(from.row, to.row);
  const [startColumn, endColumn] = ordered(from.column, to.column);
  return {
    ...(startRow === undefined ? {} : { startRowIndex: startRow }),
    ...(endRow === undefined ? {} : { endRowIndex: endRow + 1 }),
    ...(startColumn === undefined ? {} : { startColumnIndex: startColumn }),
    ...(endColumn === undefined ? {} : { endColumnIndex: endColumn + 1 }),
  };
}

function ordered(left: number | undefined, right: number | undefined): [number | undefined, number | undefined] {
  return left !== undefined && right !== undefined && right < left ? [right, left] : [left, right];
}

/** The range a text names: cells of a tab, a whole tab, a named range. Throws Google's 400 when it names none. */
export function parseA1(workbook: Workbook, text: string): GridRange & { readonly sheetId: number } {
  const unreadable = badRequest(`Unable to parse range: ${text}`);
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(text);
  if (match !== null) {
    const title = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
    const sheet = workbook.sheetTitled(title);
    const cells = cellsOf(match[3] ?? '');
    if (sheet === undefined || cells === undefined) throw unreadable;
    return { sheetId: sheet.id, ...cells };
  }
  const bare = /^'((?:[^']|'')+)'$/.exec(text)?.[1]?.replaceAll("''", "'") ?? text;
  const whole = workbook.sheetTitled(bare);
  if (whole !== undefined) return { sheetId: whole.id };
  const named = workbook.doc.namedRanges.find((range) => range.name.toLowerCase() === text.toLowerCase());
  if (named !== undefined) return { ...named.range, sheetId: named.range.sheetId ?? 0 };
  const cells = cellsOf(text);
  const first = workbook.sheets[0];
  if (cells === undefined || first === undefined) throw unreadable;
  return { sheetId: first.id, ...cells };
}

/** Google's words for a range that is not inside its tab. */
export function beyondGrid(sheet: Sheet, area: Area): Error {
  return badRequest(`Range (${formatA1(sheet, area)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`);
}

function areaOf(sheet: Sheet, range: GridRange): Area {
  const area: Area = {
    sheetId: sheet.id,
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? sheet.rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? sheet.columnCount,
  };
  if (area.startRow < 0 || area.startColumn < 0) throw badRequest('Indexes of a range must be at least 0.');
  if (area.startRow >= sheet.rowCount || area.startColumn >= sheet.columnCount) {
    throw beyondGrid(sheet, {
      ...area,
      endRow: Math.max(area.endRow, area.startRow + 1),
      endColumn: Math.max(area.endColumn, area.startColumn + 1),
    });
  }
  if (area.endRow <= area.startRow) throw badRequest(`endRowIndex[${area.endRow}] must be after startRowIndex[${area.startRow}]`);
  if (area.endColumn <= area.startColumn)
    throw badRequest(`endColumnIndex[${area.endColumn}] must be after startColumnIndex[${area.startColumn}]`);
  return area;
}

/** The area of a range for writing. Throws Google's 400 when any of it lies outside the grid. */
export function strictArea(workbook: Workbook, range: GridRange): { sheet: Sheet; area: Area } {
  const sheet = workbook.sheet(range.sheetId);
  const area = areaOf(sheet, range);
  if (area.endRow > sheet.rowCount || area.endColumn > sheet.columnCount) throw beyondGrid(sheet, area);
  return { sheet, area };
}

/** The area of a range for reading: what reaches past the grid is cut off, but it must begin inside. */
export function clippedArea(workbook: Workbook, range: GridRange): { sheet: Sheet; area: Area } {
  const sheet = workbook.sheet(range.sheetId);
  const area = areaOf(sheet, range);
  return {
    sheet,
    area: { ...area, endRow: Math.min(area.endRow, sheet.rowCount), endColumn: Math.min(area.endColumn, sheet.columnCount) },
  };
}

/** An area as Google's JSON. */
export function gridRangeOf(area: Area): GridRange {
  return {
    sheetId: area.sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
}

/** Whether two areas of one spreadsheet share a cell. */
export function intersects(left: Area, right: Area): boolean {
  return (
    left.sheetId === right.sheetId &&
    left.startRow < right.endRow &&
    right.startRow < left.endRow &&
    left.startColumn < right.endColumn &&
    right.startColumn < left.endColumn
  );
}

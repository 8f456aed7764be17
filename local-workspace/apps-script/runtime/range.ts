// SpreadsheetApp.Range: cells read and written at once, nothing kept back until a flush.
import type { Place } from '../calls.ts';
import { a1Of } from './a1.ts';
import type { Book, Range } from './book.ts';
import { ScriptError } from './bridge.ts';
import { filled, formatOf, readValues, rectangle, writeValues } from './cell-values.ts';
import { gridRange } from './open-workbook.ts';

/** Google's name for a number format that nobody chose. */
const AUTOMATIC = '0.###############';

const touches = (one: Place, other: Place): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

const same = <T>({ rows, columns }: Place, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

/** The place, or Google's words for one that is not on its tab. */
export function onTab(book: Book, place: Place): Place {
  if (place.row < 0) throw new ScriptError('The starting row of the range is too small.');
  if (place.column < 0) throw new ScriptError('The starting column of the range is too small.');
  if (!(place.rows >= 1)) throw new ScriptError('The number of rows in the range must be at least 1.');
  if (!(place.columns >= 1)) throw new ScriptError('The number of columns in the range must be at least 1.');
  const fits = (): boolean => {
    const tab = book.workbook.tab(place.sheetId);
    return place.row + place.rows <= tab.rows && place.column + place.columns <= tab.columns;
  };
  if (fits()) return place;
  book.workbook.forget(); // another run may have made it longer
  if (fits()) return place;
  throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
}

/** A range of a tab. */
export function rangeOf(book: Book, place: Place): Range {
  const { running } = book;
  const members: Partial<Range> = { ...geometry(book, place), ...contents(book, place), ...dress(book, place) };
  return running.realm.served<Range>('Range', members, running.counted);
}

function geometry(book: Book, place: Place): Partial<Range> {
  const merged = (): Place[] => book.workbook.tab(place.sheetId).merges.filter((merge) => touches(merge, place));
  return {
    getRow: () => place.row + 1,
    getColumn: () => place.column + 1,
    getNumRows: () => place.rows,
    getNumColumns: () => place.columns,
    getLastRow: () => place.row + place.rows,
    getLastColumn: () => place.column + place.columns,
    getHeight: () => place.rows,
    getWidth: () => place.columns,
    getSheet: () => book.sheet(place.sheetId),
    getA1Notation: () => a1Of(place),
    getCell: (row: number, column: number) =>
      book.range(onTab(book, { ...place, row: place.row + row - 1, column: place.column + column - 1, rows: 1, columns: 1 })),
    offset: (rowOffset: number, columnOffset: number, rows: number = place.rows, columns: number = place.columns) =>
      book.range(onTab(book, { ...place, row: place.row + rowOffset, column: place.column + columnOffset, rows, columns })),
    activate: () => {
      book.select(place);
      return book.range(place);
    },
    getMergedRanges: () => merged().map((merge) => book.range(merge)),
    isPartOfMerge: () => merged().length > 0,
  };
}

function contents(book: Book, place: Place): Partial<Range> {
  const { workbook } = book;
  const first: Place = { ...place, rows: 1, columns: 1 };
  const displayed = (at: Place): string[][] => filled(at, workbook.values(gridRange(at), 'FORMATTED_VALUE') as string[][], '');
  const itself = (change: () => void): Range => {
    change();
    return book.range(place);
  };
  return {
    getValue: () => readValues(workbook, first)[0]?.[0],
    getValues: () => readValues(workbook, place),
    setValue: (value: unknown) => itself(() => writeValues(workbook, place, same(place, value))),
    setValues: (values: unknown[][]) => itself(() => writeValues(workbook, place, values)),
    getDisplayValue: () => displayed(first)[0]?.[0] ?? '',
    getDisplayValues: () => displayed(place),
    getFormula: () => formulas(book, first)[0]?.[0] ?? '',
    getFormulas: () => formulas(book, place),
    isBlank: () => workbook.values(gridRange(place), 'FORMULA').length === 0,
    clearContent: () => itself(() => workbook.clear(place)),
    insertCheckboxes: (...given: unknown[]) => itself(() => insertCheckboxes(book, place, given)),
  };
}

const formulas = ({ workbook }: Book, place: Place): string[][] =>
  workbook.cells(place, 'userEnteredValue(formulaValue)').map((row) => row.map((cell) => cell?.userEnteredValue?.formulaValue ?? ''));

/** Tick boxes: whatever is not a truth already becomes an empty box. */
function insertCheckboxes({ workbook }: Book, place: Place, given: readonly unknown[]): void {
  if (given.length > 0) throw new ScriptError('Range.insertCheckboxes with values of its own is not served by the local workspace');
  const range = gridRange(place);
  const values = filled<unknown>(place, workbook.values(range, 'UNFORMATTED_VALUE'), '');
  const rows = values.map((row) => ({ values: row.map((value) => ({ userEnteredValue: { boolValue: value === true } })) }));
  workbook.batch(
    { setDataValidation: { range, rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
    { updateCells: { range, rows, fields: 'userEnteredValue' } },
  );
}

function dress(book: Book, place: Place): Partial<Range> {
  const { workbook } = book;
  const itself = (change: () => void): Range => {
    change();
    return book.range(place);
  };
  const update = (cells: readonly (readonly object[])[], fields: string): void => {
    workbook.batch({ updateCells: { range: gridRange(place), rows: cells.map((values) => ({ values })), fields } });
  };
  const notes = (at: Place): string[][] => workbook.cells(at, 'note').map((row) => row.map((cell) => cell?.note ?? ''));
  const setNotes = (given: readonly (readonly (string | null)[])[]): void =>
    update(
      given.map((row) => row.map((note) => (note === null || note === '' ? {} : { note: String(note) }))),
      'note',
    );
  const formats = (at: Place): string[][] =>
    workbook
      .cells(at, 'userEnteredFormat(numberFormat)')
      .map((row) => row.map((cell) => cell?.userEnteredFormat?.numberFormat?.pattern ?? AUTOMATIC));
  const setFormats = (given: readonly (readonly string[])[]): void =>
    update(
      given.map((row) => row.map((pattern) => ({ userEnteredFormat: { numberFormat: formatOf(pattern) } }))),
      'userEnteredFormat.numberFormat',
    );
  const first: Place = { ...place, rows: 1, columns: 1 };
  return {
    getNote: () => notes(first)[0]?.[0] ?? '',
    getNotes: () => notes(place),
    setNote: (note: string | null) => itself(() => setNotes(same(place, note))),
    setNotes: (given: (string | null)[][]) => itself(() => setNotes(rectangle<string | null>(place, given))),
    clearNote: () => itself(() => setNotes(same(place, ''))),
    getNumberFormat: () => formats(first)[0]?.[0] ?? AUTOMATIC,
    getNumberFormats: () => formats(place),
    setNumberFormat: (pattern: string) => itself(() => setFormats(same(place, pattern))),
    setNumberFormats: (given: string[][]) => itself(() => setFormats(rectangle<string>(place, given))),
  };
}

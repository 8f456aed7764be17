// Cells of an annex's sheets: texts, real numbers, shares and dates, each with the index of its format in styles.xml.hbs.
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';

/** Indexes of `cellXfs` in styles.xml.hbs. */
export const FORMATS = {
  plain: 0,
  title: 1,
  subtitle: 2,
  head: 3,
  text: 4,
  centred: 5,
  count: 6,
  date: 7,
  money: 8,
  totalText: 9,
  totalCount: 10,
  note: 11,
  /** and one for each more decimal, up to five */
  percent: 12,
} as const;
const MOST_DECIMALS = 5;

export interface Cell {
  readonly ref: string;
  readonly format: number;
  /** exactly one of the two, or neither for an empty cell */
  readonly text?: string;
  /** as it is written in the file: the template's helpers are for people */
  readonly value?: string;
}
/** A cell before it has a place. */
export type Filled = Omit<Cell, 'ref'>;

export const text = (said: string, format: number = FORMATS.text): Filled => (said === '' ? { format } : { format, text: said });
export const number = (value: number, format: number = FORMATS.count): Filled => ({ format, value: String(value) });
export const date = (day: IsoDate | undefined): Filled =>
  day === undefined ? { format: FORMATS.date } : { format: FORMATS.date, value: String(toSerial(day)) };
/** Percent 0-100 as the fraction that a spreadsheet formats. */
export const percent = (value: number, decimals: number): Filled => ({
  format: FORMATS.percent + Math.min(MOST_DECIMALS, Math.max(0, decimals)),
  value: String(value / 100),
});

export interface SheetRow {
  readonly row: number;
  readonly height?: number;
  readonly cells: readonly Cell[];
}

/** "A", "B", … of a column from 0; an annex has fewer than 26. */
export const letterOf = (column: number): string => String.fromCharCode(65 + column);

const LINE = 16.5; // points, at 12-point type
const PER_WIDTH = 1.12; // letters of Times New Roman 12 are a little wider than the digits that widths are counted in

/** High enough for the longest cell: not every program fits the heights of wrapped rows by itself. */
export function fitted(row: SheetRow, widths: readonly number[]): SheetRow {
  const lines = row.cells.map(({ text: said = '' }, at) => Math.ceil((said.length * PER_WIDTH) / (widths[at] ?? 1)));
  return { ...row, height: LINE * Math.max(1, ...lines) + 2 };
}

export const rowOf = (row: number, filled: readonly Filled[]): SheetRow => ({
  row,
  cells: filled.map((cell, column) => ({ ...cell, ref: `${letterOf(column)}${row}` })),
});

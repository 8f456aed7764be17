// One reader per column, made from its declaration: a cell of any kind in, nothing, a value or a fault out. Never throws.
import { tidy, tidyLines } from '../text.ts';
import { bad, blank, type CellRead, cellText, isBlank, value } from './cell.ts';
import { type Choice, type Column, type ColumnType, type ColumnTypes, SHORT_TEXT, type Tab } from './column.ts';
import type { CellValue } from './grid.ts';
import { choiceReader, choicesReader, readTick } from './read-choice.ts';
import { readBirth, readDate, readYear } from './read-date.ts';
import { readCount, readMoney } from './read-number.ts';
import { codeReader, type Referred, referenceReader } from './read-reference.ts';

/** What a reader has to know besides its column. */
export interface Surroundings {
  /** the allowed values of a choice */
  readonly choices?: readonly Choice[];
  /** how the tab's own codes look, for its code column */
  readonly codes?: Tab['codes'];
  /** where a reference points: its codes, and its rows or that the tab is gone */
  readonly target?: { readonly codes: NonNullable<Tab['codes']>; readonly rows: readonly Referred[] | 'missing' };
}
export type CellReader<T extends ColumnType = ColumnType> = (cell: CellValue) => CellRead<ColumnTypes[T]>;

const isOpen = (column: Column, choices: readonly Choice[]): boolean => column.list?.from === 'tab' && choices.length === 0;

/** Days and choices recur from row to row: each spelling is read once. */
function once<V>(read: (cell: CellValue) => CellRead<V>): (cell: CellValue) => CellRead<V> {
  const known = new Map<CellValue, CellRead<V>>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const now = read(cell);
    known.set(cell, now);
    return now;
  };
}

const READERS: { [K in ColumnType]: (column: Column, around: Surroundings) => CellReader<K> } = {
  text: ({ verbatim, lines }) => {
    if (verbatim) return (cell) => value(typeof cell === 'string' ? cell : cellText(cell));
    return lines ? (cell) => value(typeof cell === 'string' ? tidyLines(cell) : cellText(cell)) : (cell) => value(cellText(cell));
  },
  code: (_, { codes }) => (codes ? codeReader(codes) : (cell) => value(tidy(cellText(cell)))),
  reference: (_, { target }) => referenceReader(target?.codes ?? { prefix: '', digits: 1 }, target?.rows ?? []),
  choice: (column, { choices = [] }) => once(choiceReader(choices, isOpen(column, choices))),
  choices: (column, { choices = [] }) => choicesReader(choices, isOpen(column, choices)),
  date: (column) => once((cell) => readDate(cell, column.month === true)),
  birth: () => once(readBirth),
  year: () => readYear,
  money: () => readMoney,
  count: () => readCount,
  tick: () => readTick,
};

/** The reader of a column; make it once, use it for every row. */
export function cellReader<T extends ColumnType>(column: Column<T>, around: Surroundings = {}): CellReader<T> {
  const type: T = column.type;
  const read: CellReader<T> = READERS[type](column, around);
  return (cell) => (isBlank(cell) ? blank : read(cell));
}

/** Reads a single cell, for a row just edited; whole tabs use `cellReader`. */
export function readCell<T extends ColumnType>(column: Column<T>, cell: CellValue, around: Surroundings = {}): CellRead<ColumnTypes[T]> {
  return cellReader(column, around)(cell);
}

const HAS_LENGTH: readonly ColumnType[] = ['text', 'choice', 'choices'];

/** The most characters of a text in a cell of people's, each of several choices for itself; no bound on what we write ourselves. */
export const longestOf = ({ kind }: Pick<Tab, 'kind'>, { type, owned, verbatim, longest }: Column): number =>
  kind === 'owned' || owned || verbatim || !HAS_LENGTH.includes(type) ? Number.POSITIVE_INFINITY : (longest ?? SHORT_TEXT);

/** The characters of a cell as its column keeps it. */
export const lengthOf = ({ lines }: Column, cell: CellValue): number =>
  (lines && typeof cell === 'string' ? tidyLines(cell) : cellText(cell)).length;

/** A reader that takes nothing longer than the column allows: what is pasted by mistake goes no further than its cell. */
export function withinLength(tab: Pick<Tab, 'kind'>, column: Column, read: CellReader): CellReader {
  const longest = longestOf(tab, column);
  if (longest === Number.POSITIVE_INFINITY) return read;
  const isLong = (read: unknown): boolean => typeof read === 'string' && read.length > longest;
  return (cell) => {
    const now = read(cell);
    if (now.kind !== 'value') return now;
    return isLong(now.value) || (Array.isArray(now.value) && now.value.some(isLong)) ? bad('tooLong') : now;
  };
}

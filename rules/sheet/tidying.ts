// How a cell that a person has just typed is written more tidily: only where that is safe, and only what the column's reader takes alike.
import { toSerial, viDate } from '../calendar-date.ts';
import { mobileForm } from '../findings/phone-rules.ts';
import type { Column } from '../register/column.ts';
import type { CellValue, Grid } from '../register/grid.ts';
import { readBirth, readDate, viBirth } from '../register/read-date.ts';
import { tidyLines } from '../text.ts';
import { type Area, type ColumnChange, cellAt, DATE_FORMAT, holds, TEXT_FORMAT } from './tab-change.ts';

export interface TidiedCell {
  readonly row: number;
  readonly column: number;
  readonly to: CellValue;
  /** as people will see it */
  readonly shown: string;
}

/** What a person has just changed, and how it stands there. */
export interface Edited extends Area {
  /** of every cell of the area its formula, or '' */
  readonly formulas: readonly (readonly string[])[];
  /** of a single cell what stood there before, as Google tells it: a date is its serial number */
  readonly oldValue?: string;
}

/** A column of people's, at its place. */
export interface Placed {
  readonly key: string;
  readonly column: Column;
  /** 1-based */
  readonly at: number;
}

/** The formats in which what is written stays as it is. Numbers and boxes are left as they were typed: their reader takes them anyway. */
const FORMATS: { readonly [type: string]: string | undefined } = {
  text: TEXT_FORMAT,
  code: TEXT_FORMAT,
  reference: TEXT_FORMAT,
  choice: TEXT_FORMAT,
  choices: TEXT_FORMAT,
  birth: TEXT_FORMAT,
  date: DATE_FORMAT,
};

type Form = Pick<TidiedCell, 'to' | 'shown'>;
const asText = (text: string): Form => ({ to: text, shown: text });

/** The tidier form of a cell; undefined when there is none, or when nothing would change. */
export function tidierForm(key: string, column: Column, cell: CellValue): Form | undefined {
  if (column.owned || column.verbatim || cell === null || typeof cell === 'boolean') return undefined;
  const isText = typeof cell === 'string' && FORMATS[column.type] === TEXT_FORMAT;
  const form = typedForm(key, column, cell) ?? (isText ? asText(tidyLines(cell)) : undefined);
  return form === undefined || form.to === cell || form.to === '' || isFormulaLike(form.to) ? undefined : form;
}

function typedForm(key: string, column: Column, cell: string | number): Form | undefined {
  if (column.type === 'birth') {
    const read = readBirth(cell);
    // a year typed as a number stands there as it should
    return read.kind === 'value' && !(typeof cell === 'number' && read.value.month === undefined) ? asText(viBirth(read.value)) : undefined;
  }
  if (column.type === 'date' && typeof cell === 'string') {
    const read = readDate(cell, false); // a month alone stays one, where a month is enough
    return read.kind === 'value' ? { to: toSerial(read.value), shown: viDate(read.value) } : undefined;
  }
  const mobile = key === 'phone' ? mobileForm(String(cell)) : undefined;
  return mobile === undefined ? undefined : asText(mobile);
}

/** What the sheet could take for more than a text. */
const isFormulaLike = (cell: CellValue): boolean => typeof cell === 'string' && /^[='+@]/.test(cell);
const FIRST_OF_DATES = 2100;
const LAST_OF_DATES = 110_000;

/** Whether a cell may be written again as it was read, when it stands between two that are tidied. */
function staysSame(column: Column, cell: CellValue): boolean {
  if (typeof cell === 'string') return !isFormulaLike(cell);
  // it may be a date by its format alone, and a text column's format would show its number
  return typeof cell !== 'number' || column.type === 'date' || cell <= FIRST_OF_DATES || cell > LAST_OF_DATES;
}

export interface Tidying {
  readonly cells: readonly TidiedCell[];
  readonly changes: readonly ColumnChange[];
}

/** What of the cells just edited is written more tidily. One change a column: it ends before a cell that may not be touched. */
export function tidying(grid: Grid, columns: readonly Placed[], edited: Edited, merges: readonly Area[], firstRow: number): Tidying {
  const cells: TidiedCell[] = [];
  const changes: ColumnChange[] = [];
  const last = Math.min(grid.length, edited.row + edited.rows - 1);
  for (const { key, column, at } of columns) {
    if (at < edited.column || at >= edited.column + edited.columns) continue;
    const found: TidiedCell[] = [];
    for (let row = Math.max(firstRow, edited.row); row <= last; row += 1) {
      const cell = cellAt(grid, row, at);
      const isOpen =
        (edited.formulas[row - edited.row]?.[at - edited.column] ?? '') === '' && !merges.some((merge) => holds(merge, row, at));
      const form = isOpen ? tidierForm(key, column, cell) : undefined;
      if (form !== undefined && !takenBack(edited, form)) found.push({ row, column: at, ...form });
      else if (found.length > 0 && !(isOpen && staysSame(column, cell))) break;
    }
    const first = found[0];
    if (first === undefined) continue;
    cells.push(...found);
    changes.push(changeOf(grid, column, found, first.row));
  }
  return { cells, changes };
}

/** Undo brings the old form back, and may be told as an edit: it is not tidied a second time. */
const takenBack = ({ rows, columns, oldValue }: Edited, { to, shown }: Form): boolean =>
  rows === 1 && columns === 1 && oldValue !== undefined && (oldValue === String(to) || oldValue === shown);

function changeOf(grid: Grid, column: Column, found: readonly TidiedCell[], first: number): ColumnChange {
  const at = found[0]?.column ?? 1;
  const to = new Map(found.map((cell) => [cell.row, cell.to]));
  const last = found[found.length - 1]?.row ?? first;
  const values = Array.from({ length: last - first + 1 }, (_, index) => to.get(first + index) ?? cellAt(grid, first + index, at));
  return { row: first, column: at, values, format: FORMATS[column.type] ?? TEXT_FORMAT };
}

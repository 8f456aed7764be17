// A tab's grid -> its rows. Columns are found by their headers, in any order; what is wrong is kept beside what is right.
import { lazily } from '../lazily.ts';
import { textKey, tidy } from '../text.ts';
import { cellText, type FaultKind, isBlank } from './cell.ts';
import type { Column, Columns, Tab, ValuesOf } from './column.ts';
import type { CellValue, Grid } from './grid.ts';
import { type CellReader, withinLength } from './read-cell.ts';

export interface CellFault {
  /** the column's key */
  readonly column: string;
  readonly kind: FaultKind;
  /** the cell as it stands */
  readonly shown: CellValue;
  /** what may have been meant, as people would type it */
  readonly candidates?: readonly string[];
}

export interface Row<T extends Tab = Tab> {
  /** the tab's key */
  readonly tab: string;
  /** 1-based, as the sheet counts */
  readonly row: number;
  readonly code?: string;
  /** only what could be read; a blank or bad cell is absent */
  readonly values: ValuesOf<T['columns']>;
  readonly faults: readonly CellFault[];
}

export interface HeaderFault {
  readonly kind: 'missing' | 'duplicate';
  readonly column: string;
  readonly header: string;
}

export interface TabReading<T extends Tab = Tab> {
  readonly tab: T;
  readonly state: 'read' | 'missing';
  readonly rows: readonly Row<T>[];
  readonly headerFaults: readonly HeaderFault[];
  /** column key -> 0-based column of the sheet, for links; of two columns with one header the first */
  readonly columnAt: ReadonlyMap<string, number>;
  /** headers that no column declares: people's own columns, never read */
  readonly extraHeaders: readonly string[];
  /** the highest number among the tab's codes, those left behind in emptied rows included; 0 when there is none */
  readonly highestCode: number;
}

/** How a tab is read: which of its columns are in use, and each one's reader. */
export interface TabManner {
  readonly isOn: (columnKey: string, column: Column) => boolean;
  readonly readerOf: (column: Column) => CellReader;
  /** which columns are read, where not all are; whether a row is filled is told by all of its cells */
  readonly isRead?: (columnKey: string, column: Column) => boolean;
}

interface Headers {
  readonly columnAt: Map<string, number>;
  readonly faults: HeaderFault[];
  readonly extra: string[];
}

/** Compared as texts are: tidied, without regard to case and the place of the tone. */
function matchHeaders(columns: readonly (readonly [string, Column])[], cells: readonly CellValue[]): Headers {
  const asPrinted = new Map(columns.map(([key, column]) => [column.header, key])); // nearly always
  let alike: ReadonlyMap<string, string> | undefined;
  const keyOf = (text: string): string | undefined => {
    const exact = asPrinted.get(text);
    if (exact !== undefined) return exact;
    alike ??= new Map(columns.map(([key, column]) => [textKey(column.header), key]));
    return alike.get(textKey(text));
  };
  const columnAt = new Map<string, number>();
  const twice = new Set<string>();
  const extra: string[] = [];
  cells.forEach((cell, at) => {
    const text = tidy(cellText(cell));
    const key = keyOf(text);
    if (key === undefined) {
      if (text !== '') extra.push(text);
    } else if (columnAt.has(key)) twice.add(key);
    else columnAt.set(key, at);
  });
  const faults = columns.flatMap(([column, { header }]): HeaderFault[] => {
    if (twice.has(column)) return [{ kind: 'duplicate', column, header }];
    return columnAt.has(column) ? [] : [{ kind: 'missing', column, header }];
  });
  return { columnAt, faults, extra };
}

interface Field {
  readonly key: string;
  readonly column: Column;
  readonly at: number;
  readonly read: CellReader;
}

/** Whether a cell alone makes its row one: not our own cells, and not a box that was only laid out. */
const fills = ({ column }: Field, cell: CellValue): boolean =>
  !column.owned && !(column.type === 'tick' && cell === false) && !isBlank(cell);

function isFilled(fields: readonly Field[], cells: readonly CellValue[]): boolean {
  for (const field of fields) if (fills(field, cells[field.at] ?? null)) return true;
  return false;
}

function readRow(tab: string, row: number, fields: readonly Field[], cells: readonly CellValue[], coded: boolean): Row {
  const values: { [key: string]: unknown } = {};
  const faults: CellFault[] = [];
  for (const { key, column, at, read } of fields) {
    const shown = cells[at] ?? null;
    const result = read(shown);
    if (result.kind === 'value') values[key] = result.value;
    else if (result.kind === 'bad') {
      const { fault: kind, candidates } = result;
      faults.push(candidates ? { column: key, kind, shown, candidates } : { column: key, kind, shown });
    } else if (column.required) faults.push({ column: key, kind: 'required', shown });
  }
  const known = { tab, row, values: values as ValuesOf<Columns>, faults };
  return coded && typeof values.code === 'string' ? { ...known, code: values.code } : known;
}

/** Where each column stands in a tab, by its headers; a column that is not there has no place. */
export const columnsAt = (tab: Tab, grid: Grid): ReadonlyMap<string, number> =>
  matchHeaders(Object.entries(tab.columns), grid[(tab.headerRow ?? 1) - 1] ?? []).columnAt;

/** Reads a tab; a missing one gives no rows and says so. Header faults are told once, never again for each row. */
export function readTab<T extends Tab>(tab: T, grid: Grid | 'missing', manner: TabManner): TabReading<T> {
  if (grid === 'missing') {
    return { tab, state: 'missing', rows: [], headerFaults: [], columnAt: new Map(), extraHeaders: [], highestCode: 0 };
  }
  const headerRow = tab.headerRow ?? 1;
  const columns = Object.entries(tab.columns).filter(([key, column]) => manner.isOn(key, column));
  const { columnAt, faults, extra } = matchHeaders(columns, grid[headerRow - 1] ?? []);
  const fields = columns.flatMap(([key, column]): Field[] => {
    const at = columnAt.get(key);
    return at === undefined ? [] : [{ key, column, at, read: whenNeeded(() => withinLength(tab, column, manner.readerOf(column))) }];
  });
  const { isRead } = manner;
  const read = isRead === undefined ? fields : fields.filter(({ key, column }) => isRead(key, column));
  const code = fields.find(({ key, column }) => key === 'code' && column.type === 'code');
  const rows: Row[] = [];
  let highestCode = 0;
  for (let index = headerRow; index < grid.length; index += 1) {
    const cells = grid[index] ?? [];
    const filled = isFilled(fields, cells);
    const row = filled ? readRow(tab.key, index + 1, read, cells, code !== undefined) : undefined;
    if (row) rows.push(row);
    if (code && tab.codes) highestCode = Math.max(highestCode, numberOf(row ? row.code : codeIn(code, cells), tab.codes.prefix));
  }
  // The values were read by the readers of exactly these columns, which the generic row type cannot say.
  return { tab, state: 'read', rows: rows as readonly Row<T>[], headerFaults: faults, columnAt, extraHeaders: extra, highestCode };
}

/** A reader that is made when the first cell asks for it: a list to compare with takes a while to be laid out. */
function whenNeeded(make: () => CellReader): CellReader {
  const reader = lazily(make);
  return (cell) => reader()(cell);
}

/** The code left behind in an emptied row: it is not given again. */
function codeIn(field: Field, cells: readonly CellValue[]): string | undefined {
  const read = field.read(cells[field.at] ?? null);
  return read.kind === 'value' ? String(read.value) : undefined;
}

const numberOf = (code: string | undefined, prefix: string): number => (code === undefined ? 0 : Number(code.slice(prefix.length)));

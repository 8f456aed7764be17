// The cells that a confirmed import writes: new rows below the last filled one, with their codes, and changed cells where they stand.
import { type IsoDate, toSerial } from '../calendar-date.ts';
import type { Birth, Tab } from '../register/column.ts';
import type { CellValue } from '../register/grid.ts';
import { viBirth } from '../register/read-date.ts';
import { recordKey, recordLabel } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import { showValue } from '../register/show.ts';
import { TABS } from '../register/tabs.ts';
import { columnOf, type MemberKey } from './import-columns.ts';
import type { ImportPlan, LinePlan } from './plan-import.ts';
import type { Readers } from './readers.ts';

/** Cells written as one rectangle. Rows and columns are 1-based, as the sheet counts; a blank cell is null. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellValue[])[];
}
export interface ImportWrite {
  readonly rectangles: readonly Rectangle[];
  /** the last row that is written; the tab needs so many */
  readonly lastRow: number;
  /** the code of each new line, by its number in the pasted list */
  readonly codes: ReadonlyMap<number, string>;
}

const codes: NonNullable<Tab['codes']> = TABS.members.codes ?? { prefix: 'TV', digits: 4 };
const codeOf = (number: number): string => `${codes.prefix}${String(number).padStart(codes.digits, '0')}`;

/** What is to be written. `firstRow` is the first row below everything, codes of emptied rows included; `highest` the highest code ever given. */
export function importWrite(
  register: Register,
  { lines }: ImportPlan,
  readers: Readers,
  at: { readonly firstRow: number; readonly highest: number },
): ImportWrite {
  const fresh = lines.flatMap((line) => (line.kind === 'new' ? [line] : []));
  const given = new Map(fresh.map(({ read }, index) => [read.line, codeOf(at.highest + 1 + index)]));
  const write = writerOf(register, readers);
  const rows = fresh.map((line) => write.row(line, given.get(line.read.line) ?? ''));
  const changes = lines.flatMap((line) =>
    line.kind === 'changed' ? line.changes.map((change) => ({ row: line.row.row, ...change })) : [],
  );
  const { columnAt } = register.members;
  const changed = changes.flatMap(({ row, key, now }): Rectangle[] => {
    const column = columnAt.get(key);
    return column === undefined ? [] : [{ row, column: column + 1, cells: [[write.cell(key, now)]] }];
  });
  return {
    rectangles: [...changed, ...appended(rows, [...columnAt], at.firstRow)],
    lastRow: Math.max(0, ...changes.map(({ row }) => row), ...(rows.length > 0 ? [at.firstRow + rows.length - 1] : [])),
    codes: given,
  };
}

/** New rows as rectangles of our own columns: what people keep in columns of theirs between is not touched. */
function appended(
  rows: readonly { readonly [key: string]: CellValue }[],
  columns: readonly (readonly [string, number])[],
  firstRow: number,
): Rectangle[] {
  if (rows.length === 0) return [];
  const runs: { from: number; keys: string[] }[] = [];
  for (const [key, column] of [...columns].sort(([, a], [, b]) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.from + last.keys.length === column) last.keys.push(key);
    else runs.push({ from: column, keys: [key] });
  }
  return runs.map(({ from, keys }) => ({
    row: firstRow,
    column: from + 1,
    cells: rows.map((row) => keys.map((key) => row[key] ?? null)),
  }));
}

function writerOf(register: Register, readers: Readers) {
  const clubs = new Map(register.clubs.rows.map((row) => [recordKey(row), row]));
  const clubText = (key: string): string => {
    const row = clubs.get(key);
    return row === undefined ? key : recordLabel(row);
  };
  const cell = (key: MemberKey, value: unknown): CellValue => {
    const column = columnOf(key);
    if (value === undefined || value === null) return column.type === 'tick' ? false : null; // an empty tick box holds FALSE
    if (column.type === 'reference') return clubText(String(value));
    if (column.type === 'date') return toSerial(value as IsoDate);
    if (column.type === 'birth') return viBirth(value as Birth);
    if (column.type === 'choice') return showValue({ ...column, type: 'choice' }, String(value), readers.choices(key));
    return value as CellValue;
  };
  const row = ({ values, birthAsTyped }: Extract<LinePlan, { kind: 'new' }>, code: string): { readonly [key: string]: CellValue } => {
    const given: { readonly [key: string]: unknown } = values;
    const cells = Object.fromEntries(readers.keys.map((key) => [key, cell(key, given[key])]));
    const label = recordLabel({ row: 0, code, values });
    return { ...cells, ...(birthAsTyped === undefined ? {} : { birth: birthAsTyped }), code, label };
  };
  return { cell, row };
}

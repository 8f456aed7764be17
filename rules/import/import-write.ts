// The cells that a confirmed import writes: new rows below the last filled one, with their codes, and changed cells where they stand.
import { type IsoDate, toSerial } from '../calendar-date.ts';
import { isBlank } from '../register/cell.ts';
import type { Birth, Tab } from '../register/column.ts';
import type { CellValue, Grid } from '../register/grid.ts';
import { viBirth } from '../register/read-date.ts';
import { recordKey, recordLabel } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import { showValue } from '../register/show.ts';
import { TABS } from '../register/tabs.ts';
import { type ColumnChange, DATE_FORMAT, type TabChange, TEXT_FORMAT } from '../sheet/tab-change.ts';
import { columnOf, type MemberKey } from './import-columns.ts';
import type { ImportPlan, LinePlan } from './plan-import.ts';
import type { Readers } from './readers.ts';

export interface ImportWrite {
  readonly change: TabChange;
  /** the last row that is written; the tab needs so many */
  readonly lastRow: number;
  /** the code of each new line, by its number in the pasted list */
  readonly codes: ReadonlyMap<number, string>;
  /** the highest code there is now */
  readonly highest: number;
}

const { codes = { prefix: 'TV', digits: 4 } }: Tab = TABS.members;
const codeOf = (number: number): string => `${codes.prefix}${String(number).padStart(codes.digits, '0')}`;

/** The first row below the last filled one; a code left behind in an emptied row keeps that row. */
export function firstFreeRow({ members }: Pick<Register, 'members'>, grid: Grid | 'missing'): number {
  const codeAt = members.columnAt.get('code');
  const last = members.rows.reduce((most, { row }) => Math.max(most, row), TABS_HEADER_ROW);
  const coded = grid === 'missing' || codeAt === undefined ? [] : grid.map((cells) => !isBlank(cells[codeAt] ?? null));
  return Math.max(last, coded.lastIndexOf(true) + 1) + 1;
}
const TABS_HEADER_ROW = 1;

/** What is to be written. `highest` is the highest code ever given, also to a row that is gone. */
export function importWrite(
  register: Register,
  { lines }: ImportPlan,
  readers: Readers,
  at: { readonly firstRow: number; readonly highest: number },
): ImportWrite {
  const fresh = lines.flatMap((line) => (line.kind === 'new' ? [line] : []));
  const highest = Math.max(at.highest, register.members.highestCode);
  const given = new Map(fresh.map(({ read }, index) => [read.line, codeOf(highest + 1 + index)]));
  const write = writerOf(register, readers);
  const rows = fresh.map((line) => write.row(line, given.get(line.read.line) ?? ''));
  const { columnAt } = register.members;
  const changed = lines.flatMap((line) =>
    line.kind === 'changed' ? line.changes.map((change) => ({ row: line.row.row, ...change })) : [],
  );
  const columns = [...columnAt].flatMap(([key, column]): ColumnChange[] => {
    const place = { column: column + 1, format: formatOf(key) };
    return [
      ...changed.flatMap((one) => (one.key === key ? [{ ...place, row: one.row, values: [write.cell(one.key, one.now)] }] : [])),
      ...(rows.length > 0 ? [{ ...place, row: at.firstRow, values: rows.map((row) => row[key] ?? null) }] : []),
    ];
  });
  return {
    change: { tab: TABS.members, columns },
    lastRow: Math.max(0, ...columns.map(({ row, values }) => row + values.length - 1)),
    codes: given,
    highest: highest + fresh.length,
  };
}

/** Dates and years are numbers, everything else is text: "1956", "0912 345 678". */
function formatOf(key: string): string {
  const { type } = columnOf(key as MemberKey);
  if (type === 'date') return DATE_FORMAT;
  return type === 'year' ? '0' : type === 'tick' ? 'General' : TEXT_FORMAT;
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

// A demo register in two steps: rows as an officer would enter them, then the grids of a workbook laid out by the declarations.
// Nothing here knows a commune; quy-ky.ts and its like do.
import { type IsoDate, isoDate, toSerial } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { choicesOf } from '../../rules/register/choices.ts';
import type { Birth, Choice, Column, Tab } from '../../rules/register/column.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { readBirth } from '../../rules/register/read-date.ts';
import { recordLabel } from '../../rules/register/read-reference.ts';
import { TABS, type TabKey, type Tabs } from '../../rules/register/tabs.ts';
import { tidy } from '../../rules/text.ts';
import { headerIndex, placedColumns } from '../../workbook/look.ts';

/**
 * A row by column key. Dates are `2024-04-12` and choices are keys: both are laid out as the sheet shows them. What is neither stays
 * as it is, and so do births, amounts and references, which are written here the way people write them.
 */
export type DemoRow<K extends TabKey> = { readonly [C in keyof Tabs[K]['columns']]?: CellValue };
export type DemoRows = { readonly [K in TabKey]?: readonly DemoRow<K>[] };

/** A row and the day on which somebody enters it. */
export interface Entry<K extends TabKey> {
  readonly on: IsoDate;
  readonly row: DemoRow<K>;
}

/** Every real name and title in a demo ends so: nobody may take it for a living person. */
export const DEMO_MARK = '(mẫu)';
export const demoName = (name: string): string => `${name} ${DEMO_MARK}`;

/** Entries in the order of their days, with the codes the register would have given them. A later day never changes an earlier code. */
export function withCodes<K extends TabKey>(tab: K, entries: readonly Entry<K>[]): Entry<K>[] {
  const { codes }: Tab = TABS[tab];
  const ordered = [...entries].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (codes === undefined) return ordered;
  return ordered.map(({ on, row }, index) => ({
    on,
    row: { code: `${codes.prefix}${String(index + 1).padStart(codes.digits, '0')}`, ...row },
  }));
}

/** The rows entered on or before a day. */
export const enteredBy = <K extends TabKey>(entries: readonly Entry<K>[], day: IsoDate): DemoRow<K>[] =>
  entries.filter(({ on }) => on <= day).map(({ row }) => row);

/**
 * The cells of every tab that has rows, by sheetId: headers in the tab's header row, columns in declared order, optional ones only
 * where the plan switches them on. Labels of records are filled in as the sheet itself does.
 */
export function demoGrids(rows: DemoRows, plan: Plan): Map<number, CellValue[][]> {
  const tabs: { readonly [key: string]: Tab } = TABS;
  return new Map(
    Object.entries(rows).flatMap(([key, own]): [number, CellValue[][]][] => {
      const tab = tabs[key];
      return tab === undefined || own === undefined ? [] : [[tab.sheetId, gridOf(tab, own, plan)]];
    }),
  );
}

type AnyRow = { readonly [column: string]: CellValue | undefined };

function gridOf(tab: Tab, rows: readonly AnyRow[], plan: Plan): CellValue[][] {
  const columns = placedColumns(tab, plan.optionalColumns).map(({ key, column }) => ({ key, column, choices: choicesOf(column, plan) }));
  const above = Array.from({ length: headerIndex(tab) }, (): CellValue[] => []);
  const body = rows.map((row) =>
    columns.map(({ key, column, choices }) => (isLabel(key, column) ? labelOf(row) : cellOf(column, row[key], choices))),
  );
  return [...above, columns.map(({ column }) => column.header), ...body];
}

const isLabel = (key: string, column: Column): boolean => key === 'label' && column.owned === true;

function labelOf({ code, name, birth }: AnyRow): CellValue {
  const read = readBirth(birth ?? null);
  const values: { name?: string; birth?: Birth } = {
    ...(typeof name === 'string' ? { name: tidy(name) } : {}),
    ...(read.kind === 'value' ? { birth: read.value } : {}),
  };
  return recordLabel({ row: 0, values, ...(typeof code === 'string' ? { code } : {}) });
}

function cellOf(column: Column, value: CellValue | undefined, choices: readonly Choice[]): CellValue {
  if (value === undefined || value === null) return column.type === 'tick' ? false : null; // an empty tick box holds FALSE
  if (typeof value !== 'string') return value;
  if (column.type === 'choice') return choices.find(({ key }) => key === value)?.label ?? value;
  const date = column.type === 'date' ? isoDate(value) : undefined;
  return date === undefined ? value : toSerial(date);
}

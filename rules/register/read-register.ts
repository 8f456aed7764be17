// A reading of the workbook -> the register: every tab's records, with what is wrong in them. Tabs are found by sheetId alone.
import { choicesOf, type PlanLists } from './choices.ts';
import type { Column, Tab } from './column.ts';
import type { Reading } from './grid.ts';
import { type CellReader, cellReader } from './read-cell.ts';
import { readTab, type TabManner, type TabReading } from './read-tab.ts';
import { TABS, type Tabs } from './tabs.ts';

export type Register = { readonly [K in keyof Tabs]: TabReading<Tabs[K]> };

/** Whether a column is in use: optional ones are, when the plan names them as "members.phone". */
export const isColumnOn = (plan: Pick<PlanLists, 'optionalColumns'>, tab: string, key: string, column: Column): boolean =>
  !column.optional || plan.optionalColumns.includes(`${tab}.${key}`);

/** The reader of one column, given the tabs that its references and choices come from. */
export function readerOf(
  tab: Tab,
  column: Column,
  plan: PlanLists,
  register: { readonly [tab: string]: TabReading | undefined },
): CellReader {
  const target = column.target === undefined ? undefined : register[column.target];
  return cellReader(column, {
    codes: tab.codes,
    ...(column.list ? { choices: choicesOf(column, plan, register) } : {}),
    ...(target?.tab.codes ? { target: { codes: target.tab.codes, rows: target.state === 'missing' ? 'missing' : target.rows } } : {}),
  });
}

/** The tabs, by key, that the references and choices of some columns come from. */
export const sourcesOf = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ target, list }) => [...(target ? [target] : []), ...(list?.from === 'tab' ? [list.tab] : [])]);

/** Any workbook of ours, by the declarations of its tabs. */
export type WorkbookOf<T extends { readonly [key: string]: Tab }> = { readonly [K in keyof T]: TabReading<T[K]> };

/** A workbook that was read before, and the tabs that differ since. */
export interface ReadBefore<T extends { readonly [key: string]: Tab }> {
  readonly workbook: WorkbookOf<T>;
  /** by sheetId */
  readonly changed: ReadonlySet<number>;
}

/**
 * Reads every tab; one that the reading does not hold is 'missing'. Never throws on what people typed. Given what was read `before`, only
 * the tabs that changed are read, and those that refer to them.
 */
export function readWorkbook<T extends { readonly [key: string]: Tab }>(
  tabs: T,
  reading: Reading,
  plan: PlanLists,
  before?: ReadBefore<T>,
): WorkbookOf<T> {
  const done: { [key: string]: TabReading } = {};
  const stands = (tab: Tab): boolean =>
    before !== undefined &&
    !before.changed.has(tab.sheetId) &&
    sourcesOf(Object.values(tab.columns)).every((source) => tabs[source] === undefined || stands(tabs[source]));
  const read = (tab: Tab): void => {
    if (done[tab.key]) return;
    const known = before !== undefined && stands(tab) ? before.workbook[tab.key] : undefined;
    if (known !== undefined) {
      done[tab.key] = known;
      return;
    }
    for (const source of sourcesOf(Object.values(tab.columns))) if (tabs[source]) read(tabs[source]); // no declaration refers in a circle
    const manner: TabManner = {
      isOn: (key, column) => isColumnOn(plan, tab.key, key, column),
      readerOf: (column) => readerOf(tab, column, plan, done),
    };
    done[tab.key] = readTab(tab, reading.grids.get(tab.sheetId) ?? 'missing', manner);
  };
  for (const tab of Object.values(tabs)) read(tab);
  return done as unknown as WorkbookOf<T>; // every key of `tabs` was read by its own declaration just above
}

/** A commune's register. */
export const readRegister = (reading: Reading, plan: PlanLists, before?: ReadBefore<Tabs>): Register =>
  readWorkbook(TABS, reading, plan, before);

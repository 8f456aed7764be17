// The register as it will be once its new rows have codes and the cells just edited are tidied: what is found is found in that.
import type { Tab } from '../register/column.ts';
import type { Grid, Reading } from '../register/grid.ts';
import type { Register } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { type Codes, codesFor } from './codes.ts';
import { a1Of, SAID } from './labels.ts';
import { type Area, type ColumnChange, cellAt, columnChange, withCells } from './tab-change.ts';
import { type Edited, type Placed, type Tidying, tidying } from './tidying.ts';

export interface SheetState {
  readonly reading: Reading;
  /** the merged cells of the tabs that are looked at, by sheetId */
  readonly merges: ReadonlyMap<number, readonly Area[]>;
  /** of each tab, by key, the highest number its codes ever had */
  readonly highest: { readonly [tab: string]: number };
  /** whether nobody else gives codes meanwhile; without it none are given now */
  readonly locked: boolean;
}
export interface PersonsEdit extends Edited {
  readonly sheetId: number;
}

export interface Patched {
  readonly reading: Reading;
  /** the tabs in which it differs from what was read, by sheetId */
  readonly changed: ReadonlySet<number>;
  /** by the tab's key */
  readonly codes: ReadonlyMap<string, ColumnChange>;
  readonly tidying: Tidying;
  readonly said: readonly string[];
  readonly highest: { readonly [tab: string]: number };
}

const NOTHING: Tidying = { cells: [], changes: [] };

/** The tab of a register that a declaration is for. */
export const readingOf = (register: Register, { key }: Tab): TabReading => register[key as keyof Register] as TabReading;

/** Gives codes in some tabs and tidies what was edited. */
export function patched(state: SheetState, register: Register, tabs: readonly Tab[], edit: PersonsEdit | undefined): Patched {
  const grids = new Map(state.reading.grids);
  const changed = new Set<number>();
  const codes = new Map<string, ColumnChange>();
  const said: string[] = [];
  const highest: { [tab: string]: number } = { ...state.highest };
  let tidied = NOTHING;
  for (const tab of tabs) {
    const reading = readingOf(register, tab);
    const grid = grids.get(tab.sheetId);
    if (grid === undefined || grid === 'missing') continue;
    const merges = state.merges.get(tab.sheetId) ?? [];
    const edited = tab.sheetId === edit?.sheetId ? edit : undefined;
    const own = edited === undefined ? NOTHING : tidying(grid, placed(reading), edited, merges, (tab.headerRow ?? 1) + 1);
    const before = { highest: state.highest[tab.key] ?? 0, merges };
    const found = state.locked ? codesFor(reading, edited, before) : noCodes(reading, before.highest);
    const numbered = withCodes(grid, reading, found);
    if (numbered.change) codes.set(tab.key, numbered.change);
    if (numbered.change !== undefined || own.cells.length > 0) changed.add(tab.sheetId);
    grids.set(tab.sheetId, withCells(numbered.grid, own.cells));
    if (edited !== undefined) tidied = own;
    highest[tab.key] = found.highest;
    said.push(...toldOf(reading, found));
  }
  return { reading: { ...state.reading, grids }, changed, codes, tidying: tidied, said, highest };
}

const noCodes = ({ highestCode }: TabReading, before: number): Codes => ({
  given: [],
  blocked: [],
  highest: Math.max(before, highestCode),
});

const codeColumn = ({ columnAt }: TabReading): number => (columnAt.get('code') ?? 0) + 1;

function withCodes(grid: Grid, reading: TabReading, { given }: Codes): { readonly grid: Grid; readonly change?: ColumnChange } {
  if (given.length === 0) return { grid };
  const column = codeColumn(reading);
  const numbered = withCells(
    grid,
    given.map(({ row, code }) => ({ row, column, to: code })),
  );
  const change = columnChange(grid, column, { from: 1, to: numbered.length }, (row) => cellAt(numbered, row, column));
  return change === undefined ? { grid } : { grid: numbered, change };
}

function toldOf(reading: TabReading, { blocked, last }: Codes): string[] {
  const { title } = reading.tab;
  const places = blocked.map((row) => a1Of({ row, column: codeColumn(reading) }));
  return [...(places.length > 0 ? [SAID.merged(title, places)] : []), ...(last === undefined ? [] : [SAID.noCodesLeft(title, last)])];
}

const placed = ({ tab, columnAt }: TabReading): Placed[] =>
  Object.entries(tab.columns).flatMap(([key, column]) => {
    const at = columnAt.get(key);
    return at === undefined ? [] : [{ key, column, at: at + 1 }];
  });

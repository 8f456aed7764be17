// What the sheet's own script writes when somebody has changed cells, and when the whole register is checked: one decision for both.
import type { Finding } from '../findings/finding.ts';
import { Problem } from '../problem.ts';
import type { Tab } from '../register/column.ts';
import type { Reading } from '../register/grid.ts';
import { storedPlanOf } from '../register/plan-text.ts';
import { type Register, readRegister } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { TABS } from '../register/tabs.ts';
import { type Review, type ReviewSetting, review } from '../reporting/review.ts';
import { codesFor } from './codes.ts';
import { a1Of, SAID } from './labels.ts';
import { notesChange } from './notes.ts';
import { findingsByRow, ownedChanges } from './owned-columns.ts';
import { type Area, type ColumnChange, cellAt, columnChange, rowIn, type TabChange, withCells } from './tab-change.ts';
import { type Edited, type Placed, type TidiedCell, type Tidying, tidying } from './tidying.ts';

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

export interface SheetDecision {
  /** what is found once everything is written; absent where the register cannot be judged */
  readonly review?: Review;
  readonly tidied: readonly TidiedCell[];
  /** sentences for the person, each ending in what to do */
  readonly said: readonly string[];
  readonly highest: { readonly [tab: string]: number };
  /** the tabs to write into, the edited one first */
  readonly tabs: readonly Tab[];
  /** what to write into one of them. `notes` are all notes of the tab from its first cell on */
  changeOf(tab: Tab, notes: readonly (readonly string[])[]): TabChange;
}

type Known = ReviewSetting;

const DATA_TABS: readonly Tab[] = Object.values<Tab>(TABS).filter(({ kind }) => kind === 'data');

/** The data tab that has this sheetId; other tabs are people's own, or not for people to fill. */
export const dataTabOf = (sheetId: number): Tab | undefined => DATA_TABS.find((tab) => tab.sheetId === sheetId);

/** Whether the workbook is a commune's register at all: a superior's has some tabs of the same kinds. */
export const isRegister = ({ grids }: Reading): boolean =>
  [TABS.clubs, TABS.members, TABS.todo].some(({ sheetId }) => typeof grids.get(sheetId) === 'object');

/** What follows from an edit in one of the data tabs. Throws a Problem where the register has no readable plan. */
export function decideEdit(state: SheetState, edit: PersonsEdit, setting: Known): SheetDecision {
  const tab = dataTabOf(edit.sheetId);
  return decided(state, tab === undefined ? [] : [tab], edit, setting);
}

/** What a check of the whole register writes, tab by tab. */
export const decideWhole = (state: SheetState, setting: Known): SheetDecision => decided(state, DATA_TABS, undefined, setting);

interface Patched {
  readonly reading: Reading;
  readonly codes: ReadonlyMap<string, ColumnChange>;
  readonly tidying: Tidying;
  readonly said: readonly string[];
  readonly highest: { readonly [tab: string]: number };
}

function decided(state: SheetState, tabs: readonly Tab[], edit: PersonsEdit | undefined, setting: Known): SheetDecision {
  const before = registerOf(state.reading, setting);
  const there = tabs.filter(({ key }) => (before[key as keyof Register] as TabReading).columnAt.size > 0);
  const patched = patch(state, before, there, edit);
  const judged = judge(patched.reading, setting);
  const register = judged.review?.register ?? before;
  const findings = judged.review?.findings ?? [];
  const byRow = findingsByRow(findings);
  const reading = (tab: Tab): TabReading => register[tab.key as keyof Register] as TabReading;
  const isMeant = (tab: Tab, row: number) =>
    judged.review !== undefined && (state.locked || edit === undefined || tab.sheetId !== edit.sheetId || rowIn(edit, row));
  const owned = (tab: Tab): ColumnChange[] => {
    const grid = patched.reading.grids.get(tab.sheetId);
    if (grid === undefined || grid === 'missing') return [];
    const rows = { found: byRow.get(tab.key), isMeant: (row: number) => isMeant(tab, row), labelled: state.locked };
    return ownedChanges({ reading: reading(tab), grid, ...rows });
  };
  const others =
    edit === undefined ? [] : DATA_TABS.filter((tab) => !tabs.includes(tab) && tab.columns.check !== undefined && owned(tab).length > 0);
  return {
    ...(judged.review === undefined ? {} : { review: judged.review }),
    tidied: patched.tidying.cells,
    said: [...patched.said, ...headerTrouble(findings, edit), ...judged.said],
    highest: patched.highest,
    tabs: [...there, ...others],
    changeOf(tab, notes) {
      const code = patched.codes.get(tab.key);
      const tidied = tab.sheetId === edit?.sheetId ? patched.tidying.changes : [];
      const change = judged.review && notesChange(reading(tab), byTab(findings, tab), notes, (row) => isMeant(tab, row));
      return { tab, columns: [...tidied, ...(code ? [code] : []), ...owned(tab)], ...(change ? { notes: change } : {}) };
    },
  };
}

function registerOf(reading: Reading, { parsePlan }: Known): Register {
  const stored = storedPlanOf(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register: reading.register, reason: stored.kind });
  return readRegister(reading, parsePlan(stored.json));
}

/** A register without its unit still gets its codes; it says why nothing else can be told. */
function judge(reading: Reading, setting: Known): { readonly review?: Review; readonly said: readonly string[] } {
  try {
    return { review: review(reading, setting), said: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { said: [error.userWithCode] };
  }
}

/** The reading as it will be once codes are given and the edited cells are tidied. */
function patch(state: SheetState, register: Register, tabs: readonly Tab[], edit: PersonsEdit | undefined): Patched {
  const grids = new Map(state.reading.grids);
  const codes = new Map<string, ColumnChange>();
  const said: string[] = [];
  const highest: { [tab: string]: number } = { ...state.highest };
  let tidied: Tidying = { cells: [], changes: [] };
  for (const tab of tabs) {
    const reading = register[tab.key as keyof Register] as TabReading;
    const merges = state.merges.get(tab.sheetId) ?? [];
    const grid = grids.get(tab.sheetId);
    if (grid === undefined || grid === 'missing') continue;
    const edited = tab.sheetId === edit?.sheetId ? edit : undefined;
    if (edited) tidied = tidying(grid, placed(reading), edited, merges, (tab.headerRow ?? 1) + 1);
    const { given, blocked, highest: now, last } = codesFor(reading, edited, { highest: state.highest[tab.key] ?? 0, merges });
    const given1 = state.locked ? given : [];
    highest[tab.key] = state.locked ? now : Math.max(state.highest[tab.key] ?? 0, reading.highestCode);
    const column = (reading.columnAt.get('code') ?? 0) + 1;
    const patchedGrid = withCells(grid, [
      ...tidied.cells.filter(() => edited),
      ...given1.map(({ row, code }) => ({ row, column, to: code })),
    ]);
    grids.set(tab.sheetId, patchedGrid);
    const change = columnChange(grid, column, { from: 1, to: given1.length > 0 ? patchedGrid.length : 0 }, (row) =>
      cellAt(patchedGrid, row, column),
    );
    if (change) codes.set(tab.key, change);
    if (blocked.length > 0)
      said.push(
        SAID.merged(
          tab.title,
          blocked.map((row) => a1Of({ row, column })),
        ),
      );
    if (last !== undefined) said.push(SAID.noCodesLeft(tab.title, last));
  }
  return { reading: { ...state.reading, grids }, codes, tidying: tidied, said, highest };
}

const placed = ({ tab, columnAt }: TabReading): Placed[] =>
  Object.entries(tab.columns).flatMap(([key, column]) => {
    const at = columnAt.get(key);
    return at === undefined ? [] : [{ key, column, at: at + 1 }];
  });

const byTab = (findings: readonly Finding[], { key }: Tab): Finding[] => findings.filter(({ tab }) => tab === key);

/** Headers that are gone and tabs that are gone: without them nothing that is typed there is read. */
function headerTrouble(findings: readonly Finding[], edit: PersonsEdit | undefined): string[] {
  const key = edit === undefined ? undefined : dataTabOf(edit.sheetId)?.key;
  const grave = findings.filter(
    ({ rule, severity, tab }) =>
      severity === 'error' &&
      (rule === 'TAB_MISSING' || (tab === key && ['HEADERS_GONE', 'HEADER_MISSING', 'HEADER_TWICE'].includes(rule))),
  );
  const [first] = edit === undefined ? [] : grave;
  return first === undefined ? [] : [`${first.message} ${first.repair}`];
}

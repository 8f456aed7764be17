// What the sheet's own script writes when somebody has changed cells, and when the whole register is checked: one decision for both.
import type { RegisterId } from '../conversation.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan } from '../plan/schema.ts';
import { Problem } from '../problem.ts';
import type { Tab } from '../register/column.ts';
import { type Register, readRegister } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { planOf, type Review, type ReviewSetting, reviewOf } from '../reporting/review.ts';
import { DATA_TABS, dataTabOf } from './data-tabs.ts';
import { notesChange } from './notes.ts';
import { findingsByRow, ownedChanges } from './owned-columns.ts';
import { type PersonsEdit, patched, readingOf, type SheetState } from './patched.ts';
import { type ColumnChange, rowIn, type TabChange } from './tab-change.ts';
import type { TidiedCell } from './tidying.ts';

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

/** What follows from an edit in one of the data tabs. Throws a Problem where the register has no readable plan. */
export function decideEdit(state: SheetState, edit: PersonsEdit, setting: ReviewSetting): SheetDecision {
  const tab = dataTabOf(edit.sheetId);
  return decided(state, tab === undefined ? [] : [tab], edit, setting);
}

/** What a check of the whole register writes, tab by tab. */
export const decideWhole = (state: SheetState, setting: ReviewSetting): SheetDecision => decided(state, DATA_TABS, undefined, setting);

function decided(state: SheetState, tabs: readonly Tab[], edit: PersonsEdit | undefined, setting: ReviewSetting): SheetDecision {
  const plan = planOf(state.reading, setting);
  const before = readRegister(state.reading, plan);
  const there = tabs.filter((tab) => readingOf(before, tab).columnAt.size > 0);
  const next = patched(state, before, there, edit);
  const register = next.changed.size === 0 ? before : readRegister(next.reading, plan, { workbook: before, changed: next.changed });
  const judged = judge(next.reading.register, plan, register, setting);
  const findings = judged.review?.findings ?? [];
  const byRow = findingsByRow(findings);
  const reading = (tab: Tab): TabReading => readingOf(register, tab);
  const isMeant = (tab: Tab, row: number) =>
    judged.review !== undefined && (state.locked || edit === undefined || tab.sheetId !== edit.sheetId || rowIn(edit, row));
  const owned = (tab: Tab): ColumnChange[] => {
    const grid = next.reading.grids.get(tab.sheetId);
    if (grid === undefined || grid === 'missing') return [];
    const rows = { found: byRow.get(tab.key), isMeant: (row: number) => isMeant(tab, row), labelled: state.locked };
    return ownedChanges({ reading: reading(tab), grid, ...rows });
  };
  const others =
    edit === undefined ? [] : DATA_TABS.filter((tab) => !tabs.includes(tab) && tab.columns.check !== undefined && owned(tab).length > 0);
  return {
    ...(judged.review === undefined ? {} : { review: judged.review }),
    tidied: next.tidying.cells,
    said: [...next.said, ...headerTrouble(findings, edit), ...judged.said],
    highest: next.highest,
    tabs: [...there, ...others],
    changeOf(tab, notes) {
      const code = next.codes.get(tab.key);
      const tidied = tab.sheetId === edit?.sheetId ? next.tidying.changes : [];
      const change = judged.review && notesChange(reading(tab), byTab(findings, tab), notes, (row) => isMeant(tab, row));
      return { tab, columns: [...tidied, ...(code ? [code] : []), ...owned(tab)], ...(change ? { notes: change } : {}) };
    },
  };
}

/** A register without its unit still gets its codes; it says why nothing else can be told. */
function judge(
  id: RegisterId,
  plan: Plan,
  register: Register,
  { now }: ReviewSetting,
): { readonly review?: Review; readonly said: readonly string[] } {
  try {
    return { review: reviewOf(id, plan, register, now), said: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { said: [error.userWithCode] };
  }
}

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

// What an edit is answered with at once: what each edited cell says by itself, from its own declaration. It needs the edited rows and what their
// columns are held against. The check of the whole register follows, and only that takes a note away.
import { faultFindings } from '../findings/cell-rules.ts';
import { gravestFirst } from '../findings/finding.ts';
import type { PlanLists } from '../register/choices.ts';
import type { Column, Tab } from '../register/column.ts';
import type { Grid, Reading } from '../register/grid.ts';
import { trustedPlanOf } from '../register/plan-text.ts';
import { isColumnOn, readerOf, sourcesOf } from '../register/read-register.ts';
import { columnsAt, readTab, type TabReading } from '../register/read-tab.ts';
import { TABS } from '../register/tabs.ts';
import { notesChange } from './notes.ts';
import { type Area, columnIn, type NotesChange, rowIn } from './tab-change.ts';

const tabs: { readonly [key: string]: Tab } = TABS;

/** The columns of a tab that an edit covers, by its headers. */
function editedColumns(tab: Tab, grid: Grid | 'missing', edit: Area): Column[] {
  const places = grid === 'missing' ? [] : [...columnsAt(tab, grid)];
  return places.flatMap(([key, at]) => (columnIn(edit, at + 1) ? (tab.columns[key] ?? []) : []));
}

const sourceTabs = (columns: readonly Column[]): Tab[] => [...new Set(sourcesOf(columns))].flatMap((key) => tabs[key] ?? []);

/** Whether it takes the plan to know if the column is in use, or what may stand in it. */
const asksThePlan = ({ optional, list }: Column): boolean => optional === true || list?.from === 'plan';

/** The tabs that have to be read too before an edit can be looked at: mostly none. `grid` holds the headers of the edited tab. */
export function tabsInSight(tab: Tab, grid: Grid, edit: Area): Tab[] {
  const columns = editedColumns(tab, grid, edit);
  return [...sourceTabs(columns), ...(columns.some(asksThePlan) ? [TABS.plan] : [])];
}

/** A plan that nothing is asked of. */
const NO_PLAN: PlanLists = { areas: [], fundingSources: [], loanPurposes: [], chargeUnits: [], targets: [], optionalColumns: [] };

/**
 * The notes to put at once on edited cells that cannot be read as they stand. Of the edited tab the reading needs its headers and the edited
 * rows. Undefined where there are none, and where it takes the whole register to know.
 */
export function firstNotes(
  reading: Reading,
  tab: Tab,
  edit: Area,
  parsePlan: (json: string) => PlanLists,
  notes: () => readonly (readonly string[])[],
): NotesChange | undefined {
  const columns = editedColumns(tab, reading.grids.get(tab.sheetId) ?? 'missing', edit);
  const stored = columns.some(asksThePlan) ? trustedPlanOf(reading) : undefined;
  if (stored !== undefined && stored.kind !== 'plan') return undefined; // the check that follows says so
  const read = looked(reading, tab, edit, columns, stored === undefined ? NO_PLAN : parsePlan(stored.json));
  const isEdited = (key = ''): boolean => columns.some((column) => column === tab.columns[key]); // a code is read for the record's name
  const findings = faultFindings(read)
    .filter(({ column }) => isEdited(column))
    .sort(gravestFirst);
  return findings.length === 0 ? undefined : notesChange(read, findings, notes(), (row) => rowIn(edit, row), 'adds');
}

/** What others may point at in a tab: its codes, and the texts by which people find them. */
const POINTED_AT = ['code', 'name', 'birth'];

/** Reads the edited cells of a tab, and of the tabs they are held against no more than that takes. */
function looked({ grids }: Reading, tab: Tab, edit: Area, columns: readonly Column[], plan: PlanLists): TabReading {
  const read = (one: Tab, others: { readonly [tab: string]: TabReading }, isRead: (key: string, column: Column) => boolean) =>
    readTab(one, grids.get(one.sheetId) ?? 'missing', {
      isOn: (key, column) => isColumnOn(plan, one.key, key, column),
      readerOf: (column) => readerOf(one, column, plan, others),
      isRead,
    });
  const known = sourceTabs(columns).map((source): [string, TabReading] => [
    source.key,
    read(source, {}, (key) => POINTED_AT.includes(key)),
  ]);
  const reading = read(tab, Object.fromEntries(known), (key, column) => key === 'code' || columns.includes(column));
  return { ...reading, rows: reading.rows.filter(({ row }) => rowIn(edit, row)) };
}

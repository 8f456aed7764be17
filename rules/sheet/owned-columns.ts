// Our own columns in people's tabs: results of the check, and the labels by which other tabs pick a record.
import type { Finding } from '../findings/finding.ts';
import type { CellValue, Grid } from '../register/grid.ts';
import { recordLabel } from '../register/read-reference.ts';
import type { TabReading } from '../register/read-tab.ts';
import { checkText } from './check-cells.ts';
import { type ColumnChange, cellAt, columnChange } from './tab-change.ts';

/** Of each tab, by key, what is found in its rows. */
export type FindingsByRow = ReadonlyMap<string, ReadonlyMap<number, readonly Finding[]>>;

export interface OwnedQuestion {
  readonly reading: TabReading;
  /** the tab as it will be once codes are given */
  readonly grid: Grid;
  readonly found: ReadonlyMap<number, readonly Finding[]> | undefined;
  /** rows whose result of the check is left as it is */
  readonly isMeant: (row: number) => boolean;
  /** a label without its code would soon be out of date: it waits for the code */
  readonly labelled: boolean;
}

/** The changes of our columns; none when they say already what they should. */
export function ownedChanges({ reading, grid, found, isMeant, labelled }: OwnedQuestion): ColumnChange[] {
  const { tab, columnAt, rows } = reading;
  const labels = new Map(rows.map((row) => [row.row, shortLabel(recordLabel(row))]));
  const columnOf = (key: string, wanted: (row: number, now: CellValue) => CellValue): ColumnChange[] => {
    const at = columnAt.get(key);
    if (at === undefined || tab.columns[key]?.owned !== true) return [];
    const change = columnChange(grid, at + 1, { from: (tab.headerRow ?? 1) + 1, to: grid.length }, (row) =>
      wanted(row, cellAt(grid, row, at + 1)),
    );
    return change === undefined ? [] : [change];
  };
  return [
    ...columnOf('check', (row, now) => (isMeant(row) ? checkText(found?.get(row) ?? []) || null : now)),
    ...(labelled ? columnOf('label', (row) => labels.get(row) || null) : []),
  ];
}

const LONGEST_LABEL = 200;
const shortLabel = (label: string): string => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label);

/** Findings by the tab and the row they stand in; those on a whole tab are left out. */
export function findingsByRow(findings: readonly Finding[]): FindingsByRow {
  const tabs = new Map<string, Map<number, Finding[]>>();
  for (const finding of findings) {
    if (finding.row === undefined) continue;
    const rows = tabs.get(finding.tab) ?? new Map<number, Finding[]>();
    tabs.set(finding.tab, rows);
    const row = rows.get(finding.row);
    if (row) row.push(finding);
    else rows.set(finding.row, [finding]);
  }
  return tabs;
}

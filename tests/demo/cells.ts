// The cells of demo rows, one by one, for tests that look at all of them.
import type { DemoRows } from '../../cli/demo/register.ts';
import { type IsoDate, isoDate } from '../../rules/calendar-date.ts';
import type { Tab } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';

export type AnyRow = { readonly [column: string]: unknown };
export interface Cell {
  readonly tab: Tab;
  readonly column: string;
  readonly value: unknown;
  readonly row: AnyRow;
}
const tabs: { readonly [key: string]: Tab } = TABS;

/** Every cell that was filled in, with where it stands. */
export function* cells(rows: DemoRows): Generator<Cell> {
  for (const [key, own] of Object.entries(rows))
    for (const row of (own ?? []) as readonly AnyRow[])
      for (const [column, value] of Object.entries(row)) {
        const tab = tabs[key];
        if (tab && value !== null && value !== undefined) yield { tab, column, value, row };
      }
}

/** The dates after a day; an administrator's facts and promises to pay back may well lie ahead. */
export const datedAfter = (rows: DemoRows, day: IsoDate): Cell[] =>
  [...cells(rows)].filter(({ tab, column, value }) => {
    if (tab.key === 'unitInfo' || `${tab.key}.${column}` === 'loans.due') return false;
    const date = tab.columns[column]?.type === 'date' && typeof value === 'string' ? isoDate(value) : undefined;
    return date !== undefined && date > day;
  });

/** The cells that hold somebody's name, titles of clubs aside. */
export const personCells = (rows: DemoRows): Cell[] => {
  const persons = new Set(['members.name', 'clubs.head', 'declarations.declaredBy', 'narratives.signer', 'totals.declaredBy']);
  return [...cells(rows)].filter(
    ({ tab, column, row }) =>
      persons.has(`${tab.key}.${column}`) || (tab.key === 'unitInfo' && column === 'value' && row.item === 'signer'),
  );
};

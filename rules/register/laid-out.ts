// A row of cells in the order of a tab's declaration, so that a column moved there moves everywhere.
import type { OwnedCell } from '../conversation.ts';
import type { Columns, Tab } from './column.ts';

type Cells<T extends Pick<Tab<Columns>, 'columns'>> = { readonly [K in keyof T['columns']]: OwnedCell };

/** A row of a tab that is written whole: every column is named. */
export const laidOut = <T extends Pick<Tab<Columns>, 'columns'>>(tab: T, cells: Cells<T>): readonly OwnedCell[] => rowOf(tab, cells);

/** A row to start with: columns that are not named stay blank. */
export const rowOf = <T extends Pick<Tab<Columns>, 'columns'>>(tab: T, cells: Partial<Cells<T>>): readonly OwnedCell[] =>
  Object.keys(tab.columns).map((key: keyof T['columns']) => cells[key] ?? null);

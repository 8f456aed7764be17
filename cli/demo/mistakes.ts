// Mistakes of the kinds people make, put into a demo register that has none, so that every check has something to find.
import type { CellValue } from '../../rules/register/grid.ts';
import type { TabKey, Tabs } from '../../rules/register/tabs.ts';
import type { DemoRow, DemoRows } from './register.ts';

/** One mistake in one record of a tab. */
export interface MistakeIn<K extends TabKey> {
  readonly tab: K;
  readonly record: string;
  /** the column a finding should point at; left out where it is the row as a whole */
  readonly column?: keyof Tabs[K]['columns'] & string;
  /** what stands in the record instead */
  readonly cells?: DemoRow<K>;
  /** cells taken from another record of the tab: the same person entered twice */
  readonly copied?: { readonly from: string; readonly columns: readonly (keyof Tabs[K]['columns'] & string)[] };
  /** `found`: a finding names it; `tidied`: it is read as it was meant, and nobody has to do anything */
  readonly expect: 'found' | 'tidied';
  readonly why: string;
}
export type DemoMistake = { readonly [K in TabKey]: MistakeIn<K> }[TabKey];

type AnyRow = { readonly [column: string]: CellValue | undefined };

/** The rows with the mistakes in them; a mistake in a record that is not there yet waits for it. */
export function withMistakes(rows: DemoRows, mistakes: readonly DemoMistake[]): DemoRows {
  const changed: { [tab: string]: readonly AnyRow[] | undefined } = { ...rows };
  for (const { tab, record, cells = {}, copied } of mistakes) {
    const own = changed[tab] ?? [];
    const twin = own.find(({ code }) => code === copied?.from);
    const taken = Object.fromEntries((copied?.columns ?? []).map((column) => [column, twin?.[column]]));
    changed[tab] = own.map((row) => (row.code === record ? { ...row, ...taken, ...cells } : row));
  }
  return changed as DemoRows; // only cells of declared columns were replaced
}

// The plan's JSON as rows of "_Kế hoạch", and back. The hash tells a plan that somebody edited or cut from the one that was put there.
import { sha256Hex } from '../hash.ts';
import { chunksOf, joinChunks } from './chunks.ts';
import type { CellValue, Reading } from './grid.ts';
import { cellReader } from './read-cell.ts';
import { type Row, readTab } from './read-tab.ts';
import { TABS } from './tabs.ts';

/** `no plan`: the tab is missing or empty; `incomplete`: a part is missing or doubled; `changed`: the hash does not fit the text. */
export type StoredPlan =
  | { readonly kind: 'plan'; readonly json: string; readonly version: number; readonly hash: string }
  | { readonly kind: 'no plan' | 'incomplete' | 'changed' };

/** The cells below the headers of "_Kế hoạch": part, json, version, hash. Throws a SyntaxError when the text is no JSON. */
export function planToRows(json: string): readonly (readonly CellValue[])[] {
  const { version } = JSON.parse(json) as { readonly version?: unknown };
  const hash = sha256Hex(json);
  return chunksOf(json).map((text, index) => [index + 1, text, typeof version === 'number' ? version : null, hash]);
}

/** The plan's text as it was put there, from the rows of "_Kế hoạch". */
export function planFromRows(rows: readonly Pick<Row<typeof TABS.plan>, 'values'>[], verify = true): StoredPlan {
  const [first] = rows;
  if (!first) return { kind: 'no plan' };
  const parts = rows.flatMap(({ values }) => (values.part === undefined ? [] : [{ part: values.part, text: values.json ?? '' }]));
  const json = joinChunks(parts);
  if (json === undefined || parts.length !== rows.length) return { kind: 'incomplete' };
  const { hash, version } = first.values;
  return hash !== undefined && (!verify || hash === sha256Hex(json))
    ? { kind: 'plan', json, version: version ?? 0, hash }
    : { kind: 'changed' };
}

/** The stored plan of a reading: it has to be known before the rest of the register can be read. `verify`: its hash is compared. */
export function storedPlanOf(reading: Reading, verify = true): StoredPlan {
  const grid = reading.grids.get(TABS.plan.sheetId) ?? 'missing';
  return planFromRows(readTab(TABS.plan, grid, { isOn: () => true, readerOf: (column) => cellReader(column) }).rows, verify);
}

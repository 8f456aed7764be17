// The plan's JSON as rows of "_Kế hoạch", and back. The hash tells a plan that somebody edited or cut from the one that was put there.
import { sha256Hex } from '../hash.ts';
import { chunksOf, joinChunks } from './chunks.ts';
import type { CellValue, Reading } from './grid.ts';
import { cellReader } from './read-cell.ts';
import { readTab } from './read-tab.ts';
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

/**
 * The plan of a reading as it stands there: it has to be known before the rest of the register can be read. Whether anybody changed it is
 * not looked at: an edit has to be quick, and every turn asks `storedPlanOf`.
 */
export function trustedPlanOf(reading: Reading): StoredPlan {
  const grid = reading.grids.get(TABS.plan.sheetId) ?? 'missing';
  const { rows } = readTab(TABS.plan, grid, { isOn: () => true, readerOf: (column) => cellReader(column) });
  const [first] = rows;
  if (!first) return { kind: 'no plan' };
  const parts = rows.flatMap(({ values }) => (values.part === undefined ? [] : [{ part: values.part, text: values.json ?? '' }]));
  const json = joinChunks(parts);
  if (json === undefined || parts.length !== rows.length) return { kind: 'incomplete' };
  const { hash, version } = first.values;
  return hash === undefined ? { kind: 'changed' } : { kind: 'plan', json, version: version ?? 0, hash };
}

/** The plan of a reading, when it is what was put there: its hash is compared. */
export function storedPlanOf(reading: Reading): StoredPlan {
  const stored = trustedPlanOf(reading);
  return stored.kind === 'plan' && stored.hash !== sha256Hex(stored.json) ? { kind: 'changed' } : stored;
}

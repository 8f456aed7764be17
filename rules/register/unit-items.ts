// Single facts of Thông tin đơn vị that tie a register to its functions: read without the plan, and written where they stand.
import type { Block } from '../conversation.ts';
import { Problem } from '../problem.ts';
import { labelOf, UNIT_ITEMS } from './choice-lists.ts';
import type { Reading } from './grid.ts';
import { cellReader } from './read-cell.ts';
import { readTab, type TabReading } from './read-tab.ts';
import { TABS } from './tabs.ts';

export type UnitItem = 'functionsAddress' | 'scriptAudience' | 'pairingCode';
export interface UnitItemText {
  readonly value: string;
  readonly detail?: string;
}

function unitInfoOf(reading: Reading): TabReading<typeof TABS.unitInfo> {
  const grid = reading.grids.get(TABS.unitInfo.sheetId) ?? 'missing';
  const readerOf = (column: Parameters<typeof cellReader>[0]) =>
    cellReader(column, column.list?.from === 'list' ? { choices: column.list.choices } : {});
  return readTab(TABS.unitInfo, grid, { isOn: () => true, readerOf });
}

/** The text beside an item; of several the first. Undefined when there is none. */
export function unitItem(reading: Reading, item: UnitItem): string | undefined {
  return unitInfoOf(reading).rows.find(({ values }) => values.item === item)?.values.value;
}

type Changes = { readonly [I in UnitItem]?: UnitItemText | null };

/**
 * The cells that put items there or, by null, take them away: each where it stands, a new one into the first empty row.
 * Throws UNIT_INFO_DAMAGED when the tab or one of its columns is gone.
 */
export function unitItemBlocks(reading: Reading, changes: Changes): readonly Block[] {
  const { rows, columnAt } = unitInfoOf(reading);
  const grid = reading.grids.get(TABS.unitInfo.sheetId) ?? 'missing';
  const at = (['item', 'value', 'detail'] as const).map((key) => columnAt.get(key));
  const free = freeRows(grid === 'missing' ? [] : grid);
  return Object.entries(changes).flatMap(([item, text]): Block[] => {
    const standing = rows.find(({ values }) => values.item === item);
    if (standing === undefined && text === null) return [];
    const row = standing === undefined ? free.next().value : standing.row - 1;
    const cells = text === null ? [null, null, null] : [labelOf(UNIT_ITEMS, item), text.value, text.detail ?? null];
    return cells.map((cell, index) => {
      const column = at[index];
      if (column === undefined) throw new Problem('UNIT_INFO_DAMAGED', { register: reading.register });
      return { sheetId: TABS.unitInfo.sheetId, row, column, cells: [[cell]], rest: false };
    });
  });
}

/** Zero-based rows below the headers with nothing in them, then those below the tab's last. */
function* freeRows(grid: readonly (readonly unknown[])[]): Generator<number, never> {
  for (let row = TABS.unitInfo.headerRow ?? 1; ; row += 1) if (!grid[row]?.some((cell) => cell !== null && cell !== '')) yield row;
}

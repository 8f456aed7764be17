// What people ticked on "Việc cần làm".
import type { Reading } from './grid.ts';
import { readTick } from './read-choice.ts';
import { TABS } from './tabs.ts';
import { type TickName, TODO_TICKS } from './todo-layout.ts';

export type Ticks = { readonly [K in TickName]: boolean };

/** The three boxes; a missing tab or anything that is no tick counts as not ticked. */
export function readTicks(reading: Reading): Ticks {
  const grid = reading.grids.get(TABS.todo.sheetId);
  const isTicked = (name: TickName): boolean => {
    const { row, column } = TODO_TICKS[name].tick;
    const cell = grid === undefined || grid === 'missing' ? null : (grid[row]?.[column] ?? null);
    const read = readTick(cell);
    return read.kind === 'value' && read.value;
  };
  return { recheck: isTicked('recheck'), approved: isTicked('approved'), send: isTicked('send') };
}

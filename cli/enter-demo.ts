// The demo's officers go on typing: when a state is opened on a later day, the demo's rows up to that day are entered too.
// They enter nothing once a person has changed a single cell of theirs: a trial of one's own is worth more than a fuller demo.

import type { GoogleClients } from '../functions/google-clients.ts';
import { readTabs } from '../functions/google-shell.ts';
import { troubleOf } from '../functions/google-trouble.ts';
import type { Block } from '../rules/conversation.ts';
import { changed } from '../rules/owned-cells.ts';
import { labelOf, UNIT_ITEMS } from '../rules/register/choice-lists.ts';
import type { CellValue, Grid } from '../rules/register/grid.ts';
import { TABS } from '../rules/register/tabs.ts';
import { headerIndex } from '../workbook/look.ts';
import { toBatchUpdate } from '../workbook/write.ts';

type DemoGrids = ReadonlyMap<number, readonly (readonly CellValue[])[]>;

/**
 * Brings the people's tabs of a demo register to what `wanted` has, in one batch. `before` are the states in which the demo itself may
 * have left them; in any other they stay as they are. What the system owns, seen or hidden, is never touched, and what ties a register to
 * its functions stays below the administrator's facts.
 */
export async function enterDemo(
  clients: GoogleClients,
  register: string,
  before: readonly DemoGrids[],
  wanted: DemoGrids,
): Promise<'entered' | 'there' | 'edited'> {
  const tabs = Object.values(TABS).filter(({ kind, sheetId }) => kind !== 'owned' && wanted.has(sheetId));
  const { reading, sizes } = await readTabs(clients.sheets, register, tabs);
  const ties = tiesIn(reading.grids.get(TABS.unitInfo.sheetId) ?? 'missing');
  const blocksOf = (grids: DemoGrids): Block[] =>
    tabs.map((tab) => {
      const row = headerIndex(tab);
      const cells = (grids.get(tab.sheetId) ?? []).slice(row);
      return { sheetId: tab.sheetId, row, column: 0, cells: tab === TABS.unitInfo ? [...cells, ...ties] : cells, rest: true };
    });
  const stands = (grids: DemoGrids): boolean =>
    blocksOf(grids).every((block) => {
      const grid: Grid | 'missing' = reading.grids.get(block.sheetId) ?? 'missing';
      return grid !== 'missing' && !changed(block, grid);
    });
  if (stands(wanted)) return 'there';
  if (!before.some(stands)) return 'edited';
  try {
    const requestBody = toBatchUpdate({ register, blocks: blocksOf(wanted) }, { sizes });
    await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody });
    return 'entered';
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

const TIES: ReadonlySet<unknown> = new Set(['functionsAddress', 'scriptAudience', 'pairingCode'].map((item) => labelOf(UNIT_ITEMS, item)));

/** The rows of Thông tin đơn vị that tie the register to its functions. */
const tiesIn = (grid: Grid | 'missing'): Grid => (grid === 'missing' ? [] : grid.filter(([item]) => TIES.has(item)));

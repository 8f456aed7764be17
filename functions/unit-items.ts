// Facts that tie a register to its functions, written into Thông tin đơn vị: by pairing, and by the administrator's commands.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { changedBlocks } from '../rules/owned-cells.ts';
import type { Reading } from '../rules/register/grid.ts';
import { TABS } from '../rules/register/tabs.ts';
import { unitItemBlocks } from '../rules/register/unit-items.ts';
import { toBatchUpdate } from '../workbook/write.ts';
import { readTabs } from './google-shell.ts';
import { troubleOf } from './google-trouble.ts';

type Changes = Parameters<typeof unitItemBlocks>[1];

/** Reads the tab, asks what is to be changed, writes what differs. What `decide` throws ends it without a write. */
export async function changeUnitItems(sheets: sheets_v4.Sheets, register: string, decide: (reading: Reading) => Changes): Promise<void> {
  const { reading, sizes } = await readTabs(sheets, register, [TABS.unitInfo]);
  const blocks = changedBlocks(unitItemBlocks(reading, decide(reading)), reading.grids);
  if (blocks.length === 0) return;
  try {
    await sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: toBatchUpdate({ register, blocks }, { sizes }) });
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

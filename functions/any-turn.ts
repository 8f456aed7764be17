// What people ask is asked of a workbook, whatever it is: a commune's register or its superior's. Which one it is, its tabs tell.
import type { TurnResult } from '../rules/cycle.ts';
import { Problem } from '../rules/problem.ts';
import { UNITS_SHEET } from '../rules/register/workbook-kind.ts';
import type { Wish } from '../rules/reporting/wish.ts';
import { presentSheetIds, tabsRequest } from '../workbook/read.ts';
import type { SpreadsheetAnswer } from '../workbook/sheets-json.ts';
import { troubleOf } from './google-trouble.ts';
import type { Setup } from './setup.ts';
import { takeSuperiorTurn } from './superior-turn.ts';
import { type TurnOptions, takeTurn } from './take-turn.ts';

/** Whether a workbook is a superior's: it has the list of units. */
export async function isSuperior(register: string, { clients }: Pick<Setup, 'clients'>): Promise<boolean> {
  try {
    const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId: register, ...tabsRequest() });
    return presentSheetIds(data as SpreadsheetAnswer).has(UNITS_SHEET);
  } catch (error) {
    throw troubleOf(error, 'spreadsheets.get', register);
  }
}

/** A turn of whichever it is. */
export async function takeAnyTurn(
  register: string,
  setup: Pick<Setup, 'clients' | 'mailbox' | 'links' | 'now' | 'log'>,
  wish?: Wish,
  options?: TurnOptions,
): Promise<TurnResult> {
  if (!(await isSuperior(register, setup))) return takeTurn(register, setup, wish, options);
  const taken = await takeSuperiorTurn(register, setup, wish, options);
  if (taken === undefined) throw new Problem('PLAN_UNREADABLE', { register, reason: 'no plan' });
  return taken;
}

// Standalone mode: the same turn as the functions take, through Google's advanced services, as the person whose run it is.
import { carryOut } from '../rules/conversation.ts';
import { type TurnResult, turn } from '../rules/cycle.ts';
import { Problem } from '../rules/problem.ts';
import { storedPlanOf } from '../rules/register/plan-text.ts';
import { TABS } from '../rules/register/tabs.ts';
import { decide, type Setting } from '../rules/reporting/decide.ts';
import type { Wish } from '../rules/reporting/wish.ts';
import { registerOptions } from '../workbook/register-options.ts';
import { repairRequests, structureRequest } from '../workbook/repair.ts';
import type { SpreadsheetAnswer } from '../workbook/sheets-json.ts';
import { sheetsService, troubleOf } from './advanced-services.ts';
import { actingAs, automationOwner } from './automation.ts';
import { mail } from './lazy.ts';
import { moment, sheetSetting } from './sheet-setting.ts';
import { sheetShell } from './sheet-shell.ts';

/** One turn over the open workbook. Mail goes out only in runs of the trigger's owner; `reminds`: a reminder too, which nobody gets by a menu. */
export function sheetTurn(wish?: Wish, reminds = false): TurnResult {
  const register = SpreadsheetApp.getActive().getId();
  const now = moment();
  const owner = automationOwner();
  if ((wish?.kind === 'approve' || wish?.kind === 'send') && owner === undefined) throw new Problem('AUTOMATION_OFF', {});
  const me = actingAs();
  const setting: Setting = {
    ...sheetSetting(now),
    mailbox: owner ?? me,
    sends: owner === me,
    ...(reminds ? { composeReminder: (content) => mail().composeReminder(content) } : {}),
    ...(wish === undefined ? {} : { wish }),
  };
  SpreadsheetApp.flush(); // what this run wrote through SpreadsheetApp is seen by the services
  const talk = turn(register, (reading) => decide(reading, setting), now);
  return carryOut(talk, sheetShell({ tabs: Object.values(TABS), register, now }));
}

/** Tabs, columns, dropdowns and protections that are gone come back; what people typed stays. */
export function sheetRepair(): void {
  const register = SpreadsheetApp.getActive().getId();
  const now = moment();
  const tabs = Object.values(TABS);
  const reading = sheetShell({ tabs, register, now }).read(register);
  const stored = storedPlanOf(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register, reason: stored.kind });
  const options = registerOptions(sheetSetting(now).parsePlan(stored.json));
  try {
    const standing = sheetsService().get(register, structureRequest()) as SpreadsheetAnswer;
    sheetsService().batchUpdate({ requests: repairRequests(standing, reading, tabs, options) }, register);
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

// "Cập nhật tiến độ" and "Khôi phục định dạng sổ": one turn, before it the structure put back where that is asked. Data stay as they are.
import { localTime } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { storedPlanOf } from '../rules/register/plan-text.ts';
import { TABS } from '../rules/register/tabs.ts';
import { registerOptions } from '../workbook/register-options.ts';
import { repairRequests, structureRequest } from '../workbook/repair.ts';
import type { SpreadsheetAnswer } from '../workbook/sheets-json.ts';
import { readTabs } from './google-shell.ts';
import { troubleOf } from './google-trouble.ts';
import { REFRESHED } from './labels.ts';
import type { PublicSetup } from './public-setup.ts';
import { settingOf } from './setup.ts';
import { takeTurn } from './take-turn.ts';

/** Takes a turn, as the schedule would. Throws REGISTER_BUSY while another one holds the register. */
export async function refreshRegister(
  { register, repair = false }: Proof & PublicCalls['refreshRegister']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['refreshRegister']['out']> {
  if (repair) await repairStructure(register, setup);
  const { waitUntil } = await takeTurn(register, setup);
  if (waitUntil !== undefined) throw new Problem('REGISTER_BUSY', { register, until: localTime(waitUntil) });
  return { said: (repair ? REFRESHED.repaired : REFRESHED.done)(setup.now()) };
}

/** Tabs, columns, dropdowns and protections that are gone come back, empty; nothing that people typed is touched. */
async function repairStructure(register: string, setup: PublicSetup): Promise<void> {
  const { sheets } = setup.clients;
  const tabs = Object.values(TABS);
  const { reading } = await readTabs(sheets, register, tabs);
  const stored = storedPlanOf(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register, reason: stored.kind });
  const plan = settingOf(setup, setup.now()).parsePlan(stored.json);
  const options = registerOptions(plan, await setup.service());
  try {
    const { data } = await sheets.spreadsheets.get({ spreadsheetId: register, ...structureRequest() });
    const requests = repairRequests(data as SpreadsheetAnswer, reading, tabs, options);
    await sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

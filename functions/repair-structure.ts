// "Giữ nguyên số liệu": tabs, columns, dropdowns and protections that are gone come back, empty; nothing that people typed is touched.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { Problem } from '../rules/problem.ts';
import type { Tab } from '../rules/register/column.ts';
import { storedPlanOf } from '../rules/register/plan-text.ts';
import { superiorCharts } from '../rules/register/superior-charts.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { TABS } from '../rules/register/tabs.ts';
import { registerOptions } from '../workbook/register-options.ts';
import { repairRequests, structureRequest } from '../workbook/repair.ts';
import type { Request, SpreadsheetAnswer } from '../workbook/sheets-json.ts';
import { isSuperior } from './any-turn.ts';
import { readTabs } from './google-shell.ts';
import { troubleOf } from './google-trouble.ts';
import type { PublicSetup } from './public-setup.ts';
import { settingOf } from './setup.ts';

/** Puts the declared structure back. Throws PLAN_UNREADABLE without a plan, for it says which columns and choices there are. */
export async function repairStructure(register: string, setup: PublicSetup): Promise<void> {
  const { sheets } = setup.clients;
  const superior = await isSuperior(register, setup);
  const tabs: readonly Tab[] = Object.values(superior ? SUPERIOR_TABS : TABS);
  const { reading } = await readTabs(sheets, register, tabs);
  const stored = storedPlanOf(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register, reason: stored.kind });
  const plan = settingOf(setup, setup.now()).parsePlan(stored.json);
  const options = { ...registerOptions(plan, await setup.service()), ...(superior ? { charts: superiorCharts(plan) } : {}) };
  const { includeGridData, fields } = structureRequest();
  const withEditors = fields.replace('protectedRanges(description)', 'protectedRanges(description,editors(users))');
  try {
    const { data } = await sheets.spreadsheets.get({ spreadsheetId: register, includeGridData, fields: withEditors });
    const requests = repairRequests(data as SpreadsheetAnswer, reading, tabs, options);
    const body = { requests: requests.map((request) => openedTo(keepersOf(data, tabs), request)) };
    await sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: body });
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

/** The identities that may write the tabs of ours: the schedule's entries may act as another one than these. */
function keepersOf({ sheets = [] }: sheets_v4.Schema$Spreadsheet, tabs: readonly Tab[]): string[] {
  const owned = new Set<unknown>(tabs.flatMap(({ kind, sheetId }) => (kind === 'owned' ? [sheetId] : [])));
  return sheets
    .filter(({ properties }) => owned.has(properties?.sheetId))
    .flatMap(({ protectedRanges = [] }) => protectedRanges.flatMap(({ editors }) => editors?.users ?? []));
}

/** A protection that comes back is open to everybody who keeps the tabs that were not gone. */
function openedTo(keepers: readonly string[], request: Request): Request {
  const range = request.addProtectedRange?.protectedRange;
  if (range?.editors === undefined) return request;
  return { addProtectedRange: { protectedRange: { ...range, editors: { users: [...new Set([...range.editors.users, ...keepers])] } } } };
}

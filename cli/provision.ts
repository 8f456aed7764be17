// Making a register: a workbook from the declarations, the plan and the facts of its unit put into it.
import type { GoogleClients } from '../functions/google-clients.ts';
import { troubleOf } from '../functions/google-trouble.ts';
import type { Block, OwnedCell } from '../rules/conversation.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';
import { choicesOf } from '../rules/register/choices.ts';
import type { Tab } from '../rules/register/column.ts';
import { rowOf } from '../rules/register/laid-out.ts';
import { planToRows } from '../rules/register/plan-text.ts';
import { superiorCharts } from '../rules/register/superior-charts.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { TABS } from '../rules/register/tabs.ts';
import { headerIndex } from '../workbook/look.ts';
import { newWorkbook, type ProvisionOptions } from '../workbook/provision.ts';
import { registerOptions } from '../workbook/register-options.ts';
import { furnishRequests } from '../workbook/repair.ts';
import type { Request } from '../workbook/sheets-json.ts';
import { toBatchUpdate } from '../workbook/write.ts';

export interface NewRegister {
  readonly title: string;
  readonly plan: Plan;
  /** the file's own text: it goes into the register as it is */
  readonly planText: string;
  /** who may write the protected parts */
  readonly service: string;
  /** a folder of a shared drive: there a service account can make a workbook, its own drive holds none. Absent: the account's own drive */
  readonly folder?: string;
  /** rows to start with, by sheetId, without headers; the register's own id is known only now */
  readonly rows: (registerId: string) => ReadonlyMap<number, readonly (readonly OwnedCell[])[]>;
}

/** Creates a register workbook and returns its id. */
export async function provisionRegister(clients: GoogleClients, wanted: NewRegister): Promise<string> {
  const { plan } = wanted;
  const options = registerOptions(plan, wanted.service);
  const rowsOf = (id: string) => new Map(wanted.rows(id)).set(TABS.plan.sheetId, planToRows(wanted.planText));
  return create(clients, { ...wanted, tabs: Object.values(TABS), options, rowsOf });
}

/** A row of the tab Đơn vị. */
export const unitRow = (cells: Parameters<typeof rowOf<typeof SUPERIOR_TABS.units>>[1]): readonly OwnedCell[] =>
  rowOf(SUPERIOR_TABS.units, cells);

export interface NewSuperior {
  /** each a `unitRow` */
  readonly units: readonly (readonly OwnedCell[])[];
  /** the plan that the superior itself steers, and the rows of its own tabs */
  readonly steers?: Pick<NewRegister, 'plan' | 'planText' | 'rows'>;
}

/** Creates a superior's workbook with its units. */
export async function provisionSuperior(
  clients: GoogleClients,
  wanted: Pick<NewRegister, 'title' | 'service' | 'folder'> & NewSuperior,
): Promise<string> {
  const { steers, units } = wanted;
  const options: ProvisionOptions = {
    choices: (_tab, column) => (steers === undefined ? [] : choicesOf(column, steers.plan)),
    protectTo: wanted.service,
    ...(steers === undefined ? {} : { optionalColumns: steers.plan.optionalColumns, charts: superiorCharts(steers.plan) }),
  };
  const rowsOf = (id: string) => {
    const rows = new Map<number, readonly (readonly OwnedCell[])[]>(steers?.rows(id) ?? []);
    if (steers !== undefined) rows.set(SUPERIOR_TABS.plan.sheetId, planToRows(steers.planText));
    return rows.set(SUPERIOR_TABS.units.sheetId, units);
  };
  // without a plan of its own it is a list of registers to sweep, and nothing more
  const tabs: readonly Tab[] = steers === undefined ? [SUPERIOR_TABS.units] : Object.values(SUPERIOR_TABS);
  return create(clients, { ...wanted, tabs, options, rowsOf });
}

interface Wanted {
  readonly title: string;
  readonly folder?: string;
  readonly tabs: readonly Tab[];
  readonly options: ProvisionOptions;
  readonly rowsOf: (id: string) => ReadonlyMap<number, readonly (readonly OwnedCell[])[]>;
}

/** Two calls, the second atomic: whoever is stopped between them leaves an empty workbook that nothing knows. */
async function create(clients: GoogleClients, wanted: Wanted): Promise<string> {
  const { title, tabs, options, folder } = wanted;
  const workbook = newWorkbook(title, tabs, options);
  const made = await (folder === undefined ? inOwnDrive(clients, workbook) : inFolder(clients, folder, wanted));
  const rows = wanted.rowsOf(made.id);
  const blocks = tabs.flatMap((tab): Block[] => {
    const cells = rows.get(tab.sheetId);
    if (cells === undefined || cells.length === 0) return [];
    return [{ sheetId: tab.sheetId, row: headerIndex(tab) + 1, column: 0, cells, rest: false }];
  });
  const { requests } = toBatchUpdate({ register: made.id, blocks }, { sizes: sizesOf(workbook.create) });
  try {
    await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: made.id, requestBody: { requests: [...made.finish, ...requests] } });
    return made.id;
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', made.id);
  }
}

interface Made {
  readonly id: string;
  /** what is still to be done to the structure */
  readonly finish: readonly Request[];
}

async function inOwnDrive({ sheets }: GoogleClients, { create: requestBody, finish }: ReturnType<typeof newWorkbook>): Promise<Made> {
  const what = 'spreadsheets.create';
  const { data } = await refused(what, () => sheets.spreadsheets.create({ requestBody, fields: 'spreadsheetId' }));
  return { id: idFrom(data.spreadsheetId, what), finish: finish.requests };
}

/** Drive makes the file, for Sheets can only make one in the caller's own drive: https://developers.google.com/workspace/drive/api/guides/enable-shareddrives */
async function inFolder({ drive }: GoogleClients, folder: string, { title, tabs, options }: Wanted): Promise<Made> {
  const what = 'files.create';
  const requestBody = { name: title, mimeType: 'application/vnd.google-apps.spreadsheet', parents: [folder] };
  const { data } = await refused(what, () => drive.files.create({ requestBody, supportsAllDrives: true, fields: 'id' }));
  return { id: idFrom(data.id, what), finish: furnishRequests(title, tabs, options) };
}

async function refused<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw troubleOf(error, what, '');
  }
}

function idFrom(id: string | null | undefined, what: string): string {
  if (!id) throw new Problem('GOOGLE_REFUSED', { what, status: 200 });
  return id;
}

function sizesOf(body: ReturnType<typeof newWorkbook>['create']): ReadonlyMap<number, { rows: number; columns: number }> {
  return new Map(
    (body.sheets ?? []).flatMap(({ properties }) => {
      const grid = properties?.gridProperties;
      return properties?.sheetId === undefined || grid === undefined
        ? []
        : [[properties.sheetId, { rows: grid.rowCount ?? 0, columns: grid.columnCount ?? 0 }] as const];
    }),
  );
}

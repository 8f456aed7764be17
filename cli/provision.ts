// Making a register: a workbook from the declarations, the plan and the facts of its unit put into it.
import type { GoogleClients } from '../functions/google-clients.ts';
import { troubleOf } from '../functions/google-trouble.ts';
import type { OwnedCell } from '../rules/conversation.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';
import { choicesOf } from '../rules/register/choices.ts';
import type { Tab } from '../rules/register/column.ts';
import { planToRows } from '../rules/register/plan-text.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { TABS } from '../rules/register/tabs.ts';
import { headerIndex } from '../workbook/look.ts';
import { newWorkbook, type ProvisionOptions } from '../workbook/provision.ts';
import { toBatchUpdate } from '../workbook/write.ts';

export interface NewRegister {
  readonly title: string;
  readonly plan: Plan;
  /** the file's own text: it goes into the register as it is */
  readonly planText: string;
  /** who may write the protected parts */
  readonly service: string;
  /** rows to start with, by sheetId, without headers; the register's own id is known only now */
  readonly rows: (registerId: string) => ReadonlyMap<number, readonly (readonly OwnedCell[])[]>;
}

/** Creates a register workbook and returns its id. */
export async function provisionRegister(clients: GoogleClients, wanted: NewRegister): Promise<string> {
  const { plan } = wanted;
  const options: ProvisionOptions = {
    choices: (_tab, column) => choicesOf(column, plan),
    optionalColumns: plan.optionalColumns,
    protectTo: wanted.service,
  };
  return create(clients, wanted.title, Object.values(TABS), options, (id) => {
    const rows = new Map(wanted.rows(id));
    rows.set(TABS.plan.sheetId, planToRows(wanted.planText));
    return rows;
  });
}

/** Creates a superior's workbook with its units. */
export async function provisionSuperior(
  clients: GoogleClients,
  wanted: { readonly title: string; readonly service: string; readonly units: readonly (readonly OwnedCell[])[] },
): Promise<string> {
  const options: ProvisionOptions = { choices: () => [], protectTo: wanted.service };
  return create(clients, wanted.title, Object.values(SUPERIOR_TABS), options, () => new Map([[SUPERIOR_TABS.units.sheetId, wanted.units]]));
}

async function create(
  { sheets }: GoogleClients,
  title: string,
  tabs: readonly Tab[],
  options: ProvisionOptions,
  rowsOf: (id: string) => ReadonlyMap<number, readonly (readonly OwnedCell[])[]>,
): Promise<string> {
  const workbook = newWorkbook(title, tabs, options);
  try {
    const { data } = await sheets.spreadsheets.create({ requestBody: workbook.create, fields: 'spreadsheetId' });
    const id = data.spreadsheetId;
    if (!id) throw new Problem('GOOGLE_REFUSED', { what: 'spreadsheets.create', status: 200 });
    const rows = rowsOf(id);
    const blocks = tabs.flatMap((tab) => {
      const cells = rows.get(tab.sheetId);
      return cells === undefined || cells.length === 0
        ? []
        : [{ sheetId: tab.sheetId, row: headerIndex(tab) + 1, column: 0, cells, rest: false }];
    });
    const { requests } = toBatchUpdate({ register: id, blocks }, { sizes: sizesOf(workbook.create) });
    await sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests: [...workbook.finish.requests, ...requests] } });
    return id;
  } catch (error) {
    throw troubleOf(error, 'provision', title);
  }
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

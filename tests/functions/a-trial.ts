// A register in a local workspace and the functions that work on it, with a clock that tests move.

import { afterEach, expect } from 'vitest';
import { quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { type DemoRows, demoGrids } from '../../cli/demo/register.ts';
import { LOCAL, localClients } from '../../cli/local-google.ts';
import { loadPlan, planPath } from '../../cli/plan-file.ts';
import { provisionRegister } from '../../cli/provision.ts';
import type { GoogleClients } from '../../functions/google-clients.ts';
import type { LogEntry } from '../../functions/log.ts';
import { processRegister } from '../../functions/process-register.ts';
import type { Setup } from '../../functions/setup.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../local-workspace/workspace.ts';
import { type Instant, type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { TABS } from '../../rules/register/tabs.ts';

export const DAY = '2024-12-20' as IsoDate;
export const QUY_KY = loadPlan(planPath('quy-ky'));

export interface Trial {
  readonly workspace: Workspace;
  readonly clients: GoogleClients;
  readonly setup: Setup;
  readonly log: LogEntry[];
  readonly clock: { now: Instant };
}

const open: Workspace[] = [];
afterEach(async () => {
  for (const workspace of open.splice(0)) {
    await workspace.close();
    expect(workspace.violations).toEqual([]);
  }
});

/** An empty workspace on a day, at 8:00, and the functions' setup for it. Closed after the test, which fails when Google's schemas were broken. */
export async function aTrial(date: IsoDate = DAY, options: WorkspaceOptions = {}): Promise<Trial> {
  const clock = { now: momentOf(date, 8) };
  const workspace = await startWorkspace({ conformance: true, taskBackoffScale: 0, now: () => clock.now, ...options });
  open.push(workspace);
  const clients = localClients(workspace.url);
  const log: LogEntry[] = [];
  const setup: Setup = {
    clients,
    mailbox: LOCAL.mailbox,
    queue: LOCAL.queue,
    processUrl: 'http://127.0.0.1:9/',
    tasksAccount: 'tasks@dich-vu.example',
    now: () => clock.now,
    log: (entry) => log.push(entry),
  };
  return { workspace, clients, setup, log, clock };
}

/** The demo register of xã Quy Kỳ with everything typed up to a day; `few`: its facts and its clubs alone, quick to make. */
export async function aRegister({ clients }: Pick<Trial, 'clients'>, upTo: IsoDate = DAY, rows: 'all' | 'few' = 'all'): Promise<string> {
  const { plan, text } = QUY_KY;
  return provisionRegister(clients, {
    title: 'Sổ CLB Liên thế hệ – xã Quy Kỳ',
    plan,
    planText: text,
    service: LOCAL.service,
    rows: (id) => {
      const { unitInfo, clubs, locations, ...more } = quyKyDemo(upTo, id);
      const wanted: DemoRows = { unitInfo, clubs, locations, ...(rows === 'all' ? more : {}) } as DemoRows;
      return new Map([...demoGrids(wanted, plan)].map(([sheetId, grid]) => [sheetId, grid.slice(1)]));
    },
  });
}

/** One turn, as Cloud Tasks would have it taken. */
export const aTurn = (register: string, { setup }: Pick<Trial, 'setup'>) => processRegister({ register }, setup);

export interface Sent {
  readonly raw: string;
  readonly user: string;
}

/** Everything that has left the workspace, decoded from base64url. */
export async function sentOf({ workspace }: Pick<Trial, 'workspace'>): Promise<string[]> {
  const mails = (await (await fetch(`${workspace.url}/_workspace/mail`)).json()) as Sent[];
  return mails.map(({ raw }) => Buffer.from(raw, 'base64url').toString('utf8'));
}

export const keyOf = (mail: string): string | undefined => /^X-ISHC-Key: (.+)\r$/m.exec(mail)?.[1];

/** The ids of the drafts that are left in the sending mailbox. */
export async function draftsOf({ clients }: Pick<Trial, 'clients'>): Promise<string[]> {
  const { data } = await clients.gmail.users.drafts.list({ userId: 'me', maxResults: 500 });
  return (data.drafts ?? []).flatMap(({ id }) => (id ? [id] : []));
}

/** What the ledger shows of each report: key and status, as people see it. */
export async function ledgerOf({ clients }: Pick<Trial, 'clients'>, register: string): Promise<[string, string][]> {
  const rows = await cellsOf({ clients }, register, TABS.reports.title);
  const columns = Object.keys(TABS.reports.columns);
  return rows.slice(1).map((row) => [String(row[columns.indexOf('key')]), String(row[columns.indexOf('status')])]);
}

/** The values of a tab, as they are stored. */
export async function cellsOf({ clients }: Pick<Trial, 'clients'>, register: string, title: string): Promise<unknown[][]> {
  const { data } = await clients.sheets.spreadsheets.values.get({
    spreadsheetId: register,
    range: `'${title}'`,
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return data.values ?? [];
}

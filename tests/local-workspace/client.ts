// The real googleapis client, its requests sent to a local workspace instead of Google; and workspaces that close after a test.
import { generateKeyPairSync } from 'node:crypto';
import { cloudtasks } from 'googleapis/build/src/apis/cloudtasks/index.js';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach } from 'vitest';
import { rewriteToWorkspace } from '../../local-workspace/address.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../local-workspace/workspace.ts';

/** A moment that all tests start from: 2 March 2026, 09:00 in Hà Nội. */
export const START = Date.UTC(2026, 2, 2, 2);

const open: Workspace[] = [];
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.close();
});

/** A workspace that checks conformance and is closed after the test. */
export async function aWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const workspace = await startWorkspace({ now: () => START, conformance: true, taskBackoffScale: 0, ...options });
  open.push(workspace);
  return workspace;
}

type AuthClient = InstanceType<typeof auth.OAuth2> | InstanceType<typeof auth.JWT>;

function redirected<T extends AuthClient>(client: T, url: string): T {
  client.transporter.interceptors.request.add({
    resolved: (config) => Promise.resolve({ ...config, url: new URL(rewriteToWorkspace(url, String(config.url))) }),
  });
  return client;
}

function apisWith(client: AuthClient) {
  const options = { auth: client, retry: false } as const;
  return {
    sheets: sheets({ version: 'v4', ...options }),
    drive: drive({ version: 'v3', ...options }),
    gmail: gmail({ version: 'v1', ...options }),
    tasks: cloudtasks({ version: 'v2', ...options }),
  };
}

export type Apis = ReturnType<typeof apisWith>;

/** The APIs as a person who has given the application a refresh token. */
export function apisOf(workspace: { readonly url: string }, email = 'lan@hoi.example'): Apis {
  const client = new auth.OAuth2('client', 'secret');
  client.setCredentials({ refresh_token: `refresh:${email}` });
  return apisWith(redirected(client, workspace.url));
}

let key: string | undefined;

/** The APIs as a service account, or as the person it stands for. */
export function serviceApis(workspace: { readonly url: string }, email: string, subject?: string): Apis {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const client = new auth.JWT({
    email,
    key,
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    ...(subject === undefined ? {} : { subject }),
  });
  return apisWith(redirected(client, workspace.url));
}

export interface Refused {
  readonly code: number;
  readonly message: string;
  /** The body's error object. */
  readonly error: Record<string, unknown>;
}

/** The error a call ends in. Throws when it does not. */
export async function refusal(call: Promise<unknown>): Promise<Refused> {
  try {
    await call;
  } catch (thrown) {
    const { response } = thrown as { response?: { status: number; data: { error: Record<string, unknown> } } };
    if (response === undefined) throw thrown;
    const { error } = response.data;
    return { code: response.status, message: String(error.message), error };
  }
  throw new Error('the call was not refused');
}

/** A spreadsheet of that many rows and four columns on tab 7, and its id. */
export async function aSpreadsheet(apis: Apis, sheet: sheets_v4.Schema$Sheet = {}, locale = 'vi_VN'): Promise<string> {
  const properties = { sheetId: 7, title: 'Thành viên', gridProperties: { rowCount: 20, columnCount: 4 }, ...sheet.properties };
  const requestBody = { properties: { title: 'Sổ', locale }, sheets: [{ ...sheet, properties }] };
  const { data } = await apis.sheets.spreadsheets.create({ requestBody });
  return data.spreadsheetId ?? '';
}

/** Carries out a batch and gives the replies. */
export async function batch(
  apis: Apis,
  spreadsheetId: string,
  ...requests: sheets_v4.Schema$Request[]
): Promise<sheets_v4.Schema$Response[]> {
  const { data } = await apis.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data.replies ?? [];
}

/** The unformatted values of a range; undefined when Google leaves them out. */
export async function valuesOf(apis: Apis, spreadsheetId: string, range: string): Promise<unknown[][] | undefined> {
  const { data } = await apis.sheets.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption: 'UNFORMATTED_VALUE' });
  return data.values ?? undefined;
}

/** Text cells for updateCells. */
export function textRow(...texts: string[]): sheets_v4.Schema$RowData {
  return { values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })) };
}

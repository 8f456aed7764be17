// Workbooks with a bound script, and somebody who looks at the page: what the tests of the Apps Script face share.

import { script } from 'googleapis/build/src/apis/script/index.js';
import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import { rewriteToWorkspace } from '../../local-workspace/address.ts';
import type { PageEvent, RunAnswer } from '../../local-workspace/page/protocol.ts';
import type { Workspace } from '../../local-workspace/workspace.ts';
import { type Apis, apisOf, aSpreadsheet, batch } from './client.ts';

export const LAN = 'lan@hoi.example';
export const MINH = 'minh@hoi.example';
const AUTH = 'https://www.googleapis.com/auth/';

/** What the product's connected mode asks for. */
export const SCOPES = [
  `${AUTH}spreadsheets.currentonly`,
  `${AUTH}script.container.ui`,
  `${AUTH}script.external_request`,
  'openid',
  `${AUTH}userinfo.email`,
];

export interface Manifest {
  readonly scopes?: readonly string[];
  readonly services?: readonly { readonly userSymbol: string; readonly serviceId: string; readonly version: string }[];
}

/** The Apps Script API as a person. */
export function scriptApi(workspace: Workspace, email = LAN) {
  const client = new auth.OAuth2('client', 'secret');
  client.setCredentials({ refresh_token: `refresh:${email}` });
  client.transporter.interceptors.request.add({
    resolved: (config) => Promise.resolve({ ...config, url: new URL(rewriteToWorkspace(workspace.url, String(config.url))) }),
  });
  return script({ version: 'v1', auth: client, retry: false });
}

export const manifestOf = ({ scopes = SCOPES, services }: Manifest = {}): string =>
  JSON.stringify({
    timeZone: 'Asia/Ho_Chi_Minh',
    runtimeVersion: 'V8',
    oauthScopes: scopes,
    ...(services === undefined ? {} : { dependencies: { enabledAdvancedServices: services } }),
  });

export interface Bound {
  readonly id: string;
  readonly scriptId: string;
  readonly apis: Apis;
  /** Runs a function as a menu does, or with arguments as a dialog does. */
  readonly run: (name: string, args?: readonly unknown[], as?: string) => Promise<RunAnswer>;
  /** The value of an expression in the script's world, a function body if it says return. */
  readonly value: (expression: string) => Promise<unknown>;
  readonly push: (source: string, manifest?: Manifest) => Promise<void>;
}

/** A spreadsheet of Lan's on tab 7, shared with Minh, with this script in it; Lan and Minh have allowed everything. */
export async function aBoundScript(workspace: Workspace, source = '', manifest: Manifest = {}): Promise<Bound> {
  const apis = apisOf(workspace, LAN);
  const id = await aSpreadsheet(apis);
  await batch(apis, id, { updateSpreadsheetProperties: { properties: { timeZone: 'Asia/Ho_Chi_Minh' }, fields: 'timeZone' } });
  await apis.drive.permissions.create({ fileId: id, requestBody: { type: 'user', role: 'writer', emailAddress: MINH } });
  const api = scriptApi(workspace);
  const { data } = await api.projects.create({ requestBody: { title: 'Sổ', parentId: id } });
  const scriptId = data.scriptId ?? '';
  const push = async (code: string, given: Manifest = manifest): Promise<void> => {
    const files = [
      { name: 'appsscript', type: 'JSON', source: manifestOf(given) },
      { name: 'Code', type: 'SERVER_JS', source: code },
      { name: 'bang', type: 'HTML', source: '<!doctype html><html><head><title>Bảng</title></head><body>Theo dõi</body></html>' },
    ];
    await api.projects.updateContent({ scriptId, requestBody: { files } });
    for (const as of [LAN, MINH]) workspace.scripts.consent({ spreadsheet: id, as, allow: 'all' });
  };
  await push(source);
  const run: Bound['run'] = (name, args, as = LAN) =>
    workspace.scripts.run({ spreadsheet: id, as, function: name, ...(args === undefined ? {} : { args }) });
  const value = async (expression: string): Promise<unknown> => {
    await push(`function asked() { ${/\breturn\b/.test(expression) ? expression : `return (${expression});`} }`);
    const answer = await run('asked');
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
  return { id, scriptId, apis, run, value, push };
}

/** Somebody looks at the page: every event, kept; `react` may answer. */
export function watching(workspace: Workspace, react: (event: PageEvent) => void = () => {}): PageEvent[] {
  const events: PageEvent[] = [];
  workspace.bus.subscribe((event) => {
    events.push(event);
    react(event);
  });
  return events;
}

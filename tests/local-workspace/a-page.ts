// A workspace that serves its page over one workbook: Hà owns it, Lan may edit, Minh may only look.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Edit, EditAnswer, GridView, PageHost } from '../../local-workspace/page/protocol.ts';
import type { Workspace } from '../../local-workspace/workspace.ts';
import { type Apis, apisOf, aSpreadsheet, aWorkspace, START } from './client.ts';

export const OWNER = 'ha@hoi.example';
export const EDITOR = 'lan@hoi.example';
export const VIEWER = 'minh@hoi.example';
export const TAB = 7;

/** A block of that tab, as the Sheets API names it; 0-based. */
export const range = (row: number, column: number, rows = 1, columns = 1) => ({
  sheetId: TAB,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

export interface APage {
  readonly workspace: Workspace;
  readonly apis: Apis;
  readonly id: string;
  get<T>(name: string, parameters?: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly body: T }>;
  grid(as?: string): Promise<GridView>;
  edit(cells: Edit['cells'], change?: Partial<Edit>): Promise<EditAnswer>;
}

/** A host of one workbook, whose commands say what they were asked. */
export const aHost = (home: string): PageHost => ({
  setup: () => ({
    title: 'Không gian thử',
    home,
    strip: ['Gõ vào một ô.'],
    roles: [
      { id: 'lan', label: 'Lan', email: EDITOR },
      { id: 'minh', label: 'Minh', email: VIEWER },
    ],
    workbooks: [{ id: home, title: 'Sổ', group: 'Huyện' }],
    mailboxes: [{ email: EDITOR, label: 'Lan' }],
    clock: { now: START },
    commands: [{ id: 'echo', label: 'Nhắc lại', help: 'Nhắc lại điều đã nhập.' }],
  }),
  command: async (id, input, tell) => {
    tell('đang làm');
    if (id !== 'echo') throw new Error(`unknown command ${id}`);
    return `đã làm ${input ?? ''}`.trim();
  },
});

/** Starts one, closed after the test. */
export async function aPage(sheet: sheets_v4.Schema$Sheet = {}): Promise<APage> {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace, OWNER);
  const id = await aSpreadsheet(apis, sheet);
  for (const [role, emailAddress] of [
    ['writer', EDITOR],
    ['reader', VIEWER],
  ] as const)
    await apis.drive.permissions.create({ fileId: id, requestBody: { type: 'user', role, emailAddress } });
  await workspace.servePage(aHost(id));
  const get = async <T>(name: string, parameters: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${workspace.url}/_workspace/page/${name}?${new URLSearchParams(parameters)}`);
    return { status: answer.status, body: (await answer.json()) as T };
  };
  let edits = 0;
  return {
    workspace,
    apis,
    id,
    get,
    grid: async (as = EDITOR) => (await get<GridView>('grid', { spreadsheet: id, sheet: String(TAB), as })).body,
    edit: async (cells, change = {}) => {
      edits += 1;
      const edit: Edit = { id: `e${edits}`, spreadsheet: id, as: EDITOR, sheetId: TAB, row: 0, column: 0, kind: 'type', cells, ...change };
      return (await post(workspace, 'edit', edit)) as EditAnswer;
    },
  };
}

/** POST to a route of the page. */
export async function post(workspace: Workspace, name: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${workspace.url}/_workspace/page/${name}`, { method: 'POST', body: JSON.stringify(body) });
  return answer.json();
}

// A register with the sheet's own script bound to it, in a local workspace: people edit, the script follows as Google would run it.
import { build } from 'esbuild';
import { script } from 'googleapis/build/src/apis/script/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { localAccount } from '../../cli/local-google.ts';
import type { PageEvent } from '../../local-workspace/page/protocol.ts';
import type { Column } from '../../rules/register/column.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { ROOT } from '../../scripts/generators.ts';
import { type ScriptFile, SHEET_BUNDLE, sheetFiles } from '../../scripts/sheet-bundle.ts';
import { QUY_KY, type Trial } from '../functions/a-trial.ts';

export const LAN = 'lan@quyky.example';
export const MINH = 'minh@quyky.example';

/** What tests ask of the script beside what people can: the reading and the findings as text. */
const ASKED = `
import { edited } from './apps-script/on-edit.ts';
import * as whole from './apps-script/whole-script.ts';
export const onEdit = (event) => edited(event, () => whole);
import { checkWhole } from './apps-script/check-whole.ts';
import { sheetReading } from './apps-script/sheet-reading.ts';
import { TABS } from './rules/register/tabs.ts';
import { review } from './rules/reporting/review.ts';
const reading = () => sheetReading(SpreadsheetApp.getActive(), Object.values(TABS));
export const seenNow = () => {
  const seen = reading();
  return JSON.stringify({ grids: [...seen.grids], findings: review(seen, { now: Date.now(), parsePlan: JSON.parse }).findings });
};
export const checkNow = () => {
  const { review, summary, said } = checkWhole(SpreadsheetApp.getActive(), Date.now());
  return JSON.stringify({ findings: review === undefined ? [] : review.findings, summary, said });
};
`;

let asked: Promise<readonly ScriptFile[]> | undefined;

async function askedFiles(): Promise<readonly ScriptFile[]> {
  const names = ['onEdit', 'seenNow', 'checkNow'];
  const result = await build({
    ...SHEET_BUNDLE,
    stdin: { contents: ASKED, resolveDir: ROOT, loader: 'ts' },
    write: false,
    footer: { js: names.map((name) => `function ${name}() { return ishc.${name}.apply(this, arguments); }`).join('\n') },
  });
  const files = await sheetFiles('connected');
  const source = result.outputFiles[0]?.text ?? '';
  return files.map((file) => (file.name === 'Code' ? { ...file, source } : file));
}

/** Shares the register with people and binds the script to it. `built`: the very bundle that is deployed. */
export async function bindScript(
  trial: Trial,
  register: string,
  people: readonly string[] = [LAN],
  built = true,
  change: (source: string) => string = (source) => source,
): Promise<void> {
  const { workspace, clients } = trial;
  for (const emailAddress of people)
    await clients.drive.permissions.create({ fileId: register, requestBody: { type: 'user', role: 'writer', emailAddress } });
  asked ??= askedFiles();
  const files = built ? await sheetFiles('connected') : await asked;
  const projects = script({ version: 'v1', auth: localAccount(workspace.url, LAN) }).projects;
  const { data } = await projects.create({ requestBody: { title: 'Sổ CLB', parentId: register } });
  const scriptId = data.scriptId ?? '';
  await projects.updateContent({ scriptId, requestBody: { files: files.map((file) => ({ ...file, source: change(file.source) })) } });
  for (const as of people) workspace.scripts.consent({ spreadsheet: register, as, allow: 'all' });
}

/** Runs a function of the test's bundle and gives what it said. */
export async function ask<T>({ workspace }: Trial, register: string, name: string, as = LAN): Promise<T> {
  const answer = await workspace.scripts.run({ spreadsheet: register, as, function: name });
  if ('error' in answer) throw new Error(`${name}: ${answer.error}`);
  return JSON.parse(String(answer.value)) as T;
}

/** Cells are typed or pasted by a person, 1-based as the sheet counts, and the script has followed when this resolves. */
export async function typed(
  trial: Trial,
  register: string,
  tab: TabKey,
  row: number,
  column: number,
  cells: readonly (readonly CellValue[])[],
  as = LAN,
): Promise<void> {
  await put(trial, register, tab, row, column, cells, as);
  const { scripts } = trial.workspace;
  const place = { sheetId: TABS[tab].sheetId, row: row - 1, column: column - 1, rows: cells.length, columns: cells[0]?.length ?? 1 };
  scripts.edited({ spreadsheet: register, as, ...place });
  await scripts.idle();
}

/** Cells as people put them, without the script hearing of it. */
export async function put(
  { workspace }: Trial,
  register: string,
  tab: TabKey,
  row: number,
  column: number,
  cells: readonly (readonly CellValue[])[],
  as = LAN,
): Promise<void> {
  const book = sheets({ version: 'v4', auth: localAccount(workspace.url, as) }).spreadsheets;
  const range = {
    sheetId: TABS[tab].sheetId,
    startRowIndex: row - 1,
    endRowIndex: row - 1 + cells.length,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + (cells[0]?.length ?? 1),
  };
  await book.values.batchUpdateByDataFilter({
    spreadsheetId: register,
    requestBody: {
      valueInputOption: 'USER_ENTERED',
      data: [{ dataFilter: { gridRange: range }, majorDimension: 'ROWS', values: cells.map((line) => line.map((cell) => cell ?? '')) }],
    },
  });
}

/** What the script told people in the corner of their window. */
export function toastsOf({ workspace }: Trial): string[] {
  const heard: string[] = [];
  workspace.bus.subscribe((event: PageEvent) => {
    if (event.kind === 'toast') heard.push(event.text);
  });
  return heard;
}

/** The columns of members in the demo's plan, in their order. */
export const COLUMNS = Object.keys(TABS.members.columns).filter((key) => {
  const column: Column = TABS.members.columns[key as keyof typeof TABS.members.columns];
  return column.optional === undefined || QUY_KY.plan.optionalColumns.includes(`members.${key}`);
});
/** 1-based */
export const at = (column: string): number => COLUMNS.indexOf(column) + 1;
/** A row of members; what is not named stays blank. */
export const lineOf = (cells: { readonly [column: string]: CellValue }): CellValue[] => COLUMNS.map((key) => cells[key] ?? null);
/** A member in whom nothing has to be mended. */
export const aPerson = (index: number): CellValue[] =>
  lineOf({
    club: 'CLB01',
    name: `Lường Thị Hà ${index}`,
    birth: '1958',
    sex: 'Nữ',
    circumstance: 'Không',
    joined: '20/05/2024',
    consent: '20/05/2024',
  });

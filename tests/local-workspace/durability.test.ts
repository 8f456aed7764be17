import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { diffRows, patchRows } from '../../local-workspace/journal.ts';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, textRow, valuesOf } from './client.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  folders.push(folder);
  return folder;
}

/** The folder as a process killed at this moment would leave it. */
function asKilledNow(dataDir: string): string {
  const left = aFolder();
  cpSync(dataDir, left, { recursive: true });
  return left;
}

const line = (text: string, rowIndex = 0) => ({
  updateCells: { start: { sheetId: 7, rowIndex }, rows: [textRow(text)], fields: 'userEnteredValue' },
});

test('a killed process loses nothing that it answered: cells, formats, mail, tokens and ids', async () => {
  const dataDir = aFolder();
  const apis = apisOf(await aWorkspace({ dataDir }));
  const id = await aSpreadsheet(apis);
  const range = { sheetId: 7, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  await batch(apis, id, line('Lan'), {
    repeatCell: { range, cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } }, fields: 'userEnteredFormat' },
  });
  await refusal(batch(apis, id, line('Minh'), { deleteSheet: { sheetId: 9 } }));
  const raw = Buffer.from('To: ha@huyen.example\r\n\r\nx').toString('base64url');
  const { data: draft } = await apis.gmail.users.drafts.create({ userId: 'me', requestBody: { message: { raw } } });

  const again = apisOf(await aWorkspace({ dataDir: asKilledNow(dataDir) }));
  expect(await valuesOf(again, id, 'A1:A2')).toEqual([['Lan']]);
  const { data } = await again.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['A5'],
    fields: 'sheets.data.rowData.values.userEnteredFormat',
  });
  expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat?.numberFormat?.type).toBe('TEXT');
  expect((await again.gmail.users.drafts.send({ userId: 'me', requestBody: { id: draft.id ?? '' } })).data.labelIds).toEqual(['SENT']);
  expect(await aSpreadsheet(again)).not.toBe(id);
});

test('a line torn by the kill is ignored, and writing goes on after it', async () => {
  const dataDir = aFolder();
  const apis = apisOf(await aWorkspace({ dataDir }));
  const id = await aSpreadsheet(apis);
  const left = asKilledNow(dataDir);
  appendFileSync(join(left, 'journal.jsonl'), '[{"c":"grids","k":"');
  const again = apisOf(await aWorkspace({ dataDir: left }));
  await batch(again, id, line('Hà'));
  const third = apisOf(await aWorkspace({ dataDir: asKilledNow(left) }));
  expect(await valuesOf(third, id, 'A1')).toEqual([['Hà']]);
});

test('a journal damaged in the middle is refused, with its line', async () => {
  const dataDir = aFolder();
  const workspace = await aWorkspace({ dataDir });
  await aSpreadsheet(apisOf(workspace));
  const left = asKilledNow(dataDir);
  const file = join(left, 'journal.jsonl');
  writeFileSync(file, `{broken\n${readFileSync(file, 'utf8')}`);
  await expect(aWorkspace({ dataDir: left })).rejects.toThrow(/line 1 is damaged/);
});

test('refuses a folder that another workspace has open, and takes over the lock of a dead process', async () => {
  const dataDir = aFolder();
  const workspace = await aWorkspace({ dataDir });
  await expect(aWorkspace({ dataDir })).rejects.toThrow(/already open in process \d+/);
  await workspace.close();
  writeFileSync(join(dataDir, 'lock'), '4194305\n');
  await aWorkspace({ dataDir });
});

test('takes over a lock that names nobody: its writer was killed before it had written', async () => {
  const dataDir = aFolder();
  writeFileSync(join(dataDir, 'lock'), '');
  await aWorkspace({ dataDir });
});

test('a pending task survives a kill and is dispatched after reopening', async () => {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/later`;
  const dataDir = aFolder();
  const apis = apisOf(await aWorkspace({ dataDir }));
  const parent = 'projects/p/locations/l';
  await apis.tasks.projects.locations.queues.create({ parent, requestBody: { name: `${parent}/queues/q` } });
  await apis.tasks.projects.locations.queues.pause({ name: `${parent}/queues/q` });
  await apis.tasks.projects.locations.queues.tasks.create({
    parent: `${parent}/queues/q`,
    requestBody: { task: { httpRequest: { url } } },
  });
  const reopened = await aWorkspace({ dataDir: asKilledNow(dataDir) });
  await apisOf(reopened).tasks.projects.locations.queues.resume({ name: `${parent}/queues/q` });
  await reopened.idle();
  server.close();
  expect(calls).toEqual(['/later']);
});

test('equal rows are journalled as one run and come back as they were', () => {
  const row = [{ f: 1 }];
  const after = [null, ...new Array<unknown>(998).fill(row), [{ v: { stringValue: 'Lan' } }]];
  const patch = diffRows([null, null], after);
  expect(patch.runs).toHaveLength(2);
  expect(patchRows([null, null], patch)).toEqual(after);
  expect(patchRows(after, diffRows(after, after.slice(0, 3)))).toEqual(after.slice(0, 3));
});

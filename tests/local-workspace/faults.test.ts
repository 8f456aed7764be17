import { expect, test } from 'vitest';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, START, textRow, valuesOf } from './client.ts';

const line = (text: string) => ({ updateCells: { start: { sheetId: 7 }, rows: [textRow(text)], fields: 'userEnteredValue' } });

test("an injected status is Google's error and nothing is carried out, as often as asked", async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const id = await aSpreadsheet(apis);
  workspace.fault({ match: ({ method }) => method === 'sheets.spreadsheets.batchUpdate', times: 2, kind: 'status', status: 503 });
  for (let time = 0; time < 2; time += 1) {
    expect((await refusal(batch(apis, id, line('Lan')))).error).toEqual({
      code: 503,
      message: 'The service is currently unavailable.',
      status: 'UNAVAILABLE',
    });
  }
  expect(await valuesOf(apis, id, 'A1')).toBeUndefined();
  await batch(apis, id, line('Lan'));
  expect(await valuesOf(apis, id, 'A1')).toEqual([['Lan']]);
});

test('a lost answer was carried out; a refused connection was not', async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const id = await aSpreadsheet(apis);
  workspace.fault({ match: ({ body }) => JSON.stringify(body).includes('Lan'), kind: 'lost' });
  await expect(batch(apis, id, line('Lan'))).rejects.toThrow();
  expect(await valuesOf(apis, id, 'A1')).toEqual([['Lan']]);
  workspace.fault({ match: ({ service }) => service === 'sheets', kind: 'refuse' });
  await expect(batch(apis, id, line('Minh'))).rejects.toThrow();
  expect(await valuesOf(apis, id, 'A1')).toEqual([['Lan']]);
});

test('faults can be set from outside by a form, and a form that is none is refused', async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const send = (form: Record<string, string>) =>
    fetch(`${workspace.url}/_workspace/faults`, { method: 'POST', body: new URLSearchParams(form) });
  expect((await send({ service: 'gmail', method: 'drafts.send', kind: 'status', status: '429' })).status).toBe(200);
  expect((await send({ kind: 'status' })).status).toBe(400);
  expect((await refusal(apis.gmail.users.drafts.send({ userId: 'me', requestBody: { id: 'r1' } }))).code).toBe(429);
  expect((await refusal(apis.gmail.users.drafts.send({ userId: 'me', requestBody: { id: 'r1' } }))).code).toBe(404);
});

test('logs each request with its method, status and time', async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  await refusal(apis.sheets.spreadsheets.get({ spreadsheetId: 'none' }));
  expect(workspace.log).toEqual([
    { method: 'oauth2.token', service: 'oauth2', path: '/oauth2.googleapis.com/token', status: 200, at: START },
    { method: 'sheets.spreadsheets.get', service: 'sheets', path: '/sheets.googleapis.com/v4/spreadsheets/none', status: 404, at: START },
  ]);
});

test('tells its health and time; the clock moves only when it is its own', async () => {
  const given = await aWorkspace();
  expect(await (await fetch(`${given.url}/_workspace/health`)).json()).toEqual({ ok: true, now: START });
  const move = (url: string) =>
    fetch(`${url}/_workspace/clock`, { method: 'POST', body: new URLSearchParams({ now: '2024-12-20T01:00:00Z' }) });
  expect((await move(given.url)).status).toBe(400);
  const { startWorkspace } = await import('../../local-workspace/workspace.ts');
  const own = await startWorkspace();
  await move(own.url);
  const { now } = (await (await fetch(`${own.url}/_workspace/clock`)).json()) as { now: number };
  await own.close();
  expect(new Date(now).toISOString().slice(0, 13)).toBe('2024-12-20T01');
});

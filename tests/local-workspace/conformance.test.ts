import { expect, test } from 'vitest';
import { rewriteToWorkspace } from '../../local-workspace/address.ts';
import { apisOf, aSpreadsheet, aWorkspace, refusal } from './client.ts';

test.each([
  ['an unknown name', { requests: [{ updateCells: { feilds: '*' } }] }, 'feilds'],
  ['a wrong type', { requests: [{ deleteSheet: { sheetId: 'bảy' } }] }, 'must be integer'],
  ['a value that is none of the enum', { requests: [{ sortRange: { sortSpecs: [{ sortOrder: 'UP' }] } }] }, 'ASCENDING'],
])('catches %s in a request', async (_name, requestBody, told) => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const id = await aSpreadsheet(apis);
  const failed = await refusal(apis.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: requestBody as object }));
  expect(failed.code).toBe(500);
  expect(failed.message).toContain(told);
  expect(workspace.violations).toEqual([expect.stringContaining('request of sheets.spreadsheets.batchUpdate')]);
});

test('catches a query parameter that the method does not have', async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const failed = await refusal(apis.drive.files.list({ pagesize: 3 } as object));
  expect(failed.message).toContain('unknown query parameter pagesize');
});

test("finds nothing wrong with the workspace's own answers", async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  await aSpreadsheet(apis);
  await apis.drive.files.list({ fields: '*' });
  await apis.gmail.users.labels.list({ userId: 'me' });
  expect(workspace.violations).toEqual([]);
});

test.each([
  ['https://sheets.googleapis.com/v4/spreadsheets/ID', '/sheets.googleapis.com/v4/spreadsheets/ID'],
  ['https://www.googleapis.com/drive/v3/files?q=a%20b', '/www.googleapis.com/drive/v3/files?q=a%20b'],
  ['https://gmail.googleapis.com/upload/gmail/v1/users/me/drafts', '/gmail.googleapis.com/upload/gmail/v1/users/me/drafts'],
  ['https://oauth2.googleapis.com/token', '/oauth2.googleapis.com/token'],
])('answers for %s at %s', (google, local) => {
  expect(rewriteToWorkspace('http://127.0.0.1:8123/', google)).toBe(`http://127.0.0.1:8123${local}`);
});

test.each(['https://example.com/x', 'https://googleapis.com.evil.example/x', 'http://127.0.0.1:9/x'])('leaves %s alone', (url) => {
  expect(rewriteToWorkspace('http://127.0.0.1:8123', url)).toBe(url);
});

import { expect, test } from 'vitest';
import { applyMask, parseMask } from '../../local-workspace/field-mask.ts';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, serviceApis } from './client.ts';

test.each([
  ['a/b', { a: { b: 1 } }],
  ['a.b,a(c)', { a: { b: 1, c: 2 } }],
  ['a(b,c),d', { a: { b: 1, c: 2 }, d: [{ e: 4 }, { e: 5, f: 6 }] }],
  ['d.e', { d: [{ e: 4 }, { e: 5 }] }],
  ['d/*', { d: [{ e: 4 }, { e: 5, f: 6 }] }],
  ['a,a/b', { a: { b: 1, c: 2 } }],
  ['*', { a: { b: 1, c: 2 }, d: [{ e: 4 }, { e: 5, f: 6 }] }],
])('the mask %s lets through %j', (text, kept) => {
  const answer = { a: { b: 1, c: 2 }, d: [{ e: 4 }, { e: 5, f: 6 }] };
  expect(applyMask(parseMask(text) ?? {}, answer)).toEqual(kept);
});

test.each(['', 'a(', 'a,', 'a//b', 'a)b'])('%j is no mask', (text) => {
  expect(parseMask(text)).toBeUndefined();
});

test('refuses a mask that names a field the answer does not have', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const failed = await refusal(apis.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.color' }));
  expect(failed).toMatchObject({
    code: 400,
    error: { status: 'INVALID_ARGUMENT', details: [{ fieldViolations: [{ field: 'sheets.color' }] }] },
  });
});

test("refuses unknown names in Google's words and shape", async () => {
  const apis = apisOf(await aWorkspace({ conformance: false }));
  const id = await aSpreadsheet(apis);
  const requests = [{ updateCells: { colour: 'red', fields: '*' } }];
  const failed = await refusal(apis.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } as object }));
  const description = 'Invalid JSON payload received. Unknown name "colour" at \'requests[0].update_cells\': Cannot find field.';
  expect(failed.error).toEqual({
    code: 400,
    message: description,
    status: 'INVALID_ARGUMENT',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: 'requests[0].update_cells', description }] },
    ],
  });
});

test('answers 401 without a token it has given, 404 for a path it does not know, 501 for a method it does not serve', async () => {
  const { url } = await aWorkspace();
  const naked = await fetch(`${url}/sheets.googleapis.com/v4/spreadsheets/x`);
  expect(naked.status).toBe(401);
  expect(await naked.json()).toMatchObject({ error: { code: 401, status: 'UNAUTHENTICATED' } });
  const lost = await fetch(`${url}/sheets.googleapis.com/v5/spreadsheets/x`);
  expect(await lost.json()).toMatchObject({ error: { code: 404, status: 'NOT_FOUND' } });
  const apis = apisOf({ url });
  expect(await refusal(apis.gmail.users.stop({ userId: 'me' }))).toMatchObject({
    code: 501,
    message: expect.stringContaining('gmail.users.stop'),
  });
});

test('a spreadsheet that does not exist is 404, one of somebody else 403', async () => {
  const workspace = await aWorkspace();
  const id = await aSpreadsheet(apisOf(workspace));
  const minh = apisOf(workspace, 'minh@hoi.example');
  expect(await refusal(minh.sheets.spreadsheets.get({ spreadsheetId: 'none' }))).toMatchObject({
    code: 404,
    message: 'Requested entity was not found.',
  });
  expect(await refusal(minh.sheets.spreadsheets.get({ spreadsheetId: id }))).toMatchObject({
    code: 403,
    error: { status: 'PERMISSION_DENIED' },
  });
});

test('a service account owns no files and has no mailbox, but edits what is shared with it and may stand for a person', async () => {
  const workspace = await aWorkspace();
  const robot = serviceApis(workspace, 'robot@project.iam.gserviceaccount.com');
  expect((await refusal(aSpreadsheet(robot))).code).toBe(403);
  expect(await refusal(robot.gmail.users.getProfile({ userId: 'me' }))).toMatchObject({
    code: 400,
    error: { status: 'FAILED_PRECONDITION' },
  });
  const lan = serviceApis(workspace, 'robot@project.iam.gserviceaccount.com', 'lan@hoi.example');
  const id = await aSpreadsheet(lan);
  await lan.drive.permissions.create({
    fileId: id,
    requestBody: { type: 'user', role: 'writer', emailAddress: 'robot@project.iam.gserviceaccount.com' },
  });
  await batch(robot, id, { updateSheetProperties: { properties: { sheetId: 7, hidden: false, title: 'Mới' }, fields: 'title' } });
  expect((await lan.gmail.users.getProfile({ userId: 'me' })).data.emailAddress).toBe('lan@hoi.example');
});

test('keeps idle connections open: a caller in the same process may be busy for seconds', async () => {
  const { url } = await aWorkspace();
  const response = await fetch(url);
  await response.arrayBuffer();
  expect(response.headers.get('connection')).toBe('keep-alive');
  expect(response.headers.get('keep-alive')).toBeNull(); // no hint of a time after which it is closed
});

import { expect, test } from 'vitest';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, START, serviceApis, textRow, valuesOf } from './client.ts';

test('lists what changed since a moment, page by page, and writes move modifiedTime', async () => {
  let now = START;
  const apis = apisOf(await aWorkspace({ now: () => now }));
  const ids = [await aSpreadsheet(apis), await aSpreadsheet(apis), await aSpreadsheet(apis)];
  now += 60_000;
  for (const id of ids.slice(0, 2)) await batch(apis, id, { updateCells: { start: { sheetId: 7 }, rows: [textRow('x')], fields: '*' } });
  const q = `mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false and modifiedTime > '${new Date(START).toISOString()}'`;
  const list = (pageToken?: string) =>
    apis.drive.files.list({
      q,
      pageSize: 1,
      orderBy: 'modifiedTime',
      fields: 'nextPageToken,files(id,modifiedTime)',
      ...(pageToken === undefined ? {} : { pageToken }),
    });
  const first = (await list()).data;
  const second = (await list(first.nextPageToken ?? '')).data;
  expect([...(first.files ?? []), ...(second.files ?? [])].map((file) => file.id).sort()).toEqual(ids.slice(0, 2).sort());
  expect(second.nextPageToken).toBeUndefined();
  expect(first.files?.[0]?.modifiedTime).toBe(new Date(START + 60_000).toISOString());
});

test('keeps folders, finds files in them, and answers only the basics without a mask', async () => {
  const { drive } = apisOf(await aWorkspace());
  const { data: folder } = await drive.files.create({ requestBody: { name: 'Huyện', mimeType: 'application/vnd.google-apps.folder' } });
  const parents = [folder.id ?? ''];
  const { data: file } = await drive.files.create({
    requestBody: { name: 'Xã Minh', mimeType: 'application/vnd.google-apps.spreadsheet', parents },
  });
  expect(Object.keys(file).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
  const { data } = await drive.files.list({ q: `'${folder.id}' in parents and not name contains 'Hà'`, fields: 'files(name,parents)' });
  expect(data.files).toEqual([{ name: 'Xã Minh', parents }]);
  expect((await refusal(drive.files.list({ q: 'size > 5' }))).error).toMatchObject({
    code: 400,
    errors: [{ reason: 'invalid', location: 'q' }],
  });
});

test('a copy has its own id and content, and the title follows the file', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await batch(apis, id, { updateCells: { start: { sheetId: 7 }, rows: [textRow('Lan')], fields: '*' } });
  const { data } = await apis.drive.files.copy({ fileId: id, requestBody: { name: 'Bản sao' } });
  const copy = data.id ?? '';
  await batch(apis, copy, { updateCells: { start: { sheetId: 7 }, rows: [textRow('Hà')], fields: '*' } });
  expect(await valuesOf(apis, id, 'A1')).toEqual([['Lan']]);
  await apis.drive.files.update({ fileId: copy, requestBody: { name: 'Đổi tên' } });
  expect((await apis.sheets.spreadsheets.get({ spreadsheetId: copy, fields: 'properties.title' })).data.properties?.title).toBe('Đổi tên');
});

test('shares with a person, with anyone, and takes it back', async () => {
  const workspace = await aWorkspace();
  const lan = apisOf(workspace);
  const minh = apisOf(workspace, 'minh@hoi.example');
  const id = await aSpreadsheet(lan);
  const share = async (requestBody: { type: string; role: string; emailAddress?: string }) =>
    (await lan.drive.permissions.create({ fileId: id, requestBody, sendNotificationEmail: false })).data.id ?? '';
  const permissionId = await share({ type: 'user', role: 'reader', emailAddress: 'minh@hoi.example' });
  expect(await valuesOf(minh, id, 'A1')).toBeUndefined();
  expect((await refusal(batch(minh, id, { autoResizeDimensions: { dimensions: { sheetId: 7, dimension: 'ROWS' } } }))).code).toBe(403);
  await lan.drive.permissions.delete({ fileId: id, permissionId });
  expect((await refusal(minh.drive.files.get({ fileId: id }))).error).toMatchObject({
    code: 404,
    message: `File not found: ${id}.`,
    errors: [{ reason: 'notFound' }],
  });
  await share({ type: 'anyone', role: 'reader' });
  const { data } = await lan.drive.permissions.list({ fileId: id, fields: 'permissions(id,type,role)' });
  expect(data.permissions).toContainEqual({ id: 'anyoneWithLink', type: 'anyone', role: 'reader' });
});

test('a service account creates files in a shared drive of which it is a member, and only with supportsAllDrives', async () => {
  const workspace = await aWorkspace();
  const lan = apisOf(workspace);
  const robot = serviceApis(workspace, 'robot@project.iam.gserviceaccount.com');
  const { data: shared } = await lan.drive.drives.create({ requestId: 'r1', requestBody: { name: 'Sổ của tỉnh' } });
  const driveId = shared.id ?? '';
  const member = { type: 'user', role: 'writer', emailAddress: 'robot@project.iam.gserviceaccount.com' };
  await lan.drive.permissions.create({ fileId: driveId, supportsAllDrives: true, requestBody: member });
  const requestBody = { name: 'Sổ', mimeType: 'application/vnd.google-apps.spreadsheet', parents: [driveId] };
  const { data: file } = await robot.drive.files.create({ supportsAllDrives: true, requestBody });
  expect((await refusal(lan.drive.files.get({ fileId: file.id ?? '' }))).code).toBe(404);
  const { data } = await lan.drive.files.list({
    corpora: 'drive',
    driveId,
    includeItemsFromAllDrives: true,
    supportsAllDrives: true,
    q: 'trashed = false',
  });
  expect(data.files?.map(({ name }) => name)).toContain('Sổ');
  expect((await refusal(robot.drive.files.create({ requestBody: { ...requestBody, parents: [] } }))).error).toMatchObject({
    code: 403,
    errors: [{ reason: 'storageQuotaExceeded' }],
  });
});

test('puts a file into the bin, and deletes it for good', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await apis.drive.files.update({ fileId: id, requestBody: { trashed: true } });
  expect((await apis.drive.files.list({ q: 'trashed = false' })).data.files).toEqual([]);
  await apis.drive.files.delete({ fileId: id });
  expect((await refusal(apis.sheets.spreadsheets.get({ spreadsheetId: id }))).code).toBe(404);
});

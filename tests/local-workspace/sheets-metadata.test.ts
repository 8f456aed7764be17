import { expect, test } from 'vitest';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, textRow, valuesOf } from './client.ts';

const marker = (metadataId: number, metadataValue: string) => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey: 'delivery', metadataValue, visibility: 'DOCUMENT', location: { spreadsheet: true } },
  },
});
const line = (text: string) => ({ updateCells: { start: { sheetId: 7 }, rows: [textRow(text)], fields: 'userEnteredValue' } });

test('of two batches that create one metadata id the first wins and the second writes nothing', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await batch(apis, id, marker(42, 'Lan'), line('Lan'));
  const lost = await refusal(batch(apis, id, line('Minh'), marker(42, 'Minh')));
  expect(lost).toMatchObject({ code: 400, error: { status: 'INVALID_ARGUMENT' } });
  expect(lost.message).toContain('requests[1].createDeveloperMetadata');
  expect(await valuesOf(apis, id, 'A1')).toEqual([['Lan']]);
  const { data } = await apis.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 42 });
  expect(data).toEqual({
    metadataId: 42,
    metadataKey: 'delivery',
    metadataValue: 'Lan',
    visibility: 'DOCUMENT',
    location: { locationType: 'SPREADSHEET', spreadsheet: true },
  });
});

test('finds metadata by key and deletes it, after which its id is free again', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await batch(apis, id, marker(1, 'Hà'), marker(2, 'Lan'));
  const lookup = { dataFilters: [{ developerMetadataLookup: { metadataKey: 'delivery', metadataValue: 'Lan' } }] };
  const { data } = await apis.sheets.spreadsheets.developerMetadata.search({ spreadsheetId: id, requestBody: lookup });
  expect(data.matchedDeveloperMetadata?.map((match) => match.developerMetadata?.metadataId)).toEqual([2]);
  await batch(apis, id, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: 2 } } } });
  expect((await refusal(apis.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 2 }))).code).toBe(404);
  await batch(apis, id, marker(2, 'Minh'));
});

test('changes the value of metadata that a filter selects', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const [, updated] = await batch(apis, id, marker(5, 'cũ'), {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: 5 } }],
      developerMetadata: { metadataValue: 'mới' },
      fields: 'metadataValue',
    },
  });
  expect(updated?.updateDeveloperMetadata?.developerMetadata).toMatchObject([
    { metadataId: 5, metadataKey: 'delivery', metadataValue: 'mới' },
  ]);
});

test('refuses more than 30,000 characters of metadata on the spreadsheet', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await batch(apis, id, marker(1, 'x'.repeat(29_000)));
  expect((await refusal(batch(apis, id, marker(2, 'x'.repeat(2000))))).message).toMatch(/quota/);
});

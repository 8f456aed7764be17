import { expect, test } from 'vitest';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, START, valuesOf } from './client.ts';

const put = (apis: ReturnType<typeof apisOf>, spreadsheetId: string, range: string, values: unknown[][], valueInputOption = 'RAW') =>
  apis.sheets.spreadsheets.values.update({ spreadsheetId, range, valueInputOption, requestBody: { values } });

test('trims empty rows and cells at the end, keeps gaps, and leaves values out when there are none', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await put(apis, id, 'Thành viên!A2:C4', [
    ['Lan', '', ''],
    ['', '', 3],
    ['', '', ''],
  ]);
  expect(await valuesOf(apis, id, 'Thành viên')).toEqual([[], ['Lan'], ['', '', 3]]);
  const { data } = await apis.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'Thành viên!A4:D9' });
  expect(data).toEqual({ range: "'Thành viên'!A4:D9", majorDimension: 'ROWS' });
});

test('cuts a range that reaches past the grid, and refuses one that begins there', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const { data } = await apis.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'Thành viên!B:ZZ' });
  expect(data.range).toBe("'Thành viên'!B1:D20");
  expect((await refusal(valuesOf(apis, id, 'Thành viên!A21'))).message).toBe(
    "Range ('Thành viên'!A21) exceeds grid limits. Max rows: 20, max columns: 4",
  );
  expect((await refusal(valuesOf(apis, id, 'Quỹ!A1'))).message).toBe('Unable to parse range: Quỹ!A1');
});

test('RAW keeps a typed formula, date and number as text; null leaves a cell and an empty text clears it', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await put(apis, id, 'Thành viên!A1:D1', [['=1+1', '02/03/2026', '1.234', true]]);
  await put(apis, id, 'Thành viên!A1:C1', [[null, '', 7]]);
  expect(await valuesOf(apis, id, 'Thành viên!A1:D1')).toEqual([['=1+1', '', 7, true]]);
});

test('USER_ENTERED reads Vietnamese dates and numbers, shows them so, and gives serials unformatted', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await put(apis, id, 'Thành viên!A1:D1', [['02/03/2026', '1.234.567,8', '50%', '=HYPERLINK("#gid=7";"TV0001")']], 'USER_ENTERED');
  expect(await valuesOf(apis, id, 'Thành viên!A1:D1')).toEqual([[46083, 1234567.8, 0.5, 'TV0001']]);
  const shown = await apis.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'Thành viên!A1:D1' });
  expect(shown.data.values).toEqual([['02/03/2026', '1.234.567,80', '50%', 'TV0001']]);
  const formulas = await apis.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'Thành viên!D1', valueRenderOption: 'FORMULA' });
  expect(formulas.data.values).toEqual([['=HYPERLINK("#gid=7";"TV0001")']]);
});

test('a text column keeps what is typed, and an uncalculated formula shows an error instead of a guess', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
  await batch(apis, id, {
    repeatCell: { range: { sheetId: 7, startColumnIndex: 0, endColumnIndex: 1 }, cell, fields: 'userEnteredFormat.numberFormat' },
  });
  await put(apis, id, 'Thành viên!A1:B1', [['0912345678', '=SUM(1;2)']], 'USER_ENTERED');
  expect(await valuesOf(apis, id, 'Thành viên!A1:B1')).toEqual([['0912345678', '#ERROR!']]);
});

test('append continues the table and grows the grid; update does not grow it', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis, { properties: { gridProperties: { rowCount: 2, columnCount: 2 } } });
  await put(apis, id, 'Thành viên!A1:B2', [
    ['Mã', 'Tên'],
    ['TV1', 'Lan'],
  ]);
  const { data } = await apis.sheets.spreadsheets.values.append({
    spreadsheetId: id,
    range: 'Thành viên!A1:B1',
    valueInputOption: 'RAW',
    requestBody: {
      values: [
        ['TV2', 'Minh'],
        ['TV3', 'Hà'],
      ],
    },
  });
  expect(data).toMatchObject({
    tableRange: "'Thành viên'!A1:B2",
    updates: { updatedRange: "'Thành viên'!A3:B4", updatedRows: 2, updatedCells: 4 },
  });
  expect((await refusal(put(apis, id, 'Thành viên!A5', [['TV4']]))).message).toContain('exceeds grid limits. Max rows: 4, max columns: 2');
});

test('refuses more values than the range has room for, and a write without an input option', async () => {
  const apis = apisOf(await aWorkspace({ conformance: false }));
  const id = await aSpreadsheet(apis);
  expect((await refusal(put(apis, id, 'Thành viên!A1:B1', [['1', '2', '3']]))).message).toBe(
    "Requested writing within range ['Thành viên'!A1:B1], but tried writing to column [C]",
  );
  const bare = apis.sheets.spreadsheets.values.update({ spreadsheetId: id, range: 'A1', requestBody: { values: [['1']] } });
  expect((await refusal(bare)).message).toBe("'valueInputOption' is required but not specified");
});

test('reads tabs by their id whatever their title, and refuses an id that is not there', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  await put(apis, id, 'Thành viên!A1', [['Hà']]);
  await batch(apis, id, { updateSheetProperties: { properties: { sheetId: 7, title: 'Đổi tên' }, fields: 'title' } });
  const read = (sheetId: number) =>
    apis.sheets.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId: id,
      requestBody: { dataFilters: [{ gridRange: { sheetId } }], valueRenderOption: 'UNFORMATTED_VALUE' },
    });
  const { data } = await read(7);
  expect(data.valueRanges).toEqual([
    { valueRange: { range: "'Đổi tên'!A1:D20", majorDimension: 'ROWS', values: [['Hà']] }, dataFilters: [{ gridRange: { sheetId: 7 } }] },
  ]);
  expect(await refusal(read(8))).toMatchObject({ code: 400, message: expect.stringContaining('No grid with id: 8') });
});

test('writes and clears by data filter and counts what changed', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const dataFilter = { gridRange: { sheetId: 7, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 } };
  const { data } = await apis.sheets.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId: id,
    requestBody: {
      valueInputOption: 'RAW',
      data: [
        {
          dataFilter,
          values: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ],
    },
  });
  expect(data).toMatchObject({ totalUpdatedCells: 4, totalUpdatedSheets: 1 });
  await apis.sheets.spreadsheets.values.batchClearByDataFilter({ spreadsheetId: id, requestBody: { dataFilters: [dataFilter] } });
  expect(await valuesOf(apis, id, 'Thành viên')).toBeUndefined();
});

test('answers 429 when the minute of a user is full, and serves again in the next', async () => {
  let now = START;
  const apis = apisOf(await aWorkspace({ now: () => now, quotas: { sheets: { readsPerUser: 1 } } }));
  const id = await aSpreadsheet(apis);
  await valuesOf(apis, id, 'A1');
  expect(await refusal(valuesOf(apis, id, 'A1'))).toMatchObject({ code: 429, error: { status: 'RESOURCE_EXHAUSTED' } });
  now += 60_000;
  expect(await valuesOf(apis, id, 'A1')).toBeUndefined();
});

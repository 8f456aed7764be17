import { expect, test } from 'vitest';
import { apisOf, aSpreadsheet, aWorkspace, batch, refusal, textRow, valuesOf } from './client.ts';

test('creates a spreadsheet with fixed tab ids, cells, protection and colours, and gives them back', async () => {
  const apis = apisOf(await aWorkspace());
  const { data } = await apis.sheets.spreadsheets.create({
    requestBody: {
      properties: { title: 'Sổ CLB xã Minh', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        {
          properties: { sheetId: 11, title: 'Câu lạc bộ', gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 } },
          data: [
            {
              rowData: [
                {
                  values: [
                    { userEnteredValue: { stringValue: 'Mã' }, note: 'Không sửa', userEnteredFormat: { textFormat: { bold: true } } },
                  ],
                },
              ],
              columnMetadata: [{ pixelSize: 80 }],
            },
          ],
          protectedRanges: [{ range: { startRowIndex: 0, endRowIndex: 1 }, warningOnly: true, description: 'tiêu đề' }],
          conditionalFormats: [
            { ranges: [{ startRowIndex: 1 }], booleanRule: { condition: { type: 'NOT_BLANK' }, format: { backgroundColor: { red: 1 } } } },
          ],
        },
      ],
    },
  });
  const { data: read } = await apis.sheets.spreadsheets.get({ spreadsheetId: data.spreadsheetId ?? '', includeGridData: true });
  const sheet = read.sheets?.[0];
  expect(sheet?.properties).toMatchObject({ sheetId: 11, title: 'Câu lạc bộ', index: 0, sheetType: 'GRID' });
  expect(sheet?.data?.[0]?.rowData?.[0]?.values?.[0]).toMatchObject({
    formattedValue: 'Mã',
    note: 'Không sửa',
    effectiveFormat: { textFormat: { bold: true, fontSize: 10 } },
  });
  expect(sheet?.data?.[0]?.columnMetadata?.map((column) => column.pixelSize)).toEqual([80, 100, 100]);
  expect(sheet?.protectedRanges?.[0]).toMatchObject({ range: { sheetId: 11 }, warningOnly: true, requestingUserCanEdit: true });
  expect(sheet?.conditionalFormats?.[0]?.ranges).toEqual([{ sheetId: 11, startRowIndex: 1 }]);
});

test('carries out nothing of a batch in which one request fails', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const failed = await refusal(
    batch(
      apis,
      id,
      { updateCells: { start: { sheetId: 7 }, rows: [textRow('Lan')], fields: 'userEnteredValue' } },
      { addSheet: { properties: { sheetId: 8, title: 'Vay vốn' } } },
      { updateCells: { start: { sheetId: 99 }, rows: [textRow('Minh')], fields: 'userEnteredValue' } },
    ),
  );
  expect(failed).toMatchObject({ code: 400, message: 'Invalid requests[2].updateCells: No grid with id: 99' });
  expect(await valuesOf(apis, id, 'Thành viên')).toBeUndefined();
  const { data } = await apis.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.properties.sheetId' });
  expect(data).toEqual({ sheets: [{ properties: { sheetId: 7 } }] });
});

test('clears the cells of an updateCells range that get no data, of what the mask names and no more', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const bold = { userEnteredFormat: { textFormat: { bold: true } } };
  await batch(
    apis,
    id,
    {
      repeatCell: {
        range: { sheetId: 7, endRowIndex: 3, endColumnIndex: 2 },
        cell: { userEnteredValue: { stringValue: 'cũ' }, ...bold },
        fields: '*',
      },
    },
    { updateCells: { range: { sheetId: 7, endRowIndex: 3, endColumnIndex: 2 }, rows: [textRow('Hà')], fields: 'userEnteredValue' } },
  );
  expect(await valuesOf(apis, id, "'Thành viên'!A1:B3")).toEqual([['Hà']]);
  const { data } = await apis.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["'Thành viên'!B3"],
    fields: 'sheets.data.rowData.values.userEnteredFormat',
  });
  expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([bold]);
});

test.each([
  [
    'a row below the grid',
    { start: { sheetId: 7, rowIndex: 20 }, rows: [textRow('x')] },
    /exceeds grid limits\. Max rows: 20, max columns: 4/,
  ],
  ['a column beyond the grid', { start: { sheetId: 7 }, rows: [textRow('1', '2', '3', '4', '5')] }, /exceeds grid limits/],
  [
    'more rows than its range',
    { range: { sheetId: 7, endRowIndex: 1 }, rows: [textRow('1'), textRow('2')] },
    /beyond the last requested row of: 0/,
  ],
  ['no fields', { start: { sheetId: 7 }, rows: [textRow('1')], fields: '' }, /At least one field must be listed/],
  ['a field that cells do not have', { start: { sheetId: 7 }, rows: [textRow('1')], fields: 'colour' }, /Invalid field: colour/],
])('refuses updateCells with %s', async (_name, updateCells, message) => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const failed = await refusal(batch(apis, id, { updateCells: { fields: 'userEnteredValue', ...updateCells } }));
  expect(failed.code).toBe(400);
  expect(failed.message).toMatch(message);
});

test('refuses a request kind that it does not carry out, by its name', async () => {
  const apis = apisOf(await aWorkspace());
  const failed = await refusal(batch(apis, await aSpreadsheet(apis), { addChart: {} }));
  expect(failed.message).toContain('requests[0].addChart');
});

test('keeps dropdown rules but does not refuse API writes by them', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const rule = {
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Nam' }, { userEnteredValue: 'Nữ' }] },
    strict: true,
    showCustomUi: true,
  };
  await batch(apis, id, { setDataValidation: { range: { sheetId: 7, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 }, rule } });
  await apis.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: 'Thành viên!B2',
    valueInputOption: 'RAW',
    requestBody: { values: [['Khác']] },
  });
  const { data } = await apis.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['Thành viên!B2'],
    fields: 'sheets.data.rowData.values(formattedValue,dataValidation)',
  });
  expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([{ formattedValue: 'Khác', dataValidation: rule }]);
});

test('moves protection, named ranges and row metadata along when rows are inserted and deleted', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const location = { dimensionRange: { sheetId: 7, dimension: 'ROWS', startIndex: 4, endIndex: 5 } };
  const range = { sheetId: 7, startRowIndex: 4, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 };
  await batch(
    apis,
    id,
    { updateCells: { start: { sheetId: 7, rowIndex: 4 }, rows: [textRow('Lan')], fields: 'userEnteredValue' } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range, warningOnly: true } } },
    { addNamedRange: { namedRange: { name: 'truongNhom', range } } },
    { createDeveloperMetadata: { developerMetadata: { metadataKey: 'row', visibility: 'DOCUMENT', location } } },
    { insertDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 1, endIndex: 4 } } },
    { deleteDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
  );
  expect(await valuesOf(apis, id, 'truongNhom')).toEqual([['Lan']]);
  const { data } = await apis.sheets.spreadsheets.get({ spreadsheetId: id });
  expect(data.sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(22);
  expect(data.sheets?.[0]?.protectedRanges?.[0]?.range).toMatchObject({ startRowIndex: 6, endRowIndex: 7 });
  const found = await apis.sheets.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId: id,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'row' } }] },
  });
  expect(found.data.valueRanges?.[0]?.valueRange?.values).toEqual([['Lan']]);
});

test('sorts rows by Vietnamese order with empty cells last', async () => {
  const apis = apisOf(await aWorkspace());
  const id = await aSpreadsheet(apis);
  const names = ['Minh', 'Đào', 'Dung', 'Hà'];
  await batch(
    apis,
    id,
    { updateCells: { start: { sheetId: 7, rowIndex: 1 }, rows: names.map((name) => textRow(name)), fields: 'userEnteredValue' } },
    { sortRange: { range: { sheetId: 7 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
  );
  expect(await valuesOf(apis, id, 'Thành viên!A:A')).toEqual([['Dung'], ['Đào'], ['Hà'], ['Minh']]);
});

test('refuses people who are neither owner nor editor of a protected range, and lets others through', async () => {
  const workspace = await aWorkspace();
  const owner = apisOf(workspace);
  const minh = apisOf(workspace, 'minh@hoi.example');
  const id = await aSpreadsheet(owner);
  await owner.drive.permissions.create({ fileId: id, requestBody: { type: 'user', role: 'writer', emailAddress: 'minh@hoi.example' } });
  await batch(owner, id, { addProtectedRange: { protectedRange: { range: { sheetId: 7, endRowIndex: 1 } } } });
  const write = (rowIndex: number) => ({
    updateCells: { start: { sheetId: 7, rowIndex }, rows: [textRow('Minh')], fields: 'userEnteredValue' },
  });
  expect((await refusal(batch(minh, id, write(0)))).message).toContain('protected cell');
  await batch(minh, id, write(1));
  await batch(owner, id, write(0));
  expect(await valuesOf(owner, id, 'Thành viên!A1:A2')).toEqual([['Minh'], ['Minh']]);
});

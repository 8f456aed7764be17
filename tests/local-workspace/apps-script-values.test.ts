// SpreadsheetApp in the local workspace: what is read and written, and in which kinds.
import { beforeAll, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../local-workspace/workspace.ts';
import { batch, START, valuesOf } from './client.ts';
import { aBoundScript, type Bound } from './scripts.ts';

let workspace: Workspace;
let bound: Bound;
beforeAll(async () => {
  workspace = await startWorkspace({ now: () => START, conformance: true });
  bound = await aBoundScript(workspace);
  return () => workspace.close();
});

const SHEET = 'const sheet = SpreadsheetApp.getActive().getSheetById(7);';

test('reads texts, numbers, truths, dates and blanks as Google gives them', async () => {
  await bound.apis.sheets.spreadsheets.values.update({
    spreadsheetId: bound.id,
    range: "'Thành viên'!A1:D1",
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [['Nguyễn Thị Lan', '05/03/1965', '1.234', true]] },
  });
  const read = await bound.value(`${SHEET}
    const [row, empty] = sheet.getRange(1, 1, 2, 4).getValues();
    return [row[0], row[1] instanceof Date, row[1].toISOString(), row[1].getDate(), String(row[1]), row[2], row[3], empty, row instanceof Array];`);
  const shown = 'Fri Mar 05 1965 00:00:00 GMT+0800 (GMT+08:00)';
  expect((read as unknown[]).slice(0, 4)).toEqual(['Nguyễn Thị Lan', true, '1965-03-04T16:00:00.000Z', 5]);
  expect(String((read as unknown[])[4])).toBe(shown);
  expect((read as unknown[]).slice(5)).toEqual([1234, true, ['', '', '', ''], true]);
});

test('writes texts as if typed, in text cells as text, and dates as dates', async () => {
  const said = await bound.value(`${SHEET}
    sheet.getRange('A3:D3').setNumberFormats([['@', '0', '0', 'dd/mm/yyyy']]);
    sheet.getRange(3, 1, 1, 4).setValues([['0912345678', '12', '=1+1', new Date(1956, 2, 5)]]);
    sheet.getRange(4, 1).setValue(new Date(1956, 2, 5, 12));
    return [sheet.getRange('A3:D3').getDisplayValues()[0], sheet.getRange('C3').getFormulas(), sheet.getRange('A4').getValue() instanceof Date,
      sheet.getRange('A3:D3').getNumberFormats()[0], sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`);
  expect(said).toEqual([['0912345678', '12', '#ERROR!', '05/03/1956'], [['=1+1']], true, ['@', '0', '0', 'dd/mm/yyyy'], 4, 4, 'A1:D4']);
  expect(await valuesOf(bound.apis, bound.id, "'Thành viên'!A4")).toEqual([[20519.5]]);
});

test('a range knows where it is, and notes and content come and go', async () => {
  const said = await bound.value(`${SHEET}
    const range = sheet.getRange('B6:C7');
    range.setNotes([['một', ''], ['', 'hai']]).setValue(5);
    const before = [range.getNotes(), range.isBlank(), range.offset(1, 1, 1, 1).getNote()];
    range.clearContent().clearNote();
    return [before, range.isBlank(), range.getNotes(), range.getRow(), range.getColumn(), range.getNumRows(), range.getLastColumn(),
      range.getA1Notation(), range.getSheet().getName(), range.getValue()];`);
  const blank = [
    ['', ''],
    ['', ''],
  ];
  const before = [
    [
      ['một', ''],
      ['', 'hai'],
    ],
    false,
    'hai',
  ];
  expect(said).toEqual([before, true, blank, 6, 2, 2, 3, 'B6:C7', 'Thành viên', '']);
});

test('tabs, rows and tick boxes', async () => {
  const said = await bound.value(`${SHEET}
    sheet.insertRowsAfter(sheet.getMaxRows(), 3);
    const boxes = sheet.getRange('D20:D21').insertCheckboxes();
    const facts = [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getIndex(), boxes.getValues(), sheet.isSheetHidden(), sheet.getFilter()];
    boxes.clearContent();
    const book = SpreadsheetApp.getActive();
    return [facts, book.getSheets().map((tab) => tab.getSheetId()), book.getSheetByName('Không có'), book.getSpreadsheetLocale(),
      book.getRange("'Thành viên'!B2").getA1Notation(), book.getUrl().includes(book.getId())];`);
  expect(said).toEqual([[23, 4, 1, [[false], [false]], false, null], [7], null, 'vi_VN', 'B2', true]);
});

test.each([
  ['sheet.getRange(1, 9)', 'The coordinates of the range are outside the dimensions of the sheet.'],
  ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
  ['sheet.getRange("không")', 'Range not found'],
  ['sheet.getRange("A1:B1").setValues([[1]])', 'The number of columns in the data does not match the number of columns in the range.'],
  ['sheet.getRange("A1").setRichTextValue(null)', 'Range.setRichTextValue is not served by the local workspace'],
  ['SpreadsheetApp.create("Sổ")', 'SpreadsheetApp.create is not served by the local workspace'],
  ['fetch("http://127.0.0.1")', 'ReferenceError: fetch is not defined'],
  ['new URL("http://127.0.0.1")', 'ReferenceError: URL is not defined'],
  ['setTimeout(() => {}, 1)', 'ReferenceError: setTimeout is not defined'],
  ['process.exit()', 'ReferenceError: process is not defined'],
])('%s throws "%s"', async (expression, message) => {
  await expect(bound.value(`${SHEET} return ${expression};`)).rejects.toThrow(message);
});

test('a strict list refuses what a script writes, as the API does not', async () => {
  const range = { sheetId: 7, startRowIndex: 11, endRowIndex: 12, startColumnIndex: 0, endColumnIndex: 1 };
  const values = [{ userEnteredValue: 'Nam' }, { userEnteredValue: 'Nữ' }];
  await batch(bound.apis, bound.id, {
    setDataValidation: { range, rule: { condition: { type: 'ONE_OF_LIST', values }, strict: true } },
  });
  const refused = 'The data you entered in cell A12 violates the data validation rules set on this cell.';
  await expect(bound.value(`${SHEET} return sheet.getRange('A12:B12').setValues([['Ông', 1]]);`)).rejects.toThrow(refused);
  expect(await bound.value(`${SHEET} return sheet.getRange('A12').setValue('Nữ').getValue();`)).toBe('Nữ');
});

test('developer metadata of the spreadsheet: added, found, changed, removed', async () => {
  const said = await bound.value(`
    const book = SpreadsheetApp.getActive();
    book.addDeveloperMetadata('yeu-cau', 'a1', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT).addDeveloperMetadata('khac');
    const [mine] = book.createDeveloperMetadataFinder().withKey('yeu-cau').find();
    mine.setValue('a2');
    const again = book.createDeveloperMetadataFinder().withId(mine.getId()).find().map((entry) => [entry.getKey(), entry.getValue()]);
    const all = book.getDeveloperMetadata().length;
    mine.remove();
    return [again, all, book.getDeveloperMetadata().map((entry) => entry.getKey())];`);
  expect(said).toEqual([[['yeu-cau', 'a2']], 2, ['khac']]);
});

test('the clock, the zone and the encodings are those of the workspace and the manifest', async () => {
  const said = await bound.value(`[
    Date.now(), new Date().getHours(), new Date(2024, 11, 20, 9).toISOString(), Utilities.formatDate(new Date(), 'Asia/Ho_Chi_Minh', "dd/MM/yyyy HH:mm"),
    Session.getScriptTimeZone(), Utilities.base64EncodeWebSafe('Hội'), Utilities.newBlob('Hà').getBytes(),
    Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'a').length, Utilities.getUuid().length, Session.getActiveUser().getEmail()]`);
  const bytes = [72, -61, -96];
  const expected = [
    START,
    9,
    '2024-12-20T02:00:00.000Z',
    '02/03/2026 09:00',
    'Asia/Ho_Chi_Minh',
    'SOG7mWk=',
    bytes,
    32,
    36,
    'lan@hoi.example',
  ];
  expect(said).toEqual(expected);
});

test('counts the calls on the objects of the spreadsheet service', async () => {
  await bound.value(`SpreadsheetApp.getActive().getSheetById(7).getRange('A1').getValue() === Utilities.getUuid()`);
  expect(workspace.scripts.runs()[0]).toMatchObject({ state: 'done', calls: 4, trigger: 'menu' });
});

test('nothing was said that Google would not say', () => {
  expect(workspace.violations).toEqual([]);
});

// A provisioned workbook: every column arrives with header, note, width, format, dropdown and protection.
import { describe, expect, it } from 'vitest';
import type { Column, Tab } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { newWorkbook, type ProvisionOptions } from '../../workbook/provision.ts';
import { furnishRequests } from '../../workbook/repair.ts';
import type { Request, Sheet } from '../../workbook/sheets-json.ts';
import { assertConforms } from './google-schema.ts';
import { choices, clubs, loans, members, settings, smallRegister, todo } from './small-register.ts';

const options: ProvisionOptions = { choices, protectTo: 'dichvu@so-clb.example' };
const build = (more: Partial<ProvisionOptions> = {}) => newWorkbook('Sổ CLB xã Quy Kỳ', smallRegister, { ...options, ...more });

function sheetOf(sheets: readonly Sheet[], sheetId: number): Sheet {
  const sheet = sheets.find(({ properties }) => properties.sheetId === sheetId);
  if (!sheet) throw new Error(`no tab ${sheetId}`);
  return sheet;
}
const rule = (requests: readonly Request[], sheetId: number, column: number) =>
  requests.find(({ setDataValidation: set }) => set?.range.sheetId === sheetId && set.range.startColumnIndex === column)?.setDataValidation
    ?.rule;
const format = (requests: readonly Request[], sheetId: number, column: number) =>
  requests.find(({ repeatCell: cell }) => cell?.range.sheetId === sheetId && cell.range.startColumnIndex === column)?.repeatCell?.cell
    .userEnteredFormat;

describe('a new workbook', () => {
  it('is what Google expects of spreadsheets.create and batchUpdate', async () => {
    const { create, finish } = build();
    await assertConforms('', create);
    await assertConforms('/abc:batchUpdate', finish);
    await assertConforms('/abc:batchUpdate', { requests: furnishRequests('Sổ CLB', smallRegister, options) });
  });

  it('is in Vietnamese and in the time of Viet Nam', () => {
    expect(build().create.properties).toEqual({ title: 'Sổ CLB xã Quy Kỳ', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
  });

  it('has every declared tab under its fixed id, in order, the less used ones hidden', () => {
    const tabs = build().create.sheets.map(({ properties: { sheetId, index, hidden } }) => [sheetId, index, hidden]);
    expect(tabs).toEqual([
      [101, 0, false],
      [102, 1, false],
      [103, 2, false],
      [104, 3, true],
      [105, 4, false],
    ]);
  });

  it('gives every column its header, its help as a note and its width', () => {
    const { data } = sheetOf(build().create.sheets, members.sheetId);
    const headers = data[0]?.rowData[0]?.values.map(({ userEnteredValue, note }) => ({ ...userEnteredValue, note: note?.split('\n')[0] }));
    const declared = Object.values(members.columns).filter((column) => !('optional' in column));
    expect(headers).toEqual(declared.map(({ header, help }) => ({ stringValue: header, note: help })));
    expect(data[0]?.columnMetadata.map(({ pixelSize }) => pixelSize)).toEqual(declared.map(({ width }) => width));
  });

  it('keeps headers and a record’s code in sight', () => {
    const { gridProperties } = sheetOf(build().create.sheets, members.sheetId).properties;
    expect(gridProperties).toMatchObject({ rowCount: 2000, frozenRowCount: 1, frozenColumnCount: 1 });
  });

  it('formats what people type by its kind: digits that are no number as text, dates, amounts', () => {
    const { requests } = build().finish;
    expect(format(requests, members.sheetId, 4)?.numberFormat).toEqual({ type: 'TEXT', pattern: '@' });
    expect(format(requests, clubs.sheetId, 2)?.numberFormat).toEqual({ type: 'DATE', pattern: 'dd/mm/yyyy' });
    expect(format(requests, loans.sheetId, 2)?.numberFormat).toEqual({ type: 'NUMBER', pattern: '#,##0' });
  });

  it('lets texts wrap, but for those in hidden columns, which would make their rows high', () => {
    const { requests } = build().finish;
    const columns = Object.values<Column>(members.columns).filter(({ optional }) => optional === undefined);
    const texts = columns.flatMap(({ type, hidden }, index) =>
      type === 'text' ? [[hidden === true, format(requests, members.sheetId, index)?.wrapStrategy]] : [],
    );
    expect(texts).toContainEqual([false, 'WRAP']);
    expect(texts.filter(([hidden, wrap]) => wrap !== (hidden ? 'CLIP' : 'WRAP'))).toEqual([]);
  });

  it('shows an optional column only where the plan switches it on', () => {
    const headers = (more: Partial<ProvisionOptions>) => JSON.stringify(sheetOf(build(more).create.sheets, members.sheetId).data);
    expect(headers({})).not.toContain('Điện thoại');
    expect(headers({ optionalColumns: ['members.phone'] })).toContain('Điện thoại');
  });
});

describe('dropdowns and input rules', () => {
  it('offer a list by its labels and let other spellings stand for the findings to judge', () => {
    const sex = rule(build().finish.requests, members.sheetId, 5);
    expect(sex?.condition).toEqual({ type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Nam' }, { userEnteredValue: 'Nữ' }] });
    expect(sex).toMatchObject({ strict: false, showCustomUi: true, inputMessage: 'Nam hoặc Nữ.' });
  });

  it.each([
    ['the code of a tab without a helper column', members.sheetId, 2, "='Câu lạc bộ ''mẫu'''!$A$2:$A"],
    ['the helper column of a tab that declares one', loans.sheetId, 1, "='Thành viên'!$G$2:$G"],
  ])('point a reference to %s', (_name, sheetId, column, range) => {
    const found = rule(build().finish.requests, sheetId, column)?.condition;
    expect(found).toEqual({ type: 'ONE_OF_RANGE', values: [{ userEnteredValue: range }] });
  });

  it('follow the helper column when the plan switches on a column before it', () => {
    const { finish } = build({ optionalColumns: ['members.phone'] });
    expect(rule(finish.requests, loans.sheetId, 1)?.condition.values).toEqual([{ userEnteredValue: "='Thành viên'!$H$2:$H" }]);
  });

  it('ask for dates, years, amounts that are not negative, and ticks', () => {
    const { requests } = build().finish;
    expect(rule(requests, clubs.sheetId, 2)?.condition).toEqual({ type: 'DATE_IS_VALID' });
    expect(rule(requests, loans.sheetId, 2)?.condition).toEqual({ type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: '0' }] });
    expect(rule(requests, loans.sheetId, 4)?.condition.type).toBe('NUMBER_BETWEEN');
    expect(rule(requests, loans.sheetId, 5)).toMatchObject({ condition: { type: 'BOOLEAN' }, strict: true });
  });

  it('leave a list too long for Google to the parser', () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ key: `k${index}`, label: `Mục ${index}` }));
    expect(rule(build({ choices: () => many }).finish.requests, members.sheetId, 5)).toBeUndefined();
  });
});

describe('protection', () => {
  const protections = (sheetId: number, more: Partial<ProvisionOptions> = {}) =>
    sheetOf(build(more).create.sheets, sheetId).protectedRanges;

  it('closes a whole tab of ours to all but the service identity, people’s boxes, their answers and the approver excepted', () => {
    const [whole] = protections(todo.sheetId);
    expect(whole).toMatchObject({ range: { sheetId: 101 }, editors: { users: ['dichvu@so-clb.example'] } });
    expect(whole?.unprotectedRanges).toEqual([
      { sheetId: 101, startRowIndex: 3, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 3 },
      { sheetId: 101, startRowIndex: 4, endRowIndex: 5, startColumnIndex: 3, endColumnIndex: 4 },
    ]);
  });

  it('lets administrators edit the protected tabs', () => {
    const [whole] = protections(settings.sheetId, { administrators: ['minh@ubnd.example'] });
    expect(whole?.editors?.users).toEqual(['dichvu@so-clb.example', 'minh@ubnd.example']);
  });

  it('closes the headers of people’s tabs and only warns at our columns there, which the sheet’s script fills as the person', () => {
    const [header, left, right] = protections(members.sheetId);
    expect(header).toMatchObject({ range: { startRowIndex: 0, endRowIndex: 1 }, editors: { users: ['dichvu@so-clb.example'] } });
    expect(left).toMatchObject({ range: { startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }, warningOnly: true });
    expect(right).toMatchObject({ range: { startRowIndex: 1, startColumnIndex: 6, endColumnIndex: 7 }, warningOnly: true });
  });

  it('only warns where the scripts run as the person', () => {
    const { create } = newWorkbook('Sổ CLB', smallRegister, { choices });
    const all = create.sheets.flatMap(({ protectedRanges }) => protectedRanges);
    expect(all.length).toBeGreaterThan(5);
    expect(all.every(({ warningOnly, editors }) => warningOnly === true && editors === undefined)).toBe(true);
  });
});

it('colours the results of checks by their first words', () => {
  const formats = sheetOf(build().create.sheets, members.sheetId).conditionalFormats;
  expect(formats.map(({ booleanRule }) => booleanRule.condition.values?.[0]?.userEnteredValue)).toEqual(['Phải sửa', 'Cần xem lại']);
  expect(formats[0]?.ranges).toEqual([{ sheetId: 103, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 }]);
});

describe('"Việc cần làm"', () => {
  it('has its list’s headers below the fixed places, and scrolls whole on a phone', () => {
    const { data, properties } = sheetOf(build().create.sheets, todo.sheetId);
    expect(data[0]?.startRow).toBe(9);
    expect(properties.gridProperties).toMatchObject({ frozenRowCount: 0 });
  });

  it('has a title, labels and tick boxes that keep what people have ticked', () => {
    const here = build().finish.requests.filter((request) => JSON.stringify(request).includes('"sheetId":101'));
    const texts = here.flatMap(({ updateCells }) => updateCells?.rows[0]?.values ?? []).map(({ userEnteredValue }) => userEnteredValue);
    expect(texts).toContainEqual({ stringValue: 'Lãnh đạo đã duyệt' });
    expect(here.filter(({ setDataValidation }) => setDataValidation?.rule?.condition.type === 'BOOLEAN')).toHaveLength(3);
    const touched = here.flatMap(({ updateCells }) =>
      updateCells ? [[updateCells.range.startRowIndex, updateCells.range.startColumnIndex]] : [],
    );
    const ticks = Object.values(TODO_TICKS).flatMap(({ tick, answer }) => [tick, answer].map(({ row, column }) => `${row} ${column}`));
    expect(touched.filter((place) => ticks.includes(place.join(' ')))).toEqual([]);
  });

  it('shows the whole of an answer, whatever stands in the cell beside it', () => {
    const wrapped = build().finish.requests.flatMap(({ repeatCell }) =>
      repeatCell?.range.sheetId === todo.sheetId && repeatCell.cell.userEnteredFormat?.wrapStrategy === 'WRAP' ? [repeatCell.range] : [],
    );
    const places = wrapped.map(({ startRowIndex, startColumnIndex }) => `${startRowIndex} ${startColumnIndex}`);
    expect(places).toEqual(expect.arrayContaining(Object.values(TODO_TICKS).map(({ answer }) => `${answer.row} ${answer.column}`)));
  });

  it('shows a heartbeat that fits its column', () => {
    const patterns = build().finish.requests.flatMap(({ repeatCell }) => {
      const format = repeatCell?.cell.userEnteredFormat?.numberFormat;
      return repeatCell?.range.sheetId === todo.sheetId && format?.type === 'DATE_TIME' ? [format.pattern] : [];
    });
    expect(patterns).toHaveLength(1);
    expect((patterns[0] ?? '').length * 7.4).toBeLessThan(todo.columns.due?.width ?? 0);
  });

  it('turns the heartbeat red after two days, in a formula that vi_VN reads', () => {
    const formats = sheetOf(build().create.sheets, todo.sheetId).conditionalFormats;
    expect(formats.map(({ booleanRule }) => booleanRule.condition)).toEqual([
      { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=AND(ISNUMBER($B$8);NOW()-$B$8>2)' }] },
    ]);
    expect(formats[0]?.ranges).toEqual([{ sheetId: 101, startRowIndex: 7, endRowIndex: 8, startColumnIndex: 1, endColumnIndex: 2 }]);
  });
});

describe('the register as it is declared', () => {
  const tabs: readonly Tab[] = Object.values(TABS);
  const { create, finish } = newWorkbook('Sổ CLB xã Quy Kỳ', tabs, { ...options, optionalColumns: ['members.phone'] });

  it('is what Google expects', async () => {
    await assertConforms('', create);
    await assertConforms('/abc:batchUpdate', finish);
  });

  it.each(tabs.map((tab) => [tab.key, tab] as const))('arrives with header, note, width and format in every column of %s', (_key, tab) => {
    const { data, properties } = sheetOf(create.sheets, tab.sheetId);
    expect(data[0]?.rowData[0]?.values).toHaveLength(properties.gridProperties.columnCount);
    for (const [index, cell] of (data[0]?.rowData[0]?.values ?? []).entries()) {
      expect(cell.userEnteredValue).toMatchObject({ stringValue: expect.stringMatching(/./) });
      expect(cell.note).toMatch(/\p{L}/u);
      expect(data[0]?.columnMetadata[index]?.pixelSize).toBeGreaterThanOrEqual(50);
      expect(format(finish.requests, tab.sheetId, index)).toBeDefined();
    }
  });

  it('offers a member by code, name and year of birth, in a column that stays out of sight', () => {
    const label = create.sheets.find(({ properties }) => properties.sheetId === TABS.members.sheetId)?.data[0]?.columnMetadata;
    expect(label?.map(({ hiddenByUser }) => hiddenByUser).lastIndexOf(true)).toBe((label?.length ?? 0) - 1);
    const column = Object.keys(TABS.loans.columns).indexOf('member');
    expect(rule(finish.requests, TABS.loans.sheetId, column)?.condition.values?.[0]?.userEnteredValue).toMatch(
      /^='Thành viên'!\$[A-Z]+\$2:\$[A-Z]+$/,
    );
  });

  it('shows seven tabs at first', () => {
    expect(create.sheets.filter(({ properties }) => !properties.hidden)).toHaveLength(7);
  });
});

// Readings from Google's answers.
import { describe, expect, it } from 'vitest';
import { gridSizes, presentSheetIds, readRequest, toReading, withoutTabs } from '../../workbook/read.ts';
import { assertConforms } from './google-schema.ts';
import { clubs, members, smallRegister, todo } from './small-register.ts';

const answered = (sheetId: number, range: string, values?: unknown[][]) => ({
  dataFilters: [{ gridRange: { sheetId } }],
  valueRange: { range, majorDimension: 'ROWS', ...(values ? { values } : {}) },
});

describe('reading a register', () => {
  it('asks for each tab by its id, with dates as serials and nothing formatted', async () => {
    const body = readRequest(smallRegister);
    await assertConforms('/abc/values:batchGetByDataFilter', body);
    expect(body.dataFilters.map(({ gridRange }) => gridRange.sheetId)).toEqual([101, 102, 103, 104, 105]);
    expect(body).toMatchObject({ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' });
  });

  it('finds each tab by the echoed filter, whatever the order and the titles', () => {
    const answer = { valueRanges: [answered(103, "'Danh sách'!A1:H2000", [['Lan']]), answered(102, 'CLB!A1:C1000', [['Minh']])] };
    const { register, grids } = toReading('so-1', [clubs, members], answer);
    expect(register).toBe('so-1');
    expect([grids.get(102), grids.get(103)]).toEqual([[['Minh']], [['Lan']]]);
  });

  it('makes an empty grid of a tab without values and calls a tab without an answer missing', () => {
    const { grids } = toReading('so-1', [clubs, members], { valueRanges: [answered(102, 'CLB!A1:C1000')] });
    expect(grids.get(102)).toEqual([]);
    expect(grids.get(103)).toBe('missing');
  });

  it('knows one kind of blank and trims it at the end of rows and of the tab', () => {
    const values = [['Họ và tên', '', 'Hà', '', ''], [''], ['', 0, false], ['', ''], []];
    const { grids } = toReading('so-1', [members], { valueRanges: [answered(103, 'TV!A1:H2000', values)] });
    expect(grids.get(103)).toEqual([['Họ và tên', null, 'Hà'], [], [null, 0, false]]);
  });

  it('reads again only the tabs that are still there', () => {
    const present = presentSheetIds({
      sheets: [{ properties: { sheetId: 101, title: 'Việc' } }, { properties: { sheetId: 0, title: 'Nháp' } }],
    });
    expect(withoutTabs([todo, members], present)).toEqual([todo]);
  });

  it.each([
    ["'Quỹ ''A1'' CLB'!A1:AB1500", { rows: 1500, columns: 28 }],
    ['Nhap!A1', { rows: 1, columns: 1 }],
    ['Nhap!B2:C3', undefined],
  ])('knows the size of a tab from the range %s', (range, size) => {
    expect(gridSizes({ valueRanges: [answered(7, range)] }).get(7)).toEqual(size);
  });
});

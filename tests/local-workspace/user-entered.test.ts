import { expect, test } from 'vitest';
import { formatValue } from '../../local-workspace/sheets/format-value.ts';
import { localeRules } from '../../local-workspace/sheets/locale.ts';
import { userEntered } from '../../local-workspace/sheets/user-entered.ts';

const vi = localeRules('vi_VN');
const en = localeRules('en_US');

test.each([
  ['02/03/2026', { numberValue: 46083 }],
  ['2/3/2026', { numberValue: 46083 }],
  ['2026-03-02', { numberValue: 46083 }],
  ['02-03-2026', { numberValue: 46083 }],
  ['31/02/2026', { stringValue: '31/02/2026' }],
  ['03/2026', { numberValue: 46082 }],
  ['02/03/2026 12:00', { numberValue: 46083.5 }],
  ['06:00', { numberValue: 0.25 }],
  ['1.234.567,8', { numberValue: 1234567.8 }],
  ['1.234', { numberValue: 1234 }],
  ['1,5', { numberValue: 1.5 }],
  ['-1,5', { numberValue: -1.5 }],
  ['1.23', { stringValue: '1.23' }],
  ['0912345678', { numberValue: 912345678 }],
  ['50%', { numberValue: 0.5 }],
  ['20.000đ', { numberValue: 20000 }],
  ['true', { boolValue: true }],
  ['FALSE', { boolValue: false }],
  ["'0912", { stringValue: '0912' }],
  ['=A1&B1', { formulaValue: '=A1&B1' }],
  ['Hoàng Thị Mai', { stringValue: 'Hoàng Thị Mai' }],
  ['', undefined],
])('a Vietnamese spreadsheet takes %j as %j', (typed, value) => {
  expect(userEntered(typed, vi, undefined, 2026).value).toEqual(value);
});

test.each([
  ['02/03/2026', { numberValue: 46056 }],
  ['1,234.5', { numberValue: 1234.5 }],
  ['1.234,5', { stringValue: '1.234,5' }],
])('an American spreadsheet takes %j as %j', (typed, value) => {
  expect(userEntered(typed, en, undefined, 2026).value).toEqual(value);
});

test('a cell with text format keeps dates, numbers and formulas as they are typed', () => {
  for (const typed of ['02/03/2026', '007', '=A1']) {
    expect(userEntered(typed, vi, { type: 'TEXT', pattern: '@' }, 2026)).toEqual({ value: { stringValue: typed } });
  }
});

test.each([
  [46083, { type: 'DATE', pattern: 'dd/mm/yyyy' }, '02/03/2026'],
  [46083.5, { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' }, '02/03/2026 12:00'],
  [0.586805, { type: 'TIME', pattern: 'hh:mm:ss' }, '14:05:00'],
  [1234567.5, { type: 'NUMBER', pattern: '#,##0' }, '1.234.568'],
  [1234.5, { type: 'NUMBER', pattern: '#,##0.00' }, '1.234,50'],
  [-20000, { type: 'NUMBER', pattern: '#,##0" đ"' }, '-20.000 đ'],
  [0.705, { type: 'PERCENT', pattern: '0.0%' }, '70,5%'],
  [0.5, undefined, '0,5'],
  [7, { type: 'NUMBER', pattern: '0000' }, '0007'],
  [0, { type: 'NUMBER', pattern: '0;-0;"không"' }, 'không'],
])('shows %d in format %j as %s', (numberValue, format, shown) => {
  expect(formatValue({ numberValue }, format, vi)).toBe(shown);
});

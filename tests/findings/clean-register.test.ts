// A register without a fault gives nothing to mend, and every kind of reading can be checked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegister } from '../../rules/findings/check.ts';
import { summaryOf } from '../../rules/findings/finding.ts';
import type { Tab } from '../../rules/register/column.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aCleanCommune, aRegister, check, QUY_KY, THE_YEAR_2024 } from './a-register.ts';

describe('a register in which all is well', () => {
  it('gives nothing to mend and nothing to look at again', () => {
    expect(check(aCleanCommune()).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('stays as it was when the same period is checked from a later reading', () => {
    const register = aRegister(aCleanCommune());
    expect(checkRegister(register, THE_YEAR_2024)).toEqual(checkRegister(aRegister(aCleanCommune()), THE_YEAR_2024));
  });
});

const typed = [
  'CLB01',
  'CLB1',
  'CLB01; CLB02',
  'TV0001',
  'tv2',
  'Nữ',
  'Nam',
  'Có',
  'x',
  'Không phát sinh',
  'Đã nhập đủ đến ngày',
  'Vay vốn',
  'Thành viên',
  'Hoạt động',
  'Quỹ hoạt động',
  'Số dư đầu kỳ',
  'Người liên hệ',
  'Nơi nhận báo cáo',
  'Hoàng Thị Lan',
  'hoang thi lan',
  '20/05/2024',
  '03/2024',
  '31/02/2024',
  '2024-12-14',
  '01/01/1900',
  '31/12/2100',
  '1956',
  '5/3/20',
  '5.000.000',
  '1.5',
  '-3',
  '=A1',
  '  ',
  '“”',
  '\u0000',
  '\ud800',
];
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<CellValue[]>(...typed) },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 60_000 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const grids = Object.values<Tab>(TABS).map((tab) => {
  const headers = Object.values(tab.columns).map(({ header }) => header);
  const laidOut = fc
    .array(fc.array(cell, { maxLength: headers.length + 2 }), { maxLength: 12 })
    .map((rows) => [...Array.from({ length: (tab.headerRow ?? 1) - 1 }, () => []), headers, ...rows]);
  return fc
    .oneof(
      { weight: 8, arbitrary: laidOut },
      fc.constant('missing' as const),
      fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 4 }),
    )
    .map((grid) => [tab.sheetId, grid] as const);
});

describe('any register at all', () => {
  it('is checked without throwing, whatever stands in whatever cell', () => {
    fc.assert(
      fc.property(fc.tuple(...grids), (read) => {
        const findings = checkRegister(readRegister({ register: 'r1', grids: new Map(read) }, QUY_KY), THE_YEAR_2024);
        const { error, warning, hint } = summaryOf(findings);
        expect(error + warning + hint).toBe(findings.length);
        for (const { message, repair } of findings) {
          expect(`${message} ${repair}`).not.toMatch(/undefined|NaN|\[object/);
          expect(repair).toMatch(/^Đề nghị .+\.$/su);
        }
      }),
      { numRuns: 300 },
    );
  });
});

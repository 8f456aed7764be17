import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../rules/register/grid.ts';
import { readCell } from '../../rules/register/read-cell.ts';
import { TABS } from '../../rules/register/tabs.ts';

const { members, funds, totals, loans, activities, assessments, frozen } = TABS;
/** What was read, or the fault and its candidates. */
const outcome = (read: ReturnType<typeof readCell>): unknown =>
  read.kind === 'value' ? read.value : read.kind === 'bad' ? [read.fault, ...(read.candidates ?? [])] : 'blank';

describe('a date cell', () => {
  it.each<[CellValue, unknown]>([
    [45356, '2024-03-05'],
    [45356.75, '2024-03-05'],
    ['5/3/2024', '2024-03-05'],
    ['05-03-24', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    [' 5 / 3 / 2024 ', '2024-03-05'],
    ['5 / 3 / 2024', '2024-03-05'],
    ['５/３/２０２４', '2024-03-05'],
    ['ngày 5 tháng 3 năm 2024', '2024-03-05'],
    ['ngày 5 tháng 3 năm 2024'.normalize('NFD'), '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['05/03/2024 10:30', '2024-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['01/06/69', '2069-06-01'],
    ['01/06/70', '1970-06-01'],
    ['29/02/2023', ['notADate']],
    ['03/25/2024', ['notADate', '25/03/2024']],
    ['3/2024', ['notADate']],
    ['05/03/204', ['notADate']],
    ['05/03/1824', ['notADate']],
    ['hôm qua', ['notADate']],
    [2024, ['notADate']],
    [-1, ['notADate']],
    [20240305, ['notADate']],
    [Number.NaN, ['notADate']],
    [true, ['notADate']],
    ['', 'blank'],
    ['  ', 'blank'],
    [null, 'blank'],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(members.columns.joined, cell))).toEqual(expected);
  });

  it('takes a month alone only where the declaration says so, as its first day', () => {
    expect(outcome(readCell(funds.columns.date, '06/2024'))).toBe('2024-06-01');
    expect(outcome(readCell(funds.columns.date, 'tháng 6 năm 2024'))).toBe('2024-06-01');
    expect(outcome(readCell(funds.columns.date, '13/2024'))).toEqual(['notADate']);
    expect(outcome(readCell(funds.columns.date, '00/2024'))).toEqual(['notADate']);
  });
});

describe('a birth cell', () => {
  it.each<[CellValue, unknown]>([
    ['1956', { year: 1956 }],
    [1956, { year: 1956 }],
    ['năm 1956', { year: 1956 }],
    ['Sinh năm 1956', { year: 1956 }],
    ['3/1956', { year: 1956, month: 3 }],
    ['05/03/1956', { year: 1956, month: 3, day: 5 }],
    [20519, { year: 1956, month: 3, day: 5 }],
    ['00/00/1956', { year: 1956 }],
    ['00/03/1956', { year: 1956, month: 3 }],
    ['12/05/56', { year: 1956, month: 5, day: 12 }],
    ['12/05/15', ['ambiguousDate', '12/05/1915', '12/05/2015']],
    ['29/02/00', ['ambiguousDate', '29/02/2000']],
    ['56', ['notABirth']],
    [68, ['notABirth']],
    ['31/02/1956', ['notABirth']],
    ['03/25/1956', ['notABirth', '25/03/1956']],
    ['1899', ['notABirth']],
    [1956.5, ['notABirth']],
    ['không rõ', ['notABirth']],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(members.columns.birth, cell))).toEqual(expected);
  });
});

describe('a year cell', () => {
  it.each<[CellValue, unknown]>([
    [2024, 2024],
    ['2024', 2024],
    ['năm 2024', 2024],
    [45356, ['notAYear', '2024']],
    ['05/03/2024', ['notAYear', '2024']],
    [24, ['notAYear']],
    [2024.5, ['notAYear']],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(assessments.columns.year, cell))).toEqual(expected);
  });
});

describe('a money cell', () => {
  it.each<[CellValue, unknown]>([
    [5_000_000, 5_000_000],
    [0, 0],
    ['1.234.567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1.500', 1500],
    ['1.234,00', 1234],
    ['5.000.000 đ', 5_000_000],
    ['５０００', 5000],
    ['1,5 triệu', 1_500_000],
    ['1.5 triệu', 1_500_000],
    ['30tr', 30_000_000],
    ['30 TRIỆU ĐỒNG', 30_000_000],
    ['1tr5', 1_500_000],
    ['2,6 tỷ', 2_600_000_000],
    ['2,6 tỉ đồng', 2_600_000_000],
    ['2 tỷ 500 triệu', 2_500_000_000],
    ['65,8 tỷ', 65_800_000_000],
    ['500 nghìn', 500_000],
    ['1.5', ['ambiguousNumber', '1.500', '1,5 triệu']],
    ['1,500', ['ambiguousNumber', '1.500', '1,5 triệu']],
    ['1,000', ['ambiguousNumber', '1.000', '1 triệu']],
    ['0,5', ['ambiguousNumber', '0,5 triệu']],
    [1.5, ['ambiguousNumber', '1.500', '1,5 triệu']],
    [333_333.33, ['notWhole']],
    ['1.234.567,5', ['notWhole']],
    [-5000, ['negative']],
    ['-5.000', ['negative']],
    ['(5.000)', ['negative']],
    ['-', ['notANumber']],
    ['1tr50', ['notANumber']],
    ['năm triệu', ['notANumber']],
    [Number.POSITIVE_INFINITY, ['notANumber']],
    [true, ['notANumber']],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(loans.columns.amount, cell))).toEqual(expected);
  });
});

describe('a count cell', () => {
  it.each<[CellValue, unknown]>([
    [48, 48],
    ['48', 48],
    ['48 người', 48],
    ['120 lượt người', 120],
    ['1.200', 1200],
    [4.5, ['notWhole']],
    ['4,5', ['notWhole']],
    ['1,200', ['ambiguousNumber', '1.200']],
    [-1, ['negative']],
    ['nhiều', ['notANumber']],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(totals.columns.members, cell))).toEqual(expected);
  });
});

describe('a tick cell', () => {
  it.each<[CellValue, unknown]>([
    [true, true],
    [false, false],
    ['x', true],
    ['X', true],
    ['✓', true],
    ['Có', true],
    ['co', true],
    [1, true],
    ['không', false],
    [0, false],
    ['có lẽ', ['notATick']],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(members.columns.board, cell))).toEqual(expected);
  });
});

describe('a choice cell', () => {
  const choices = (column: (typeof members.columns)['sex']) => (column.list?.from === 'list' ? { choices: column.list.choices } : {});
  it.each<[CellValue, unknown]>([
    ['Nữ', 'female'],
    ['nữ'.normalize('NFD'), 'female'],
    ['NỮ', 'female'],
    [' nu ', 'female'],
    ['F', 'female'],
    ['nam', 'male'],
    ['NAM', 'male'],
    ['M', 'male'],
    ['khác', ['notAChoice', 'Nữ', 'Nam']],
    [1, ['notAChoice', 'Nữ', 'Nam']],
  ])('reads %j as %j', (cell, expected) => {
    const { sex } = members.columns;
    expect(outcome(readCell(sex, cell, choices(sex)))).toEqual(expected);
  });

  it('takes a spelling without marks only when one choice alone is written so', () => {
    const choices = [
      { key: 'first', label: 'Thái' },
      { key: 'second', label: 'Thãi' },
      { key: 'third', label: 'Mường' },
    ];
    const read = (cell: string) => outcome(readCell(activities.columns.area, cell, { choices }));
    expect(read('thái')).toBe('first');
    expect(read('muong')).toBe('third');
    expect(read('thai')).toEqual(['notAChoice', 'Thái', 'Thãi']);
  });

  it.each<[string, string]>([
    ['H Mông', '08'],
    ['San Chí', '15'],
    ['Pà thẻn', '46'],
    ['kinh', '01'],
    ['Ê Đê', '12'],
  ])('knows the ethnic group %s', (cell, expected) => {
    const { ethnicGroup } = members.columns;
    expect(outcome(readCell(ethnicGroup, cell, ethnicGroup.list.from === 'list' ? { choices: ethnicGroup.list.choices } : {}))).toBe(
      expected,
    );
  });
});

describe('a text cell', () => {
  it.each<[CellValue, unknown]>([
    ['  Hoàng  Thị Mai ', 'Hoàng Thị Mai'],
    ['Hoàng Thị Mai'.normalize('NFD'), 'Hoàng Thị Mai'],
    ['０９１２', '０９１２'],
    [19156000123, '19156000123'],
    ['=1+1', '=1+1'],
  ])('reads %j as %j', (cell, expected) => {
    expect(outcome(readCell(members.columns.name, cell))).toEqual(expected);
  });

  it('keeps machine state exactly as stored', () => {
    expect(outcome(readCell(frozen.columns.value, ' "a  b'.normalize('NFD')))).toBe(' "a  b');
  });
});

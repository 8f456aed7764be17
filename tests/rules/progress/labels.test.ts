// How figures and plans are worded, case by case as an official would write them.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../rules/calendar-date.ts';
import type { Bar, Target } from '../../../rules/plan/target-schema.ts';
import {
  barText,
  boundsText,
  coverageText,
  decimalsBeside,
  type FigureUnit,
  figureText,
  numberText,
  ofPlanText,
  percentText,
  planText,
  STATUS_LABELS,
  yearsMetText,
} from '../../../rules/progress/labels.ts';
import { planJson, planOf } from '../../plans/plan-files.ts';
import { aClubTarget, aCount, aShare, aShareTarget, aTally } from '../../templates/sample-content.ts';

describe('a number', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [1234567, 0, '1.234.567'],
    [1234567.85, 1, '1.234.567,9'],
    [-1500, 0, '-1.500'],
    [-0.2, 0, '0'],
    [0.5, 0, '1'],
    [2.5, 0, '3'],
    [99.95, 1, '100,0'],
  ])('%d with %i decimals is %s', (value, decimals, expected) => {
    expect(numberText(value, decimals)).toBe(expected);
  });
  it.each([
    [1005, 2000, 1, '50,3%'], // 50.249999999999993 in binary
    [83, 141, 1, '58,9%'],
    [83, 141, 2, '58,87%'],
    [20, 43, 1, '46,5%'],
    [1, 3, 0, '33%'],
    [1, 200, 0, '1%'],
  ])('%i of %i with %i decimals is %s: half up', (part, of, decimals, expected) => {
    expect(percentText((100 * part) / of, decimals)).toBe(expected);
  });
});

it.each([
  ['60', '64', 'từ 60 đến 64'],
  ['60', '60', '60'],
  ['60', undefined, 'từ 60 trở lên'],
])('words the bounds %s and %s as "%s"', (low, high, expected) => {
  expect(boundsText(low, high)).toBe(expected);
});

const clubs: FigureUnit = { of: 'CLB' };
it.each<[Bar, FigureUnit, string]>([
  [{ between: [2, 3] }, clubs, 'từ 2 đến 3 CLB'],
  [{ between: [150, 160] }, { of: 'thành viên' }, 'từ 150 đến 160 thành viên'],
  [{ atLeast: 50 }, 'percent', 'ít nhất 50%'],
  [{ atLeast: 100 }, 'percent', '100%'],
  [{ equal: 100 }, 'percent', '100%'],
  [{ atLeast: 62.5 }, 'percent', 'ít nhất 62,5%'],
  [{ atLeast: 1950 }, clubs, 'ít nhất 1.950 CLB'],
  [{ moreThan: 19 }, clubs, 'trên 19 CLB'],
  [{ atMost: 70 }, { of: 'thành viên' }, 'tối đa 70 thành viên'],
  [{ atLeast: 50, atMost: 70 }, { of: 'thành viên' }, 'từ 50 đến 70 thành viên'],
  [{ about: { value: 100, tolerance: 10 } }, clubs, 'khoảng 100 (từ 90 đến 110) CLB'],
])('words the bar %j as a plan does', (bar, unit, expected) => {
  expect(barText(bar, unit)).toBe(expected);
});

const head = { id: 'x', clause: 'II.1', title: 'x', text: 'x', deadline: '2025-12-31' as IsoDate };
const aCohort = (from: string, to: string): Extract<Target, { kind: 'cohort' }> => ({
  ...head,
  kind: 'cohort',
  founded: { from: from as IsoDate, to: to as IsoDate },
  bar: { atLeast: 100 },
  unit: 'percent',
});
it.each<[string, Target]>([
  ['từ 2 đến 3 CLB', aClubTarget],
  ['từ 60% đến 70%', aShareTarget],
  ['ít nhất 570 NCT', { ...head, kind: 'count', count: { members: { older: true } }, bar: { atLeast: 570 }, unit: 'count' }],
  [
    'mỗi năm ít nhất 2 CLB',
    {
      ...head,
      kind: 'count',
      count: { clubs: {} },
      bar: { atLeast: 2 },
      unit: 'count',
      every: { unit: 'year', from: '2021-01-01' as IsoDate, to: '2025-12-31' as IsoDate },
    },
  ],
  ['mỗi CLB từ 50 đến 70 thành viên', { ...head, kind: 'each-club', clubs: {}, bar: { between: [50, 70] }, unit: 'count' }],
  ['mỗi đơn vị ít nhất 1 CLB', { ...head, kind: 'each-unit', count: { clubs: {} }, units: {}, bar: { atLeast: 1 }, unit: 'count' }],
  ['hoàn thành tại xóm Thống Nhất 1', { ...head, kind: 'milestone', place: 'xóm Thống Nhất 1', evidence: {} }],
  ['đánh giá bằng nhận xét', { ...head, kind: 'narrative' }],
  ['duy trì 100% CLB giai đoạn 2016-2020', aCohort('2016-01-01', '2020-12-31')],
  ['duy trì 100% CLB năm 2016', aCohort('2016-01-01', '2016-12-31')],
  ['duy trì 100% CLB thành lập từ ngày 15/03/2016 đến ngày 31/12/2020', aCohort('2016-03-15', '2020-12-31')],
  ['duy trì ít nhất 20 CLB giai đoạn 2016-2020', { ...aCohort('2016-01-01', '2020-12-31'), bar: { atLeast: 20 }, unit: 'count' }],
  [
    'ít nhất 300 thành viên chưa đủ 60 tuổi',
    { ...head, kind: 'count', count: { members: { older: false } }, bar: { atLeast: 300 }, unit: 'count' },
  ],
])('says "%s" for what a target asks', (expected, target) => {
  expect(planText(target)).toBe(expected);
});

it('words every target of the plan of Buôn Ma Thuột as its clauses do', () => {
  const words = planOf(planJson('buon-ma-thuot')).targets.map((target) => `${target.id}: ${planText(target)}`);
  expect(words).toEqual([
    'phuong-xa-co-clb: 100%',
    'clb-moi: ít nhất 19 CLB',
    'thanh-vien-clb-moi: ít nhất 950 thành viên',
    'nct-clb-moi: ít nhất 570 NCT',
    'clb-moi-moi-nam: mỗi năm ít nhất 2 CLB',
    'duy-tri-clb: duy trì 100% CLB giai đoạn 2016-2020',
    'nang-cao-chat-luong: đánh giá bằng nhận xét',
    'quy-mo-clb: mỗi CLB từ 50 đến 70 thành viên',
    'nu-moi-clb: mỗi CLB từ 60% đến 70%',
    'nct-moi-clb: mỗi CLB từ 60% đến 70%',
    'tre-moi-clb: mỗi CLB từ 30% đến 40%',
    'uu-tien-kho-khan: đánh giá bằng nhận xét',
    'clb-dat-chat-luong: ít nhất 70%',
    'suc-khoe-nhan-thuc: đánh giá bằng nhận xét',
    'quy-clb: 100%',
    'tap-huan-giam-sat: 100%',
  ]);
});

it.each([
  [{ heard: 18, of: 21 }, '18/21 đơn vị có số liệu'],
  [{ heard: 0, of: 21 }, '0/21 đơn vị có số liệu'],
  [{ heard: 21, of: 21 }, undefined],
])('says of the coverage %j "%s"', (coverage, expected) => {
  expect(coverageText({ coverage })).toBe(expected);
});
it('says nothing of coverage for one unit', () => {
  expect(coverageText({})).toBeUndefined();
});
it('tells in how many of its years a target was met', () => {
  const statuses = ['beyond', 'met', 'noData', 'notMet', 'notDue'] as const;
  expect(yearsMetText(statuses.map((status, place) => ({ year: 2021 + place, status, figure: aCount(1) })))).toBe('2/5 năm');
});

it.each<[string | undefined, { readonly low: number; readonly high?: number }, Bar]>([
  ['bằng 126,3% kế hoạch', aCount(24), { atLeast: 19 }],
  ['bằng 100,0% kế hoạch', aCount(19), { equal: 19 }],
  ['bằng 99,95% kế hoạch', aCount(1999), { atLeast: 2000 }], // not rounded onto the plan it misses
  ['từ 95,3% đến 95,9% kế hoạch', aCount(905, { doubtful: 6 }), { atLeast: 950 }],
  [undefined, aCount(24, { open: true }), { atLeast: 19 }],
  [undefined, aCount(3), { between: [2, 3] }],
  [undefined, aCount(3), { atLeast: 2, atMost: 4 }],
  [undefined, aCount(3), { atLeast: 0 }],
])('says "%s" of a number against the planned one', (expected, figure, bar) => {
  expect(ofPlanText(figure, bar, 1)).toBe(expected);
});

describe('a figure', () => {
  it.each([
    ['123/200 (61,5%)', aShare(123, 200), 'percent' as const],
    ['120–126/200 (từ 60,0% đến 63,0%)', aShare(120, 200, { doubtful: 6 }), 'percent' as const],
    ['0/200 (0,0%)', aShare(0, 200), 'percent' as const],
    ['0/0', aShare(0, 0), 'percent' as const],
    ['3 CLB', aCount(3), clubs],
    ['từ 2 đến 3 CLB', aCount(2, { doubtful: 1 }), clubs],
    ['từ 3 CLB trở lên', aCount(3, { open: true }), clubs],
    ['1.950 CLB', aCount(1950), clubs],
  ])('is "%s"', (expected, figure, unit) => {
    expect(figureText(figure, unit, 1)).toBe(expected);
  });
  it('has no percentage while the whole is not known', () => {
    const figure = { numerator: aTally(30), denominator: aTally(52, { open: true }), low: 0, high: 100 };
    expect(figureText(figure, 'percent', 1)).toBe('30/≥52 (chưa tính được tỷ lệ)');
  });
  it('is never rounded onto a bar it misses', () => {
    const figure = aShare(2498, 5000); // 49,96%
    expect(decimalsBeside(figure, { atLeast: 50 }, 1)).toBe(2);
    expect(decimalsBeside(figure, { atLeast: 60 }, 1)).toBe(1);
    expect(decimalsBeside(aShare(1, 2), { atLeast: 50 }, 1)).toBe(1);
  });
});

it('has a short word for every status, each its own', () => {
  const labels = Object.values(STATUS_LABELS);
  expect(new Set(labels).size).toBe(8);
  for (const label of labels) expect(label).toBe(label.normalize('NFC').trim());
});

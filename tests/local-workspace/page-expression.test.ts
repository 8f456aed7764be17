// The small formulas of conditional formats.
import { expect, test } from 'vitest';
import { evaluate, type Scalar } from '../../local-workspace/sheets/expression.ts';
import { serialNow } from '../../local-workspace/sheets/locale.ts';

const cells: Readonly<Record<string, Scalar>> = { '7,1': 45_000.5, '0,0': 'Lan', '1,0': 3, '1,1': 4 };
const scope = { cell: (row: number, column: number): Scalar => cells[`${row},${column}`], now: 45_003 };

test.each([
  ['=AND(ISNUMBER($B$8);NOW()-$B$8>2)', true],
  ['=AND(ISNUMBER($B$8);NOW()-$B$8>3)', false],
  ['=AND(ISNUMBER($A$1);NOW()-$B$8>2)', false],
  ['=1+2*3-4/2', 5],
  ['=-(2+3)', -5],
  ['=A1="lan"', true],
  ['=A1&"h"', 'Lanh'],
  ['=A2<>B2', true],
  ['=C9=0', true],
  ['=ISBLANK(C9)', true],
  ['=NOT(OR(FALSE,A2>=B2))', true],
  ['="a""b"', 'a"b'],
  ['=TODAY()', 45_003],
])('%s', (formula, value) => {
  expect(evaluate(formula, scope)).toBe(value);
});

test.each(['=SUM(A1:A2)', '=A1-', '=(1', '=A1-1', '=1/0', '=#', '='])('%s is not understood and says nothing', (formula) => {
  expect(evaluate(formula, scope)).toBeUndefined();
});

test('relative references follow the cell, fixed ones stay', () => {
  expect(evaluate('=A1+$B$2', { ...scope, rows: 1 })).toBe(7);
});

test('now is what a clock on the wall of the zone shows', () => {
  expect(serialNow(Date.UTC(2026, 2, 2, 18), 'Asia/Ho_Chi_Minh')).toBeCloseTo(46_084 + 1 / 24, 8);
  expect(serialNow(Date.UTC(2026, 2, 2, 18), 'Sao Hỏa')).toBeCloseTo(46_083.75, 8);
});

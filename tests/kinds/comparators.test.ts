// Every way a plan can set a bar, and what a number below it, on it and above it is called; strict and non-strict.
import { describe, expect, it } from 'vitest';
import type { Bar } from '../../rules/plan/target-schema.ts';
import { statusOf } from '../../rules/progress/judge.ts';
import { barText } from '../../rules/progress/labels.ts';
import { countFigure, NOTHING } from '../../rules/progress/tally.ts';

/** bar, its wording, value, status of a quantity after the deadline, status of a composition */
const TABLE: readonly (readonly [Bar, string, number, string, string])[] = [
  [{ atLeast: 5 }, 'ít nhất 5 CLB', 4, 'notMet', 'notMet'],
  [{ atLeast: 5 }, 'ít nhất 5 CLB', 5, 'met', 'met'],
  [{ atLeast: 5 }, 'ít nhất 5 CLB', 6, 'beyond', 'met'],
  [{ moreThan: 5 }, 'trên 5 CLB', 5, 'notMet', 'notMet'],
  [{ moreThan: 5 }, 'trên 5 CLB', 6, 'met', 'met'],
  [{ atMost: 5 }, 'tối đa 5 CLB', 5, 'met', 'met'],
  [{ atMost: 5 }, 'tối đa 5 CLB', 6, 'beyond', 'outside'],
  [{ equal: 5 }, '5 CLB', 4, 'notMet', 'notMet'],
  [{ equal: 5 }, '5 CLB', 5, 'met', 'met'],
  [{ equal: 5 }, '5 CLB', 6, 'beyond', 'outside'],
  [{ about: { value: 5, tolerance: 1 } }, 'khoảng 5 (từ 4 đến 6) CLB', 3, 'notMet', 'notMet'],
  [{ about: { value: 5, tolerance: 1 } }, 'khoảng 5 (từ 4 đến 6) CLB', 4, 'met', 'met'],
  [{ about: { value: 5, tolerance: 1 } }, 'khoảng 5 (từ 4 đến 6) CLB', 6, 'met', 'met'],
  [{ about: { value: 5, tolerance: 1 } }, 'khoảng 5 (từ 4 đến 6) CLB', 7, 'beyond', 'outside'],
  [{ between: [4, 6] }, 'từ 4 đến 6 CLB', 3, 'notMet', 'notMet'],
  [{ between: [4, 6] }, 'từ 4 đến 6 CLB', 4, 'met', 'met'],
  [{ between: [4, 6] }, 'từ 4 đến 6 CLB', 6, 'met', 'met'],
  [{ between: [4, 6] }, 'từ 4 đến 6 CLB', 7, 'beyond', 'outside'],
];

describe('a bar', () => {
  it.each(TABLE)('%j ("%s") with %d is %s for a quantity and %s for a composition', (bar, wording, value, quantity, composition) => {
    const figure = countFigure({ ...NOTHING, sure: value });
    expect(statusOf(bar, figure, { decided: true, excess: 'beyond' })).toBe(quantity);
    expect(statusOf(bar, figure, { decided: true, excess: 'outside' })).toBe(composition);
    expect(barText(bar, { of: 'CLB' })).toBe(wording);
  });
});

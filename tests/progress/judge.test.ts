// Figures against bars, and sums of tallies: properties that hold for any of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bar } from '../../rules/plan/target-schema.ts';
import { meets, statusOf } from '../../rules/progress/judge.ts';
import type { Figure, Status, Tally } from '../../rules/progress/progress.ts';
import { countFigure, highOf, NOTHING, shareFigure, sumOf } from '../../rules/progress/tally.ts';

const STATUSES: readonly Status[] = ['met', 'notMet', 'beyond', 'outside', 'notDue', 'noData', 'noSubject', 'unjudged'];
const value = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0, max: 200, noNaN: true }));
const bar: fc.Arbitrary<Bar> = fc.oneof(
  value.map((atLeast): Bar => ({ atLeast })),
  value.map((moreThan): Bar => ({ moreThan })),
  value.map((atMost): Bar => ({ atMost })),
  value.map((equal): Bar => ({ equal })),
  fc.tuple(value, fc.integer({ min: 1, max: 10 })).map(([about, tolerance]): Bar => ({ about: { value: about, tolerance } })),
  fc.tuple(value, value).map(([a, b]): Bar => ({ between: [Math.min(a, b), Math.max(a, b)] })),
  fc.constant<Bar>({}),
);
const moment = fc.record({ decided: fc.boolean(), excess: fc.constantFrom('beyond' as const, 'outside' as const) });
const figure: fc.Arbitrary<Figure> = fc.tuple(value, fc.option(value, { nil: undefined })).map(([low, more]) => ({
  numerator: NOTHING,
  low,
  ...(more === undefined ? {} : { high: low + more }),
}));
const tally: fc.Arbitrary<Tally> = fc
  .record({ sure: fc.nat(80), doubtful: fc.nat(20), open: fc.boolean() })
  .map((counts) => ({ ...NOTHING, ...counts }));

describe('a figure against a bar', () => {
  it('has a status whatever the two are, and without a figure no subject', () => {
    fc.assert(fc.property(bar, figure, moment, (...given) => STATUSES.includes(statusOf(...given))));
    fc.assert(fc.property(bar, moment, (given, at) => statusOf(given, undefined, at) === 'noSubject'));
  });

  it('is not met, or not due, only when no truth within its bounds meets the bar', () => {
    fc.assert(
      fc.property(bar, figure, moment, fc.double({ min: 0, max: 1, noNaN: true }), (given, known, at, share) => {
        const truth = known.low + share * ((known.high ?? known.low + 1000) - known.low);
        const status = statusOf(given, known, at);
        const inTruth = statusOf(given, { numerator: NOTHING, low: truth, high: truth }, at);
        if (status === 'notMet' || status === 'notDue') expect(inTruth).toBe(status);
        if (status === 'met' && at.excess === 'outside') expect(inTruth).toBe('met');
        if (status === 'met' && at.excess === 'beyond') expect(['met', 'beyond']).toContain(inTruth);
        if (status === 'beyond' || status === 'outside') expect(inTruth).toBe(status);
      }),
    );
  });

  it('is never late before its time, and never early after it', () => {
    fc.assert(fc.property(bar, figure, (given, known) => statusOf(given, known, { decided: false, excess: 'beyond' }) !== 'notMet'));
    fc.assert(fc.property(bar, figure, (given, known) => statusOf(given, known, { decided: true, excess: 'beyond' }) !== 'notDue'));
  });

  it.each([
    [{ atLeast: 60 }, 60, 'yes'],
    [{ atLeast: 60 }, (3 / 5) * 100, 'yes'],
    [{ moreThan: 60 }, 60, 'no'],
    [{ moreThan: 60 }, 60.1, 'yes'],
    [{ atMost: 3 }, 3, 'yes'],
    [{ atMost: 3 }, 4, 'no'],
    [{ equal: 2 }, 2, 'yes'],
    [{ about: { value: 100, tolerance: 5 } }, 95, 'yes'],
    [{ about: { value: 100, tolerance: 5 } }, 106, 'no'],
    [{ between: [60, 70] }, 70, 'yes'],
    [{ between: [60, 70] }, 70.1, 'no'],
  ] as const)('%j is met by %d: %s', (given, at, expected) => {
    expect(meets(given as Bar, { low: at, high: at })).toBe(expected);
  });

  it('calls an excess of a quantity beyond the plan and one of a composition outside its frame', () => {
    const five = countFigure({ ...NOTHING, sure: 5 });
    expect(statusOf({ between: [2, 3] }, five, { decided: false, excess: 'beyond' })).toBe('beyond');
    expect(statusOf({ between: [2, 3] }, five, { decided: true, excess: 'outside' })).toBe('outside');
    expect(statusOf({ atLeast: 2 }, five, { decided: true, excess: 'beyond' })).toBe('beyond');
    expect(statusOf({ atLeast: 2 }, five, { decided: true, excess: 'outside' })).toBe('met');
  });
});

describe('sums of tallies', () => {
  it('add what is sure and what is doubtful, and stay open when one is', () => {
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 6 }), (parts) => {
        const sum = sumOf(parts);
        expect(sum.sure).toBe(parts.reduce((total, part) => total + part.sure, 0));
        expect(highOf(sum)).toBe(
          parts.some(({ open }) => open) ? undefined : parts.reduce((total, part) => total + part.sure + part.doubtful, 0),
        );
      }),
    );
  });

  it('do not depend on how they are grouped', () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        expect(sumOf([sumOf([a, b]), c])).toEqual(sumOf([a, sumOf([b, c])]));
        expect(sumOf([a, NOTHING])).toEqual(a);
      }),
    );
  });
});

describe('a share of two tallies', () => {
  it('lies between 0 and 100, the lower end first', () => {
    fc.assert(
      fc.property(tally, tally, (part, whole) => {
        const { low, high } = shareFigure(part, whole) ?? { low: 0, high: 0 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is nothing over nothing only where the whole is known to be empty', () => {
    expect(shareFigure(NOTHING, NOTHING)).toBeUndefined();
    expect(shareFigure(NOTHING, { ...NOTHING, open: true })).toMatchObject({ low: 0, high: 0 });
    expect(shareFigure({ ...NOTHING, open: true }, { ...NOTHING, open: true })).toMatchObject({ low: 0, high: 100 });
  });

  it('is exact where both are', () => {
    expect(shareFigure({ ...NOTHING, sure: 33 }, { ...NOTHING, sure: 52 })).toMatchObject({ low: (33 / 52) * 100, high: (33 / 52) * 100 });
  });
});

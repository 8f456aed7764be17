// Small counts of poverty or ethnic origin: whatever is printed of the units and of their sum, nobody can work one of them out.
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../rules/plan/schema.ts';
import type { Target } from '../../rules/plan/target-schema.ts';
import type { UnitFigures } from '../../rules/progress/figures.ts';
import type { Tally } from '../../rules/progress/progress.ts';
import { rollUp } from '../../rules/progress/roll-up.ts';
import { isSensitiveTarget } from '../../rules/progress/sensitive.ts';
import { tellingsOf } from '../../rules/progress/suppress.ts';
import { NOTHING } from '../../rules/progress/tally.ts';
import { CITY, THEN } from '../superior/a-city.ts';

const POOR = 'ho-ngheo';
const ALL = 'kho-khan';
const targetOf = (id: string, circumstance: readonly ['poor', ...('nearPoor' | 'hardship')[]]): Target => ({
  kind: 'count',
  id,
  clause: 'II',
  title: id,
  text: id,
  deadline: THEN.cutOff,
  bar: { atLeast: 1 },
  unit: 'count',
  count: { members: { circumstance: [...circumstance] } },
});
const planOf = (units: number, targets: Target[]): Plan => ({ ...CITY, units: CITY.units.slice(0, units), targets });
const ONE = [targetOf(POOR, ['poor'])];
const TWO = [...ONE, targetOf(ALL, ['poor', 'nearPoor'])];

const count = (sure: number, more: Partial<Tally> = {}): Tally => ({ ...NOTHING, sure, ...more });

/** A unit of fifty members, so many of whom each target counts. */
function figures(unit: string, counts: Readonly<Record<string, Tally>>): UnitFigures {
  const base = { clubs: 1, members: 50, older: 30, women: 30, disadvantaged: 0, borrowers: 20 };
  return {
    unit,
    cutOff: THEN.cutOff,
    planVersion: CITY.version,
    base: Object.fromEntries(Object.entries(base).map(([key, value]) => [key, count(value)])) as UnitFigures['base'],
    measured: Object.entries(counts).map(([target, numerator]) => ({ target, asOf: THEN.cutOff, numerator })),
  };
}

/** Everything that is printed: of each unit, and of all together. */
function printed(plan: Plan, units: readonly Readonly<Record<string, Tally>>[]): { cells: string[][]; text: string } {
  const known = new Map(plan.units.map(({ id }, at) => [id, figures(id, units[at] ?? {})]));
  const question = { plan, cutOff: THEN.cutOff, windowFrom: THEN.from, baselines: new Map(), verdicts: new Map() };
  const totals = rollUp(known, question).progress.map(({ figure, status }) => {
    const { sure = 0, doubtful = 0, open = false } = figure?.numerator ?? {};
    return `${sure}+${doubtful}${open ? '…' : ''} ${status}`;
  });
  const cells = [...known.values()].map((one) => {
    const tellings = tellingsOf(plan, one);
    return plan.targets.map(({ id }) => {
      const telling = tellings.get(id) ?? 'told';
      return telling === 'told' ? String(one.measured.find(({ target }) => target === id)?.numerator.sure) : telling;
    });
  });
  return { cells, text: JSON.stringify([cells, totals]) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const product = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])), [[]]);

/** For every cell that is not told: all values that it has in some truth that prints the same. */
function possibleValues(plan: Plan, worlds: readonly (readonly Readonly<Record<string, number>>[])[]): Map<string, Set<number>> {
  const possible = new Map<string, Set<number>>();
  for (const world of worlds) {
    const tallies = world.map((unit) => Object.fromEntries(Object.entries(unit).map(([id, value]) => [id, count(value)])));
    const { cells, text } = printed(plan, tallies);
    for (const [unit, row] of cells.entries())
      for (const [at, cell] of row.entries()) {
        if (/^\d+$/.test(cell)) continue;
        const key = `${text} ${unit}/${at} ${cell}`;
        const values = possible.get(key) ?? new Set<number>();
        possible.set(key, values.add(world[unit]?.[plan.targets[at]?.id ?? ''] ?? 0));
      }
  }
  return possible;
}

describe('of all that is printed', () => {
  it.each([1, 2, 3, 4])('a count under 5 may be any number from 0 to 4, with %d units', (units) => {
    const worlds = product(Array.from({ length: units }, () => range(0, 5))).map((values) => values.map((value) => ({ [POOR]: value })));
    const possible = possibleValues(planOf(units, ONE), worlds);
    expect(possible.size).toBeGreaterThan(0);
    for (const [key, values] of possible) expect([...values].sort(), key).toEqual([0, 1, 2, 3, 4]);
  });

  it('no count that is kept back is settled by another breakdown of the same people', () => {
    const unit = product([range(0, 6), range(0, 6)]).map(([poor = 0, near = 0]) => ({ [POOR]: poor, [ALL]: poor + near }));
    const worlds = product([unit, unit]);
    for (const [key, values] of possibleValues(planOf(2, TWO), worlds)) expect(values.size, key).toBeGreaterThan(1);
  });
});

describe('a sum', () => {
  const total = (...values: readonly Tally[]): string => {
    const [, totals] = JSON.parse(
      printed(
        planOf(values.length, ONE),
        values.map((value) => ({ [POOR]: value })),
      ).text,
    ) as [unknown, string[]];
    return totals[0]?.split(' ')[0] ?? '';
  };

  it.each([
    { what: 'nothing small', values: [12, 7, 5], shown: '24+0' },
    { what: 'one small part', values: [12, 3, 9], shown: '21+4' },
    { what: 'several small parts of which each may still be anything', values: [12, 3, 2, 1], shown: '18+0' },
    { what: 'several small parts that are nearly all 0', values: [12, 1, 0, 2], shown: '12+12' },
    { what: 'several small parts that are all 4', values: [12, 4, 4], shown: '12+8' },
  ])('with $what is $shown', ({ values, shown }) => {
    expect(total(...values.map((value) => count(value)))).toBe(shown);
  });

  it('has no upper end beside a part that is small and still in doubt', () => {
    expect(total(count(12), count(2, { doubtful: 6 }), count(9))).toBe('21+0');
    expect(total(count(12), count(2, { open: true }), count(9))).toBe('21+0');
  });

  it('always holds the truth', () => {
    for (const values of product([range(0, 6), range(0, 6), range(0, 6)])) {
      const [low = 0, more = 0] = total(...values.map((value) => count(value)))
        .split('+')
        .map(Number);
      const sum = values.reduce((all, value) => all + value, 0);
      expect(low <= sum && sum <= low + more, values.join()).toBe(true);
    }
  });
});

it('guards poverty and ethnic origin, and nothing else', () => {
  const guarded = CITY.targets.filter(isSensitiveTarget).map(({ id }) => id);
  expect(guarded).toEqual(['uu-tien-kho-khan']);
});

it('of a unit without members tells that there is none', () => {
  const [unit] = planOf(1, ONE).units;
  const own = figures(unit?.id ?? '', { [POOR]: count(0) });
  expect(tellingsOf(planOf(1, ONE), { ...own, base: { ...own.base, members: count(0) } }).get(POOR)).toBe('told');
  expect(tellingsOf(planOf(1, ONE), own).get(POOR)).toBe('small');
});

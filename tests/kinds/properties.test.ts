// What holds whatever the registers are: the order of units plays no part, disjoint registers add up, a way to a bar is monotone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { Bar, Target } from '../../rules/plan/target-schema.ts';
import { expectedOn, paceOf, wantedOf } from '../../rules/progress/course.ts';
import { unitsFor } from '../../rules/progress/evaluate.ts';
import type { TargetProgress } from '../../rules/progress/progress.ts';
import { aClub, aDeclaration, people, type Rows } from '../findings/a-register.ts';
import { invented, summed, targetsOf } from './a-plan.ts';

const province = invented('tinh-mau');
const CUT_OFF = '2030-12-14';
const ids = province.units.map(({ id }) => id);

/** How many clubs each commune founded; undefined: nobody has heard from it. */
const founded = fc.tuple(...ids.map(() => fc.option(fc.nat(3), { nil: undefined })));
const commune = (clubs: number): Rows => ({
  clubs: Array.from({ length: clubs }, (_, index) =>
    aClub({ code: `CLB0${index + 1}`, name: `CLB ${index}`, founded: '01/03/2027', location: null }),
  ),
  members: Array.from({ length: clubs }, (_, index) => people(2, `CLB0${index + 1}`, 10 * index + 1)).flat(),
  declarations: ['Câu lạc bộ', 'Thành viên'].map((section, index) =>
    aDeclaration({ code: `XN00${index + 1}`, section, until: '31/12/2035' }),
  ),
});
const COMMUNES = [0, 1, 2, 3].map(commune);
const unitsOf = (numbers: readonly (number | undefined)[]): Record<string, Rows> =>
  Object.fromEntries(
    numbers.flatMap((number, index) => {
      const rows = number === undefined ? undefined : COMMUNES[number];
      return rows === undefined ? [] : [[ids[index] ?? '', rows]];
    }),
  );
const over = (numbers: readonly (number | undefined)[], plan: Plan = province) =>
  targetsOf(summed(plan, { units: unitsOf(numbers) }, CUT_OFF));

/** All that is said of a target, the order of its parts left out. */
const said = ({ status, figure, units = [], phases = [], striven, course, coverage }: TargetProgress): string =>
  JSON.stringify({
    status,
    bounds: [figure?.low, figure?.high],
    units: units.map((one) => `${one.unit} ${one.status} ${one.figure.low} ${one.figure.high}`).sort(),
    phases: phases.map((one) => `${one.id} ${one.status}`),
    striven,
    course,
    coverage,
  });
const saidOf = (progress: ReadonlyMap<string, TargetProgress>) => new Map([...progress].map(([id, one]) => [id, said(one)]));

describe('over many registers', () => {
  it('the order of the units changes nothing', () => {
    fc.assert(
      fc.property(founded, fc.shuffledSubarray(province.units, { minLength: ids.length }), (numbers, order) => {
        const [first, ...rest] = order;
        const other: Plan = first === undefined ? province : { ...province, units: [first, ...rest] };
        expect(saidOf(over(numbers, other))).toEqual(saidOf(over(numbers)));
      }),
      { numRuns: 15 },
    );
  });

  it('a group is the sum of its communes, and a spread the number of groups that have enough', () => {
    fc.assert(
      fc.property(founded, (numbers) => {
        const spread = over(numbers).get('rai-deu');
        const groups = (province.groups ?? []).map(({ id }) => numbers.filter((_, index) => province.units[index]?.group === id));
        const lows = groups.map((own) => own.reduce<number>((sum, number) => sum + (number ?? 0), 0));
        expect(spread?.units?.map(({ figure }) => figure.low)).toEqual(lows);
        expect(spread?.units?.map(({ figure }) => figure.high === undefined)).toEqual(groups.map((own) => own.includes(undefined)));
        expect(spread?.figure?.low).toBe(lows.filter((low) => low >= 2).length);
        expect(spread?.figure?.high).toBe(groups.filter((own, index) => (lows[index] ?? 0) >= 2 || own.includes(undefined)).length);
      }),
      { numRuns: 40 },
    );
  });

  it('what is told with some communes missing stays true whatever they have', () => {
    fc.assert(
      fc.property(founded, fc.tuple(...ids.map(() => fc.nat(3))), (numbers, hidden) => {
        const some = over(numbers);
        const truth = over(numbers.map((number, index) => number ?? hidden[index]));
        for (const id of ['clb-moi', 'rai-deu', 'moi-cum', 'xa-hai-clb', 'xa-dong-bang', 'clb-cum-dong']) {
          const [early, late] = [some.get(id), truth.get(id)];
          if (early === undefined || late === undefined) throw new Error(`${id} is not judged`);
          if (['notMet', 'notDue'].includes(early.status)) expect(late.status, id).toBe(early.status);
          if (['met', 'beyond'].includes(early.status)) expect(['met', 'beyond'], id).toContain(late.status);
          if (early.course?.pace === 'behind' || early.course?.pace === 'ahead') expect(late.course?.pace, id).toBe(early.course.pace);
          if (early.course?.pace === 'onTrack') expect(['onTrack', 'ahead'], id).toContain(late.course?.pace);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('disjoint scopes add up to the whole', () => {
    const [first] = province.targets.filter(({ id }) => id === 'clb-moi');
    if (first?.kind !== 'count') throw new Error('clb-moi is a count');
    const { phases: _, baseline: __, ...count } = first;
    const parts = (province.groups ?? []).map(({ id: group }): Target => ({ ...count, id: group, scope: { group } }));
    const plan: Plan = { ...province, targets: [count, ...parts] };
    expect(parts.flatMap((part) => unitsFor(plan, part)).sort()).toEqual([...ids].sort());
    fc.assert(
      fc.property(fc.tuple(...ids.map(() => fc.nat(3))), (numbers) => {
        const judged = over(numbers, plan);
        const sum = parts.reduce((total, { id }) => total + (judged.get(id)?.figure?.low ?? 0), 0);
        expect(judged.get('clb-moi')?.figure?.low).toBe(sum);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the way to a bar', () => {
  const head = { id: 'x', clause: 'II', title: 'x', text: 'x', kind: 'count', unit: 'count', count: { clubs: {} } } as const;
  const day = (year: number, monthDay: string): IsoDate => `${year}-${monthDay}` as IsoDate;
  const way = fc
    .record({ start: fc.integer({ min: 2016, max: 2026 }), years: fc.integer({ min: 1, max: 10 }), value: fc.nat(20), more: fc.nat(200) })
    .map(({ start, years, value, more }) => ({
      start,
      years,
      value,
      goal: value + more,
      target: {
        ...head,
        deadline: day(start + years, '12-31'),
        bar: { atLeast: value + more } satisfies Bar,
        baseline: { date: day(start, '12-31'), value },
      } as Target,
    }));
  const anyDay = fc
    .tuple(fc.integer({ min: 2015, max: 2037 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => day(year, `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`));

  it('rises by the same step at every yearly cut-off, leap year or not', () => {
    fc.assert(
      fc.property(way, ({ start, years, value, goal, target }) => {
        for (let year = 0; year <= years; year++) {
          expect(expectedOn(target, day(start + year, '12-14'))).toBeCloseTo(value + ((goal - value) * year) / years, 9);
        }
      }),
    );
  });

  it('never falls, and stays between its two ends', () => {
    fc.assert(
      fc.property(way, anyDay, anyDay, ({ value, goal, target }, one, other) => {
        const [early, late] = [expectedOn(target, one < other ? one : other) ?? -1, expectedOn(target, one < other ? other : one) ?? -1];
        expect(early).toBeLessThanOrEqual(late + 1e-9);
        expect(early).toBeGreaterThanOrEqual(value - 1e-9);
        expect(late).toBeLessThanOrEqual(goal + 1e-9);
      }),
    );
  });

  it('is the same whether a plan begins on 31/12 or on the day after', () => {
    fc.assert(
      fc.property(way, anyDay, ({ start, value, target }, on) => {
        const after = { ...target, baseline: { date: day(start + 1, '01-01'), value } } as Target;
        expect(expectedOn(after, on)).toBe(expectedOn(target, on));
      }),
    );
  });

  it('runs through the steps, and before the first of them wants nothing without a baseline', () => {
    const steps = [
      { by: day(2022, '12-31'), bar: { atLeast: 2 } },
      { by: day(2023, '12-31'), bar: { moreThan: 9 } },
    ];
    const target = { ...head, deadline: day(2025, '12-31'), bar: { between: [12, 20] }, steps } as unknown as Target;
    expect([2021, 2022, 2023, 2024, 2025, 2026].map((year) => expectedOn(target, day(year, '12-14')))).toEqual([
      undefined,
      2,
      10,
      11,
      12,
      12,
    ]);
    expect(expectedOn({ ...head, deadline: day(2025, '12-31'), bar: { atLeast: 12 } } as Target, day(2024, '12-14'))).toBeUndefined();
  });

  it('a figure is behind or ahead only where every truth within its bounds is', () => {
    const number = fc.integer({ min: 0, max: 60 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        number,
        fc.option(number, { nil: undefined }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        share,
        (low, more, expected, at) => {
          const high = more === undefined ? undefined : low + more;
          const pace = paceOf({ low, ...(high === undefined ? {} : { high }) }, expected);
          const truth = low + Math.round(at * ((high ?? low + 100) - low));
          const inTruth = paceOf({ low: truth, high: truth }, expected);
          if (pace === 'behind' || pace === 'ahead') expect(inTruth).toBe(pace);
          if (pace === 'onTrack') expect(['onTrack', 'ahead']).toContain(inTruth);
          expect(inTruth).not.toBe('unknown');
          expect(inTruth === 'behind').toBe(truth < wantedOf(expected));
        },
      ),
    );
    expect(paceOf(undefined, 3)).toBe('unknown');
  });
});

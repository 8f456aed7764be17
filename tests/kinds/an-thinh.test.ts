// The district of an invented plan: four communes, one of which is merged into another, summed from what travels.
import { describe, expect, it } from 'vitest';
import { missingText } from '../../rules/reporting/labels.ts';
import { alone, invented, summed, targetsOf } from './a-plan.ts';
import { BASELINES, commune, HOA, PHU, SON, UNITS } from './the-district.ts';

const plan = invented('an-thinh');
const CUT_OFF = '2024-12-14';
const at = (cutOff: string, units = UNITS) => targetsOf(summed(plan, { units, baselines: BASELINES }, cutOff));
const all = at(CUT_OFF);

/** id, status, lowest and highest, worked out on paper; 6 clubs of 4 members */
const BY_HAND = [
  ['xa-co-clb', 'notDue', 75, 75], // kind 5: all but An Sơn
  ['nong-thon-dat-chuan', 'met', 100, 100], // kind 5 of a class
  ['clb-moi', 'notDue', 5, 5], // kind 2: 1 + 3 + 0 + 1 of 6
  ['clb-moi-moi-nam', 'met', 2, 2], // kind 3: 1, 1, 1 and 2
  ['moi-xa-1-2-clb', 'notDue', 50, 50], // kind 4: 2, 3, 0 and 1 of 1 to 2
  ['thanh-vien-clb-moi', 'notDue', 20, 20], // kind 7: five new clubs
  ['tong-thanh-vien', 'met', 24, 24], // about 25
  ['vay-von', 'met', 50, 50], // 12 of 24
  ['duy-tri', 'notDue', 50, 50], // kind 12: one of two was dissolved
  ['clb-mien-nui', 'notDue', 0, 0], // one class of units
] as const;

describe('the plan of huyện An Thịnh, by hand', () => {
  it.each(BY_HAND)('%s is %s, from %d to %d', (id, status, low, high) => {
    expect(all.get(id)).toMatchObject({ status, figure: { low, high } });
  });

  it('judges each commune by itself, and names those outside', () => {
    const each = all.get('moi-xa-1-2-clb');
    expect(each?.units?.map(({ name, figure, status }) => `${name} ${figure.low} ${status}`)).toEqual([
      'xã An Phú 2 met',
      'xã An Hòa 3 outside',
      'xã An Sơn 0 notDue',
      'thị trấn An Thịnh 1 met',
    ]);
    expect(each && missingText(each)).toBe('chưa đạt: xã An Sơn');
  });

  it('holds a commune’s own number against the bar of each', () => {
    const own = (unit: string) => alone(plan, unit, UNITS[unit] ?? {}, CUT_OFF).get('moi-xa-1-2-clb');
    expect([own(PHU)?.status, own(HOA)?.status, own(SON)?.status]).toEqual(['met', 'outside', 'notDue']);
    expect(own(HOA)?.figure).toMatchObject({ low: 3, high: 3 });
  });

  it('judges a scope’s target in the communes of the scope alone', () => {
    expect(all.get('clb-mien-nui')?.coverage).toEqual({ heard: 1, of: 1 });
    expect(alone(plan, SON, UNITS[SON] ?? {}, CUT_OFF).has('clb-mien-nui')).toBe(true);
    expect(alone(plan, PHU, UNITS[PHU] ?? {}, CUT_OFF).has('clb-mien-nui')).toBe(false);
  });

  it('strives for more beside what is assigned', () => {
    expect(all.get('clb-moi')?.striven).toEqual({ bar: { atLeast: 8 }, status: 'notDue' });
  });
});

describe('a commune that was not heard from', () => {
  const { [SON]: _, ...rest } = UNITS;
  const some = at(CUT_OFF, rest);

  it('may hold anything: what hangs on it is open, what does not is told', () => {
    expect(some.get('xa-co-clb')?.status).toBe('noData');
    expect(some.get('clb-mien-nui')?.status).toBe('noData');
    expect(some.get('clb-moi')).toMatchObject({ status: 'noData', coverage: { heard: 3, of: 4 } });
    expect(some.get('moi-xa-1-2-clb')?.units?.find(({ unit }) => unit === SON)).toMatchObject({ status: 'noData' });
    expect(some.get('moi-xa-1-2-clb')?.figure).toMatchObject({ low: 50, high: 75 });
  });

  it('leaves the pace open only where it decides', () => {
    expect(some.get('clb-moi')?.course?.pace).toBe('onTrack'); // 5 are enough whatever it has
    const { [HOA]: __, ...fewer } = UNITS;
    expect(at(CUT_OFF, fewer).get('clb-moi')?.course?.pace).toBe('unknown');
  });
});

describe('a commune that was merged', () => {
  const after = at('2025-12-14');

  it('keeps its id, its clubs and its place in the denominator', () => {
    expect(after.get('xa-co-clb')?.figure?.denominator?.sure).toBe(4);
    expect(after.get('clb-moi')).toMatchObject({ status: 'notMet', figure: { low: 5, high: 5 } });
  });

  it('bears its successor’s name, told apart by the former area', () => {
    expect(after.get('moi-xa-1-2-clb')?.units?.map(({ name }) => name)).toContain('xã An Phú, địa bàn xã An Hòa (cũ)');
  });
});

describe('the way to six clubs in five years', () => {
  const paceOf = (cutOff: string, units = UNITS) => at(cutOff, units).get('clb-moi')?.course;

  it.each([
    ['2021-12-14', 1.2, 'onTrack'], // 1 founded: between 1 and 2
    ['2022-12-14', 2.4, 'onTrack'], // 2
    ['2023-12-14', 3.6, 'onTrack'], // 3
    ['2024-12-14', 4.8, 'onTrack'], // 5
    ['2022-03-01', 1.2 + (1.2 * 77) / 365, 'onTrack'], // 1; 77 days into the year of reports
  ] as const)('wants on %s %d, and it is %s', (cutOff, expected, pace) => {
    expect(paceOf(cutOff)?.expected).toBeCloseTo(expected, 9);
    expect(paceOf(cutOff)?.pace).toBe(pace);
  });

  it('is behind when there are fewer', () => {
    expect(paceOf(CUT_OFF, { ...UNITS, [HOA]: commune([]) })).toMatchObject({ pace: 'behind' });
  });

  it('ends with the deadline: then the status tells', () => {
    expect(paceOf('2025-12-14')).toBeUndefined();
  });

  it('of a share goes from its baseline to its bar', () => {
    expect(all.get('vay-von')?.course).toEqual({ on: CUT_OFF, expected: 42, pace: 'ahead' });
  });
});

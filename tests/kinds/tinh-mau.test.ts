// The province of an invented plan: six communes in three groups, two phases, judged in 2030 and in 2031 from what travels.
import { describe, expect, it } from 'vitest';
import type { Verdicts } from '../../rules/progress/judge-target.ts';
import { planText } from '../../rules/progress/labels.ts';
import { alone, invented, summed, targetsOf } from './a-plan.ts';
import { UNITS } from './the-province.ts';

const plan = invented('tinh-mau');
const BASELINES = Object.fromEntries(plan.units.map(({ id }) => [id, 0]));
const verdicts: Verdicts = new Map([['nhan-thuc', { met: true, text: 'Đã tuyên truyền.' }]]);
const at = (cutOff: string, units = UNITS) => targetsOf(summed(plan, { units, baselines: BASELINES, verdicts }, cutOff));
const in2030 = at('2030-12-14');
const in2031 = at('2031-12-14');

/** id, status, lowest and highest on 14/12/2030, worked out on paper; 2, 1, 1, 0, 0 and 0 clubs */
const BY_HAND = [
  ['clb-moi', 'met', 4, 4], // kind 2, its first phase
  ['rai-deu', 'notMet', 1, 1], // kind 6: only the eastern group has two
  ['moi-cum', 'notDue', 100 / 3, 100 / 3], // kind 4 by groups: 3, 1 and 0
  ['xa-hai-clb', 'notDue', 100 / 6, 100 / 6], // kind 6 by units, in percent
  ['xa-dong-bang', 'notDue', 200 / 3, 200 / 3], // kind 5: 2 of 3 communes of the plain
  ['xa-mien-nui', 'notMet', 100 / 3, 100 / 3], // kind 5 in a scope
  ['clb-cum-dong', 'met', 3, 3], // kind 1: exactly 3 in a group
  ['nct', 'met', 12, 12], // kind 7: more than 11
  ['nu-moi-clb', 'outside', 0, 0], // kind 8: 100 % women in each
  ['hai-quy', 'met', 100, 100], // kind 9
  ['vay-von', 'notDue', 25, 25], // kind 10: 2 of 3 in one of four clubs
  ['quy-50-trieu', 'notMet', 25, 25], // kind 11
  ['ban-mau', 'met', 100, 100], // kind 13
] as const;

describe('the plan of tỉnh Mẫu in 2030, by hand', () => {
  it.each(BY_HAND)('%s is %s, from %d to %d', (id, status, low, high) => {
    const progress = in2030.get(id);
    expect(progress?.status).toBe(status);
    expect(progress?.figure?.low).toBeCloseTo(low, 9);
    expect(progress?.figure?.high).toBeCloseTo(high, 9);
  });

  it('has no clubs of an earlier phase to keep, and the people’s word on what cannot be counted', () => {
    expect(in2030.get('duy-tri')?.status).toBe('noSubject');
    expect(in2030.get('nhan-thuc')).toMatchObject({ status: 'met', verdict: 'Đã tuyên truyền.' });
  });

  it('tells each group by its sum', () => {
    expect(in2030.get('rai-deu')?.units?.map(({ name, figure, status }) => `${name} ${figure.low} ${status}`)).toEqual([
      'cụm Đông 3 met',
      'cụm Tây 1 notMet',
      'cụm Nam 0 notMet',
    ]);
    expect(in2030.get('moi-cum')?.units?.map(({ status }) => status)).toEqual(['met', 'notDue', 'notDue']);
  });

  it('counts a milestone in the commune that has the place, and nowhere else', () => {
    expect(in2030.get('ban-mau')).toMatchObject({ coverage: { heard: 1, of: 1 }, figure: { denominator: { sure: 3 } } });
    expect(alone(plan, '90203', UNITS['90203'] ?? {}, '2030-12-14').has('ban-mau')).toBe(true);
    expect(alone(plan, '90204', UNITS['90204'] ?? {}, '2030-12-14').has('ban-mau')).toBe(false);
  });

  it('shows no commune a target over groups', () => {
    const ids = [...alone(plan, '90201', UNITS['90201'] ?? {}, '2030-12-14').keys()];
    expect(ids.filter((id) => ['rai-deu', 'moi-cum', 'xa-hai-clb', 'clb-moi'].includes(id))).toEqual([]);
  });

  it('a group of which one commune was not heard from is told as far as it can be', () => {
    const without = (missing: string) => at('2030-12-14', Object.fromEntries(Object.entries(UNITS).filter(([unit]) => unit !== missing)));
    expect(
      without('90202')
        .get('rai-deu')
        ?.units?.map(({ status }) => status),
    ).toEqual(['met', 'notMet', 'notMet']);
    expect(without('90204').get('rai-deu')).toMatchObject({ status: 'noData', figure: { low: 1, high: 2 } });
  });
});

describe('the phases of a target', () => {
  it('are each judged by their own deadline, the current one being the status', () => {
    expect(in2030.get('clb-moi')?.phases?.map(({ id, status, current }) => [id, status, current])).toEqual([
      ['den-2030', 'met', true],
      ['den-2035', 'notDue', false],
    ]);
    expect(in2030.get('clb-moi')?.striven).toEqual({ bar: { atLeast: 6 }, status: 'notMet' });
  });

  it('that are over keep the figures of the day that decided', () => {
    const later = in2031.get('clb-moi');
    expect(later).toMatchObject({
      status: 'notDue',
      figure: { low: 5, high: 5 },
      target: { bar: { atLeast: 10 }, deadline: '2035-12-31' },
    });
    expect(later?.phases?.map(({ id, status, figure, asOf }) => [id, status, figure?.low, asOf])).toEqual([
      ['den-2030', 'met', 4, '2030-12-14'],
      ['den-2035', 'notDue', 5, '2031-12-14'],
    ]);
    expect(later?.striven).toBeUndefined();
  });

  it('are points of the way to the last bar', () => {
    expect(in2031.get('clb-moi')?.course).toEqual({ on: '2031-12-14', expected: 5.2, pace: 'onTrack' });
    const earlier = at('2028-12-14').get('clb-moi')?.course; // on the way to 4 in five years, 3 there
    expect(earlier?.expected).toBeCloseTo(2.4, 9);
    expect(earlier?.pace).toBe('onTrack');
  });

  it('stand in the table with the bar of the day', () => {
    const said = [in2030, in2031].map((progress) => progress.get('clb-moi')).map((one) => (one ? planText(one.target) : ''));
    expect(said).toEqual(['ít nhất 4 CLB', 'ít nhất 10 CLB']);
  });

  it('of a commune not heard from since are not told', () => {
    const { '90201': _, ...rest } = UNITS;
    expect(at('2031-12-14', rest).get('clb-moi')?.phases?.[0]?.status).toBe('noData');
  });
});

it('words what is over units as the plan does', () => {
  const said = Object.fromEntries(plan.targets.map((target) => [target.id, planText(target)]));
  expect(said['rai-deu']).toBe('ít nhất 2 cụm có ít nhất 2 CLB');
  expect(said['moi-cum']).toBe('mỗi cụm ít nhất 2 CLB');
  expect(said['xa-hai-clb']).toBe('ít nhất 50% xã có ít nhất 2 CLB');
});

// Late or not: days off, days of grace, locks, and what a superior granted a unit.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { addDays } from '../../rules/calendar-date.ts';
import { daysFrom } from '../../rules/reporting/due-days.ts';
import { type Awaited, type Extension, lateness } from '../../rules/reporting/lateness.ts';
import { yearlyPeriod } from '../../rules/reporting/periods.ts';

const day = (text: string): IsoDate => text as IsoDate;
const DUE = { month: 12, day: 20 };
const report = (year = 2024, limits: Parameters<typeof daysFrom>[1] = {}, unit = '00001'): Awaited => {
  const period = yearlyPeriod(year, DUE);
  return { unit, period, ...daysFrom(period.due, limits) };
};
const granted = (more: Partial<Extension> = {}): Extension => ({
  unit: '00001',
  period: 'năm 2024',
  until: day('2024-12-27'),
  reason: 'xã bị ngập lụt',
  by: 'Nguyễn Văn Minh',
  ...more,
});

describe('a report', () => {
  it.each([
    ['2024-12-19', 'onTime'],
    ['2024-12-20', 'onTime'],
    ['2024-12-21', 'late'],
  ])('of which the due day is 20/12/2024, a Friday, on %s is %s', (on, state) => {
    expect(lateness(report(), day(on), []).state).toBe(state);
  });

  it.each([
    ['2025-12-20', 'onTime'],
    ['2025-12-22', 'onTime'],
    ['2025-12-23', 'late'],
  ])('due on 20/12/2025, a Saturday, is in time until Monday: on %s %s', (on, state) => {
    expect(lateness(report(2025), day(on), []).state).toBe(state);
  });

  it('due inside Tết is in time until the first working day after it', () => {
    expect(daysFrom(day('2025-01-28'))).toEqual({ due: '2025-01-28', lateAfter: '2025-02-03' });
    expect(daysFrom(day('2026-02-18'), { lateAfter: 1 })).toEqual({ due: '2026-02-18', lateAfter: '2026-02-23' });
  });

  it('counts its days late from the last day in time', () => {
    expect(lateness(report(2025), day('2025-12-24'), [])).toEqual({ state: 'late', days: 2, since: '2025-12-23' });
  });

  it.each([
    ['2024-12-25', { state: 'late', days: 5, since: '2024-12-21' }],
    ['2024-12-30', { state: 'late', days: 10, since: '2024-12-21' }],
    ['2024-12-31', { state: 'locked', days: 11, since: '2024-12-31' }],
  ])('locked ten days after its due day is on %s %j', (on, expected) => {
    expect(lateness(report(2024, { lockedAfter: 10 }), day(on), [])).toEqual(expected);
  });

  it('is never locked while it is still in time', () => {
    const short = report(2025, { lockedAfter: 1 });
    expect(lateness(short, day('2025-12-22'), []).state).toBe('onTime');
    expect(lateness(short, day('2025-12-23'), []).state).toBe('locked');
  });
});

describe('what was granted', () => {
  it('makes a report in time until its last day, that day included, and says why', () => {
    const grant = granted();
    for (const on of ['2024-12-20', '2024-12-27'])
      expect(lateness(report(), day(on), [grant])).toEqual({ state: 'onTime', until: grant.until, by: grant });
  });

  it('counts no more once it is over: days late are those of the plan', () => {
    expect(lateness(report(), day('2024-12-28'), [granted()])).toEqual({ state: 'late', days: 8, since: '2024-12-21' });
  });

  it('opens what was locked, and only until its end', () => {
    const locked = report(2024, { lockedAfter: 5 });
    expect(lateness(locked, day('2024-12-27'), [granted()]).state).toBe('onTime');
    expect(lateness(locked, day('2024-12-28'), [granted()]).state).toBe('locked');
  });

  it.each<readonly [string, Partial<Extension>]>([
    ['is another unit’s', { unit: '00002' }],
    ['is for another year', { period: 'năm 2023' }],
    ['is for half of the year', { period: '6 tháng đầu năm 2024' }],
    ['is for another kind', { kind: 'final' }],
    ['begins later', { from: day('2024-12-24') }],
    ['was taken back', { to: day('2024-12-22') }],
  ])('does not count when it %s', (_, more) => {
    expect(lateness(report(), day('2024-12-23'), [granted(more)]).state).toBe('late');
  });

  it('of two the longer one counts', () => {
    const long = granted({ until: day('2025-01-03') });
    expect(lateness(report(), day('2024-12-26'), [granted(), long])).toMatchObject({ state: 'onTime', until: long.until });
  });

  it('shortens nothing', () => {
    const short = granted({ until: addDays(day('2024-12-20'), -3) });
    expect(lateness(report(), day('2024-12-20'), [short])).toEqual({ state: 'onTime', until: '2024-12-20' });
  });
});

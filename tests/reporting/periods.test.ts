// Which reports are due on a day, and which is under way.
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../rules/calendar-date.ts';
import type { Schedule } from '../../rules/plan/schedule-schema.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { reportsDue, reportUnderWay, yearlyPeriod } from '../../rules/reporting/periods.ts';
import { QUY_KY } from '../findings/a-register.ts';

const day = (text: string): IsoDate => text as IsoDate;
const UNIT = '05545';
const SIX_YEARS: Plan = { ...QUY_KY, period: { from: day('2021-01-01'), to: day('2026-12-31') } };
const due = (today: string, from = '2021-01-01', plan = SIX_YEARS) =>
  reportsDue(plan, 'commune', UNIT, day(from), day(today)).map(({ period }) => period.label);
const underWay = (today: string, from = '2021-01-01', plan = SIX_YEARS) =>
  reportUnderWay(plan, 'commune', UNIT, day(from), day(today))?.period.label;

describe('a yearly window', () => {
  it('runs from 15/12 of the year before to 14/12', () => {
    expect(yearlyPeriod(2024, { month: 12, day: 20 })).toEqual({
      kind: 'yearly',
      label: 'năm 2024',
      from: '2023-12-15',
      cutOff: '2024-12-14',
      due: '2024-12-20',
    });
  });

  it('leaves no day between two years and counts none twice', () => {
    for (let year = 2021; year <= 2026; year += 1) {
      const [own, next] = [yearlyPeriod(year, { month: 12, day: 20 }), yearlyPeriod(year + 1, { month: 12, day: 20 })];
      expect(addDays(own.cutOff, 1)).toBe(next.from);
    }
  });
});

describe('reports of a plan from 2021 to 2026', () => {
  it.each([
    ['2021-12-19', [], 'năm 2021'],
    ['2021-12-20', ['năm 2021'], 'năm 2021'],
    ['2021-12-21', ['năm 2021'], 'năm 2022'],
    ['2022-12-19', ['năm 2021'], 'năm 2022'],
    ['2022-12-20', ['năm 2021', 'năm 2022'], 'năm 2022'],
    ['2023-12-20', ['năm 2021', 'năm 2022', 'năm 2023'], 'năm 2023'],
    ['2024-12-20', ['năm 2021', 'năm 2022', 'năm 2023', 'năm 2024'], 'năm 2024'],
    ['2025-12-20', ['năm 2021', 'năm 2022', 'năm 2023', 'năm 2024', 'năm 2025'], 'năm 2025'],
    ['2026-12-20', ['năm 2021', 'năm 2022', 'năm 2023', 'năm 2024', 'năm 2025', 'năm 2026'], 'năm 2026'],
    ['2026-12-21', ['năm 2021', 'năm 2022', 'năm 2023', 'năm 2024', 'năm 2025', 'năm 2026'], undefined],
    ['2031-01-01', ['năm 2021', 'năm 2022', 'năm 2023', 'năm 2024', 'năm 2025', 'năm 2026'], undefined],
  ])('due on %s are %j, and %s is under way', (today, expected, current) => {
    expect(due(today)).toEqual(expected);
    expect(underWay(today)).toBe(current);
  });

  it('stay due when a run is missed, by three days or by a year', () => {
    expect(due('2021-12-23')).toEqual(['năm 2021']);
    expect(due('2022-12-20')).toEqual(['năm 2021', 'năm 2022']);
  });

  it.each([
    ['2023-12-14', ['năm 2023', 'năm 2024']],
    ['2023-12-15', ['năm 2024']],
    ['2024-12-14', ['năm 2024']],
    ['2024-12-15', []],
  ])('of a register that reports from %s on are those whose cut-off is not before it', (from, expected) => {
    expect(due('2024-12-31', from)).toEqual(expected);
  });

  it('do not begin before the plan, however early the register does', () => {
    expect(due('2021-12-31', '1999-01-01')).toEqual(['năm 2021']);
    expect(underWay('2015-05-05', '1999-01-01')).toBe('năm 2021');
  });

  it('keep key and place whatever else is due and from whichever day the register reports', () => {
    const places = (today: string, from: string) =>
      reportsDue(SIX_YEARS, 'commune', UNIT, day(from), day(today)).map(({ key, place }) => [key, place] as const);
    const all = new Map(places('2026-12-31', '2021-01-01'));
    expect([...all.values()]).toEqual([0, 1, 2, 3, 4, 5]);
    for (const [today, from] of [
      ['2024-12-20', '2023-12-15'],
      ['2026-12-20', '2024-06-01'],
    ] as const)
      for (const [key, place] of places(today, from)) expect(all.get(key)).toBe(place);
  });

  it('of two schedules come in the order of their due days, each with a place of its own', () => {
    const plan: Plan = {
      ...SIX_YEARS,
      reporting: SIX_YEARS.reporting.map((one) => ({
        ...one,
        schedule: one.schedule.flatMap((schedule): Schedule[] =>
          schedule.kind === 'yearly' ? [schedule, { ...schedule, id: 'bao-cao-nhanh', due: { month: 12, day: 16 } }] : [schedule],
        ),
      })),
    };
    const found = reportsDue(plan, 'commune', UNIT, day('2023-12-15'), day('2025-12-31'));
    expect(found.map(({ period }) => period.due)).toEqual(['2024-12-16', '2024-12-20', '2025-12-16', '2025-12-20']);
    expect(new Set(found.map(({ place }) => place)).size).toBe(4);
  });

  it('without a fixed day are never due by themselves', () => {
    const plan: Plan = {
      ...SIX_YEARS,
      reporting: SIX_YEARS.reporting.map((one) => ({ ...one, schedule: one.schedule.filter(({ kind }) => kind !== 'yearly') })),
    };
    expect(due('2026-12-31', '2021-01-01', plan)).toEqual([]);
    expect(underWay('2024-01-01', '2021-01-01', plan)).toBeUndefined();
  });
});

// The windows, due days, labels, keys and places of every kind of report.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, type IsoDate, localDate, momentOf } from '../../rules/calendar-date.ts';
import type { Schedule } from '../../rules/plan/schedule-schema.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { adHocReports, placeFor } from '../../rules/reporting/ad-hoc.ts';
import { isWorkingDay } from '../../rules/reporting/calendar.ts';
import { dueAfter } from '../../rules/reporting/due-days.ts';
import { isAbout } from '../../rules/reporting/period-said.ts';
import { reportsDue, reportsUnderWay, reportUnderWay, scheduledPlaces, scheduledReports } from '../../rules/reporting/periods.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { day, ENTRIES, planWith } from './a-schedule.ts';

const UNIT = '05545';
const of = (plan: Plan, from: string = plan.period.from) => scheduledReports(plan, 'commune', UNIT, day(from));
const named = (plan: Plan, label: string) => of(plan).find(({ period }) => period.label === label);
const windowOf = (entry: Schedule, label: string) => {
  const { from, cutOff } = named(planWith([entry]), label)?.period ?? {};
  return [from, cutOff];
};

describe('a window by NĐ 09/2019 Điều 12', () => {
  it.each<readonly [string, Schedule, readonly [string, string]]>([
    ['tháng 1 năm 2025', ENTRIES.monthly, ['2024-12-15', '2025-01-14']],
    ['tháng 2 năm 2024', ENTRIES.monthly, ['2024-01-15', '2024-02-14']],
    ['tháng 3 năm 2024', ENTRIES.monthly, ['2024-02-15', '2024-03-14']],
    ['tháng 12 năm 2025', ENTRIES.monthly, ['2025-11-15', '2025-12-14']],
    ['quý I năm 2025', ENTRIES.quarterly, ['2024-12-15', '2025-03-14']],
    ['quý II năm 2025', ENTRIES.quarterly, ['2025-03-15', '2025-06-14']],
    ['quý III năm 2025', ENTRIES.quarterly, ['2025-06-15', '2025-09-14']],
    ['quý IV năm 2025', ENTRIES.quarterly, ['2025-09-15', '2025-12-14']],
    ['6 tháng đầu năm 2025', ENTRIES['six-month'], ['2024-12-15', '2025-06-14']],
    ['6 tháng cuối năm 2025', { ...ENTRIES['six-month'], secondHalf: true }, ['2025-06-15', '2025-12-14']],
    ['năm 2025', ENTRIES.yearly, ['2024-12-15', '2025-12-14']],
    ['sơ kết giai đoạn 2023-2024', ENTRIES.interim, ['2023-01-01', '2024-12-14']],
    ['tổng kết giai đoạn 2023-2025', ENTRIES.final, ['2023-01-01', '2025-12-14']],
    ['sơ kết năm 2023', { ...ENTRIES.interim, cutOff: day('2023-12-31') }, ['2023-01-01', '2023-12-31']],
    ['sơ kết đến ngày 30/06/2024', { ...ENTRIES.interim, cutOff: day('2024-06-30') }, ['2023-01-01', '2024-06-30']],
  ])('of %s', (label, entry, window) => {
    expect(windowOf(entry, label)).toEqual(window);
  });

  it('of the second half is there only where the plan asks for it', () => {
    expect(of(planWith([ENTRIES['six-month']])).map(({ period }) => period.label)).toEqual([
      '6 tháng đầu năm 2023',
      '6 tháng đầu năm 2024',
      '6 tháng đầu năm 2025',
    ]);
  });

  it('begins with the month, quarter or half of the plan’s first day and ends with that of its last', () => {
    const labels = (entry: Schedule) => of(planWith([entry], '2024-03-01', '2025-02-28')).map(({ period }) => period.label);
    expect(labels(ENTRIES.monthly)).toHaveLength(12);
    expect([labels(ENTRIES.monthly)[0], labels(ENTRIES.monthly)[11]]).toEqual(['tháng 3 năm 2024', 'tháng 2 năm 2025']);
    expect(labels(ENTRIES.quarterly)).toEqual([
      'quý I năm 2024',
      'quý II năm 2024',
      'quý III năm 2024',
      'quý IV năm 2024',
      'quý I năm 2025',
    ]);
  });

  it('that ended before the plan began is no report’s', () => {
    expect(of(planWith([ENTRIES.monthly], '2024-03-20', '2024-05-31')).map(({ period }) => period.label)).toEqual([
      'tháng 4 năm 2024',
      'tháng 5 năm 2024',
    ]);
  });
});

describe('a due day', () => {
  it.each([
    ['a fixed day of the year', '2024-12-14', { month: 12, day: 20 }, '2024-12-20'],
    ['the last day of the year', '2024-12-14', { month: 12, day: 31 }, '2024-12-31'],
    ['a fixed day that is the next year’s', '2024-12-14', { month: 1, day: 10 }, '2025-01-10'],
    ['29 February in a common year', '2024-12-14', { month: 2, day: 29 }, '2025-02-28'],
    ['29 February in a leap year', '2023-12-14', { month: 2, day: 29 }, '2024-02-29'],
    ['a day of the cut-off’s month', '2025-06-14', { day: 15 }, '2025-06-15'],
    ['the 31st of a month of 30 days', '2025-06-14', { day: 31 }, '2025-06-30'],
    ['the 31st of February in a leap year', '2024-02-14', { day: 31 }, '2024-02-29'],
    ['the 31st of February in a common year', '2025-02-14', { day: 31 }, '2025-02-28'],
    ['a day of the next month', '2025-06-14', { day: 5 }, '2025-07-05'],
    ['the cut-off’s own day, which is the next month’s', '2025-06-14', { day: 14 }, '2025-07-14'],
    ['a day of the next month, across New Year', '2024-12-14', { day: 5 }, '2025-01-05'],
    ['one working day after a Saturday', '2025-06-14', { workingDaysAfterCutOff: 1 }, '2025-06-16'],
    ['three working days after a Saturday', '2025-06-14', { workingDaysAfterCutOff: 3 }, '2025-06-18'],
    ['two working days after a Friday', '2024-06-14', { workingDaysAfterCutOff: 2 }, '2024-06-18'],
    ['working days around Tết', '2026-02-14', { workingDaysAfterCutOff: 1 }, '2026-02-23'],
  ])('by %s: %s, %j is %s', (_, cutOff, rule, expected) => {
    expect(dueAfter(day(cutOff), rule)).toBe(expected);
  });

  it('on a day off is when the report is due; only what is late moves', () => {
    const report = named(planWith([ENTRIES.monthly]), 'tháng 9 năm 2025');
    expect(report).toMatchObject({ period: { due: '2025-09-20' }, lateAfter: '2025-09-22' });
    const plan = planWith([{ ...ENTRIES.yearly, due: { month: 1, day: 28 }, lateAfter: 0, lockedAfter: 30 }]);
    expect(named(plan, 'năm 2024')).toMatchObject({ period: { due: '2025-01-28' }, lateAfter: '2025-02-03', lockedAfter: '2025-02-27' });
  });

  it('has come at midnight in Viet Nam, not before', () => {
    const plan = planWith([ENTRIES.monthly]);
    const before = (momentOf(day('2025-03-20')) - 60_000) as ReturnType<typeof momentOf>;
    const dueAt = (now: ReturnType<typeof momentOf>) => reportsDue(plan, 'commune', UNIT, day('2025-02-15'), localDate(now)).length;
    expect([localDate(before), dueAt(before)]).toEqual(['2025-03-19', 0]);
    expect(dueAt(momentOf(day('2025-03-20')))).toBe(1);
    expect(dueAt(momentOf(day('2025-03-20'), 23, 59))).toBe(1);
  });
});

describe('reports of several kinds', () => {
  const ALL = planWith(Object.values(ENTRIES));
  const labels = (reports: readonly { readonly period: { readonly label: string } }[]) => reports.map(({ period }) => period.label);

  it('that were missed are all due, oldest first', () => {
    const found = reportsDue(ALL, 'commune', UNIT, day('2024-12-01'), day('2024-12-26'));
    expect(found.map(({ period }) => [period.due, period.label])).toEqual([
      ['2024-12-18', 'quý IV năm 2024'],
      ['2024-12-20', 'năm 2024'],
      ['2024-12-20', 'tháng 12 năm 2024'],
      ['2024-12-25', 'sơ kết giai đoạn 2023-2024'],
    ]);
    const dues = reportsDue(ALL, 'commune', UNIT, day('2023-01-01'), day('2026-12-31')).map(({ period }) => period.due);
    expect(dues).toEqual([...dues].sort());
    expect(dues).toHaveLength(3 * (1 + 1 + 4 + 12) + 2);
  });

  it.each(['2025-03-20', '2025-03-21', '2025-03-22', '2025-03-23'])(
    'due on 20/3 is still due on %s, with nothing sent in between',
    (today) => {
      expect(labels(reportsDue(ALL, 'commune', UNIT, day('2025-03-01'), day(today)))).toEqual(['quý I năm 2025', 'tháng 3 năm 2025']);
    },
  );

  it('leave the figures on screen to the year, or to the first kind where no year is asked for', () => {
    const shown = (plan: Plan, today: string) => reportUnderWay(plan, 'commune', UNIT, plan.period.from, day(today))?.period.label;
    expect(shown(ALL, '2025-03-20')).toBe('năm 2025');
    expect(shown(planWith([ENTRIES.quarterly, ENTRIES.final]), '2025-03-20')).toBe('quý II năm 2025');
    expect(shown(planWith([ENTRIES.quarterly, ENTRIES.final]), '2025-03-19')).toBe('quý I năm 2025');
    expect(shown(planWith([ENTRIES.final]), '2024-03-19')).toBe('tổng kết giai đoạn 2023-2025');
  });

  it.each([
    ['2024-03-01', ['quý I năm 2024', 'tháng 3 năm 2024', '6 tháng đầu năm 2024', 'năm 2024', 'sơ kết giai đoạn 2023-2024']],
    ['2024-06-21', ['tháng 7 năm 2024', 'quý III năm 2024', 'năm 2024', 'sơ kết giai đoạn 2023-2024']],
    ['2025-12-21', ['tổng kết giai đoạn 2023-2025']],
  ])('are under way on %s: the first of each kind that has begun', (today, expected) => {
    expect(labels(reportsUnderWay(of(ALL), day(today)))).toEqual(expected);
  });

  it('are called by their names in one breath', () => {
    const names = of(ALL).map(({ schedule, period }) => reportName(schedule.title, period.label));
    expect(names).toEqual(
      expect.arrayContaining([
        'Báo cáo 6 tháng đầu năm 2025',
        'Báo cáo quý I năm 2025',
        'Báo cáo tháng 3 năm 2025',
        'Báo cáo năm 2025',
        'Báo cáo sơ kết giai đoạn 2023-2024',
        'Báo cáo tổng kết giai đoạn 2023-2025',
      ]),
    );
  });

  it.each([
    ['năm 2024', '2024'],
    ['6 tháng đầu năm 2025', 'báo cáo sáu tháng đầu năm 2025'],
    ['6 tháng đầu năm 2025', '15/12/2024 - 14/6/2025'],
    ['quý I năm 2025', 'Quý 1/2025'],
    ['quý IV năm 2024', 'quý IV/2024'],
    ['tháng 3 năm 2025', 'Tháng 03/2025'],
    ['sơ kết giai đoạn 2023-2024', 'Sơ kết giai đoạn 2023 – 2024'],
    ['tổng kết giai đoạn 2023-2025', 'Báo cáo tổng kết 2023-2025'],
  ])('of %s are meant by “%s”, and no other', (label, said) => {
    expect(labels(of(ALL).filter(({ period }) => isAbout(said, period)))).toEqual([label]);
  });
});

const aPeriod = fc
  .tuple(
    fc.integer({ min: 2019, max: 2034 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 31, max: 2200 }),
  )
  .map(([year, month, number, days]): [IsoDate, IsoDate] => {
    const from = dateOf(year, month, number) ?? day('2024-01-01');
    return [from, addDays(from, days)];
  });
const aDueRule = fc.oneof(
  fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ workingDaysAfterCutOff: fc.integer({ min: 1, max: 30 }) }),
);
const anEntry = fc
  .tuple(fc.constantFrom('six-month' as const, 'quarterly' as const, 'monthly' as const), aDueRule, fc.boolean())
  .map(([kind, due, secondHalf]): Schedule => (kind === 'six-month' ? { ...ENTRIES[kind], due, secondHalf } : { ...ENTRIES[kind], due }));

describe('of any plan', () => {
  it('the windows of a kind follow each other without a gap, and every day up to the last is in one', () => {
    fc.assert(
      fc.property(
        aPeriod,
        fc.constantFrom('yearly' as const, 'six-month' as const, 'quarterly' as const, 'monthly' as const),
        ([from, to], kind) => {
          const entry: Schedule = kind === 'six-month' ? { ...ENTRIES[kind], secondHalf: true } : ENTRIES[kind];
          const windows = scheduledReports(planWith([entry], from, to), 'commune', UNIT, from).map(({ period }) => period);
          windows.slice(1).forEach((window, index) => {
            expect(window.from).toBe(addDays(windows[index]?.cutOff ?? from, 1));
          });
          const [first] = windows;
          if (first !== undefined) expect(first.from <= from && from <= first.cutOff).toBe(true);
          expect(new Set(windows.map(({ label }) => label)).size).toBe(windows.length);
        },
      ),
    );
  });

  it('a report is due after its cut-off, late from then on at the earliest, and late only after a working day', () => {
    fc.assert(
      fc.property(
        aPeriod,
        anEntry,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 10, max: 30 }),
        ([from, to], entry, lateAfter, lockedAfter) => {
          for (const { period, ...limits } of of(planWith([{ ...entry, lateAfter, lockedAfter } as Schedule], from, to))) {
            expect(period.due > period.cutOff).toBe(true);
            expect(limits.lateAfter >= addDays(period.due, lateAfter)).toBe(true);
            expect(isWorkingDay(limits.lateAfter)).toBe(true);
            expect((limits.lockedAfter ?? '') >= limits.lateAfter).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  const undated = (entry: Schedule): Schedule => {
    if (entry.kind === 'yearly' || entry.kind === 'ad-hoc') return entry;
    const { due: _due, ...rest } = entry;
    if ('cutOff' in rest) {
      const { cutOff: _cutOff, ...more } = rest;
      return more as Schedule;
    }
    return rest as Schedule;
  };
  const places = (schedule: readonly Schedule[]) => new Map(of(planWith(schedule)).map(({ key, place }) => [key, place]));
  const someEntries = fc.shuffledSubarray<Schedule>(Object.values(ENTRIES), { minLength: 1 });

  it('places are unique, and none moves when kinds are added after the others or get their dates', () => {
    fc.assert(
      fc.property(someEntries, someEntries, (entries, more) => {
        const before = places(entries);
        expect(new Set(before.values()).size).toBe(before.size);
        // a second yearly entry would stand among the first ones: the one exception, told in decision 003
        const added = more.filter(({ id, kind }) => kind !== 'yearly' && !entries.some((one) => one.id === id));
        const after = places([...entries, ...added]);
        for (const [key, place] of before) expect(after.get(key)).toBe(place);
        const early = places(entries.map(undated));
        for (const [key, place] of early) expect(before.get(key)).toBe(place);
      }),
    );
  });

  it('yearly reports have the first places, whatever else is asked for', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const yearly = places([...entries.filter(({ kind }) => kind !== 'yearly'), ENTRIES.yearly]);
        expect([2023, 2024, 2025].map((year) => yearly.get(`quy-ky/${UNIT}/bao-cao-nam/${year}/1`))).toEqual([0, 1, 2]);
      }),
    );
  });

  it('reports on directive come after all others, and keep their places when the schedule grows', () => {
    const asked = (plan: Plan, number: number) => ({
      number,
      place: placeFor(plan, number),
      title: `lần ${number}`,
      from: day('2024-01-01'),
      cutOff: day('2024-05-31'),
      due: day('2024-06-10'),
      asked: '',
      at: momentOf(day('2024-05-01')),
    });
    fc.assert(
      fc.property(someEntries, someEntries, fc.integer({ min: 0, max: 4 }), (entries, more, count) => {
        const [early, late] = [
          planWith(entries),
          planWith([...entries, ...more.filter(({ id, kind }) => kind !== 'yearly' && !entries.some((one) => one.id === id))]),
        ];
        const requests = Array.from({ length: count }, (_, index) => asked(early, index + 1));
        for (const request of requests) expect(request.place).toBe(scheduledPlaces(early, 'commune') + request.number - 1);
        const then = [...requests, asked(late, count + 1)];
        const all = [
          ...scheduledReports(
            late,
            'commune',
            UNIT,
            late.period.from,
            then.map(({ place }) => place),
          ),
          ...adHocReports(late, UNIT, then),
        ];
        expect(new Set(all.map(({ place }) => place)).size).toBe(all.length);
        for (const [key, place] of places(entries)) expect(all.find((one) => one.key === key)?.place).toBe(place);
      }),
    );
  });
});

// Working days of public offices: the announced years day by day, and what adding and counting working days have in common.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, type IsoDate } from '../../rules/calendar-date.ts';
import { addWorkingDays, dayOffOn, isAnnounced, isWorkingDay, nextWorkingDay } from '../../rules/reporting/calendar.ts';
import { HOLIDAY_YEARS } from '../../rules/reporting/holidays.ts';

const day = (text: string): IsoDate => text as IsoDate;
const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: IsoDate): boolean => weekdayOf(date) % 6 === 0;
const daysIn = (year: number): IsoDate[] => {
  const days: IsoDate[] = [];
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) days.push(date);
  return days;
};
const inYear = (year: number, days: string): IsoDate[] => (days === '' ? [] : days.split(' ').map((one) => day(`${year}-${one}`)));

/** Working days after `from` up to and with `to`: what `addWorkingDays` adds to come from one to the other. */
function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

describe('the days off of a year', () => {
  // put together by hand from the law and each year's notices
  it.each([
    [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', ''],
    [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
  ])('%i on weekdays are %s, and the weekend days worked are "%s"', (year, off, worked) => {
    const days = daysIn(year);
    expect(days.filter((date) => !isWeekend(date) && !isWorkingDay(date))).toEqual(inYear(year, off));
    expect(days.filter((date) => isWeekend(date) && isWorkingDay(date))).toEqual(inYear(year, worked));
    expect(isAnnounced(year)).toBe(true);
  });

  it('are expected ones where nothing is announced, with a Tết of five days around the first of the lunar year', () => {
    expect(HOLIDAY_YEARS.map(({ year }) => year)).toEqual(Array.from({ length: 15 }, (_, index) => 2021 + index));
    for (const { year, source, tet } of HOLIDAY_YEARS) {
      expect(isAnnounced(year)).toBe(source !== undefined);
      expect(addDays(tet[0], 4)).toBe(tet[1]);
    }
    expect(isAnnounced(2027)).toBe(false);
  });

  // mùng 1 Tết by the calendars printed in Viet Nam
  it.each(['2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02', '2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08'])(
    'hold %s, the first day of a lunar year',
    (first) => {
      const [from = '', to = ''] = HOLIDAY_YEARS.find(({ year }) => first.startsWith(String(year)))?.tet ?? [];
      expect(from < first && first < to).toBe(true);
      expect(isWorkingDay(day(first))).toBe(false);
    },
  );

  it('are only those of the solar calendar in a year of which nothing is known', () => {
    const weekdays = daysIn(2040).filter((date) => !isWeekend(date) && !isWorkingDay(date));
    expect(weekdays).toEqual(inYear(2040, '01-02 04-30 05-01 09-03')); // 24/11 is a Saturday, and is not made up
  });

  it.each([
    ['2025-01-29', 'Tết Âm lịch'],
    ['2023-01-25', 'nghỉ bù Tết Âm lịch'],
    ['2025-05-02', 'nghỉ hoán đổi ngày làm việc'],
    ['2025-12-20', 'thứ Bảy'],
    ['2025-12-21', 'Chủ nhật'],
    ['2025-12-22', undefined],
    ['2025-04-26', undefined],
  ])('are named: %s is %s', (date, name) => {
    expect(dayOffOn(day(date))).toBe(name);
  });
});

describe('working days', () => {
  it.each([
    ['2025-06-14', 3, '2025-06-18'], // a Saturday: Monday, Tuesday, Wednesday
    ['2024-06-14', 1, '2024-06-17'], // a Friday
    ['2024-12-14', 5, '2024-12-20'],
    ['2025-01-24', 1, '2025-02-03'], // the Friday before Tết
    ['2024-04-26', 1, '2024-05-02'], // 29/4 is swapped
    ['2024-05-03', 1, '2024-05-04'], // and worked for on this Saturday
    ['2024-12-31', 1, '2025-01-02'],
    ['2025-01-29', 0, '2025-01-29'],
  ])('added to %s: %i are %s', (from, days, expected) => {
    expect(addWorkingDays(day(from), days)).toBe(expected);
  });

  it.each([
    ['2025-01-26', '2025-02-03'],
    ['2026-02-16', '2026-02-23'],
    ['2025-12-20', '2025-12-22'],
    ['2025-12-19', '2025-12-19'],
  ])('next: %s waits until %s', (from, expected) => {
    expect(nextWorkingDay(day(from))).toBe(expected);
  });

  const aDate = fc
    .tuple(fc.integer({ min: 2019, max: 2038 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, number]) => dateOf(year, month, number) ?? day('2024-02-29'));
  const aFew = fc.integer({ min: 0, max: 40 });

  it('are counted back to as many as were added', () => {
    fc.assert(fc.property(aDate, aFew, (date, days) => workingDaysBetween(date, addWorkingDays(date, days)) === days));
  });

  it('end on a working day, later for more of them and never earlier for a later start', () => {
    fc.assert(
      fc.property(aDate, aFew, fc.integer({ min: 1, max: 30 }), (date, days, later) => {
        const end = addWorkingDays(date, days + 1);
        expect(isWorkingDay(end)).toBe(true);
        expect(end > addWorkingDays(date, days)).toBe(true);
        expect(addWorkingDays(addDays(date, later), days + 1) >= end).toBe(true);
      }),
    );
  });

  it('are never taken away, nor by halves', () => {
    expect(() => addWorkingDays(day('2024-12-14'), -1)).toThrow();
    expect(() => addWorkingDays(day('2024-12-14'), 0.5)).toThrow();
  });
});

// Serials of a sheet are worked out by arithmetic; the calendar library is what they are held to.
import { CalendarDate, parseDate } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, daysBetween, fromSerial, type IsoDate, toSerial } from '../../rules/calendar-date.ts';

const DAY_ZERO = new CalendarDate(1899, 12, 30);
const aDay = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map(({ year, month, day }) => dateOf(year, month, day))
  .filter((date): date is IsoDate => date !== undefined);

describe('a sheet’s serial', () => {
  it('is the number of days since 30/12/1899 of any date', () => {
    fc.assert(
      fc.property(aDay, (date) => {
        expect(toSerial(date)).toBe(parseDate(date).compare(DAY_ZERO));
      }),
    );
  });

  it('gives back the date it came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        expect(toSerial(fromSerial(serial) as IsoDate)).toBe(serial);
      }),
    );
  });

  it.each([
    ['1900-02-28', 60],
    ['1900-03-01', 61],
    ['2000-02-29', 36_585],
    ['2024-02-29', 45_351],
    ['1899-12-30', 0],
  ])('of %s is %i', (date, serial) => {
    expect(toSerial(date as IsoDate)).toBe(serial);
  });
});

describe('the days between two dates', () => {
  it('bring the one to the other', () => {
    fc.assert(
      fc.property(aDay, aDay, (from, to) => {
        fc.pre(from < '9990' && to < '9990');
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});

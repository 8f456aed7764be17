// Dates of SpreadsheetApp -> serial numbers. It gives a moment: the clock of the workbook's zone, as that zone was kept on that day.
// Viet Nam's clocks were at UTC+8 and +9 in some years before 1975, so an old date is asked back from Google's own calendar.

import type { IsoDate } from '../rules/calendar-date.ts';
import { type Instant, momentOf, toSerial, ZONE } from '../rules/calendar-date.ts';

const DAY = 86_400_000;
/** from here on Viet Nam has kept UTC+7: https://www.iana.org/time-zones, Asia/Ho_Chi_Minh */
const SETTLED: Instant = momentOf('1976-01-01' as IsoDate);
const SERIAL_ZERO: Instant = momentOf('1899-12-30' as IsoDate);

export type SerialOf = (date: Date) => number;

/** Reads serials in a zone. A day that recurs is worked out once. */
export function serialReader(zone: string): SerialOf {
  const known = new Map<number, number>();
  return (date) => {
    const moment = date.getTime();
    const before = known.get(moment);
    if (before !== undefined) return before;
    const serial = zone === ZONE && moment >= SETTLED ? ofMilliseconds(moment - SERIAL_ZERO) : shownSerial(date, zone);
    known.set(moment, serial);
    return serial;
  };
}

const ofMilliseconds = (since: number): number => Math.floor(since / DAY) + (since - Math.floor(since / DAY) * DAY) / DAY;

function shownSerial(date: Date, zone: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = Utilities.formatDate(
    date,
    zone,
    'yyyy-MM-dd-HH-mm-ss-SSS',
  )
    .split('-')
    .map(Number);
  const two = (number: number): string => String(number).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as IsoDate;
  return toSerial(iso) + (((hour * 60 + minute) * 60 + second) * 1000 + millisecond) / DAY;
}

// What a spreadsheet's locale decides: separators, the order of a date, and the serials of dates.

export interface Locale {
  readonly decimal: string;
  readonly group: string;
  readonly dayFirst: boolean;
  readonly datePattern: string;
  readonly currency: string;
}

const VIETNAMESE: Locale = { decimal: ',', group: '.', dayFirst: true, datePattern: 'dd/mm/yyyy', currency: '₫' };
const AMERICAN: Locale = { decimal: '.', group: ',', dayFirst: false, datePattern: 'M/d/yyyy', currency: '$' };

/** The rules of a locale; those that the stand-in does not know count as en_US (PARITY). */
export function localeRules(locale: string): Locale {
  return locale === 'vi_VN' || locale === 'vi' ? VIETNAMESE : AMERICAN;
}

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** The serial of a calendar date, or undefined when there is no such day. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (moment.getUTCFullYear() !== year || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return undefined;
  return Math.round((moment.getTime() - EPOCH_MS) / DAY_MS);
}

/** The moment of a serial, as if its wall clock were UTC. */
export function momentOf(serial: number): Date {
  return new Date(EPOCH_MS + Math.round(serial * 86_400) * 1000);
}

/** A moment as the serial that a clock on the wall of that zone shows; an unknown zone counts as Greenwich. */
export function serialNow(now: number, timeZone: string): number {
  return (now + zoneOffset(now, timeZone) - EPOCH_MS) / DAY_MS;
}

function zoneOffset(now: number, timeZone: string): number {
  try {
    const fields: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' };
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', second: 'numeric', ...fields }).formatToParts(now);
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return wall - Math.floor(now / 1000) * 1000;
  } catch {
    return 0; // a zone that the platform does not know
  }
}

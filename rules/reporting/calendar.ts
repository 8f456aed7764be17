// Working days of Viet Nam's public offices: weekends, public holidays, the days made up for those on a weekend, and swapped days.
import { addDays, type IsoDate, isoDate, toSerial, yearOf } from '../calendar-date.ts';
import { FIXED_HOLIDAYS, HOLIDAY_NAMES, HOLIDAY_YEARS } from './holidays.ts';

/** Whether the days off of a year are announced; those of other years are *dự kiến*. */
export const isAnnounced = (year: number): boolean => HOLIDAY_YEARS.find((one) => one.year === year)?.source !== undefined;

/** Why nobody works on a day: the holiday's name, "thứ Bảy", "Chủ nhật"; undefined on a working day. */
export function dayOffOn(date: IsoDate): string | undefined {
  const { off, worked } = daysOf(yearOf(date));
  return off.get(date) ?? (worked.has(date) ? undefined : weekendOn(date));
}

export const isWorkingDay = (date: IsoDate): boolean => dayOffOn(date) === undefined;

/** The day itself when it is a working day, otherwise the first one after it. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The n-th working day after a date, which is itself not counted; 0 is the date itself. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  if (!Number.isInteger(days) || days < 0) throw new Error(`${days} working days cannot be added`);
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1));
  return day;
}

function weekendOn(date: IsoDate): string | undefined {
  const weekday = (toSerial(date) - 1) % 7; // serial 1 is 31/12/1899, a Sunday
  return weekday === 0 ? HOLIDAY_NAMES.sunday : weekday === 6 ? HOLIDAY_NAMES.saturday : undefined;
}

interface DaysOfYear {
  readonly off: ReadonlyMap<IsoDate, string>;
  readonly worked: ReadonlySet<IsoDate>;
}

const DAYS = new Map<number, DaysOfYear>(); // worked out once a year: every due day of every unit asks

function daysOf(year: number): DaysOfYear {
  const known = DAYS.get(year);
  if (known !== undefined) return known;
  const days = workedOut(year);
  DAYS.set(year, days);
  return days;
}

interface Holiday {
  readonly date: IsoDate;
  readonly name: string;
  readonly madeUp: boolean;
}

/** "Nếu ngày nghỉ hằng tuần trùng với ngày nghỉ lễ, tết … được nghỉ bù … vào ngày làm việc kế tiếp" (Bộ luật Lao động 2019 Điều 111.3). */
function workedOut(year: number): DaysOfYear {
  const holidays = holidaysOf(year);
  const swaps = HOLIDAY_YEARS.find((one) => one.year === year)?.swaps ?? [];
  const off = new Map(holidays.map(({ date, name }) => [date, name] as const));
  for (const { date, name, madeUp } of holidays) {
    if (!madeUp || weekendOn(date) === undefined) continue;
    let day = addDays(date, 1);
    while (off.has(day) || weekendOn(day) !== undefined) day = addDays(day, 1);
    off.set(day, HOLIDAY_NAMES.madeUp(name));
  }
  for (const swap of swaps) off.set(swap.off, HOLIDAY_NAMES.swapped);
  return { off, worked: new Set(swaps.map(({ worked }) => worked)) };
}

/** In the order of the year; outside the years of the table only the days that the solar calendar fixes. */
function holidaysOf(year: number): Holiday[] {
  const table = HOLIDAY_YEARS.find((one) => one.year === year);
  const fixed = FIXED_HOLIDAYS.flatMap(({ monthAndDay, name, since = 0, madeUp = true }): Holiday[] => {
    const date = isoDate(`${String(year).padStart(4, '0')}-${monthAndDay}`);
    return date === undefined || year < since ? [] : [{ date, name, madeUp }];
  });
  const decided: Holiday[] = [];
  if (table !== undefined) {
    for (let date = table.tet[0]; date <= table.tet[1]; date = addDays(date, 1)) decided.push(holiday(date, HOLIDAY_NAMES.tet));
    decided.push(holiday(table.hungKings, HOLIDAY_NAMES.hungKings), holiday(table.besideNationalDay, HOLIDAY_NAMES.nationalDay));
  }
  return [...fixed, ...decided].sort((one, other) => (one.date < other.date ? -1 : 1));
}

const holiday = (date: IsoDate, name: string): Holiday => ({ date, name, madeUp: true });

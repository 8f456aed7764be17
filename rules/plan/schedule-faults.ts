// Faults in the schedule of reports although each value has the right type: days that no month has, dates in the wrong order, halves of
// a pair. They are looked for in the raw file, so that one wrong key does not hide them.
import { addDays, type IsoDate, isoDate } from '../calendar-date.ts';
import { DEFAULT_REMINDERS } from './default-reminders.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { isObject, type Json, listOf, type Site, step } from './plan-place.ts';

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const CUT_OFF = { month: 12, day: 14 };

const dateAt = (value: Json, key: string): IsoDate | undefined => {
  const text = value[key];
  return typeof text === 'string' ? isoDate(text) : undefined;
};

/** A day of the year: one that exists, and that is not the yearly cut-off or just before it. */
function dayFaults(raw: unknown, site: Site, { kind, due }: Json): PlanFault[] {
  const [month, day] = [step(due, 'month'), step(due, 'day')];
  if (kind !== 'yearly' || typeof month !== 'number' || typeof day !== 'number') return [];
  const at: Site = [...site, 'due'];
  if (day > (LONGEST[month - 1] ?? 31)) return [planFault(raw, at, 'PLAN_NO_SUCH_DAY', { day, month })];
  return month === CUT_OFF.month && day <= CUT_OFF.day
    ? [planFault(raw, at, 'PLAN_DUE_NOT_AFTER_CUT_OFF', { day: `${day}/${month}` })]
    : [];
}

/** The two dates of a cumulative report come together, in order, and within the time of the plan. */
function datedFaults(raw: unknown, site: Site, entry: Json): PlanFault[] {
  if (entry.kind !== 'interim' && entry.kind !== 'final') return [];
  const faults: PlanFault[] = [];
  for (const [key, other] of [
    ['cutOff', 'due'],
    ['due', 'cutOff'],
  ] as const)
    if (entry[key] === undefined && entry[other] !== undefined) faults.push(planFault(raw, [...site, key], 'PLAN_MISSING', { key }));
  const [cutOff, due] = [dateAt(entry, 'cutOff'), dateAt(entry, 'due')];
  const begins = dateIn(raw, 'from');
  if (cutOff !== undefined && due !== undefined && due <= cutOff)
    faults.push(planFault(raw, [...site, 'due'], 'PLAN_DUE_NOT_AFTER_CUT_OFF', { day: due }));
  if (cutOff !== undefined && begins !== undefined && cutOff < begins)
    faults.push(planFault(raw, [...site, 'cutOff'], 'PLAN_DATES_OUT_OF_ORDER', { date: cutOff, before: addDays(begins, -1) }));
  return faults;
}

const dateIn = (raw: unknown, key: 'from'): IsoDate | undefined => {
  const period = step(raw, 'period');
  return isObject(period) ? dateAt(period, key) : undefined;
};

function limitFaults(raw: unknown, site: Site, { lateAfter, lockedAfter }: Json): PlanFault[] {
  if (typeof lateAfter !== 'number' || typeof lockedAfter !== 'number' || lateAfter < lockedAfter) return [];
  return [planFault(raw, [...site, 'lockedAfter'], 'PLAN_LOCKED_BEFORE_LATE', { lateAfter, lockedAfter })];
}

/** The superior is told after the unit's own last reminder, or it would hear of a unit that is still to be asked. */
function reminderFaults(raw: unknown, site: Site, { reminders }: Json): PlanFault[] {
  if (!isObject(reminders)) return [];
  const { daysAfter = DEFAULT_REMINDERS.daysAfter, superiorAfter = DEFAULT_REMINDERS.superiorAfter } = reminders;
  if (!Array.isArray(daysAfter) || typeof superiorAfter !== 'number') return [];
  const last = Math.max(0, ...daysAfter.filter((days): days is number => typeof days === 'number'));
  if (superiorAfter > last) return [];
  return [planFault(raw, [...site, 'reminders'], 'PLAN_SUPERIOR_TOLD_TOO_EARLY', { superiorAfter, last })];
}

/** Due days that do not exist or come before the cut-off, a date without its other half, locks that close before a report is late, reminders out of order. */
export const scheduleFaults = (raw: unknown): PlanFault[] =>
  listOf(step(raw, 'reporting')).flatMap((part, level) =>
    listOf(step(part, 'schedule')).flatMap((entry, index) => {
      if (!isObject(entry)) return [];
      const site: Site = ['reporting', level, 'schedule', index];
      return [dayFaults, datedFaults, limitFaults, reminderFaults].flatMap((faults) => faults(raw, site, entry));
    }),
  );

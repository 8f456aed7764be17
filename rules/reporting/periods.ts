// Which reports a plan asks for, and which of them are due on a day. Nothing hangs on "today is the due day": what was missed is caught up.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Schedule } from '../plan/schedule-schema.ts';
import type { Level, Plan } from '../plan/schema.ts';
import { type DueDays, daysFrom, dueAfter } from './due-days.ts';
import type { ReportPeriod } from './report-content.ts';
import { cumulativeWindow, type NamedWindow, windowsOf, yearWindow } from './windows.ts';

export interface PlannedReport extends Pick<DueDays, 'lateAfter' | 'lockedAfter'> {
  readonly schedule: Schedule;
  readonly period: ReportPeriod;
  /** the delivery's key: one mail for it, ever */
  readonly key: string;
  /** its place among the register's reports, from 0: the same for everybody whatever they have read */
  readonly place: number;
  /** the key of the report that it replaces */
  readonly revises?: string;
}

/** The window of a yearly report, with a due day in the same year. */
export function yearlyPeriod(year: number, due: { readonly month: number; readonly day: number }): ReportPeriod {
  const { label, from, cutOff } = yearWindow(year);
  return { kind: 'yearly', label, from, cutOff, due: dueAfter(cutOff, due) };
}

/** A report that may be asked for one day; it keeps its place while it has no date. */
interface Slot {
  readonly schedule: Schedule;
  readonly window: NamedWindow | undefined;
  readonly days: DueDays | undefined;
}

/** An entry's slots, oldest first. A yearly entry without a due day has none: it never had. */
function slotsOf(schedule: Schedule, period: Plan['period']): Slot[] {
  const { kind } = schedule;
  if (kind === 'ad-hoc') return [];
  if (kind === 'interim' || kind === 'final') {
    const { cutOff, due } = schedule;
    const isDated = cutOff !== undefined && due !== undefined;
    const window = isDated ? cumulativeWindow(kind, period, cutOff) : undefined;
    return [{ schedule, window, days: isDated ? daysFrom(due, schedule) : undefined }];
  }
  const { due } = schedule;
  if (kind === 'yearly' && due === undefined) return [];
  const isAsked = ({ suffix }: NamedWindow) => kind !== 'six-month' || schedule.secondHalf === true || suffix.endsWith('-h1');
  return windowsOf(kind, period).map((window) => ({
    schedule,
    window,
    days: due === undefined || !isAsked(window) ? undefined : daysFrom(dueAfter(window.cutOff, due), schedule),
  }));
}

/** The slots of a level in the order of their places: yearly entries first, then the others, each in the order of the plan's file. */
function slotsAt(plan: Plan, level: Level): Slot[] {
  const entries = plan.reporting.find((one) => one.level === level)?.schedule ?? [];
  const yearly = entries.filter(({ kind }) => kind === 'yearly');
  const others = entries.filter(({ kind }) => kind !== 'yearly');
  return [...yearly, ...others].flatMap((schedule) => slotsOf(schedule, plan.period));
}

/** Rows kept for a superior's digests of a period: the last one's, and one for each day. */
export const DIGESTS_A_PERIOD = 32;

/** How many places the schedule of a level takes, asked for or not: what is no report of the schedule comes after them. */
export const scheduledPlaces = (plan: Plan, level: Level): number => slotsAt(plan, level).length;

/**
 * Every report of the plan's schedule, the earliest due first, from the register's reports-from date on; none whose window ends before
 * the plan begins. A report's place is its place in the whole plan, so that a date written later moves none. `held`: places that
 * reports on directive were given before the plan's schedule grew; they are left to them.
 */
export function scheduledReports(
  plan: Plan,
  level: Level,
  unit: string,
  reportsFrom: IsoDate,
  held: readonly number[] = [],
): PlannedReport[] {
  const begins = reportsFrom > plan.period.from ? reportsFrom : plan.period.from;
  let next = 0;
  const reports = slotsAt(plan, level).flatMap(({ schedule, window, days }): PlannedReport[] => {
    while (held.includes(next)) next += 1;
    const place = next;
    next += 1;
    if (window === undefined || days === undefined || window.cutOff < begins) return [];
    const { label, from, cutOff, suffix } = window;
    const { due, ...limits } = days;
    const period: ReportPeriod = { kind: schedule.kind, label, from, cutOff, due };
    return [{ schedule, period, key: `${plan.id}/${unit}/${schedule.id}/${suffix}/1`, place, ...limits }];
  });
  return reports.sort(byDueDay);
}

/** The earliest due first; of one day the one whose place is first. */
export const byDueDay = (one: PlannedReport, other: PlannedReport): number =>
  one.period.due < other.period.due ? -1 : one.period.due > other.period.due ? 1 : one.place - other.place;

/** The reports whose due day has come, oldest first: figures go out on that day in any case, and later if it was missed. */
export const reportsDue = (plan: Plan, level: Level, unit: string, reportsFrom: IsoDate, today: IsoDate): PlannedReport[] =>
  scheduledReports(plan, level, unit, reportsFrom).filter(({ period }) => period.due <= today);

const isCumulative = ({ period }: PlannedReport): boolean => period.kind === 'interim' || period.kind === 'final';

/**
 * The report that figures on screen are about: the first yearly one whose due day is not over, or, in a plan without yearly reports, the
 * first of those it has. Undefined after the last one.
 */
export function reportUnderWay(plan: Plan, level: Level, unit: string, reportsFrom: IsoDate, today: IsoDate): PlannedReport | undefined {
  const reports = scheduledReports(plan, level, unit, reportsFrom);
  const periodic = reports.filter((one) => !isCumulative(one));
  const [yearly, other] = [periodic.filter(({ period }) => period.kind === 'yearly'), periodic.length > 0 ? periodic : reports];
  return (yearly.length > 0 ? yearly : other).find(({ period }) => period.due >= today);
}

/** The last one that figures on screen are about. */
export const lastReport = (reports: readonly PlannedReport[]): PlannedReport | undefined =>
  reports.filter(({ period }) => period.kind === 'yearly').pop() ?? reports[reports.length - 1];

/**
 * The reports that are being prepared: of each entry of the schedule the first that has begun and is not over, a cumulative one in the
 * year of its cut-off; if there is none, the first to come.
 */
export function reportsUnderWay(reports: readonly PlannedReport[], today: IsoDate): PlannedReport[] {
  const ahead = reports.filter(({ period }) => period.due >= today);
  const begun = ahead.filter((one) => beginsOn(one) <= today);
  const firsts = begun.filter((one, index) => begun.findIndex(({ schedule }) => schedule.id === one.schedule.id) === index);
  return firsts.length > 0 ? firsts : ahead.slice(0, 1);
}

function beginsOn(report: PlannedReport): IsoDate {
  const { from, cutOff } = report.period;
  if (!isCumulative(report)) return from;
  const own = yearWindow(yearOf(cutOff));
  const begins = cutOff <= own.cutOff ? own.from : yearWindow(yearOf(cutOff) + 1).from;
  return begins > from ? begins : from;
}

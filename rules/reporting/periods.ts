// Which reports are due on a day. Nothing hangs on "today is the due day": what was missed is caught up.
import { dateOf, type IsoDate, yearOf } from '../calendar-date.ts';
import type { Level, Plan, Schedule } from '../plan/schema.ts';
import type { ReportPeriod } from './report-content.ts';

export interface PlannedReport {
  readonly schedule: Schedule;
  readonly period: ReportPeriod;
  /** the delivery's key: one mail for it, ever */
  readonly key: string;
  /** its place among the register's reports, from 0: the same for everybody whatever they have read */
  readonly place: number;
}

/**
 * The window of a yearly report: "từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của kỳ báo cáo"
 * (NĐ 09/2019/NĐ-CP Điều 12). The due day is the plan's.
 */
export function yearlyPeriod(year: number, due: { readonly month: number; readonly day: number }): ReportPeriod {
  const on = (inYear: number, month: number, day: number): IsoDate => {
    const date = dateOf(inYear, month, day);
    if (date === undefined) throw new Error(`${inYear}-${month}-${day} is no day`);
    return date;
  };
  return {
    kind: 'yearly',
    label: `năm ${year}`,
    from: on(year - 1, 12, 15),
    cutOff: on(year, 12, 14),
    due: on(year, due.month, due.day),
  };
}

/**
 * Every yearly report of the plan's years, oldest first, from the register's reports-from date on. A report's place is its place in the
 * whole plan, so that a date written later moves none.
 */
export function yearlyReports(plan: Plan, level: Level, unit: string, reportsFrom: IsoDate): PlannedReport[] {
  const first = yearOf(plan.period.from);
  const years = Array.from({ length: yearOf(plan.period.to) - first + 1 }, (_, index) => first + index);
  const schedules = plan.reporting.find((one) => one.level === level)?.schedule ?? [];
  const reports = schedules.flatMap((schedule) => {
    const { kind, due } = schedule;
    if (kind !== 'yearly' || due === undefined) return [];
    return years.map((year) => ({ schedule, period: yearlyPeriod(year, due), key: `${plan.id}/${unit}/${schedule.id}/${year}/1` }));
  });
  return reports
    .map((report, place) => ({ ...report, place }))
    .filter(({ period }) => period.cutOff >= reportsFrom)
    .sort((a, b) => (a.period.due < b.period.due ? -1 : a.period.due > b.period.due ? 1 : 0));
}

/** The reports whose due day has come, oldest first: figures go out on that day in any case, and later if it was missed. */
export const reportsDue = (plan: Plan, level: Level, unit: string, reportsFrom: IsoDate, today: IsoDate): PlannedReport[] =>
  yearlyReports(plan, level, unit, reportsFrom).filter(({ period }) => period.due <= today);

/** The report that is being prepared: the first whose due day is not over. Undefined after the plan's last one. */
export const reportUnderWay = (plan: Plan, level: Level, unit: string, reportsFrom: IsoDate, today: IsoDate): PlannedReport | undefined =>
  yearlyReports(plan, level, unit, reportsFrom).find(({ period }) => period.due >= today);

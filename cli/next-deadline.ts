// The next day on which any register or superior of the demo has a report due.
import type { IsoDate } from '../rules/calendar-date.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { scheduledReports } from '../rules/reporting/periods.ts';
import type { DemoDistrict } from './demo-district.ts';
import { demoPlan } from './demo-plan-of.ts';
import { TRIAL } from './labels.ts';

export interface Deadline {
  readonly day: IsoDate;
  /** "báo cáo năm 2025": the reports that are due on it */
  readonly labels: readonly string[];
}

/** Undefined after the last one of all plans. */
export function nextDeadline({ registers, superiors }: DemoDistrict, after: IsoDate): Deadline | undefined {
  const units = registers.filter(({ id }) => id !== undefined).map(({ plan, unit }) => ({ plan, unit, level: 'commune' as const }));
  const above = superiors.map(({ plan }) => ({ plan, unit: plan, level: 'superior' as const }));
  const reports = [...units, ...above].flatMap(({ plan: planId, unit, level }) => {
    const plan: Plan | undefined = demoPlan(planId);
    return plan === undefined ? [] : scheduledReports(plan, level, unit, plan.period.from);
  });
  const open = reports.filter(({ period }) => period.due > after).sort((one, other) => (one.period.due < other.period.due ? -1 : 1));
  const [first] = open;
  if (first === undefined) return undefined;
  const { due } = first.period;
  const labels = new Set(open.filter(({ period }) => period.due === due).map(({ period }) => TRIAL.due(period.label)));
  return { day: due, labels: [...labels] };
}

// What the demo's superior granted: more time for its first unit that is late, with a reason, by the plan's own period of the day.
import { addDays, type IsoDate, toSerial, yearOf } from '../../rules/calendar-date.ts';
import type { OwnedCell } from '../../rules/conversation.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { rowOf } from '../../rules/register/laid-out.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { scheduledReports } from '../../rules/reporting/periods.ts';
import { demoUnits } from './many-units.ts';

const MORE_DAYS = 7;

/** Rows of Gia hạn. */
export function extensionRows(plan: Plan, day: IsoDate): readonly (readonly OwnedCell[])[] {
  const late = demoUnits(plan, day).find(({ character }) => character === 'late');
  const report = scheduledReports(plan, 'commune', '', plan.period.from).find(
    ({ period }) => period.kind === 'yearly' && yearOf(period.due) === yearOf(day),
  );
  if (late === undefined || report === undefined) return [];
  return [
    rowOf(SUPERIOR_TABS.extensions, {
      unit: late.unit,
      kind: 'Báo cáo năm',
      period: report.period.label,
      until: toSerial(addDays(report.period.due, MORE_DAYS)),
      reason: 'đang kiện toàn cán bộ phụ trách sổ (số liệu mẫu)',
      by: 'Lãnh đạo UBND (số liệu mẫu)',
    }),
  ];
}

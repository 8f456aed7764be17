// All tabs of a commune's register, in the order they stand in the workbook.
import { activities, assessments, events } from './tabs/activities.ts';
import { budget } from './tabs/budget.ts';
import { clubs, locations } from './tabs/clubs.ts';
import { declarations, totals } from './tabs/declared.ts';
import { frozen, plan, unitInfo } from './tabs/machine.ts';
import { members } from './tabs/members.ts';
import { funds, loans } from './tabs/money.ts';
import { assignments, narratives, reports } from './tabs/reports.ts';
import { findings, progress, todo } from './tabs/shown.ts';

export const TABS = {
  todo,
  clubs,
  members,
  loans,
  funds,
  activities,
  reports,
  progress,
  findings,
  declarations,
  totals,
  events,
  assessments,
  budget,
  locations,
  assignments,
  narratives,
  unitInfo,
  plan,
  frozen,
} as const;

export type Tabs = typeof TABS;
export type TabKey = keyof Tabs;

// Where each report of a register stands: which there are, which is to be approved next, what keeps it from being approved.
import type { IsoDate } from '../calendar-date.ts';
import type { Finding } from '../findings/finding.ts';
import { neededSections } from '../findings/needed-sections.ts';
import type { Level } from '../plan/schema.ts';
import { adHocReports } from './ad-hoc.ts';
import type { Approval } from './approval.ts';
import type { Ledger } from './ledger.ts';
import { byDueDay, type PlannedReport, reportsUnderWay, scheduledReports } from './periods.ts';
import { findingsAt, type Review } from './review.ts';
import { withRevisions } from './revisions.ts';

/** States of REPORT_STATES that a report has before it is published. */
export type OpenState = 'notYet' | 'collecting' | 'awaitingApproval' | 'approved';

export interface OpenReport {
  readonly report: PlannedReport;
  readonly state: OpenState;
  readonly approval: Approval | undefined;
}

/** All reports of a register: those of the plan's schedule from its first day on, those on directive, and revisions; the earliest due first. */
export function reportsOf(
  { plan, unitId, identity, level = 'commune' }: Pick<Review, 'plan' | 'unitId' | 'identity'> & { readonly level?: Level },
  ledger: Pick<Ledger, 'requests'> | undefined,
  today: IsoDate,
): PlannedReport[] {
  const requests = ledger?.requests ?? [];
  const held = requests.map(({ place }) => place);
  const scheduled = scheduledReports(plan, level, unitId, identity.reportsFrom ?? today, held);
  return withRevisions([...scheduled, ...adHocReports(plan, unitId, requests, level)], requests).sort(byDueDay);
}

/**
 * Those that were not published, and whose time has come: what is overdue, what is on directive, and what of the schedule is
 * under way. Later ones are nobody's business yet.
 */
export function openReports(reports: readonly PlannedReport[], ledger: Ledger | undefined, today: IsoDate): OpenReport[] {
  const scheduled = reports.filter(({ period, revises }) => period.kind !== 'ad-hoc' && revises === undefined);
  const underWay = new Set(reportsUnderWay(scheduled, today).map(({ key }) => key));
  const isNow = ({ key, period, revises }: PlannedReport) =>
    period.kind === 'ad-hoc' || revises !== undefined || period.due < today || underWay.has(key);
  return reports
    .filter((report) => isNow(report) && ledger?.entries.has(report.key) !== true)
    .map((report) => ({
      report,
      state: stateOf(report, ledger?.approvals.get(report.key), today),
      approval: ledger?.approvals.get(report.key),
    }));
}

function stateOf({ period }: PlannedReport, approval: Approval | undefined, today: IsoDate): OpenState {
  if (approval !== undefined) return 'approved';
  if (isOver(period, today)) return 'awaitingApproval';
  return today < period.from ? 'notYet' : 'collecting';
}

/** The window is over once its last day is: only then is a report approved. */
export const isOver = ({ cutOff }: PlannedReport['period'], today: IsoDate): boolean => today > cutOff;

/**
 * What keeps a report from being approved: a tab or a column that is gone, and records that cannot be counted as they stand, where a
 * target rests on them. Nothing keeps the figures of the due day from going out.
 */
export function blockersOf(found: Review, { period }: PlannedReport): Finding[] {
  const sections: readonly string[] = neededSections(found.plan).map(({ section }) => section);
  return findingsAt(found, period).filter(({ severity, counts, tab }) => severity === 'error' && !counts && sections.includes(tab));
}

// A workbook that reports, a commune's register or its superior's: all that a wish, a tick box or a preview has to know of it.
import type { Frozen } from './approval.ts';
import { unitOf } from './build-report.ts';
import { type ComposeSetting, frozenNow } from './compose-report.ts';
import type { Reports } from './letterhead.ts';
import { blockersOf } from './life.ts';
import type { Missing } from './owned-tabs.ts';
import type { PlannedReport } from './periods.ts';
import type { ReportContent } from './report-content.ts';
import type { Review } from './review.ts';

export interface Reporting extends Reports {
  /** how much keeps a report from being approved */
  blockers(report: PlannedReport): number;
  /** what would be frozen of it now */
  frozenNow(report: PlannedReport, setting: ComposeSetting, approval?: ReportContent['approval']): Frozen | { readonly missing: Missing };
}

/** A commune's register: its own rows are counted and may block. */
export const communeReporting = (found: Review): Reporting => ({
  plan: found.plan,
  level: 'commune',
  unitId: found.unitId,
  reporter: unitOf(found.plan, found.unitId),
  identity: found.identity,
  blockers: (report) => blockersOf(found, report).length,
  frozenNow: (report, setting, approval) => frozenNow(found, report, setting, approval),
});

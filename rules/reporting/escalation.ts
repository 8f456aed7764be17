// What a superior is told of units that were reminded and have not sent: by the digest of the day where there is one, else by a mail of its own.
import { addDays, type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import { unitOn } from '../plan/unit-names.ts';
import { LEASE } from './deliver.ts';
import { escalationDay } from './ladder.ts';
import type { Ledger } from './ledger.ts';
import { type PlannedReport, scheduledReports } from './periods.ts';
import type { ComposeEscalation, EscalationReport } from './reminder-content.ts';
import { reminderKey } from './reminder-rows.ts';
import { begunReminder, lastReminded, mayRemind, type Reminder, type RemindingPlan, resumedReminder } from './reminding.ts';
import type { Office } from './report-content.ts';
import { reportName } from './report-name.ts';
import { periodView, type SuperiorReview, UNIT } from './superior-review.ts';
import { grantedUntil, remarkFor, unitNamed } from './unit-standing.ts';

/** A list of who is missing is no news after a month. */
const NEWS = 31;

/** A report of the units, and who is missing with it. */
export type Escalation = EscalationReport & { readonly report: PlannedReport };

/** Every report of the units whose day of telling has come since the superior was told last, with the units that are still missing. */
export function escalations(found: SuperiorReview, ledger: Ledger, today: IsoDate): Escalation[] {
  const { plan, identity } = found;
  const told = lastTold(ledger);
  const since = told === undefined || told < addDays(today, -NEWS) ? addDays(today, -NEWS) : told;
  return scheduledReports(plan, 'commune', UNIT, identity.reportsFrom ?? plan.period.from).flatMap((report) => {
    const day = escalationDay(report);
    if (day === undefined || day > today || day <= since) return [];
    const view = periodView(found, report);
    const standing = { ...found, ...view };
    const missing = view.units.flatMap((unit) => {
      if (unit.sent || grantedUntil(unit, standing, today) !== undefined) return [];
      const remark = remarkFor(unit, standing, today);
      return [{ name: unitNamed(plan, unit.id, today), ...(remark === undefined ? {} : { remark }) }];
    });
    const name = reportName(report.schedule.title, report.period.label);
    return missing.length === 0 ? [] : [{ report, name, due: report.period.due, of: view.units.length, missing }];
  });
}

/** The last day on which a mail to the superior was begun that says who is missing. */
function lastTold(ledger: Ledger): IsoDate | undefined {
  const digests = [...ledger.entries].flatMap(([key, { line }]) =>
    key.split('/').slice(-2)[0] === DIGEST && line.attempt > 0 ? [localDate((line.leaseUntil - LEASE) as Instant)] : [],
  );
  const days = [...digests, lastReminded(ledger)].filter((day) => day !== undefined);
  return days.sort().pop();
}

/** The part of a key that says digest. */
export const DIGEST = 'tinh-hinh';

export interface EscalationQuestion {
  readonly found: SuperiorReview;
  readonly ledger: Ledger;
  readonly due: readonly Escalation[];
  readonly to: readonly Office[];
  /** the digest of the day carries it */
  readonly hasDigest: boolean;
  readonly composeEscalation: ComposeEscalation | undefined;
  readonly sender: Reminder;
}

/** The mail to the superior, or the one that was left half done today. */
export function escalate({ found, ledger, due, to, hasDigest, composeEscalation, sender }: EscalationQuestion): RemindingPlan | undefined {
  const left = resumedReminder(ledger, () => true, sender);
  if (left !== undefined || hasDigest || composeEscalation === undefined || due.length === 0 || to.length === 0) return left;
  if (!mayRemind(ledger, sender.now)) return undefined;
  const { plan, superior } = found;
  const today = localDate(sender.now);
  const key = reminderKey(plan.id, superior.id, today);
  const name = unitOn(superior, today).name;
  const reports = due.map(({ report: _report, ...told }) => told);
  const text = composeEscalation({ key, superior: name, planTitle: plan.title, now: sender.now, to, reports });
  return begunReminder({ key, about: due.map(({ report }) => report.key), from: name, to, cc: [], text }, sender);
}

// A report as it goes out: its content of now, or the content that was approved, put into a mail together with what is frozen.
import { daysBetween, localDate } from '../calendar-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import { figuresText } from '../progress/figures.ts';
import type { Approval, Frozen } from './approval.ts';
import { buildReport, recordsOf, snapshotOf, unitOf } from './build-report.ts';
import { documentFacts } from './document-facts.ts';
import { letterhead, type Reports } from './letterhead.ts';
import type { Missing } from './owned-tabs.ts';
import { papersOf } from './papers.ts';
import type { PlannedReport } from './periods.ts';
import type { AnswerLinks } from './receipt-link.ts';
import { marksOf } from './record-marks.ts';
import { replacedBy } from './replaced-report.ts';
import type { Attach, Compose, ReportContent } from './report-content.ts';
import { figuresAt, findingsAt, progressAt, type Review, type ReviewSetting } from './review.ts';
import type { Composed } from './undertaking.ts';

/** What composing needs of the shell. */
export interface ComposeSetting extends ReviewSetting {
  readonly rulesVersion: string;
  readonly compose: Compose;
  readonly attach: Attach;
  /** the links by which a report's receiver answers; absent where there is nobody to serve them: the mail then asks for a reply */
  readonly links?: (register: string, report: string) => AnswerLinks;
}

type Lacking = { readonly missing: Missing };

/** What would be frozen of a report now, as of its own cut-off, whatever day it is. */
export function frozenNow(
  found: Review,
  report: PlannedReport,
  setting: ComposeSetting,
  approval?: ReportContent['approval'],
): Frozen | Lacking {
  const { plan, register, unitId } = found;
  const progress = progressAt(found, report.period, report.period);
  const content = buildReport({
    plan,
    register,
    registerId: found.identity.registerId ?? '',
    unitId,
    report,
    progress,
    findings: findingsAt(found, report.period),
    now: setting.now,
    rulesVersion: setting.rulesVersion,
    approval,
    document: documentFacts(found, report, localDate(setting.now), approval?.by),
  });
  if ('missing' in content) return content;
  const replaces = replacedBy(found, report, content);
  return {
    // what replaces an earlier report is not late: that one went out when it went out
    content: replaces === undefined ? content : { ...content, replaces, daysLate: 0 },
    records: recordsOf(progress),
    marks: canonicalJson(marksOf(register, progress)),
    figures: figuresText(figuresAt(found, report.period)),
  };
}

/** The report as of its own cut-off, or, where it was approved, the figures of that moment under the letterhead of the day. */
export function composeReport(
  found: Review,
  report: PlannedReport,
  approval: Approval | undefined,
  setting: ComposeSetting,
): Composed | Lacking {
  const who: Reports = { ...found, level: 'commune', reporter: unitOf(found.plan, found.unitId) };
  const frozen = approval === undefined ? frozenNow(found, report, setting) : approvedNow(who, report, approval, setting);
  return 'missing' in frozen ? frozen : composed(frozen, setting);
}

/** What was approved never changes; whom it goes to, and whether it is late, is of the day it goes out. */
export function approvedNow(
  who: Reports,
  report: PlannedReport,
  { frozen }: Approval,
  { now }: Pick<ComposeSetting, 'now'>,
): Frozen | Lacking {
  if (frozen === undefined) return { missing: 'approved' };
  const today = localDate(now);
  const { plan, level, reporter, identity } = who;
  const head = letterhead(plan, level, reporter, identity, today);
  if ('missing' in head) return head;
  const { document, approval } = frozen.content;
  const daysLate = report.revises === undefined ? daysBetween(report.lateAfter, today) : 0;
  const papers = document && { document: { ...document, papers: papersOf({ ...who, day: today, approver: approval?.by }) } };
  return { ...frozen, content: { ...frozen.content, ...head, ...papers, sentAt: now, daysLate } };
}

/** A frozen report as the mail that goes out. */
export function composed({ content, records, marks, figures }: Frozen, setting: ComposeSetting): Composed {
  return {
    from: content.issuer,
    to: content.to,
    cc: content.cc,
    replyTo: content.replyTo,
    text: setting.compose(content, setting.links?.(content.register, content.key)),
    attachments: setting.attach(content, 'receiver'),
    daysLate: content.daysLate,
    approval: content.approval,
    parts: {
      content: canonicalJson(content),
      snapshot: snapshotOf(content.targets),
      records,
      marks,
      versions: JSON.stringify(content.versions),
      figures,
    },
  };
}

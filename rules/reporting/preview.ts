// Xem trước báo cáo: what the receiving level would get if the report were sent now, and what keeps it from being approved. Nothing is stored.
import { localDate, viDate } from '../calendar-date.ts';
import { unitOn } from '../plan/unit-names.ts';
import { Problem } from '../problem.ts';
import { labelOf, REPORT_STATES } from '../register/choice-lists.ts';
import type { Reading } from '../register/grid.ts';
import { capital } from '../text.ts';
import { unitOf } from './build-report.ts';
import { type ComposeSetting, composeReport } from './compose-report.ts';
import { heldBack } from './held-back.ts';
import { cellOf, TODO } from './labels.ts';
import { ledgerOf } from './ledger.ts';
import { blockersOf, isOver, type OpenReport, openReports, reportsOf } from './life.ts';
import { changedSinceApproval } from './life-lines.ts';
import { lastSent, offeredDocuments } from './offered-documents.ts';
import type { Blocker, ReportPreview } from './preview-content.ts';
import { figureLine } from './preview-figures.ts';
import type { ReportContent } from './report-content.ts';
import { type Review, review } from './review.ts';
import { sentPreview } from './sent-preview.ts';
import { timingOf } from './timing.ts';
import { SAID, signerLabel } from './wish-labels.ts';

/**
 * The report of a key, or the first that is due of those not sent; while there is none, what was sent last. Throws a Problem where the register has no such report, or cannot be
 * read at all. What it says is what goes out at the same moment: both come from `composeReport`.
 */
export function previewReport(reading: Reading, setting: ComposeSetting, key?: string): ReportPreview {
  const found = review(reading, setting);
  const today = localDate(setting.now);
  const ledger = ledgerOf(found.register);
  const open = openReports(reportsOf(found, ledger, today), ledger, today);
  const chosen = key === undefined ? open[0] : open.find(({ report }) => report.key === key);
  if (chosen === undefined) {
    if (key !== undefined && ledger?.entries.has(key)) throw new Problem('ALREADY_SENT', { report: key });
    const sent = key === undefined ? lastSent(found.register) : undefined;
    if (sent !== undefined) return sentPreview(sent, found, setting);
    throw new Problem('REPORT_UNKNOWN', { register: reading.register, report: key ?? '' });
  }
  const { report, approval } = chosen;
  const mail = composeReport(found, report, approval, withoutLinks(setting));
  const composed = 'missing' in mail ? undefined : mail;
  const content = composed === undefined ? undefined : (JSON.parse(composed.parts.content ?? 'null') as ReportContent | null);
  const timing = timingOf(report, today);
  return {
    report: report.key,
    title: nameOf(chosen),
    unit: capital(unitOn(unitOf(found.plan, found.unitId), today).name),
    state: labelOf(REPORT_STATES, chosen.state),
    timing: `${timing.text} (${viDate(report.period.due)})`,
    late: timing.late,
    to: composed?.to.map(({ name }) => name) ?? [],
    cc: composed?.cc.map(({ name }) => name) ?? [],
    subject: composed?.text.subject ?? '',
    html: composed?.text.html ?? '',
    text: composed?.text.text ?? '',
    figures: (content?.targets ?? []).map((one) => figureLine(one, content?.percentDecimals ?? 0)),
    blockers: [
      ...heldBack(reading.register, found.identity, ledger).map(
        (reason): Blocker => ({ text: `${TODO.held[reason].task}. ${TODO.held[reason].advice}` }),
      ),
      ...('missing' in mail ? [{ text: `${capital(TODO.missing[mail.missing])}. ${TODO.missingAdvice[mail.missing]}` }] : []),
      ...approvalBlockers(found, chosen, today),
    ],
    signers: found.identity
      .signersOn(today)
      .map((signer) => ({ name: signer.name, position: signer.position ?? '', label: signerLabel(signer) })),
    documents: offeredDocuments(found.register, content ?? undefined, setting),
    ...changesIn(chosen, found),
    ...(approval === undefined ? {} : { approval: { by: approval.by, on: viDate(approval.on) } }),
    others: open.filter((one) => one !== chosen).map((one) => ({ report: one.report.key, title: nameOf(one) })),
  };
}

/** A preview shows where the receiver's links stand; the links themselves are for the receiver alone. */
const withoutLinks = (setting: ComposeSetting): ComposeSetting =>
  setting.links === undefined ? setting : { ...setting, links: () => ({ received: '#', returned: '#' }) };

const nameOf = ({ report: { schedule, period } }: OpenReport): string => SAID.reportOf(schedule.title, period.label);

/** What goes out is what was approved; people see what the register says by now. */
function changesIn({ report, approval }: OpenReport, found: Review): Pick<ReportPreview, 'changes'> {
  const lines = approval?.frozen === undefined ? [] : changedSinceApproval(report, approval.frozen, found);
  return lines.length === 0 ? {} : { changes: lines.map(({ task, status }) => `${task}: ${status}`) };
}

/** Nothing blocks what is approved already. */
function approvalBlockers(found: Review, { report, approval }: OpenReport, today: ReturnType<typeof localDate>): Blocker[] {
  if (approval !== undefined) return [];
  const early = isOver(report.period, today)
    ? []
    : [{ text: new Problem('APPROVAL_TOO_EARLY', { report: report.key, cutOff: report.period.cutOff }).user }];
  const uncounted = blockersOf(found, report).map((finding): Blocker => {
    const cell = cellOf(finding, found.register);
    return { text: `${finding.message} ${finding.repair}`, ...(cell ?? {}) };
  });
  return [...early, ...uncounted];
}

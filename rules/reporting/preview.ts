// Xem trước báo cáo: what the receiving level would get if the report were sent now, and what keeps it from being approved. Nothing is stored.
import { localDate, viDate } from '../calendar-date.ts';
import { unitOn } from '../plan/unit-names.ts';
import { Problem } from '../problem.ts';
import { labelOf, REPORT_STATES } from '../register/choice-lists.ts';
import type { Reading } from '../register/grid.ts';
import type { Register } from '../register/read-register.ts';
import { capital } from '../text.ts';
import { unitOf } from './build-report.ts';
import { type ComposeSetting, composeReport } from './compose-report.ts';
import { heldBack } from './held-back.ts';
import { cellOf, TODO } from './labels.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import type { Reports } from './letterhead.ts';
import { blockersOf, isOver, type OpenReport, openReports, reportsOf } from './life.ts';
import { changedSinceApproval } from './life-lines.ts';
import { lastSent, offeredDocuments } from './offered-documents.ts';
import type { Missing } from './owned-tabs.ts';
import type { Blocker, ReportPreview } from './preview-content.ts';
import { figureLine } from './preview-figures.ts';
import type { ReportContent } from './report-content.ts';
import { type Review, review } from './review.ts';
import { sentPreview } from './sent-preview.ts';
import { shortText } from './short-text.ts';
import { timingOf } from './timing.ts';
import type { Composed } from './undertaking.ts';
import { SAID, signerLabel } from './wish-labels.ts';

/** The open reports, and the one of a key among them; without a key the first that is due. */
export function openNow(reading: Reading, setting: ComposeSetting, key?: string) {
  const found = review(reading, setting);
  const today = localDate(setting.now);
  const ledger = ledgerOf(found.register);
  const open = openReports(reportsOf(found, ledger, today), ledger, today);
  const chosen = key === undefined ? open[0] : open.find(({ report }) => report.key === key);
  if (chosen === undefined && key !== undefined && ledger?.entries.has(key)) throw new Problem('ALREADY_SENT', { report: key });
  return { found, ledger, open, chosen };
}

/**
 * The report of a key, or the first that is due of those not sent; while there is none, what was sent last. Throws a Problem where the
 * register has no such report, or cannot be read at all. What it says is what goes out at the same moment: both come from `composeReport`.
 */
export function previewReport(reading: Reading, setting: ComposeSetting, key?: string): ReportPreview {
  const { found, ledger, open, chosen } = openNow(reading, setting, key);
  if (chosen === undefined) {
    const sent = key === undefined ? lastSent(found.register) : undefined;
    if (sent !== undefined) return sentPreview(sent, found, withoutLinks(setting));
    throw new Problem('REPORT_UNKNOWN', { register: reading.register, report: key ?? '' });
  }
  const mail = composeReport(found, chosen.report, chosen.approval, withoutLinks(setting));
  const own: PreviewParts = {
    reports: { ...found, level: 'commune', reporter: unitOf(found.plan, found.unitId) },
    register: reading.register,
    workbook: found.register,
    ledger,
    open,
    chosen,
    mail,
    blockers: approvalBlockers(found, chosen),
    setting,
  };
  return { ...previewOf(own), ...changesIn(chosen, found) };
}

export interface PreviewParts {
  readonly reports: Reports;
  readonly register: string;
  readonly workbook: Pick<Register, 'frozen'>;
  readonly ledger: Ledger | undefined;
  readonly open: readonly OpenReport[];
  readonly chosen: OpenReport;
  readonly mail: Composed | { readonly missing: Missing };
  /** what of the workbook's own rows keeps it from being approved */
  readonly blockers: readonly Blocker[];
  readonly setting: ComposeSetting;
}

/** A report that is open, a commune's or a superior's, as it would go out now. */
export function previewOf({ reports, register, workbook, ledger, open, chosen, mail, blockers, setting }: PreviewParts): ReportPreview {
  const { identity, reporter } = reports;
  const { report, approval } = chosen;
  const today = localDate(setting.now);
  const composed = 'missing' in mail ? undefined : mail;
  const content = composed === undefined ? undefined : (JSON.parse(composed.parts.content ?? 'null') as ReportContent | null);
  const timing = timingOf(report, today);
  const isEarly = approval === undefined && !isOver(report.period, today);
  return {
    report: report.key,
    title: nameOf(chosen),
    unit: capital(unitOn(reporter, today).name),
    state: labelOf(REPORT_STATES, chosen.state),
    timing: report.revises === undefined ? `${timing.text} (${viDate(report.period.due)})` : timing.text,
    late: timing.late,
    to: composed?.to.map(({ name }) => name) ?? [],
    cc: composed?.cc.map(({ name }) => name) ?? [],
    subject: composed?.text.subject ?? '',
    html: composed?.text.html ?? '',
    text: composed?.text.text ?? '',
    shortText: content === undefined || content === null ? '' : shortText({ content, to: [] }),
    figures: (content?.targets ?? []).map((one) => figureLine(one, content?.percentDecimals ?? 0)),
    blockers: [
      ...heldBack(register, identity, ledger).map(
        (reason): Blocker => ({ text: `${TODO.held[reason].task}. ${TODO.held[reason].advice}` }),
      ),
      ...('missing' in mail ? [{ text: `${capital(TODO.missing[mail.missing])}. ${TODO.missingAdvice[mail.missing]}` }] : []),
      ...(isEarly ? [{ text: new Problem('APPROVAL_TOO_EARLY', { report: report.key, cutOff: report.period.cutOff }).user }] : []),
      ...blockers,
    ],
    signers: identity
      .signersOn(today)
      .map((signer) => ({ name: signer.name, position: signer.position ?? '', label: signerLabel(signer) })),
    documents: offeredDocuments(workbook, content ?? undefined, setting),
    ...(approval === undefined ? {} : { approval: { by: approval.by, on: viDate(approval.on) } }),
    others: open.filter((one) => one !== chosen).map((one) => ({ report: one.report.key, title: nameOf(one) })),
  };
}

/** A preview shows where the receiver's links stand; the links themselves are for the receiver alone. */
export const withoutLinks = (setting: ComposeSetting): ComposeSetting =>
  setting.links === undefined ? setting : { ...setting, links: () => ({ received: '#', returned: '#' }) };

const nameOf = ({ report }: OpenReport): string => SAID.plannedOf(report);

/** What goes out is what was approved; people see what the register says by now. */
function changesIn({ report, approval }: OpenReport, found: Review): Pick<ReportPreview, 'changes'> {
  const lines = approval?.frozen === undefined ? [] : changedSinceApproval(report, approval.frozen, found);
  return lines.length === 0 ? {} : { changes: lines.map(({ task, status }) => `${task}: ${status}`) };
}

/** Nothing blocks what is approved already. */
function approvalBlockers(found: Review, { report, approval }: OpenReport): Blocker[] {
  if (approval !== undefined) return [];
  return blockersOf(found, report).map((finding): Blocker => {
    const cell = cellOf(finding, found.register);
    return { text: `${finding.message} ${finding.repair}`, ...(cell ?? {}) };
  });
}

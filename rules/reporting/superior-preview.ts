// Xem trước báo cáo of a superior: its report over the frozen figures of the units that have sent, as it would go out now. Nothing is stored.
import { localDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import type { Reading } from '../register/grid.ts';
import type { ComposeSetting } from './compose-report.ts';
import type { Heard } from './heard.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type OpenReport, openReports, reportsOf } from './life.ts';
import { lastSent } from './offered-documents.ts';
import { previewOf, withoutLinks } from './preview.ts';
import type { ReportPreview } from './preview-content.ts';
import { sentPreview } from './sent-preview.ts';
import { composeSuperior, superiorReporting } from './superior-report.ts';
import { reviewSuperior, type SuperiorReview } from './superior-review.ts';

/**
 * The report of a key, or the first that is due of those not sent; while there is none, what was sent last. Throws a Problem where the
 * workbook has no such report.
 */
export function previewSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: ComposeSetting, key?: string): ReportPreview {
  const found = reviewSuperior(reading, heard, setting);
  const { ledger, open } = openIn(found, setting);
  const sent = key === undefined && open.length === 0 ? lastSent(found.workbook) : undefined;
  if (sent !== undefined) return sentPreview(sent, { register: found.workbook }, withoutLinks(setting));
  const seen = chosenIn(found, { ledger, open }, setting, key);
  return previewOf({ ...seen, register: reading.register, workbook: found.workbook, blockers: [], setting });
}

/** The open reports of a superior, and the one that is meant, composed as it would go out now. */
export function openSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: ComposeSetting, key?: string) {
  const found = reviewSuperior(reading, heard, setting);
  return chosenIn(found, openIn(found, setting), setting, key);
}

interface OpenIn {
  readonly ledger: Ledger | undefined;
  readonly open: readonly OpenReport[];
}

function openIn(found: SuperiorReview, { now }: ComposeSetting): OpenIn {
  const today = localDate(now);
  const ledger = ledgerOf(found.workbook);
  return { ledger, open: openReports(reportsOf(superiorReporting(found), ledger, today), ledger, today) };
}

function chosenIn(found: SuperiorReview, { ledger, open }: OpenIn, setting: ComposeSetting, key: string | undefined) {
  const chosen = key === undefined ? open[0] : open.find(({ report }) => report.key === key);
  if (chosen === undefined) {
    if (key !== undefined && ledger?.entries.has(key)) throw new Problem('ALREADY_SENT', { report: key });
    throw new Problem('REPORT_UNKNOWN', { register: found.identity.registerId ?? '', report: key ?? '' });
  }
  const mail = composeSuperior(found, chosen.report, chosen.approval, withoutLinks(setting));
  return { reports: superiorReporting(found), ledger, open, chosen, mail };
}

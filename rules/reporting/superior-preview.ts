// Xem trước báo cáo of a superior: its report over the frozen figures of the units that have sent, as it would go out now. Nothing is stored.
import { localDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import type { Reading } from '../register/grid.ts';
import type { ComposeSetting } from './compose-report.ts';
import type { Heard } from './heard.ts';
import { ledgerOf } from './ledger.ts';
import { openReports, reportsOf } from './life.ts';
import { lastSent } from './offered-documents.ts';
import { previewOf, withoutLinks } from './preview.ts';
import type { ReportPreview } from './preview-content.ts';
import { sentPreview } from './sent-preview.ts';
import { composeSuperior, superiorReporting } from './superior-report.ts';
import { reviewSuperior } from './superior-review.ts';

/** The report of a key, or the first that is due of those not sent; while there is none, what was sent last. Throws a Problem where the workbook has no such report. */
export function previewSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: ComposeSetting, key?: string): ReportPreview {
  const { found, ...seen } = openSuperior(reading, heard, setting, key);
  return previewOf({ ...seen, register: reading.register, workbook: found.workbook, blockers: [], setting });
}

/** The open reports of a superior, and the one that is meant, composed as it would go out now. */
export function openSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: ComposeSetting, key?: string) {
  const found = reviewSuperior(reading, heard, setting);
  const reports = superiorReporting(found);
  const ledger = ledgerOf(found.workbook);
  const open = openReports(reportsOf(reports, ledger, localDate(setting.now)), ledger, localDate(setting.now));
  const chosen = key === undefined ? open[0] : open.find(({ report }) => report.key === key);
  if (chosen === undefined) {
    if (key !== undefined && ledger?.entries.has(key)) throw new Problem('ALREADY_SENT', { report: key });
    const sent = key === undefined ? lastSent(found.workbook) : undefined;
    if (sent !== undefined) return sentPreview(sent, { register: found.workbook }, setting);
    throw new Problem('REPORT_UNKNOWN', { register: reading.register, report: key ?? '' });
  }
  const mail = composeSuperior(found, chosen.report, chosen.approval, withoutLinks(setting));
  return { found, reports, ledger, open, chosen, mail };
}

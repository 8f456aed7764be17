// The report mail: subject, HTML and plain text from one view, so that they cannot say different things.
import type { Compose } from '../../rules/reporting/report-content.ts';
import * as compiled from '../generated/report-mail.ts';
import { template } from '../render.ts';
import { type ReportMailView, reportMailView } from './view.ts';

const subject = template<ReportMailView>(compiled.subject);
const body = template<ReportMailView>(compiled.body);
const text = template<ReportMailView>(compiled.text);

/** A report as a mail. The same content gives the same text, byte for byte. */
export const composeReportMail: Compose = (content, links) => {
  const view = reportMailView(content, links);
  return {
    subject: subject(view).normalize('NFC').replace(/\s+/g, ' ').trim(),
    html: body(view).normalize('NFC'),
    text: text(view).normalize('NFC'),
  };
};

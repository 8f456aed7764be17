// What is shown while no report is open: the one that went out last, from what was frozen of it. Its documents have still to be signed.
import { viDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import { labelOf, REPORT_STATES } from '../register/choice-lists.ts';
import type { Register } from '../register/read-register.ts';
import { capital } from '../text.ts';
import type { ComposeSetting } from './compose-report.ts';
import { ledgerOf } from './ledger.ts';
import { offeredDocuments } from './offered-documents.ts';
import type { ReportPreview } from './preview-content.ts';
import { figureLine } from './preview-figures.ts';
import type { ReportContent } from './report-content.ts';
import { shortText } from './short-text.ts';
import { SAID } from './wish-labels.ts';

type Sent = Pick<Register, 'frozen' | 'reports'>;

/** The mail as it went out, and that it is not sent again. */
export function sentPreview(content: ReportContent, { register }: { readonly register: Sent }, setting: ComposeSetting): ReportPreview {
  const { key, approval, period, percentDecimals } = content;
  const text = setting.compose(content, setting.links?.(content.register, key));
  const entry = ledgerOf(register)?.entries.get(key);
  return {
    report: key,
    title: SAID.reportOf(content.title, period.label),
    unit: capital(content.unit.name),
    state: labelOf(REPORT_STATES, entry?.line.status ?? 'sent'),
    timing: viDate(period.due),
    late: content.daysLate > 0,
    to: content.to.map(({ name }) => name),
    cc: content.cc.map(({ name }) => name),
    ...text,
    sent: true,
    shortText: shortText({ content, to: [...content.to, ...content.cc].map(({ name }) => name), sentAt: content.sentAt }),
    figures: content.targets.map((one) => figureLine(one, percentDecimals)),
    blockers: [{ text: new Problem('ALREADY_SENT', { report: key }).user }],
    signers: [],
    documents: offeredDocuments(register, undefined, setting),
    ...(approval === undefined ? {} : { approval: { by: approval.by, on: viDate(approval.on) } }),
    others: [],
  };
}

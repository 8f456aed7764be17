// Which files a report carries: to its receiver the annex, and the unsigned copies once a leader has approved; to the commune's own
// office the drafts, then the copies for signature.
import type { Attach } from '../rules/reporting/report-content.ts';
import { reportAnnex } from './report-annex/compose.ts';
import { reportDocuments } from './report-document/compose.ts';

export const attachFiles: Attach = (content, audience) => {
  const approved = content.approval !== undefined;
  if (audience === 'office') return reportDocuments(content, approved ? 'clean' : 'draft');
  return [reportAnnex(content), ...(approved ? reportDocuments(content, 'soft') : [])];
};

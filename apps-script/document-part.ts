// Everything about documents and annexes, in one module that is evaluated late: see lazy.ts.
import type { Attach } from '../rules/reporting/report-content.ts';
import { attachFiles } from '../templates/attach.ts';

export const attach: Attach = (content, audience) => attachFiles(content, audience);

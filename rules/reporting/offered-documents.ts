// Word documents for the commune's own office: of the report that is looked at, and of the one sent last, which has still to be signed
// and filed. That one is made from what was frozen of it, whatever the register says by now.
import { base64 } from '../base64.ts';
import type { Register } from '../register/read-register.ts';
import type { ComposeSetting } from './compose-report.ts';
import { fieldsOf } from './frozen-rows.ts';
import { OFFERED } from './paper-labels.ts';
import type { OfferedDocuments } from './preview-content.ts';
import type { ReportContent } from './report-content.ts';
import { SAID } from './wish-labels.ts';

/** `content`: of the report that is looked at, where it could be composed. */
export function offeredDocuments(
  register: Pick<Register, 'frozen'>,
  content: ReportContent | undefined,
  { attach }: Pick<ComposeSetting, 'attach'>,
): OfferedDocuments[] {
  const offer = (of: ReportContent, title: string): OfferedDocuments[] => {
    const files = attach(of, 'office').map(({ name, type, bytes }) => ({ name, type, base64: base64(bytes) }));
    return files.length === 0 ? [] : [{ title, files }];
  };
  const sent = lastSent(register);
  return [
    ...(content === undefined ? [] : offer(content, content.approval === undefined ? OFFERED.draft : OFFERED.clean)),
    ...(sent === undefined ? [] : offer(sent, OFFERED.sent(SAID.reportOf(sent.title, sent.period.label)))),
  ];
}

/** Of what was published the report that was due last. */
export function lastSent({ frozen }: Pick<Register, 'frozen'>): ReportContent | undefined {
  const contents = [...fieldsOf(frozen.rows).values()].flatMap((fields) => (fields.has('line') ? contentIn(fields.get('content')) : []));
  return contents.reduce<ReportContent | undefined>(
    (last, one) => (last === undefined || one.period.due > last.period.due ? one : last),
    undefined,
  );
}

/** Content that no document can be made of is passed over: an edited text, or a report frozen before there were documents. */
function contentIn(text: string | undefined): ReportContent[] {
  try {
    const content = JSON.parse(text ?? 'null') as ReportContent | null;
    return content?.document === undefined ? [] : [content];
  } catch {
    return [];
  }
}

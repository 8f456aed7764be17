// What was frozen of a report when it went out, read back from _Số chốt.
import type { Register } from '../register/read-register.ts';
import { fieldsOf } from './frozen-rows.ts';
import type { ReportContent } from './report-content.ts';

type FrozenTab = Pick<Register['frozen'], 'rows'>;

/** The content as it was sent; undefined when there is none, or it is no longer whole. */
export function frozenContent(frozen: FrozenTab, key: string): ReportContent | undefined {
  const text = fieldsOf(frozen.rows.filter(({ values }) => values.key === key && values.field === 'content'))
    .get(key)
    ?.get('content');
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null && 'targets' in value ? (value as ReportContent) : undefined;
  } catch {
    return undefined; // people edited the hidden tab: what was sent is in the sent mail
  }
}

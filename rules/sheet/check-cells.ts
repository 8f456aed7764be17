// What stands in the column Kết quả kiểm tra: the gravest first, for the colours go by how the text begins.

import { RULES } from '../findings/catalogue.ts';
import { type Finding, headerOf } from '../findings/finding.ts';
import { BY_GRAVITY, type Severity } from '../findings/rule.ts';
import { labelOf, SEVERITIES } from '../register/choice-lists.ts';
import { lowered } from '../text.ts';
import { moreThings } from './labels.ts';

const NAMED = 6;

/** `Phải sửa: ngày hoặc năm sinh, giới tính; Cần xem lại: họ và tên`; empty when nothing is found in the row. */
export function checkText(findings: readonly Finding[]): string {
  const named = new Set<string>();
  const parts = BY_GRAVITY.map((severity): readonly [Severity, string[]] => [
    severity,
    findings.flatMap((finding) => {
      const name = nameOf(finding);
      if (finding.severity !== severity || named.has(name)) return [];
      named.add(name);
      return [name];
    }),
  ]);
  let room = NAMED;
  const shown = parts.flatMap(([severity, names]) => {
    const fit = names.slice(0, room);
    room -= fit.length;
    return fit.length === 0 ? [] : [`${labelOf(SEVERITIES, severity)}: ${fit.join(', ')}`];
  });
  return [...shown, ...(named.size > NAMED ? [moreThings(named.size - NAMED)] : [])].join('; ');
}

/** The column, as within a sentence; of a finding on the whole row what is found. */
function nameOf({ rule, tab, column }: Finding): string {
  if (column === undefined) return RULES[rule].title;
  return lowered(headerOf(tab, column));
}

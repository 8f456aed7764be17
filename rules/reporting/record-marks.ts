// A mark for every record behind a report's figures: a short fingerprint of its counted attributes, that is of everything but free text. It
// tells later whether a record was changed, and holds no value and no name.
import type { TargetProgress } from '../progress/progress.ts';
import type { Columns } from '../register/column.ts';
import type { Register } from '../register/read-register.ts';
import type { Row } from '../register/read-tab.ts';
import { codesBehind } from './record-codes.ts';

/** code -> mark */
export type Marks = Readonly<Record<string, string>>;

const COUNTED_TABS = ['clubs', 'members', 'loans', 'totals', 'locations'] as const;

/** The marks of the records that stand behind the figures. A row without a code has no name to be found by later. */
export function marksOf(register: Pick<Register, (typeof COUNTED_TABS)[number]>, progress: readonly TargetProgress[]): Marks {
  const wanted = codesBehind(progress);
  const marks: Record<string, string> = {};
  for (const tab of COUNTED_TABS) {
    const { rows, tab: declared } = register[tab];
    for (const row of rows) if (row.code !== undefined && wanted.has(row.code)) marks[row.code] = markOf(row, declared.columns);
  }
  return marks;
}

function markOf({ values, faults }: Row, columns: Columns): string {
  const counted = Object.entries(columns).flatMap(([key, { type, owned }]) =>
    type === 'text' || owned ? [] : [[key, (values as Readonly<Record<string, unknown>>)[key] ?? null]],
  );
  return fingerprint(JSON.stringify([counted, faults.map(({ column }) => column)]));
}

/** FNV-1a, 32 bits: it has to tell a change, not to withstand anybody. http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function marksFrom(text: string | undefined): Marks {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Marks) : {};
  } catch {
    return {}; // people edited the hidden tab: then only what came and went is known
  }
}

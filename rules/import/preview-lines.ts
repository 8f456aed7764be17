// The planned lines as people see them: who, what will be written, what changes, what is asked.
import { recordName } from '../findings/finding.ts';
import type { Birth } from '../register/column.ts';
import { recordKey, recordLabel } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import { showCell, showValue } from '../register/show.ts';
import { shortened } from '../text.ts';
import { columnOf, type MemberKey } from './import-columns.ts';
import type { ImportPreview, Option, PreviewLine } from './import-content.ts';
import { IGNORED, IMPORT, LONGEST_SHOWN } from './labels.ts';
import { keyOfMember } from './match-member.ts';
import type { Pasted } from './parse-pasted.ts';
import type { ImportPlan, LinePlan } from './plan-import.ts';
import type { MemberValues } from './read-line.ts';
import type { Readers } from './readers.ts';

/** Every line in the order of the list. */
export function previewLines({ lines }: ImportPlan, readers: Readers, register: Pick<Register, 'clubs'>): readonly PreviewLine[] {
  const show = shower(readers, register);
  return lines.map((line) => {
    const values = line.kind === 'new' ? line.values : line.read.values;
    const row = line.kind === 'changed' || line.kind === 'same' ? line.row : undefined;
    return {
      line: line.read.line,
      kind: line.kind,
      title: titleOf(values, line.read.cells),
      ...(row === undefined ? {} : { record: recordName(row) }),
      cells: row === undefined ? cellsOf(values, readers, show) : [],
      changes:
        line.kind === 'changed'
          ? line.changes.map(({ key, old, typed, now }) => ({
              header: columnOf(key).header,
              old: typed === undefined ? show(key, old) : shortened(showCell(columnOf(key), typed), LONGEST_SHOWN),
              now: show(key, now),
            }))
          : [],
      why: line.question?.why ?? [],
      remarks: line.remarks,
      options: optionsOf(line),
      births: line.question?.births ?? [],
    };
  });
}

function titleOf({ name, birth }: MemberValues, cells: readonly string[]): string {
  if (name === undefined) return shortened(cells.filter((cell) => cell !== '').join(', '), LONGEST_SHOWN);
  return birth === undefined ? name : `${name} (${birth.year})`;
}

type Show = (key: MemberKey, value: unknown) => string;

/** The name stands in the title already. */
const cellsOf = (values: MemberValues, { keys }: Readers, show: Show): PreviewLine['cells'] => {
  const given: { readonly [key: string]: unknown } = values;
  return keys.flatMap((key) =>
    key === 'name' || given[key] === undefined ? [] : [{ header: columnOf(key).header, value: show(key, given[key]) }],
  );
};

function shower(readers: Readers, { clubs }: Pick<Register, 'clubs'>): Show {
  const labels = new Map(clubs.rows.map((row) => [recordKey(row), recordLabel(row)]));
  return (key, value) => {
    if (value === undefined || value === null) return IMPORT.blank;
    const { type } = columnOf(key);
    if (type === 'reference') return labels.get(String(value)) ?? String(value);
    return showValue(columnOf(key), value as Birth, readers.choices(key));
  };
}

function optionsOf({ question }: LinePlan): readonly Option[] {
  const skip = { key: 'skip', label: IMPORT.asSkip };
  if (question === undefined) return [];
  return [
    ...(question.mayBeNew ? [{ key: 'new', label: IMPORT.asNew }] : []),
    ...question.candidates.map((row) => ({ key: keyOfMember(row), label: IMPORT.asRecord(candidateLabel(row)) })),
    skip,
  ];
}

/** Two candidates of one name are told apart by what differs: club and place. */
function candidateLabel(row: Parameters<typeof recordName>[0] & { readonly values: MemberValues }): string {
  const { name, birth, club, location } = row.values;
  const about = [birth === undefined ? undefined : String(birth.year), location, club].filter((part) => part !== undefined);
  return [recordName(row), ...(name === undefined ? [] : [`– ${name}`]), ...(about.length > 0 ? [`(${about.join(', ')})`] : [])].join(' ');
}

export const ignoredLines = ({ ignored }: Pasted): ImportPreview['ignored'] =>
  ignored.map(({ line, why, text }) => ({ line, why: IGNORED[why], text: shortened(text, LONGEST_SHOWN) }));

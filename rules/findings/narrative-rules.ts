// Findings on what people write for a report, and on the tasks that the plan gives out.
import { yearOf } from '../calendar-date.ts';
import { labelOf, NARRATIVE_PARTS, TARGET_VERDICTS, TASK_STATES } from '../register/choice-lists.ts';
import { narratives } from '../register/tabs/reports.ts';
import { textKey } from '../text.ts';
import { exampleOf, type Finding, finding, otherName } from './finding.ts';
import { at, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Narrative = RowOf<'narratives'>;
type Assignment = RowOf<'assignments'>;

/** What a part is nothing without. */
const NEEDS: { readonly [part: string]: readonly ('text' | 'target' | 'verdict' | 'documentNo' | 'date')[] | undefined } = {
  leadership: ['text'],
  assessment: ['text'],
  nextSteps: ['text'],
  proposals: ['text'],
  verdict: ['target', 'verdict'],
  issued: ['documentNo', 'date'],
};

export function narrativeFindings(scope: Scope): Finding[] {
  const { narratives: told, assignments } = scope.register;
  const verdicts = groupsOf(told.rows, ({ values }) =>
    values.part === 'verdict' && values.target && values.verdict && values.period
      ? `${textKey(values.period)} ${values.target}`
      : undefined,
  );
  return [
    ...told.rows.flatMap((row) => [...blanks(scope, row), ...misplaced(scope, row), ...periodFindings(row)]),
    ...[...verdicts.values()].flatMap((group) => disagreeing(scope, group)),
    ...assignments.rows.flatMap((row) => taskFindings(scope, row)),
  ];
}

function blanks({ register }: Scope, row: Narrative): Finding[] {
  const { part } = row.values;
  if (part === undefined) return [];
  const missing = (NEEDS[part] ?? []).filter((column) => isLeftBlank(register.narratives, row, column));
  return missing.map((column) =>
    finding('NARRATIVE_BLANK', at(row, column), { part: labelOf(NARRATIVE_PARTS, part), example: exampleOf(narratives.columns[column]) }),
  );
}

function misplaced({ question }: Scope, row: Narrative): Finding[] {
  const { part, target, verdict } = row.values;
  if (part === undefined || part === 'verdict' || (target === undefined && verdict === undefined)) return [];
  const shown =
    verdict === undefined
      ? (question.plan.targets.find(({ id }) => id === target)?.title ?? target ?? '')
      : labelOf(TARGET_VERDICTS, verdict);
  return [
    finding('VERDICT_MISPLACED', at(row, verdict === undefined ? 'target' : 'verdict'), { shown, part: labelOf(NARRATIVE_PARTS, part) }),
  ];
}

const periodFindings = (row: Narrative): Finding[] => {
  const { period } = row.values;
  return period === undefined || /\d{4}/.test(period) ? [] : [finding('NARRATIVE_PERIOD_WITHOUT_YEAR', at(row, 'period'), { period })];
};

function disagreeing({ question }: Scope, [first, ...others]: readonly Narrative[]): Finding[] {
  return others.flatMap((row) => {
    const { target, verdict } = row.values;
    if (first === undefined || verdict === undefined || verdict === first.values.verdict) return [];
    const title = question.plan.targets.find(({ id }) => id === target)?.title ?? target ?? '';
    return [
      finding('VERDICTS_DISAGREE', at(row, 'verdict'), {
        target: title,
        verdict: labelOf(TARGET_VERDICTS, verdict),
        other: otherName(first, row),
      }),
    ];
  });
}

function taskFindings({ register, question }: Scope, row: Assignment): Finding[] {
  const { year, due, status } = row.values;
  const { asOf } = question;
  const blank = (column: string) => isLeftBlank(register.assignments, row, column);
  const begun = year === undefined || year <= yearOf(asOf);
  const overdue = due !== undefined && due < asOf && status !== undefined && status !== 'done';
  return [
    ...(begun && blank('status') ? [finding('ASSIGNMENT_WITHOUT_STATUS', at(row, 'status'), {})] : []),
    ...(begun && blank('inCharge') ? [finding('ASSIGNMENT_UNIT_BLANK', at(row, 'inCharge'), {})] : []),
    ...(overdue
      ? [finding('ASSIGNMENT_OVERDUE', { ...at(row, 'due'), shows: ['status'] }, { due, asOf, status: labelOf(TASK_STATES, status) })]
      : []),
  ];
}

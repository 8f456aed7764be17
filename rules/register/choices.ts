// The allowed values of a choice, worked out: the declaration's own, the plan's, or what stands in another tab.
import type { Plan } from '../plan/schema.ts';
import { textKey } from '../text.ts';
import type { Choice, ChoiceList, Column } from './column.ts';
import { recordLabel } from './read-reference.ts';
import type { TabReading } from './read-tab.ts';

/** The tabs read so far, by key. */
export type Readings = { readonly [tab: string]: TabReading | undefined };

/** What of a plan the register's columns depend on. */
export type PlanLists = Pick<Plan, 'areas' | 'fundingSources' | 'loanPurposes' | 'chargeUnits' | 'targets' | 'optionalColumns'>;

type PlanList = Extract<ChoiceList, { from: 'plan' }>['list'];
type Named = { readonly id: string; readonly title: string };

const PLAN_LISTS: { readonly [K in PlanList]: (plan: PlanLists) => readonly Named[] } = {
  areas: (plan) => plan.areas,
  fundingSources: (plan) => plan.fundingSources,
  loanPurposes: (plan) => plan.loanPurposes,
  chargeUnits: (plan) => plan.chargeUnits,
  targets: (plan) => plan.targets,
  narratives: (plan) => plan.targets.filter((target) => target.kind === 'narrative'),
};

/** The choices of a column in the order to show them; none for a column without a list, or while the tab they come from is empty. */
export function choicesOf(column: Column, plan: PlanLists, register: Readings = {}): readonly Choice[] {
  const { list } = column;
  if (list === undefined) return [];
  if (list.from === 'list') return list.choices;
  if (list.from === 'tab') return choicesOfTab(register[list.tab], list.column);
  return [...PLAN_LISTS[list.list](plan).map(({ id, title }) => ({ key: id, label: title })), ...(list.choices ?? [])];
}

/** What stands in a column: of two spellings of one text the first. Codes are shown with their record's label and found by its name too. */
function choicesOfTab(reading: TabReading | undefined, column: string): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const row of reading?.rows ?? []) {
    const text = row.values[column];
    if (typeof text !== 'string' || found.has(textKey(text))) continue;
    const { name } = row.values;
    const isCode = reading?.tab.columns[column]?.type === 'code';
    const aliases = typeof name === 'string' ? [name] : [];
    found.set(textKey(text), isCode ? { key: text, label: recordLabel(row), aliases } : { key: text, label: text });
  }
  return [...found.values()];
}

// Dropdowns, tick boxes and input rules of a column. They help while one types; the findings judge what stands there.
// So nothing but a tick box refuses: a pasted "Nữ " or a date as text must stay, to be read leniently or reported in Vietnamese.

import { columnLetters } from '../rules/register/a1.ts';
import type { Choice, Column, Tab } from '../rules/register/column.ts';
import { quoted } from './a1.ts';
import { bodyOf, headerIndex, type Placed } from './look.ts';
import type { Condition, Request, ValidationRule } from './sheets-json.ts';

/** A tab with the columns it has, at the places where they stand. */
export interface PlacedTab {
  readonly tab: Tab;
  readonly title: string;
  readonly columns: readonly Placed[];
}
export interface ValidationContext {
  readonly tabs: readonly PlacedTab[];
  /** the choices of a list column; of those that come from another tab a range is made instead */
  readonly choices: (tab: Tab, column: Column) => readonly Choice[];
}

/** Google refuses a list of more than 500 values; a longer one stays free text that the parser checks. */
const LIST_LIMIT = 500;

/** One request per column that has a rule. */
export function validationRequests({ tab, columns }: PlacedTab, context: ValidationContext): Request[] {
  return columns.flatMap(({ column, index }) => {
    const rule = ruleOf(tab, column, context);
    return rule ? [{ setDataValidation: { range: bodyOf(tab, index), rule } }] : [];
  });
}

function ruleOf(tab: Tab, column: Column, context: ValidationContext): ValidationRule | undefined {
  const condition = tab.kind === 'owned' || column.owned ? undefined : conditionOf(tab, column, context);
  if (!condition) return undefined;
  return { condition, inputMessage: column.help, strict: condition.type === 'BOOLEAN', showCustomUi: true };
}

function conditionOf(tab: Tab, column: Column, context: ValidationContext): Condition | undefined {
  switch (column.type) {
    case 'choice':
      return column.list?.from === 'tab' ? rangeOf(column.list.tab, column.list.column, context) : listOf(context.choices(tab, column));
    case 'reference':
      return column.target === undefined ? undefined : rangeOf(column.target, undefined, context);
    case 'date':
      return { type: 'DATE_IS_VALID' };
    case 'tick':
      return { type: 'BOOLEAN' };
    case 'year':
      return { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1900' }, { userEnteredValue: '2100' }] };
    case 'money':
    case 'count':
      return { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: '0' }] };
    // the API has no dropdown of several values, and a birth is text by design
    default:
      return undefined;
  }
}

function listOf(choices: readonly Choice[]): Condition | undefined {
  if (choices.length === 0 || choices.length > LIST_LIMIT) return undefined;
  return { type: 'ONE_OF_LIST', values: choices.map(({ label }) => ({ userEnteredValue: label })) };
}

/** The values of a column of another tab; left out, the column by which its records are picked. Follows the tab when people rename it. */
function rangeOf(tabKey: string, columnKey: string | undefined, context: ValidationContext): Condition | undefined {
  const target = context.tabs.find(({ tab }) => tab.key === tabKey);
  if (!target) return undefined;
  const { columns } = target;
  const named = columns.find(({ key }) => key === columnKey);
  const column = columnKey === undefined || named?.column.type === 'code' ? pickedBy(columns) : named;
  if (!column) return undefined;
  const letters = columnLetters(column.index);
  const first = headerIndex(target.tab) + 2;
  return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${quoted(target.title)}!$${letters}$${first}:$${letters}` }] };
}

/** The helper column `label` ("TV0007 – Hoàng Thị Mai (1956)") where the tab declares one, else its code. */
const pickedBy = (columns: readonly Placed[]): Placed | undefined =>
  columns.find(({ key }) => key === 'label') ?? columns.find(({ column }) => column.type === 'code');

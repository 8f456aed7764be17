// Findings on the money spent on the plan, and on amounts that were most likely typed in thousands or millions.
import { yearOf } from '../calendar-date.ts';
import type { Row, TabReading } from '../register/read-tab.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Line = RowOf<'budget'>;

export function budgetFindings(scope: Scope): Finding[] {
  const { rows } = scope.register.budget;
  const yearly = groupsOf(rows, ({ values }) => (values.year && values.source ? `${values.year} ${values.source}` : undefined));
  return [
    ...rows.flatMap((row) => [...lineFindings(scope, row), ...outsidePlan(scope, row)]),
    ...[...yearly.values()].flatMap((group) => twice(scope, group)),
    ...tinyAmounts(scope),
  ];
}

const AMOUNTS = ['budgeted', 'received', 'spent', 'inKind'];

function lineFindings({ register }: Scope, row: Line): Finding[] {
  const { received, spent } = row.values;
  const blank = (column: string) => isLeftBlank(register.budget, row, column);
  if (AMOUNTS.every(blank)) return [finding('BUDGET_LINE_EMPTY', at(row), {})];
  const over = spent !== undefined && spent > (received ?? 0) && (received !== undefined || blank('received'));
  return over ? [finding('BUDGET_SPENT_ABOVE_RECEIVED', { ...at(row, 'spent'), shows: ['received'] }, { spent, received })] : [];
}

function outsidePlan({ question }: Scope, row: Line): Finding[] {
  const { year } = row.values;
  const [first, last] = [yearOf(question.plan.period.from), yearOf(question.plan.period.to)];
  return year === undefined || (year >= first && year <= last)
    ? []
    : [finding('BUDGET_YEAR_OUTSIDE_PLAN', at(row, 'year'), { year, first, last })];
}

function twice({ question }: Scope, [first, ...others]: readonly Line[]): Finding[] {
  return others.flatMap((row) => {
    const { year, source: key } = row.values;
    if (first === undefined || year === undefined) return [];
    const source = question.plan.fundingSources.find(({ id }) => id === key)?.title ?? key ?? '';
    return [finding('BUDGET_SOURCE_TWICE', at(row, 'source'), { source, year, other: otherName(first, row) })];
  });
}

/** No amount is below this; what is lent or given to a plan is never below the second. */
const LEAST = 1000;
const LEAST_LARGE = 100_000;
const LARGE: readonly string[] = ['loans.amount', 'budget.budgeted', 'budget.received'];

/** 30 typed for 30 million: an amount in đồng that buys nothing. */
function tinyAmounts({ register }: Scope): Finding[] {
  return Object.values<TabReading>(register)
    .filter(({ tab }) => tab.kind === 'data')
    .flatMap(({ tab, rows }) => {
      const columns = Object.entries(tab.columns).flatMap(([key, { type }]) =>
        type === 'money' ? [{ key, least: LARGE.includes(`${tab.key}.${key}`) ? LEAST_LARGE : LEAST }] : [],
      );
      return columns.length === 0 ? [] : rows.flatMap((row) => columns.flatMap(({ key, least }) => tinyAmount(row, key, least)));
    });
}

function tinyAmount(row: Row, column: string, least: number): Finding[] {
  const values: { readonly [column: string]: unknown } = row.values;
  const amount = values[column];
  if (typeof amount !== 'number' || amount <= 0 || amount >= least) return [];
  const more = [amount * 1000, amount * 1_000_000].filter((one) => one >= LEAST_LARGE && one <= 1_000_000_000);
  return [finding('AMOUNT_TINY', at(row, column), { amount, more })];
}

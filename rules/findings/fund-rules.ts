// Findings on the clubs' funds: single lines, and each book's balances and opening. What concerns both funds stands in fund-books.ts.
import type { IsoDate } from '../calendar-date.ts';
import { FUNDS } from '../register/choice-lists.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, clubName, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Line = RowOf<'funds'>;

export function fundFindings(scope: Scope): Finding[] {
  const { rows } = scope.register.funds;
  const books = groupsOf(rows, ({ values }) =>
    values.club === undefined || values.fund === undefined ? undefined : `${values.club} ${values.fund}`,
  );
  return [
    ...rows.flatMap((row) => lineFindings(scope, row)),
    ...[...books.values()].flatMap((lines) => [
      ...negativeBalance(scope, lines),
      ...openedTwice(scope, lines),
      ...openedLate(scope, lines),
    ]),
  ];
}

function lineFindings({ register }: Scope, row: Line): Finding[] {
  const { received, spent } = row.values;
  const blank = (column: string) => isLeftBlank(register.funds, row, column);
  const gift = register.funds.columnAt.has('inKind') && !blank('inKind');
  if (blank('received') && blank('spent') && !gift) return [finding('FUND_LINE_EMPTY', at(row), {})];
  const both = received !== undefined && spent !== undefined && received > 0 && spent > 0;
  const unsourced = received !== undefined && received > 0 && blank('kind');
  const source = unsourced ? [finding('FUND_SOURCE_BLANK', { ...at(row, 'kind'), shows: ['received'] }, { received })] : [];
  return both ? [...source, finding('FUND_LINE_BOTH', { ...at(row, 'spent'), shows: ['received'] }, { received, spent })] : source;
}

/** How messages call a book: the club and "quỹ hoạt động". */
function named({ clubs }: Scope, { values }: Line): { readonly club: string; readonly fund: string } {
  const club = clubs.get(values.club ?? '');
  const label = FUNDS.from === 'list' ? FUNDS.choices.find(({ key }) => key === values.fund)?.label : undefined;
  return { club: club ? clubName(club) : (values.club ?? ''), fund: (label ?? values.fund ?? '').toLowerCase() };
}

const UNSURE = ['date', 'received', 'spent'];

/**
 * The first month at whose end money is missing. Months, not days: a line may stand for a whole month and is then dated on its first day.
 * A book with a line that could not be read is left alone: its balance is not known.
 */
function negativeBalance(scope: Scope, lines: readonly Line[]): Finding[] {
  if (lines.some(({ faults }) => faults.some(({ column }) => UNSURE.includes(column)))) return [];
  const dated = lines.flatMap((row) => {
    const { date, received = 0, spent = 0 } = row.values;
    return date === undefined || date > scope.question.asOf ? [] : [{ row, date, change: received - spent }];
  });
  let balance = 0;
  for (const month of months(dated)) {
    balance += month.reduce((sum, { change }) => sum + change, 0);
    const last = month[month.length - 1];
    if (balance < 0 && last !== undefined) {
      const place = { ...at(last.row, 'spent'), shows: ['received'] };
      return [finding('FUND_BALANCE_NEGATIVE', place, { ...named(scope, last.row), month: last.date, balance })];
    }
  }
  return [];
}

function months<T extends { readonly date: IsoDate }>(dated: readonly T[]): T[][] {
  const sorted = [...dated].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [...groupsOf(sorted, ({ date }) => date.slice(0, 7)).values()];
}

function openedTwice(scope: Scope, lines: readonly Line[]): Finding[] {
  const [first, ...others] = lines.filter(({ values }) => values.kind === 'openingBalance');
  if (first === undefined) return [];
  return others.map((row) => finding('FUND_OPENED_TWICE', at(row, 'kind'), { ...named(scope, row), other: otherName(first, row) }));
}

/** An opening balance that comes after other lines counts them twice. Months, not days: a line may stand for a whole month. */
function openedLate(scope: Scope, lines: readonly Line[]): Finding[] {
  const opening = lines.find(({ values }) => values.kind === 'openingBalance');
  const date = opening?.values.date;
  if (opening === undefined || date === undefined) return [];
  const before = lines.find(({ values }) => values.date !== undefined && values.date.slice(0, 7) < date.slice(0, 7));
  if (before?.values.date === undefined) return [];
  const words = { date, ...named(scope, opening), other: otherName(before, opening), first: before.values.date };
  return [finding('FUND_OPENED_LATE', at(opening, 'date'), words)];
}

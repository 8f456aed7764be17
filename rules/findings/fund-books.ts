// Findings on a club's two funds together: transfers between them, and loans that the income fund could not have paid.
import { type Finding, finding } from './finding.ts';
import { at, clubName, groupsOf, type RowOf, type Scope } from './scope.ts';

type Line = RowOf<'funds'>;

const UNSURE = ['fund', 'date', 'received', 'spent', 'kind'];
const isUnsure = ({ faults }: Line): boolean => faults.some(({ column }) => UNSURE.includes(column));

export function fundBookFindings(scope: Scope): Finding[] {
  const { register, clubs, question } = scope;
  const linesOf = groupsOf(register.funds.rows, ({ values }) => values.club);
  const lent = lentByClub(scope);
  return [...linesOf].flatMap(([key, all]) => {
    const club = clubs.get(key);
    if (club === undefined || all.some(isUnsure)) return [];
    const lines = all.filter(({ values }) => values.date !== undefined && values.date <= question.asOf);
    return [...transfers(scope, club, lines), ...lentAbove(scope, club, lines, lent.get(key))];
  });
}

/** What leaves one fund comes into the other: eliminated from any total of the two. Found at the first line after the last balance. */
function transfers({ question }: Scope, club: RowOf<'clubs'>, lines: readonly Line[]): Finding[] {
  const moved = lines.filter(({ values }) => values.kind === 'transfer');
  const months = [...groupsOf(sorted(moved), ({ values }) => values.date?.slice(0, 7)).values()];
  let [out, into] = [0, 0];
  let since: Line | undefined;
  for (const month of months) {
    out += month.reduce((sum, { values }) => sum + (values.spent ?? 0), 0);
    into += month.reduce((sum, { values }) => sum + (values.received ?? 0), 0);
    since = out === into ? undefined : (since ?? month[0]);
  }
  if (since === undefined) return [];
  const place = { ...at(since, 'kind'), shows: ['received', 'spent'] };
  return [finding('FUND_TRANSFER_UNBALANCED', place, { club: clubName(club), out, into, asOf: question.asOf })];
}

const sorted = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => ((a.values.date ?? '') < (b.values.date ?? '') ? -1 : (a.values.date ?? '') > (b.values.date ?? '') ? 1 : 0));

/** What is still owed of the principal, by club; a club with a loan that cannot be read is left out. */
function lentByClub({ register, members, question }: Scope): Map<string, number> {
  const lent = new Map<string, number>();
  for (const { values, faults } of register.loans.rows) {
    const { member, date, amount, repaid = 0 } = values;
    const club = members.get(member ?? '')?.values.club;
    if (club === undefined || date === undefined || date > question.asOf) continue;
    const unsure = amount === undefined || faults.length > 0 || repaid > amount;
    lent.set(club, unsure ? Number.NaN : (lent.get(club) ?? 0) + amount - repaid);
  }
  return lent;
}

/** Only of a club that keeps its income fund's book; the year's first figures may well come without one. */
function lentAbove({ question }: Scope, club: RowOf<'clubs'>, lines: readonly Line[], lent: number | undefined): Finding[] {
  const income = lines.filter(({ values }) => values.fund === 'income');
  const fund = income.reduce((sum, { values }) => sum + (values.received ?? 0) - (values.spent ?? 0), 0);
  if (income.length === 0 || lent === undefined || !(lent > fund)) return [];
  return [finding('LOANS_ABOVE_FUND', { ...at(club), valueClass: 'confidential' }, { lent, fund, asOf: question.asOf })];
}

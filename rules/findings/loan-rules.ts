// Findings on loans: against the borrower's time in the club, and against what was lent.
import { type Finding, finding, recordName } from './finding.ts';
import { at, type RowOf, type Scope } from './scope.ts';

type Loan = RowOf<'loans'>;

export const loanFindings = (scope: Scope): Finding[] =>
  scope.register.loans.rows.flatMap((row) => [...borrowerFindings(scope, row), ...amountFindings(row)]);

function borrowerFindings({ members }: Scope, row: Loan): Finding[] {
  const { date, member: key } = row.values;
  const borrower = members.get(key ?? '');
  if (borrower === undefined || date === undefined) return [];
  const { joined, left } = borrower.values;
  const member = recordName(borrower);
  const place = { ...at(row, 'date'), shows: ['member'] };
  if (joined !== undefined && date < joined) return [finding('LOAN_BEFORE_JOINED', place, { date, member, joined })];
  return left !== undefined && date >= left ? [finding('LOAN_AFTER_LEFT', place, { date, member, left })] : [];
}

function amountFindings(row: Loan): Finding[] {
  const { amount, repaid } = row.values;
  if (amount === undefined) return [];
  if (amount === 0) return [finding('LOAN_AMOUNT_ZERO', at(row, 'amount'), {})];
  const place = { ...at(row, 'repaid'), shows: ['amount'] };
  return repaid !== undefined && repaid > amount ? [finding('LOAN_REPAID_ABOVE_AMOUNT', place, { repaid, amount })] : [];
}

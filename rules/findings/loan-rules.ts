// Findings on loans: against the borrower's time in the club, and against what was lent.
import { viDate } from '../calendar-date.ts';
import { viNumber } from '../register/read-number.ts';
import { type Finding, finding, headerOf, recordName } from './finding.ts';
import { at, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Loan = RowOf<'loans'>;

export const loanFindings = (scope: Scope): Finding[] =>
  scope.register.loans.rows.flatMap((row) => [...borrowerFindings(scope, row), ...amountFindings(row), ...repaymentFindings(scope, row)]);

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

/** What was paid back and when belong together; what is not paid back by its day is told, as a fact to look at and no more. */
function repaymentFindings({ register, question }: Scope, row: Loan): Finding[] {
  const { amount, repaid = 0, lastRepaid, due } = row.values;
  const half = (column: 'repaid' | 'lastRepaid', other: 'repaid' | 'lastRepaid', shown: string) =>
    finding('LOAN_REPAYMENT_HALF', { ...at(row, column), shows: [other] }, { header: headerOf('loans', other), shown });
  const overdue = due !== undefined && due < question.asOf && amount !== undefined && repaid < amount;
  const unreadable = row.faults.some(({ column }) => column === 'repaid');
  return [
    ...(repaid > 0 && isLeftBlank(register.loans, row, 'lastRepaid') ? [half('lastRepaid', 'repaid', `${viNumber(repaid)} đ`)] : []),
    ...(lastRepaid !== undefined && repaid === 0 && !unreadable ? [half('repaid', 'lastRepaid', viDate(lastRepaid))] : []),
    ...(overdue && !unreadable
      ? [finding('LOAN_OVERDUE', { ...at(row, 'due'), shows: ['amount', 'repaid'] }, { due, owed: amount - repaid, asOf: question.asOf })]
      : []),
  ];
}

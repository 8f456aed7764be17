// The check of a whole register: every rule over one reading, sorted by what blocks. Never throws on what people typed.
import type { Register } from '../register/read-register.ts';
import { activityFindings } from './activity-rules.ts';
import { assessmentFindings } from './assessment-rules.ts';
import { budgetFindings } from './budget-rules.ts';
import { cellFindings } from './cell-rules.ts';
import { clubFindings } from './club-rules.ts';
import { compositionFindings } from './composition-rules.ts';
import { dateFindings } from './date-rules.ts';
import { declarationFindings } from './declaration-rules.ts';
import { eventFindings } from './event-rules.ts';
import { type Finding, gravestFirst } from './finding.ts';
import { fundBookFindings } from './fund-books.ts';
import { fundFindings } from './fund-rules.ts';
import { identityNumberFindings } from './identity-number-rules.ts';
import { loanFindings } from './loan-rules.ts';
import { locationFindings } from './location-rules.ts';
import { memberFindings } from './member-rules.ts';
import { narrativeFindings } from './narrative-rules.ts';
import { personFindings } from './person-rules.ts';
import { phoneFindings } from './phone-rules.ts';
import { type Question, type Scope, scopeOf } from './scope.ts';
import { totalsFindings } from './totals-rules.ts';
import { unitFindings } from './unit-rules.ts';

const SLICES: readonly ((scope: Scope) => Finding[])[] = [
  cellFindings,
  dateFindings,
  clubFindings,
  compositionFindings,
  memberFindings,
  personFindings,
  identityNumberFindings,
  phoneFindings,
  loanFindings,
  fundFindings,
  fundBookFindings,
  activityFindings,
  totalsFindings,
  eventFindings,
  assessmentFindings,
  budgetFindings,
  locationFindings,
  narrativeFindings,
  declarationFindings,
  unitFindings,
];

/** All findings of a register as of a period's closing date: the gravest first, then as the tabs and their rows stand. */
export function checkRegister(register: Register, question: Question): Finding[] {
  const scope = scopeOf(register, question);
  return SLICES.flatMap((slice) => slice(scope)).sort(gravestFirst);
}

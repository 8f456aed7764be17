// The catalogue of findings: every rule by its id. Rules of one slice stand together in catalogue/.
import { CELL_RULES } from './catalogue/cells.ts';
import { CLUB_RULES } from './catalogue/clubs.ts';
import { DATE_RULES } from './catalogue/dates.ts';
import { DECLARATION_RULES, UNIT_RULES } from './catalogue/declared.ts';
import { ASSESSMENT_RULES, BUDGET_RULES, EVENT_RULES, LOCATION_RULES } from './catalogue/events.ts';
import { NATIONAL_ID_RULES, PHONE_RULES } from './catalogue/identity.ts';
import { MEMBER_RULES } from './catalogue/members.ts';
import { FUND_RULES, LOAN_RULES } from './catalogue/money.ts';
import { ASSIGNMENT_RULES, NARRATIVE_RULES } from './catalogue/reports.ts';
import { TOTALS_RULES } from './catalogue/totals.ts';
import type { Rule } from './rule.ts';

export const CATALOGUE = {
  ...CELL_RULES,
  ...DATE_RULES,
  ...CLUB_RULES,
  ...MEMBER_RULES,
  ...NATIONAL_ID_RULES,
  ...PHONE_RULES,
  ...LOAN_RULES,
  ...FUND_RULES,
  ...TOTALS_RULES,
  ...EVENT_RULES,
  ...ASSESSMENT_RULES,
  ...BUDGET_RULES,
  ...LOCATION_RULES,
  ...NARRATIVE_RULES,
  ...ASSIGNMENT_RULES,
  ...DECLARATION_RULES,
  ...UNIT_RULES,
};
export type RuleId = keyof typeof CATALOGUE;
export type DataOf<K extends RuleId> = (typeof CATALOGUE)[K] extends Rule<infer Data> ? Data : never;

export const RULES: { readonly [K in RuleId]: Rule<DataOf<K>> } = CATALOGUE;

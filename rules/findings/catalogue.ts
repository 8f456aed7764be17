// The catalogue of findings: every rule by its id. Rules of one slice stand together in catalogue/.
import { CELL_RULES } from './catalogue/cells.ts';
import { CLUB_RULES } from './catalogue/clubs.ts';
import { DATE_RULES } from './catalogue/dates.ts';
import { DECLARATION_RULES, UNIT_RULES } from './catalogue/declared.ts';
import { MEMBER_RULES } from './catalogue/members.ts';
import { FUND_RULES, LOAN_RULES } from './catalogue/money.ts';
import type { Rule } from './rule.ts';

export const CATALOGUE = {
  ...CELL_RULES,
  ...DATE_RULES,
  ...CLUB_RULES,
  ...MEMBER_RULES,
  ...LOAN_RULES,
  ...FUND_RULES,
  ...DECLARATION_RULES,
  ...UNIT_RULES,
};
export type RuleId = keyof typeof CATALOGUE;
export type DataOf<K extends RuleId> = (typeof CATALOGUE)[K] extends Rule<infer Data> ? Data : never;

export const RULES: { readonly [K in RuleId]: Rule<DataOf<K>> } = CATALOGUE;

// The catalogue of findings: every rule by its id. Rules of one slice stand together in catalogue/.
import { CELL_RULES } from './catalogue/cells.ts';
import { DATE_RULES } from './catalogue/dates.ts';
import type { Rule } from './rule.ts';

export const CATALOGUE = {
  ...CELL_RULES,
  ...DATE_RULES,
};
export type RuleId = keyof typeof CATALOGUE;
export type DataOf<K extends RuleId> = (typeof CATALOGUE)[K] extends Rule<infer Data> ? Data : never;

export const RULES: { readonly [K in RuleId]: Rule<DataOf<K>> } = CATALOGUE;

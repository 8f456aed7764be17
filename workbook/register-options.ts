// How a register's workbook is made and mended: what follows from the plan, and to whom its protected parts are left.
import type { Plan } from '../rules/plan/schema.ts';
import { choicesOf } from '../rules/register/choices.ts';
import type { ProvisionOptions } from './provision.ts';

/** `protectTo`: the service identity; left out (standalone, where scripts run as the person), protections only warn. */
export const registerOptions = (plan: Plan, protectTo?: string): ProvisionOptions => ({
  choices: (_tab, column) => choicesOf(column, plan),
  optionalColumns: plan.optionalColumns,
  ...(protectTo === undefined ? {} : { protectTo }),
});

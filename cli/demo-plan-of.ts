// A plan of the demo by the id that workbooks know it by; read once.
import type { Plan } from '../rules/plan/schema.ts';
import { DEMO_PLANS } from './demo/demo-plans.ts';
import { loadPlan, planPath } from './plan-file.ts';

let plans: readonly Plan[] | undefined;

/** Undefined for a plan without a demo. */
export function demoPlan(id: string): Plan | undefined {
  plans ??= DEMO_PLANS.map(({ file }) => loadPlan(planPath(file)).plan);
  return plans.find((plan) => plan.id === id);
}

// The one door by which a plan file comes in. Inside, a plan is trusted.
import type { PlanFault } from './plan-fault.ts';
import { referenceFaults } from './reference-faults.ts';
import { scheduleFaults } from './schedule-faults.ts';
import { Plan } from './schema.ts';
import { shapeFaults } from './shape-faults.ts';
import { targetFaults } from './target-faults.ts';
import { valueFaults } from './value-faults.ts';

export type ParsedPlan = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly faults: readonly PlanFault[] };

/** The plan in a file's JSON, or everything that is wrong with it, all at once; unknown keys are refused by name. */
export function parsePlan(raw: unknown): ParsedPlan {
  const parsed = Plan.safeParse(raw);
  const found = [...valueFaults(raw), ...referenceFaults(raw), ...targetFaults(raw), ...scheduleFaults(raw)];
  if (parsed.success && found.length === 0) return { ok: true, plan: parsed.data };
  return { ok: false, faults: [...(parsed.success ? [] : shapeFaults(parsed.error.issues, raw)), ...found] };
}

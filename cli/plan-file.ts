// Plan files from disk: read, parsed, and refused with every fault named.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parsePlan } from '../rules/plan/parse-plan.ts';
import type { PlanFault } from '../rules/plan/plan-fault.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';

export interface PlanFile {
  readonly plan: Plan;
  /** the file as it is: it is put into registers unchanged */
  readonly text: string;
}

export type PlanReading = { readonly ok: true; readonly file: PlanFile } | { readonly ok: false; readonly faults: readonly PlanFault[] };

/** Reads a plan file; throws PLAN_FILE_INVALID when it cannot be opened or is no JSON. */
export function readPlanFile(path: string): PlanReading {
  let text: string;
  let raw: unknown;
  try {
    text = readFileSync(path, 'utf8');
    raw = JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? 'not JSON' : 'cannot be opened';
    throw new Problem('PLAN_FILE_INVALID', { file: basename(path), faults: [why] }, { cause: error });
  }
  const parsed = parsePlan(raw);
  return parsed.ok ? { ok: true, file: { plan: parsed.plan, text } } : { ok: false, faults: parsed.faults };
}

/** A plan that has to be right; throws PLAN_FILE_INVALID with the place of every fault. */
export function loadPlan(path: string): PlanFile {
  const reading = readPlanFile(path);
  if (reading.ok) return reading.file;
  throw new Problem('PLAN_FILE_INVALID', {
    file: basename(path),
    faults: reading.faults.map(({ path: place, dev }) => `${place}: ${dev}`),
  });
}

export const planPath = (id: string): string => new URL(`../templates/plans/${id}.json`, import.meta.url).pathname;

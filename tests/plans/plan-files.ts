// Plan files as the tests want them: read from templates/plans, and with single values put in or taken out.
import { readFileSync } from 'node:fs';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import type { Plan } from '../../rules/plan/schema.ts';

/** The JSON of a plan file, fresh each time. */
export const planJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../templates/plans/${name}.json`, import.meta.url), 'utf8'));

/** The plan itself; a test that calls this rests on the file being sound. */
export function planOf(raw: unknown): Plan {
  const parsed = parsePlan(raw);
  if (!parsed.ok) throw new Error(parsed.faults.map((fault) => fault.dev).join('\n'));
  return parsed.plan;
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Puts a value at "targets[3].bar.between" of a JSON tree; undefined takes the key away. */
export function put(raw: unknown, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let holder = raw;
  for (const key of keys) holder = isHolder(holder) ? holder[key] : undefined;
  if (!isHolder(holder)) throw new Error(`${path}: nothing to put it in`);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

/** A plan file with other values at some paths. */
export function changedPlan(name: string, changes: Readonly<Record<string, unknown>>): unknown {
  const raw = planJson(name);
  for (const [path, value] of Object.entries(changes)) put(raw, path, value);
  return raw;
}

/** Every text in a JSON tree, keys left out. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isHolder(value) ? Object.values(value).flatMap(textsIn) : [];
}

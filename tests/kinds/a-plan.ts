// The invented plans, and registers of their communes judged alone or summed.
import { readFileSync } from 'node:fs';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { judgeTargets, measureRegister } from '../../rules/progress/evaluate.ts';
import { figuresFrom, figuresOf, figuresText, type UnitFigures } from '../../rules/progress/figures.ts';
import type { Verdicts } from '../../rules/progress/judge-target.ts';
import type { TargetProgress } from '../../rules/progress/progress.ts';
import { type RolledUp, rollUp } from '../../rules/progress/roll-up.ts';
import { aRegister, type Rows } from '../findings/a-register.ts';

export const NAMES = ['an-binh', 'an-thinh', 'tinh-mau'] as const;
export type PlanName = (typeof NAMES)[number];

export const rawPlan = (name: PlanName): unknown => JSON.parse(readFileSync(new URL(`plans/${name}.json`, import.meta.url), 'utf8'));

export function invented(name: PlanName): Plan {
  const parsed = parsePlan(rawPlan(name));
  if (!parsed.ok) throw new Error(parsed.faults.map(({ dev }) => dev).join('\n'));
  return parsed.plan;
}

/** The first day of the yearly window that ends on a cut-off of 14/12, or in which another day lies. */
const windowFrom = (cutOff: IsoDate): IsoDate => `${Number(cutOff.slice(0, 4)) - (cutOff.slice(5) > '12-14' ? 0 : 1)}-12-15` as IsoDate;

const asked = (plan: Plan, unit: string, cutOff: string, level: 'commune' | 'superior') => ({
  plan,
  unit,
  level,
  cutOff: cutOff as IsoDate,
  windowFrom: windowFrom(cutOff as IsoDate),
});

/** The targets of one commune from its own rows. */
export function alone(plan: Plan, unit: string, rows: Rows, cutOff: string, verdicts: Verdicts = new Map()): Map<string, TargetProgress> {
  const question = asked(plan, unit, cutOff, 'commune');
  const judged = judgeTargets(question, measureRegister(aRegister(rows, { plan }), question), verdicts);
  return new Map(judged.map((one) => [one.target.id, one]));
}

/** What travels from one commune: figures as text, read again as the superior reads them. */
export function figures(plan: Plan, unit: string, rows: Rows, cutOff: string): UnitFigures {
  const made = figuresOf(aRegister(rows, { plan }), asked(plan, unit, cutOff, 'commune'));
  const read = figuresFrom(figuresText(made), plan);
  if (read === undefined) throw new Error('figures that cannot be read again');
  return read;
}

export interface District {
  /** rows by unit; a unit left out was not heard from */
  readonly units: Readonly<Record<string, Rows>>;
  readonly baselines?: Readonly<Record<string, number>>;
  readonly verdicts?: Verdicts;
}

/** Many communes as their superior sees them, from figures alone. */
export function summed(plan: Plan, { units, baselines = {}, verdicts = new Map() }: District, cutOff: string): RolledUp {
  const known = new Map(Object.entries(units).map(([unit, rows]) => [unit, figures(plan, unit, rows, cutOff)] as const));
  const { cutOff: day, windowFrom: from } = asked(plan, '', cutOff, 'superior');
  return rollUp(known, { plan, cutOff: day, windowFrom: from, baselines: new Map(Object.entries(baselines)), verdicts });
}

export const targetsOf = (rolled: RolledUp): Map<string, TargetProgress> => new Map(rolled.progress.map((one) => [one.target.id, one]));

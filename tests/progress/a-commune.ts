// Measures of small communes for tests: rows as people type them, and what a target, or a count, makes of them on a day.
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { Count, Target } from '../../rules/plan/target-schema.ts';
import { judgeTargets, measureRegister, type Verdicts } from '../../rules/progress/evaluate.ts';
import type { Facts } from '../../rules/progress/facts.ts';
import { factsOf } from '../../rules/progress/facts-of.ts';
import { countOf } from '../../rules/progress/measure.ts';
import type { Tally, TargetProgress } from '../../rules/progress/progress.ts';
import { countFigure } from '../../rules/progress/tally.ts';
import { aRegister, type Damage, QUY_KY, type Rows } from '../findings/a-register.ts';

export const CUT_OFF = '2024-12-14' as IsoDate;
export const WINDOW_FROM = '2023-12-15' as IsoDate;
const UNIT = '05545';

export const day = (text: string): IsoDate => text as IsoDate;

/** The cut-off of a report and the first day of its window. */
const windowOf = (cutOff: IsoDate): IsoDate => `${Number(cutOff.slice(0, 4)) - (cutOff.slice(5) > '12-14' ? 0 : 1)}-12-15` as IsoDate;

export const factsOn = (rows: Rows, asOf: IsoDate = CUT_OFF, damage: Damage = {}): Facts =>
  factsOf(aRegister(rows, damage), { plan: damage.plan ?? QUY_KY, unit: UNIT, asOf, windowFrom: windowOf(asOf) });

/** What is counted of a commune on a day. */
export const counted = (rows: Rows, count: Count, asOf: IsoDate = CUT_OFF, damage: Damage = {}): Tally =>
  countOf(count, factsOn(rows, asOf, damage));

/** Lowest and highest of a count; no highest where nothing bounds it. */
export function bounds(rows: Rows, count: Count, asOf: IsoDate = CUT_OFF, damage: Damage = {}): readonly [number, number | undefined] {
  const { low, high } = countFigure(counted(rows, count, asOf, damage));
  return [low, high];
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** A target of which only what matters is said. */
export const aTarget = (target: Without<Target, 'clause' | 'title' | 'text' | 'deadline' | 'id'> & Partial<Target>): Target =>
  ({ id: 'chi-tieu', clause: 'II.1', title: 'Chỉ tiêu', text: 'Chỉ tiêu', deadline: '2025-12-31', ...target }) as Target;

export const planWith = (...targets: Target[]): Plan => ({ ...QUY_KY, targets });

/** All targets of a plan over a commune's rows at a cut-off. */
export function judged(
  rows: Rows,
  plan: Plan,
  cutOff: IsoDate = CUT_OFF,
  verdicts: Verdicts = new Map(),
  damage: Damage = {},
): TargetProgress[] {
  const question = { plan, unit: UNIT, level: 'commune' as const, cutOff, windowFrom: windowOf(cutOff) };
  return judgeTargets(question, measureRegister(aRegister(rows, { ...damage, plan }), question), verdicts);
}

/** One target over a commune's rows at a cut-off. */
export function progressOf(
  rows: Rows,
  target: Target,
  cutOff: IsoDate = CUT_OFF,
  verdicts: Verdicts = new Map(),
  damage: Damage = {},
): TargetProgress {
  const [progress] = judged(rows, planWith(target), cutOff, verdicts, damage);
  if (progress === undefined) throw new Error('the target is not judged at this level');
  return progress;
}

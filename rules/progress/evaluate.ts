// From counts to verdicts: every target of a plan at a cut-off, for one register or for the sum of many.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Scope, Target } from '../plan/target-schema.ts';
import type { Register } from '../register/read-register.ts';
import { textKey } from '../text.ts';
import { expectedOn, paceOf } from './course.ts';
import type { Facts } from './facts.ts';
import { type FactsQuestion, factsOf } from './facts-of.ts';
import { judgeTarget, type Verdicts } from './judge-target.ts';
import { isOverUnits } from './judge-units.ts';
import { measure, type TargetMeasured } from './measure.ts';
import { countedOn, pastPhases, phaseOn, phaseTargets, standingOn, yearlyWindowFrom } from './phase.ts';
import type { PhaseProgress, StrivenProgress, TargetProgress } from './progress.ts';

export type { Verdicts };

export interface ProgressQuestion {
  readonly plan: Plan;
  /** empty for the sum of many units */
  readonly unit: string;
  readonly level: 'commune' | 'superior';
  readonly cutOff: IsoDate;
  /** first day of the report's window */
  readonly windowFrom: IsoDate;
}

/** Whether a unit is one of those a target is for. */
export function isInScope(unit: Plan['units'][number], scope: Scope | undefined): boolean {
  if (scope === undefined) return true;
  const { units, class: wanted, group } = scope;
  return (
    (units === undefined || units.includes(unit.id)) &&
    (wanted === undefined || wanted === unit.class) &&
    (group === undefined || group === unit.group)
  );
}

/** A milestone is of the unit that has the place: nobody else can reach it. */
const hasPlace = ({ locations }: Plan['units'][number], target: Target): boolean =>
  target.kind !== 'milestone' || locations.some((name) => textKey(name) === textKey(target.place));

/** The units a target is for, in the plan's order. */
export const unitsFor = (plan: Plan, target: Target): string[] =>
  plan.units.filter((unit) => isInScope(unit, target.scope) && hasPlace(unit, target)).map(({ id }) => id);

/** The targets of a level: a commune has those that are for it and that one register can answer. */
export const targetsAt = (plan: Plan, level: 'commune' | 'superior', unit = ''): readonly Target[] =>
  plan.targets.filter(
    (target) =>
      (target.levels === undefined || target.levels.includes(level)) &&
      (level === 'superior' || !isOverUnits(target)) &&
      (unit === '' || unitsFor(plan, target).includes(unit)),
  );

/**
 * Counts every target of one register. A target whose deciding cut-off came before this cut-off is counted as of that day: nothing
 * that happened since changes its verdict, only a row of before that was mended since.
 */
export function measureRegister(register: Register, question: ProgressQuestion): TargetMeasured[] {
  const { plan, unit, cutOff, windowFrom } = question;
  const factsByDay = new Map<IsoDate, Facts>();
  const factsOn = (asOf: IsoDate): Facts => {
    const known = factsByDay.get(asOf);
    if (known !== undefined) return known;
    const ask: FactsQuestion = { plan, unit, asOf, windowFrom: asOf === cutOff ? windowFrom : yearlyWindowFrom(asOf) };
    const facts = factsOf(register, ask);
    factsByDay.set(asOf, facts);
    return facts;
  };
  return plan.targets
    .filter((target) => unitsFor(plan, target).includes(unit))
    .flatMap((target) => measureAt(target, factsOn, cutOff) ?? []);
}

/** Counts one target at a cut-off, and its phases that are over as of their own deciding days. */
export function measureAt(target: Target, factsOn: (asOf: IsoDate) => Facts, cutOff: IsoDate): TargetMeasured | undefined {
  const counted = (standing: Target) => measure(standing, factsOn(countedOn(standing, cutOff)));
  const measured = counted(standingOn(target, cutOff));
  const phases = pastPhases(target, cutOff).flatMap(({ phase, target: standing }) => {
    const then = counted(standing);
    return then === undefined ? [] : [{ id: phase.id, measured: then }];
  });
  return measured === undefined || phases.length === 0 ? measured : { ...measured, phases };
}

/** Judges every target of one level from its counts. */
export function judgeTargets(question: ProgressQuestion, measured: readonly TargetMeasured[], verdicts: Verdicts): TargetProgress[] {
  const byTarget = new Map(measured.map((one) => [one.target, one]));
  return targetsAt(question.plan, question.level, question.unit).map((target) => {
    const standing = standingOn(target, question.cutOff);
    const counted = byTarget.get(target.id);
    const one = judgeTarget(standing, counted, question, verdicts);
    return counted === undefined ? one : { ...one, ...besides(target, standing, counted, one, question) };
  });
}

/** What stands beside a target's verdict: the bar striven for, its phases, where it should be by now, the quality of each club. */
function besides(
  target: Target,
  standing: Target,
  measured: TargetMeasured,
  one: TargetProgress,
  question: ProgressQuestion,
): Pick<TargetProgress, 'striven' | 'phases' | 'course' | 'quality'> {
  const striven = strivenOf(standing, measured, question);
  const phases = phasesOf(target, measured, question);
  const expected = one.decided ? undefined : expectedOn(standing, one.asOf);
  return {
    ...(striven ? { striven } : {}),
    ...(phases.length > 0 ? { phases } : {}),
    ...(expected === undefined ? {} : { course: { on: one.asOf, expected, pace: paceOf(knownFigure(one), expected) } }),
    ...(measured.quality ? { quality: measured.quality } : {}),
  };
}

/** Of nothing that could be counted nobody can say whether it is late. */
const knownFigure = ({ status, figure }: TargetProgress) => (status === 'noSubject' ? undefined : figure);

function strivenOf(standing: Target, measured: TargetMeasured, question: ProgressQuestion): StrivenProgress | undefined {
  if (!('striven' in standing) || standing.striven === undefined) return undefined;
  const { striven: bar } = standing;
  return { bar, status: judgeTarget({ ...standing, bar }, measured, question, NO_VERDICTS).status };
}
const NO_VERDICTS: Verdicts = new Map();

/** Every phase by its own deadline: those that are over by what was counted then, the others by what is there now. */
function phasesOf(target: Target, measured: TargetMeasured, question: ProgressQuestion): PhaseProgress[] {
  const current = phaseOn(target, question.cutOff)?.phase.id;
  const past = new Set(pastPhases(target, question.cutOff).map(({ phase }) => phase.id));
  return phaseTargets(target).map(({ phase, target: standing }): PhaseProgress => {
    const { id, title, deadline, bar } = phase;
    const counted = past.has(id) ? measured.phases?.find((one) => one.id === id)?.measured : measured;
    const { status, figure, asOf } = judgeTarget(standing, counted, question, NO_VERDICTS);
    return { id, title, deadline, bar, asOf, status, ...(figure ? { figure } : {}), current: id === current };
  });
}

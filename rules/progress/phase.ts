// A target in its phases: each has a bar and a deadline of its own, and on every day one of them is the current one.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Phase, Target } from '../plan/target-schema.ts';
import { decidingCutOff } from './judge.ts';

/** A phase, and the target as it reads in it. */
export interface PhaseTarget {
  readonly phase: Phase;
  readonly target: Target;
}

export const phaseTargets = (target: Target): readonly PhaseTarget[] =>
  'phases' in target && target.phases
    ? target.phases.map((phase) => {
        const { bar, deadline, striven } = phase;
        return { phase, target: { ...target, bar, deadline, ...(striven ? { striven } : {}) } };
      })
    : [];

/** The phase a day belongs to: the first whose deadline has not passed, and after all of them the last. */
export function phaseOn(target: Target, day: IsoDate): PhaseTarget | undefined {
  const phases = phaseTargets(target);
  return phases.find(({ phase }) => phase.deadline >= day) ?? phases[phases.length - 1];
}

/** A target with the bar and the deadline it has on a day. */
export const standingOn = (target: Target, day: IsoDate): Target => phaseOn(target, day)?.target ?? target;

/** Phases whose deadline a day has passed and that are not the one it is judged by: they keep the figures of their own day. */
export function pastPhases(target: Target, day: IsoDate): readonly PhaseTarget[] {
  const current = phaseOn(target, day)?.phase.id;
  return phaseTargets(target).filter(({ phase }) => phase.deadline < day && phase.id !== current);
}

/** The day a target is counted on: the cut-off, or the cut-off that decides when that came first. */
export function countedOn(target: Target, cutOff: IsoDate): IsoDate {
  const decides = decidingCutOff(target.deadline);
  return decides < cutOff ? decides : cutOff;
}

/** The first day of the yearly window that contains a day: 15/12 of the year before (NĐ 09/2019/NĐ-CP Điều 12). */
export const yearlyWindowFrom = (day: IsoDate): IsoDate => `${day.slice(5) > '12-14' ? yearOf(day) : yearOf(day) - 1}-12-15` as IsoDate;

// A register read and judged: its plan, who it belongs to, findings and progress as of the period under way. Decisions, commands and the
// sheet's own script all begin here.
import { type Instant, type IsoDate, localDate, yearOf } from '../calendar-date.ts';
import type { RegisterId } from '../conversation.ts';
import { checkRegister } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { lazily } from '../lazily.ts';
import type { Plan } from '../plan/schema.ts';
import { Problem } from '../problem.ts';
import { judgeTargets, measureRegister, type ProgressQuestion } from '../progress/evaluate.ts';
import { figuresOf, type UnitFigures } from '../progress/figures.ts';
import type { TargetMeasured } from '../progress/measure.ts';
import type { TargetProgress } from '../progress/progress.ts';
import type { Reading } from '../register/grid.ts';
import { type Identity, identityOf } from '../register/identity.ts';
import { storedPlanOf, trustedPlanOf } from '../register/plan-text.ts';
import { type Register, readRegister } from '../register/read-register.ts';
import { lastReport, reportUnderWay, scheduledReports, yearlyPeriod } from './periods.ts';
import type { ReportPeriod } from './report-content.ts';
import { type Asked, verdictsOf } from './verdicts.ts';

/** What a review needs besides the reading. */
export interface ReviewSetting {
  readonly now: Instant;
  /** parses a plan; given in, because the sheet's own script trusts what provisioning put there */
  readonly parsePlan: (json: string) => Plan;
  /** the plan's hash is left alone: an edit has to be quick, and every turn checks it */
  readonly trustsPlan?: boolean;
}

/** Everything that was understood of a register on the way; commands print it. */
export interface Review {
  readonly plan: Plan;
  readonly unitId: string;
  readonly register: Register;
  readonly identity: Identity;
  /** the report under way, or the plan's last one; findings are as of its cut-off */
  readonly period: ReportPeriod;
  /** the day the progress is as of: today, until the cut-off has come */
  readonly asOf: IsoDate;
  /** every target's counts within a window */
  readonly countsIn: (window: Window) => readonly TargetMeasured[];
  readonly progress: readonly TargetProgress[];
  readonly findings: readonly Finding[];
}

/** Reads a register and judges it as of the period under way. Throws a Problem where it cannot be read at all. */
export function review(reading: Reading, setting: ReviewSetting): Review {
  const plan = planOf(reading, setting);
  return reviewOf(reading.register, plan, readRegister(reading, plan), setting.now);
}

/** The same of a register that is read already. */
export function reviewOf(registerId: RegisterId, plan: Plan, register: Register, now: Instant): Review {
  const identity = identityOf(register);
  const unitId = identity.unitId;
  if (unitId === undefined || !plan.units.some(({ id }) => id === unitId))
    throw new Problem('REGISTER_WITHOUT_UNIT', { register: registerId });
  const today = localDate(now);
  const reportsFrom = identity.reportsFrom ?? plan.period.from;
  const shown =
    reportUnderWay(plan, 'commune', unitId, reportsFrom, today) ?? lastReport(scheduledReports(plan, 'commune', unitId, reportsFrom));
  const period = shown?.period ?? yearlyPeriod(yearOf(plan.period.to), { month: 12, day: 31 });
  const asOf = today < period.cutOff ? today : period.cutOff;
  const found = { plan, unitId, register, identity, period, asOf, countsIn: counting({ plan, unitId, register }) };
  const progress = lazily(() => progressAt(found, soFar(period, asOf), period));
  const findings = lazily(() => checkRegister(register, { plan, asOf: period.cutOff, unit: unitId, windowFrom: period.from }));
  return {
    ...found,
    // worked out when asked for: an edit needs no progress, a preview of another period no findings of this one
    get progress() {
      return progress();
    },
    get findings() {
      return findings();
    },
  };
}

/** The plan that the register holds. Throws PLAN_UNREADABLE where it is not what provisioning put there. */
export function planOf(reading: Reading, { parsePlan, trustsPlan = false }: Omit<ReviewSetting, 'now'>): Plan {
  const stored = (trustsPlan ? trustedPlanOf : storedPlanOf)(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register: reading.register, reason: stored.kind });
  return parsePlan(stored.json);
}

export interface Window {
  readonly from: IsoDate;
  readonly cutOff: IsoDate;
}

/**
 * The part of a period's window that has passed: what is not due yet is never judged as if the year were over. Before the window
 * begins, the yearly window of the day.
 */
export function soFar({ from }: Window, asOf: IsoDate): Window {
  if (from <= asOf) return { from, cutOff: asOf };
  const year = yearOf(asOf);
  const own = yearlyPeriod(year, { month: 12, day: 31 });
  return { from: asOf <= own.cutOff ? own.from : yearlyPeriod(year + 1, { month: 12, day: 31 }).from, cutOff: asOf };
}

export type Counted = Pick<Review, 'plan' | 'unitId' | 'register' | 'countsIn'>;

const questionOf = ({ plan, unitId }: Pick<Review, 'plan' | 'unitId'>, { from, cutOff }: Window): ProgressQuestion => ({
  plan,
  unit: unitId,
  level: 'commune',
  cutOff,
  windowFrom: from,
});

/** Counts each window once: what the tabs show, what a report freezes and what a superior hears are the same counts. */
function counting(found: Pick<Review, 'plan' | 'unitId' | 'register'>): Review['countsIn'] {
  const counted = new Map<string, readonly TargetMeasured[]>();
  return (window) => {
    const key = `${window.from}/${window.cutOff}`;
    const counts = counted.get(key) ?? measureRegister(found.register, questionOf(found, window));
    counted.set(key, counts);
    return counts;
  };
}

/** `asked`: the period whose verdicts on narrative targets are asked for. */
export function progressAt(found: Counted, window: Window, asked: Asked): TargetProgress[] {
  return judgeTargets(questionOf(found, window), found.countsIn(window), verdictsOf(found.register, found.plan, asked));
}

/** What a superior may know of the register: counts only. */
export const figuresAt = (found: Counted, period: Window): UnitFigures =>
  figuresOf(found.register, questionOf(found, period), found.countsIn(period));

/** What is to be looked at as of another period's cut-off. */
export const findingsAt = (found: Review, { from, cutOff }: Window): readonly Finding[] =>
  cutOff === found.period.cutOff && from === found.period.from
    ? found.findings
    : checkRegister(found.register, { plan: found.plan, asOf: cutOff, unit: found.unitId, windowFrom: from });

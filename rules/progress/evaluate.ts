// From counts to verdicts: every target of a plan at a cut-off, for one register or for the sum of many.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Target } from '../plan/target-schema.ts';
import type { Register } from '../register/read-register.ts';
import { type Facts, type FactsQuestion, factsOf } from './facts.ts';
import { decidingCutOff, statusOf } from './judge.ts';
import { type Measured, measure, type TargetMeasured } from './measure.ts';
import type { ClubProgress, Figure, ReadingProgress, Status, TargetProgress, YearProgress } from './progress.ts';
import { countFigure, NOTHING, shareFigure } from './tally.ts';

/** The people's verdicts on narrative targets, by target id. */
export type Verdicts = ReadonlyMap<string, { readonly met: boolean | undefined; readonly text: string }>;

export interface ProgressQuestion {
  readonly plan: Plan;
  readonly unit: string;
  readonly level: 'commune' | 'superior';
  readonly cutOff: IsoDate;
  /** first day of the report's window */
  readonly windowFrom: IsoDate;
}

export const targetsAt = (plan: Plan, level: 'commune' | 'superior'): readonly Target[] =>
  plan.targets.filter((target) => target.levels === undefined || target.levels.includes(level));

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
  return plan.targets.flatMap((target) => measure(target, factsOn(dayOf(target, cutOff))) ?? []);
}

const dayOf = (target: Target, cutOff: IsoDate): IsoDate => {
  const decides = decidingCutOff(target.deadline);
  return decides < cutOff ? decides : cutOff;
};

/** The first day of the yearly window that contains a day: 15/12 of the year before (NĐ 09/2019/NĐ-CP Điều 12). */
const yearlyWindowFrom = (day: IsoDate): IsoDate => `${day.slice(5) > '12-14' ? yearOf(day) : yearOf(day) - 1}-12-15` as IsoDate;

/** Judges every target of one level from its counts. */
export function judgeTargets(question: ProgressQuestion, measured: readonly TargetMeasured[], verdicts: Verdicts): TargetProgress[] {
  const byTarget = new Map(measured.map((one) => [one.target, one]));
  return targetsAt(question.plan, question.level).map((target) => judge(target, byTarget.get(target.id), question.cutOff, verdicts));
}

function judge(target: Target, measured: TargetMeasured | undefined, cutOff: IsoDate, verdicts: Verdicts): TargetProgress {
  const decidedOn = decidingCutOff(target.deadline);
  const decided = cutOff >= decidedOn;
  const head = { target, asOf: dayOf(target, cutOff), decidedOn, decided };
  if (target.kind === 'narrative') {
    const verdict = verdicts.get(target.id);
    const figure = measured && figureOf(measured);
    const status: Status = verdict?.met === undefined ? 'unjudged' : verdict.met ? 'met' : decided ? 'notMet' : 'notDue';
    return { ...head, status, ...(figure ? { figure } : {}), ...(verdict ? { verdict: verdict.text } : {}) };
  }
  if (measured === undefined) return { ...head, status: 'noData' };
  if (target.kind === 'each-club') return { ...head, ...judgeEachClub(target, measured, decided) };
  const figure = figureOf(measured);
  if (target.kind === 'milestone') {
    return { ...head, ...(figure ? { figure } : {}), status: statusOf({ atLeast: 100 }, figure, { decided, excess: 'outside' }) };
  }
  const excess = excessOf(target);
  const status = statusOf(target.bar, figure, { decided, excess });
  const shown = figure ? { figure } : { figure: zeroOfZero(measured) };
  const readings = 'readings' in target ? judgeReadings(target, measured, decided, excess) : undefined;
  if (measured.years) return { ...head, ...shown, ...judgeYears(target, measured, cutOff) };
  return { ...head, ...shown, status, ...(readings ? { readings } : {}) };
}

const zeroOfZero = (measured: Measured): Figure => ({
  numerator: measured.numerator,
  denominator: measured.denominator ?? NOTHING,
  low: 0,
  high: 0,
});

const figureOf = (measured: Measured): Figure | undefined =>
  measured.denominator === undefined ? countFigure(measured.numerator) : shareFigure(measured.numerator, measured.denominator);

/** To have more than asked for is a success of a quantity; to have more than allowed ("tối đa") is none. */
const excessOf = (target: Target): 'beyond' | 'outside' => {
  if (target.kind === 'count') return target.excess ?? (target.bar.atMost === undefined ? 'beyond' : 'outside');
  return target.kind === 'share' ? (target.excess ?? 'outside') : 'outside';
};

/** Each club by itself; the figure is "clubs within / clubs". The worst club names the status of the whole. */
function judgeEachClub(
  target: Extract<Target, { kind: 'each-club' }>,
  measured: TargetMeasured,
  decided: boolean,
): Pick<TargetProgress, 'status' | 'figure' | 'clubs'> {
  const clubs = (measured.clubs ?? []).map((club): ClubProgress => {
    const figure = figureOf(club);
    const status = club.active === 'yes' ? statusOf(target.bar, figure, { decided, excess: 'outside' }) : 'noData';
    return { club: club.club, name: club.name, status, figure: figure ?? zeroOfZero(club), fromTotals: club.fromTotals };
  });
  const having = (...wanted: Status[]) => clubs.filter((club) => wanted.includes(club.status));
  const codes = (from: readonly ClubProgress[]) => from.map((club) => club.club);
  const met = having('met');
  const doubtful = having('noData');
  const numerator = {
    ...NOTHING,
    sure: met.length,
    doubtful: doubtful.length,
    records: codes(met),
    doubtfulRecords: codes(doubtful),
    fromTotals: met.filter((club) => club.fromTotals).length,
  };
  const whole = measured.denominator ?? NOTHING;
  const figure = shareFigure(numerator, whole);
  const order: readonly Status[] = ['notMet', 'notDue', 'noData', 'noSubject', 'outside'];
  const worst = order.find((status) => having(status).length > 0);
  const status = clubs.length === 0 ? (whole.open ? 'noData' : 'noSubject') : (worst ?? (whole.open ? 'noData' : 'met')); // of clubs nobody has seen, nobody can say that they are within
  return { status, figure: figure ?? { numerator, denominator: whole, low: 0, high: 0 }, clubs };
}

/**
 * Every calendar year by itself. The cut-off's own year is decided by the yearly cut-off within it; a year before it is counted whole,
 * so that what came after that cut-off is not lost.
 */
function judgeYears(
  target: Extract<Target, { bar: unknown }>,
  measured: TargetMeasured,
  cutOff: IsoDate,
): Pick<TargetProgress, 'status' | 'years'> {
  const years = (measured.years ?? []).map(({ year, ...count }): YearProgress => {
    const figure = figureOf(count) ?? zeroOfZero(count);
    const decided = cutOff >= (`${year}-12-14` as IsoDate);
    return { year, figure, status: statusOf(target.bar, figure, { decided, excess: excessOf(target) }) };
  });
  const order: readonly Status[] = ['notMet', 'outside', 'noData', 'notDue'];
  const worst = order.find((status) => years.some((year) => year.status === status));
  const allBeyond = years.every((year) => year.status === 'beyond');
  return { status: years.length === 0 ? 'notDue' : (worst ?? (allBeyond ? 'beyond' : 'met')), years };
}

function judgeReadings(
  target: Extract<Target, { readings?: unknown }>,
  measured: TargetMeasured,
  decided: boolean,
  excess: 'beyond' | 'outside',
): ReadingProgress[] | undefined {
  return target.readings?.flatMap((reading): ReadingProgress[] => {
    const counted = measured.readings?.find(({ id }) => id === reading.id);
    if (counted === undefined) return [];
    const figure = figureOf(counted);
    const bar = reading.bar ?? target.bar;
    return [
      {
        id: reading.id,
        text: reading.text,
        bar,
        status: statusOf(bar, figure, { decided, excess }),
        figure: figure ?? zeroOfZero(counted),
      },
    ];
  });
}

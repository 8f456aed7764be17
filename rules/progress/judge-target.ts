// The verdict on one target from its counts: its figure, its status, and the clubs, years, readings and units it is made of.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { decidesOn } from '../plan/stretch.ts';
import type { Target, TargetOf } from '../plan/target-schema.ts';
import { decidingCutOff, type Moment, statusOf } from './judge.ts';
import { judgeUnits } from './judge-units.ts';
import type { Measured, TargetMeasured } from './measure.ts';
import { countedOn } from './phase.ts';
import type { ClubProgress, Figure, ReadingProgress, Status, TargetProgress, YearProgress } from './progress.ts';
import { readingsOf } from './readings.ts';
import { countFigure, NOTHING, shareFigure } from './tally.ts';

/** The people's verdicts on narrative targets, by target id. */
export type Verdicts = ReadonlyMap<string, { readonly met: boolean | undefined; readonly text: string }>;

export interface JudgeQuestion {
  readonly plan: Plan;
  readonly cutOff: IsoDate;
}

/** Judges a target as it stands in its current phase. */
export function judgeTarget(
  target: Target,
  measured: TargetMeasured | undefined,
  question: JudgeQuestion,
  verdicts: Verdicts,
): TargetProgress {
  const { plan, cutOff } = question;
  const decidedOn = decidingCutOff(target.deadline);
  const decided = cutOff >= decidedOn;
  const head = { target, asOf: countedOn(target, cutOff), decidedOn, decided };
  if (target.kind === 'narrative') {
    const verdict = verdicts.get(target.id);
    const figure = measured && figureOf(measured);
    const status: Status = verdict?.met === undefined ? 'unjudged' : verdict.met ? 'met' : decided ? 'notMet' : 'notDue';
    return { ...head, status, ...(figure ? { figure } : {}), ...(verdict ? { verdict: verdict.text } : {}) };
  }
  if (measured === undefined) return { ...head, status: 'noData' };
  if (target.kind === 'each-club') return { ...head, ...judgeEachClub(target, measured, decided) };
  const excess = excessOf(target);
  if (target.kind === 'each-unit' || target.kind === 'spread')
    return { ...head, ...judgeUnits(target, measured, question, { decided, excess }) };
  const figure = figureOf(measured);
  if (target.kind === 'milestone') {
    return { ...head, ...(figure ? { figure } : {}), status: statusOf({ atLeast: 100 }, figure, { decided, excess }) };
  }
  const shown = figure ? { figure } : { figure: zeroOfZero(measured) };
  if (measured.years) return { ...head, ...shown, ...judgeYears(target, measured, cutOff) };
  const readings = target.kind === 'cohort' ? [] : judgeReadings(target, plan, measured, { decided, excess });
  return { ...head, ...shown, status: statusOf(target.bar, figure, { decided, excess }), ...(readings.length > 0 ? { readings } : {}) };
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
  if (target.kind === 'count' || target.kind === 'spread') return target.excess ?? (target.bar.atMost === undefined ? 'beyond' : 'outside');
  return target.kind === 'share' || target.kind === 'each-unit' ? (target.excess ?? 'outside') : 'outside';
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
 * Every calendar year, or half of one, by itself. The cut-off's own year is decided by the yearly cut-off within it; a year before it is counted whole,
 * so that what came after that cut-off is not lost.
 */
function judgeYears(
  target: Extract<Target, { bar: unknown }>,
  measured: TargetMeasured,
  cutOff: IsoDate,
): Pick<TargetProgress, 'status' | 'years'> {
  const years = (measured.years ?? []).map(({ year, half, ...count }): YearProgress => {
    const figure = figureOf(count) ?? zeroOfZero(count);
    const stretch = { year, ...(half === undefined ? {} : { half }) };
    const decided = cutOff >= decidesOn(stretch);
    return { ...stretch, figure, status: statusOf(target.bar, figure, { decided, excess: excessOf(target) }) };
  });
  const order: readonly Status[] = ['notMet', 'outside', 'noData', 'notDue'];
  const worst = order.find((status) => years.some((year) => year.status === status));
  const allBeyond = years.every((year) => year.status === 'beyond');
  return { status: years.length === 0 ? 'notDue' : (worst ?? (allBeyond ? 'beyond' : 'met')), years };
}

function judgeReadings(
  target: TargetOf<'count'> | TargetOf<'share'>,
  plan: Plan,
  measured: TargetMeasured,
  moment: Moment,
): ReadingProgress[] {
  return readingsOf(target, plan).flatMap(({ id, text, bar: own }): ReadingProgress[] => {
    const counted = measured.readings?.find((one) => one.id === id);
    if (counted === undefined) return [];
    const figure = figureOf(counted);
    const bar = own ?? target.bar;
    return [{ id, text, bar, status: statusOf(bar, figure, moment), figure: figure ?? zeroOfZero(counted) }];
  });
}

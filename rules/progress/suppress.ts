// Small counts of sensitive attributes in the sums of many units. What is printed of the units, of their clubs and of the total together
// must leave every count under 5 open to be any number from 0 to 4; docs/decisions/016 says why it is done so.
import type { Plan } from '../plan/schema.ts';
import type { Target } from '../plan/target-schema.ts';
import type { UnitFigures } from './figures.ts';
import type { Measured, TargetMeasured } from './measure.ts';
import type { Tally } from './progress.ts';
import { isSensitiveTarget, SMALLEST_TOLD, sensitiveIn } from './sensitive.ts';
import { NOTHING, UNKNOWN } from './tally.ts';

const MOST_HIDDEN = SMALLEST_TOLD - 1;

/** How a unit's counts of a target may be told: as they are; under 5 as "under 5"; or not at all, lest another one is found by subtraction. */
export type Telling = 'told' | 'small' | 'hidden';

const isSmall = ({ sure, open }: Tally): boolean => sure < SMALLEST_TOLD && !(open && sure === 0); // of nothing typed there is nothing to guard

/** The sensitive counts of a measured target, wherever they stand in it. */
function guardedIn(target: Target, one: TargetMeasured): Tally[] {
  const { part, whole } = sensitiveIn(target);
  const of = ({ numerator, denominator }: Measured): Tally[] => [
    ...(part ? [numerator] : []),
    ...(whole && denominator !== undefined ? [denominator] : []),
  ];
  if (target.kind === 'each-club') return (one.clubs ?? []).flatMap(of); // the rest of it counts clubs
  return [
    ...of(one),
    ...(one.readings ?? []).flatMap(of),
    ...(one.years ?? []).flatMap(of),
    ...(one.phases ?? []).flatMap((phase) => of(phase.measured)),
  ];
}

/** Under 5 whatever is still in doubt. */
const isPlainlySmall = ({ sure, doubtful, open }: Tally): boolean => !open && sure + doubtful < SMALLEST_TOLD;

const areClose = (one: number, other: number): boolean => one !== other && Math.abs(one - other) < SMALLEST_TOLD;

/** How each sensitive target of a unit may be told. Several of them tell about each other: beside a small one the others are not told. */
export function tellingsOf(plan: Pick<Plan, 'targets'>, figures: UnitFigures): ReadonlyMap<string, Telling> {
  const sensitive = plan.targets.filter(isSensitiveTarget).flatMap((target) => {
    const measured = figures.measured.find((one) => one.target === target.id);
    return measured === undefined ? [] : [{ id: target.id, counts: guardedIn(target, measured) }];
  });
  const all = sensitive.flatMap(({ counts }) => counts);
  const { members } = figures.base;
  const isEmpty = !members.open && members.sure + members.doubtful === 0; // of nobody nobody is poor
  const discloses = !isEmpty && (all.some(isSmall) || all.some((one) => all.some((other) => areClose(one.sure, other.sure))));
  return new Map(
    sensitive.map(({ id, counts }): [string, Telling] => {
      if (!discloses) return [id, 'told'];
      return [id, counts.length > 0 && counts.every(isPlainlySmall) ? 'small' : 'hidden'];
    }),
  );
}

/** A count as it may be told: any number under 5, or any number at all. */
function tallyTold(tally: Tally, telling: Telling): Tally {
  if (telling === 'told') return tally;
  return telling === 'small' ? { ...NOTHING, doubtful: MOST_HIDDEN } : UNKNOWN;
}

/** A unit's counts of a target as they may be told beside its other units'. */
export function measuredTold(target: Target, one: TargetMeasured, telling: Telling): TargetMeasured {
  if (telling === 'told') return one;
  const { part, whole } = sensitiveIn(target);
  const guard = <M extends Measured>(measured: M): M => ({
    ...measured,
    ...(part ? { numerator: tallyTold(measured.numerator, telling) } : {}),
    ...(whole && measured.denominator ? { denominator: tallyTold(measured.denominator, telling) } : {}),
  });
  const clubs = one.clubs?.map((club) => ({
    ...club,
    numerator: UNKNOWN,
    ...(whole && club.denominator ? { denominator: UNKNOWN } : {}),
  }));
  if (target.kind === 'each-club') return { ...one, ...(clubs ? { clubs } : {}) };
  return {
    ...guard(one),
    ...(one.readings ? { readings: one.readings.map(guard) } : {}),
    ...(one.years ? { years: one.years.map(guard) } : {}),
    ...(one.phases ? { phases: one.phases.map(({ id, measured }) => ({ id, measured: measuredTold(target, measured, telling) })) } : {}),
  };
}

export interface Part {
  readonly measured: TargetMeasured;
  readonly telling: Telling;
}

/**
 * Whether a sum may be told as it is although some of its parts are not: only where it leaves each of them open to be anything from 0
 * to 4. Of one small part alone, or of several that are nearly all 0 or all 4, the sum would say too much.
 */
export function mayTellSum(target: Target, parts: readonly Part[]): boolean {
  const guarded = parts.filter(({ telling }) => telling !== 'told');
  if (guarded.length === 0) return true;
  const isPlain = guarded.every(({ measured, telling }) => {
    const { numerator, readings = [], years = [], phases = [] } = measured;
    const isAlone = readings.length + years.length + phases.length === 0;
    return telling === 'small' && isAlone && numerator.doubtful === 0;
  });
  const hasUnits = target.kind === 'each-unit' || target.kind === 'spread' || target.kind === 'each-club';
  if (!isPlain || hasUnits || sensitiveIn(target).whole) return false;
  const sum = guarded.reduce((total, { measured }) => total + measured.numerator.sure, 0);
  return sum >= MOST_HIDDEN && sum <= MOST_HIDDEN * (guarded.length - 1);
}

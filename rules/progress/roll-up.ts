// The figures of many units as one: the same measures, summed. Nothing is averaged, nobody's rows are read, no unit is left out.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { type Stretch, stretchKey } from '../plan/stretch.ts';
import type { Target } from '../plan/target-schema.ts';
import { fullNameOn } from '../plan/unit-names.ts';
import { judgeTargets, measureAt, type ProgressQuestion, unitsFor, type Verdicts } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { BaseCount, BaseTallies, UnitFigures } from './figures.ts';
import type { Measured, TargetMeasured } from './measure.ts';
import type { TargetProgress } from './progress.ts';
import { mayTellSum, measuredTold, type Telling, tellingsOf } from './suppress.ts';
import { sumOf, UNKNOWN } from './tally.ts';

export interface RollUpQuestion extends Omit<ProgressQuestion, 'unit' | 'level'> {
  readonly plan: Plan;
  /** clubs of the earlier phase by unit, as the superior's workbook holds them */
  readonly baselines: ReadonlyMap<string, number>;
  readonly verdicts: Verdicts;
}

export interface RolledUp {
  readonly progress: readonly TargetProgress[];
  readonly base: BaseTallies;
  /** the units whose figures are inside, in the plan's order */
  readonly heard: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Judges the superior's targets from the units' figures. A unit without figures stays in every denominator that the plan fixes and may
 * still hold anything, and so may a unit that has typed nothing: a verdict is given only when it holds whatever they have. The figures
 * printed are those of the units that can tell, marked "18/21".
 */
export function rollUp(figures: ReadonlyMap<string, UnitFigures>, question: RollUpQuestion): RolledUp {
  const { plan, cutOff, baselines, verdicts } = question;
  const ids = plan.units.map(({ id }) => id);
  const heard = ids.filter((id) => figures.has(id));
  const missing = ids.filter((id) => !figures.has(id));
  const ask: ProgressQuestion = { ...question, unit: '', level: 'superior' };
  const names = new Map(plan.units.map((unit) => [unit.id, fullNameOn(unit, cutOff)]));
  const together: Together = { baselines, nameOf: (unit) => names.get(unit) ?? unit };
  const tellings = new Map([...figures].map(([id, own]) => [id, tellingsOf(plan, own)] as const));
  const all = plan.targets.flatMap((target) => {
    const scoped = unitsFor(plan, target);
    const counted = scoped.flatMap((id): UnitMeasured[] => measuredOf(target, id, figures.get(id), question));
    const parts = partsTold(target, counted, (id) => tellings.get(id)?.get(target.id) ?? 'told');
    const merged = merge(target, parts, together);
    if (merged === undefined) return [];
    const told = parts.filter(({ unit, measured }) => figures.has(unit) && !isOpen(measured));
    const shown = countsUnits(target) || told.length === 0 ? merged : (merge(target, told, together) ?? merged);
    return [{ target, merged, shown, told: told.length, of: scoped.length }];
  });
  const judged = judgeTargets(
    ask,
    all.map(({ merged }) => merged),
    verdicts,
  );
  const shown = new Map(
    judgeTargets(
      ask,
      all.map((one) => one.shown),
      verdicts,
    ).map((one) => [one.target.id, one] as const),
  );
  const coverageOf = new Map(all.map(({ target, told, of }) => [target.id, { heard: told, of }]));
  return {
    progress: judged.map((one): TargetProgress => {
      const heardOnly = shown.get(one.target.id);
      return {
        ...one,
        ...(heardOnly?.figure ? { figure: heardOnly.figure } : {}),
        ...(heardOnly?.readings ? { readings: withStatus(heardOnly, one) } : {}),
        ...(heardOnly?.years ? { years: yearsWithStatus(heardOnly, one) } : {}),
        ...(heardOnly?.phases ? { phases: phasesWithStatus(heardOnly, one) } : {}),
        coverage: coverageOf.get(one.target.id) ?? { heard: heard.length, of: ids.length },
      };
    }),
    base: sumBase(heard.flatMap((id) => figures.get(id)?.base ?? [])),
    heard,
    missing,
  };
}

/** The readings as counted over the units heard from, each with the verdict that holds for all. */
const withStatus = (heardOnly: TargetProgress, all: TargetProgress): NonNullable<TargetProgress['readings']> =>
  (heardOnly.readings ?? []).map((reading) => ({
    ...reading,
    status: all.readings?.find(({ id }) => id === reading.id)?.status ?? reading.status,
  }));

const yearsWithStatus = (heardOnly: TargetProgress, all: TargetProgress): NonNullable<TargetProgress['years']> =>
  (heardOnly.years ?? []).map((year) => ({
    ...year,
    status: all.years?.find((one) => stretchKey(one) === stretchKey(year))?.status ?? year.status,
  }));

const phasesWithStatus = (heardOnly: TargetProgress, all: TargetProgress): NonNullable<TargetProgress['phases']> =>
  (heardOnly.phases ?? []).map((phase) => ({ ...phase, status: all.phases?.find(({ id }) => id === phase.id)?.status ?? phase.status }));

/** The parts as they may be told; a sum that says nothing of its small parts is made of the parts as they are. */
function partsTold(target: Target, counted: readonly UnitMeasured[], tellingOf: (unit: string) => Telling): UnitMeasured[] {
  const parts = counted.map((part) => ({ ...part, telling: tellingOf(part.unit) }));
  const asTheyAre = mayTellSum(target, parts);
  return parts.map(({ unit, measured, telling }) => ({
    unit,
    measured: asTheyAre ? measured : measuredTold(target, measured, telling),
  }));
}

/** Nobody knows how much more there is: no row, and nothing declared. */
const isOpen = ({ numerator, denominator }: Measured): boolean => numerator.open || denominator?.open === true;

/** What the sum needs to know of the units besides their figures. */
interface Together {
  readonly baselines: ReadonlyMap<string, number>;
  readonly nameOf: (unit: string) => string;
}

interface UnitMeasured {
  readonly unit: string;
  readonly measured: TargetMeasured;
}

function measuredOf(
  target: Target,
  unit: string,
  figures: UnitFigures | undefined,
  { plan, cutOff }: Pick<RollUpQuestion, 'plan' | 'cutOff'>,
): UnitMeasured[] {
  const measured =
    figures === undefined
      ? measureAt(target, (asOf) => unknownFacts(plan, unit, asOf), cutOff)
      : figures.measured.find((one) => one.target === target.id);
  return measured === undefined ? [] : [{ unit, measured }];
}

/** A unit nobody has heard from: it exists, and it may hold anything. */
function unknownFacts(plan: Plan, unit: string, asOf: IsoDate): Facts {
  return { plan, asOf, unit, clubs: [], clubsOpen: true, people: [], locations: [], locationsOpen: true };
}

/** Targets that count units themselves: their whole is fixed by the plan, so the missing units belong into the printed figure too. */
const countsUnits = (target: Target): boolean =>
  target.kind === 'cohort' ||
  target.kind === 'each-unit' ||
  target.kind === 'spread' ||
  (target.kind === 'share' && 'units' in target.of) ||
  (target.kind === 'count' && 'units' in target.count);

function merge(target: Target, parts: readonly UnitMeasured[], together: Together): TargetMeasured | undefined {
  const { baselines, nameOf } = together;
  const all = parts.map(({ measured }) => measured);
  const asOf = all.map((one) => one.asOf).sort()[all.length - 1];
  if (asOf === undefined) return undefined;
  const sums = target.kind === 'cohort' ? sumMeasured(parts.map((part) => withBaseline(part, baselines.get(part.unit)))) : sumMeasured(all);
  const clubs = all.some((one) => one.clubs !== undefined)
    ? parts.flatMap(({ unit, measured }) =>
        // a club's code stays in its commune
        (measured.clubs ?? []).map((club, index) => ({
          ...club,
          club: `${nameOf(unit)}, CLB ${index + 1}`,
          name: `${club.name} (${nameOf(unit)})`,
        })),
      )
    : undefined;
  const readings = mergeEach(
    all,
    ({ readings: own }) => own,
    ({ id }) => id,
  );
  const years = mergeEach<Measured & Stretch>(all, ({ years: own }) => own, stretchKey)?.sort((one, other) =>
    stretchKey(one) < stretchKey(other) ? -1 : 1,
  );
  const phases = mergePhases(target, parts, together);
  return {
    target: target.id,
    asOf,
    ...sums,
    ...(clubs ? { clubs } : {}),
    ...(readings ? { readings } : {}),
    ...(years ? { years, numerator: years[years.length - 1]?.numerator ?? sums.numerator } : {}),
    ...(phases ? { phases } : {}),
    ...(target.kind === 'each-unit' || target.kind === 'spread' ? { units: parts.map(unitOf) } : {}),
  };
}

const unitOf = ({ unit, measured: { numerator, denominator } }: UnitMeasured): NonNullable<TargetMeasured['units']>[number] => ({
  unit,
  numerator,
  ...(denominator ? { denominator } : {}),
});

/** Phases that are over for some unit. Figures older than a phase's end say nothing of how it ended. */
function mergePhases(target: Target, parts: readonly UnitMeasured[], together: Together): TargetMeasured['phases'] {
  const ids = [...new Set(parts.flatMap(({ measured }) => (measured.phases ?? []).map(({ id }) => id)))];
  if (ids.length === 0) return undefined;
  return ids.flatMap((id) => {
    const own = parts.map(({ unit, measured }): UnitMeasured => {
      const then = measured.phases?.find((one) => one.id === id)?.measured;
      return { unit, measured: then ?? { target: target.id, asOf: measured.asOf, ...unheard(target, measured) } };
    });
    const merged = merge(target, own, together);
    return merged === undefined ? [] : [{ id, measured: merged }];
  });
}
/** Whether a unit is one of those that are judged does not hang on a day. */
const unheard = ({ kind }: Target, { denominator }: Measured): Measured => ({
  numerator: UNKNOWN,
  ...(denominator ? { denominator: kind === 'each-unit' ? denominator : UNKNOWN } : {}),
});

/** The years or the readings of all units, one by one. A unit whose figures are older than a year says nothing of it. */
function mergeEach<T extends Measured>(
  all: readonly TargetMeasured[],
  of: (one: TargetMeasured) => readonly T[] | undefined,
  keyOf: (own: T) => string,
): T[] | undefined {
  if (!all.some((one) => of(one) !== undefined)) return undefined;
  const firsts = new Map(
    all
      .flatMap((one) => of(one) ?? [])
      .reverse()
      .map((own) => [keyOf(own), own] as const),
  );
  const keys = [...new Set(all.flatMap((one) => (of(one) ?? []).map(keyOf)))];
  return keys.flatMap((key) => {
    const first = firsts.get(key);
    const own = all.map((one): Measured => of(one)?.find((each) => keyOf(each) === key) ?? { numerator: UNKNOWN });
    return first === undefined ? [] : [{ ...first, ...sumMeasured(own) }];
  });
}

function sumMeasured(parts: readonly Measured[]): Measured {
  const wholes = parts.flatMap(({ denominator }) => denominator ?? []);
  return {
    numerator: sumOf(parts.map(({ numerator }) => numerator)),
    ...(wholes.length > 0 ? { denominator: sumOf(wholes) } : {}),
  };
}

/**
 * Clubs of the baseline that no register has entered are missing, not gone: each may still be kept. Without the superior's own number
 * nobody knows how many there were.
 */
function withBaseline({ measured }: UnitMeasured, baseline: number | undefined): Measured {
  const { numerator, denominator } = measured;
  if (denominator === undefined) return measured;
  if (baseline === undefined) return { numerator: { ...numerator, open: true }, denominator: { ...denominator, open: true } };
  const missing = Math.max(0, baseline - denominator.sure);
  return {
    numerator: { ...numerator, doubtful: numerator.doubtful + missing, open: false },
    denominator: { ...denominator, sure: denominator.sure + missing, open: false },
  };
}

/** The sum of disjoint units. */
export function sumBase(parts: readonly BaseTallies[]): BaseTallies {
  const sum = (key: BaseCount) => sumOf(parts.map((part) => part[key]));
  return {
    clubs: sum('clubs'),
    members: sum('members'),
    older: sum('older'),
    women: sum('women'),
    disadvantaged: sum('disadvantaged'),
    borrowers: sum('borrowers'),
  };
}

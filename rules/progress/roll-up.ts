// The figures of many units as one: the same measures, summed. Nothing is averaged, nobody's rows are read, no unit is left out.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Target } from '../plan/target-schema.ts';
import { fullNameOn } from '../plan/unit-names.ts';
import { judgeTargets, type ProgressQuestion, type Verdicts } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { BaseCount, BaseTallies, UnitFigures } from './figures.ts';
import { type Measured, measure, type TargetMeasured } from './measure.ts';
import type { TargetProgress } from './progress.ts';
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
  const unknown = new Map(missing.map((id) => [id, unknownFacts(plan, id, cutOff)] as const));
  const ask: ProgressQuestion = { ...question, unit: '', level: 'superior' };
  const names = new Map(plan.units.map((unit) => [unit.id, fullNameOn(unit, cutOff)]));
  const together: Together = { baselines, nameOf: (unit) => names.get(unit) ?? unit };
  const all = plan.targets.flatMap((target) => {
    const parts = ids.flatMap((id): UnitMeasured[] => measuredOf(target, id, figures.get(id), unknown.get(id)));
    const merged = merge(target, parts, together);
    if (merged === undefined) return [];
    const told = parts.filter(({ unit, measured }) => figures.has(unit) && !isOpen(measured));
    const shown = countsUnits(target) || told.length === 0 ? merged : (merge(target, told, together) ?? merged);
    return [{ target, merged, shown, told: told.length }];
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
  const toldOf = new Map(all.map(({ target, told }) => [target.id, told]));
  return {
    progress: judged.map((one): TargetProgress => {
      const heardOnly = shown.get(one.target.id);
      return {
        ...one,
        ...(heardOnly?.figure ? { figure: heardOnly.figure } : {}),
        ...(heardOnly?.readings ? { readings: withStatus(heardOnly, one) } : {}),
        ...(heardOnly?.years ? { years: yearsWithStatus(heardOnly, one) } : {}),
        coverage: { heard: toldOf.get(one.target.id) ?? heard.length, of: ids.length },
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
  (heardOnly.years ?? []).map((year) => ({ ...year, status: all.years?.find((one) => one.year === year.year)?.status ?? year.status }));

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

function measuredOf(target: Target, unit: string, figures: UnitFigures | undefined, unknown: Facts | undefined): UnitMeasured[] {
  const measured = figures === undefined ? unknown && measure(target, unknown) : figures.measured.find((one) => one.target === target.id);
  return measured === undefined ? [] : [{ unit, measured }];
}

/** A unit nobody has heard from: it exists, and it may hold anything. */
function unknownFacts(plan: Plan, unit: string, asOf: IsoDate): Facts {
  return { plan, asOf, unit, clubs: [], clubsOpen: true, people: [], locations: [], locationsOpen: true };
}

/** Targets that count units themselves: their whole is fixed by the plan, so the missing units belong into the printed figure too. */
const countsUnits = (target: Target): boolean =>
  target.kind === 'cohort' || (target.kind === 'share' && 'units' in target.of) || (target.kind === 'count' && 'units' in target.count);

function merge(target: Target, parts: readonly UnitMeasured[], { baselines, nameOf }: Together): TargetMeasured | undefined {
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
  const readings = mergeEach(all, ({ readings: own }) => own, 'id');
  const years = mergeEach(all, ({ years: own }) => own, 'year');
  return {
    target: target.id,
    asOf,
    ...sums,
    ...(clubs ? { clubs } : {}),
    ...(readings ? { readings } : {}),
    ...(years ? { years, numerator: years[years.length - 1]?.numerator ?? sums.numerator } : {}),
    ...(target.kind === 'each-unit' ? { units: parts.map(({ unit, measured }) => ({ unit, numerator: measured.numerator })) } : {}),
  };
}

/** The years or the readings of all units, one by one. A unit whose figures are older than a year says nothing of it. */
function mergeEach<K extends 'id' | 'year', T extends Measured & { readonly [key in K]: string | number }>(
  all: readonly TargetMeasured[],
  of: (one: TargetMeasured) => readonly T[] | undefined,
  key: K,
): (Measured & Pick<T, K>)[] | undefined {
  if (!all.some((one) => of(one) !== undefined)) return undefined;
  const names = [...new Set(all.flatMap((one) => (of(one) ?? []).map((own) => own[key])))];
  const ordered = key === 'year' ? names.sort((a, b) => Number(a) - Number(b)) : names;
  return ordered.map((name) => {
    const own = all.map((one): Measured => of(one)?.find((each) => each[key] === name) ?? { numerator: UNKNOWN });
    return { ...({ [key]: name } as Pick<T, K>), ...sumMeasured(own) };
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

// Faults within one target although every value of it is right by itself: phases, steps, units and groups that do not fit together.
// They are looked for in the raw file, so that one wrong key does not hide them.
import { type IsoDate, isoDate } from '../calendar-date.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { hasKey, isObject, type Json, listOf, type Site, step } from './plan-place.ts';
import { Bar } from './target-schema.ts';

const dateAt = (value: unknown, key: string): IsoDate | undefined => {
  const text = step(value, key);
  return typeof text === 'string' ? isoDate(text) : undefined;
};
const sameBar = (one: unknown, other: unknown): boolean => {
  const [a, b] = [Bar.safeParse(one), Bar.safeParse(other)];
  return !a.success || !b.success || JSON.stringify(a.data) === JSON.stringify(b.data);
};

/** Dates that have to follow each other; the first of two that do not is told. */
function orderFaults(raw: unknown, entries: readonly { readonly site: Site; readonly date: IsoDate | undefined }[]): PlanFault[] {
  return entries.flatMap(({ site, date }, index) => {
    const before = entries[index - 1]?.date;
    return before !== undefined && date !== undefined && date <= before
      ? [planFault(raw, site, 'PLAN_DATES_OUT_OF_ORDER', { date, before })]
      : [];
  });
}

function phaseFaults(raw: unknown, site: Site, target: Json): PlanFault[] {
  const phases = listOf(target.phases);
  const last = phases[phases.length - 1];
  if (last === undefined) return [];
  const at: Site = [...site, 'phases', phases.length - 1];
  const deadline = dateAt(last, 'deadline');
  const wanted = dateAt(target, 'deadline');
  const order = phases.map((phase, index) => ({ site: [...site, 'phases', index, 'deadline'], date: dateAt(phase, 'deadline') }));
  return [
    ...orderFaults(raw, order),
    ...(deadline !== undefined && wanted !== undefined && deadline !== wanted
      ? [planFault(raw, [...at, 'deadline'], 'PLAN_LAST_PHASE_DIFFERS', { what: 'thời hạn' })]
      : []),
    ...(sameBar(step(last, 'bar'), target.bar) ? [] : [planFault(raw, [...at, 'bar'], 'PLAN_LAST_PHASE_DIFFERS', { what: 'mức' })]),
  ];
}

const hasLowerEnd = (bar: unknown): boolean => !isObject(bar) || !hasKey(bar, 'atMost');

/** The way to the bar: it has to lead upwards in time, and towards a number that has to be reached. */
function courseFaults(raw: unknown, site: Site, target: Json): PlanFault[] {
  if (!hasKey(target, 'baseline') && !hasKey(target, 'steps')) return [];
  const steps = listOf(target.steps).map((one, index) => ({ site: [...site, 'steps', index], one }));
  const way = [
    { site: [...site, 'baseline', 'date'], date: dateAt(target.baseline, 'date') },
    ...steps.map(({ site: at, one }) => ({ site: [...at, 'by'], date: dateAt(one, 'by') })),
  ].filter(({ date }) => date !== undefined);
  const last = way[way.length - 1];
  const deadline = dateAt(target, 'deadline');
  const bars = [
    { site: [...site, 'bar'], bar: target.bar },
    ...steps.map(({ site: at, one }) => ({ site: [...at, 'bar'], bar: step(one, 'bar') })),
  ];
  return [
    ...orderFaults(raw, way),
    ...(last?.date !== undefined && deadline !== undefined && deadline < last.date
      ? [planFault(raw, last.site, 'PLAN_COURSE_AFTER_DEADLINE', { date: last.date, deadline })]
      : []),
    ...bars.flatMap(({ site: at, bar }) => (hasLowerEnd(bar) ? [] : [planFault(raw, at, 'PLAN_COURSE_WITHOUT_LOWER_END', {})])),
  ];
}

const TOGETHER = [
  ['every', 'baseline'],
  ['every', 'steps'],
  ['every', 'phases'],
  ['phases', 'striven'],
] as const;

const togetherFaults = (raw: unknown, site: Site, target: Json): PlanFault[] =>
  TOGETHER.flatMap(([first, second]) =>
    hasKey(target, first) && hasKey(target, second) ? [planFault(raw, [...site, second], 'PLAN_NOT_TOGETHER', { first, second })] : [],
  );

const countsGroups = (target: Json): boolean => (target.kind === 'spread' && target.per !== 'unit') || target.per === 'group';

/** Units of the plan that a scope names; a scope that is no object is told elsewhere. */
function inScope(unit: unknown, scope: unknown): boolean {
  const units = step(scope, 'units');
  const fits = (key: 'class' | 'group') => step(scope, key) === undefined || step(scope, key) === step(unit, key);
  return (!Array.isArray(units) || units.includes(step(unit, 'id'))) && fits('class') && fits('group');
}

/** A target over groups needs units that belong to one, and a level at which groups are seen; a scope needs units. */
function unitFaults(raw: unknown, site: Site, target: Json): PlanFault[] {
  const units = listOf(step(raw, 'units')).filter((unit) => inScope(unit, target.scope));
  const faults: PlanFault[] = [];
  if (isObject(target.scope) && units.length === 0) faults.push(planFault(raw, [...site, 'scope'], 'PLAN_SCOPE_EMPTY', {}));
  if (target.kind !== 'spread' && target.per !== 'group') return faults;
  if (step(raw, 'superior') === null) faults.push(planFault(raw, [...site, 'kind'], 'PLAN_NO_SUPERIOR', {}));
  if (!countsGroups(target)) return faults;
  const without = units.flatMap((unit) => (step(unit, 'group') === undefined ? [String(step(unit, 'id'))] : []));
  return without.length === 0 ? faults : [...faults, planFault(raw, site, 'PLAN_UNIT_WITHOUT_GROUP', { units: without })];
}

/** Phases, steps and baselines in the wrong order, keys that exclude each other, scopes without units, groups nobody belongs to. */
export const targetFaults = (raw: unknown): PlanFault[] =>
  listOf(step(raw, 'targets')).flatMap((target, index) => {
    if (!isObject(target)) return [];
    const site: Site = ['targets', index];
    return [phaseFaults, courseFaults, togetherFaults, unitFaults].flatMap((faults) => faults(raw, site, target));
  });

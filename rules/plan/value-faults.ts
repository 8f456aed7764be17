// Faults a single value of a plan file can have although its type is right: bars, spans of days, ids used twice.
// They are looked for in the raw file, so that one wrong key does not hide them.
import { isoDate } from '../calendar-date.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { hasKey, isObject, lastKey, listOf, ownerKey, type Site, type Spot, spotsBelow, step } from './plan-place.ts';
import { Bar } from './target-schema.ts';

const COMPARATORS = Object.keys(Bar.shape);

function barFaults(raw: unknown, site: Site, bar: Bar, isPercent: boolean): PlanFault[] {
  const comparators = COMPARATORS.filter((key) => hasKey(bar, key));
  const faults: PlanFault[] = [];
  if (comparators.length === 0) faults.push(planFault(raw, site, 'PLAN_NO_COMPARATOR', { comparators: COMPARATORS }));
  if (comparators.length > 1) faults.push(planFault(raw, site, 'PLAN_SEVERAL_COMPARATORS', { comparators }));
  const [min, max] = bar.between ?? [0, 0];
  if (min > max) faults.push(planFault(raw, [...site, 'between'], 'PLAN_RANGE_REVERSED', { min, max }));
  if (!isPercent) return faults;
  const ends = [bar.atLeast, bar.moreThan, bar.atMost, bar.equal, bar.about?.value, ...(bar.between ?? [])];
  const value = Math.max(0, ...ends.filter((end) => end !== undefined));
  if (value > 100) faults.push(planFault(raw, site, 'PLAN_PERCENT_ABOVE_100', { value }));
  return faults;
}

const BAR_KEYS: readonly unknown[] = ['bar', 'size', 'striven', 'each'];

/** A share's bar is a percentage by nature, a fund's is đồng; a target's own and its readings' are what its unit says. */
function isPercentBar(site: Site, target: unknown): boolean {
  const owner = ownerKey(site);
  if (lastKey(site) === 'size' || lastKey(site) === 'each' || owner === 'money') return false;
  return owner === 'share' || step(target, 'unit') === 'percent';
}

const targetBarFaults = (raw: unknown): PlanFault[] =>
  listOf(step(raw, 'targets')).flatMap((target, index) =>
    spotsBelow(target, ['targets', index])
      .filter(({ site }) => BAR_KEYS.includes(lastKey(site)))
      .flatMap(({ site, value }) => {
        const bar = Bar.safeParse(value);
        return bar.success ? barFaults(raw, site, bar.data, isPercentBar(site, target)) : [];
      }),
  );

function spanFaults(raw: unknown, spots: readonly Spot[]): PlanFault[] {
  return spots.flatMap(({ site, value }) => {
    const from = step(value, 'from');
    const to = step(value, 'to');
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    const isReversed = isoDate(from) !== undefined && isoDate(to) !== undefined && from > to;
    return isReversed ? [planFault(raw, site, 'PLAN_SPAN_REVERSED', { from, to })] : [];
  });
}

/** Entries are told apart by their id; the parts of `reporting` by their level; quality rules by id and version. */
function duplicateFaults(raw: unknown, spots: readonly Spot[]): PlanFault[] {
  return spots.flatMap(({ site, value }) => {
    if (lastKey(site) === 'otherQualityRules') return duplicateRules(raw, site, listOf(value));
    const key = site.length === 1 && site[0] === 'reporting' ? 'level' : 'id';
    const ids = listOf(value).map((entry) => (isObject(entry) ? entry[key] : undefined));
    return ids.flatMap((id, index) =>
      typeof id === 'string' && ids.indexOf(id) < index ? [planFault(raw, [...site, index, key], 'PLAN_DUPLICATE_ID', { id })] : [],
    );
  });
}

function duplicateRules(raw: unknown, site: Site, others: readonly unknown[]): PlanFault[] {
  const names = [step(raw, 'qualityRule'), ...others].map((rule) => `${String(step(rule, 'id'))} v${String(step(rule, 'version'))}`);
  return others.flatMap((_, index) => {
    const name = names[index + 1] ?? '';
    return names.indexOf(name) <= index ? [planFault(raw, [...site, index, 'version'], 'PLAN_DUPLICATE_ID', { id: name })] : [];
  });
}

/** Bars with no or several comparators, ranges and spans the wrong way round, percentages above 100, ids used twice in one list. */
export function valueFaults(raw: unknown): PlanFault[] {
  const spots = spotsBelow(raw, []);
  return [...targetBarFaults(raw), ...spanFaults(raw, spots), ...duplicateFaults(raw, spots)];
}

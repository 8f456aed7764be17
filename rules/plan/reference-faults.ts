// Faults between parts of a plan file: references that lead nowhere, and names, issuers or offices that overlap or leave days out.
// They are looked for in the raw file, so that one wrong key does not hide them.
import { addDays, type IsoDate, isoDate } from '../calendar-date.ts';
import { textKey } from '../text.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { lastKey, listOf, ownerKey, type Site, type Spot, spotsBelow, step, valueAt } from './plan-place.ts';

const entriesAt = (raw: unknown, site: Site): Spot[] =>
  listOf(valueAt(raw, site)).map((value, index) => ({ site: [...site, index], value }));
const idsAt = (raw: unknown, list: string): unknown[] => listOf(step(raw, list)).map((entry) => step(entry, 'id'));
const dateIn = (value: unknown, key: 'from' | 'to'): IsoDate | undefined => {
  const text = step(value, key);
  return typeof text === 'string' ? isoDate(text) : undefined;
};
const chainsOf = (raw: unknown): Spot[] => entriesAt(raw, ['reporting']).flatMap(({ site }) => entriesAt(raw, [...site, 'chains']));

function danglingFaults(raw: unknown): PlanFault[] {
  const check = (list: string, title: string) => {
    const ids = idsAt(raw, list);
    return ({ site, value }: Spot): PlanFault[] =>
      typeof value === 'string' && !ids.includes(value)
        ? [planFault(raw, site, 'PLAN_DANGLING_REFERENCE', { id: value, list, title })]
        : [];
  };
  const recipients = chainsOf(raw).flatMap(({ site }) => entriesAt(raw, [...site, 'recipients']));
  const groups = [
    ...entriesAt(raw, ['units']).map(({ site, value }) => ({ site: [...site, 'group'], value: step(value, 'group') })),
    ...scopesOf(raw).map(({ site, value }) => ({ site: [...site, 'group'], value: step(value, 'group') })),
  ];
  const scoped = scopesOf(raw).flatMap(({ site }) => entriesAt(raw, [...site, 'units']));
  const inCharge = entriesAt(raw, ['tasks']).map(({ site, value }) => ({ site: [...site, 'inCharge'], value: step(value, 'inCharge') }));
  return [
    ...recipients.flatMap(check('offices', 'cơ quan nhận')),
    ...inCharge.flatMap(check('chargeUnits', 'đơn vị chủ trì')),
    ...groups.flatMap(check('groups', 'nhóm đơn vị')),
    ...scoped.flatMap(check('units', 'đơn vị')),
  ];
}

const scopesOf = (raw: unknown): Spot[] =>
  entriesAt(raw, ['targets']).map(({ site, value }) => ({ site: [...site, 'scope'], value: step(value, 'scope') }));

/** Places and classes of units that a target names; `except` is a list of places. */
function targetNameFaults(raw: unknown): PlanFault[] {
  const units = listOf(step(raw, 'units'));
  const places = new Set(
    units.flatMap((unit) => listOf(step(unit, 'locations'))).flatMap((name) => (typeof name === 'string' ? [textKey(name)] : [])),
  );
  const classes = new Set(units.map((unit) => step(unit, 'class')));
  return spotsBelow(step(raw, 'targets'), ['targets']).flatMap(({ site, value }) => {
    if (typeof value !== 'string') return [];
    const key = typeof lastKey(site) === 'number' ? ownerKey(site) : lastKey(site);
    if (key === 'place' || key === 'at' || key === 'except') {
      return places.has(textKey(value)) ? [] : [planFault(raw, site, 'PLAN_NO_SUCH_LOCATION', { name: value })];
    }
    return key === 'class' && !classes.has(value) ? [planFault(raw, site, 'PLAN_NO_SUCH_CLASS', { class: value })] : [];
  });
}

function levelFaults(raw: unknown): PlanFault[] {
  if (step(raw, 'superior') !== null) return [];
  return ['reporting', 'targets', 'chargeUnits', 'tasks']
    .flatMap((list) => spotsBelow(step(raw, list), [list]))
    .filter(({ site, value }) => value === 'superior' && (lastKey(site) === 'level' || ownerKey(site) === 'levels'))
    .map(({ site }) => planFault(raw, site, 'PLAN_NO_SUPERIOR', {}));
}

/** Entries of one kind that follow each other in time: on every day of the plan exactly one of them is valid. */
function successionFaults(raw: unknown, what: string, list: Site, entries: readonly Spot[]): PlanFault[] {
  const sorted = [...entries].sort((one, other) => ((dateIn(one.value, 'from') ?? '') < (dateIn(other.value, 'from') ?? '') ? -1 : 1));
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (first === undefined || last === undefined) return [];
  const between = sorted.slice(1).flatMap((entry, index) => {
    const from = dateIn(entry.value, 'from');
    const to = dateIn(sorted[index]?.value, 'to');
    if (from === undefined || to === undefined || from <= to) {
      return [planFault(raw, entry.site, 'PLAN_VALIDITY_OVERLAP', { what, from: from ?? to ?? '' })];
    }
    const free = addDays(to, 1);
    return free < from ? [planFault(raw, entry.site, 'PLAN_VALIDITY_GAP', { what, from: free, to: addDays(from, -1) })] : [];
  });
  return [...between, ...uncoveredEnds(raw, what, list, dateIn(first.value, 'from'), dateIn(last.value, 'to'))];
}

function uncoveredEnds(raw: unknown, what: string, list: Site, from: IsoDate | undefined, to: IsoDate | undefined): PlanFault[] {
  const period = { from: dateIn(step(raw, 'period'), 'from'), to: dateIn(step(raw, 'period'), 'to') };
  const faults: PlanFault[] = [];
  if (period.from && from && period.from < from) {
    faults.push(planFault(raw, list, 'PLAN_VALIDITY_GAP', { what, from: period.from, to: addDays(from, -1) }));
  }
  if (period.to && to && to < period.to) {
    faults.push(planFault(raw, list, 'PLAN_VALIDITY_GAP', { what, from: addDays(to, 1), to: period.to }));
  }
  return faults;
}

function validityFaults(raw: unknown): PlanFault[] {
  const offices = listOf(step(raw, 'offices'));
  const names = [...entriesAt(raw, ['units']).map(({ site }) => [...site, 'names']), ['superior', 'names']];
  const issuers = chainsOf(raw).map(({ site }) => [...site, 'issuers']);
  const recipients = chainsOf(raw).map(({ site }) => [...site, 'recipients']);
  const officesOf = (list: Site): Spot[] => {
    const spots = entriesAt(raw, list).map(({ site, value }) => ({ site, value: offices.find((entry) => step(entry, 'id') === value) }));
    return spots.every(({ value }) => value !== undefined) ? spots : []; // a dangling reference is told once, as such
  };
  return [
    ...names.flatMap((list) => successionFaults(raw, 'names', list, entriesAt(raw, list))),
    ...issuers.flatMap((list) => successionFaults(raw, 'issuers', list, entriesAt(raw, list))),
    ...recipients.flatMap((list) => successionFaults(raw, 'offices', list, officesOf(list))),
  ];
}

/** References to nothing, places and classes no unit has, levels without a superior, validity that overlaps or leaves days out. */
export const referenceFaults = (raw: unknown): PlanFault[] => [
  ...danglingFaults(raw),
  ...targetNameFaults(raw),
  ...levelFaults(raw),
  ...validityFaults(raw),
];

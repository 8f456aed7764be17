// The units of a plan as they stand on a day: after a merger several of them are one, and what was counted for each adds up.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { BaseTallies, UnitFigures } from './figures.ts';
import { sumBase } from './roll-up.ts';

/** A unit of the day. Codes and names are reused over the years: both hold for that day only. */
export interface Successor {
  readonly code: string;
  readonly name: string;
  /** ids of the plan's units that it holds, in the plan's order */
  readonly units: readonly string[];
  /** how many of them have figures */
  readonly heard: number;
  readonly base: BaseTallies;
}

/** Groups the plan's units by the unit each belongs to on a day. Every unit is in exactly one group, with figures or without. */
export function bySuccessor(plan: Pick<Plan, 'units'>, figures: ReadonlyMap<string, UnitFigures>, day: IsoDate): Successor[] {
  const groups = new Map<string, { readonly code: string; readonly name: string; readonly units: string[] }>();
  for (const unit of plan.units) {
    const { code, name } = unitOn(unit, day);
    const group = groups.get(`${code}|${name}`) ?? { code, name, units: [] };
    group.units.push(unit.id);
    groups.set(`${code}|${name}`, group);
  }
  return [...groups.values()].map(({ code, name, units }) => {
    const own = units.flatMap((id) => figures.get(id) ?? []);
    return { code, name, units, heard: own.length, base: sumBase(own.map(({ base }) => base)) };
  });
}

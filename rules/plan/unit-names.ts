// Who somebody is on a day: a unit's name after mergers, the office a report goes to, the issuer at the head of a document.
import type { IsoDate } from '../calendar-date.ts';
import type { Chain, Plan, Unit } from './schema.ts';

type Dated = { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined };
export type UnitName = Unit['names'][number];
export type PlanOffice = Plan['offices'][number];
export type Issuer = Chain['issuers'][number];

function validOn<T extends Dated>(entries: readonly T[], date: IsoDate, what: string): T {
  const entry = entries.find(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date <= to));
  if (entry === undefined) throw new RangeError(`${what}: none is valid on ${date}`);
  return entry;
}

/** The unit's name and code on a day; throws a RangeError that says which unit and day when it had none. */
export const unitOn = (unit: Pick<Unit, 'id' | 'names'>, date: IsoDate): UnitName => validOn(unit.names, date, `names of unit ${unit.id}`);

/** "phường A, địa bàn phường B (cũ)": after a merger several units bear one name, and the former area tells them apart. */
export function fullNameOn(unit: Pick<Unit, 'id' | 'names'>, date: IsoDate): string {
  const { name, formerArea } = unitOn(unit, date);
  return formerArea === undefined ? name : `${name}, ${formerArea}`;
}

/** The office of a chain that receives reports on a day; throws a RangeError when the plan names none. */
export function officeOn(plan: Plan, chain: Chain, date: IsoDate): PlanOffice {
  const offices = chain.recipients.flatMap((id) => plan.offices.filter((office) => office.id === id));
  return validOn(offices, date, `offices of chain ${chain.id}`);
}

/**
 * Who issues on a day. In a plan of many units "{unit}" and "{UNIT}" become the unit's name of that day.
 * Throws a RangeError when nobody issues on that day, or when the issuer depends on a unit and none was given.
 */
export function issuerOn(chain: Chain, date: IsoDate, unit?: Pick<Unit, 'id' | 'names'>): Issuer {
  const issuer = validOn(chain.issuers, date, `issuers of chain ${chain.id}`);
  const texts = [issuer.name, ...issuer.head];
  if (!texts.some((text) => /\{unit\}/i.test(text))) return issuer;
  if (unit === undefined) throw new RangeError(`issuers of chain ${chain.id}: "${issuer.name}" wants a unit`);
  const { name } = unitOn(unit, date);
  const filled = (text: string) => text.replace('{unit}', name).replace('{UNIT}', name.toUpperCase());
  return { ...issuer, name: filled(issuer.name), head: issuer.head.map(filled) };
}

// The administrator's tab of a demo register, made from a plan: who issues and who receives on which days. Addresses end with .example
// and are built from ids, telephone numbers from a block that nobody has.
import { addDays, type IsoDate, viDate } from '../../rules/calendar-date.ts';
import type { Chain, Plan, Unit } from '../../rules/plan/schema.ts';
import { type Issuer, issuerOn } from '../../rules/plan/unit-names.ts';
import { COUNTRY_WIDE, nameMaker } from './people.ts';
import { seededRandom } from './random.ts';
import type { DemoRow } from './register.ts';

export type Fact = DemoRow<'unitInfo'>;

const CONTACT = 'Cán bộ mẫu (số liệu thử)';

/** Whose workbook it is and how it is found. */
export interface FactsOwner {
  readonly registerId: string;
  readonly unitId: string | undefined;
  readonly reportsFrom: IsoDate;
  /** ASCII: the part of its addresses before .example */
  readonly domain: string;
  /** 1-999, for the telephone number and the names */
  readonly number: number;
}

/** The facts of a workbook that reports along these chains; `unit` where the chains' issuers are the unit's own. */
export function chainFacts(plan: Plan, chains: readonly Chain[], owner: FactsOwner, unit?: Unit): Fact[] {
  const random = seededRandom(owner.number);
  const names = nameMaker(random, COUNTRY_WIDE);
  const issuers = chains.flatMap((chain) => issuersOver(plan, chain, unit).map((one) => ({ chain: chain.id, ...one })));
  return [
    { item: 'registerId', value: owner.registerId },
    ...(owner.unitId === undefined ? [] : [{ item: 'unitId', value: owner.unitId }]),
    { item: 'planId', value: plan.id },
    ...(unit === undefined || plan.superior === null ? [] : [{ item: 'superiorId', value: plan.superior.id }]),
    { item: 'reportsFrom', value: viDate(owner.reportsFrom) },
    { item: 'schemaVersion', value: '1' },
    {
      item: 'contact',
      value: CONTACT,
      email: `can-bo-mau@${owner.domain}.example`,
      phone: `0900 000 ${String(owner.number).padStart(3, '0')}`,
    },
    ...issuers.map(({ chain, issuer, days }): Fact => ({ item: 'issuer', chain, value: issuer.name, ...days })),
    ...issuers.map(({ chain, issuer, days }): Fact => {
      const { name } = names(random.chance(70) ? 'male' : 'female');
      return { item: 'signer', chain, value: name, detail: issuer.position, ...days };
    }),
    ...issuers.map(
      ({ chain, issuer, days }): Fact => ({
        item: 'officialAddress',
        chain,
        value: issuer.name,
        email: `${chain}@${owner.domain}.example`,
        ...days,
      }),
    ),
    ...chains.flatMap((chain) => recipientFacts(plan, chain)),
  ];
}

function recipientFacts(plan: Plan, chain: Chain): Fact[] {
  return chain.recipients.flatMap((id) =>
    plan.offices
      .filter((office) => office.id === id)
      .map(
        ({ name, from, to }): Fact => ({
          item: 'recipient',
          chain: chain.id,
          value: name,
          detail: id,
          ...mailOf(id),
          ...daysOf({ from, to }),
        }),
      ),
  );
}

const mailOf = (office: string): Fact => ({ email: `van-thu@${office}.example` });

interface Days {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}
const daysOf = ({ from, to }: Days): Fact => ({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });

/** The issuers of a chain over time: a new stretch wherever the plan changes the office, or the unit its name. */
function issuersOver(plan: Plan, chain: Chain, unit: Unit | undefined): { readonly issuer: Issuer; readonly days: Fact }[] {
  const changes = [...chain.issuers, ...(unit?.names ?? [])].flatMap(({ from }) => from ?? []);
  const begins = [undefined, ...[...new Set(changes)].sort()];
  return begins.map((from, index) => {
    const next = begins[index + 1];
    const to = next === undefined ? undefined : addDays(next, -1);
    return { issuer: issuerOn(chain, from ?? to ?? plan.period.from, unit), days: daysOf({ from, to }) };
  });
}

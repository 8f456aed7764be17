// Findings on Thông tin đơn vị: what has to stand there before a report can go out and be answered.
import type { Chain } from '../plan/schema.ts';
import { identityOf } from '../register/identity.ts';
import { type Finding, finding } from './finding.ts';
import { at, type RowOf, type Scope } from './scope.ts';

export function unitFindings(scope: Scope): Finding[] {
  const { register, question } = scope;
  const { unitInfo } = register;
  const malformed = unitInfo.rows.flatMap(addressFindings);
  if (unitInfo.columnAt.size === 0) return malformed; // a missing tab is told once
  const { asOf } = question;
  const identity = identityOf(register);
  const tab = { tab: 'unitInfo', column: 'email' };
  return [
    ...malformed,
    ...(identity.contactOn(asOf) === undefined ? [finding('CONTACT_MISSING', tab, { asOf })] : []),
    ...officesOn(scope).flatMap(({ role, office }) => {
      if (identity.addressOf(office, asOf) !== undefined) return [];
      return [finding(role === 'to' ? 'RECIPIENT_MISSING' : 'COPY_RECIPIENT_MISSING', tab, { office, asOf })];
    }),
    ...(identity.officialAddresses(asOf).length === 0 ? [finding('OFFICIAL_ADDRESS_MISSING', tab, {})] : []),
  ];
}

/** The office of each of the commune's chains that receives on the closing date; a plan may name none for a day. */
function officesOn({ question }: Scope): { readonly role: Chain['role']; readonly office: string }[] {
  const { plan, asOf } = question;
  const chains = plan.reporting.find(({ level }) => level === 'commune')?.chains ?? [];
  return chains.flatMap(({ role, recipients }) => {
    const offices = recipients.flatMap((id) => plan.offices.filter((office) => office.id === id));
    const office = offices.find(({ from, to }) => (from === undefined || from <= asOf) && (to === undefined || asOf <= to));
    return office === undefined ? [] : [{ role, office: office.name }];
  });
}

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

function addressFindings(row: RowOf<'unitInfo'>): Finding[] {
  const { email } = row.values;
  return email === undefined || ADDRESS.test(email) ? [] : [finding('ADDRESS_MALFORMED', at(row, 'email'), { email })];
}

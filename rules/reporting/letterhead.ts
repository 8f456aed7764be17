// Who writes to whom: the names and addresses of a report on the day it goes out, for a commune and for a superior alike.
import type { IsoDate } from '../calendar-date.ts';
import type { Chain, Level, Plan, Unit } from '../plan/schema.ts';
import { issuerOn, officeOn, unitOn } from '../plan/unit-names.ts';
import type { Contact, Identity } from '../register/identity.ts';
import { documentText } from './labels.ts';
import type { Office, ReportContent } from './report-content.ts';

/** What is missing before a report can go out; each is a finding of its own in the register. */
export type NotSendable = { readonly missing: 'recipient' | 'contact' };

export type Letterhead = Pick<ReportContent, 'unit' | 'issuer' | 'to' | 'cc' | 'replyTo' | 'contact' | 'planTitle' | 'planReference'>;

/** The one who reports: a unit of the plan, or the plan's own superior. */
export type Reporter = Pick<Unit, 'id' | 'names'>;

/** Who reports, by which part of the plan. */
export interface Reports {
  readonly plan: Plan;
  readonly level: Level;
  /** the unit of the plan, or the superior's id */
  readonly unitId: string;
  readonly reporter: Reporter;
  readonly identity: Identity;
}

/** The letterhead of a day, or what is missing for one. */
export function letterhead(plan: Plan, level: Level, reporter: Reporter, identity: Identity, today: IsoDate): Letterhead | NotSendable {
  const chains = plan.reporting.find((one) => one.level === level)?.chains ?? [];
  const to = officesOf(plan, chains, 'to', identity, today);
  const cc = officesOf(plan, chains, 'cc', identity, today);
  const contact = identity.contactOn(today);
  if (to.length === 0) return { missing: 'recipient' };
  if (contact === undefined) return { missing: 'contact' };
  const name = unitOn(reporter, today);
  const [chain] = chains;
  return {
    unit: { id: reporter.id, code: name.code, name: name.name, ...(name.formerArea === undefined ? {} : { formerArea: name.formerArea }) },
    issuer: chain === undefined ? name.name : issuerOn(chain, today, reporter).name,
    planTitle: plan.title,
    planReference: planReference(plan),
    to,
    cc,
    replyTo: replyTo(identity.officialAddresses(today), contact),
    contact,
  };
}

/** The office of each chain that receives on the day, where the workbook has an address for it. */
function officesOf(plan: Plan, chains: readonly Chain[], role: Chain['role'], identity: Identity, day: IsoDate): Office[] {
  return chains
    .filter((chain) => chain.role === role)
    .flatMap((chain) => {
      const { name } = officeOn(plan, chain, day);
      const email = identity.addressOf(name, day);
      return email === undefined ? [] : [{ name, email }];
    });
}

const replyTo = (official: readonly Office[], contact: Contact): readonly Office[] => (official.length > 0 ? official : [contact]);

/** "số …/KH-UBND, tháng 3 năm 2024": what the original leaves blank stays blank. */
function planReference(plan: Plan): string {
  const { number, symbol, date } = plan.document;
  return documentText(number, symbol, date);
}

// One report's content from one register: figures as of the cut-off, notes on the data, and who gets it. Aggregates only.
import { daysBetween, type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import { type Finding, summaryOf } from '../findings/finding.ts';
import { sha256Hex } from '../hash.ts';
import type { Chain, Plan } from '../plan/schema.ts';
import { issuerOn, officeOn, unitOn } from '../plan/unit-names.ts';
import { factsOf } from '../progress/facts.ts';
import { clubMembers } from '../progress/match.ts';
import type { TargetProgress } from '../progress/progress.ts';
import { highOf } from '../progress/tally.ts';
import { type Contact, identityOf } from '../register/identity.ts';
import type { Register } from '../register/read-register.ts';
import { dataNotes } from './labels.ts';
import type { PlannedReport } from './periods.ts';
import type { ClubLine, DataNote, Office, ReportContent } from './report-content.ts';

export interface ReportInputs {
  readonly plan: Plan;
  readonly register: Register;
  readonly registerId: string;
  readonly unitId: string;
  readonly report: PlannedReport;
  readonly progress: readonly TargetProgress[];
  readonly findings: readonly Finding[];
  readonly now: Instant;
  readonly rulesVersion: string;
}

/** What is missing before a report can go out; each is a finding of its own in the register. */
export type NotSendable = { readonly missing: 'recipient' | 'contact' };

/** The content of a report to be sent now, or what is missing for it. */
export function buildReport(inputs: ReportInputs): ReportContent | NotSendable {
  const { plan, register, report, now } = inputs;
  const today = localDate(now);
  const identity = identityOf(register);
  const chains = plan.reporting.find(({ level }) => level === 'commune')?.chains ?? [];
  const to = officesOf(plan, chains, 'to', identity.addressOf, today);
  const cc = officesOf(plan, chains, 'cc', identity.addressOf, today);
  const contact = identity.contactOn(today);
  if (to.length === 0) return { missing: 'recipient' };
  if (contact === undefined) return { missing: 'contact' };
  const unit = unitOf(plan, inputs.unitId);
  const name = unitOn(unit, today);
  const chain = chains[0];
  const snapshot = sha256Hex(snapshotOf(inputs.progress));
  return {
    key: report.key,
    register: inputs.registerId,
    unit: { id: unit.id, code: name.code, name: name.name, ...(name.formerArea === undefined ? {} : { formerArea: name.formerArea }) },
    issuer: chain === undefined ? name.name : issuerOn(chain, today, unit).name,
    planTitle: plan.title,
    planReference: planReference(plan),
    title: report.schedule.title,
    period: report.period,
    sentAt: now,
    daysLate: daysBetween(report.period.due, today),
    approval: undefined,
    to,
    cc,
    replyTo: replyTo(identity.officialAddresses(today), contact),
    contact,
    targets: inputs.progress.map(withoutRecords),
    clubs: clubLines(register, plan, unit.id, report.period.cutOff, report.period.from),
    notes: notesOf(inputs.findings),
    definitions: [
      ...plan.definitions.map(({ term, text }) => ({ term, text })),
      { term: plan.qualityRule.title, text: plan.qualityRule.definition },
    ],
    percentDecimals: plan.rounding.percentDecimals,
    versions: { rules: inputs.rulesVersion, plan: `${plan.id} v${plan.version}`, snapshot },
  };
}

export function unitOf(plan: Plan, unitId: string): Plan['units'][number] {
  const unit = plan.units.find(({ id }) => id === unitId);
  if (unit === undefined) throw new Error(`plan ${plan.id} has no unit ${unitId}`);
  return unit;
}

/** The office of each chain that receives on the day, where the workbook has an address for it. */
function officesOf(
  plan: Plan,
  chains: readonly Chain[],
  role: Chain['role'],
  addressOf: (office: string, day: IsoDate) => string | undefined,
  day: IsoDate,
): Office[] {
  return chains
    .filter((chain) => chain.role === role)
    .flatMap((chain) => {
      const { name } = officeOn(plan, chain, day);
      const email = addressOf(name, day);
      return email === undefined ? [] : [{ name, email }];
    });
}

const replyTo = (official: readonly Office[], contact: Contact): readonly Office[] => (official.length > 0 ? official : [contact]);

/** "số …/KH-UBND, tháng 3 năm 2024": what the original leaves blank stays blank. */
function planReference(plan: Plan): string {
  const { number, symbol, date } = plan.document;
  const day = date.day === null ? undefined : `ngày ${String(date.day).padStart(2, '0')}`;
  const month = date.month === null ? undefined : `tháng ${date.month}`;
  const year = date.year === null ? undefined : `năm ${date.year}`;
  const dated = [day, month, year].filter((part) => part !== undefined).join(' ');
  return [`số ${number ?? '…'}/${symbol}`, dated].filter((part) => part !== '').join(', ');
}

/** What leaves the commune: counts, never the codes behind them. */
function withoutRecords(progress: TargetProgress): TargetProgress {
  const strip = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'records' || key === 'doubtfulRecords' ? [] : part))) as T;
  return strip(progress);
}

/** The frozen figures as text: the same progress gives the same text. */
export const snapshotOf = (progress: readonly TargetProgress[]): string =>
  JSON.stringify(progress.map(withoutRecords).map(({ target, ...rest }) => ({ target: target.id, ...rest })));

/** The record codes behind each figure; they are kept in the commune's own workbook and nowhere else. */
export const recordsOf = (progress: readonly TargetProgress[]): string =>
  JSON.stringify(
    Object.fromEntries(
      progress.flatMap(({ target, figure }) =>
        figure === undefined
          ? []
          : [
              [
                target.id,
                { counted: figure.numerator.records, doubtful: figure.numerator.doubtfulRecords, of: figure.denominator?.records ?? [] },
              ],
            ],
      ),
    ),
  );

function clubLines(register: Register, plan: Plan, unit: string, asOf: IsoDate, windowFrom: IsoDate): ClubLine[] {
  const facts = factsOf(register, { plan, unit, asOf, windowFrom });
  return facts.clubs
    .filter((club) => club.active !== 'no')
    .map((club): ClubLine => {
      const count = (filter: Parameters<typeof clubMembers>[1]) => clubMembers(club, filter, asOf);
      const exact = (filter: Parameters<typeof clubMembers>[1]) => {
        const tally = count(filter);
        return highOf(tally) === tally.sure ? tally.sure : undefined;
      };
      const members = exact({});
      const women = exact({ sex: 'female' });
      const borrowers = exact({ borrower: true });
      const older = count({ older: true });
      const olderHigh = highOf(older);
      const known = (answer: 'yes' | 'no' | 'unknown') => (answer === 'unknown' ? undefined : answer === 'yes');
      return {
        code: club.code,
        name: club.name,
        ...(club.location === undefined ? {} : { location: club.location }),
        ...(club.founded === undefined ? {} : { founded: club.founded }),
        ...(members === undefined ? {} : { members }),
        ...(olderHigh === undefined ? {} : { older: { low: older.sure, high: olderHigh } }),
        ...(women === undefined ? {} : { women }),
        ...(borrowers === undefined ? {} : { borrowers }),
        incomeFund: known(club.since.incomeFund),
        operatingFund: known(club.since.operatingFund),
        fromTotals: !club.listed && club.totals !== undefined,
      };
    });
}

function notesOf(findings: readonly Finding[]): DataNote[] {
  const { error, warning } = summaryOf(findings);
  return error + warning === 0 ? [] : dataNotes(findings);
}

// One report's content from one register: figures as of the cut-off, notes on the data, and who gets it. Aggregates only.
import { daysBetween, type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import { type Finding, summaryOf } from '../findings/finding.ts';
import { sha256Hex } from '../hash.ts';
import type { Plan } from '../plan/schema.ts';
import { factsOf } from '../progress/facts-of.ts';
import { clubMembers } from '../progress/match.ts';
import type { Figure, TargetProgress } from '../progress/progress.ts';
import { lowHigh } from '../progress/tally.ts';
import { identityOf } from '../register/identity.ts';
import type { Register } from '../register/read-register.ts';
import type { DocumentFacts } from './document-content.ts';
import { dataNotes } from './labels.ts';
import { letterhead, type NotSendable } from './letterhead.ts';
import type { PlannedReport } from './periods.ts';
import type { ClubLine, DataNote, ReportContent } from './report-content.ts';

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
  readonly approval?: ReportContent['approval'];
  readonly document?: DocumentFacts;
}

/** The content of a report to be sent now, or what is missing for it. */
export function buildReport(inputs: ReportInputs): ReportContent | NotSendable {
  const { plan, register, report, now } = inputs;
  const today = localDate(now);
  const unit = unitOf(plan, inputs.unitId);
  const head = letterhead(plan, 'commune', unit, identityOf(register), today);
  if ('missing' in head) return head;
  const snapshot = sha256Hex(snapshotOf(inputs.progress));
  return {
    key: report.key,
    register: inputs.registerId,
    ...head,
    title: report.schedule.title,
    period: report.period,
    sentAt: now,
    daysLate: daysBetween(report.lateAfter, today),
    approval: inputs.approval,
    targets: inputs.progress.map(withoutRecords),
    clubs: clubLines(register, plan, unit.id, report.period.cutOff, report.period.from),
    notes: notesOf(inputs.findings),
    definitions: definitionsOf(plan),
    percentDecimals: plan.rounding.percentDecimals,
    versions: { rules: inputs.rulesVersion, plan: `${plan.id} v${plan.version}`, snapshot },
    ...(inputs.document === undefined ? {} : { document: inputs.document }),
  };
}

/** How words were understood, which version of the quality rule was used, and the others that are printed beside it. */
export const definitionsOf = (plan: Plan): ReportContent['definitions'] => [
  ...plan.definitions.map(({ term, text }) => ({ term, text })),
  { term: plan.qualityRule.title, text: plan.qualityRule.definition },
  ...(plan.otherQualityRules ?? []).map(({ title, version, definition }) => ({ term: `${title}, bản ${version}`, text: definition })),
];

export function unitOf(plan: Plan, unitId: string): Plan['units'][number] {
  const unit = plan.units.find(({ id }) => id === unitId);
  if (unit === undefined) throw new Error(`plan ${plan.id} has no unit ${unitId}`);
  return unit;
}

/** What leaves the commune: counts, never the codes behind them. */
export function withoutRecords(progress: TargetProgress): TargetProgress {
  const strip = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'records' || key === 'doubtfulRecords' ? [] : part))) as T;
  return strip(progress);
}

/** The frozen figures as text: the same progress gives the same text. */
export const snapshotOf = (progress: readonly TargetProgress[]): string =>
  JSON.stringify(progress.map(withoutRecords).map(({ target, ...rest }) => ({ target: target.id, ...rest })));

/** The record codes behind each figure, clubs and readings included; they are kept in the commune's own workbook and nowhere else. */
export const recordsOf = (progress: readonly TargetProgress[]): string =>
  JSON.stringify(
    Object.fromEntries(
      progress.flatMap(({ target, figure, clubs, readings }) => {
        if (figure === undefined) return [];
        const parts = [...(clubs ?? []).map((one) => [one.club, one] as const), ...(readings ?? []).map((one) => [one.id, one] as const)];
        const within = Object.fromEntries(parts.map(([key, part]) => [key, codesOf(part.figure)]));
        return [[target.id, { ...codesOf(figure), ...(parts.length > 0 ? { within } : {}) }]];
      }),
    ),
  );

const codesOf = ({ numerator, denominator }: Figure) => ({
  counted: numerator.records,
  doubtful: numerator.doubtfulRecords,
  of: denominator?.records ?? [],
});

function clubLines(register: Register, plan: Plan, unit: string, asOf: IsoDate, windowFrom: IsoDate): ClubLine[] {
  const facts = factsOf(register, { plan, unit, asOf, windowFrom });
  return facts.clubs
    .filter((club) => club.active !== 'no')
    .map((one): ClubLine => {
      const club = { ...one, strays: [], looseLoans: [] }; // rows that name no club or borrower are told in the notes
      const range = (key: 'members' | 'older' | 'women' | 'borrowers', filter: Parameters<typeof clubMembers>[1]) => {
        const { low, high } = lowHigh(clubMembers(club, filter, asOf));
        return high === undefined ? {} : { [key]: { low, high } };
      };
      const known = (answer: 'yes' | 'no' | 'unknown') => (answer === 'unknown' ? undefined : answer === 'yes');
      return {
        code: club.code,
        name: club.name,
        ...(club.location === undefined ? {} : { location: club.location }),
        ...(club.founded === undefined ? {} : { founded: club.founded }),
        ...range('members', {}),
        ...range('older', { older: true }),
        ...range('women', { sex: 'female' }),
        ...range('borrowers', { borrower: true }),
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

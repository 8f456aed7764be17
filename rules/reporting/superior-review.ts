// A superior's view on a day: its units, whom it has heard from, and the targets over all of them. Figures only, no rows.
import { type IsoDate, isoDate, localDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { Problem } from '../problem.ts';
import type { UnitFigures } from '../progress/figures.ts';
import { type RolledUp, rollUp } from '../progress/roll-up.ts';
import type { Reading } from '../register/grid.ts';
import { type Identity, identityOf } from '../register/identity.ts';
import { storedPlanOf } from '../register/plan-text.ts';
import { readWorkbook, type WorkbookOf } from '../register/read-register.ts';
import { type ReportingUnit, unitsOf } from '../register/read-units.ts';
import { SUPERIOR_TABS, type SuperiorTabs } from '../register/superior-tabs.ts';
import type { Setting } from './decide.ts';
import type { Heard, HeardReport } from './heard.ts';
import { SENT_STATES } from './ledger.ts';
import type { Reporter } from './letterhead.ts';
import { type PlannedReport, reportUnderWay, yearlyReports } from './periods.ts';
import { verdictsOf } from './verdicts.ts';

export type SuperiorWorkbook = WorkbookOf<SuperiorTabs>;

/** One unit of the plan on the day: what its workbook row says, and what was heard of its report for the period. */
export interface UnitView {
  readonly id: string;
  readonly entry: ReportingUnit | undefined;
  readonly heard: Heard;
  readonly report: HeardReport | undefined;
  readonly sent: boolean;
  readonly sentOn: IsoDate | undefined;
}

export interface SuperiorReview {
  readonly plan: Plan;
  readonly superior: Reporter;
  readonly workbook: SuperiorWorkbook;
  readonly identity: Identity;
  readonly report: PlannedReport;
  /** the units' own due day for the period */
  readonly unitsDue: IsoDate;
  readonly units: readonly UnitView[];
  /** with figures of the period under way where a unit has not sent */
  readonly live: RolledUp;
  /** the figures that were used for `live`, by unit */
  readonly figures: ReadonlyMap<string, UnitFigures>;
}

/** Everything a superior's decision rests on. Throws a Problem where its workbook cannot be read at all. */
export function reviewSuperior(
  reading: Reading,
  heard: ReadonlyMap<string, Heard>,
  setting: Pick<Setting, 'now' | 'parsePlan'>,
): SuperiorReview {
  const stored = storedPlanOf(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register: reading.register, reason: stored.kind });
  const plan = setting.parsePlan(stored.json);
  const { superior } = plan;
  if (superior === null) throw new Problem('REGISTER_WITHOUT_UNIT', { register: reading.register });
  const workbook = readWorkbook(SUPERIOR_TABS, reading, plan);
  if (workbook.units.state === 'missing') throw new Problem('SUPERIOR_WITHOUT_UNITS', { superior: reading.register });
  const identity = identityOf(workbook);
  const today = localDate(setting.now);
  const report = superiorReport(plan, superior.id, identity.reportsFrom ?? plan.period.from, today);
  const entries = new Map(unitsOf(workbook.units).map((entry) => [entry.unit, entry]));
  const found = { plan, superior, workbook, identity, report };
  const units = unitViews(plan, entries, heard, report);
  const figures = figuresIn(units, report, 'live');
  return { ...found, unitsDue: unitsDue(plan, report), units, figures, live: rolledUp(found, entries, figures) };
}

/** The targets over the units whose reports have gone out: what the superior's own report rests on. */
export function frozenRollUp(found: SuperiorReview): RolledUp {
  const entries = new Map(found.units.flatMap(({ id, entry }) => (entry === undefined ? [] : [[id, entry] as const])));
  return rolledUp(found, entries, figuresIn(found.units, found.report, 'sent'));
}

/** The report under way, or the last one of the plan. */
function superiorReport(plan: Plan, superior: string, reportsFrom: IsoDate, today: IsoDate): PlannedReport {
  const report =
    reportUnderWay(plan, 'superior', superior, reportsFrom, today) ?? yearlyReports(plan, 'superior', superior, reportsFrom).pop();
  if (report === undefined) throw new Error(`plan ${plan.id} has no yearly report of its superior after ${reportsFrom}`);
  return report;
}

/** The units' own report for the same period. */
const unitReport = (plan: Plan, unit: string, report: PlannedReport): PlannedReport | undefined =>
  yearlyReports(plan, 'commune', unit, plan.period.from).find(({ period }) => period.cutOff === report.period.cutOff);

const unitsDue = (plan: Plan, report: PlannedReport): IsoDate =>
  unitReport(plan, plan.units[0]?.id ?? '', report)?.period.due ?? report.period.due;

function unitViews(
  plan: Plan,
  entries: ReadonlyMap<string, ReportingUnit>,
  heard: ReadonlyMap<string, Heard>,
  report: PlannedReport,
): UnitView[] {
  return plan.units.map(({ id }): UnitView => {
    const told = heard.get(id) ?? { kind: 'noRegister' as const };
    const key = unitReport(plan, id, report)?.key;
    const own = told.kind === 'heard' && key !== undefined ? told.reports.get(key) : undefined;
    const sent = own !== undefined && SENT_STATES.includes(own.status);
    return { id, entry: entries.get(id), heard: told, report: own, sent, sentOn: sent ? dateOf(own.sentAt) : undefined };
  });
}

/** "20/12/2024 08:00" -> the date. */
function dateOf(shown: string | undefined): IsoDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(shown ?? '') ?? [];
  return isoDate(`${year}-${month}-${day}`);
}

/** The figures to use: those frozen by a report that went out; in between, those of the period under way. */
function figuresIn(units: readonly UnitView[], report: PlannedReport, wanted: 'sent' | 'live'): Map<string, UnitFigures> {
  return new Map(
    units.flatMap(({ id, heard, report: own, sent }): [string, UnitFigures][] => {
      if (heard.kind !== 'heard') return [];
      if (sent && own?.figures !== undefined) return [[id, own.figures]];
      const { live } = heard;
      return wanted === 'live' && live !== undefined && live.cutOff <= report.period.cutOff && live.cutOff >= report.period.from
        ? [[id, live]]
        : [];
    }),
  );
}

function rolledUp(
  { plan, workbook, report }: Pick<SuperiorReview, 'plan' | 'workbook' | 'report'>,
  entries: ReadonlyMap<string, ReportingUnit>,
  figures: ReadonlyMap<string, UnitFigures>,
): RolledUp {
  const baselines = new Map([...entries].flatMap(([id, { baseline }]) => (baseline === undefined ? [] : [[id, baseline] as const])));
  const { cutOff, from } = report.period;
  return rollUp(figures, { plan, cutOff, windowFrom: from, baselines, verdicts: verdictsOf(workbook, plan, cutOff) });
}

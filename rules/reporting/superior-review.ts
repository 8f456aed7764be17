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
import { unitsOf } from '../register/read-units.ts';
import { SUPERIOR_TABS, type SuperiorTabs } from '../register/superior-tabs.ts';
import type { Setting } from './decide.ts';
import type { Heard, HeardReport } from './heard.ts';
import { SENT_STATES } from './ledger.ts';
import type { Reporter } from './letterhead.ts';
import { lastReport, type PlannedReport, reportUnderWay, scheduledReports } from './periods.ts';
import { type Extensions, extensionsOf } from './read-extensions.ts';
import { nextRevision, revisionNumber } from './revisions.ts';
import { verdictsOf } from './verdicts.ts';

export type SuperiorWorkbook = WorkbookOf<SuperiorTabs>;

/** One unit of the plan on the day: what was heard of its report for the period. */
export interface UnitView {
  readonly id: string;
  readonly heard: Heard;
  readonly report: HeardReport | undefined;
  /** the newest of its revisions that was sent; its figures are those that count */
  readonly revision?: HeardReport & { readonly number: number };
  readonly sent: boolean;
  readonly sentOn: IsoDate | undefined;
}

/** One period of the superior: its own report, and how the units stand with theirs. */
export interface PeriodView {
  readonly report: PlannedReport;
  /** the units' own due day for the period */
  readonly unitsDue: IsoDate;
  /** until when they are in time, and until when the period is open */
  readonly unitsLate: Pick<PlannedReport, 'lateAfter' | 'lockedAfter'>;
  readonly units: readonly UnitView[];
}

export interface SuperiorReview extends PeriodView {
  readonly plan: Plan;
  readonly superior: Reporter;
  readonly workbook: SuperiorWorkbook;
  readonly identity: Identity;
  readonly heard: ReadonlyMap<string, Heard>;
  /** what the superior granted late units */
  readonly extensions: Extensions;
  /** the targets of the period under way as of today, with what is there of a unit that has not sent */
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
  const extensions = extensionsOf(
    workbook.extensions,
    plan.units.map(({ id }) => id),
  );
  const found = { plan, superior, workbook, identity, heard, extensions };
  const view = periodView(found, report);
  const figures = liveFigures(view);
  const asOf = today < report.period.cutOff ? today : report.period.cutOff; // what is not due yet is not judged as if the year were over
  return { ...found, ...view, figures, live: rolledUp(found, report, figures, asOf) };
}

/** How the units stand with their reports of the same period as one of the superior's. */
export function periodView({ plan, heard }: Pick<SuperiorReview, 'plan' | 'heard'>, report: PlannedReport): PeriodView {
  const asked = unitsReport(plan, report);
  const units = plan.units.map(({ id }): UnitView => {
    const told = heard.get(id) ?? { kind: 'noRegister' as const };
    const key = asked?.key.replace(UNIT, id);
    const theirs = told.kind === 'heard' && key !== undefined ? told.reports.get(key) : undefined;
    const sent = theirs !== undefined && SENT_STATES.includes(theirs.status);
    const revision = told.kind === 'heard' && key !== undefined && sent ? newestOf(told.reports, key) : undefined;
    const head = { id, heard: told, report: theirs, sent, sentOn: sent ? dateIn(theirs.sentAt) : undefined };
    return revision === undefined ? head : { ...head, revision };
  });
  const { lateAfter, lockedAfter } = asked ?? report;
  return {
    report,
    unitsDue: asked?.period.due ?? report.period.due,
    unitsLate: lockedAfter === undefined ? { lateAfter } : { lateAfter, lockedAfter },
    units,
  };
}

/** What was sent last in the place of a report. */
function newestOf(reports: ReadonlyMap<string, HeardReport>, key: string): UnitView['revision'] {
  let newest: UnitView['revision'];
  for (let next = nextRevision(key); ; next = nextRevision(next)) {
    const one = reports.get(next);
    if (one === undefined) return newest;
    if (SENT_STATES.includes(one.status)) newest = { ...one, number: revisionNumber(next) };
  }
}

/** The figures that a unit's report froze, or the revision that took its place. */
export const figuresSent = ({ sent, report, revision }: UnitView): UnitFigures | undefined =>
  sent ? (revision ?? report)?.figures : undefined;

/** The figures that the units' reports froze: what the superior's own report rests on, and nothing else. */
export const frozenFigures = ({ units }: PeriodView): ReadonlyMap<string, UnitFigures> =>
  new Map(
    units.flatMap((unit) => {
      const figures = figuresSent(unit);
      return figures === undefined ? [] : [[unit.id, figures] as const];
    }),
  );

/** The targets over frozen figures. */
export const frozenRollUp = (found: SuperiorReview, { report }: PeriodView, figures: ReadonlyMap<string, UnitFigures>): RolledUp =>
  rolledUp(found, report, figures, report.period.cutOff);

/** The report under way, or the last one of the plan. */
function superiorReport(plan: Plan, superior: string, reportsFrom: IsoDate, today: IsoDate): PlannedReport {
  const report =
    reportUnderWay(plan, 'superior', superior, reportsFrom, today) ?? lastReport(scheduledReports(plan, 'superior', superior, reportsFrom));
  if (report === undefined) throw new Error(`plan ${plan.id} has no report of its superior after ${reportsFrom}`);
  return report;
}

/** What the units' own reports for the same period have in common: all but the unit in their key. */
const unitsReport = (plan: Plan, { period: { kind, cutOff } }: PlannedReport): PlannedReport | undefined =>
  scheduledReports(plan, 'commune', UNIT, plan.period.from).find(({ period }) => period.kind === kind && period.cutOff === cutOff);

/** Stands for the unit in what the keys of all units' reports have in common. */
export const UNIT = '{unit}';

/** "20/12/2024 08:00" -> the date. */
function dateIn(shown: string | undefined): IsoDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(shown ?? '') ?? [];
  return isoDate(`${year}-${month}-${day}`);
}

/** The figures frozen by a report that went out; before that, those of the period under way. */
function liveFigures(view: PeriodView): Map<string, UnitFigures> {
  const { from, cutOff } = view.report.period;
  const figures = new Map(frozenFigures(view));
  for (const { id, heard } of view.units) {
    const live = heard.kind === 'heard' ? heard.live : undefined;
    if (live !== undefined && !figures.has(id) && live.cutOff <= cutOff && live.cutOff >= from) figures.set(id, live);
  }
  return figures;
}

function rolledUp(
  { plan, workbook }: Pick<SuperiorReview, 'plan' | 'workbook'>,
  { period }: PlannedReport,
  figures: ReadonlyMap<string, UnitFigures>,
  cutOff: IsoDate,
): RolledUp {
  const baselines = new Map(
    unitsOf(workbook.units).flatMap(({ unit, baseline }) => (baseline === undefined ? [] : [[unit, baseline] as const])),
  );
  return rollUp(figures, { plan, cutOff, windowFrom: period.from, baselines, verdicts: verdictsOf(workbook, plan, period) });
}

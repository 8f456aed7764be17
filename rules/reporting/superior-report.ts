// A superior's own report: its targets over the figures that its units' reports froze, and a line per unit. Never a row, and no
// figures that nobody has sent, but in a report on directive.
import { daysBetween, type IsoDate, localDate } from '../calendar-date.ts';
import { sha256Hex } from '../hash.ts';
import { Problem } from '../problem.ts';
import type { UnitFigures } from '../progress/figures.ts';
import type { RolledUp } from '../progress/roll-up.ts';
import { lowHigh } from '../progress/tally.ts';
import type { Approval, Frozen } from './approval.ts';
import { definitionsOf, snapshotOf, withoutRecords } from './build-report.ts';
import { approvedNow, type ComposeSetting, composed } from './compose-report.ts';
import { letterhead } from './letterhead.ts';
import type { Missing } from './owned-tabs.ts';
import type { PlannedReport } from './periods.ts';
import type { OpenRange } from './ranges.ts';
import type { ReportContent, UnitLine } from './report-content.ts';
import type { Reporting } from './reporting.ts';
import { superiorDocument } from './superior-document.ts';
import { SUPERIOR } from './superior-labels.ts';
import { frozenFigures, frozenRollUp, type PeriodView, periodView, type SuperiorReview, type UnitView } from './superior-review.ts';
import type { Composed } from './undertaking.ts';
import { remarkFor, unitNamed } from './unit-standing.ts';

type Lacking = { readonly missing: Missing };

/** The superior's workbook as one that reports. Nothing of the units blocks it: who is missing is said, and stays in the denominators. */
export const superiorReporting = (found: SuperiorReview): Reporting => ({
  plan: found.plan,
  level: 'superior',
  unitId: found.superior.id,
  reporter: found.superior,
  identity: found.identity,
  blockers: () => 0,
  frozenNow: (report, setting, approval) => {
    const { units } = found;
    // what an approval leaves out is left out for good
    if (approval !== undefined && units.some(isBusy))
      throw new Problem('GOOGLE_BUSY', { what: 'roll-up', register: found.identity.registerId ?? '' });
    return frozenUnits(found, viewOf(found, report), setting, approval);
  },
});

/** A register that only answers badly: it is worth waiting for. */
export const isBusy = ({ heard }: UnitView): boolean => heard.kind === 'trouble' && heard.code === 'GOOGLE_BUSY';

const viewOf = (found: SuperiorReview, report: PlannedReport): PeriodView =>
  report.key === found.report.key ? found : periodView(found, report);

/** The report with the units' frozen figures of now, or as it was approved. */
export function composeSuperior(
  found: SuperiorReview,
  report: PlannedReport,
  approval: Approval | undefined,
  setting: ComposeSetting,
): Composed | Lacking {
  const frozen =
    approval === undefined
      ? frozenUnits(found, viewOf(found, report), setting)
      : approvedNow(superiorReporting(found), report, approval, setting);
  if ('missing' in frozen) return frozen;
  const mail = composed(frozen, setting);
  const { content = '', snapshot = '', versions = '' } = mail.parts;
  return { ...mail, parts: { content, snapshot, versions, heard: frozen.records } };
}

/** What is frozen: the content, and which units are inside. */
function frozenUnits(
  found: SuperiorReview,
  view: PeriodView,
  setting: ComposeSetting,
  approval?: ReportContent['approval'],
): Frozen | Lacking {
  const { plan, superior, identity } = found;
  const { report } = view;
  const today = localDate(setting.now);
  const head = letterhead(plan, 'superior', superior, identity, today);
  if ('missing' in head) return head;
  // units send nothing of their own for a report on directive: what their registers hold now is what there is
  const isLive = report.period.kind === 'ad-hoc';
  const figures = isLive ? found.figures : frozenFigures(view);
  const summed = frozenRollUp(found, view, figures);
  const content: ReportContent = {
    ...head,
    key: report.key,
    register: identity.registerId ?? '',
    title: report.schedule.title,
    period: report.period,
    sentAt: setting.now,
    daysLate: report.revises === undefined ? daysBetween(report.lateAfter, today) : 0,
    approval,
    targets: summed.progress.map(withoutRecords),
    clubs: [],
    units: view.units.map((unit) => unitLine({ ...found, ...view }, { unit, figures: figures.get(unit.id), isLive, today })),
    notes: [...(isLive ? [LIVE_NOTE] : []), ...coverageNotes(summed)],
    definitions: definitionsOf(plan),
    percentDecimals: plan.rounding.percentDecimals,
    document: superiorDocument(found, report.period, summed, today, approval?.by),
    versions: { rules: setting.rulesVersion, plan: `${plan.id} v${plan.version}`, snapshot: sha256Hex(snapshotOf(summed.progress)) },
  };
  return { content, records: JSON.stringify(summed.heard), marks: '', figures: '' };
}

const LIVE_NOTE = { severity: 'info', text: SUPERIOR.liveNote } as const;

const coverageNotes = ({ heard, missing }: RolledUp): ReportContent['notes'] =>
  missing.length === 0 ? [] : [{ severity: 'warning', text: SUPERIOR.partial(heard.length, heard.length + missing.length) }];

interface UnitAsked {
  readonly unit: UnitView;
  /** those that its report froze */
  readonly figures: UnitFigures | undefined;
  readonly isLive: boolean;
  readonly today: IsoDate;
}

/** A unit's line; one that has not sent has no numbers in the superior's report. */
function unitLine(found: SuperiorReview, { unit, figures, isLive, today }: UnitAsked): UnitLine {
  const remark = isLive ? undefined : remarkFor(unit, found, today);
  const head: UnitLine = {
    name: unitNamed(found.plan, unit.id, today),
    state: figures === undefined ? 'none' : isLive ? 'live' : 'sent',
    ...(remark === undefined ? {} : { remark }),
  };
  if (figures === undefined) return head;
  const range = (key: 'clubs' | 'members' | 'older' | 'women' | 'borrowers'): OpenRange => {
    const { low, high } = lowHigh(figures.base[key]);
    return high === undefined ? { low } : { low, high };
  };
  return {
    ...head,
    clubs: range('clubs'),
    members: range('members'),
    older: range('older'),
    women: range('women'),
    borrowers: range('borrowers'),
  };
}

// How a unit stands with its report on a day, and what keeps it; and how it is called.
import { type IsoDate, viDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { fullNameOn } from '../plan/unit-names.ts';
import { type Lateness, lateness } from './lateness.ts';
import { LATENESS, REMARKS, remarkOn, SUPERIOR, UNIT_STATES } from './superior-labels.ts';
import { figuresSent, type PeriodView, type SuperiorReview, type UnitView } from './superior-review.ts';

/** What a unit of the plan is called on a day; its id where the plan does not know it. */
export function unitNamed(plan: Plan, id: string, day: IsoDate): string {
  const unit = plan.units.find((one) => one.id === id);
  return unit === undefined ? id : fullNameOn(unit, day);
}

/** How a unit stands with its report, in a few words. */
export function stateOf({ heard, report, sent, revision }: UnitView): string {
  if (heard.kind === 'noRegister') return UNIT_STATES.noRegister;
  if (heard.kind === 'trouble') return UNIT_STATES.trouble;
  if (sent) {
    const { status = 'sent' } = revision ?? report ?? {};
    const state = status === 'received' || status === 'returned' ? UNIT_STATES[status] : UNIT_STATES.sent;
    return revision === undefined ? state : SUPERIOR.revised(state, revision.number);
  }
  if (report?.status === 'sending' || report?.status === 'undecided') return UNIT_STATES[report.status];
  return UNIT_STATES.notSent;
}

/** A unit's report within a period, and what its superior granted. */
export type Standing = Pick<PeriodView, 'report' | 'unitsDue' | 'unitsLate'> & Pick<SuperiorReview, 'extensions'>;

/** How its report stands in time: as of the day it was sent, or of today. */
function latenessOf({ report, unitsLate, extensions }: Standing, { id, sentOn }: UnitView, today: IsoDate): Lateness {
  return lateness({ unit: id, period: report.period, ...unitsLate }, sentOn ?? today, extensions.granted);
}

/** What keeps a report or its figures, with what to do, and what was granted; undefined where all is well, and before the due day. */
export function remarkFor(view: UnitView, standing: Standing, today: IsoDate): string | undefined {
  const faulty = standing.extensions.faulty.filter(({ unit }) => unit === view.id).map(({ text }) => text);
  const stands = latenessOf(standing, view, today);
  const parts = [
    ...(stands.state === 'onTime' && stands.by !== undefined ? [LATENESS.granted(stands.until, stands.by.reason)] : []),
    ...(stands.state === 'locked' && !view.sent ? [LATENESS.locked(stands.since)] : []),
    keptBy(view, standing.unitsDue, today),
    ...faulty,
  ];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

function keptBy(view: UnitView, due: IsoDate, today: IsoDate): string | undefined {
  const { heard, report, sent } = view;
  const figures = figuresSent(view);
  if (heard.kind === 'noRegister') return REMARKS.noRegister;
  if (heard.kind === 'trouble') return remarkOn(heard.code);
  if (sent) return figures === undefined ? REMARKS.noFigures : undefined;
  if (report?.status === 'undecided') return REMARKS.undecided;
  return today < due ? undefined : REMARKS.notSent;
}

/** Days late of a report that was sent: none where it was granted, otherwise as the unit's own ledger has them. */
export function daysLateOf(view: UnitView, standing: Standing, today: IsoDate): number | undefined {
  const { sent, report, sentOn } = view;
  if (!sent) return undefined;
  if (sentOn === undefined) return report?.daysLate;
  const stands = latenessOf(standing, view, today);
  if (stands.state === 'onTime') return stands.by === undefined ? (report?.daysLate ?? 0) : 0;
  return report?.daysLate ?? stands.days;
}

/** Days late, of one that is still missing as of today; undefined while it is in time. */
export function lateBy(view: UnitView, standing: Standing, today: IsoDate): number | undefined {
  if (view.sent) return daysLateOf(view, standing, today);
  const stands = latenessOf(standing, view, today);
  return stands.state === 'onTime' ? undefined : stands.days;
}

/** Until when a unit may still send in time by what its superior granted; undefined where the plan alone counts. */
export function grantedUntil(view: UnitView, standing: Standing, today: IsoDate): IsoDate | undefined {
  const stands = latenessOf(standing, view, today);
  return stands.state === 'onTime' && stands.by !== undefined ? stands.until : undefined;
}

/** Đơn vị: which unit a unit of the plan became, and from which day on; null for one that stayed. */
export function successorText(plan: Plan, id: string): string | null {
  const names = plan.units.find((unit) => unit.id === id)?.names ?? [];
  const later = names.slice(1).flatMap(({ name, from }) => (from === undefined ? [] : SUPERIOR.successor(name, viDate(from))));
  return later.length === 0 ? null : later.join('; ');
}

// How a unit stands with its report on a day, and what keeps it; and how it is called.
import { daysBetween, type IsoDate, viDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { fullNameOn } from '../plan/unit-names.ts';
import { REMARKS, remarkOn, SUPERIOR, UNIT_STATES } from './superior-labels.ts';
import type { UnitView } from './superior-review.ts';

/** What a unit of the plan is called on a day; its id where the plan does not know it. */
export function unitNamed(plan: Plan, id: string, day: IsoDate): string {
  const unit = plan.units.find((one) => one.id === id);
  return unit === undefined ? id : fullNameOn(unit, day);
}

/** How a unit stands with its report, in a few words. */
export function stateOf({ heard, report, sent }: UnitView): string {
  if (heard.kind === 'noRegister') return UNIT_STATES.noRegister;
  if (heard.kind === 'trouble') return UNIT_STATES.trouble;
  if (sent) return UNIT_STATES.sent;
  if (report?.status === 'sending' || report?.status === 'undecided') return UNIT_STATES[report.status];
  return UNIT_STATES.notSent;
}

/** What keeps a report or its figures, with what to do; undefined where all is well, and before the due day. */
export function remarkFor(view: UnitView, due: IsoDate, today: IsoDate): string | undefined {
  const { heard, report, sent } = view;
  if (heard.kind === 'noRegister') return REMARKS.noRegister;
  if (heard.kind === 'trouble') return remarkOn(heard.code);
  if (sent) return report?.figures === undefined ? REMARKS.noFigures : undefined;
  if (report?.status === 'undecided') return REMARKS.undecided;
  return today < due ? undefined : REMARKS.notSent;
}

/** Days after the due day, as the unit's own ledger has them; counted from the day of sending where it has none. */
export function daysLateOf({ sent, report, sentOn }: UnitView, due: IsoDate): number | undefined {
  if (!sent) return undefined;
  return report?.daysLate ?? (sentOn === undefined ? undefined : Math.max(0, daysBetween(due, sentOn)));
}

/** Đơn vị: which unit a unit of the plan became, and from which day on; null for one that stayed. */
export function successorText(plan: Plan, id: string): string | null {
  const names = plan.units.find((unit) => unit.id === id)?.names ?? [];
  const later = names.slice(1).flatMap(({ name, from }) => (from === undefined ? [] : SUPERIOR.successor(name, viDate(from))));
  return later.length === 0 ? null : later.join('; ');
}

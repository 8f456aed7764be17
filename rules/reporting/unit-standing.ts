// How a unit stands with its report on a day, and what keeps it; and how it is called.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { unitOn } from '../plan/unit-names.ts';
import { REMARKS, remarkOn, UNIT_STATES } from './superior-labels.ts';
import type { UnitView } from './superior-review.ts';

/** "phường A, địa bàn phường B (cũ)": after a merger two units bear one name, and the former area tells them apart. */
export function unitNamed(plan: Plan, id: string, day: IsoDate): string {
  const unit = plan.units.find((one) => one.id === id);
  if (unit === undefined) return id;
  const { name, formerArea } = unitOn(unit, day);
  return formerArea === undefined ? name : `${name}, ${formerArea}`;
}

/** How a unit stands with its report, in a few words. */
export function stateOf({ heard, report, sent }: UnitView): string {
  if (heard.kind === 'noRegister') return UNIT_STATES.noRegister;
  if (heard.kind === 'trouble') return UNIT_STATES.trouble;
  if (sent) return UNIT_STATES.sent;
  if (report?.status === 'sending' || report?.status === 'undecided') return UNIT_STATES[report.status];
  return UNIT_STATES.notSent;
}

/** What keeps a report, with what to do; undefined for one that was sent, and before the due day. */
export function remarkFor(view: UnitView, due: IsoDate, today: IsoDate): string | undefined {
  const { heard, report, sent } = view;
  if (heard.kind === 'noRegister') return REMARKS.noRegister;
  if (heard.kind === 'trouble') return remarkOn(heard.code);
  if (sent) return undefined;
  if (report?.status === 'undecided') return REMARKS.undecided;
  return today < due ? undefined : REMARKS.notSent;
}

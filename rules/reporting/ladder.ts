// The ladder of a report's reminders: on which days its unit is reminded, and when its superior is told. Days of Viet Nam, the due day is 0.
import { addDays, type IsoDate } from '../calendar-date.ts';
import { DEFAULT_REMINDERS } from '../plan/default-reminders.ts';
import type { Reminders } from '../plan/reminder-schema.ts';

export interface Ladder {
  /** to the unit: days after the due day, earlier ones negative; in order, each once */
  readonly unit: readonly number[];
  /** to the superior */
  readonly superior: number | undefined;
}

/** An entry of a schedule, as far as its reminders go. */
export interface Reminding {
  readonly reminders?: Reminders | undefined;
}

export function ladderOf({ reminders = {} }: Reminding): Ladder {
  const { daysBefore = DEFAULT_REMINDERS.daysBefore, daysAfter = DEFAULT_REMINDERS.daysAfter, superiorAfter } = reminders;
  const unit = new Set([...daysBefore.map((days) => 0 - days), ...daysAfter]);
  const superior = superiorAfter === undefined ? DEFAULT_REMINDERS.superiorAfter : (superiorAfter ?? undefined);
  return { unit: [...unit].sort((a, b) => a - b), superior };
}

interface Dated {
  readonly schedule: Reminding;
  readonly period: { readonly due: IsoDate };
}

/** The day of the newest step that has come; steps of before it are nobody's business any more. */
export function newestStep({ schedule, period }: Dated, today: IsoDate): IsoDate | undefined {
  const days = ladderOf(schedule).unit.map((step) => addDays(period.due, step));
  return days.filter((day) => day <= today).pop();
}

/** The day from which the superior is to hear of a unit that has not sent. */
export function escalationDay({ schedule, period }: Dated): IsoDate | undefined {
  const { superior } = ladderOf(schedule);
  return superior === undefined ? undefined : addDays(period.due, superior);
}

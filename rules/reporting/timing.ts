// How a report stands in time, in a few words: what is left until its due day, or by how much it is late.
import { daysBetween, type IsoDate, viDate } from '../calendar-date.ts';
import { TODO } from './labels.ts';
import { LIFE_TODO } from './life-labels.ts';
import type { PlannedReport } from './periods.ts';

export interface Timing {
  readonly text: string;
  readonly late: boolean;
}

/** A due day that is a day off is over without being late until the next working day is. A revision has no due day. */
export function timingOf({ period, lateAfter, revises }: Pick<PlannedReport, 'period' | 'lateAfter' | 'revises'>, today: IsoDate): Timing {
  if (revises !== undefined) return { text: LIFE_TODO.noDay, late: false };
  const late = daysBetween(lateAfter, today);
  if (late > 0) return { text: TODO.daysOver(late), late: true };
  const left = daysBetween(today, period.due);
  return { text: left >= 0 ? TODO.daysLeft(left) : TODO.inTimeUntil(viDate(lateAfter)), late: false };
}

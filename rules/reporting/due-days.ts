// When a report is due, until when it is in time, and when its period is locked. Figures go out on the due day whatever day that is;
// only what comes after it moves past days off.
import { addDays, dateWithin, type IsoDate, monthOf, yearOf } from '../calendar-date.ts';
import type { Schedule } from '../plan/schedule-schema.ts';
import { addWorkingDays, nextWorkingDay } from './calendar.ts';

export interface DueDays {
  readonly due: IsoDate;
  /** the last day in time; late after it */
  readonly lateAfter: IsoDate;
  /** the last day before the period is locked; absent: it never is */
  readonly lockedAfter?: IsoDate;
}

type Dated = Exclude<Schedule, { readonly kind: 'ad-hoc' }>;
type DueRule = Exclude<NonNullable<Dated['due']>, string>;

/** The due day by a schedule's rule, always after the cut-off. */
export function dueAfter(cutOff: IsoDate, rule: DueRule): IsoDate {
  if ('workingDaysAfterCutOff' in rule) return addWorkingDays(cutOff, rule.workingDaysAfterCutOff);
  if ('month' in rule) {
    const own = dateWithin(yearOf(cutOff), rule.month, rule.day);
    return own > cutOff ? own : dateWithin(yearOf(cutOff) + 1, rule.month, rule.day);
  }
  const own = dateWithin(yearOf(cutOff), monthOf(cutOff), rule.day);
  if (own > cutOff) return own;
  const [year, month] = monthOf(cutOff) === 12 ? [yearOf(cutOff) + 1, 1] : [yearOf(cutOff), monthOf(cutOff) + 1];
  return dateWithin(year, month, rule.day);
}

/** In time until the day itself, or the next working day where it is a day off. */
export function daysFrom(due: IsoDate, { lateAfter = 0, lockedAfter }: Pick<Dated, 'lateAfter' | 'lockedAfter'> = {}): DueDays {
  const last = nextWorkingDay(addDays(due, lateAfter));
  if (lockedAfter === undefined) return { due, lateAfter: last };
  const locked = addDays(due, lockedAfter);
  return { due, lateAfter: last, lockedAfter: locked < last ? last : locked };
}

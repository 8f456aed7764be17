// The five numbers of reporting: how many were expected, how many came, how many of them in time, and both as a rate of what was expected.
import type { IsoDate } from '../calendar-date.ts';
import { scheduledReports } from './periods.ts';
import { type PeriodView, periodView, type SuperiorReview, type UnitView } from './superior-review.ts';
import { daysLateOf, type Standing } from './unit-standing.ts';

export interface ReportingRate {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
}

/** One period of the superior with what it granted: all that lateness needs. */
export type Awaited = PeriodView & Standing & Pick<SuperiorReview, 'plan'>;

const isOnTime = (view: UnitView, period: Awaited, today: IsoDate): boolean => view.sent && daysLateOf(view, period, today) === 0;

/** Over the units of one period. Whoever was granted more time and kept it is in time; whoever is missing is not. */
export const rateOf = (period: Awaited, today: IsoDate): ReportingRate => ({
  expected: period.units.length,
  received: period.units.filter(({ sent }) => sent).length,
  onTime: period.units.filter((view) => isOnTime(view, period, today)).length,
});

/** Every period whose reports the units owe by a day, the earliest first; and the one on screen, due or not. */
export function awaitedUntil(found: SuperiorReview, today: IsoDate): Awaited[] {
  const { plan, superior, identity, report } = found;
  return scheduledReports(plan, 'superior', superior.id, identity.reportsFrom ?? plan.period.from)
    .map((one) => (one.key === report.key ? found : { ...found, ...periodView(found, one) }))
    .filter(({ unitsDue, report: { key } }) => unitsDue <= today || key === report.key);
}

/** Over the periods that one unit owed by a day. */
export function rateOfUnit(unit: string, periods: readonly Awaited[], today: IsoDate): ReportingRate {
  const own = periods.flatMap((period) =>
    period.unitsDue <= today ? period.units.filter(({ id }) => id === unit).map((view) => ({ view, period })) : [],
  );
  return {
    expected: own.length,
    received: own.filter(({ view }) => view.sent).length,
    onTime: own.filter(({ view, period }) => isOnTime(view, period, today)).length,
  };
}

// Whether a report is in time on a day: by the plan, and by what its superior granted. A grant has a reason and an end.
import { addDays, daysBetween, type IsoDate } from '../calendar-date.ts';
import { isAbout } from './period-said.ts';
import type { PlannedReport } from './periods.ts';
import type { ReportPeriod } from './report-content.ts';

/** What a superior granted a unit for one report. */
export interface Extension {
  readonly unit: string;
  /** left out: any kind whose period is called so */
  readonly kind?: ReportPeriod['kind'];
  /** as people wrote it: "năm 2024" */
  readonly period: string;
  /** the last day in time */
  readonly until: IsoDate;
  readonly reason: string;
  readonly by: string;
  /** the days on which it is in force; left out: open */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** A unit's report with its limits. */
export interface Awaited extends Pick<PlannedReport, 'lateAfter' | 'lockedAfter'> {
  readonly unit: string;
  readonly period: Pick<ReportPeriod, 'kind' | 'label' | 'from' | 'cutOff'>;
}

export type Lateness =
  /** `until`: the last day in time; `by`: the grant that makes it so, where the plan alone would not */
  | { readonly state: 'onTime'; readonly until: IsoDate; readonly by?: Extension }
  /** `since`: the first day late */
  | { readonly state: 'late'; readonly days: number; readonly since: IsoDate }
  | { readonly state: 'locked'; readonly days: number; readonly since: IsoDate };

/**
 * How a report stands that was sent on a day, or that is still missing on it. A grant that is not in force on that day, or whose own end is
 * over, counts no more: days late are then those of the plan.
 */
export function lateness({ unit, period, lateAfter, lockedAfter }: Awaited, on: IsoDate, extensions: readonly Extension[]): Lateness {
  const granted = longest(extensions, unit, period, on);
  if (granted !== undefined && granted.until > lateAfter) return { state: 'onTime', until: granted.until, by: granted };
  if (on <= lateAfter) return { state: 'onTime', until: lateAfter };
  const days = daysBetween(lateAfter, on);
  return lockedAfter !== undefined && on > lockedAfter
    ? { state: 'locked', days, since: addDays(lockedAfter, 1) }
    : { state: 'late', days, since: addDays(lateAfter, 1) };
}

/** Of the grants that are in force the one that lasts longest. */
function longest(extensions: readonly Extension[], unit: string, period: Awaited['period'], on: IsoDate): Extension | undefined {
  const inForce = extensions.filter(
    (one) =>
      one.unit === unit &&
      (one.kind === undefined || one.kind === period.kind) &&
      isAbout(one.period, period) &&
      (one.from === undefined || one.from <= on) &&
      (one.to === undefined || on <= one.to) &&
      on <= one.until,
  );
  return inForce.sort((one, other) => (one.until < other.until ? 1 : -1))[0];
}

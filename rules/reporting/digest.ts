// The daily digest to a superior: on which days it goes out, under which key, and what it says of each unit.
import { daysBetween, type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { DigestContent, DigestUnit } from './digest-content.ts';
import type { Office } from './report-content.ts';
import type { PeriodView, SuperiorReview, UnitView } from './superior-review.ts';
import { daysLateOf, remarkFor, unitNamed } from './unit-standing.ts';

/** Rows kept for the digests of a period: the last one's, and one for each day. */
export const DIGESTS_A_PERIOD = 32;

/**
 * The digest of a day: from the units' due day to the superior's own, one a day while somebody is missing, and one when nobody is any more.
 * The last has a key of its own for the year, so that it goes out once. Undefined on other days.
 */
export function digestKey(
  found: Pick<SuperiorReview, 'plan' | 'superior' | keyof PeriodView>,
  today: IsoDate,
  sentKeys: ReadonlySet<string>,
): string | undefined {
  const { plan, superior, unitsDue, report, units } = found;
  if (today < unitsDue || today > report.period.due || daysBetween(unitsDue, today) > DIGESTS_A_PERIOD - 2) return undefined;
  const prefix = `${plan.id}/${superior.id}/tinh-hinh`;
  const daily = `${prefix}/${today}`;
  if (units.some(({ sent }) => !sent)) return daily;
  return sentKeys.has(daily) ? undefined : `${prefix}/${report.period.cutOff.slice(0, 4)}-du`;
}

/** The row place of a digest among those of its period: a day's own, the last one's before them. */
export const digestPlace = (key: string, today: IsoDate, due: IsoDate): number => (key.endsWith('-du') ? 0 : 1 + daysBetween(due, today));

export function digestContent(found: SuperiorReview, key: string, now: Instant, to: readonly Office[]): DigestContent {
  const { plan, superior, report, unitsDue, units } = found;
  const today = localDate(now);
  return {
    key,
    superior: unitOn(superior, today).name,
    planTitle: plan.title,
    reportName: `${report.schedule.title.replace(/ năm$/, '')} ${report.period.label}`,
    due: unitsDue,
    ownDue: report.period.due,
    now,
    units: units.map((view) => digestUnit(plan, view, unitsDue, today)),
    to,
  };
}

function digestUnit(plan: Plan, view: UnitView, due: IsoDate, today: IsoDate): DigestUnit {
  const remark = remarkFor(view, due, today);
  const daysLate = daysLateOf(view, due);
  const state = view.sent
    ? 'sent'
    : view.heard.kind === 'noRegister'
      ? 'noRegister'
      : view.heard.kind === 'trouble'
        ? 'unreachable'
        : 'notSent';
  return {
    name: unitNamed(plan, view.id, today),
    state,
    ...(view.sentOn === undefined ? {} : { sentOn: view.sentOn }),
    ...(daysLate === undefined ? {} : { daysLate }),
    ...(remark === undefined ? {} : { remark }),
  };
}

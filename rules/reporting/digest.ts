// The daily digest to a superior: on which days it goes out, under which key, and what it says of each unit.
import { daysBetween, type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { DigestContent, DigestUnit } from './digest-content.ts';
import { DIGEST, type Escalation } from './escalation.ts';
import { DIGESTS_A_PERIOD, scheduledReports } from './periods.ts';
import type { Office } from './report-content.ts';
import { reportName } from './report-name.ts';
import { type PeriodView, periodView, type SuperiorReview, type UnitView } from './superior-review.ts';
import { daysLateOf, remarkFor, unitNamed } from './unit-standing.ts';

/**
 * The digest of a day: from the units' due day to the superior's own, one a day while somebody is missing, and one when nobody is any more.
 * The last has a key of its own for the period, so that it goes out once. Undefined on other days.
 */
export function digestKey(
  found: Pick<SuperiorReview, 'plan' | 'superior' | keyof PeriodView>,
  today: IsoDate,
  sentKeys: ReadonlySet<string>,
): string | undefined {
  const { plan, superior, unitsDue, report, units } = found;
  const period = report.key.split('/').slice(-2)[0];
  if (today < unitsDue || today > report.period.due || daysBetween(unitsDue, today) > DIGESTS_A_PERIOD - 2) return undefined;
  const prefix = `${plan.id}/${superior.id}/${DIGEST}`;
  const daily = `${prefix}/${today}`;
  if (units.some(({ sent }) => !sent)) return daily;
  return sentKeys.has(daily) ? undefined : `${prefix}/${period}-du`;
}

/**
 * The day's one digest, with the period that it is about: the one on screen before those of other kinds whose days these are too. What
 * was sent already is chosen again only when nothing else is to be told.
 */
export function digestOfDay(
  found: SuperiorReview,
  today: IsoDate,
  sentKeys: ReadonlySet<string>,
): { readonly about: SuperiorReview; readonly key: string } | undefined {
  const { plan, superior, identity, report } = found;
  const others = scheduledReports(plan, 'superior', superior.id, identity.reportsFrom ?? plan.period.from)
    .filter(({ key, period }) => key !== report.key && period.cutOff < today && today <= period.due)
    .map((other): SuperiorReview => ({ ...found, ...periodView(found, other) }));
  const possible = [found, ...others].flatMap((about) => {
    const key = digestKey(about, today, sentKeys);
    return key === undefined ? [] : [{ about, key }];
  });
  return possible.find(({ key }) => !sentKeys.has(key)) ?? possible[0];
}

/** The row place of a digest among those of its period: a day's own, the last one's before them. */
export const digestPlace = (key: string, today: IsoDate, due: IsoDate): number => (key.endsWith('-du') ? 0 : 1 + daysBetween(due, today));

/** `others`: what the superior is to be told today of other reports; its own list says who is missing with this one. */
export function digestContent(
  found: SuperiorReview,
  key: string,
  now: Instant,
  to: readonly Office[],
  others: readonly Escalation[] = [],
): DigestContent {
  const { plan, superior, report, unitsDue, units } = found;
  const today = localDate(now);
  return {
    key,
    superior: unitOn(superior, today).name,
    planTitle: plan.title,
    reportName: reportName(report.schedule.title, report.period.label),
    due: unitsDue,
    ownDue: report.period.due,
    now,
    units: units.map((view) => digestUnit(found, view, today)),
    others: others
      .filter(({ report: { period } }) => period.kind !== report.period.kind || period.cutOff !== report.period.cutOff)
      .map(({ report: _report, ...told }) => told),
    to,
  };
}

function digestUnit(found: SuperiorReview, view: UnitView, today: IsoDate): DigestUnit {
  const remark = remarkFor(view, found, today);
  const daysLate = daysLateOf(view, found, today);
  const state = view.sent
    ? 'sent'
    : view.heard.kind === 'noRegister'
      ? 'noRegister'
      : view.heard.kind === 'trouble'
        ? 'unreachable'
        : 'notSent';
  return {
    name: unitNamed(found.plan, view.id, today),
    state,
    ...(view.sentOn === undefined ? {} : { sentOn: view.sentOn }),
    ...(daysLate === undefined ? {} : { daysLate }),
    ...(remark === undefined ? {} : { remark }),
  };
}

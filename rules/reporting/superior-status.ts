// Tình hình gửi báo cáo: who is missing, who is late and by how much, what was granted and what was returned; and the rates of all that.
import { type Instant, type IsoDate, localDate, toSerial } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { laidOut } from '../register/laid-out.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import { type Awaited, awaitedUntil, type ReportingRate, rateOf, rateOfUnit } from './reporting-rate.ts';
import { SUPERIOR } from './superior-labels.ts';
import type { SuperiorReview, UnitView } from './superior-review.ts';
import { daysLateOf, grantedUntil, lateBy, remarkFor, stateOf, unitNamed } from './unit-standing.ts';

/**
 * Those that are missing first, of them those last that were granted more time; then the late ones, then the others, all in the plan's
 * order. Once a period is over, whoever still owes its report stays on top until it is there.
 */
export function statusBlock(found: SuperiorReview, now: Instant): Block {
  const today = localDate(now);
  const periods = awaitedUntil(found, today);
  const earlier = periods.filter(({ report }) => report.key !== found.report.key && report.period.cutOff < today);
  const owed = earlier.flatMap((period) => statusRows({ ...period, units: period.units.filter(({ sent }) => !sent) }, periods, today));
  const cells = [...owed, ...statusRows(found, periods, today), totalRow(found, today)];
  return { sheetId: SUPERIOR_TABS.status.sheetId, row: 1, column: 0, cells, rest: true };
}

function rankOf(view: UnitView, period: Awaited, today: IsoDate): number {
  if (!view.sent) return grantedUntil(view, period, today) === undefined ? 0 : 1;
  return (daysLateOf(view, period, today) ?? 0) > 0 ? 2 : 3;
}

const statusRows = (period: Awaited, all: readonly Awaited[], today: IsoDate): (readonly OwnedCell[])[] =>
  period.units
    .map((view) => ({ view, rank: rankOf(view, period, today) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ view }) => statusRow(view, period, rateOfUnit(view.id, all, today), today));

function statusRow(view: UnitView, period: Awaited, rate: ReportingRate, today: IsoDate): readonly OwnedCell[] {
  const until = grantedUntil(view, period, today);
  const { received, returned } = view.revision ?? view.report ?? {};
  const answered = (day: IsoDate | undefined): OwnedCell => (day === undefined ? null : toSerial(day));
  return laidOut(SUPERIOR_TABS.status, {
    name: unitNamed(period.plan, view.id, today),
    period: period.report.period.label,
    due: toSerial(period.unitsDue),
    until: until === undefined ? null : toSerial(until),
    state: stateOf(view),
    sentAt: view.sent ? (view.report?.sentAt ?? null) : null,
    daysLate: String(lateBy(view, period, today) ?? ''),
    received: answered(received),
    returned: answered(returned ?? view.report?.returned),
    rate: SUPERIOR.rate(rate.received, rate.expected, 'kỳ'),
    onTimeRate: SUPERIOR.rate(rate.onTime, rate.expected, 'kỳ'),
    remark: remarkFor(view, period, today) ?? null,
  });
}

function totalRow(period: Awaited, today: IsoDate): readonly OwnedCell[] {
  const { unitsDue, report, extensions } = period;
  const nobodys = extensions.faulty.filter(({ unit }) => unit === undefined).map(({ text }) => text);
  const { expected, received, onTime } = rateOf(period, today);
  return laidOut(SUPERIOR_TABS.status, {
    name: SUPERIOR.total,
    period: report.period.label,
    due: toSerial(unitsDue),
    until: null,
    state: SUPERIOR.sentCount(received, expected),
    sentAt: null,
    daysLate: null,
    received: null,
    returned: null,
    rate: SUPERIOR.rate(received, expected, 'đơn vị'),
    onTimeRate: SUPERIOR.rate(onTime, expected, 'đơn vị'),
    remark: [SUPERIOR.onTime(onTime, expected), ...nobodys].join('. '),
  });
}

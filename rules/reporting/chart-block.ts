// Số liệu biểu đồ: what the charts draw. Targets by unit, reports by day, rates by period; groups side by side, each with lines of its own.
import { addDays, type Instant, type IsoDate, localDate, viDate } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { judgeTargets } from '../progress/evaluate.ts';
import type { Status } from '../progress/progress.ts';
import { isSensitiveTarget } from '../progress/sensitive.ts';
import { rowOf } from '../register/laid-out.ts';
import { CHART_DAYS } from '../register/superior-charts.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import { type Awaited, awaitedUntil, rateOf } from './reporting-rate.ts';
import type { SuperiorReview } from './superior-review.ts';
import { unitNamed } from './unit-standing.ts';

type Cells = Parameters<typeof rowOf<typeof SUPERIOR_TABS.chartData>>[1];

/** The whole tab. */
export function chartBlock(found: SuperiorReview, now: Instant): Block {
  const today = localDate(now);
  const groups: readonly (readonly Cells[])[] = [unitLines(found, today), dayLines(found, today), periodLines(found, today)];
  const length = Math.max(...groups.map((lines) => lines.length));
  const cells = Array.from({ length }, (_, at): readonly OwnedCell[] =>
    rowOf(SUPERIOR_TABS.chartData, Object.assign({}, ...groups.map((lines) => lines[at] ?? {})) as Cells),
  );
  return { sheetId: SUPERIOR_TABS.chartData.sheetId, row: 1, column: 0, cells, rest: true };
}

const MET: readonly Status[] = ['met', 'beyond'];
const NOT_MET: readonly Status[] = ['notMet', 'outside'];
const NO_DATA: readonly Status[] = ['noData', 'noSubject', 'unjudged'];

/** How many of a unit's own targets stand how; one that nobody has heard from has none. A sensitive one is left out: its status tells a little of its count. */
function unitLines({ plan, figures, report, units }: SuperiorReview, today: IsoDate): Cells[] {
  return units.map(({ id }): Cells => {
    const own = figures.get(id);
    const unit = unitNamed(plan, id, today);
    if (own === undefined) return { unit };
    const question = { plan, unit: id, level: 'commune', cutOff: own.cutOff, windowFrom: report.period.from } as const;
    const judged = judgeTargets(question, own.measured, new Map()).filter(
      ({ target }) => target.kind !== 'narrative' && !isSensitiveTarget(target),
    );
    const count = (wanted: readonly Status[]): number => judged.filter(({ status }) => wanted.includes(status)).length;
    return { unit, met: count(MET), notMet: count(NOT_MET), notDue: count(['notDue']), noData: count(NO_DATA) };
  });
}

/** From some days before the units' due day: how many had sent by the end of each day; nothing for days to come. */
function dayLines({ units, unitsDue }: SuperiorReview, today: IsoDate): Cells[] {
  const { before, after } = CHART_DAYS;
  return Array.from({ length: before + 1 + after }, (_, at): Cells => {
    const day = addDays(unitsDue, at - before);
    const shown = { day: viDate(day).slice(0, 5), expected: units.length };
    if (day > today) return shown;
    return { ...shown, received: units.filter(({ sentOn }) => sentOn !== undefined && sentOn <= day).length };
  });
}

/** The periods that have come due, and the one on screen. */
function periodLines(found: SuperiorReview, today: IsoDate): Cells[] {
  return awaitedUntil(found, today).map((period: Awaited): Cells => {
    const { expected, received, onTime } = rateOf(period, today);
    const rate = (count: number): number => (expected === 0 ? 0 : Math.round((count * 100) / expected));
    return { period: period.report.period.label, sentRate: rate(received), onTimeRate: rate(onTime) };
  });
}

// What a sound plan should still be told about itself: targets that contradict each other, assumptions, blanks of the original.
// The rules look at the grammar only; no plan's numbers are known here. A contradiction is reported, never mended.
import { yearOf } from '../calendar-date.ts';
import { isAnnounced } from '../reporting/calendar.ts';
import { contradictoryShares, contradictorySizes, contradictoryYears } from './contradictions.ts';
import { type PlanNotice, planNotice } from './plan-notice.ts';
import type { Schedule } from './schedule-schema.ts';
import type { Level, Plan } from './schema.ts';

function deadlinesOutside(plan: Plan): PlanNotice[] {
  const { from, to } = plan.period;
  return plan.targets
    .filter(({ deadline }) => deadline < from || to < deadline)
    .map((target) => planNotice('DEADLINE_OUTSIDE_PERIOD', [target.clause], { target: target.id, deadline: target.deadline, from, to }));
}

function yearsOutside(plan: Plan): PlanNotice[] {
  return plan.targets.flatMap((target) => {
    if (target.kind !== 'count' || target.every === undefined) return [];
    const { from, to } = target.every;
    const isInside = yearOf(plan.period.from) <= yearOf(from) && yearOf(to) <= yearOf(plan.period.to);
    return isInside ? [] : [planNotice('YEARS_OUTSIDE_PERIOD', [target.clause], { target: target.id, from, to })];
  });
}

function blanks(plan: Plan): PlanNotice[] {
  const { number, date } = plan.document;
  const isDateWhole = date.year !== null && date.month !== null && date.day !== null;
  return [...(number === null ? [planNotice('NUMBER_BLANK', [], {})] : []), ...(isDateWhole ? [] : [planNotice('DATE_BLANK', [], date)])];
}

/** A superior's report rests on those that its units froze for the same period. */
function fedByNobody(plan: Plan): PlanNotice[] {
  const entriesOf = (level: Level) => plan.reporting.filter((part) => part.level === level).flatMap((part) => part.schedule);
  const fed = entriesOf('commune').flatMap((entry) => ('due' in entry ? [samePeriods(entry)] : []));
  return entriesOf('superior').flatMap((entry) =>
    'due' in entry && !fed.includes(samePeriods(entry)) ? [planNotice('REPORT_NOBODY_FEEDS', [entry.clause], { title: entry.title })] : [],
  );
}

const samePeriods = (entry: Schedule): string => `${entry.kind} ${'cutOff' in entry ? entry.cutOff : ''}`;

/** The first year of the plan whose days off nobody has announced, where a due day may rest on them. */
function holidaysExpected({ period, reporting }: Plan): PlanNotice[] {
  const isDated = reporting.some(({ schedule }) => schedule.some((entry) => 'due' in entry));
  for (let year = yearOf(period.from); isDated && year <= yearOf(period.to); year += 1)
    if (!isAnnounced(year)) return [planNotice('HOLIDAYS_EXPECTED', [], { year })];
  return [];
}

const assumptions = (plan: Plan): PlanNotice[] => [
  ...plan.reporting
    .flatMap((part) => part.schedule)
    .flatMap(({ clause, assumption }) => (assumption === undefined ? [] : [planNotice('ASSUMPTION', [clause], { text: assumption })])),
  ...plan.assumptions.map((text) => planNotice('ASSUMPTION', [], { text })),
];

/** Everything worth saying about a plan that can be used: contradictions first, then blanks of the document, then assumptions. */
export const planNotices = (plan: Plan): PlanNotice[] => [
  ...contradictorySizes(plan),
  ...contradictoryShares(plan),
  ...contradictoryYears(plan),
  ...deadlinesOutside(plan),
  ...yearsOutside(plan),
  ...fedByNobody(plan),
  ...blanks(plan),
  ...holidaysExpected(plan),
  ...assumptions(plan),
];

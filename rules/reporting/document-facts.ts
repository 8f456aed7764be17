// What a report's documents say beyond its mail, from one register as of the period's cut-off. Pure; nothing evaluative is written here.
import { addDays, addYears, type IsoDate, yearOf } from '../calendar-date.ts';
import type { Schedule } from '../plan/schedule-schema.ts';
import { factsOf } from '../progress/facts-of.ts';
import { type BaseTallies, figuresFrom } from '../progress/figures.ts';
import { countOf } from '../progress/measure.ts';
import type { Tally } from '../progress/progress.ts';
import type { Register } from '../register/read-register.ts';
import { lowered, textKey } from '../text.ts';
import { unitOf } from './build-report.ts';
import { type DocumentFacts, type Movement, NARRATED, type Narrated } from './document-content.ts';
import { fieldsOf } from './frozen-rows.ts';
import { citations } from './paper-labels.ts';
import { papersOf } from './papers.ts';
import { isAbout } from './period-said.ts';
import { type PlannedReport, scheduledReports } from './periods.ts';
import type { OpenRange } from './ranges.ts';
import { areaLines, eventLines, fundLine, loanLine, sourceLines } from './register-figures.ts';
import type { ReportPeriod } from './report-content.ts';
import { figuresAt, type Review } from './review.ts';

/** Everything the documents of a report need; `day`: whose names of offices, issuers and signers count. */
export function documentFacts(
  found: Review,
  { period, schedule }: PlannedReport,
  day: IsoDate,
  approver: string | undefined,
): DocumentFacts {
  const { plan, register, unitId } = found;
  const at = (asOf: IsoDate) => factsOf(register, { plan, unit: unitId, asOf, windowFrom: period.from });
  const [before, now] = [at(addDays(period.from, -1)), at(period.cutOff)];
  const { base } = figuresAt(found, period);
  const earlier = yearEarlier(found, schedule, period);
  const count = (members: Parameters<typeof countOf>[0]) => bare(countOf(members, now));
  const moved = (key: 'clubs' | 'members'): Movement => {
    const counted = key === 'clubs' ? { clubs: {} } : { members: {} };
    const movement = movementOf(countOf(counted, before), countOf(counted, now));
    return earlier === undefined ? movement : { ...movement, yearBefore: rangeOf(earlier[key]) };
  };
  return {
    papers: papersOn(found, day, approver),
    basis: citations(plan),
    subject: lowered(plan.document.title),
    narratives: narrativesOf(found, period),
    counts: { ...base, minority: count({ members: { ethnicMinority: true } }), volunteers: count({ members: { volunteer: true } }) },
    movement: { clubs: moved('clubs'), members: moved('members') },
    events: eventLines(register, period),
    areas: areaLines(register, plan, period, now.clubs),
    loans: loanLine(register, period),
    sources: { year: yearOf(period.cutOff), lines: sourceLines(register, plan, yearOf(period.cutOff)) },
    funds: { income: fundLine(now.clubs, 'income'), operating: fundLine(now.clubs, 'operating') },
  };
}

/** Who issues, who gets it and who signs are of the day a report goes out, however long ago its figures were approved. */
export const papersOn = ({ plan, unitId, identity }: Review, day: IsoDate, approver: string | undefined): DocumentFacts['papers'] =>
  papersOf({ plan, level: 'commune', reporter: unitOf(plan, unitId), identity, day, approver });

const bare = (tally: Tally): Tally => ({ ...tally, records: [], doubtfulRecords: [] });

const rangeOf = ({ sure, doubtful, open }: Tally): OpenRange => (open ? { low: sure } : { low: sure, high: sure + doubtful });

/** Who is new and who is gone between two days, told apart by their codes. Numbers without a list have no codes: only the ends are known. */
function movementOf(before: Tally, after: Tally): Movement {
  const ends = { opening: rangeOf(before), closing: rangeOf(after) };
  if (before.fromTotals > 0 || after.fromTotals > 0) return { ...ends, added: { low: 0 }, removed: { low: 0 } };
  return { ...ends, added: newIn(after, before), removed: newIn(before, after) };
}

function newIn(one: Tally, other: Tally): OpenRange {
  const sure = new Set(other.records);
  const perhaps = new Set([...other.records, ...other.doubtfulRecords]);
  const low = one.records.filter((code) => !perhaps.has(code)).length;
  const high = [...one.records, ...one.doubtfulRecords].filter((code) => !sure.has(code)).length;
  return one.open ? { low } : { low, high };
}

/** What the report of the same schedule said a year before, from what was frozen of it. */
function yearEarlier({ plan, unitId, register }: Review, schedule: Schedule, period: ReportPeriod): BaseTallies | undefined {
  const cutOff = addYears(period.cutOff, -1);
  const same = scheduledReports(plan, 'commune', unitId, plan.period.from).find(
    (one) => one.schedule.id === schedule.id && one.period.cutOff === cutOff,
  );
  const fields = same && fieldsOf(register.frozen.rows).get(same.key);
  return fields?.has('line') ? figuresFrom(fields.get('figures') ?? '', plan)?.base : undefined;
}

/** People's words for the period, part by part, in the order of their rows; a line each. */
export function narrativesOf(
  { register }: { readonly register: Pick<Register, 'narratives'> },
  period: ReportPeriod,
): DocumentFacts['narratives'] {
  const ofPeriod = (said: string | undefined): boolean =>
    said !== undefined && (textKey(said) === textKey(period.label) || isAbout(said, period));
  const linesOf = (part: Narrated): string[] =>
    register.narratives.rows
      .filter(({ values }) => values.part === part && ofPeriod(values.period))
      .flatMap(({ values }) => (values.text ?? '').split(/[\r\n\u2028\u2029]+/))
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return Object.fromEntries(NARRATED.map((part) => [part, linesOf(part)])) as { [K in Narrated]: string[] };
}

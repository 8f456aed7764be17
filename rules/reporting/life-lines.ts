// The lines of Việc cần làm about reports that went out or are approved: what the receiver wants mended, what changed in the register since,
// and the signed document that nobody has entered yet.
import type { IsoDate } from '../calendar-date.ts';
import type { OwnedCell } from '../conversation.ts';
import { columnLetters } from '../register/a1.ts';
import { TABS } from '../register/tabs.ts';
import type { Frozen } from './approval.ts';
import { changeText } from './change-text.ts';
import { changesSince } from './changes.ts';
import { NARRATED } from './document-content.ts';
import { frozenContent } from './frozen-content.ts';
import { fieldsOf } from './frozen-rows.ts';
import { ISSUED_PARTS, issuedFor } from './issued.ts';
import { columnHeader } from './labels.ts';
import type { Ledger } from './ledger.ts';
import { LIFE_TODO } from './life-labels.ts';
import type { PlannedReport } from './periods.ts';
import { isMended, placeKind, placesIn } from './return-places.ts';
import { progressAt, type Review } from './review.ts';
import { revisionOf } from './revisions.ts';
import { type StatusOf, standingOf } from './standing.ts';

export interface TodoLine {
  readonly task: string;
  readonly due?: IsoDate;
  readonly status: string;
  readonly place: OwnedCell;
  readonly advice: string;
}

export interface LifeInputs {
  readonly found: Review;
  readonly ledger: Ledger;
  readonly reports: readonly PlannedReport[];
  /** lines after the turn's deliveries */
  readonly statusOf: StatusOf;
}

/** The newest of the reports that went out are looked at; older ones are history. */
const LOOKED_AT = 4;

/** Every line, the receiver's words first. */
export function lifeLines(inputs: LifeInputs): TodoLine[] {
  const { reports, statusOf, ledger } = inputs;
  const sent = reports.filter(({ key }) => statusOf(key) === 'sent');
  const current = sent.filter(({ key }) => standingOf(ledger, key, statusOf) !== 'replaced').slice(-LOOKED_AT);
  return [
    ...sent.flatMap((report) => returnLines(report, inputs)),
    ...reports.flatMap((report) => approvedLines(report, inputs)),
    ...current.flatMap((report) => changedLines(report, inputs)),
    ...current.flatMap((report) => issuedLines(report, inputs)),
  ];
}

/** A line per reason, until a revision that was sent says something else at its place. */
function returnLines(report: PlannedReport, { found, ledger, statusOf }: LifeInputs): TodoLine[] {
  const { key, schedule, period } = report;
  const returned = ledger.answers.get(key)?.returned;
  const before = returned === undefined ? undefined : frozenContent(found.register.frozen, key);
  if (returned === undefined || before === undefined) return [];
  const labels = new Map(placesIn(before).map(({ id, label }) => [id, label]));
  const revised = revisionsSent(key, ledger, statusOf).flatMap((one) => frozenContent(found.register.frozen, one) ?? []);
  // a revision that goes out in this very turn is not in the reading yet: the next turn closes its reasons
  return returned.reasons
    .filter(({ place }) => !revised.some((after) => isMended(place, before, after)))
    .map(({ place, text }) => ({
      task: LIFE_TODO.returned(schedule.title, period.label, labels.get(place) ?? LIFE_TODO.otherPlace),
      status: text,
      place: linkTo(place, found),
      advice: revisionOf(ledger, key) === undefined ? LIFE_TODO.returnedAdvice : LIFE_TODO.revisingAdvice,
    }));
}

function revisionsSent(key: string, ledger: Ledger, statusOf: StatusOf): string[] {
  const keys: string[] = [];
  for (let one = revisionOf(ledger, key); one !== undefined; one = revisionOf(ledger, one.key))
    if (statusOf(one.key) === 'sent') keys.push(one.key);
  return keys;
}

/** The target's line of the progress tab, the club's row, or the tab that people mend it in. */
function linkTo(place: string, { register, progress }: Review): OwnedCell {
  const at = placeKind(place);
  const isNarrative = at.kind === 'section' && NARRATED.some((part) => part === at.id);
  const tab =
    at.kind === 'target'
      ? TABS.progress
      : at.kind === 'club' || (at.kind === 'section' && at.id === 'clubs')
        ? TABS.clubs
        : isNarrative
          ? TABS.narratives
          : TABS.reports;
  const cell = (row: number, column: number) => ({ label: tab.title, sheetId: tab.sheetId, a1: `${columnLetters(column)}${row}` });
  if (at.kind === 'club') {
    const row = register.clubs.rows.find(({ code }) => code === at.id);
    return cell(row?.row ?? 1, register.clubs.columnAt.get('code') ?? 0);
  }
  if (at.kind !== 'target') return cell(1, 0);
  const clauses = progress.find(({ target }) => target.id === at.id);
  const row = register.progress.rows.find(
    ({ values }) => values.clause === clauses?.target.clause && values.title === clauses?.target.title,
  );
  return cell(row?.row ?? 1, 0);
}

/** Approved and not sent: what goes out is what was approved, whatever the register says by now. */
function approvedLines(report: PlannedReport, { found, ledger, statusOf }: LifeInputs): TodoLine[] {
  const frozen = statusOf(report.key) === undefined ? ledger.approvals.get(report.key)?.frozen : undefined;
  return frozen === undefined ? [] : changedSinceApproval(report, frozen, found);
}

/** What differs by now from what a leader approved. */
export function changedSinceApproval(report: PlannedReport, frozen: Frozen, found: Review): TodoLine[] {
  const changes = changesSince(frozen, progressAt(found, report.period, report.period), found.register);
  return changeLines(report, changes, found, LIFE_TODO.changedApproved, LIFE_TODO.changedApprovedAdvice);
}

/** Sent: the register of the same period has moved on since. */
function changedLines(report: PlannedReport, { found, ledger }: LifeInputs): TodoLine[] {
  const fields = fieldsOf(found.register.frozen.rows.filter(({ values }) => values.key === report.key)).get(report.key);
  const content = frozenContent(found.register.frozen, report.key);
  if (content === undefined || revisionOf(ledger, report.key) !== undefined) return []; // a revision under way shows it itself
  const frozen = { content, records: fields?.get('records'), marks: fields?.get('marks') };
  const changes = changesSince(frozen, progressAt(found, report.period, report.period), found.register);
  return changeLines(report, changes, found, LIFE_TODO.changedSent, LIFE_TODO.changedSentAdvice);
}

const MOST_LINES = 8;

/** Targets whose figure differs, each in a line; those whose records alone moved share one. */
function changeLines(
  { schedule, period }: PlannedReport,
  changes: ReturnType<typeof changesSince>,
  { plan }: Review,
  title: (title: string, label: string, what: string) => string,
  advice: string,
): TodoLine[] {
  const place = { label: TABS.progress.title, sheetId: TABS.progress.sheetId, a1: 'A1' };
  const line = (what: string, status: string): TodoLine => ({ task: title(schedule.title, period.label, what), status, place, advice });
  const figures = changes.filter(({ figureDiffers }) => figureDiffers);
  const shown = figures.slice(0, MOST_LINES);
  const others = [...figures.slice(MOST_LINES), ...changes.filter(({ figureDiffers }) => !figureDiffers)];
  return [
    ...shown.map((change) => {
      const { what, how } = changeText(change, plan.rounding.percentDecimals);
      return line(what, how);
    }),
    ...(others.length === 0
      ? []
      : [line(LIFE_TODO.otherTargets(others.length, figures.length > shown.length), LIFE_TODO.otherRecords(others))]),
  ];
}

/** After sending: number, date, signer and channel of the signed document, until all are there. */
function issuedLines(report: PlannedReport, { found }: LifeInputs): TodoLine[] {
  const { schedule, period } = report;
  const { register } = found;
  const issued = issuedFor(register, report);
  const missing = ISSUED_PARTS.filter((part) => issued?.[part] === undefined);
  if (missing.length === 0) return [];
  const headers = missing.map((part) => columnHeader('narratives', part) ?? part);
  const { title: label, sheetId } = TABS.narratives;
  return [
    {
      task: LIFE_TODO.notIssued(schedule.title, period.label),
      status: issued === undefined ? LIFE_TODO.nothingIssued : LIFE_TODO.missingOfIssued(headers),
      place: { label, sheetId, a1: `A${issued?.row ?? register.narratives.rows.length + 2}` },
      advice: LIFE_TODO.issuedAdvice(period.label),
    },
  ];
}

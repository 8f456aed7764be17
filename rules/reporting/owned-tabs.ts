// The tabs that are written for people: how far the targets are, what has to be looked at, what is to be done. Whole tabs at a time.
import { type Instant, type IsoDate, localDate, momentSerial, toSerial, viDate } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { type Finding, summaryOf } from '../findings/finding.ts';
import type { Columns, Tab } from '../register/column.ts';
import { laidOut } from '../register/laid-out.ts';
import type { Register } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { TODO_LAST_RUN, TODO_LIST, TODO_SUBTITLE } from '../register/todo-layout.ts';
import type { HeldBack } from './held-back.ts';
import { cellOf, columnHeader, SEVERITY_LABELS, TODO, tabTitle } from './labels.ts';
import type { OpenReport } from './life.ts';
import { LIFE_TODO } from './life-labels.ts';
import type { TodoLine } from './life-lines.ts';
import type { PlannedReport } from './periods.ts';
import { timingOf } from './timing.ts';
import { SAID } from './wish-labels.ts';

/** Nội dung cần kiểm tra: what blocks first, each with a link to its cell and the day it was first seen. */
export function findingsBlock(findings: readonly Finding[], register: Register, today: IsoDate): Block {
  const seen = new Map(
    register.findings.rows.map(
      ({ values }) => [identityOf(values.rule, values.tab, values.record, values.column), values.firstSeen] as const,
    ),
  );
  const rows = findings.map((finding): readonly OwnedCell[] => {
    const tab = tabTitle(finding.tab);
    const column = columnHeader(finding.tab, finding.column);
    const cell = cellOf(finding, register);
    const firstSeen = seen.get(identityOf(finding.rule, tab, finding.record, column)) ?? today;
    return laidOut(TABS.findings, {
      severity: SEVERITY_LABELS[finding.severity],
      tab,
      record: finding.record,
      column: column ?? null,
      cell: cell === undefined ? null : { label: cell.a1, sheetId: cell.sheetId, a1: cell.a1 },
      message: finding.message,
      repair: finding.repair,
      rule: finding.rule,
      firstSeen: toSerial(firstSeen),
    });
  });
  return { sheetId: TABS.findings.sheetId, row: 1, column: 0, cells: rows, rest: true };
}

const identityOf = (...parts: readonly (string | undefined)[]): string => parts.map((part) => part ?? '').join('\n');

/** What one report lacks, or why it has no place: it cannot go out until somebody has seen to it. */
export type Missing = 'recipient' | 'contact' | 'rows' | 'approved';

export interface TodoInputs {
  /** why the whole register sends nothing */
  readonly held?: readonly HeldBack[];
  readonly unitTitle: string;
  readonly planTitle: string;
  /** reports that are not published yet, the first due first, with what keeps each from being approved */
  readonly open: readonly (OpenReport & { readonly blockers: number })[];
  /** reports that went out, and those that wait for a person */
  readonly sent: readonly PlannedReport[];
  readonly undecided: readonly PlannedReport[];
  readonly notSendable: readonly { readonly report: PlannedReport; readonly missing: Missing }[];
  /** what reports that were approved or sent ask for */
  readonly life?: readonly TodoLine[];
  readonly findings: readonly Finding[];
  /** where to look while a report is being prepared, and what to do, where that is not the commune's */
  readonly collecting?: { readonly place: Tab<Columns>; readonly advice: string };
  readonly now: Instant;
}

/** Việc cần làm: fixed places above, then what is due and what stands in the way, in plain sentences. */
export function todoBlocks(inputs: TodoInputs): { readonly heartbeat: Block; readonly rest: readonly Block[] } {
  const { now, findings } = inputs;
  const underWay = inputs.open[0]?.report;
  const today = localDate(now);
  const line = (task: string, due: IsoDate | undefined, status: string, place: OwnedCell, advice: string): readonly OwnedCell[] =>
    laidOut(TABS.todo, { task, due: due === undefined ? null : toSerial(due), status, place, advice });
  const open = (tab: Tab<Columns>): OwnedCell => ({ label: tab.title, sheetId: tab.sheetId, a1: 'A1' });
  const { error, warning, hint } = summaryOf(findings);
  const rows: (readonly OwnedCell[])[] = [
    ...(inputs.held ?? []).map((reason) => {
      const { task, status, advice } = TODO.held[reason];
      return line(task, undefined, status, open(reason === 'ledger' ? TABS.reports : TABS.unitInfo), advice);
    }),
    ...inputs.undecided.map(({ schedule, period }) =>
      line(TODO.undecided(schedule.title, period.label), period.due, TODO.needsPerson, open(TABS.reports), TODO.undecidedAdvice),
    ),
    ...inputs.notSendable.map(({ report, missing }) =>
      line(
        TODO.notSendable(report.schedule.title, report.period.label),
        report.period.due,
        TODO.missing[missing],
        open(missing === 'rows' ? TABS.reports : TABS.unitInfo),
        TODO.missingAdvice[missing],
      ),
    ),
    ...(inputs.life ?? []).map(({ task, due, status, place, advice }) => line(task, due, status, place, advice)),
    ...(error > 0 ? [line(TODO.errors(error), underWay?.period.due, TODO.errorsStatus, open(TABS.findings), TODO.errorsAdvice)] : []),
    ...(warning > 0
      ? [line(TODO.warnings(warning), underWay?.period.due, TODO.warningsStatus, open(TABS.findings), TODO.warningsAdvice)]
      : []),
    ...(hint > 0 ? [line(TODO.hints(hint), undefined, TODO.hintsStatus, open(TABS.findings), TODO.hintsAdvice)] : []),
    ...inputs.open.map((one) => {
      const { task, status, place, advice } = openLine(one, today, inputs.collecting);
      return line(task, one.report.revises === undefined ? one.report.period.due : undefined, status, open(place), advice);
    }),
    ...inputs.sent.map(({ schedule, period }) =>
      line(TODO.sent(schedule.title, period.label), period.due, TODO.sentStatus, open(TABS.reports), TODO.sentAdvice),
    ),
  ];
  const block = (
    place: { readonly row: number; readonly column: number },
    cells: readonly (readonly OwnedCell[])[],
    rest: boolean,
  ): Block => ({
    sheetId: TABS.todo.sheetId,
    ...place,
    cells,
    rest,
  });
  return {
    heartbeat: block(TODO_LAST_RUN.value, [[momentSerial(now)]], false),
    rest: [block(TODO_SUBTITLE, [[`${inputs.unitTitle} – ${inputs.planTitle}`]], false), block(TODO_LIST, rows, true)],
  };
}

/** One sentence per state of a report that is not published yet. */
function openLine(
  { report, state, approval, blockers }: TodoInputs['open'][number],
  today: IsoDate,
  collecting?: TodoInputs['collecting'],
): { readonly task: string; readonly status: string; readonly place: Tab<Columns>; readonly advice: string } {
  const { schedule, period } = report;
  const name = (say: (title: string, label: string) => string) => say(schedule.title, period.label);
  const { text: left } = timingOf(report, today);
  const isRevision = report.revises !== undefined;
  const awaiting = isRevision ? LIFE_TODO.revisionAwaiting(SAID.plannedOf(report)) : name(TODO.awaitingApproval);
  switch (state) {
    case 'approved': {
      const status = approval === undefined ? left : TODO.approvedStatus(approval.by, viDate(approval.on));
      return isRevision
        ? {
            task: LIFE_TODO.revisionApproved(SAID.plannedOf(report)),
            status,
            place: TABS.reports,
            advice: LIFE_TODO.revisionApprovedAdvice,
          }
        : { task: name(TODO.approved), status, place: TABS.reports, advice: TODO.approvedAdvice };
    }
    case 'awaitingApproval':
      return blockers > 0
        ? {
            task: awaiting,
            status: `${left}; ${TODO.blocked(blockers)}`,
            place: TABS.findings,
            advice: TODO.errorsAdvice,
          }
        : {
            task: awaiting,
            status: left,
            place: TABS.reports,
            advice: isRevision ? LIFE_TODO.revisionAwaitingAdvice : TODO.awaitingAdvice,
          };
    case 'notYet':
    case 'collecting':
      return {
        task: name(state === 'notYet' ? TODO.notYet : TODO.underWay),
        status: left,
        place: collecting?.place ?? TABS.progress,
        advice: collecting?.advice ?? TODO.underWayAdvice(viDate(period.cutOff)),
      };
  }
}

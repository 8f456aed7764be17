// What is to be done with one register, decided from one reading: what a person's wish records, which reports go out, and what the owned
// tabs should say.
import { type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import type { Line, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { changedBlocks } from '../owned-cells.ts';
import { Problem } from '../problem.ts';
import type { Reading } from '../register/grid.ts';
import type { Approval } from './approval.ts';
import { type ComposeSetting, composeReport } from './compose-report.ts';
import { grant } from './grant.ts';
import type { Grant, Scene } from './grant-scene.ts';
import { heldBack } from './held-back.ts';
import { issuedShown, lockedShown } from './issued.ts';
import type { Extension } from './lateness.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { blockersOf, openReports, reportsOf } from './life.ts';
import { lifeLines } from './life-lines.ts';
import type { PlannedReport } from './periods.ts';
import type { ComposeReminder } from './reminder-content.ts';
import { communeReporting } from './reporting.ts';
import { review } from './review.ts';
import type { Others } from './same-officer.ts';
import { shortText } from './short-text.ts';
import { shownTabs } from './shown-blocks.ts';
import { oldAnswers, openShown, standingOf, standingsShown } from './standing.ts';
import { type Ticked, type TickOutcome, tickBlocks, ticked } from './ticks.ts';
import { type Due, isPlanned, type Planned, settledBlocks, type Undertaking, undertake, unmarking } from './undertaking.ts';
import { remind } from './unit-reminder.ts';
import type { Granted, Wish } from './wish.ts';

/** What a shell brings to a decision. */
export interface Setting extends ComposeSetting {
  /** the mailbox this deployment sends from */
  readonly mailbox: string;
  /** what a person asked for just now; the boxes ticked in the register then wait for the next turn */
  readonly wish?: Wish;
  /** false: this shell records and shows, and leaves sending to the one who may; true unless said */
  readonly sends?: boolean;
  /** what the superior grants this unit today; left out where nobody looked */
  readonly extensions?: readonly Extension[];
  /** absent: this shell sends no reminders */
  readonly composeReminder?: ComposeReminder;
  /** other registers that may have the same contact: who has several gets one reminder */
  readonly others?: Others;
}

export interface Wished {
  readonly ticks: Ticked | undefined;
  readonly grant: Grant | undefined;
  /** why what was ticked is not granted */
  readonly refused: Problem | undefined;
}

/** The decision over a register: what is due goes out, and the owned tabs say what is so. Throws a Problem where a wish cannot be granted. */
export function decide(reading: Reading, setting: Setting): Decision {
  const found = review(reading, setting);
  const today = localDate(setting.now);
  const read = ledgerOf(found.register);
  const held = heldBack(reading.register, found.identity, read);
  const reports = reportsOf(found, read, today);
  const open = openReports(reports, read, today);
  const scene: Scene = {
    found: communeReporting(found),
    register: reading.register,
    ledger: read,
    held,
    reports,
    open,
    setting,
    sends: setting.sends !== false,
  };
  const wished = wishesIn(reading, scene, setting.wish);
  const { ledger, ...since } = sinceGranted(scene, wished.grant, today);
  const approvals = approvalsWith(ledger, wished.grant?.approval);
  const dues =
    held.length > 0
      ? []
      : reportsOut({ reports, approvals, sendNow: wished.grant?.sendNow, today }).map((report) =>
          reportDue(report, () => composeReport(found, report, approvals.get(report.key), setting)),
        );
  const sender = { ...setting, register: reading.register };
  const tried = ledger === undefined || held.length > 0 || !scene.sends ? NOTHING : undertake(dues, ledger, sender);
  const planned = tried.filter(isPlanned);
  const notSendable = tried.flatMap((one) => (isPlanned(one) ? [] : [{ report: one.due.report, missing: one.missing }]));
  const answering = { planned, approvals, now: setting.now };
  const waiting = open.filter(({ report }) => !planned.some(({ key }) => key === report.key)).map((one) => approvedSince(one, approvals));
  const reminder =
    tried === NOTHING || ledger === undefined ? undefined : remind({ found, ledger, open: waiting, notSendable, setting, sender });
  return {
    first: wished.grant?.first,
    deliveries: [...planned, ...(reminder === undefined ? [] : [reminder])].map(({ delivery, seen }) => ({ delivery, seen })),
    settle(lines): Write | undefined {
      const lineOf = new Map([...lines].map((line) => [line.key, line]));
      const status = (key: string) => (lineOf.get(key) ?? ledger?.entries.get(key)?.line)?.status;
      const having = (wanted: Line['status']) => since.reports.filter(({ key }) => status(key) === wanted);
      const unanswered = having('sent').filter(({ key }) => ledger !== undefined && standingOf(ledger, key, status) === 'sent');
      const stillOpen = since.open.filter(({ report }) => status(report.key) === undefined).map((one) => approvedSince(one, approvals));
      const told = {
        held,
        sent: unanswered.slice(-1),
        undecided: having('undecided'),
        notSendable,
        life: ledger === undefined ? [] : lifeLines({ found, ledger, reports: since.reports, statusOf: status }),
        open: stillOpen.map((one) => ({ ...one, blockers: blockersOf(found, one.report).length })),
      };
      const old = held.includes('copy') ? undefined : unmarking(ledger, setting.now);
      const answered = held.includes('copy') || ledger === undefined ? undefined : oldAnswers(ledger, setting.now);
      const blocks = [
        ...settledBlocks(planned, lines, setting.now),
        ...(held.includes('copy') || ledger === undefined
          ? []
          : [
              ...standingsShown(ledger, found.register, status),
              ...openShown(found.register, stillOpen),
              ...issuedShown(found.register, ledger, reports, status),
              ...lockedShown(found.register, ledger, reports, found.unitId, today),
            ]),
        ...(reminder?.settled(lineOf.get(reminder.delivery.letter.key)) ?? []),
        ...(old?.blocks ?? []),
        ...(answered?.blocks ?? []),
        ...shownTabs(found, setting, told, reading),
        ...changedBlocks(
          wished.ticks ? tickBlocks(wished.ticks, outcomeOf(wished, answering, lineOf), found, setting.now) : [],
          reading.grids,
        ),
      ];
      return blocks.length === 0
        ? undefined
        : { register: reading.register, blocks, drop: [...(old?.drop ?? []), ...(answered?.drop ?? [])] };
    },
    ...(setting.wish === undefined || wished.grant === undefined ? {} : { granted: saidBy(wished.grant, answering) }),
  };
}

const NOTHING: readonly Undertaking<ReportDue>[] = [];

/** A wish that came with the turn is granted or thrown back; one that was ticked is answered beside its box. */
export function wishesIn(reading: Reading, scene: Scene, wish: Wish | undefined): Wished {
  if (wish !== undefined) return { ticks: undefined, grant: grant(wish, scene), refused: undefined };
  const ticks = ticked(reading, scene.found, scene.open, scene.setting.now);
  if (ticks.wish === undefined) return { ticks, grant: undefined, refused: ticks.problem };
  try {
    return { ticks, grant: grant(ticks.wish, scene), refused: undefined };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ticks, grant: undefined, refused: error }; // answered beside the box
  }
}

export function outcomeOf(
  { ticks, grant: granted, refused }: Wished,
  answering: Answering,
  lineOf: ReadonlyMap<string, Line>,
): TickOutcome {
  if (ticks?.waits) return { waits: true };
  if (refused !== undefined) return { said: refused.user };
  return granted === undefined ? undefined : saidBy(granted, answering)([...lineOf.values()]);
}

/** What a wish's answer rests on. */
export interface Answering {
  readonly planned: readonly Planned[];
  readonly approvals: ReadonlyMap<string, Approval>;
  readonly now: Instant;
}

/** What is said of a wish follows from what became of the mail it asked for. */
export const saidBy =
  ({ said, sendNow }: Grant, { planned, approvals, now }: Answering) =>
  (lines: readonly Line[]): Granted => {
    const letter = planned.find(({ key }) => key === sendNow)?.delivery.letter;
    const to = letter === undefined ? [] : [...letter.to, ...letter.cc].map(({ name, email }) => name ?? email);
    const line = lines.find(({ key }) => key === sendNow);
    return { ...said(line, to), ...(line?.status === 'sent' ? shortTextOf(approvals.get(line.key), to, now) : {}) };
  };

function shortTextOf(approval: Approval | undefined, to: readonly string[], sentAt: Instant): Pick<Granted, 'shortText'> {
  return approval?.frozen === undefined ? {} : { shortText: shortText({ content: approval.frozen.content, to, sentAt }) };
}

export function approvalsWith(ledger: Ledger | undefined, approval: Approval | undefined): ReadonlyMap<string, Approval> {
  const approvals = new Map<string, Approval>(ledger?.approvals ?? []);
  return approval === undefined ? approvals : approvals.set(approval.key, approval);
}

/** What is recorded of a register, its reports, and those that are open, once what was granted counts too. */
export function sinceGranted(
  { ledger: read, reports, open, found }: Scene,
  grant: Grant | undefined,
  today: IsoDate,
): Pick<Scene, 'ledger' | 'reports' | 'open'> {
  if (read === undefined || grant === undefined) return { ledger: read, reports, open };
  const { answered, request } = grant;
  const ledger: Ledger = {
    ...read,
    ...(answered === undefined ? {} : { answers: new Map(read.answers).set(answered.key, answered.answers) }),
    ...(request === undefined ? {} : { requests: [...read.requests, request] }),
  };
  if (request === undefined) return { ledger, reports, open };
  const all = reportsOf(found, ledger, today);
  return { ledger, reports: all, open: openReports(all, ledger, today) };
}

export function approvedSince<T extends { readonly report: PlannedReport }>(open: T, approvals: ReadonlyMap<string, Approval>): T {
  const approval = approvals.get(open.report.key);
  return approval === undefined ? open : { ...open, state: 'approved', approval };
}

export interface ReportDue extends Due {
  readonly report: PlannedReport;
}

export interface Outgoing {
  readonly reports: readonly PlannedReport[];
  readonly approvals: ReadonlyMap<string, Approval>;
  readonly sendNow: string | undefined;
  readonly today: IsoDate;
}

/** Reports whose day has come, and those that were approved and are to go out now. A revision has no day of its own. */
export const reportsOut = ({ reports, approvals, sendNow, today }: Outgoing): PlannedReport[] =>
  reports.filter(
    ({ key, period, revises }) => (revises === undefined && period.due <= today) || key === sendNow || approvals.get(key)?.send === true,
  );

export const reportDue = (report: PlannedReport, compose: Due['compose']): ReportDue => ({
  report,
  key: report.key,
  place: report.place,
  item: report.period,
  compose,
});

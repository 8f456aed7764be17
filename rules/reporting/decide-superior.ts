// What is to be done with a superior's workbook: its own reports upwards, the daily digest, and its owned tabs.
// The figures come from the units' registers as counts; everything else is the same turn as a register's.
import { type Instant, localDate, localTime } from '../calendar-date.ts';
import type { Block, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { changedBlocks } from '../owned-cells.ts';
import type { Reading } from '../register/grid.ts';
import type { Approval } from './approval.ts';
import { chartBlock } from './chart-block.ts';
import { approvalsWith, approvedSince, outcomeOf, reportDue, reportsOut, type Setting, saidBy, sinceGranted, wishesIn } from './decide.ts';
import { digestOfDay } from './digest.ts';
import type { ComposeDigest } from './digest-content.ts';
import { digestDue, ownAddresses } from './digest-mail.ts';
import { escalate, escalations } from './escalation.ts';
import type { Scene } from './grant-scene.ts';
import type { Heard } from './heard.ts';
import { type HeldBack, heldBack } from './held-back.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type OpenReport, openReports, reportsOf } from './life.ts';
import type { PlannedReport } from './periods.ts';
import { progressBlock } from './progress-tab.ts';
import type { ComposeEscalation } from './reminder-content.ts';
import type { RemindingPlan } from './reminding.ts';
import type { Told } from './shown-blocks.ts';
import { oldAnswers, openShown, type StatusOf, standingOf, standingsShown } from './standing.ts';
import { matrixBlocks } from './superior-blocks.ts';
import { logBlock } from './superior-log.ts';
import { composeSuperior, isBusy, superiorReporting } from './superior-report.ts';
import { reviewSuperior, type SuperiorReview } from './superior-review.ts';
import { statusBlock } from './superior-status.ts';
import { superiorShown } from './superior-todo.ts';
import { tickBlocks } from './ticks.ts';
import { type Due, isPlanned, type Sender, settledBlocks, type Undertaking, undertake, unmarking } from './undertaking.ts';

export interface SuperiorSetting extends Setting {
  readonly composeDigest: ComposeDigest;
  /** absent: this shell sends no list of those who are missing but the digest */
  readonly composeEscalation?: ComposeEscalation;
}

/** The decision over a superior's workbook, given what was heard of its units. Throws a Problem where a wish cannot be granted. */
export function decideSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: SuperiorSetting): Decision {
  const { now, mailbox, wish } = setting;
  const { register } = reading;
  const today = localDate(now);
  const found = reviewSuperior(reading, heard, setting);
  const own = superiorReporting(found);
  const read = ledgerOf(found.workbook);
  const held = heldBack(register, found.identity, read);
  const reports = reportsOf(own, read, today);
  const open = openReports(reports, read, today);
  const scene: Scene = { found: own, register, ledger: read, held, reports, open, setting, sends: setting.sends !== false };
  const wished = wishesIn(reading, scene, wish);
  const { ledger, ...since } = sinceGranted(scene, wished.grant, today);
  const approvals = approvalsWith(ledger, wished.grant?.approval);
  const sender = { register, mailbox, now };
  const isSilent = ledger === undefined || held.length > 0 || !scene.sends;
  const out = reportsOut({ reports, approvals, sendNow: wished.grant?.sendNow, today });
  const mails = isSilent ? NOTHING_DUE : mailsDue(found, { ledger, approvals, out }, setting, sender);
  const tried = isSilent ? [] : undertake(mails.dues, ledger, sender);
  const planned = tried.filter(isPlanned);
  const { reminder, waiting } = mails;
  return {
    first: wished.grant?.first,
    deliveries: [...planned, ...(reminder === undefined ? [] : [reminder])].map(({ delivery, seen }) => ({ delivery, seen })),
    settle(lines): Write | undefined {
      const lineOf = new Map(lines.map((line) => [line.key, line]));
      const status = (key: string) => (lineOf.get(key) ?? ledger?.entries.get(key)?.line)?.status;
      const isCopy = held.includes('copy');
      const old = isCopy ? undefined : unmarking(ledger, now);
      const answered = isCopy || ledger === undefined ? undefined : oldAnswers(ledger, now);
      const owned: Block[] = [
        ...matrixBlocks(found, today),
        progressBlock(found.live.progress, found.plan.rounding.percentDecimals),
        statusBlock(found, now),
        chartBlock(found, now),
        logBlock({ ledgerRows: found.workbook.reports.rows, tried, lines, held, waiting, now }),
      ];
      const told = toldOf({ ...since, approvals, ledger, status, held, tried });
      const ticks = wished.ticks
        ? tickBlocks(wished.ticks, outcomeOf(wished, { planned, approvals, now }, lineOf), { findings: [] }, now)
        : [];
      const blocks = [
        ...settledBlocks(planned, lines, now),
        ...(isCopy || ledger === undefined
          ? []
          : [...standingsShown(ledger, found.workbook, status), ...openShown(found.workbook, told.open)]),
        ...(reminder?.settled(lineOf.get(reminder.delivery.letter.key)) ?? []),
        ...(old?.blocks ?? []),
        ...(answered?.blocks ?? []),
        ...superiorShown(found, owned, told, reading, now),
        ...changedBlocks(ticks, reading.grids),
      ];
      return blocks.length === 0 ? undefined : { register, blocks, drop: [...(old?.drop ?? []), ...(answered?.drop ?? [])] };
    },
    ...(wish === undefined || wished.grant === undefined ? {} : { granted: saidBy(wished.grant, { planned, approvals, now }) }),
  };
}

interface ToldOf {
  readonly reports: readonly PlannedReport[];
  readonly open: readonly OpenReport[];
  readonly approvals: ReadonlyMap<string, Approval>;
  readonly ledger: Ledger | undefined;
  readonly status: StatusOf;
  readonly held: readonly HeldBack[];
  readonly tried: readonly Undertaking[];
}

/** What the list of things to do says of the superior's own reports. */
function toldOf({ reports, open, approvals, ledger, status, held, tried }: ToldOf): Told {
  const sent = reports.filter(({ key }) => status(key) === 'sent' && ledger !== undefined && standingOf(ledger, key, status) === 'sent');
  const lacking = new Map(tried.flatMap((one) => (isPlanned(one) ? [] : [[one.due.key, one.missing] as const])));
  return {
    held,
    sent: sent.slice(-1),
    undecided: reports.filter(({ key }) => status(key) === 'undecided'),
    notSendable: reports.flatMap((report) => {
      const missing = lacking.get(report.key);
      return missing === undefined ? [] : [{ report, missing }];
    }),
    open: open.filter(({ report }) => status(report.key) === undefined).map((one) => ({ ...approvedSince(one, approvals), blockers: 0 })),
  };
}

interface MailsDue {
  readonly dues: readonly Due[];
  /** reports that are due, and wait for a register that could not be read */
  readonly waiting: readonly PlannedReport[];
  /** what the superior is told of units that have not sent, where no digest says it */
  readonly reminder?: RemindingPlan | undefined;
}
const NOTHING_DUE: MailsDue = { dues: [], waiting: [] };

interface Going {
  readonly ledger: Ledger;
  readonly approvals: ReadonlyMap<string, Approval>;
  /** reports whose day has come, or that people want sent now */
  readonly out: readonly PlannedReport[];
}

/** What goes out, and the digest of the day or the list of those who are missing. */
function mailsDue(found: SuperiorReview, { ledger, approvals, out }: Going, setting: SuperiorSetting, sender: Sender): MailsDue {
  const today = localDate(setting.now);
  const waits = (report: PlannedReport): boolean =>
    !ledger.entries.has(report.key) && !approvals.has(report.key) && isWorthWaiting(found, report, setting.now);
  const digest = digestOfDay(found, today, new Set(ledger.entries.keys()));
  const late = escalations(found, ledger, today);
  const { composeEscalation } = setting;
  const to = ownAddresses(found, today);
  return {
    reminder: escalate({ found, ledger, due: late, to, hasDigest: digest !== undefined, composeEscalation, sender }),
    waiting: out.filter(waits),
    dues: [
      ...out
        .filter((report) => !waits(report))
        .map((report) => reportDue(report, () => composeSuperior(found, report, approvals.get(report.key), setting))),
      ...(digest === undefined ? [] : [digestDue(digest.about, digest.key, late, setting)]),
    ],
  };
}

const PATIENT_UNTIL = '16:00';

/** What a report leaves out is left out for good: on its due day it waits for a register that only answers badly, until the afternoon. */
const isWorthWaiting = ({ units }: SuperiorReview, { period }: PlannedReport, now: Instant): boolean =>
  localDate(now) <= period.due && localTime(now) < PATIENT_UNTIL && units.some(isBusy);

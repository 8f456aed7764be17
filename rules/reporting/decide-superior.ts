// What is to be done with a superior's workbook: its own reports upwards, the daily digest, and its owned tabs.
// The figures come from the units' registers as counts; everything else is the same turn as a register's.
import { daysBetween, type Instant, type IsoDate, localDate, localTime } from '../calendar-date.ts';
import type { Block, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { sha256Hex } from '../hash.ts';
import { changedBlocks } from '../owned-cells.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { UnitFigures } from '../progress/figures.ts';
import type { RolledUp } from '../progress/roll-up.ts';
import { lowHigh } from '../progress/tally.ts';
import type { Reading } from '../register/grid.ts';
import { definitionsOf, snapshotOf, withoutRecords } from './build-report.ts';
import { chartBlock } from './chart-block.ts';
import type { Setting } from './decide.ts';
import { DIGESTS_A_PERIOD, digestContent, digestOfDay, digestPlace } from './digest.ts';
import type { ComposeDigest } from './digest-content.ts';
import { type Escalation, escalate, escalations } from './escalation.ts';
import type { Heard } from './heard.ts';
import { heldBack } from './held-back.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { letterhead } from './letterhead.ts';
import type { Missing } from './owned-tabs.ts';
import { type PlannedReport, reportsDue, scheduledPlaces } from './periods.ts';
import { progressBlock } from './progress-tab.ts';
import type { ComposeEscalation } from './reminder-content.ts';
import type { RemindingPlan } from './reminding.ts';
import type { Office, OpenRange, ReportContent, UnitLine } from './report-content.ts';
import { matrixBlocks } from './superior-blocks.ts';
import { SUPERIOR } from './superior-labels.ts';
import { logBlock } from './superior-log.ts';
import {
  frozenFigures,
  frozenRollUp,
  type PeriodView,
  periodView,
  reviewSuperior,
  type SuperiorReview,
  type UnitView,
} from './superior-review.ts';
import { statusBlock } from './superior-status.ts';
import { type Composed, type Due, isPlanned, type Sender, settledBlocks, undertake, unmarking } from './undertaking.ts';
import { remarkFor, unitNamed } from './unit-standing.ts';

export interface SuperiorSetting extends Setting {
  readonly composeDigest: ComposeDigest;
  /** absent: this shell sends no list of those who are missing but the digest */
  readonly composeEscalation?: ComposeEscalation;
}

/** The decision over a superior's workbook, given what was heard of its units. */
export function decideSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: SuperiorSetting): Decision {
  const { now, mailbox } = setting;
  const { register } = reading;
  const found = reviewSuperior(reading, heard, setting);
  const ledger = ledgerOf(found.workbook);
  const held = heldBack(register, found.identity, ledger);
  const sender = { register, mailbox, now };
  const { dues, waiting, reminder } = ledger === undefined || held.length > 0 ? NOTHING_DUE : mailsDue(found, ledger, setting, sender);
  const tried = ledger === undefined || held.length > 0 ? [] : undertake(dues, ledger, sender);
  const planned = tried.filter(isPlanned);
  return {
    deliveries: [...planned, ...(reminder === undefined ? [] : [reminder])].map(({ delivery, seen }) => ({ delivery, seen })),
    settle(lines): Write | undefined {
      const old = held.includes('copy') ? undefined : unmarking(ledger, now);
      const owned: Block[] = [
        ...matrixBlocks(found, localDate(now)),
        progressBlock(found.live.progress, found.plan.rounding.percentDecimals),
        statusBlock(found, now),
        chartBlock(found, now),
        logBlock({ ledgerRows: found.workbook.reports.rows, tried, lines, held, waiting, now }),
      ];
      const reminded = reminder?.settled(lines.find(({ key }) => key === reminder.delivery.letter.key)) ?? [];
      const blocks = [...settledBlocks(planned, lines, now), ...reminded, ...(old?.blocks ?? []), ...changedBlocks(owned, reading.grids)];
      return blocks.length === 0 ? undefined : { register, blocks, drop: old?.drop ?? [] };
    },
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

/** Every report whose day has come, and the digest of the day or the list of those who are missing. */
function mailsDue(found: SuperiorReview, ledger: Ledger, setting: SuperiorSetting, sender: Sender): MailsDue {
  const { plan, superior, identity } = found;
  const today = localDate(setting.now);
  const reports = reportsDue(plan, 'superior', superior.id, identity.reportsFrom ?? today, today);
  const waits = (report: PlannedReport): boolean => !ledger.entries.has(report.key) && isWorthWaiting(found, report, setting.now);
  const digest = digestOfDay(found, today, new Set(ledger.entries.keys()));
  const late = escalations(found, ledger, today);
  const { composeEscalation } = setting;
  const to = ownAddresses(found, today);
  return {
    reminder: escalate({ found, ledger, due: late, to, hasDigest: digest !== undefined, composeEscalation, sender }),
    waiting: reports.filter(waits),
    dues: [
      ...reports.filter((report) => !waits(report)).map((report) => reportDue(found, report, setting)),
      ...(digest === undefined ? [] : [digestDue(digest.about, digest.key, late, setting)]),
    ],
  };
}

const PATIENT_UNTIL = '16:00';

/** What a report leaves out is left out for good: on its due day it waits for a register that only answers badly, until the afternoon. */
const isWorthWaiting = ({ units }: SuperiorReview, { period }: PlannedReport, now: Instant): boolean =>
  localDate(now) <= period.due &&
  localTime(now) < PATIENT_UNTIL &&
  units.some(({ heard }) => heard.kind === 'trouble' && heard.code === 'GOOGLE_BUSY');

const reportDue = (found: SuperiorReview, report: PlannedReport, setting: SuperiorSetting): Due => ({
  key: report.key,
  place: report.place,
  item: report.period,
  compose: () => composeReport(found, report.key === found.report.key ? found : periodView(found, report), setting),
});

function composeReport(found: SuperiorReview, view: PeriodView, setting: SuperiorSetting): Composed | { readonly missing: Missing } {
  const { plan, superior, identity } = found;
  const { report } = view;
  const today = localDate(setting.now);
  const head = letterhead(plan, 'superior', superior, identity, today);
  if ('missing' in head) return head;
  const figures = frozenFigures(view);
  const summed = frozenRollUp(found, view, figures);
  const snapshot = snapshotOf(summed.progress);
  const content: ReportContent = {
    ...head,
    key: report.key,
    register: identity.registerId ?? '',
    title: report.schedule.title,
    period: report.period,
    sentAt: setting.now,
    daysLate: daysBetween(report.lateAfter, today),
    approval: undefined,
    targets: summed.progress.map(withoutRecords),
    clubs: [],
    units: view.units.map((unit) => unitLine({ ...found, ...view }, { unit, figures: figures.get(unit.id), today })),
    notes: coverageNotes(summed),
    definitions: definitionsOf(plan),
    percentDecimals: plan.rounding.percentDecimals,
    versions: { rules: setting.rulesVersion, plan: `${plan.id} v${plan.version}`, snapshot: sha256Hex(snapshot) },
  };
  return {
    from: head.issuer,
    to: head.to,
    cc: head.cc,
    replyTo: head.replyTo,
    text: setting.compose(content),
    attachments: setting.attach(content, 'receiver'),
    daysLate: content.daysLate,
    parts: { snapshot, versions: JSON.stringify(content.versions), heard: JSON.stringify(summed.heard) },
  };
}

const coverageNotes = ({ heard, missing }: RolledUp): ReportContent['notes'] =>
  missing.length === 0 ? [] : [{ severity: 'warning', text: SUPERIOR.partial(heard.length, heard.length + missing.length) }];

interface UnitAsked {
  readonly unit: UnitView;
  /** those that its report froze */
  readonly figures: UnitFigures | undefined;
  readonly today: IsoDate;
}

/** A unit's line; one that has not sent has no numbers in the superior's report. */
function unitLine(found: SuperiorReview, { unit, figures, today }: UnitAsked): UnitLine {
  const remark = remarkFor(unit, found, today);
  const head: UnitLine = {
    name: unitNamed(found.plan, unit.id, today),
    state: figures === undefined ? 'none' : 'sent',
    ...(remark === undefined ? {} : { remark }),
  };
  if (figures === undefined) return head;
  const range = (key: 'clubs' | 'members' | 'older' | 'women' | 'borrowers'): OpenRange => {
    const { low, high } = lowHigh(figures.base[key]);
    return high === undefined ? { low } : { low, high };
  };
  return {
    ...head,
    clubs: range('clubs'),
    members: range('members'),
    older: range('older'),
    women: range('women'),
    borrowers: range('borrowers'),
  };
}

function digestDue(found: SuperiorReview, key: string, late: readonly Escalation[], setting: SuperiorSetting): Due {
  const { plan, report, unitsDue } = found;
  const today = localDate(setting.now);
  const { kind: _kind, ...period } = report.period;
  const reports = scheduledPlaces(plan, 'superior'); // their rows come first
  return {
    key,
    place: reports + report.place * DIGESTS_A_PERIOD + digestPlace(key, today, unitsDue),
    item: { kind: 'digest', ...period },
    compose: () => composeDigest(found, key, late, setting),
  };
}

/** The superior's own offices, or its contact. */
function ownAddresses({ identity }: SuperiorReview, today: IsoDate): readonly Office[] {
  const contact = identity.contactOn(today);
  const official = identity.officialAddresses(today);
  return official.length > 0 || contact === undefined ? official : [contact];
}

function composeDigest(
  found: SuperiorReview,
  key: string,
  late: readonly Escalation[],
  setting: SuperiorSetting,
): Composed | { readonly missing: Missing } {
  const { identity, superior } = found;
  const today = localDate(setting.now);
  const contact = identity.contactOn(today);
  const to = ownAddresses(found, today);
  if (to.length === 0) return { missing: 'contact' };
  return {
    from: unitOn(superior, today).name,
    to,
    cc: [],
    replyTo: contact === undefined ? to : [contact],
    text: setting.composeDigest(digestContent(found, key, setting.now, to, late)),
    daysLate: 0,
    parts: {},
  };
}

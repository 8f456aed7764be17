// What is to be done with one register, decided from one reading: which reports go out, and what its owned tabs should say.
import { type Instant, localDate, momentSerial } from '../calendar-date.ts';
import type { Block, Line, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { checkRegister } from '../findings/check.ts';
import { changedBlocks } from '../owned-cells.ts';
import { unitOn } from '../plan/unit-names.ts';
import { figuresText } from '../progress/figures.ts';
import type { Reading } from '../register/grid.ts';
import { TABS } from '../register/tabs.ts';
import { TODO_LAST_RUN } from '../register/todo-layout.ts';
import { buildReport, recordsOf, snapshotOf, unitOf } from './build-report.ts';
import { heldBack } from './held-back.ts';
import { ledgerOf, liveBlock, liveKey } from './ledger.ts';
import { findingsBlock, todoBlocks } from './owned-tabs.ts';
import { type PlannedReport, reportsDue, reportUnderWay } from './periods.ts';
import { progressBlock } from './progress-tab.ts';
import type { Compose } from './report-content.ts';
import { figuresAt, progressAt, type Review, type ReviewSetting, review, soFar } from './review.ts';
import { type Due, isPlanned, settledBlocks, undertake, unmarking } from './undertaking.ts';

/** What a shell brings to a decision. */
export interface Setting extends ReviewSetting {
  /** the mailbox this deployment sends from */
  readonly mailbox: string;
  readonly rulesVersion: string;
  readonly compose: Compose;
}

/** The decision over a register: what is due goes out, and the owned tabs say what is so. */
export function decide(reading: Reading, setting: Setting): Decision {
  const found = review(reading, setting);
  const { plan, unitId, register, identity } = found;
  const today = localDate(setting.now);
  const ledger = ledgerOf(register);
  const held = heldBack(reading.register, identity, ledger);
  const due = held.length > 0 ? [] : reportsDue(plan, 'commune', unitId, identity.reportsFrom ?? today, today);
  const dues = due.map((report) => reportDue(found, report, setting));
  const tried = ledger === undefined || held.length > 0 ? [] : undertake(dues, ledger, { ...setting, register: reading.register });
  const notSendable = tried.flatMap((one) => (isPlanned(one) ? [] : [{ report: one.due.report, missing: one.missing }]));
  const planned = tried.filter(isPlanned);
  return {
    deliveries: planned.map(({ delivery, seen }) => ({ delivery, seen })),
    settle(lines): Write | undefined {
      const lineOf = new Map([...lines].map((line) => [line.key, line]));
      const status = (key: string) => (lineOf.get(key) ?? ledger?.entries.get(key)?.line)?.status;
      const having = (wanted: Line['status']) => due.filter(({ key }) => status(key) === wanted);
      const unanswered = having('sent').filter(({ key }) => !ANSWERED.includes(ledger?.entries.get(key)?.shown ?? ''));
      const told = { held, sent: unanswered.slice(-1), undecided: having('undecided'), notSendable };
      const old = held.includes('copy') ? undefined : unmarking(ledger, setting.now);
      const owned = ownedBlocks(found, setting, told, reading);
      const blocks = [...settledBlocks(planned, lines, setting.now), ...(old?.blocks ?? []), ...owned];
      return blocks.length === 0 ? undefined : { register: reading.register, blocks, drop: old?.drop ?? [] };
    },
  };
}

/** States of a report that its receiver has answered. */
const ANSWERED = ['received', 'returned', 'replaced'];

interface ReportDue extends Due {
  readonly report: PlannedReport;
}

const reportDue = (found: Review, report: PlannedReport, setting: Setting): ReportDue => ({
  report,
  key: report.key,
  place: report.place,
  item: report.period,
  compose: () => composeReport(found, report, setting),
});

/** The report as of its own cut-off, whatever day it goes out. */
function composeReport(found: Review, report: PlannedReport, setting: Setting): ReturnType<Due['compose']> {
  const { plan, register, unitId: unit } = found;
  const { from, cutOff } = report.period;
  const progress = progressAt(found, report.period, cutOff);
  const content = buildReport({
    plan,
    register,
    registerId: found.identity.registerId ?? '',
    unitId: unit,
    report,
    progress,
    findings: cutOff === found.period.cutOff ? found.findings : checkRegister(register, { plan, asOf: cutOff, unit, windowFrom: from }),
    now: setting.now,
    rulesVersion: setting.rulesVersion,
  });
  if ('missing' in content) return content;
  return {
    from: content.issuer,
    to: content.to,
    cc: content.cc,
    replyTo: content.replyTo,
    text: setting.compose(content),
    daysLate: content.daysLate,
    parts: {
      snapshot: snapshotOf(progress),
      records: recordsOf(progress),
      versions: JSON.stringify(content.versions),
      figures: figuresText(figuresAt(found, report.period)),
    },
  };
}

/** The owned tabs that now differ from what was read. The heartbeat moves with them, or when it is most of a day old. */
function ownedBlocks(
  found: Review,
  setting: Setting,
  told: Pick<Parameters<typeof todoBlocks>[0], 'held' | 'sent' | 'undecided' | 'notSendable'>,
  reading: Reading,
): readonly Block[] {
  const { plan, register, unitId, identity } = found;
  const today = localDate(setting.now);
  const todo = todoBlocks({
    ...told,
    unitTitle: unitOn(unitOf(plan, unitId), today).name,
    planTitle: plan.title,
    underWay: reportUnderWay(plan, 'commune', unitId, identity.reportsFrom ?? plan.period.from, today),
    findings: found.findings,
    now: setting.now,
  });
  const changed = changedBlocks(
    [
      progressBlock(found.progress, plan.rounding.percentDecimals),
      findingsBlock(found.findings, register, today),
      ...todo.rest,
      ...(told.held?.includes('ledger')
        ? [] // written by place, which a tab that is laid out otherwise does not have
        : [liveBlock(liveKey(plan.id, unitId), figuresText(figuresAt(found, soFar(found.period, found.asOf))))]),
    ],
    reading.grids,
  );
  const hasTodo = typeof reading.grids.get(TABS.todo.sheetId) === 'object';
  return hasTodo && (changed.length > 0 || heartbeatIsOld(reading, setting.now)) ? [...changed, todo.heartbeat] : changed;
}

const HEARTBEAT = 20 / 24; // days; the cell turns red after two

function heartbeatIsOld(reading: Reading, now: Instant): boolean {
  const grid = reading.grids.get(TABS.todo.sheetId);
  const shown = typeof grid !== 'object' ? undefined : grid[TODO_LAST_RUN.value.row]?.[TODO_LAST_RUN.value.column];
  return typeof shown !== 'number' || momentSerial(now) - shown > HEARTBEAT;
}

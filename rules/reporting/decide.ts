// What is to be done with one register, decided from one reading: which reports go out, and what its owned tabs should say.
import { type Instant, type IsoDate, localDate, momentSerial, yearOf } from '../calendar-date.ts';
import type { Block, Letter, Line, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { checkRegister } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { changedBlocks } from '../owned-cells.ts';
import type { Plan } from '../plan/schema.ts';
import { unitOn } from '../plan/unit-names.ts';
import { Problem } from '../problem.ts';
import { judgeTargets, measureRegister, type ProgressQuestion } from '../progress/evaluate.ts';
import { figuresOf, figuresText, type UnitFigures } from '../progress/figures.ts';
import type { TargetProgress } from '../progress/progress.ts';
import type { Reading } from '../register/grid.ts';
import { type Identity, identityOf } from '../register/identity.ts';
import { storedPlanOf } from '../register/plan-text.ts';
import { type Register, readRegister } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { TODO_LAST_RUN } from '../register/todo-layout.ts';
import { buildReport, recordsOf, snapshotOf, unitOf } from './build-report.ts';
import type { Delivery } from './deliver.ts';
import { heldBack } from './held-back.ts';
import {
  isTaken,
  type Ledger,
  ledgerOf,
  lineBlocks,
  liveBlock,
  liveKey,
  publishBlocks,
  type Rows,
  rowsOf,
  settledLongAgo,
  unmarkedBlock,
} from './ledger.ts';
import { findingsBlock, type Missing, progressBlock, todoBlocks } from './owned-tabs.ts';
import { type PlannedReport, reportsDue, reportUnderWay, yearlyPeriod } from './periods.ts';
import type { Compose } from './report-content.ts';
import { verdictsOf } from './verdicts.ts';

/** What a shell brings to a decision. */
export interface Setting {
  readonly now: Instant;
  /** the mailbox this deployment sends from */
  readonly mailbox: string;
  readonly rulesVersion: string;
  readonly compose: Compose;
  /** parses a plan; given in, because the sheet's own script trusts what provisioning put there */
  readonly parsePlan: (json: string) => Plan;
}

/** Everything that was understood of a register on the way; commands print it. */
export interface Review {
  readonly plan: Plan;
  readonly unitId: string;
  readonly register: Register;
  readonly identity: Identity;
  /** the report under way, or the plan's last one; findings are as of its cut-off */
  readonly period: { readonly from: IsoDate; readonly cutOff: IsoDate };
  /** the day the progress is as of: today, until the cut-off has come */
  readonly asOf: IsoDate;
  readonly progress: readonly TargetProgress[];
  readonly findings: readonly Finding[];
}

/** Reads a register and judges it as of the period under way. Throws a Problem where it cannot be read at all. */
export function review(reading: Reading, setting: Pick<Setting, 'now' | 'parsePlan'>): Review {
  const plan = planOf(reading, setting.parsePlan);
  const register = readRegister(reading, plan);
  const identity = identityOf(register);
  const unitId = identity.unitId;
  if (unitId === undefined || !plan.units.some(({ id }) => id === unitId))
    throw new Problem('REGISTER_WITHOUT_UNIT', { register: reading.register });
  const today = localDate(setting.now);
  const underWay = reportUnderWay(plan, 'commune', unitId, identity.reportsFrom ?? plan.period.from, today);
  const period = underWay?.period ?? yearlyPeriod(Number(plan.period.to.slice(0, 4)), { month: 12, day: 31 });
  const asOf = today < period.cutOff ? today : period.cutOff;
  const found = { plan, unitId, register, identity, period, asOf };
  return {
    ...found,
    progress: progressAt(found, soFar(period, asOf), period.cutOff),
    findings: checkRegister(register, { plan, asOf: period.cutOff, unit: unitId, windowFrom: period.from }),
  };
}

function planOf(reading: Reading, parsePlan: Setting['parsePlan']): Plan {
  const stored = storedPlanOf(reading);
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register: reading.register, reason: stored.kind });
  return parsePlan(stored.json);
}

interface Window {
  readonly from: IsoDate;
  readonly cutOff: IsoDate;
}

/**
 * The part of a period's window that has passed: what is not due yet is never judged as if the year were over. Before the window
 * begins, the yearly window of the day.
 */
function soFar({ from }: Window, asOf: IsoDate): Window {
  if (from <= asOf) return { from, cutOff: asOf };
  const year = yearOf(asOf);
  const own = yearlyPeriod(year, { month: 12, day: 31 });
  return { from: asOf <= own.cutOff ? own.from : yearlyPeriod(year + 1, { month: 12, day: 31 }).from, cutOff: asOf };
}

/** `endsOn`: the cut-off of the period whose verdicts on narrative targets are asked for. */
function progressAt(found: Pick<Review, 'plan' | 'unitId' | 'register'>, period: Window, endsOn: IsoDate): TargetProgress[] {
  const question: ProgressQuestion = {
    plan: found.plan,
    unit: found.unitId,
    level: 'commune',
    cutOff: period.cutOff,
    windowFrom: period.from,
  };
  return judgeTargets(question, measureRegister(found.register, question), verdictsOf(found.register, found.plan, endsOn));
}

/** What a superior may know of the register: counts only. */
const figuresAt = (found: Pick<Review, 'plan' | 'unitId' | 'register'>, { from, cutOff }: Window): UnitFigures =>
  figuresOf(found.register, { plan: found.plan, unit: found.unitId, level: 'commune', cutOff, windowFrom: from });

/** The decision over a register: what is due goes out, and the owned tabs say what is so. */
export function decide(reading: Reading, setting: Setting): Decision {
  const found = review(reading, setting);
  const { plan, unitId, register, identity } = found;
  const today = localDate(setting.now);
  const ledger = ledgerOf(register);
  const held = heldBack(reading.register, identity, ledger);
  const due = held.length > 0 ? [] : reportsDue(plan, 'commune', unitId, identity.reportsFrom ?? today, today);
  const planned = ledger === undefined ? [] : plannedDeliveries(found, due, ledger, setting);
  const notSendable = planned.flatMap((one) => ('missing' in one ? [one] : []));
  const deliveries = planned.flatMap((one) => ('missing' in one ? [] : [one]));
  return {
    deliveries: deliveries.map(({ delivery, seen }) => ({ delivery, seen })),
    settle(lines) {
      const lineOf = new Map([...lines].map((line) => [line.key, line]));
      const blocks: Block[] = [];
      for (const { delivery, seen, rows } of deliveries) {
        const line = lineOf.get(delivery.letter.key);
        if (line !== undefined && !(seen !== undefined && sameLine(seen, line))) blocks.push(...lineBlocks(rows, line, setting.now));
      }
      const status = (key: string) => (lineOf.get(key) ?? ledger?.entries.get(key)?.line)?.status;
      const having = (wanted: Line['status']) => due.filter(({ key }) => status(key) === wanted);
      const unanswered = having('sent').filter(({ key }) => !ANSWERED.includes(ledger?.entries.get(key)?.shown ?? ''));
      const told = { held, sent: unanswered.slice(-1), undecided: having('undecided'), notSendable };
      const owned = ownedBlocks(found, setting, told, reading);
      const old = held.includes('copy') ? [] : settledLongAgo(ledger, setting.now);
      const unmarked = old.flatMap(({ line, lineRow }) => (lineRow === undefined ? [] : [unmarkedBlock(lineRow, line)]));
      const drop = old.flatMap(({ line }) => Array.from({ length: line.attempt }, (_, index) => ({ key: line.key, attempt: index + 1 })));
      const write: Write = { register: reading.register, blocks: [...blocks, ...unmarked, ...owned], drop };
      return write.blocks.length === 0 ? undefined : write;
    },
  };
}

interface Planned {
  readonly delivery: Delivery;
  readonly seen: Line | undefined;
  readonly rows: Rows;
  readonly report: PlannedReport;
}

type Undertaking = Planned | { readonly report: PlannedReport; readonly missing: Missing };

/** States of a report that its receiver has answered. */
const ANSWERED = ['received', 'returned', 'replaced'];

/** A delivery for each report due. A report already sent keeps its place, so that its line is looked at and nothing more. */
function plannedDeliveries(found: Review, due: readonly PlannedReport[], ledger: Ledger, setting: Setting): Undertaking[] {
  return due.flatMap((report): Undertaking[] => {
    const entry = ledger.entries.get(report.key);
    if (entry !== undefined && entry.line.status !== 'sending') return [];
    const fixed = rowsOf(report.place);
    if (entry === undefined && isTaken(ledger, report.key, fixed)) return [{ report, missing: 'rows' }];
    const progress = progressAt(found, report.period, report.period.cutOff);
    const findings = checkRegister(found.register, {
      plan: found.plan,
      asOf: report.period.cutOff,
      unit: found.unitId,
      windowFrom: report.period.from,
    });
    const content = buildReport({
      plan: found.plan,
      register: found.register,
      registerId: found.identity.registerId ?? '',
      unitId: found.unitId,
      report,
      progress,
      findings,
      now: setting.now,
      rulesVersion: setting.rulesVersion,
    });
    if ('missing' in content) return [{ report, missing: content.missing }];
    const mail = setting.compose(content);
    const letter: Letter = {
      key: report.key,
      from: { name: content.issuer, email: setting.mailbox },
      to: content.to,
      cc: content.cc,
      replyTo: [...content.replyTo, { email: setting.mailbox }],
      ...mail,
      attachments: [],
    };
    const parts = {
      snapshot: snapshotOf(progress),
      records: recordsOf(progress),
      versions: JSON.stringify(content.versions),
      figures: figuresText(figuresAt(found, report.period)),
    };
    const rows: Rows = { report: entry?.reportRow ?? fixed.report, line: entry?.lineRow ?? fixed.line };
    const told = { closedAt: setting.now, sentTo: [...content.to, ...content.cc].map(({ name }) => name), daysLate: content.daysLate };
    const register = found.identity.registerId ?? '';
    const delivery: Delivery = {
      register,
      letter,
      mailbox: setting.mailbox,
      batch: (line) => ({ register, blocks: publishBlocks(rows, line, report.period, told, parts) }),
      takeOver: (line) => ({ register, blocks: lineBlocks(rows, line, setting.now) }),
    };
    return [{ delivery, seen: entry?.line, rows, report }];
  });
}

const sameLine = (one: Line, other: Line): boolean =>
  one.status === other.status &&
  one.attempt === other.attempt &&
  one.draft === other.draft &&
  one.message === other.message &&
  one.reason === other.reason;

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

// What is to be done with one register, decided from one reading: which reports go out, and what its owned tabs should say.
import { type Instant, type IsoDate, localDate, momentSerial, yearOf } from '../calendar-date.ts';
import type { Block, Line, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { checkRegister } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { changedBlocks } from '../owned-cells.ts';
import type { Plan } from '../plan/schema.ts';
import { unitOn } from '../plan/unit-names.ts';
import { Problem } from '../problem.ts';
import { judgeTargets, measureRegister, type ProgressQuestion } from '../progress/evaluate.ts';
import { figuresOf, figuresText, type UnitFigures } from '../progress/figures.ts';
import type { TargetMeasured } from '../progress/measure.ts';
import type { TargetProgress } from '../progress/progress.ts';
import type { Reading } from '../register/grid.ts';
import { type Identity, identityOf } from '../register/identity.ts';
import { storedPlanOf } from '../register/plan-text.ts';
import { type Register, readRegister } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { TODO_LAST_RUN } from '../register/todo-layout.ts';
import { buildReport, recordsOf, snapshotOf, unitOf } from './build-report.ts';
import { heldBack } from './held-back.ts';
import { ledgerOf, liveBlock, liveKey } from './ledger.ts';
import { findingsBlock, todoBlocks } from './owned-tabs.ts';
import { type PlannedReport, reportsDue, reportUnderWay, yearlyPeriod } from './periods.ts';
import { progressBlock } from './progress-tab.ts';
import type { Compose } from './report-content.ts';
import { type Due, isPlanned, settledBlocks, undertake, unmarking } from './undertaking.ts';
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
  /** every target's counts within a window */
  readonly countsIn: (window: Window) => readonly TargetMeasured[];
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
  const found = { plan, unitId, register, identity, period, asOf, countsIn: counting({ plan, unitId, register }) };
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

type Counted = Pick<Review, 'plan' | 'unitId' | 'register' | 'countsIn'>;

const questionOf = ({ plan, unitId }: Pick<Review, 'plan' | 'unitId'>, { from, cutOff }: Window): ProgressQuestion => ({
  plan,
  unit: unitId,
  level: 'commune',
  cutOff,
  windowFrom: from,
});

/** Counts each window once: what the tabs show, what a report freezes and what a superior hears are the same counts. */
function counting(found: Pick<Review, 'plan' | 'unitId' | 'register'>): Review['countsIn'] {
  const counted = new Map<string, readonly TargetMeasured[]>();
  return (window) => {
    const key = `${window.from}/${window.cutOff}`;
    const counts = counted.get(key) ?? measureRegister(found.register, questionOf(found, window));
    counted.set(key, counts);
    return counts;
  };
}

/** `endsOn`: the cut-off of the period whose verdicts on narrative targets are asked for. */
function progressAt(found: Counted, period: Window, endsOn: IsoDate): TargetProgress[] {
  return judgeTargets(questionOf(found, period), found.countsIn(period), verdictsOf(found.register, found.plan, endsOn));
}

/** What a superior may know of the register: counts only. */
const figuresAt = (found: Counted, period: Window): UnitFigures =>
  figuresOf(found.register, questionOf(found, period), found.countsIn(period));

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

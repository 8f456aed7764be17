// Bảng theo dõi: the register's progress, next deadline and findings as the sidebar shows them. The figures are those of the tab Tiến độ.
import { fromSerial, type Instant, type IsoDate, localDate, momentOf, viDate, viMoment } from '../calendar-date.ts';
import { type Finding, summaryOf } from '../findings/finding.ts';
import { unitOn } from '../plan/unit-names.ts';
import { planText, STATUS_LABELS } from '../progress/labels.ts';
import type { Figure, Status, TargetProgress } from '../progress/progress.ts';
import type { Three } from '../progress/three.ts';
import type { Reading } from '../register/grid.ts';
import type { Register } from '../register/read-register.ts';
import { TABS, type TabKey } from '../register/tabs.ts';
import { TODO_LAST_RUN } from '../register/todo-layout.ts';
import { capital } from '../text.ts';
import { unitOf } from './build-report.ts';
import { lackingText, missingText, PANEL, SEVERITY_LABELS } from './labels.ts';
import { ledgerOf } from './ledger.ts';
import { openReports, reportsOf } from './life.ts';
import type { CheckResult, JumpTo, Panel, PanelFinding, PanelTarget } from './panel-content.ts';
import { figureCells } from './progress-tab.ts';
import type { Review } from './review.ts';
import { timingOf } from './timing.ts';
import { SAID } from './wish-labels.ts';

/** What the sidebar shows of a register at a moment. `reading` is the one that was reviewed. */
export function panelOf(found: Review, reading: Reading, now: Instant): Panel {
  const today = localDate(now);
  const { plan, unitId, register } = found;
  const deadline = deadlineOf(found, today);
  const lastRun = lastRunOf(reading);
  return {
    unit: unitOn(unitOf(plan, unitId), today).name,
    plan: plan.title,
    today,
    asOf: PANEL.asOf(viDate(found.asOf)),
    ...(deadline === undefined ? {} : { deadline }),
    ...(lastRun === undefined ? {} : { lastRun }),
    targets: found.progress.map((one) => targetOf(one, plan.rounding.percentDecimals)),
    findings: found.findings.map((one) => findingOf(one, register)),
  };
}

/** What the check of the whole register tells. */
export const checkResultOf = ({ findings, register }: Review): CheckResult => ({
  summary: summaryOf(findings),
  findings: findings.map((one) => findingOf(one, register)),
});

/** The first report that has not gone out, what is late before what is to come; once all that are open have, the next of the schedule. */
function deadlineOf(found: Review, today: IsoDate): Panel['deadline'] {
  const ledger = ledgerOf(found.register);
  const reports = reportsOf(found, ledger, today);
  const [open] = openReports(reports, ledger, today);
  const next = open?.report ?? reports.find(({ key, period }) => period.due >= today && ledger?.entries.has(key) !== true);
  if (next === undefined) return undefined;
  const { period } = next;
  const { text, late } = timingOf(next, today);
  return {
    title: SAID.plannedOf(next),
    due: viDate(period.due),
    left: text,
    late,
  };
}

/** When the register was last looked at by itself, as Việc cần làm has it. */
function lastRunOf({ grids }: Reading): string | undefined {
  const grid = grids.get(TABS.todo.sheetId);
  const shown = typeof grid === 'object' ? grid[TODO_LAST_RUN.value.row]?.[TODO_LAST_RUN.value.column] : undefined;
  if (typeof shown !== 'number') return undefined;
  const day = fromSerial(shown);
  return day === undefined ? undefined : viMoment((momentOf(day) + Math.round((shown % 1) * 1440) * 60_000) as Instant);
}

function targetOf(one: TargetProgress, decimals: number): PanelTarget {
  const { target, figure, status } = one;
  const { actual, numerator, denominator, percent } = figureCells(one, figure, decimals);
  const part = partOf(one);
  const missing = missingText(one);
  return {
    id: target.id,
    clause: target.clause,
    title: target.title,
    plan: planText(target),
    actual: actual === null ? PANEL.noFigure : String(actual),
    ...(denominator === null ? {} : { fraction: `${String(numerator)}/${String(denominator)}` }),
    ...(percent === null ? {} : { percent: `${String(percent)}%` }),
    ...statusOf(status),
    ...(part === undefined ? {} : { part }),
    ...(missing === undefined ? {} : { missing }),
    clubs: clubsOf(one, decimals),
  };
}

const statusOf = (status: Status) => ({ status: capital(STATUS_LABELS[status]), statusKey: status });

const QUALITY_STATUS: Readonly<Record<Three, Status>> = { yes: 'met', no: 'notMet', unknown: 'noData' };

/** Each club of a target that judges clubs one by one, or each club by the quality rule that is used, with what it lacks. */
function clubsOf(one: TargetProgress, decimals: number): PanelTarget['clubs'] {
  const shown = (figure: Figure): string => String(figureCells(one, figure, decimals).actual ?? PANEL.noFigure);
  if (one.clubs)
    return one.clubs.map(({ club, name, figure, status }) => ({ code: club, name, actual: shown(figure), ...statusOf(status) }));
  return (one.quality ?? []).flatMap(({ club, name, rules: [used] }) =>
    used === undefined ? [] : [{ code: club, name, actual: lackingText(used) ?? '', ...statusOf(QUALITY_STATUS[used.answer]) }],
  );
}

const UNSAID: readonly Status[] = ['noData', 'noSubject', 'unjudged'];

/** How far a figure is towards the least that is asked for, at its lower bound. */
function partOf({ target, figure, status }: TargetProgress): number | undefined {
  if (figure === undefined || UNSAID.includes(status) || target.kind === 'narrative') return undefined;
  if (target.kind === 'milestone' || target.kind === 'each-club') return within(figure.low / 100);
  const { between, atLeast, moreThan, equal, about } = target.kind === 'spread' ? target.each : target.bar;
  const least = between?.[0] ?? atLeast ?? moreThan ?? equal ?? (about && about.value - about.tolerance);
  if (least === undefined) return undefined;
  return least <= 0 ? 1 : within(figure.low / least);
}

const within = (part: number): number => Math.min(1, Math.max(0, part));

function findingOf(one: Finding, register: Register): PanelFinding {
  const at = placeOf(one, register);
  return {
    severity: SEVERITY_LABELS[one.severity],
    severityKey: one.severity,
    message: one.message,
    repair: one.repair,
    rule: one.rule,
    ...(at === undefined ? {} : { at }),
  };
}

/** The cell of a finding; the first cell of its row or tab where it names none. */
function placeOf({ tab, row = 1, column }: Finding, register: Register): JumpTo | undefined {
  if (!isTab(tab) || register[tab].state === 'missing') return undefined;
  return { sheetId: TABS[tab].sheetId, row: row - 1, column: (column === undefined ? 0 : register[tab].columnAt.get(column)) ?? 0 };
}

const isTab = (key: string): key is TabKey => key in TABS;

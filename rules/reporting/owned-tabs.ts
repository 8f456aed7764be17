// The tabs that are written for people: how far the targets are, what has to be looked at, what is to be done. Whole tabs at a time.
import { daysBetween, type Instant, type IsoDate, localDate, momentSerial, toSerial, viDate } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { type Finding, summaryOf } from '../findings/finding.ts';
import type { Bar } from '../plan/target-schema.ts';
import {
  barText,
  coverageText,
  decimalsBeside,
  type FigureUnit,
  figureText,
  nounOf,
  numberText,
  ofStrivenText,
  planText,
  ruleText,
  STATUS_LABELS,
  STRIVEN_LABEL,
  stretchText,
  tallyText,
  unitOf,
} from '../progress/labels.ts';
import type { ClubQuality, Figure, Status, TargetProgress } from '../progress/progress.ts';
import type { Three } from '../progress/three.ts';
import type { Columns, Tab } from '../register/column.ts';
import type { Register } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { TODO_LAST_RUN, TODO_LIST, TODO_SUBTITLE } from '../register/todo-layout.ts';
import type { HeldBack } from './held-back.ts';
import { cellOf, columnHeader, lackingText, missingText, SEVERITY_LABELS, TODO, tabTitle, verdictText } from './labels.ts';
import type { PlannedReport } from './periods.ts';

type Cells<T extends Tab<Columns>> = { readonly [K in keyof T['columns']]: OwnedCell };

/** A row in the order of the declaration, so that a column moved there moves here. */
export const laidOut = <T extends Tab<Columns>>(tab: T, cells: Cells<T>): readonly OwnedCell[] =>
  Object.keys(tab.columns).map((key): OwnedCell => cells[key] ?? null);

/** Tiến độ thực hiện chỉ tiêu: a line per target, and below it one for whatever it is made of or has beside it. */
export function progressBlock(progress: readonly TargetProgress[], percentDecimals: number): Block {
  const rows = progress.flatMap((one) => [targetRow(one, percentDecimals), ...detailRows(one, percentDecimals)]);
  return { sheetId: TABS.progress.sheetId, row: 1, column: 0, cells: rows, rest: true };
}

function targetRow(one: TargetProgress, decimals: number): readonly OwnedCell[] {
  const { target, figure, status } = one;
  return laidOut(TABS.progress, {
    clause: target.clause,
    title: target.title,
    scope: (figure && coverageText(one)) ?? TODO.wholeUnit,
    plan: planText(target),
    ...figureCells(one, figure, decimals),
    status: capital(STATUS_LABELS[status]),
    deadline: toSerial(target.deadline),
    missing: missingText(one) ?? null,
    definition: [target.definition, one.verdict].filter((text) => text !== undefined).join(' ') || null,
  });
}

/** What stands in a line below a target besides its figure. */
interface Detail {
  readonly scope: string;
  readonly title: string;
  readonly figure: Figure | undefined;
  readonly status: Status;
  readonly bar?: Bar;
  /** what the figure is a number of, where it is not what the target counts */
  readonly unit?: FigureUnit;
  readonly deadline?: IsoDate;
  readonly missing?: string | undefined;
  readonly definition?: string | undefined;
}

function detailRows(one: TargetProgress, decimals: number): (readonly OwnedCell[])[] {
  const { target } = one;
  const unit = unitOf(target) ?? 'percent';
  return detailsOf(one, decimals).map((detail) =>
    laidOut(TABS.progress, {
      clause: target.clause,
      title: detail.title,
      scope: detail.scope,
      plan: detail.bar ? barText(detail.bar, unit) : null,
      ...figureCells(one, detail.figure, decimals, detail.unit),
      status: capital(STATUS_LABELS[detail.status]),
      deadline: detail.deadline === undefined ? null : toSerial(detail.deadline),
      missing: detail.missing ?? null,
      definition: detail.definition ?? null,
    }),
  );
}

function detailsOf(one: TargetProgress, decimals: number): Detail[] {
  const { target, striven, phases = [], units = [], clubs = [], years = [], readings = [], quality = [] } = one;
  const own: FigureUnit | undefined = 'count' in target ? { of: nounOf(target.count) } : undefined;
  return [
    ...(striven ? [{ scope: STRIVEN_LABEL, title: target.title, figure: one.figure, missing: ofStriven(one, decimals), ...striven }] : []),
    ...phases.map(({ title, ...phase }): Detail => ({ ...phase, scope: title, title: target.title, figure: phase.figure })),
    ...units.map(({ unit, name, ...rest }): Detail => ({ scope: unit, title: name, ...rest, ...(own ? { unit: own } : {}) })),
    ...clubs.map(({ club, name, figure, status }): Detail => ({ scope: club, title: name, figure, status })),
    ...years.map((year): Detail => ({ scope: stretchText(year), title: target.title, figure: year.figure, status: year.status })),
    ...readings.map(({ text, figure, status }, place): Detail => ({ scope: TODO.reading(place + 1), title: text, figure, status })),
    ...quality.flatMap(qualityDetails),
  ];
}

const ofStriven = ({ target, figure, striven }: TargetProgress, decimals: number): string | undefined =>
  figure && striven && 'unit' in target && target.unit === 'count' ? ofStrivenText(figure, striven.bar, decimals) : undefined;

const QUALITY_STATUS: Readonly<Record<Three, Status>> = { yes: 'met', no: 'notMet', unknown: 'noData' };

/** A club by each version of the quality rule, the used one first, and what people said of it beside. */
const qualityDetails = ({ club, name, rules, verdict }: ClubQuality): Detail[] =>
  rules.map(
    (quality): Detail => ({
      scope: club,
      title: `${name}. ${ruleText(quality)}`,
      figure: undefined,
      status: QUALITY_STATUS[quality.answer],
      missing: lackingText(quality),
      definition: verdict === undefined ? undefined : verdictText(verdict),
    }),
  );

function figureCells(
  { target }: TargetProgress,
  figure: Figure | undefined,
  decimals: number,
  ownUnit?: FigureUnit,
): { readonly [K in 'actual' | 'numerator' | 'denominator' | 'percent']: OwnedCell } {
  if (figure === undefined) return { actual: null, numerator: null, denominator: null, percent: null };
  const unit = target.kind === 'milestone' ? 'percent' : (ownUnit ?? unitOf(target) ?? 'percent');
  const places = 'bar' in target ? decimalsBeside(figure, target.bar, decimals) : decimals;
  const share = figure.denominator !== undefined;
  const same = figure.high === figure.low;
  return {
    actual: share ? figureText(figure, 'percent', places) : figureText(figure, unit, places),
    numerator: tallyText(figure.numerator),
    denominator: figure.denominator === undefined ? null : tallyText(figure.denominator),
    percent: share && same ? numberText(figure.low, places) : null,
  };
}

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
export type Missing = 'recipient' | 'contact' | 'rows';

export interface TodoInputs {
  /** why the whole register sends nothing */
  readonly held?: readonly HeldBack[];
  readonly unitTitle: string;
  readonly planTitle: string;
  readonly underWay: PlannedReport | undefined;
  /** reports that went out, and those that wait for a person */
  readonly sent: readonly PlannedReport[];
  readonly undecided: readonly PlannedReport[];
  readonly notSendable: readonly { readonly report: PlannedReport; readonly missing: Missing }[];
  readonly findings: readonly Finding[];
  readonly now: Instant;
}

/** Việc cần làm: fixed places above, then what is due and what stands in the way, in plain sentences. */
export function todoBlocks(inputs: TodoInputs): { readonly heartbeat: Block; readonly rest: readonly Block[] } {
  const { now, underWay, findings } = inputs;
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
    ...(error > 0 ? [line(TODO.errors(error), underWay?.period.due, TODO.errorsStatus, open(TABS.findings), TODO.errorsAdvice)] : []),
    ...(warning > 0
      ? [line(TODO.warnings(warning), underWay?.period.due, TODO.warningsStatus, open(TABS.findings), TODO.warningsAdvice)]
      : []),
    ...(hint > 0 ? [line(TODO.hints(hint), undefined, TODO.hintsStatus, open(TABS.findings), TODO.hintsAdvice)] : []),
    ...(underWay
      ? [
          line(
            TODO.underWay(underWay.schedule.title, underWay.period.label),
            underWay.period.due,
            TODO.daysLeft(daysBetween(today, underWay.period.due)),
            open(TABS.progress),
            TODO.underWayAdvice(viDate(underWay.period.cutOff)),
          ),
        ]
      : []),
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

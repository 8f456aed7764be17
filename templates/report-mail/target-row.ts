// One target as the rows of the mail's table: what the plan asks, what was reached, the bar and the status, all as text.
import { type IsoDate, viDate } from '../../rules/calendar-date.ts';
import type { Bar, Target } from '../../rules/plan/target-schema.ts';
import {
  decimalsBeside,
  type FigureUnit,
  figureText,
  numberText,
  planText,
  STATUS_LABELS,
  tallyText,
  unitOf,
} from '../../rules/progress/labels.ts';
import type { ClubProgress, Figure, Status, TargetProgress } from '../../rules/progress/progress.ts';
import { isSensitiveTarget, maskSmall } from './mask-small.ts';

/** Widths in percent; they add up to 100. */
export interface BarView {
  readonly filled: number;
  readonly doubtful: number;
  readonly rest: number;
  readonly color: string;
}
/** A figure with its status, for a target or for one club or reading of it. */
export interface ResultView {
  readonly text: string;
  /** '' where the status says it all */
  readonly figure: string;
  readonly bar: BarView | undefined;
  readonly status: string;
  readonly color: string;
}
export interface TargetRow extends ResultView {
  readonly ordinal: number;
  readonly clause: string;
  readonly plan: string;
  readonly deadline: string;
  readonly remarks: readonly string[];
  readonly details: readonly ResultView[];
  readonly fromTotals: boolean;
}
interface Page {
  readonly cutOff: IsoDate;
  readonly decimals: number;
}

/** Readable as text on white and as a bar beside grey; the word always stands beside the colour. */
const COLORS: Readonly<Record<Status, string>> = {
  met: '#1a7340',
  beyond: '#1a7340',
  notMet: '#b3261e',
  outside: '#9a5b00',
  notDue: '#1f5fa8',
  noData: '#6b6f76',
  noSubject: '#6b6f76',
  unjudged: '#6b6f76',
};

/** What a full bar stands for: 100%, or the lower end of what the plan asks. */
function goalOf(bar: Bar, unit: FigureUnit): number | undefined {
  if (unit === 'percent') return 100;
  return bar.between?.[0] ?? bar.atLeast ?? bar.equal ?? bar.moreThan ?? bar.about?.value;
}

/** A bar that is full only when the goal is reached, and never empty when something was. */
export function barView(low: number, high: number, goal: number | undefined, color: string): BarView | undefined {
  if (!goal || goal <= 0) return undefined;
  const width = (value: number): number => {
    const exact = Math.min(100, (value / goal) * 100);
    return exact > 0 && exact < 100 ? Math.min(99, Math.max(1, Math.round(exact))) : exact;
  };
  const filled = width(low);
  const doubtful = width(high) - filled;
  return { filled, doubtful, rest: 100 - filled - doubtful, color };
}

/** Nothing is known: printing "from 0 up" or "0% to 100%" would read like a result. */
const saysNothing = (figure: Figure, unit: FigureUnit): boolean =>
  figure.low === 0 && (figure.high === undefined || (unit === 'percent' && figure.high >= 100));

function measured(target: Target, figure: Figure | undefined, status: Status, page: Page): Pick<ResultView, 'figure' | 'bar'> {
  const unit = unitOf(target);
  if (!figure || !unit || (status === 'noData' && saysNothing(figure, unit))) return { figure: '–', bar: undefined };
  const masked = isSensitiveTarget(target) ? maskSmall(figure) : undefined;
  if (masked !== undefined) return { figure: masked, bar: undefined };
  const bar = 'bar' in target ? target.bar : undefined;
  const decimals = bar && unit === 'percent' ? decimalsBeside(figure, bar, page.decimals) : page.decimals;
  const empty = figure.denominator !== undefined && figure.denominator.sure + figure.denominator.doubtful === 0;
  const goal = bar && !empty ? goalOf(bar, unit) : undefined;
  return { figure: figureText(figure, unit, decimals), bar: barView(figure.low, figure.high ?? figure.low, goal, COLORS[status]) };
}

/** "2/3 CLB": of the things judged one by one, how many are within the bar. */
function judgedOneByOne(progress: TargetProgress, noun: string): Pick<ResultView, 'figure' | 'bar'> {
  const { figure, clubs, status } = progress;
  if (figure?.denominator && figure.denominator.sure + figure.denominator.doubtful > 0) {
    const { numerator, denominator } = figure;
    const bar = barView(numerator.sure, numerator.sure + numerator.doubtful, denominator.sure + denominator.doubtful, COLORS[status]);
    return { figure: `${tallyText(numerator)}/${tallyText(denominator)} ${noun}`, bar };
  }
  if (!clubs || clubs.length === 0) return { figure: '–', bar: undefined };
  const within = clubs.filter((club) => club.status === 'met' || club.status === 'beyond').length;
  return {
    figure: `${numberText(within)}/${numberText(clubs.length)} ${noun}`,
    bar: barView(within, within, clubs.length, COLORS[status]),
  };
}

function resultOf(progress: TargetProgress, page: Page): Pick<ResultView, 'figure' | 'bar'> {
  const { target, status, figure } = progress;
  switch (target.kind) {
    case 'each-club':
      return judgedOneByOne(progress, 'CLB');
    case 'each-unit':
      return figure?.denominator ? judgedOneByOne(progress, 'đơn vị') : measured(target, figure, status, page);
    case 'milestone':
      return { figure: status === 'met' || status === 'beyond' ? 'đã hoàn thành' : 'chưa hoàn thành đủ điều kiện', bar: undefined };
    case 'narrative': {
      const beside = figure ? measured(target, figure, status, page).figure : '';
      const words = progress.verdict ?? '';
      return { figure: [words, beside].filter((part) => part !== '').join(' – '), bar: undefined };
    }
    default:
      return measured(target, figure, status, page);
  }
}

function statusText(status: Status, deadline: IsoDate): string {
  if (status === 'notDue') return `${STATUS_LABELS.notDue} (hạn ${viDate(deadline)})`;
  return status === 'unjudged' ? 'chưa có đánh giá của đơn vị' : STATUS_LABELS[status];
}

function clubDetail(target: Target, club: ClubProgress, page: Page): ResultView {
  const mark = club.fromTotals ? ' (*)' : '';
  const { figure } = measured(target, club.figure, club.status, page);
  return { text: club.name, figure: figure + mark, bar: undefined, status: STATUS_LABELS[club.status], color: COLORS[club.status] };
}

function remarksOn(progress: TargetProgress, page: Page): string[] {
  const deadline = progress.target.deadline;
  const remarks: string[] = [];
  if (progress.asOf !== page.cutOff) remarks.push(`Số liệu tính đến ngày ${viDate(progress.asOf)}.`);
  if (progress.decidedOn !== deadline && progress.target.kind !== 'narrative')
    remarks.push(`Kết quả theo hạn xét trên số liệu chốt ngày ${viDate(progress.decidedOn)}.`);
  return remarks;
}

/** The rows of one target: itself, then the other readings of its clause, then the clubs that are not within the bar. */
export function targetRow(progress: TargetProgress, index: number, page: Page): TargetRow {
  const { target, status, figure } = progress;
  const deadline = target.deadline;
  const fromTotals = (figure?.numerator.fromTotals ?? 0) > 0 || (figure?.denominator?.fromTotals ?? 0) > 0;
  const readings = (progress.readings ?? []).map(
    (reading, place): ResultView => ({
      ...measured(target, reading.figure, reading.status, page),
      text: `Cách hiểu ${place + 1}: ${reading.text}`,
      status: statusText(reading.status, deadline),
      color: COLORS[reading.status],
    }),
  );
  const outside = (progress.clubs ?? []).filter((club) => target.kind === 'each-club' && club.status !== 'met');
  const result = resultOf(progress, page);
  return {
    ordinal: index + 1,
    clause: target.clause,
    text: target.title,
    plan: planText(target),
    deadline: viDate(deadline),
    figure: result.figure + (fromTotals && result.figure !== '–' ? ' (*)' : ''),
    bar: result.bar,
    status: statusText(status, deadline),
    color: COLORS[status],
    remarks: remarksOn(progress, page),
    details: [...readings, ...outside.map((club) => clubDetail(target, club, page))],
    fromTotals: fromTotals || outside.some((club) => club.fromTotals),
  };
}

// One target as the rows of the mail's table: what the plan asks, what was reached, the bar and the status, all as text.
import { type IsoDate, viDate } from '../../rules/calendar-date.ts';
import type { Bar, Target } from '../../rules/plan/target-schema.ts';
import {
  barText,
  decimalsBeside,
  type FigureUnit,
  figureText,
  nounOf,
  planText,
  STATUS_LABELS,
  tallyText,
  unitOf,
} from '../../rules/progress/labels.ts';
import type { Figure, Status, TargetProgress } from '../../rules/progress/progress.ts';
import { isSensitiveTarget, maskSmall } from './mask-small.ts';

/** Widths in percent; they add up to 100. */
export interface BarView {
  readonly filled: number;
  readonly doubtful: number;
  readonly rest: number;
  readonly color: string;
}
/** A figure with its status: of a target, or of one club, year or reading of it. */
export interface ResultView {
  readonly text: string;
  /** '' for a detail that is held against the target's own bar */
  readonly plan: string;
  /** '' where nothing is known; the status says why */
  readonly figure: string;
  readonly bar: BarView | undefined;
  readonly status: string;
  readonly color: string;
}
export interface TargetRow extends ResultView {
  readonly ordinal: number;
  readonly clause: string;
  readonly deadline: string;
  readonly remarks: readonly string[];
  readonly details: readonly ResultView[];
}
interface Page {
  readonly cutOff: IsoDate;
  readonly decimals: number;
}
type Shown = Pick<ResultView, 'figure' | 'bar'>;
const NOTHING_SHOWN: Shown = { figure: '', bar: undefined };

/** Beside a figure that rests on what a club reported without a list; explained under each table. */
export const TOTALS_MARK = ' (*)';
/** Beside a count that is not told; explained under the table. */
export const isMasked = (row: ResultView): boolean => /dưới \d/.test(row.figure);

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

/** Nothing is known: "from 0 up" or "0% to 100%" would read like a result. */
function saysNothing({ numerator, denominator, low, high }: Figure): boolean {
  if (denominator && !denominator.open && denominator.sure + denominator.doubtful === 0) return true;
  return numerator.sure === 0 && low === 0 && (high === undefined || (denominator !== undefined && high >= 100));
}

const restsOnTotals = ({ numerator, denominator }: Figure): boolean =>
  numerator.fromTotals > 0 || (denominator !== undefined && denominator.fromTotals > 0);
const marked = (shown: Shown, fromTotals: boolean): Shown =>
  fromTotals && shown.figure !== '' ? { ...shown, figure: shown.figure + TOTALS_MARK } : shown;

/** A figure and its bar against what the plan asks; small sensitive counts without their share. */
function measured(target: Target, figure: Figure, status: Status, page: Page, ownBar?: Bar): Shown {
  const unit = unitOf(target);
  if (!unit || saysNothing(figure)) return NOTHING_SHOWN;
  const masked = isSensitiveTarget(target) ? maskSmall(figure) : undefined;
  if (masked !== undefined) return { figure: masked, bar: undefined };
  const bar = ownBar ?? ('bar' in target ? target.bar : undefined);
  const decimals = bar && unit === 'percent' ? decimalsBeside(figure, bar, page.decimals) : page.decimals;
  const width = bar && barView(figure.low, figure.high ?? figure.low, goalOf(bar, unit), COLORS[status]);
  return { figure: figureText(figure, unit, decimals), bar: width };
}

/** "2/3 CLB": how many of the things that are judged one by one have what is asked. */
function partOfWhole({ numerator, denominator }: Figure, noun: string, color: string): Shown {
  const whole = denominator ? denominator.sure + denominator.doubtful : 0;
  if (!denominator || whole === 0) return NOTHING_SHOWN;
  const bar = barView(numerator.sure, numerator.sure + numerator.doubtful, whole, color);
  return { figure: `${tallyText(numerator)}/${tallyText(denominator)} ${noun}`, bar };
}

function shownOf(progress: TargetProgress, page: Page): Shown {
  const { target, status, figure } = progress;
  const color = COLORS[status];
  if (target.kind === 'narrative') {
    const beside = figure ? measured(target, figure, status, page).figure : '';
    return { figure: [progress.verdict ?? '', beside].filter((part) => part !== '').join(' – '), bar: undefined };
  }
  if (!figure) return NOTHING_SHOWN;
  if (target.kind === 'each-club') return partOfWhole(figure, 'CLB', color);
  if (target.kind === 'milestone') return partOfWhole(figure, 'điều kiện', color);
  if (target.kind === 'each-unit' && figure.denominator) {
    const alone = figure.denominator.sure === 1 && target.unit === 'count';
    return alone
      ? { figure: `${tallyText(figure.numerator)} ${nounOf(target.count)}`, bar: undefined }
      : partOfWhole(figure, 'đơn vị', color);
  }
  return measured(target, figure, status, page);
}

const statusText = (status: Status): string => (status === 'unjudged' ? 'chưa có đánh giá của đơn vị' : STATUS_LABELS[status]);

/** The rows below a target: its years, the readings of its clause, the clubs that are not within the bar. */
function detailsOf({ target, years = [], readings = [], clubs = [] }: TargetProgress, page: Page): ResultView[] {
  const detail = (text: string, figure: Figure, status: Status, more: { bar?: Bar; fromTotals?: boolean } = {}): ResultView => ({
    ...marked(measured(target, figure, status, page, more.bar), more.fromTotals ?? restsOnTotals(figure)),
    text,
    plan: more.bar ? barText(more.bar, unitOf(target) ?? 'percent') : '',
    status: statusText(status),
    color: COLORS[status],
  });
  return [
    ...years.map((year) => detail(`Năm ${year.year}`, year.figure, year.status)),
    ...readings.map((reading, place) =>
      detail(`Cách hiểu ${place + 1}: ${reading.text}`, reading.figure, reading.status, { bar: reading.bar }),
    ),
    ...clubs
      .filter((club) => club.status !== 'met')
      .map((club) => ({ ...detail(club.name, club.figure, club.status, { fromTotals: club.fromTotals }), bar: undefined })),
  ];
}

/** One target with the rows below it. */
export function targetRow(progress: TargetProgress, index: number, page: Page): TargetRow {
  const { target, status, figure } = progress;
  return {
    ...marked(shownOf(progress, page), figure !== undefined && restsOnTotals(figure)),
    ordinal: index + 1,
    clause: target.clause,
    text: target.title,
    plan: planText(target),
    deadline: viDate(target.deadline),
    status: statusText(status),
    color: COLORS[status],
    remarks: progress.asOf === page.cutOff ? [] : [`Số liệu tính đến ngày ${viDate(progress.asOf)}.`],
    details: detailsOf(progress, page),
  };
}

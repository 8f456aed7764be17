// A figure as the mail shows it: its text, its bar against what the plan asks, the colour and the word of its status.
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { Bar, Count, Target } from '../../rules/plan/target-schema.ts';
import { decimalsBeside, type FigureUnit, figureText, nounOf, STATUS_LABELS, tallyText, unitOf } from '../../rules/progress/labels.ts';
import type { Figure, Status } from '../../rules/progress/progress.ts';
import { isSensitive, isSensitiveTarget } from '../../rules/progress/sensitive.ts';
import { maskSmall } from '../../rules/reporting/mask-small.ts';

/** Widths in percent; they add up to 100. */
export interface BarView {
  readonly filled: number;
  readonly doubtful: number;
  readonly rest: number;
  readonly color: string;
}
/** What a report's figures share. */
export interface Page {
  readonly cutOff: IsoDate;
  readonly decimals: number;
}
export interface Shown {
  /** '' where nothing is known; the status says why */
  readonly figure: string;
  readonly bar: BarView | undefined;
}
export const NOTHING_SHOWN: Shown = { figure: '', bar: undefined };

/** Beside a figure that rests on what a club reported without a list; explained under each table. */
export const TOTALS_MARK = ' (*)';
export const TOTALS_NOTE = '(*) số liệu do CLB tự báo cáo, chưa có danh sách.';

/** Readable as text on white and as a bar beside grey; the word always stands beside the colour. */
export const COLORS: Readonly<Record<Status, string>> = {
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

export const restsOnTotals = ({ numerator, denominator }: Figure): boolean =>
  numerator.fromTotals > 0 || (denominator !== undefined && denominator.fromTotals > 0);
export const marked = (shown: Shown, fromTotals: boolean): Shown =>
  fromTotals && shown.figure !== '' ? { ...shown, figure: shown.figure + TOTALS_MARK } : shown;

/** A figure and its bar against what the plan asks; small sensitive counts without their share. */
export function measured(target: Target, figure: Figure, status: Status, page: Page, ownBar?: Bar): Shown {
  const unit = unitOf(target);
  if (!unit || saysNothing(figure)) return NOTHING_SHOWN;
  const masked = isSensitiveTarget(target) ? maskSmall(figure) : undefined;
  if (masked !== undefined) return { figure: masked, bar: undefined };
  const bar = ownBar ?? ('bar' in target ? target.bar : undefined);
  const decimals = bar && unit === 'percent' ? decimalsBeside(figure, bar, page.decimals) : page.decimals;
  const width = bar && barView(figure.low, figure.high ?? figure.low, goalOf(bar, unit), COLORS[status]);
  return { figure: figureText(figure, unit, decimals), bar: width };
}

/** What one unit has of what is counted; '' where nothing is known, and small sensitive counts without their number. */
export function ownFigure(count: Count, figure: Figure, { decimals }: Page): string {
  if (saysNothing(figure)) return '';
  return (isSensitive(count) ? maskSmall(figure) : undefined) ?? figureText(figure, { of: nounOf(count) }, decimals);
}

/** "2/3 CLB": how many of the things that are judged one by one have what is asked. */
export function partOfWhole({ numerator, denominator }: Figure, noun: string, color: string): Shown {
  const whole = denominator ? denominator.sure + denominator.doubtful : 0;
  if (!denominator || whole === 0) return NOTHING_SHOWN;
  const bar = barView(numerator.sure, numerator.sure + numerator.doubtful, whole, color);
  return { figure: `${tallyText(numerator)}/${tallyText(denominator)} ${noun}`, bar };
}

export const statusText = (status: Status): string => (status === 'unjudged' ? 'chưa có đánh giá của đơn vị' : STATUS_LABELS[status]);

// One target as the rows of the mail's table: what the plan asks, what was reached, the bar and the status, all as text.
import { viDate } from '../../rules/calendar-date.ts';
import { courseText, coverageText, ofPlanText, planText, unitOf, wordOf, yearsMetText } from '../../rules/progress/labels.ts';
import type { TargetProgress, YearProgress } from '../../rules/progress/progress.ts';
import {
  barView,
  COLORS,
  marked,
  measured,
  NOTHING_SHOWN,
  type Page,
  partOfWhole,
  restsOnTotals,
  type Shown,
  statusText,
} from './figure-view.ts';
import { detailsOf, type ResultView } from './target-details.ts';

export interface TargetRow extends ResultView {
  readonly ordinal: number;
  readonly clause: string;
  readonly deadline: string;
  /** "bằng 126,3% kế hoạch; 18/21 đơn vị có số liệu", or '' where there is nothing to say beside the figure */
  readonly beside: string;
  readonly remarks: readonly string[];
  readonly details: readonly ResultView[];
}

/** Beside a count that is not told; explained under the table. */
export const isMasked = ({ figure }: Shown): boolean => /dưới \d/.test(figure);

function shownOf(progress: TargetProgress, page: Page): Shown {
  const { target, status, figure, years } = progress;
  const color = COLORS[status];
  if (target.kind === 'narrative') {
    const beside = figure ? measured(target, figure, status, page).figure : '';
    return { figure: [progress.verdict ?? '', beside].filter((part) => part !== '').join(' – '), bar: undefined };
  }
  if (years && years.length > 0) return yearsShown(years, color);
  if (!figure) return NOTHING_SHOWN;
  if (target.kind === 'each-club') return partOfWhole(figure, 'CLB', color);
  if (target.kind === 'milestone') return partOfWhole(figure, 'điều kiện', color);
  if (target.kind === 'each-unit' && figure.denominator) return partOfWhole(figure, wordOf(target), color);
  return measured(target, figure, status, page);
}

/** The newest year's count alone would read like the whole: the years are told below, and here in how many of them it was met. */
function yearsShown(years: readonly YearProgress[], color: string): Shown {
  const met = years.filter(({ status }) => status === 'met' || status === 'beyond').length;
  return { figure: yearsMetText(years), bar: barView(met, met, years.length, color) };
}

/** What a number is of the planned one, and whose numbers are inside. */
function besideOf(progress: TargetProgress, shown: Shown, page: Page): string {
  const { target, figure, years } = progress;
  if (!figure) return '';
  const told = shown.figure !== '' && !isMasked(shown);
  const counted = target.kind === 'count' && target.unit === 'count' && told && !years;
  const { course } = progress;
  const parts = [
    counted ? ofPlanText(figure, target.bar, page.decimals) : undefined,
    course && told ? courseText(course, unitOf(target) ?? 'percent') : undefined,
    coverageText(progress),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

/** One target with the rows below it. */
export function targetRow(progress: TargetProgress, index: number, page: Page): TargetRow {
  const { target, status, figure, years } = progress;
  const shown = shownOf(progress, page);
  const onTotals = figure !== undefined && years === undefined && restsOnTotals(figure);
  return {
    ...marked(shown, onTotals),
    ordinal: index + 1,
    clause: target.clause,
    text: target.title,
    plan: planText(target),
    deadline: viDate(target.deadline),
    status: statusText(status),
    color: COLORS[status],
    beside: besideOf(progress, shown, page),
    remarks: progress.asOf === page.cutOff ? [] : [`Số liệu tính đến ngày ${viDate(progress.asOf)}.`],
    details: detailsOf(progress, page),
  };
}

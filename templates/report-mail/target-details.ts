// The rows below a target: its calendar years, the readings of its clause, and the clubs that are not within the bar.
import type { Bar, Target } from '../../rules/plan/target-schema.ts';
import { barText, numberText, unitOf } from '../../rules/progress/labels.ts';
import type { ClubProgress, Figure, Status, TargetProgress } from '../../rules/progress/progress.ts';
import { COLORS, marked, measured, type Page, restsOnTotals, type Shown, statusText } from './figure-view.ts';

/** A figure with its status: of a target, or of one club, year or reading of it. */
export interface ResultView extends Shown {
  readonly text: string;
  /** '' for a detail that is held against the target's own bar */
  readonly plan: string;
  readonly status: string;
  readonly color: string;
}

/** More lines than this nobody reads, and of many units they would fill the mail; the rest is told as a number. */
const CLUBS_NAMED = 10;

/** What the reader has to act on first; clubs whose figures are not complete come after it. */
const ORDER: readonly Status[] = ['notMet', 'notDue', 'outside', 'noData'];
const placeOf = ({ status }: ClubProgress): number => (ORDER.includes(status) ? ORDER.indexOf(status) : ORDER.length);

export function detailsOf({ target, years = [], readings = [], clubs = [] }: TargetProgress, page: Page): ResultView[] {
  const outside = clubs.filter(({ status }) => status !== 'met').sort((one, other) => placeOf(one) - placeOf(other));
  return [
    ...years.map((year) => detail(target, `Năm ${year.year}`, year.figure, year.status, page)),
    ...readings.map((reading, place) =>
      detail(target, `Cách hiểu ${place + 1}: ${reading.text.replace(/\.$/, '')}`, reading.figure, reading.status, page, reading.bar),
    ),
    ...outside.slice(0, CLUBS_NAMED).map((club) => clubDetail(target, club, page)),
    ...restOf(outside.slice(CLUBS_NAMED)),
  ];
}

function detail(target: Target, text: string, figure: Figure, status: Status, page: Page, bar?: Bar): ResultView {
  return {
    ...marked(measured(target, figure, status, page, bar), restsOnTotals(figure)),
    text,
    plan: bar ? barText(bar, unitOf(target) ?? 'percent') : '',
    status: statusText(status),
    color: COLORS[status],
  };
}

const clubDetail = (target: Target, { name, figure, status, fromTotals }: ClubProgress, page: Page): ResultView => ({
  text: name,
  plan: '',
  ...marked({ ...measured(target, figure, status, page), bar: undefined }, fromTotals),
  status: statusText(status),
  color: COLORS[status],
});

/** "12 CLB khác: 7 CLB chưa đến hạn, 5 CLB chưa đủ số liệu"; "4 CLB khác: vượt khung". */
function restOf(clubs: readonly ClubProgress[]): ResultView[] {
  const [first] = clubs;
  if (first === undefined) return [];
  const statuses = [...new Set(clubs.map(({ status }) => status))];
  const number = (wanted: Status): string => numberText(clubs.filter(({ status }) => status === wanted).length);
  const parts = statuses.map((status) => (statuses.length === 1 ? statusText(status) : `${number(status)} CLB ${statusText(status)}`));
  const color = COLORS[statuses.length === 1 ? first.status : 'noData'];
  return [{ text: `${numberText(clubs.length)} CLB khác`, plan: '', figure: '', bar: undefined, status: parts.join(', '), color }];
}

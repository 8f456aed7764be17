// The rows below a target: its calendar years, the readings of its clause, and the clubs that are not within the bar.
import type { Bar, Target } from '../../rules/plan/target-schema.ts';
import {
  barText,
  nounOf,
  numberText,
  ofStrivenText,
  PHASE_LABEL,
  STRIVEN_LABEL,
  stretchText,
  unitOf,
} from '../../rules/progress/labels.ts';
import type { ClubProgress, Figure, Status, StrivenProgress, TargetProgress, UnitProgress } from '../../rules/progress/progress.ts';
import { COLORS, marked, measured, ownFigure, type Page, restsOnTotals, type Shown, statusText } from './figure-view.ts';

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
const placeOf = ({ status }: Pick<ClubProgress, 'status'>): number => (ORDER.includes(status) ? ORDER.indexOf(status) : ORDER.length);

export function detailsOf(progress: TargetProgress, page: Page): ResultView[] {
  const { target, figure, striven, phases = [], years = [], readings = [], clubs = [], units = [] } = progress;
  const outside = clubs.filter(({ status }) => status !== 'met').sort((one, other) => placeOf(one) - placeOf(other));
  return [
    ...(striven && figure ? [strivenDetail(target, figure, striven, page)] : []),
    ...phases.flatMap((phase) => (phase.figure ? [detail(target, PHASE_LABEL(phase), phase.figure, phase.status, page, phase.bar)] : [])),
    ...years.map((year) => detail(target, stretchText(year), year.figure, year.status, page)),
    ...readings.map((reading, place) =>
      detail(target, `Cách hiểu ${place + 1}: ${reading.text.replace(/\.$/, '')}`, reading.figure, reading.status, page, reading.bar),
    ),
    ...outside.slice(0, CLUBS_NAMED).map((club) => clubDetail(target, club, page)),
    ...restOf(outside.slice(CLUBS_NAMED), 'CLB'),
    ...unitDetails(target, units, page),
  ];
}

/** The figure again, with its percentage of the higher bar where the two are numbers. */
function strivenDetail(target: Target, figure: Figure, { bar, status }: StrivenProgress, page: Page): ResultView {
  const view = detail(target, STRIVEN_LABEL, figure, status, page, bar);
  const share = 'unit' in target && target.unit === 'count' && view.bar ? ofStrivenText(figure, bar, page.decimals) : undefined;
  return share === undefined ? view : { ...view, figure: `${view.figure} (${share})` };
}

/** The units or groups that are not within, those to be asked first on top. */
function unitDetails(target: Target, units: readonly UnitProgress[], page: Page): ResultView[] {
  if (target.kind !== 'each-unit' && target.kind !== 'spread') return [];
  const outside = units.filter(({ status }) => status !== 'met' && status !== 'beyond').sort((one, other) => placeOf(one) - placeOf(other));
  const noun = nounOf(target.count);
  const named = outside.slice(0, CLUBS_NAMED).map(
    ({ name, figure, status }): ResultView => ({
      ...marked({ figure: ownFigure(target.count, figure, page), bar: undefined }, restsOnTotals(figure)),
      text: name,
      plan: target.kind === 'spread' ? barText(target.each, { of: noun }) : '',
      status: statusText(status),
      color: COLORS[status],
    }),
  );
  return [...named, ...restOf(outside.slice(CLUBS_NAMED), 'nơi')];
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
function restOf(clubs: readonly Pick<ClubProgress, 'status'>[], noun: 'CLB' | 'nơi'): ResultView[] {
  const [first] = clubs;
  if (first === undefined) return [];
  const statuses = [...new Set(clubs.map(({ status }) => status))];
  const number = (wanted: Status): string => numberText(clubs.filter(({ status }) => status === wanted).length);
  const parts = statuses.map((status) => (statuses.length === 1 ? statusText(status) : `${number(status)} ${noun} ${statusText(status)}`));
  const color = COLORS[statuses.length === 1 ? first.status : 'noData'];
  return [{ text: `${numberText(clubs.length)} ${noun} khác`, plan: '', figure: '', bar: undefined, status: parts.join(', '), color }];
}

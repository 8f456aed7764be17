// The tab Tiến độ thực hiện chỉ tiêu: a line per target, and below it what it consists of.
import { type IsoDate, toSerial } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
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
import { laidOut } from '../register/laid-out.ts';
import { TABS } from '../register/tabs.ts';
import { capital } from '../text.ts';
import { lackingText, missingText, TODO, verdictText } from './labels.ts';

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

/** A figure of a target in the cells of its line: as it reads, x, y and %. */
export function figureCells(
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

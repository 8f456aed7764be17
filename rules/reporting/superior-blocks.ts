// Tổng hợp, the owned tab of units by targets, with totals that say how many units are inside.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { bySuccessor } from '../progress/by-successor.ts';
import { judgeTargets } from '../progress/evaluate.ts';
import type { BaseTallies, UnitFigures } from '../progress/figures.ts';
import { decimalsBeside, figureText, nounOf, tallyText, unitOf } from '../progress/labels.ts';
import type { Tally, TargetProgress } from '../progress/progress.ts';
import { sensitiveIn } from '../progress/sensitive.ts';
import { type Telling, tellingsOf } from '../progress/suppress.ts';
import { sumOf } from '../progress/tally.ts';
import type { Tab } from '../register/column.ts';
import { laidOut } from '../register/laid-out.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import { SUPERIOR, UNIT_STATES } from './superior-labels.ts';
import type { SuperiorReview } from './superior-review.ts';
import { stateOf, unitNamed } from './unit-standing.ts';

const whole = (tab: Pick<Tab, 'sheetId'>, cells: readonly (readonly OwnedCell[])[]): Block => ({
  sheetId: tab.sheetId,
  row: 1,
  column: 0,
  cells,
  rest: true,
});

/** Tổng hợp: units by targets, and a total line that says how many units are inside. */
export function matrixBlocks(found: SuperiorReview, today: IsoDate): Block[] {
  const { plan, live, figures, units } = found;
  const targets = live.progress.map(({ target }) => target);
  const fixed = Object.keys(SUPERIOR_TABS.matrix.columns).length;
  const header: Block = {
    sheetId: SUPERIOR_TABS.matrix.sheetId,
    row: 0,
    column: fixed,
    cells: [targets.map(({ clause, title }) => `${clause} ${title}`)],
    rest: false,
  };
  const rows = units.map((view): readonly OwnedCell[] => {
    const own = figures.get(view.id);
    const state = own !== undefined && !view.sent ? UNIT_STATES.live : stateOf(view);
    const tellings: Tellings = own === undefined ? new Map() : tellingsOf(plan, own);
    const base = laidOut(SUPERIOR_TABS.matrix, {
      unit: view.id,
      name: unitNamed(plan, view.id, today),
      state,
      ...baseCells(own?.base),
      assigned: assignedText(found, view.id, own, tellings),
    });
    const judged =
      own === undefined
        ? []
        : judgeTargets(
            { plan, unit: view.id, level: 'superior', cutOff: own.cutOff, windowFrom: found.report.period.from },
            own.measured,
            new Map(),
          );
    return [
      ...base,
      ...targets.map((target) => {
        const one = judged.find(({ target: { id } }) => id === target.id);
        return toldCell(one, tellings.get(target.id)) ?? cellOf(one, plan.rounding.percentDecimals);
      }),
    ];
  });
  const total: readonly OwnedCell[] = [
    ...laidOut(SUPERIOR_TABS.matrix, {
      unit: null,
      name: SUPERIOR.total,
      state: SUPERIOR.coverage(live.heard.length, units.length),
      ...baseCells(live.base),
      assigned: null,
    }),
    ...live.progress.map((one) => cellOf(one, plan.rounding.percentDecimals)),
  ];
  return [header, whole(SUPERIOR_TABS.matrix, [...rows, ...mergedRows(found, today), total])];
}

/** After a merger, a line for each unit of the day that holds several of the plan's. */
const mergedRows = ({ plan, figures }: SuperiorReview, today: IsoDate): (readonly OwnedCell[])[] =>
  bySuccessor(plan, figures, today)
    .filter(({ units }) => units.length > 1)
    .map(({ name, units, heard, base }) =>
      laidOut(SUPERIOR_TABS.matrix, {
        unit: null,
        name: SUPERIOR.merged(name, units.length),
        state: SUPERIOR.coverage(heard, units.length),
        ...baseCells(heard === 0 ? undefined : base),
        assigned: null,
      }),
    );

const baseCells = (base: BaseTallies | undefined): { readonly [K in 'clubs' | 'members' | 'older' | 'women' | 'borrowers']: OwnedCell } => {
  const text = (key: keyof BaseTallies): OwnedCell =>
    base === undefined ? null : isUnknown(base[key]) ? SUPERIOR.unknown : tallyText(base[key]);
  return { clubs: text('clubs'), members: text('members'), older: text('older'), women: text('women'), borrowers: text('borrowers') };
};

/** Nothing typed and nothing declared: "at least 0" tells nobody anything. */
const isUnknown = ({ sure, doubtful, open }: Tally): boolean => open && sure + doubtful === 0;

type Tellings = ReadonlyMap<string, Telling>;

/** What stands for a small count of a sensitive attribute, and for one by which another could be worked out. */
function toldCell(one: TargetProgress | undefined, telling: Telling = 'told'): OwnedCell | undefined {
  if (one?.figure === undefined || telling === 'told') return undefined;
  const { denominator } = one.figure;
  if (telling === 'hidden') return SUPERIOR.hidden;
  const isWholeTold = denominator !== undefined && !sensitiveIn(one.target).whole;
  return isWholeTold ? `${SUPERIOR.small}/${tallyText(denominator)}` : SUPERIOR.small;
}

function cellOf(one: TargetProgress | undefined, decimals: number): OwnedCell {
  const figure = one?.figure;
  if (one === undefined || figure === undefined) return null;
  if (isUnknown(figure.denominator ?? figure.numerator)) return SUPERIOR.unknown;
  // a unit's own line: what it has, not how many units have it
  const own = one.units === undefined && (one.target.kind === 'spread' || one.target.kind === 'each-unit');
  const unit = own && 'count' in one.target ? { of: nounOf(one.target.count) } : (unitOf(one.target) ?? 'percent');
  const places = 'bar' in one.target ? decimalsBeside(figure, one.target.bar, decimals) : decimals;
  return figureText(figure, figure.denominator === undefined ? unit : 'percent', places);
}

/** "Số CLB mới: 1/1": what was assigned for the year of the period, and what came of it. */
function assignedText(
  { plan, workbook, report }: SuperiorReview,
  unit: string,
  own: UnitFigures | undefined,
  tellings: Tellings,
): OwnedCell {
  const year = yearOf(report.period.cutOff);
  const lines = workbook.assigned.rows.flatMap(({ values }) => {
    if (values.unit !== unit || values.year !== year || values.target === undefined || values.number === undefined) return [];
    const target = plan.targets.find(({ id }) => id === values.target);
    const measured = own?.measured.find((one) => one.target === values.target);
    const stretches = measured?.years?.filter((entry) => entry.year === year) ?? [];
    const counted = stretches.length > 0 ? { numerator: sumOf(stretches.map(({ numerator }) => numerator)) } : measured;
    const telling = tellings.get(values.target) ?? 'told';
    const counts = telling === 'told' ? counted && tallyText(counted.numerator) : SUPERIOR[telling];
    return [`${target?.title ?? values.target}: ${counts ?? '–'}/${values.number}`];
  });
  return lines.length === 0 ? null : lines.join('; ');
}

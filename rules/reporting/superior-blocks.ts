// The owned tabs of a superior: units by targets, who has sent, and what was sent. Whole tabs at a time.
import { daysBetween, type Instant, type IsoDate, localDate, toSerial, yearOf } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { judgeTargets } from '../progress/evaluate.ts';
import type { BaseTallies, UnitFigures } from '../progress/figures.ts';
import { decimalsBeside, figureText, tallyText, unitOf } from '../progress/labels.ts';
import type { TargetProgress } from '../progress/progress.ts';
import { REPORT_STATES } from '../register/choice-lists.ts';
import type { Tab } from '../register/column.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import { laidOut } from './owned-tabs.ts';
import { SUPERIOR, UNIT_STATES } from './superior-labels.ts';
import type { SuperiorReview, UnitView } from './superior-review.ts';
import { remarkFor, stateOf, unitNamed } from './unit-standing.ts';

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
    const base = laidOut(SUPERIOR_TABS.matrix, {
      unit: view.id,
      name: unitNamed(plan, view.id, today),
      state,
      ...baseCells(own?.base),
      assigned: assignedText(found, view.id, own),
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
      ...targets.map((target) =>
        cellOf(
          judged.find((one) => one.target.id === target.id),
          plan.rounding.percentDecimals,
        ),
      ),
    ];
  });
  const total = [
    ...laidOut(SUPERIOR_TABS.matrix, {
      unit: null,
      name: SUPERIOR.total,
      state: SUPERIOR.coverage(live.heard.length, units.length),
      ...baseCells(live.base),
      assigned: null,
    }),
    ...live.progress.map((one) => cellOf(one, plan.rounding.percentDecimals)),
  ];
  return [header, whole(SUPERIOR_TABS.matrix, [...rows, total])];
}

const baseCells = (base: BaseTallies | undefined): { readonly [K in 'clubs' | 'members' | 'older' | 'women' | 'borrowers']: OwnedCell } => {
  const text = (key: keyof BaseTallies): OwnedCell => (base === undefined ? null : tallyText(base[key]));
  return { clubs: text('clubs'), members: text('members'), older: text('older'), women: text('women'), borrowers: text('borrowers') };
};

function cellOf(one: TargetProgress | undefined, decimals: number): OwnedCell {
  const figure = one?.figure;
  if (one === undefined || figure === undefined) return null;
  const unit = unitOf(one.target) ?? 'percent';
  const places = 'bar' in one.target ? decimalsBeside(figure, one.target.bar, decimals) : decimals;
  return figureText(figure, figure.denominator === undefined ? unit : 'percent', places);
}

/** "Số CLB mới: 1/1": what was assigned for the year of the period, and what came of it. */
function assignedText({ plan, workbook, report }: SuperiorReview, unit: string, own: UnitFigures | undefined): OwnedCell {
  const year = yearOf(report.period.cutOff);
  const lines = workbook.assigned.rows.flatMap(({ values }) => {
    if (values.unit !== unit || values.year !== year || values.target === undefined || values.number === undefined) return [];
    const target = plan.targets.find(({ id }) => id === values.target);
    const measured = own?.measured.find((one) => one.target === values.target);
    const counted = measured?.years?.find((entry) => entry.year === year) ?? measured;
    return [`${target?.title ?? values.target}: ${counted === undefined ? '–' : tallyText(counted.numerator)}/${values.number}`];
  });
  return lines.length === 0 ? null : lines.join('; ');
}

/** Tình hình gửi báo cáo: those that are missing or late first, then the others in the plan's order. */
export function statusBlock(found: SuperiorReview, now: Instant): Block {
  const { plan, units, unitsDue, report } = found;
  const today = localDate(now);
  const rows = [...units]
    .sort((one, other) => rank(one) - rank(other))
    .map((view) =>
      laidOut(SUPERIOR_TABS.status, {
        name: unitNamed(plan, view.id, today),
        period: report.period.label,
        due: toSerial(unitsDue),
        state: stateOf(view),
        sentAt: view.sent ? (view.report?.sentAt ?? null) : null,
        daysLate: view.sentOn === undefined ? null : String(Math.max(0, daysBetween(unitsDue, view.sentOn))),
        remark: remarkFor(view, unitsDue, today) ?? null,
      }),
    );
  const sent = units.filter((view) => view.sent);
  const onTime = sent.filter(({ sentOn }) => sentOn !== undefined && sentOn <= unitsDue);
  const total = laidOut(SUPERIOR_TABS.status, {
    name: SUPERIOR.total,
    period: report.period.label,
    due: toSerial(unitsDue),
    state: SUPERIOR.sentCount(sent.length, units.length),
    sentAt: null,
    daysLate: null,
    remark: SUPERIOR.onTime(onTime.length, units.length),
  });
  return whole(SUPERIOR_TABS.status, [...rows, total]);
}

const rank = ({ sent, report }: UnitView): number => (!sent ? 0 : (report?.daysLate ?? 0) > 0 ? 1 : 2);

export interface LogLine {
  readonly key: string;
  readonly kind: string;
  readonly to: string;
  readonly status: string;
  readonly sentAt: string;
}

/** Nhật ký gửi: every mail of this workbook, the newest first. */
export function logBlock(lines: readonly LogLine[]): Block {
  const rows = [...lines]
    .sort((one, other) => (order(one) < order(other) ? 1 : -1))
    .map(({ key, kind, to, status, sentAt }) =>
      laidOut(SUPERIOR_TABS.log, { sentAt: sentAt === '' ? null : sentAt, kind, to, state: labelOf(status), key }),
    );
  return whole(SUPERIOR_TABS.log, rows);
}

/** dd/mm/yyyy hh:mm -> a text that sorts by time. */
const order = ({ sentAt, key }: LogLine): string =>
  `${sentAt.slice(6, 10)}${sentAt.slice(3, 5)}${sentAt.slice(0, 2)}${sentAt.slice(11)}${key}`;

const labelOf = (status: string): string =>
  (REPORT_STATES.from === 'list' ? REPORT_STATES.choices.find(({ key }) => key === status)?.label : undefined) ?? status;

/** Đơn vị: what the plan knows of a unit's successor, for provisioning. */
export const successorText = (plan: SuperiorReview['plan'], unit: string): string | null => {
  const names = plan.units.find(({ id }) => id === unit)?.names ?? [];
  const later = names
    .slice(1)
    .map(({ name, from }) => SUPERIOR.successor(name, from === undefined ? '' : from.split('-').reverse().join('/')));
  return later.length === 0 ? null : later.join('; ');
};

// Targets that judge units, or groups of them, one by one: each has a status of its own, and together they have one.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Bar, TargetOf } from '../plan/target-schema.ts';
import { unitOn } from '../plan/unit-names.ts';
import { type Moment, statusOf } from './judge.ts';
import type { Measured, TargetMeasured } from './measure.ts';
import type { Figure, Status, Tally, TargetProgress, UnitProgress } from './progress.ts';
import { countFigure, NOTHING, shareFigure, sumOf } from './tally.ts';

type OverUnits = TargetOf<'each-unit'> | TargetOf<'spread'>;
type UnitMeasured = Measured & { readonly unit: string };

/** Whether a target can only be seen over many units. */
export const isOverUnits = (target: { readonly kind: string; readonly per?: 'unit' | 'group' | undefined }): boolean =>
  target.kind === 'spread' || target.per === 'group';

/** Groups are what a spread is over unless its plan says otherwise; single units what each-unit is. */
const takesGroups = (target: OverUnits): boolean => (target.per ?? (target.kind === 'spread' ? 'group' : 'unit')) === 'group';

const barOfEach = (target: OverUnits): Bar => (target.kind === 'spread' ? target.each : target.bar);

/** How many units this is: one, perhaps one, or none when the target is not about it. */
const belongs = ({ denominator }: Measured): Tally => denominator ?? { ...NOTHING, sure: 1 };

interface Judged {
  readonly one: UnitProgress;
  /** it is one of those that are asked for */
  readonly sure: boolean;
}

/** Each unit or group by itself. One that perhaps is not asked for has no verdict. */
function eachOf(
  target: OverUnits,
  units: readonly UnitMeasured[],
  question: { readonly plan: Plan; readonly cutOff: IsoDate },
  moment: Moment,
): Judged[] {
  const { plan, cutOff } = question;
  return entriesOf(target, units, plan, (id) => nameOf(plan, id, cutOff)).map(({ id, name, parts }): Judged => {
    const asked = sumOf(parts.map(belongs));
    const sure = asked.sure > 0;
    const figure = countFigure(sumOf(parts.map((part) => (belongs(part).sure > 0 ? part.numerator : asDoubtful(part.numerator)))));
    const status = sure ? statusOf(barOfEach(target), figure, moment) : 'noData';
    return { one: { unit: id, name, status, figure }, sure };
  });
}

const asDoubtful = ({ sure, doubtful, open }: Tally): Tally => ({ ...NOTHING, doubtful: sure + doubtful, open });

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly UnitMeasured[];
}

function entriesOf(target: OverUnits, units: readonly UnitMeasured[], plan: Plan, named: (unit: string) => string): Entry[] {
  const asked = units.filter((unit) => belongs(unit).sure + belongs(unit).doubtful > 0);
  if (!takesGroups(target)) return asked.map((unit) => ({ id: unit.unit, name: named(unit.unit), parts: [unit] }));
  const groupOf = new Map(plan.units.map(({ id, group }) => [id, group]));
  return (plan.groups ?? []).flatMap(({ id, name }) => {
    const parts = asked.filter(({ unit }) => groupOf.get(unit) === id);
    return parts.length === 0 ? [] : [{ id, name, parts }];
  });
}

/** After a merger two units bear one name, and the former area tells them apart. */
function nameOf(plan: Plan, id: string, day: IsoDate): string {
  const unit = plan.units.find((one) => one.id === id);
  if (unit === undefined) return id;
  const { name, formerArea } = unitOn(unit, day);
  return formerArea === undefined ? name : `${name}, ${formerArea}`;
}

const WITHIN: readonly Status[] = ['met', 'beyond'];
const FAILING: readonly Status[] = ['notMet', 'notDue', 'outside'];

/** How many of them are within, of how many. */
function withinOf(judged: readonly Judged[]): { readonly within: Tally; readonly whole: Tally } {
  const number = (holds: (one: Judged) => boolean) => judged.filter(holds).length;
  const within = number(({ one }) => WITHIN.includes(one.status));
  const open = number(({ one }) => !WITHIN.includes(one.status) && !FAILING.includes(one.status));
  const sure = number((one) => one.sure);
  return { within: { ...NOTHING, sure: within, doubtful: open }, whole: { ...NOTHING, sure, doubtful: judged.length - sure } };
}

const WORST: readonly Status[] = ['notMet', 'notDue', 'noData', 'noSubject', 'outside'];

/** A register by itself has one number, held against the bar of each; many units are judged one by one. */
export function judgeUnits(
  target: OverUnits,
  measured: TargetMeasured,
  question: { readonly plan: Plan; readonly cutOff: IsoDate },
  moment: Moment,
): Pick<TargetProgress, 'status' | 'figure' | 'units'> {
  if (measured.units === undefined) return judgeAlone(target, measured, moment);
  const each: Moment = target.kind === 'spread' ? { ...moment, excess: 'outside' } : moment; // what each has to have is a condition there
  const judged = eachOf(target, measured.units, question, each);
  const units = judged.map(({ one }) => one);
  const { within, whole } = withinOf(judged);
  const share = shareFigure(within, whole);
  if (target.kind === 'spread') {
    const figure = target.unit === 'percent' ? share : countFigure(within);
    return { status: statusOf(target.bar, figure, moment), figure: figure ?? emptyShare(within, whole), units };
  }
  const worst = WORST.find((status) => units.some((one) => one.status === status));
  const allBeyond = units.every(({ status }) => status === 'beyond');
  const status = units.length === 0 ? 'noSubject' : (worst ?? (allBeyond ? 'beyond' : 'met'));
  return { status, figure: share ?? emptyShare(within, whole), units };
}

const emptyShare = (numerator: Tally, denominator: Tally): Figure => ({ numerator, denominator, low: 0, high: 0 });

function judgeAlone(target: OverUnits, measured: TargetMeasured, moment: Moment): Pick<TargetProgress, 'status' | 'figure'> {
  const figure = countFigure(measured.numerator);
  const { sure, doubtful } = belongs(measured);
  if (sure > 0) return { status: statusOf(barOfEach(target), figure, moment), figure };
  return { status: doubtful > 0 ? 'noData' : 'noSubject', figure };
}

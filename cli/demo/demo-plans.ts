// The plans that the demo shows, and who types in their registers. The only place that says which plan has which demo.
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { OwnedCell } from '../../rules/conversation.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { loadPlan, planPath } from '../plan-file.ts';
import { demoUnits, superiorFacts, superiorNarratives } from './many-units.ts';
import { QUY_KY_DEMO_TITLE, quyKyDemo } from './quy-ky.ts';
import { type DemoRows, demoGrids } from './register.ts';

/** One unit of a plan's demo; without rows it has no register. */
export interface DemoPart {
  readonly unit: string;
  readonly title: string;
  readonly rows?: (registerId: string, reportsFrom: IsoDate) => DemoRows;
  readonly baseline: number | undefined;
}
export interface DemoPlan {
  /** the plan's file, without its ending */
  readonly file: string;
  readonly superiorTitle: string;
  parts(plan: Plan, day: IsoDate): readonly DemoPart[];
}

export const DEMO_PLANS: readonly DemoPlan[] = [
  {
    file: 'quy-ky',
    superiorTitle: 'Huyện Định Hóa – danh sách sổ (số liệu mẫu)',
    parts: (plan, day) =>
      plan.units.map(({ id }) => ({
        unit: id,
        title: QUY_KY_DEMO_TITLE,
        baseline: undefined,
        rows: (registerId, reportsFrom) => quyKyDemo(day, registerId, { reportsFrom }),
      })),
  },
  {
    file: 'buon-ma-thuot',
    superiorTitle: 'Thành phố Buôn Ma Thuột – sổ tổng hợp (số liệu mẫu)',
    parts: (plan, day) => demoUnits(plan, day),
  },
];

/** Plans whose superior reports upwards: its workbook is more than a list of registers. */
export const steeredPlans = (): string[] =>
  DEMO_PLANS.map(({ file }) => loadPlan(planPath(file)).plan)
    .filter(({ superior }) => superior !== null)
    .map(({ id }) => id);

/** The cells below the headers of a superior's own tabs, by sheetId: facts, words, and what it assigned. */
export function superiorRows(
  plan: Plan,
  day: IsoDate,
  registerId: string,
  reportsFrom: IsoDate,
): ReadonlyMap<number, readonly (readonly OwnedCell[])[]> {
  const grids = demoGrids({ unitInfo: superiorFacts(plan, registerId, reportsFrom), narratives: superiorNarratives(plan, day) }, plan);
  return new Map([...grids].map(([sheetId, grid]) => [sheetId, grid.slice(1)]));
}

/** What the superior assigned: a new club to every third unit in each year of the plan, by the plan's own yearly target. */
export function assignedRows(plan: Plan): readonly (readonly OwnedCell[])[] {
  const target = plan.targets.find((one) => one.kind === 'count' && one.every !== undefined);
  if (target === undefined) return [];
  const first = Number(plan.period.from.slice(0, 4));
  const years = Array.from({ length: Number(plan.period.to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years.flatMap((year, turn) =>
    plan.units.filter((_, place) => place % years.length === turn).map(({ id }): OwnedCell[] => [id, year, target.title, 1, null]),
  );
}

/** The name of a unit in the plan's own time, for the list of units. */
export const firstName = (plan: Plan, unit: string): string => plan.units.find(({ id }) => id === unit)?.names[0]?.name ?? unit;

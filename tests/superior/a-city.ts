// The demo city without a workspace: what its registers hold on a day, what a superior hears of them, and the superior's own workbook.
import { readFileSync } from 'node:fs';
import { superiorRows } from '../../cli/demo/demo-plans.ts';
import { type DemoUnit, demoUnits } from '../../cli/demo/many-units.ts';
import { demoGrids } from '../../cli/demo/register.ts';
import { unitRow } from '../../cli/provision.ts';
import type { Instant, IsoDate } from '../../rules/calendar-date.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { figuresOf, type UnitFigures } from '../../rules/progress/figures.ts';
import type { Tab } from '../../rules/register/column.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { SUPERIOR_TABS, type SuperiorTabs } from '../../rules/register/superior-tabs.ts';
import { decideSuperior } from '../../rules/reporting/decide-superior.ts';
import type { Heard, HeardReport } from '../../rules/reporting/heard.ts';
import { composeDigestMail } from '../../templates/digest-mail/compose.ts';
import { aTurn, REGISTER, type Sent, settingAt, type Workbook } from '../reporting/a-workbook.ts';

export const day = (text: string): IsoDate => text as IsoDate;
export const CITY_TEXT = readFileSync(new URL('../../templates/plans/buon-ma-thuot.json', import.meta.url), 'utf8');
export const CITY: Plan = Plan.parse(JSON.parse(CITY_TEXT));

export interface Period {
  readonly upTo: IsoDate;
  readonly cutOff: IsoDate;
  readonly from: IsoDate;
}
export const PERIODS: readonly Period[] = [
  { upTo: day('2024-12-20'), cutOff: day('2024-12-14'), from: day('2023-12-15') },
  { upTo: day('2025-12-20'), cutOff: day('2025-12-14'), from: day('2024-12-15') },
];
export const [THEN, LATER] = PERIODS as readonly [Period, Period];

export type Grids = ReadonlyMap<number, readonly (readonly CellValue[])[]>;
export const gridsOf = ({ unit, rows }: DemoUnit, from: IsoDate, plan = CITY): Grids | undefined =>
  rows === undefined ? undefined : demoGrids(rows(`so-${unit}`, from), plan);

const known = new Map<string, ReadonlyMap<string, UnitFigures>>();

/** The figures of every unit that has a register, as its report of the period would freeze them. */
export function figuresOn({ upTo, cutOff, from }: Period): ReadonlyMap<string, UnitFigures> {
  const before = known.get(cutOff);
  if (before !== undefined) return before;
  const figures = new Map(
    demoUnits(CITY, upTo).flatMap((one): [string, UnitFigures][] => {
      const grids = gridsOf(one, from);
      if (grids === undefined) return [];
      const register = readRegister({ register: `so-${one.unit}`, grids }, CITY);
      return [[one.unit, figuresOf(register, { plan: CITY, unit: one.unit, level: 'commune', cutOff, windowFrom: from })]];
    }),
  );
  known.set(cutOff, figures);
  return figures;
}

export const baselinesOn = ({ upTo }: Pick<Period, 'upTo'>): ReadonlyMap<string, number> =>
  new Map(demoUnits(CITY, upTo).map(({ unit, baseline }) => [unit, baseline]));

export const reportKey = (unit: string, year: number): string => `${CITY.id}/${unit}/bao-cao-nam/${year}/1`;

/** A unit whose report of the year went out. */
export function sentReport(unit: string, year: number, figures: UnitFigures | undefined, sent: Partial<HeardReport> = {}): Heard {
  const report: HeardReport = { status: 'sent', sentAt: `20/12/${year} 08:00`, daysLate: 0, figures, ...sent };
  return { kind: 'heard', reports: new Map([[reportKey(unit, year), report]]), live: undefined };
}
export const notSent = (live?: UnitFigures): Heard => ({ kind: 'heard', reports: new Map(), live });

/** All units have sent but those named. */
export function heardAll(period: Period, except: Readonly<Record<string, Heard>> = {}): Map<string, Heard> {
  const year = Number(period.cutOff.slice(0, 4));
  const figures = figuresOn(period);
  return new Map(
    CITY.units.map(({ id }): [string, Heard] => [
      id,
      except[id] ?? (figures.has(id) ? sentReport(id, year, figures.get(id)) : { kind: 'noRegister' }),
    ]),
  );
}

export interface SuperiorWish {
  readonly reportsFrom?: IsoDate;
  readonly baselines?: ReadonlyMap<string, number>;
}

/** The superior's workbook as it was provisioned. */
export function aSuperior(upTo = THEN.upTo, { reportsFrom = THEN.from, baselines = baselinesOn({ upTo }) }: SuperiorWish = {}): Workbook {
  const workbook: Workbook = new Map(
    Object.values<Tab>(SUPERIOR_TABS).map((tab) => [
      tab.sheetId,
      [...Array.from({ length: (tab.headerRow ?? 1) - 1 }, () => []), Object.values(tab.columns).map(({ header }) => header)],
    ]),
  );
  for (const [sheetId, rows] of superiorRows(CITY, upTo, REGISTER, reportsFrom)) sheetIn(workbook, sheetId).push(...plain(rows));
  sheetIn(workbook, SUPERIOR_TABS.plan.sheetId).push(...plain(planToRows(CITY_TEXT)));
  const units = CITY.units.map(({ id, names }) =>
    unitRow({ unit: id, name: names[0]?.name ?? id, register: `so-${id}`, baseline: baselines.get(id) ?? null }),
  );
  sheetIn(workbook, SUPERIOR_TABS.units.sheetId).push(...plain(units));
  return workbook;
}

const plain = (rows: readonly (readonly unknown[])[]): CellValue[][] => rows.map((row) => row.map((cell) => cell as CellValue));

export function sheetIn(workbook: Workbook, sheetId: number): CellValue[][] {
  const grid = workbook.get(sheetId);
  if (grid === undefined || grid === 'missing') throw new Error(`sheet ${sheetId} is not there`);
  return grid;
}

/** The rows of a tab as people read them, by column key. */
export function rowsOf<K extends keyof SuperiorTabs>(workbook: Workbook, key: K): { readonly [column: string]: CellValue }[] {
  const tab: Tab = SUPERIOR_TABS[key];
  return sheetIn(workbook, tab.sheetId)
    .slice(1)
    .map((row) => Object.fromEntries(Object.keys(tab.columns).map((column, place) => [column, row[place] ?? null])))
    .filter((row) => Object.values(row).some((cell) => cell !== null && cell !== ''));
}

/** One turn of the superior, given what it heard. */
export const superiorTurn = (workbook: Workbook, heard: ReadonlyMap<string, Heard>, now: Instant): Sent =>
  aTurn(workbook, now, (reading) => decideSuperior(reading, heard, { ...settingAt(now), composeDigest: composeDigestMail }));

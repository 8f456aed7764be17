// The demo: for each plan its superior's workbook and the registers of its units, made once per state and then kept.
import { existsSync, readFileSync } from 'node:fs';
import { type IsoDate, viDate } from '../rules/calendar-date.ts';
import type { Plan } from '../rules/plan/schema.ts';
import type { CellValue } from '../rules/register/grid.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { yearlyPeriod } from '../rules/reporting/periods.ts';
import { successorText } from '../rules/reporting/unit-standing.ts';
import { assignedRows, DEMO_PLANS, type DemoPart, type DemoPlan, firstName, superiorRows } from './demo/demo-plans.ts';
import { demoGrids } from './demo/register.ts';
import { extensionRows } from './demo/superior-extensions.ts';
import { enterDemo } from './enter-demo.ts';
import { START } from './labels.ts';
import { LOCAL, localClients } from './local-google.ts';
import { loadPlan, planPath } from './plan-file.ts';
import { provisionRegister, provisionSuperior, unitRow } from './provision.ts';
import type { KnownRegister } from './summary.ts';
import { writeWhole } from './whole-file.ts';

export interface DemoDistrict {
  /** a workbook per plan, in the plans' order */
  readonly superiors: readonly { readonly id: string; readonly plan: string }[];
  readonly registers: readonly KnownRegister[];
}

export interface DemoWish {
  readonly date: IsoDate;
  /** the plans to make a demo of, by their files' names; all of them unless said. A state that is there keeps those it was made with */
  readonly plans?: readonly string[] | undefined;
  readonly file: string | undefined;
  readonly tell: (line: string) => void;
}

/** What a state remembers of its demo. */
interface Kept extends DemoDistrict {
  /** the first day from which the registers report */
  readonly reportsFrom: IsoDate;
  /** the demo's officers have typed up to this day */
  readonly enteredUpTo: IsoDate;
  /** they are typing up to this one: whoever was killed on the way may have got there */
  readonly entering?: IsoDate;
}

/** The first day of the yearly window that a day reports on: registers of a fresh state report from there. */
export function reportsFromOn(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  const current = yearlyPeriod(year, { month: 12, day: 31 });
  return date > current.cutOff ? current.from : yearlyPeriod(year - 1, { month: 12, day: 31 }).from;
}

/**
 * Makes the demo in a workspace, or finds the one that was made there before: `file` remembers it. Whoever is killed before the file is
 * written leaves workbooks that no sweep knows. When the day has moved on, the demo's officers go on typing: see `enterDemo`.
 */
export async function demoDistrict(workspace: string, { date, plans, file, tell }: DemoWish): Promise<DemoDistrict> {
  const remember = (kept: Kept): void => {
    if (file !== undefined) writeWhole(file, `${JSON.stringify(kept, null, 2)}\n`);
  };
  const kept = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : undefined;
  if (kept !== undefined) return goOn(workspace, date, kept, { remember, tell });
  const demos = DEMO_PLANS.filter((demo) => plans === undefined || plans.includes(demo.file));
  const made = await makeDistrict(workspace, date, demos, tell);
  remember(made);
  return made;
}

async function goOn(
  workspace: string,
  date: IsoDate,
  kept: Kept,
  { remember, tell }: { readonly remember: (kept: Kept) => void; readonly tell: (line: string) => void },
): Promise<DemoDistrict> {
  if (date <= kept.enteredUpTo && kept.entering === undefined) return kept;
  remember({ ...kept, entering: date });
  const days = [kept.enteredUpTo, ...(kept.entering === undefined ? [] : [kept.entering]), date];
  const outcomes: string[] = [];
  for (const demo of DEMO_PLANS) {
    const { plan } = loadPlan(planPath(demo.file));
    if (!kept.superiors.some((superior) => superior.plan === plan.id)) continue;
    const parts = days.map((day) => new Map(demo.parts(plan, day).map((part) => [part.unit, part])));
    for (const { id, unit } of kept.registers.filter((register) => register.plan === plan.id)) {
      const grids = parts.map((on) => gridsOf(on.get(unit), id, plan, kept.reportsFrom));
      const wanted = grids.pop();
      if (id !== undefined && wanted !== undefined)
        outcomes.push(
          await enterDemo(
            localClients(workspace),
            id,
            grids.flatMap((one) => one ?? []),
            wanted,
          ),
        );
    }
  }
  if (outcomes.includes('entered')) tell(START.entered(viDate(kept.enteredUpTo), viDate(date)));
  if (outcomes.includes('edited')) tell(START.notEntered);
  const { superiors, registers, reportsFrom } = kept;
  const now: Kept = { superiors, registers, reportsFrom, enteredUpTo: date };
  remember(now);
  return now;
}

async function makeDistrict(workspace: string, date: IsoDate, demos: readonly DemoPlan[], tell: (line: string) => void): Promise<Kept> {
  const reportsFrom = reportsFromOn(date);
  const superiors: { id: string; plan: string }[] = [];
  const registers: KnownRegister[] = [];
  for (const demo of demos) {
    const { plan, text } = loadPlan(planPath(demo.file));
    const parts = demo.parts(plan, date);
    tell(START.making(parts.length, plan.title));
    const made: KnownRegister[] = [];
    for (const part of parts) {
      const id = part.rows === undefined ? undefined : await makeRegister(workspace, part, { plan, text, reportsFrom });
      made.push({ unit: part.unit, plan: plan.id, ...(id === undefined ? {} : { id }) });
    }
    superiors.push({ id: await makeSuperior(workspace, demo, { plan, text, reportsFrom, date }, parts, made), plan: plan.id });
    registers.push(...made);
  }
  return { superiors, registers, reportsFrom, enteredUpTo: date };
}

interface PlanText {
  readonly plan: Plan;
  readonly text: string;
  readonly reportsFrom: IsoDate;
}

function makeRegister(workspace: string, part: DemoPart, { plan, text, reportsFrom }: PlanText): Promise<string> {
  return provisionRegister(localClients(workspace), {
    title: part.title,
    plan,
    planText: text,
    service: LOCAL.service,
    rows: (id) => new Map([...(gridsOf(part, id, plan, reportsFrom) ?? [])].map(([sheetId, grid]) => [sheetId, grid.slice(1)])),
  });
}

function makeSuperior(
  workspace: string,
  demo: DemoPlan,
  { plan, text, reportsFrom, date }: PlanText & { readonly date: IsoDate },
  parts: readonly DemoPart[],
  made: readonly KnownRegister[],
): Promise<string> {
  const units = parts.map(({ unit, baseline }, index) =>
    unitRow({
      unit,
      name: firstName(plan, unit),
      successor: successorText(plan, unit),
      register: made[index]?.id ?? null,
      contact: 'Cán bộ mẫu (số liệu thử)',
      email: `can-bo-mau@${unit}.example`,
      baseline: baseline ?? null,
    }),
  );
  const rows = (id: string) =>
    new Map(superiorRows(plan, date, id, reportsFrom))
      .set(SUPERIOR_TABS.assigned.sheetId, assignedRows(plan))
      .set(SUPERIOR_TABS.extensions.sheetId, extensionRows(plan, date));
  const steers = plan.superior === null ? {} : { steers: { plan, planText: text, rows } };
  return provisionSuperior(localClients(workspace), { title: demo.superiorTitle, service: LOCAL.service, units, ...steers });
}

/** The tabs of a demo register as its officers would have filled them. */
function gridsOf(
  part: DemoPart | undefined,
  id: string | undefined,
  plan: Plan,
  reportsFrom: IsoDate,
): Map<number, CellValue[][]> | undefined {
  return part?.rows === undefined || id === undefined ? undefined : demoGrids(part.rows(id, reportsFrom), plan);
}

// The demo: for each plan its superior's workbook and the registers of its units, made once per state and then kept.
import { existsSync, readFileSync } from 'node:fs';
import { type IsoDate, viDate } from '../rules/calendar-date.ts';
import { unitOn } from '../rules/plan/unit-names.ts';
import type { CellValue } from '../rules/register/grid.ts';
import { unitOf as planUnit } from '../rules/reporting/build-report.ts';
import { yearlyPeriod } from '../rules/reporting/periods.ts';
import { QUY_KY_DEMO_TITLE, quyKyDemo } from './demo/quy-ky.ts';
import { demoGrids } from './demo/register.ts';
import { enterDemo } from './enter-demo.ts';
import { START } from './labels.ts';
import { LOCAL, localClients } from './local-google.ts';
import { loadPlan, planPath } from './plan-file.ts';
import { provisionRegister, provisionSuperior, unitRow } from './provision.ts';
import { writeWhole } from './whole-file.ts';

export interface DemoRegister {
  readonly id: string;
  readonly unit: string;
  readonly plan: string;
}
export interface DemoDistrict {
  readonly superior: string;
  readonly registers: readonly DemoRegister[];
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
export async function demoDistrict(
  workspace: string,
  date: IsoDate,
  file: string | undefined,
  tell: (line: string) => void,
): Promise<DemoDistrict> {
  const remember = (kept: Kept): void => {
    if (file !== undefined) writeWhole(file, `${JSON.stringify(kept, null, 2)}\n`);
  };
  const kept = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : undefined;
  if (kept !== undefined) return goOn(workspace, date, kept, { remember, tell });
  const made = await makeDistrict(workspace, date);
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
  const before = [kept.enteredUpTo, ...(kept.entering === undefined ? [] : [kept.entering])];
  for (const register of kept.registers) {
    const gridsOn = (day: IsoDate) => demoOf(register.id, day, kept.reportsFrom);
    const outcome = await enterDemo(localClients(workspace), register.id, before.map(gridsOn), gridsOn(date));
    if (outcome === 'entered') tell(START.entered(viDate(kept.enteredUpTo), viDate(date)));
    if (outcome === 'edited') tell(START.notEntered);
  }
  const { superior, registers, reportsFrom } = kept;
  const now: Kept = { superior, registers, reportsFrom, enteredUpTo: date };
  remember(now);
  return now;
}

const QUY_KY = '05545';

async function makeDistrict(workspace: string, date: IsoDate): Promise<Kept> {
  const clients = localClients(workspace);
  const { plan, text } = loadPlan(planPath('quy-ky'));
  const unit = planUnit(plan, QUY_KY);
  const reportsFrom = reportsFromOn(date);
  const id = await provisionRegister(clients, {
    title: QUY_KY_DEMO_TITLE,
    plan,
    planText: text,
    service: LOCAL.service,
    rows: (registerId) => new Map([...demoOf(registerId, date, reportsFrom)].map(([sheetId, grid]) => [sheetId, grid.slice(1)])),
  });
  const superior = await provisionSuperior(clients, {
    title: 'Cấp trên – theo dõi các sổ (số liệu mẫu)',
    service: LOCAL.service,
    units: [
      unitRow({
        unit: unit.id,
        name: unitOn(unit, date).name,
        register: id,
        contact: 'Cán bộ mẫu (số liệu thử)',
        email: 'can-bo-mau@quy-ky.example',
      }),
    ],
  });
  return { superior, registers: [{ id, unit: unit.id, plan: plan.id }], reportsFrom, enteredUpTo: date };
}

/** The tabs of the demo's register as its officers would have filled them by a day. */
function demoOf(registerId: string, day: IsoDate, reportsFrom: IsoDate): Map<number, CellValue[][]> {
  return demoGrids(quyKyDemo(day, registerId, { reportsFrom }), loadPlan(planPath('quy-ky')).plan);
}

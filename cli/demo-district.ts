// The demo: for each plan its superior's workbook and the registers of its units, made once per state and then kept.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IsoDate } from '../rules/calendar-date.ts';
import { unitOn } from '../rules/plan/unit-names.ts';
import { unitOf as planUnit } from '../rules/reporting/build-report.ts';
import { yearlyPeriod } from '../rules/reporting/periods.ts';
import { QUY_KY_DEMO_TITLE, quyKyDemo } from './demo/quy-ky.ts';
import { demoGrids } from './demo/register.ts';
import { LOCAL, localClients } from './local-google.ts';
import { loadPlan, planPath } from './plan-file.ts';
import { provisionRegister, provisionSuperior } from './provision.ts';

export interface DemoRegister {
  readonly id: string;
  readonly unit: string;
  readonly plan: string;
}
export interface DemoDistrict {
  readonly superior: string;
  readonly registers: readonly DemoRegister[];
}

/** The first day of the yearly window that a day reports on: registers of a fresh state report from there. */
export function reportsFromOn(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  const current = yearlyPeriod(year, { month: 12, day: 31 });
  return date > current.cutOff ? current.from : yearlyPeriod(year - 1, { month: 12, day: 31 }).from;
}

/** Makes the demo in a workspace, or finds the one that was made there before: `file` remembers its ids. */
export async function demoDistrict(workspace: string, date: IsoDate, file: string | undefined): Promise<DemoDistrict> {
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoDistrict;
  const made = await makeDistrict(workspace, date);
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

async function makeDistrict(workspace: string, date: IsoDate): Promise<DemoDistrict> {
  const clients = localClients(workspace);
  const { plan, text } = loadPlan(planPath('quy-ky'));
  const unit = planUnit(plan, '05545');
  const id = await provisionRegister(clients, {
    title: QUY_KY_DEMO_TITLE,
    plan,
    planText: text,
    service: LOCAL.service,
    rows: (registerId) => {
      const grids = demoGrids(quyKyDemo(date, registerId, { reportsFrom: reportsFromOn(date) }), plan);
      return new Map([...grids].map(([sheetId, grid]) => [sheetId, grid.slice(1)]));
    },
  });
  const superior = await provisionSuperior(clients, {
    title: 'Cấp trên – theo dõi các sổ (số liệu mẫu)',
    service: LOCAL.service,
    units: [[unit.id, unitOn(unit, date).name, id, 'Cán bộ mẫu (số liệu thử)', 'can-bo-mau@quy-ky.example']],
  });
  return { superior, registers: [{ id, unit: unit.id, plan: plan.id }] };
}

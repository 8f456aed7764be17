// npx ishc provision: a new register for a unit of a plan, or a superior's workbook with its units.
import { parseArgs } from 'node:util';
import { type IsoDate, localDate } from '../../rules/calendar-date.ts';
import { unitOn } from '../../rules/plan/unit-names.ts';
import { Problem } from '../../rules/problem.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { successorText } from '../../rules/reporting/unit-standing.ts';
import { dayFrom } from '../day.ts';
import { factRows, locationRows, taskRows } from '../first-rows.ts';
import { LOCAL, localClients } from '../local-google.ts';
import { loadPlan, type PlanFile } from '../plan-file.ts';
import { type NewSuperior, provisionRegister, provisionSuperior, unitRow } from '../provision.ts';
import { momentFor, workspaceAddress } from './target-workspace.ts';
import { SAID } from './usage.ts';

export async function provision(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      plan: { type: 'string' },
      unit: { type: 'string' },
      title: { type: 'string' },
      'reports-from': { type: 'string' },
      superior: { type: 'boolean', default: false },
      'unit-of': { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const workspace = await workspaceAddress();
  const today = localDate(await momentFor(workspace, undefined));
  const wish = { title: values.title, reportsFrom: values['reports-from'], today };
  const made = values.superior
    ? await superior(workspace, values.plan, values['unit-of'], wish)
    : await register(workspace, values.plan, values.unit, wish);
  console.log(values.json ? JSON.stringify(made) : SAID.provisioned(made.title, made.id));
  return 0;
}

interface Made {
  readonly id: string;
  readonly title: string;
}

async function register(
  workspace: string,
  file: string | undefined,
  unitId: string | undefined,
  wish: { readonly title: string | undefined; readonly reportsFrom: string | undefined; readonly today: IsoDate },
): Promise<Made> {
  if (file === undefined || unitId === undefined) throw new Problem('WRONG_USE', { wanted: '--plan TỆP --unit MÃ' });
  const { plan, text } = loadPlan(file);
  const unit = plan.units.find(({ id }) => id === unitId);
  if (unit === undefined) throw new Problem('UNIT_NOT_IN_PLAN', { unit: unitId, plan: plan.id });
  const reportsFrom = wish.reportsFrom === undefined ? wish.today : dayFrom(wish.reportsFrom);
  const title = wish.title ?? SAID.title(unitOn(unit, wish.today).name);
  const id = await provisionRegister(localClients(workspace), {
    title,
    plan,
    planText: text,
    service: LOCAL.service,
    rows: (registerId) =>
      new Map([
        [TABS.unitInfo.sheetId, factRows(plan, 'commune', unitId, registerId, reportsFrom)],
        [TABS.locations.sheetId, locationRows(unit.locations)],
        [TABS.assignments.sheetId, taskRows(plan, 'commune')],
      ]),
  });
  return { id, title };
}

async function superior(
  workspace: string,
  file: string | undefined,
  pairs: readonly string[],
  wish: { readonly title: string | undefined; readonly reportsFrom: string | undefined; readonly today: IsoDate },
): Promise<Made> {
  const { title } = wish;
  if (title === undefined) throw new Problem('WRONG_USE', { wanted: '--superior --title TÊN' });
  const loaded = file === undefined ? undefined : loadPlan(file);
  const units = pairs.map((pair) => {
    const [unit = '', id = ''] = pair.split('=');
    if (loaded !== undefined && !loaded.plan.units.some((one) => one.id === unit))
      throw new Problem('UNIT_NOT_IN_PLAN', { unit, plan: loaded.plan.id });
    const names = loaded?.plan.units.find((one) => one.id === unit)?.names[0];
    const successor = loaded === undefined ? null : successorText(loaded.plan, unit);
    return unitRow({ unit, name: names?.name ?? unit, successor, register: id === '' ? null : id });
  });
  const reportsFrom = wish.reportsFrom === undefined ? wish.today : dayFrom(wish.reportsFrom);
  const id = await provisionSuperior(localClients(workspace), { title, service: LOCAL.service, units, ...steersOf(loaded, reportsFrom) });
  return { id, title };
}

/** The superior's own tabs, when the plan is one that it steers. */
function steersOf(loaded: PlanFile | undefined, reportsFrom: IsoDate): Pick<NewSuperior, 'steers'> {
  const above = loaded?.plan.superior;
  if (loaded === undefined || above === undefined || above === null) return {};
  const { plan, text } = loaded;
  const rows = (id: string) =>
    new Map([
      [TABS.unitInfo.sheetId, factRows(plan, 'superior', above.id, id, reportsFrom)],
      [TABS.assignments.sheetId, taskRows(plan, 'superior')],
    ]);
  return { steers: { plan, planText: text, rows } };
}

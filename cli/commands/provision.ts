// npx ishc provision: a new register for a unit of a plan, or a superior's workbook with its units.
import { parseArgs } from 'node:util';
import { type IsoDate, localDate, viDate } from '../../rules/calendar-date.ts';
import type { OwnedCell } from '../../rules/conversation.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { unitOn } from '../../rules/plan/unit-names.ts';
import { Problem } from '../../rules/problem.ts';
import { CHAINS, UNIT_ITEMS } from '../../rules/register/choice-lists.ts';
import type { ChoiceList } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { dayFrom } from '../day.ts';
import { LOCAL, localClients } from '../local-google.ts';
import { loadPlan } from '../plan-file.ts';
import { provisionRegister, provisionSuperior } from '../provision.ts';
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
  const made = values.superior
    ? await superior(workspace, values.title, values['unit-of'], values.plan)
    : await register(workspace, values.plan, values.unit, { title: values.title, reportsFrom: values['reports-from'], today });
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
  const title = wish.title ?? `Sổ CLB Liên thế hệ – ${unitOn(unit, wish.today).name}`;
  const id = await provisionRegister(localClients(workspace), {
    title,
    plan,
    planText: text,
    service: LOCAL.service,
    rows: (registerId) =>
      new Map([
        [TABS.unitInfo.sheetId, factRows(plan, unitId, registerId, reportsFrom)],
        [TABS.locations.sheetId, unit.locations.map((name) => laidOut(TABS.locations.columns, { name }))],
      ]),
  });
  return { id, title };
}

/** What provisioning knows of a unit; addresses are for the administrator to fill in, and findings say so until then. */
function factRows(plan: Plan, unit: string, registerId: string, reportsFrom: IsoDate): OwnedCell[][] {
  const row = (item: string, cells: Readonly<Record<string, OwnedCell>>): OwnedCell[] =>
    laidOut(TABS.unitInfo.columns, { item: labelIn(UNIT_ITEMS, item), ...cells });
  const chains = plan.reporting.find(({ level }) => level === 'commune')?.chains ?? [];
  return [
    row('registerId', { value: registerId }),
    row('unitId', { value: unit }),
    row('planId', { value: plan.id }),
    row('reportsFrom', { value: viDate(reportsFrom) }),
    row('schemaVersion', { value: '1' }),
    row('contact', {}),
    ...chains.map(({ id }) => row('officialAddress', { chain: labelIn(CHAINS, id) })),
    ...chains.flatMap(({ id, recipients }) =>
      plan.offices
        .filter((office) => recipients.includes(office.id))
        .map((office) => row('recipient', { chain: labelIn(CHAINS, id), value: office.name, detail: office.id })),
    ),
  ];
}

async function superior(workspace: string, title: string | undefined, pairs: readonly string[], file: string | undefined): Promise<Made> {
  if (title === undefined) throw new Problem('WRONG_USE', { wanted: '--superior --title TÊN' });
  const plan = file === undefined ? undefined : loadPlan(file).plan;
  const units = pairs.map((pair): OwnedCell[] => {
    const [unit = '', id = ''] = pair.split('=');
    const known = plan?.units.find((one) => one.id === unit);
    return [unit, known?.names[0]?.name ?? unit, id === '' ? null : id, null, null];
  });
  const id = await provisionSuperior(localClients(workspace), { title, service: LOCAL.service, units });
  return { id, title };
}

const laidOut = (columns: Readonly<Record<string, unknown>>, cells: Readonly<Record<string, OwnedCell>>): OwnedCell[] =>
  Object.keys(columns).map((key) => cells[key] ?? null);
const labelIn = (list: ChoiceList, key: string): string =>
  (list.from === 'list' ? list.choices.find((choice) => choice.key === key)?.label : undefined) ?? key;

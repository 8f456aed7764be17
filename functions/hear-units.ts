// What a superior hears: the ledger and the frozen figures of each unit's register. No row of a member leaves the commune's workbook.
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';
import { storedPlanOf } from '../rules/register/plan-text.ts';
import { type ReportingUnit, reportingUnits } from '../rules/register/read-units.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import type { Setting } from '../rules/reporting/decide.ts';
import { HEARD_TABS, type Heard, heardFrom } from '../rules/reporting/heard.ts';
import { readTabs } from './google-shell.ts';
import { registerIdIn } from './register-id.ts';
import type { Setup } from './setup.ts';

const AT_ONCE = 8; // registers read at the same time

type Hearing = Pick<Setup, 'clients' | 'log'>;

export interface HeardUnits {
  readonly listed: number;
  readonly heard: ReadonlyMap<string, Heard>;
}

/** Hears every unit of a superior; undefined where its workbook holds no plan and only lists registers. */
export async function hearUnits(
  superior: string,
  setup: Hearing,
  { parsePlan }: Pick<Setting, 'parsePlan'>,
): Promise<HeardUnits | undefined> {
  const { reading } = await readTabs(setup.clients.sheets, superior, [SUPERIOR_TABS.units, SUPERIOR_TABS.plan]);
  const stored = storedPlanOf(reading);
  if (stored.kind === 'no plan') return undefined;
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register: superior, reason: stored.kind });
  const units = reportingUnits(reading);
  if (units === 'missing') throw new Problem('SUPERIOR_WITHOUT_UNITS', { superior });
  return { listed: units.length, heard: await hear(units, parsePlan(stored.json), setup) };
}

/** What each unit has to say. A unit that stands in the list twice is heard once, from the first row that names a register. */
export async function hear(listed: readonly ReportingUnit[], plan: Plan, setup: Hearing): Promise<Map<string, Heard>> {
  const heard = new Map<string, Heard>();
  const named = listed.filter(({ register }) => register !== undefined);
  const units = [...new Map([...listed, ...named.reverse()].map((one) => [one.unit, one])).values()];
  for (let from = 0; from < units.length; from += AT_ONCE) {
    await Promise.all(units.slice(from, from + AT_ONCE).map(async (unit) => heard.set(unit.unit, await hearUnit(unit, plan, setup))));
  }
  return heard;
}

async function hearUnit({ unit, register }: ReportingUnit, plan: Plan, setup: Hearing): Promise<Heard> {
  const id = register === undefined ? undefined : registerIdIn(register);
  if (id === undefined) return { kind: 'noRegister' };
  const troubleWith = ({ code, message }: Problem): Heard => {
    setup.log({ severity: 'WARNING', message: `roll-up: ${message}`, register: id, code });
    return { kind: 'trouble', code };
  };
  try {
    const { reading } = await readTabs(setup.clients.sheets, id, Object.values(HEARD_TABS));
    const heard = heardFrom(reading, plan, unit);
    return heard.kind === 'trouble'
      ? troubleWith(new Problem('LEDGER_BROKEN', { register: id, reason: 'a tab or a column is gone' }))
      : heard;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return troubleWith(error);
  }
}

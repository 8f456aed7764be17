// After the registers of a superior were processed: hears every unit, and takes one turn of the superior's own workbook.
// Only the ledger and the frozen figures of a register are read: no row of a member leaves the commune's workbook.
import * as z from 'zod';
import { carryOutAsync } from '../rules/conversation.ts';
import { turn } from '../rules/cycle.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';
import { storedPlanOf } from '../rules/register/plan-text.ts';
import { type ReportingUnit, reportingUnits } from '../rules/register/read-units.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { decideSuperior, type SuperiorSetting } from '../rules/reporting/decide-superior.ts';
import { HEARD_TABS, type Heard, heardFrom } from '../rules/reporting/heard.ts';
import { composeDigestMail } from '../templates/digest-mail/compose.ts';
import { composeEscalationMail } from '../templates/reminder-mail/compose.ts';
import { googleShell, readTabs } from './google-shell.ts';
import { registerIdIn } from './register-id.ts';
import { type Setup, settingOf } from './setup.ts';

export const RollUp = z.strictObject({ superior: z.string().regex(/^[\w-]{10,100}$/) });

const AT_ONCE = 8; // registers read at the same time

/** Reads what the units have to say, and takes one turn. A unit that cannot be read is one that was not heard from; the others go on. */
export async function rollUp({ superior }: z.infer<typeof RollUp>, setup: Setup): Promise<object> {
  const now = setup.now();
  const setting: SuperiorSetting = { ...settingOf(setup, now), composeDigest: composeDigestMail, composeEscalation: composeEscalationMail };
  const { reading } = await readTabs(setup.clients.sheets, superior, [SUPERIOR_TABS.units, SUPERIOR_TABS.plan]);
  const stored = storedPlanOf(reading);
  if (stored.kind === 'no plan') return { superior, lines: [], rolledUp: false, waitUntil: null }; // it only lists registers
  if (stored.kind !== 'plan') throw new Problem('PLAN_UNREADABLE', { register: superior, reason: stored.kind });
  const units = reportingUnits(reading);
  if (units === 'missing') throw new Problem('SUPERIOR_WITHOUT_UNITS', { superior });
  const heard = await hear(units, setting.parsePlan(stored.json), setup);
  const shell = googleShell({ clients: setup.clients, tabs: Object.values(SUPERIOR_TABS), register: superior, now });
  const { lines, waitUntil } = await carryOutAsync(
    turn(superior, (whole) => decideSuperior(whole, heard, setting), now),
    shell,
  );
  for (const { key, status, attempt, reason } of lines) {
    setup.log({
      severity: status === 'undecided' ? 'ERROR' : 'INFO',
      message: `delivery ${status}`,
      register: superior,
      key,
      status,
      attempt,
      reason,
    });
  }
  const heardFromUnits = [...heard.values()].filter(({ kind }) => kind === 'heard').length;
  return {
    superior,
    lines: lines.map(({ key, status }) => ({ key, status })),
    rolledUp: true,
    units: units.length,
    heard: heardFromUnits,
    waitUntil: waitUntil ?? null,
  };
}

/** What each unit has to say. A unit that stands in the list twice is heard once, from the first row that names a register. */
export async function hear(
  listed: readonly ReportingUnit[],
  plan: Plan,
  setup: Pick<Setup, 'clients' | 'log'>,
): Promise<Map<string, Heard>> {
  const heard = new Map<string, Heard>();
  const named = listed.filter(({ register }) => register !== undefined);
  const units = [...new Map([...listed, ...named.reverse()].map((one) => [one.unit, one])).values()];
  for (let from = 0; from < units.length; from += AT_ONCE) {
    await Promise.all(units.slice(from, from + AT_ONCE).map(async (unit) => heard.set(unit.unit, await hearUnit(unit, plan, setup))));
  }
  return heard;
}

async function hearUnit({ unit, register }: ReportingUnit, plan: Plan, setup: Pick<Setup, 'clients' | 'log'>): Promise<Heard> {
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

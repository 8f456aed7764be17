// A city of a few units in a local workspace: registers with a club each, and the superior over them. Quick to make.
import { superiorRows } from '../../cli/demo/demo-plans.ts';
import { demoUnits } from '../../cli/demo/many-units.ts';
import { demoGrids } from '../../cli/demo/register.ts';
import { LOCAL } from '../../cli/local-google.ts';
import { provisionRegister, provisionSuperior, unitRow } from '../../cli/provision.ts';
import { processRegister } from '../../functions/process-register.ts';
import { rollUp } from '../../functions/roll-up.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { successorText } from '../../rules/reporting/unit-standing.ts';
import { cellsOf, keyOf, sentOf, type Trial } from '../functions/a-trial.ts';
import { CITY, CITY_TEXT, THEN } from './a-city.ts';

export interface District {
  readonly plan: Plan;
  readonly superior: string;
  /** ids by unit; a unit without a register is absent */
  readonly registers: ReadonlyMap<string, string>;
}

/** The first `count` units of the plan, the last `without` of them with no register. */
export async function aDistrict({ clients }: Trial, count: number, without = 0, upTo: IsoDate = THEN.upTo): Promise<District> {
  const text = JSON.stringify({ ...(JSON.parse(CITY_TEXT) as object), units: CITY.units.slice(0, count) });
  const plan = Plan.parse(JSON.parse(text));
  const made = await Promise.all(
    demoUnits(plan, upTo)
      .slice(0, count - without)
      .map(async (part): Promise<[string, string]> => {
        const rows = (id: string) => {
          const { unitInfo = [], clubs = [], declarations = [] } = part.rows?.(id, THEN.from) ?? {};
          const facts = unitInfo.length > 0 ? { unitInfo } : {};
          return new Map([...demoGrids({ ...facts, clubs, declarations }, plan)].map(([sheetId, grid]) => [sheetId, grid.slice(1)]));
        };
        const id = await provisionRegister(clients, { title: part.title, plan, planText: text, service: LOCAL.service, rows });
        return [part.unit, id];
      }),
  );
  const registers = new Map(made);
  const superior = await provisionSuperior(clients, {
    title: 'Sổ tổng hợp',
    service: LOCAL.service,
    units: plan.units.map(({ id, names }) =>
      unitRow({
        unit: id,
        name: names[0]?.name ?? id,
        successor: successorText(plan, id),
        register: registers.get(id) ?? null,
        baseline: 1,
      }),
    ),
    steers: { plan, planText: text, rows: (id) => superiorRows(plan, upTo, id, THEN.from) },
  });
  return { plan, superior, registers };
}

/** One turn of every register, as Cloud Tasks would have them taken: what fails in one stops no other. Answers with the problems' codes. */
export async function aSweep({ setup }: Trial, { registers }: District): Promise<Record<string, string>> {
  const failed: Record<string, string> = {};
  for (const [unit, register] of registers)
    await processRegister({ register }, setup).catch((error: { code: string }) => {
      failed[unit] = error.code;
    });
  return failed;
}

export const aRollUp = ({ setup }: Trial, { superior }: Pick<District, 'superior'>) => rollUp({ superior }, setup);

/** The keys of every mail sent, in order. */
export const sentKeys = async (trial: Trial): Promise<string[]> => (await sentOf(trial)).map((mail) => keyOf(mail) ?? '?');

/** A tab of the superior as text, a line a row. */
export const linesOf = async (
  trial: Trial,
  { superior }: District,
  tab: 'status' | 'matrix' | 'log' | 'reports' | 'frozen' | 'progress',
): Promise<string[]> => (await cellsOf(trial, superior, SUPERIOR_TABS[tab].title)).slice(1).map((row) => row.join(' | '));

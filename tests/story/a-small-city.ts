// Two units of the demo city and the superior over them, for a story that lasts two years: clubs that are declared complete, a chairman, and
// a deputy who signs while the chairman is away.
import { superiorRows } from '../../cli/demo/demo-plans.ts';
import { demoUnits } from '../../cli/demo/many-units.ts';
import { type DemoRow, demoGrids } from '../../cli/demo/register.ts';
import { LOCAL } from '../../cli/local-google.ts';
import { provisionRegister, provisionSuperior, unitRow } from '../../cli/provision.ts';
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import type { OwnedCell } from '../../rules/conversation.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { rowOf } from '../../rules/register/laid-out.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { toBatchUpdate } from '../../workbook/write.ts';
import type { Trial } from '../functions/a-trial.ts';
import { CITY, CITY_TEXT } from '../superior/a-city.ts';

export const MINH = 'Trần Văn Minh';
export const HA = 'Lê Thị Hà';
/** From this day on the chairman is away and the deputy signs. */
export const AWAY_FROM = '2025-12-01' as IsoDate;
const REPORTS_FROM = '2023-12-15' as IsoDate;

export interface SmallCity {
  readonly plan: Plan;
  readonly superior: string;
  readonly units: readonly { readonly id: string; readonly register: string }[];
}

/** The city's plan with its first units alone, locked so many days after the due day. */
function smallPlan(count: number, lockedAfter: number): { readonly plan: Plan; readonly text: string } {
  const reporting = CITY.reporting.map((one) =>
    one.level === 'commune'
      ? { ...one, schedule: one.schedule.map((schedule) => (schedule.kind === 'yearly' ? { ...schedule, lockedAfter } : schedule)) }
      : one,
  );
  const text = JSON.stringify({ ...(JSON.parse(CITY_TEXT) as object), units: CITY.units.slice(0, count), reporting });
  return { plan: Plan.parse(JSON.parse(text)), text };
}

const SIGNERS: readonly DemoRow<'unitInfo'>[] = [
  { item: 'signer', chain: 'ubnd', value: MINH, detail: 'CHỦ TỊCH', to: '2025-11-30' },
  { item: 'signer', chain: 'ubnd', value: HA, detail: 'KT. CHỦ TỊCH', from: AWAY_FROM },
];

export async function aSmallCity({ clients }: Trial, lockedAfter: number): Promise<SmallCity> {
  const { plan, text } = smallPlan(2, lockedAfter);
  const units = await Promise.all(
    demoUnits(plan, '2025-12-31' as IsoDate).map(async (part) => {
      const rows = (id: string) => {
        const { unitInfo = [], clubs = [], declarations = [] } = part.rows?.(id, REPORTS_FROM) ?? {};
        const facts = [...unitInfo.filter(({ item }) => item !== 'signer'), ...SIGNERS];
        const declared = declarations.filter(({ section }) => section === 'clubs');
        return new Map(
          [...demoGrids({ unitInfo: facts, clubs, declarations: declared }, plan)].map(([sheetId, grid]) => [sheetId, grid.slice(1)]),
        );
      };
      const register = await provisionRegister(clients, { title: part.title, plan, planText: text, service: LOCAL.service, rows });
      return { id: part.unit, register };
    }),
  );
  const superior = await provisionSuperior(clients, {
    title: 'Sổ tổng hợp',
    service: LOCAL.service,
    units: units.map(({ id, register }) =>
      unitRow({ unit: id, name: plan.units.find((unit) => unit.id === id)?.names[0]?.name ?? id, register, baseline: 1 }),
    ),
    steers: { plan, planText: text, rows: (id) => superiorRows(plan, '2024-12-20' as IsoDate, id, REPORTS_FROM) },
  });
  return { plan, superior, units };
}

/** The superior grants a unit some days more for a period, in a row of Gia hạn. */
export const extended = (
  { clients }: Trial,
  { superior }: SmallCity,
  row: number,
  { unit, period, until, from }: { readonly unit: string; readonly period: string; readonly until: string; readonly from?: string },
): Promise<void> =>
  put(clients, superior, SUPERIOR_TABS.extensions.sheetId, row, [
    rowOf(SUPERIOR_TABS.extensions, {
      unit,
      period,
      until: toSerial(until as IsoDate),
      reason: 'mất điện do bão',
      by: 'UBND thành phố',
      from: from === undefined ? null : toSerial(from as IsoDate),
    }),
  ]);

/** Writes cells as an administrator or an officer would have typed them. */
export async function put(
  clients: Trial['clients'],
  spreadsheetId: string,
  sheetId: number,
  row: number,
  cells: readonly (readonly OwnedCell[])[],
): Promise<void> {
  const requestBody = toBatchUpdate({ register: spreadsheetId, blocks: [{ sheetId, row, column: 0, cells, rest: false }] });
  await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody });
}

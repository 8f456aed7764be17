// What a new workbook starts with: what the plan knows of its reporter. Addresses are for the administrator; findings ask for them until then.
import { type IsoDate, viDate, yearOf } from '../rules/calendar-date.ts';
import type { OwnedCell } from '../rules/conversation.ts';
import type { Level, Plan } from '../rules/plan/schema.ts';
import { CHAINS, labelOf, TASK_STATES, UNIT_ITEMS } from '../rules/register/choice-lists.ts';
import type { Columns, Tab } from '../rules/register/column.ts';
import { rowOf } from '../rules/register/laid-out.ts';
import { TABS } from '../rules/register/tabs.ts';

type Rows = readonly (readonly OwnedCell[])[];

/** The code that the sheet's script would give the first, second ... record of a tab. */
const codeAt = ({ codes }: Tab<Columns>, index: number): string | null =>
  codes === undefined ? null : `${codes.prefix}${String(index + 1).padStart(codes.digits, '0')}`;

/** Thông tin đơn vị: who reports under which plan from when, and the offices that the plan names. */
export function factRows(plan: Plan, level: Level, reporter: string, workbookId: string, reportsFrom: IsoDate): Rows {
  const row = (item: string, cells: Partial<Record<keyof typeof TABS.unitInfo.columns, OwnedCell>>) =>
    rowOf(TABS.unitInfo, { item: labelOf(UNIT_ITEMS, item), ...cells });
  const chains = plan.reporting.find((one) => one.level === level)?.chains ?? [];
  return [
    row('registerId', { value: workbookId }),
    row('unitId', { value: reporter }),
    row('planId', { value: plan.id }),
    row('reportsFrom', { value: viDate(reportsFrom) }),
    row('schemaVersion', { value: '1' }),
    row('contact', {}),
    ...chains.map(({ id }) => row('officialAddress', { chain: labelOf(CHAINS, id) })),
    ...chains.flatMap(({ id, recipients }) =>
      plan.offices
        .filter((office) => recipients.includes(office.id))
        .map((office) => row('recipient', { chain: labelOf(CHAINS, id), value: office.name, detail: office.id })),
    ),
  ];
}

/** Phân công nhiệm vụ: a line per task of the level, unit in charge and, for a yearly one, year of the plan. */
export function taskRows(plan: Plan, level: Level): Rows {
  const first = yearOf(plan.period.from);
  const years = Array.from({ length: yearOf(plan.period.to) - first + 1 }, (_, index) => first + index);
  const titles = new Map(plan.chargeUnits.map(({ id, title }) => [id, title]));
  const lines = plan.tasks
    .filter((task) => task.level === level)
    .flatMap((task) => (task.recurrence === 'yearly' ? years : [first]).map((year) => ({ task, year })));
  return lines.map(({ task, year }, index) =>
    rowOf(TABS.assignments, {
      code: codeAt(TABS.assignments, index),
      clause: task.clause,
      task: task.text,
      inCharge: titles.get(task.inCharge) ?? task.inCharge,
      with: task.with.length > 0 ? task.with.join('; ') : null,
      year,
      status: labelOf(TASK_STATES, 'notStarted'),
    }),
  );
}

/** Địa bàn: the places that the plan or an official source names. */
export const locationRows = (locations: readonly string[]): Rows =>
  locations.map((name, index) => rowOf(TABS.locations, { code: codeAt(TABS.locations, index), name }));

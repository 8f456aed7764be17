// What a superior hears of a unit: its report's figures as they were frozen, or the figures of the period under way. Never a row.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { ProblemCode } from '../problem.ts';
import { figuresFrom, type UnitFigures } from '../progress/figures.ts';
import { joinChunks } from '../register/chunks.ts';
import type { Reading } from '../register/grid.ts';
import { readWorkbook } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { TABS } from '../register/tabs.ts';
import { liveKey } from './ledger-rows.ts';

/** The only tabs of a register that a superior's run reads. */
export const HEARD_TABS = { reports: TABS.reports, frozen: TABS.frozen } as const;

export interface HeardReport {
  readonly status: string;
  /** as the ledger shows it: "20/12/2024 08:00" */
  readonly sentAt: string | undefined;
  readonly daysLate: number | undefined;
  /** the days on which its receiver answered */
  readonly received?: IsoDate;
  readonly returned?: IsoDate;
  readonly figures: UnitFigures | undefined;
}

export type Heard =
  | { readonly kind: 'heard'; readonly reports: ReadonlyMap<string, HeardReport>; readonly live: UnitFigures | undefined }
  /** the register exists, and could not be read this time; or it is gone */
  | { readonly kind: 'trouble'; readonly code: ProblemCode }
  | { readonly kind: 'noRegister' };

/** A unit's reports and figures from the two tabs of its register. Figures made under another version of the plan are not used. */
export function heardFrom(reading: Reading, plan: Plan, unit: string): Heard {
  const { reports, frozen } = readWorkbook(HEARD_TABS, reading, plan);
  if (!has(reports, 'key', 'status') || !has(frozen, 'key', 'field', 'part', 'value')) return { kind: 'trouble', code: 'LEDGER_BROKEN' };
  const parts = new Map<string, { part: number; text: string }[]>();
  for (const { values } of frozen.rows) {
    if (values.field !== 'figures' || values.key === undefined || values.part === undefined || values.value === undefined) continue;
    parts.set(values.key, [...(parts.get(values.key) ?? []), { part: values.part, text: values.value }]);
  }
  const figuresAt = (key: string): UnitFigures | undefined => {
    const text = joinChunks(parts.get(key) ?? []);
    const figures = text === undefined ? undefined : figuresFrom(text, plan);
    return figures?.unit === unit ? figures : undefined;
  };
  const told = reports.rows.flatMap(({ values }): [string, HeardReport][] => {
    const { key, status, sentAt, daysLate, received, returned } = values;
    if (key === undefined || status === undefined) return [];
    const answered = { ...(received === undefined ? {} : { received }), ...(returned === undefined ? {} : { returned }) };
    return [[key, { status, sentAt, daysLate, ...answered, figures: figuresAt(key) }]];
  });
  return { kind: 'heard', reports: new Map(told), live: figuresAt(liveKey(plan.id, unit)) };
}

/** A tab or a column that is gone is no answer: nobody can say that nothing was sent. */
const has = ({ state, columnAt }: TabReading, ...columns: readonly string[]): boolean =>
  state === 'read' && columns.every((column) => columnAt.has(column));

// The tab Gia hạn of a superior's workbook: what was granted, and the rows that are not complete and so grant nothing.
import type { PlanLists } from '../register/choices.ts';
import type { Reading } from '../register/grid.ts';
import { readWorkbook } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import type { Extension } from './lateness.ts';
import type { ReportPeriod } from './report-content.ts';
import { EXTENSIONS } from './superior-labels.ts';

type Tab = typeof SUPERIOR_TABS.extensions;

export interface Extensions {
  readonly granted: readonly Extension[];
  /** of the unit it names, where it names one; what is missing, in words */
  readonly faulty: readonly { readonly unit: string | undefined; readonly text: string }[];
}

const NEEDED: readonly string[] = ['unit', 'period', 'until', 'reason', 'by'];
const KINDS: readonly string[] = ['yearly', 'six-month', 'quarterly', 'monthly', 'interim', 'final'] satisfies ReportPeriod['kind'][];
const isKind = (key: string): key is ReportPeriod['kind'] => KINDS.includes(key);

/** A grant needs a unit of the plan, a period, an end, a reason and who gave it. A workbook without the tab grants nothing. */
export function extensionsOf(tab: TabReading<Tab>, units: readonly string[]): Extensions {
  const granted: Extension[] = [];
  const faulty: { unit: string | undefined; text: string }[] = [];
  for (const { row, values, faults } of tab.rows) {
    const { unit, kind, period, until, reason, by, from, to } = values;
    const unread = faults.map(({ column }) => column);
    const missing = Object.entries(tab.tab.columns).flatMap(([key, { header }]) =>
      unread.includes(key) || (NEEDED.includes(key) && values[key as keyof typeof values] === undefined) ? [header] : [],
    );
    if (unit !== undefined && !units.includes(unit)) faulty.push({ unit: undefined, text: EXTENSIONS.unknownUnit(row, unit) });
    else if (!unit || !period || !until || !reason || !by || missing.length > 0)
      faulty.push({ unit, text: EXTENSIONS.incomplete(row, missing) });
    else if (kind !== undefined && !isKind(kind)) faulty.push({ unit, text: EXTENSIONS.noDeadline(row) });
    else
      granted.push({
        unit,
        ...(kind === undefined ? {} : { kind }),
        period,
        until,
        reason,
        by,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
  }
  return { granted, faulty };
}

/** The same of a workbook of which nothing else was read. */
export const extensionsIn = (reading: Reading, units: readonly string[]): Extensions =>
  extensionsOf(readWorkbook({ extensions: SUPERIOR_TABS.extensions }, reading, NO_PLAN).extensions, units);

/** The tab's columns need nothing of a plan. */
const NO_PLAN: PlanLists = { areas: [], fundingSources: [], loanPurposes: [], chargeUnits: [], targets: [], optionalColumns: [] };

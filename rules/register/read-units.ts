// The tab Đơn vị of a superior's workbook: which registers there are.
import type { Reading } from './grid.ts';
import { cellReader } from './read-cell.ts';
import { readTab, type TabReading } from './read-tab.ts';
import { SUPERIOR_TABS } from './superior-tabs.ts';

export interface ReportingUnit {
  readonly unit: string;
  readonly name: string;
  /** absent: the unit has no register yet */
  readonly register: string | undefined;
  /** of its contact */
  readonly email: string | undefined;
  /** clubs of the earlier phase by the files of the superior; absent: nobody has told */
  readonly baseline: number | undefined;
}

/** The units in the order of the tab, or 'missing' when the tab or one of the columns a run needs is gone. */
export function reportingUnits(reading: Reading): readonly ReportingUnit[] | 'missing' {
  const { units } = SUPERIOR_TABS;
  const tab = readTab(units, reading.grids.get(units.sheetId) ?? 'missing', { isOn: () => true, readerOf: (column) => cellReader(column) });
  const needed = ['unit', 'register'];
  if (tab.state === 'missing' || tab.headerFaults.some(({ column }) => needed.includes(column))) return 'missing';
  return unitsOf(tab);
}

/** The rows of the tab, as read. */
export const unitsOf = (tab: TabReading<typeof SUPERIOR_TABS.units>): readonly ReportingUnit[] =>
  tab.rows.flatMap(({ values }): ReportingUnit[] => {
    const { unit, name, register, email, baseline } = values;
    return unit === undefined
      ? []
      : [{ unit, name: name ?? unit, register: register?.trim() || undefined, email: email?.trim().toLowerCase() || undefined, baseline }];
  });

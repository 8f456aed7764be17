// The tab Đơn vị of a superior's workbook: which registers there are.
import type { Reading } from './grid.ts';
import { cellReader } from './read-cell.ts';
import { readTab } from './read-tab.ts';
import { SUPERIOR_TABS } from './superior-tabs.ts';

export interface ReportingUnit {
  readonly unit: string;
  readonly name: string;
  /** absent: the unit has no register yet */
  readonly register: string | undefined;
}

/** The units in the order of the tab, or 'missing' when the tab or one of its columns is gone. */
export function reportingUnits(reading: Reading): readonly ReportingUnit[] | 'missing' {
  const { units } = SUPERIOR_TABS;
  const tab = readTab(units, reading.grids.get(units.sheetId) ?? 'missing', { isOn: () => true, readerOf: (column) => cellReader(column) });
  if (tab.state === 'missing' || tab.headerFaults.length > 0) return 'missing';
  return tab.rows.flatMap(({ values }): ReportingUnit[] => {
    const { unit, name, register } = values;
    return unit === undefined ? [] : [{ unit, name: name ?? unit, register: register?.trim() || undefined }];
  });
}

// The open workbook as a Reading, through SpreadsheetApp: found by sheetId, dates turned back into serials.

import { type Instant, momentSerial } from '../rules/calendar-date.ts';
import type { Tab } from '../rules/register/column.ts';
import type { CellValue, Grid, Reading } from '../rules/register/grid.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Reads every tab that is there; one that is gone is 'missing'. */
export function sheetReading(spreadsheet: Spreadsheet, tabs: readonly Tab[]): Reading {
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const grids = tabs.map(({ sheetId }): [number, Grid | 'missing'] => {
    const sheet = sheets.get(sheetId);
    return [
      sheetId,
      sheet === undefined
        ? 'missing'
        : sheet
            .getDataRange()
            .getValues()
            .map((row) => row.map(cellOf)),
    ];
  });
  return { register: spreadsheet.getId(), grids: new Map(grids) };
}

/** SpreadsheetApp gives dates as Date objects in the script's zone, which the manifest makes Viet Nam's. */
function cellOf(value: unknown): CellValue {
  if (value instanceof Date) return momentSerial(value.getTime() as Instant);
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? value : null;
}

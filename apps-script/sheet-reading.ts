// The open workbook as a Reading, through SpreadsheetApp: tabs found by sheetId, dates turned back into the serials that REST gives.
import { ZONE } from '../rules/calendar-date.ts';
import type { Tab } from '../rules/register/column.ts';
import type { Grid, Reading } from '../rules/register/grid.ts';
import { toGrid } from '../workbook/read.ts';
import { type SerialOf, serialReader } from './serial-dates.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The workbook as it is open: what stands in it, and its tabs for writing. */
export interface OpenBook {
  readonly reading: Reading;
  readonly sheets: ReadonlyMap<number, Sheet>;
}

/** Reads every tab that is there; one that is gone is 'missing'. */
export const sheetReading = (spreadsheet: Spreadsheet, tabs: readonly Tab[]): Reading => openBook(spreadsheet, tabs).reading;

/**
 * The reading, and the sheets it came from. As many calls as there are tabs, however long they are. Tabs that are not `wanted` are not
 * looked into: they stand there empty.
 */
export function openBook(spreadsheet: Spreadsheet, tabs: readonly Tab[], wanted: (tab: Tab) => boolean = () => true): OpenBook {
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const serialOf = serialReader(spreadsheet.getSpreadsheetTimeZone() || ZONE);
  const grids = tabs.map((tab): [number, Grid | 'missing'] => {
    const sheet = sheets.get(tab.sheetId);
    return [tab.sheetId, sheet === undefined ? 'missing' : wanted(tab) ? toGrid(rowsOf(sheet, serialOf)) : []];
  });
  return { reading: { register: spreadsheet.getId(), grids: new Map(grids) }, sheets };
}

const rowsOf = (sheet: Sheet, serialOf: SerialOf): unknown[][] =>
  sheet
    .getDataRange()
    .getValues()
    .map((row: unknown[]) => row.map((cell) => (isDate(cell) ? serialOf(cell) : cell)));

/** Dates may come from another realm than the script's own. */
const isDate = (cell: unknown): cell is Date => Object.prototype.toString.call(cell) === '[object Date]';

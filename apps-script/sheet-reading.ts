// The open workbook as a Reading, through SpreadsheetApp: tabs found by sheetId, dates turned back into the serials that REST gives.
import { ZONE } from '../rules/calendar-date.ts';
import type { Tab } from '../rules/register/column.ts';
import type { CellValue, Grid, Reading } from '../rules/register/grid.ts';
import type { Area } from '../rules/sheet/tab-change.ts';
import { toGrid } from '../workbook/read.ts';
import { serialReader } from './serial-dates.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The workbook as it is open: what stands in it, and its tabs for writing. */
export interface OpenBook {
  readonly reading: Reading;
  readonly sheets: ReadonlyMap<number, Sheet>;
  /** reads a range as the reading has it: dates by the workbook's zone */
  readonly gridOf: (range: GoogleAppsScript.Spreadsheet.Range) => Grid;
}

/** Reads every tab that is there; one that is gone is 'missing'. */
export const sheetReading = (spreadsheet: Spreadsheet, tabs: readonly Tab[]): Reading => openBook(spreadsheet, tabs).reading;

/**
 * The reading, and the sheets it came from. As many calls as there are tabs, however long they are. Tabs that are not `wanted` are not
 * looked into: they stand there empty. What is `known` is not read again.
 */
export function openBook(
  spreadsheet: Spreadsheet,
  tabs: readonly Tab[],
  wanted: (tab: Tab) => boolean = () => true,
  known?: OpenBook,
): OpenBook {
  const sheets = known?.sheets ?? new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const gridOf = known?.gridOf ?? gridReader(spreadsheet);
  const grids = tabs.map((tab): [number, Grid | 'missing'] => {
    const before = known?.reading.grids.get(tab.sheetId);
    if (before !== undefined) return [tab.sheetId, before];
    const sheet = sheets.get(tab.sheetId);
    return [tab.sheetId, sheet === undefined ? 'missing' : wanted(tab) ? gridOf(sheet.getDataRange()) : []];
  });
  return { reading: { register: known?.reading.register ?? spreadsheet.getId(), grids: new Map(grids) }, sheets, gridOf };
}

/** A tab of which only the headers and some rows are read, each in its place; 'missing' where there is nothing of them. */
export function readRows({ gridOf }: OpenBook, sheet: Sheet, tab: Tab, { row, rows }: Pick<Area, 'row' | 'rows'>): Grid | 'missing' {
  const [width, last] = [sheet.getLastColumn(), Math.min(row + rows - 1, sheet.getLastRow())];
  const header = tab.headerRow ?? 1;
  if (width === 0 || last < row || row <= header) return 'missing';
  const lines: (readonly CellValue[])[] = [];
  lines[header - 1] = gridOf(sheet.getRange(header, 1, 1, width))[0] ?? [];
  gridOf(sheet.getRange(row, 1, last - row + 1, width)).forEach((line, index) => {
    lines[row - 1 + index] = line;
  });
  return Array.from(lines, (line) => line ?? []);
}

function gridReader(spreadsheet: Spreadsheet): OpenBook['gridOf'] {
  const serialOf = serialReader(spreadsheet.getSpreadsheetTimeZone() || ZONE);
  const dateCell = (cell: unknown): CellValue => (isDate(cell) ? serialOf(cell) : null);
  return (range) => toGrid(range.getValues(), dateCell);
}

/** Dates may come from another realm than the script's own. */
const isDate = (cell: unknown): cell is Date => Object.prototype.toString.call(cell) === '[object Date]';

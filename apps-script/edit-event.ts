// What Google tells of an edit.
import type { Area } from '../rules/sheet/tab-change.ts';

export type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

export const areaOf = (range: GoogleAppsScript.Spreadsheet.Range): Area => ({
  row: range.getRow(),
  column: range.getColumn(),
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});

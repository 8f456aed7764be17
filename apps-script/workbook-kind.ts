// The same script stands in communes' registers and in their superiors' workbooks.
import { UNITS_SHEET } from '../rules/register/workbook-kind.ts';

/** Whether the workbook is a superior's. */
export const isSuperiorBook = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean =>
  spreadsheet.getSheets().some((sheet) => sheet.getSheetId() === UNITS_SHEET);

// The same script stands in communes' registers and in their superiors' workbooks.
import { UNITS_SHEET } from '../rules/register/workbook-kind.ts';

/** Whether the script may do the functions' work itself: the manifest of the standalone mode gives it the services for that. */
export const isStandalone = (): boolean => typeof Sheets !== 'undefined';

/** Whether the workbook is a superior's. */
export const isSuperiorBook = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean =>
  spreadsheet.getSheets().some((sheet) => sheet.getSheetId() === UNITS_SHEET);

/** Whether nothing can be done here: a superior's figures come from other workbooks, which only the functions can read. */
export const lacksFunctions = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean =>
  isStandalone() && isSuperiorBook(spreadsheet);

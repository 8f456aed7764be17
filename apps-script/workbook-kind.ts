// The same script stands in communes' registers and in their superiors' workbooks.
import { Problem } from '../rules/problem.ts';
import { UNITS_SHEET } from '../rules/register/workbook-kind.ts';
import { isStandalone } from './advanced-services.ts';

/** Whether the workbook is a superior's. */
export const isSuperiorBook = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean =>
  spreadsheet.getSheets().some((sheet) => sheet.getSheetId() === UNITS_SHEET);

/** Whether nothing can be done here: a superior's figures come from other workbooks, which only the functions can read. */
export const lacksFunctions = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean =>
  isStandalone() && isSuperiorBook(spreadsheet);

/** Throws SUPERIOR_NEEDS_FUNCTIONS where the standalone script stands in a superior's workbook. */
export function servedHere(): void {
  if (lacksFunctions(SpreadsheetApp.getActive())) throw new Problem('SUPERIOR_NEEDS_FUNCTIONS', {});
}

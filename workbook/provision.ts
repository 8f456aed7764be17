// A new workbook from the declarations alone: one spreadsheets.create and one batch that dresses its columns.
// Two calls, because a create body can only format cell by cell (300,000 cells) where a batch names a whole column.
import { ZONE } from '../rules/calendar-date.ts';
import type { Chart } from '../rules/register/chart.ts';
import type { Choice, Column, Tab } from '../rules/register/column.ts';
import { chartRequests } from './charts.ts';
import { conditionalFormats } from './colors.ts';
import { fixtureRequests } from './fixtures.ts';
import { formatRequests, headerIndex, headerRow, placedColumns, sheetProperties } from './look.ts';
import { type ProtectionOptions, protectedRanges } from './protection.ts';
import type { BatchUpdate, CreateSpreadsheet, Request, Sheet, SpreadsheetProperties } from './sheets-json.ts';
import { type PlacedTab, type ValidationContext, validationRequests } from './validation.ts';

export interface ProvisionOptions extends ProtectionOptions {
  /** `choicesOf` with the plan */
  readonly choices: (tab: Tab, column: Column) => readonly Choice[];
  /** the plan's: "members.ethnicGroup" */
  readonly optionalColumns?: readonly string[];
  /** what is drawn over the tabs */
  readonly charts?: readonly Chart[];
}
export interface NewWorkbook {
  /** the body of spreadsheets.create: tabs, headers with notes, widths, protections, colours */
  readonly create: CreateSpreadsheet;
  /** formats, dropdowns and charts; may be sent again when the first call succeeded and this one did not */
  readonly finish: BatchUpdate;
}

/** The locale decides how people's input is read (dd/mm/yyyy, decimal comma) and that formulas separate by ";". */
export const workbookProperties = (title: string): SpreadsheetProperties => ({ title, locale: 'vi_VN', timeZone: ZONE });

/** A workbook with every declared tab, in the order given. */
export function newWorkbook(title: string, tabs: readonly Tab[], options: ProvisionOptions): NewWorkbook {
  const placed = tabs.map((tab) => ({ tab, title: tab.title, columns: placedColumns(tab, options.optionalColumns ?? []) }));
  const context: ValidationContext = { tabs: placed, choices: options.choices };
  return {
    create: { properties: workbookProperties(title), sheets: placed.map((one, index) => sheetOf(one, index, options)) },
    finish: { requests: [...placed.flatMap((one) => dressRequests(one, context)), ...chartRequests(options.charts ?? [])] },
  };
}

/** The formats and dropdowns of a tab's columns, and what stands at fixed places above them. */
export function dressRequests(placed: PlacedTab, context: ValidationContext): Request[] {
  return [...formatRequests(placed.tab, placed.columns), ...validationRequests(placed, context), ...fixtureRequests(placed.tab)];
}

function sheetOf({ tab, columns }: PlacedTab, index: number, options: ProvisionOptions): Sheet {
  const columnMetadata = columns.map(({ column }) => ({ pixelSize: column.width, ...(column.hidden ? { hiddenByUser: true } : {}) }));
  return {
    properties: sheetProperties(tab, columns, index),
    data: [{ startRow: headerIndex(tab), startColumn: 0, rowData: [headerRow(tab, columns)], columnMetadata }],
    protectedRanges: protectedRanges(tab, columns, options),
    conditionalFormats: conditionalFormats(tab, columns),
  };
}

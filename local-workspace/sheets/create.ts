// A new spreadsheet from the Spreadsheet that spreadsheets.create was given.
import type { Account } from '../api-request.ts';
import { badRequest, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { applyRequests } from './batch-update.ts';
import { newSheetDoc, placeSheet } from './requests-sheets.ts';
import { Sheet } from './sheet.ts';
import type { DeveloperMetadata, GridRange, NamedRange, ProtectedRange, RowData, SheetProperties } from './wire.ts';
import { Workbook } from './workbook.ts';

interface NewGrid {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly RowData[];
  readonly rowMetadata?: readonly JsonObject[];
  readonly columnMetadata?: readonly JsonObject[];
}

interface NewSheet extends JsonObject {
  readonly properties?: Partial<SheetProperties>;
  readonly data?: readonly NewGrid[];
  readonly merges?: readonly GridRange[];
  readonly conditionalFormats?: readonly JsonObject[];
  readonly protectedRanges?: readonly Partial<ProtectedRange>[];
  readonly basicFilter?: JsonObject;
  readonly developerMetadata?: readonly Partial<DeveloperMetadata>[];
}

export interface NewSpreadsheet {
  readonly properties?: JsonObject;
  readonly sheets?: readonly NewSheet[];
  readonly namedRanges?: readonly Partial<NamedRange>[];
  readonly developerMetadata?: readonly Partial<DeveloperMetadata>[];
}

const KEPT: ReadonlySet<string> = new Set([
  'properties',
  'data',
  'merges',
  'conditionalFormats',
  'protectedRanges',
  'basicFilter',
  'developerMetadata',
]);

/** The workbook without tabs. */
export function newWorkbook(id: string, { properties = {} }: NewSpreadsheet, account: Account): Workbook {
  const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
  const usual = { title: 'Untitled spreadsheet', locale: 'en_US', autoRecalc: 'ON_CHANGE', timeZone: 'Etc/GMT' };
  const doc = {
    spreadsheetId: id,
    properties: { ...usual, ...given },
    sheets: [],
    namedRanges: [],
    developerMetadata: [],
    formats: [],
    validations: [],
    nextId: 1,
  };
  return new Workbook(doc, [], account, true);
}

/** Adds tabs, cells and the rest by the same requests a batch would. Throws Google's 400 for what does not fit. */
export function fillNewSpreadsheet(workbook: Workbook, given: NewSpreadsheet): void {
  const blank: readonly NewSheet[] = [{ properties: { sheetId: 0, title: 'Sheet1' } }];
  const sheets = given.sheets === undefined || given.sheets.length === 0 ? blank : given.sheets;
  for (const [index, sheet] of sheets.entries()) addTab(workbook, sheet, index);
  const requests = [
    ...(given.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...(given.developerMetadata ?? []).map((entry) => ({
      createDeveloperMetadata: { developerMetadata: { ...entry, location: { spreadsheet: true } } },
    })),
  ];
  carryOut(workbook, requests);
}

function addTab(workbook: Workbook, given: NewSheet, index: number): void {
  const unsupported = Object.keys(given).find((name) => !KEPT.has(name));
  if (unsupported !== undefined) throw badRequest(`The local workspace does not keep ${unsupported} of a sheet.`);
  const sheet = new Sheet(newSheetDoc(workbook, given.properties ?? {}), []);
  placeSheet(workbook, sheet, given.properties?.index ?? index);
  for (const grid of given.data ?? []) fillGrid(workbook, sheet, grid);
  const here = { sheetId: sheet.id };
  carryOut(workbook, [
    ...(given.merges ?? []).map((range) => ({ mergeCells: { range: { ...range, ...here } } })),
    ...(given.conditionalFormats ?? []).map((rule, position) => ({
      addConditionalFormatRule: { rule: onSheet(rule, sheet.id), index: position },
    })),
    ...(given.protectedRanges ?? []).map((range) => ({
      addProtectedRange: { protectedRange: { ...range, range: { ...range.range, ...here } } },
    })),
    ...(given.developerMetadata ?? []).map((entry) => ({ createDeveloperMetadata: { developerMetadata: { ...entry, location: here } } })),
    ...(given.basicFilter === undefined
      ? []
      : [{ setBasicFilter: { filter: { ...given.basicFilter, range: { ...(given.basicFilter.range as GridRange), ...here } } } }]),
  ]);
}

const onSheet = (rule: JsonObject, sheetId: number): JsonObject => ({
  ...rule,
  ranges: ((rule.ranges ?? []) as GridRange[]).map((range) => ({ ...range, sheetId })),
});

function fillGrid(
  workbook: Workbook,
  sheet: Sheet,
  { startRow = 0, startColumn = 0, rowData = [], rowMetadata = [], columnMetadata = [] }: NewGrid,
): void {
  // Cells beyond the declared size enlarge a new tab; in a batch they would be refused.
  const width = Math.max(0, ...rowData.map((row) => row.values?.length ?? 0));
  const grid = sheet.doc.properties.gridProperties;
  grid.rowCount = Math.max(sheet.rowCount, startRow + rowData.length);
  grid.columnCount = Math.max(sheet.columnCount, startColumn + width);
  for (const [index, properties] of rowMetadata.entries()) sheet.doc.rowMetadata[startRow + index] = properties;
  for (const [index, properties] of columnMetadata.entries()) sheet.doc.columnMetadata[startColumn + index] = properties;
  if (rowData.length === 0) return;
  const fields = 'userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns';
  carryOut(workbook, [
    { updateCells: { rows: rowData, fields, start: { sheetId: sheet.id, rowIndex: startRow, columnIndex: startColumn } } },
  ]);
}

function carryOut(workbook: Workbook, requests: readonly JsonObject[]): void {
  if (requests.length === 0) return;
  try {
    applyRequests(workbook, requests);
  } catch (error) {
    throw error instanceof GoogleError ? badRequest(error.message.replace(/requests\[\d+\]\./, 'sheets: ')) : error;
  }
}

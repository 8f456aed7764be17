// Batch requests on the spreadsheet and its tabs: properties, adding, deleting.
import { badRequest } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { mergeByMask, requiredMask } from './mask-merge.ts';
import { Sheet, type SheetDoc } from './sheet.ts';
import type { SheetProperties } from './wire.ts';
import type { SpreadsheetProperties, Workbook } from './workbook.ts';

const MOST_CELLS = 10_000_000;

/** Title, locale, time zone and the like. */
export function updateSpreadsheetProperties(workbook: Workbook, body: JsonObject): undefined {
  const mask = requiredMask(body.fields, 'SpreadsheetProperties');
  const merged = mergeByMask(mask, workbook.doc.properties, (body.properties ?? {}) as JsonObject);
  if (merged.title === undefined || merged.title === '') throw badRequest('Spreadsheet title cannot be empty.');
  workbook.doc.properties = merged as SpreadsheetProperties;
  return undefined;
}

/** The document of a new tab. Throws Google's 400 for an id or a title in use. */
export function newSheetDoc(workbook: Workbook, given: Partial<SheetProperties>): SheetDoc {
  const { sheetId, title, index, sheetType = 'GRID', gridProperties = {}, ...rest } = given;
  if (sheetType !== 'GRID') throw badRequest(`The local workspace only keeps tabs of type GRID, not ${sheetType}.`);
  const taken = (id: number): boolean => workbook.sheets.some((sheet) => sheet.id === id);
  const id = sheetId ?? workbook.freshId(taken);
  if (id < 0) throw badRequest('sheetId must not be negative.');
  if (taken(id)) throw badRequest(`A sheet with id ${id} already exists. Please enter another id.`);
  const name = title ?? freshTitle(workbook);
  checkTitle(workbook, name, undefined);
  const properties: SheetProperties = {
    sheetId: id,
    title: name,
    index: index ?? workbook.sheets.length,
    sheetType,
    gridProperties: { rowCount: 1000, columnCount: 26, ...gridProperties },
    ...rest,
  };
  checkGrid(properties);
  return { properties, merges: [], conditionalFormats: [], protectedRanges: [], rowMetadata: {}, columnMetadata: {} };
}

function freshTitle(workbook: Workbook): string {
  let number = workbook.sheets.length + 1;
  while (workbook.sheetTitled(`Sheet${number}`) !== undefined) number += 1;
  return `Sheet${number}`;
}

function checkTitle(workbook: Workbook, title: string, own: Sheet | undefined): void {
  if (title === '' || title.length > 100) throw badRequest('Sheet title must have between 1 and 100 characters.');
  const clash = workbook.sheets.some((sheet) => sheet !== own && sheet.title.toLowerCase() === title.toLowerCase());
  if (clash) throw badRequest(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function checkGrid({ gridProperties }: SheetProperties): void {
  const { rowCount = 0, columnCount = 0, frozenRowCount = 0, frozenColumnCount = 0 } = gridProperties;
  if (rowCount < 1 || columnCount < 1) throw badRequest("You can't delete all the rows or columns on the sheet.");
  if (columnCount > 18_278) throw badRequest('A sheet cannot have more than 18278 columns.');
  if (rowCount * columnCount > MOST_CELLS) {
    throw badRequest(`This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`);
  }
  if (frozenRowCount >= rowCount || frozenColumnCount >= columnCount)
    throw badRequest("You can't freeze all visible rows or columns on the sheet.");
}

/** Puts a tab at a place and numbers all tabs anew. */
export function placeSheet(workbook: Workbook, sheet: Sheet, index: number): void {
  const others = workbook.sheets.filter((other) => other !== sheet);
  others.splice(Math.min(Math.max(index, 0), others.length), 0, sheet);
  workbook.sheets.splice(0, workbook.sheets.length, ...others);
  for (const [position, other] of workbook.sheets.entries()) other.doc.properties.index = position;
}

export function addSheet(workbook: Workbook, body: JsonObject): JsonObject {
  const doc = newSheetDoc(workbook, (body.properties ?? {}) as Partial<SheetProperties>);
  placeSheet(workbook, new Sheet(doc, []), doc.properties.index);
  return { addSheet: { properties: structuredClone(doc.properties) } };
}

export function deleteSheet(workbook: Workbook, body: JsonObject): undefined {
  const sheet = workbook.sheet(body.sheetId as number | undefined);
  const visible = workbook.sheets.filter((other) => other !== sheet && other.doc.properties.hidden !== true);
  if (visible.length === 0) throw badRequest("You can't remove all the visible sheets in a document.");
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  for (const [position, other] of workbook.sheets.entries()) other.doc.properties.index = position;
  workbook.doc.namedRanges = workbook.doc.namedRanges.filter((named) => (named.range.sheetId ?? 0) !== sheet.id);
  workbook.doc.developerMetadata = workbook.doc.developerMetadata.filter(
    ({ location }) => (location.dimensionRange?.sheetId ?? location.sheetId) !== sheet.id,
  );
  return undefined;
}

export function updateSheetProperties(workbook: Workbook, body: JsonObject): undefined {
  const mask = requiredMask(body.fields, 'SheetProperties');
  const given = (body.properties ?? {}) as Partial<SheetProperties>;
  const sheet = workbook.sheet(given.sheetId);
  const before = sheet.doc.properties;
  const merged = mergeByMask(mask, before as unknown as JsonObject, given as JsonObject) as unknown as SheetProperties;
  const properties: SheetProperties = {
    ...merged,
    sheetId: before.sheetId,
    sheetType: before.sheetType,
    index: before.index,
    gridProperties: merged.gridProperties ?? {},
  };
  checkTitle(workbook, properties.title ?? '', sheet);
  checkGrid(properties);
  const stillVisible = workbook.sheets.some((other) => other !== sheet && other.doc.properties.hidden !== true);
  if (properties.hidden === true && !stillVisible) throw badRequest("You can't hide all the sheets in a document.");
  if (properties.hidden === false) delete properties.hidden;
  shrink(sheet, properties);
  sheet.doc.properties = properties;
  if ((mask.index !== undefined || mask['*'] !== undefined) && given.index !== undefined) moveSheet(workbook, sheet, given.index);
  return undefined;
}

/** Google counts the place before the tab is taken out of its old one. */
function moveSheet(workbook: Workbook, sheet: Sheet, index: number): void {
  const from = workbook.sheets.indexOf(sheet);
  placeSheet(workbook, sheet, index > from ? index - 1 : index);
}

function shrink(sheet: Sheet, { gridProperties }: SheetProperties): void {
  const { rowCount = 0, columnCount = 0 } = gridProperties;
  if (rowCount < sheet.rows.length) sheet.spliceRows(rowCount, sheet.rows.length - rowCount, []);
  if (columnCount >= sheet.columnCount) return;
  sheet.mapRows((row) => {
    const cells = row.slice(0, columnCount);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
}

// The Sheets API: create, get, batchUpdate, developer metadata; values are beside it.
import { type ApiRequest, type Handlers, listParam, textParam } from '../api-request.ts';
import { addFile, isOwner, requireSpreadsheet, SPREADSHEET, touchFile } from '../drive/files.ts';
import { type Mask, parseMask } from '../field-mask.ts';
import { badRequest, entityNotFound, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../store.ts';
import { clippedArea, parseA1 } from './a1.ts';
import { applyRequests } from './batch-update.ts';
import { fillNewSpreadsheet, type NewSpreadsheet, newWorkbook } from './create.ts';
import { rangesOf } from './data-filter.ts';
import { searchMetadata } from './metadata.ts';
import { renderSpreadsheet, type Selection } from './render.ts';
import { type Access, valuesHandlers } from './values-methods.ts';
import type { DataFilter, GridRange } from './wire.ts';
import { Workbook } from './workbook.ts';

function accessTo(store: Store): Access {
  return {
    read: (request) => {
      const id = textParam(request, 'spreadsheetId');
      requireSpreadsheet(store, id, request.account, 'reader');
      return Workbook.read(store, id);
    },
    edit: (request, work) => {
      const id = textParam(request, 'spreadsheetId');
      const file = requireSpreadsheet(store, id, request.account, 'writer');
      const workbook = Workbook.edit(store, id, request.account, isOwner(file, request.account));
      const result = work(workbook);
      workbook.save(store);
      touchFile(store, file, request.account, request.now, { name: workbook.doc.properties.title });
      return result;
    },
  };
}

function create(store: Store, request: ApiRequest): unknown {
  const given = request.body as NewSpreadsheet;
  if (request.account.isServiceAccount) throw new GoogleError(403, 'The caller does not have permission');
  const id = `1${store.mint('spreadsheet').toString('base64url')}`;
  const workbook = newWorkbook(id, given, request.account);
  fillNewSpreadsheet(workbook, given);
  addFile(store, request.account, request.now, { id, name: workbook.doc.properties.title, mimeType: SPREADSHEET });
  workbook.save(store);
  return rendered(store, request, workbook, [], false);
}

function rendered(store: Store, request: ApiRequest, workbook: Workbook, ranges: readonly GridRange[], withGrid: boolean): unknown {
  const file = requireSpreadsheet(store, workbook.doc.spreadsheetId, request.account, 'reader');
  return renderSpreadsheet(workbook, request.account, isOwner(file, request.account), selectionsOf(workbook, ranges), withGrid);
}

function selectionsOf(workbook: Workbook, ranges: readonly GridRange[]): Selection[] {
  if (ranges.length === 0) return workbook.sheets.map((sheet) => ({ sheet, areas: [clippedArea(workbook, { sheetId: sheet.id }).area] }));
  const chosen = ranges.map((range) => clippedArea(workbook, range));
  return workbook.sheets
    .map((sheet) => ({ sheet, areas: chosen.filter((choice) => choice.sheet === sheet).map((choice) => choice.area) }))
    .filter(({ areas }) => areas.length > 0);
}

/** A field mask decides alone whether cells are answered; includeGridData only counts without one. */
function wantsGrid(request: ApiRequest, includeGridData: unknown): boolean {
  const fields = request.params.fields;
  const mask = typeof fields === 'string' && fields !== '' ? parseMask(fields) : undefined;
  if (mask === undefined) return includeGridData === true;
  const whole = (part: Mask | undefined): boolean => part !== undefined && Object.keys(part).length === 0;
  const sheets = mask.sheets ?? mask['*'];
  return sheets !== undefined && (whole(sheets) || sheets.data !== undefined || sheets['*'] !== undefined);
}

function get(store: Store, access: Access, request: ApiRequest): unknown {
  const workbook = access.read(request);
  const ranges = listParam(request, 'ranges').map((range) => parseA1(workbook, range));
  return rendered(store, request, workbook, ranges, wantsGrid(request, request.params.includeGridData));
}

function getByDataFilter(store: Store, access: Access, request: ApiRequest): unknown {
  const { dataFilters = [], includeGridData } = request.body as { dataFilters?: readonly DataFilter[]; includeGridData?: boolean };
  const workbook = access.read(request);
  const ranges = dataFilters.flatMap((filter, index) => rangesOf(workbook, filter, `dataFilters[${index}]`));
  return rendered(store, request, workbook, ranges, wantsGrid(request, includeGridData));
}

interface BatchUpdateBody {
  readonly requests?: readonly JsonObject[];
  readonly includeSpreadsheetInResponse?: boolean;
  readonly responseRanges?: readonly string[];
  readonly responseIncludeGridData?: boolean;
}

function batchUpdate(store: Store, access: Access, request: ApiRequest): unknown {
  const { requests = [], includeSpreadsheetInResponse, responseRanges = [], responseIncludeGridData } = request.body as BatchUpdateBody;
  return access.edit(request, (workbook) => {
    const answer = { spreadsheetId: workbook.doc.spreadsheetId, replies: applyRequests(workbook, requests) };
    if (includeSpreadsheetInResponse !== true) return answer;
    const ranges = responseRanges.map((range) => parseA1(workbook, range));
    const withGrid = responseIncludeGridData === true || request.params.fields !== undefined; // a field mask alone decides what is left of it
    return { ...answer, updatedSpreadsheet: rendered(store, request, workbook, ranges, withGrid) };
  });
}

function getMetadata(access: Access, request: ApiRequest): unknown {
  const id = Number(textParam(request, 'metadataId'));
  const entry = access.read(request).doc.developerMetadata.find((candidate) => candidate.metadataId === id);
  if (entry === undefined) throw entityNotFound();
  return entry;
}

function search(access: Access, request: ApiRequest): unknown {
  const { dataFilters = [] } = request.body as { dataFilters?: readonly DataFilter[] };
  if (dataFilters.length === 0) throw badRequest('At least one data filter must be specified.');
  const matched = searchMetadata(access.read(request), dataFilters);
  return matched.length === 0 ? {} : { matchedDeveloperMetadata: matched };
}

/** The handlers of the Sheets API. */
export function sheetsHandlers(store: Store): Handlers {
  const access = accessTo(store);
  return {
    'sheets.spreadsheets.create': (request) => create(store, request),
    'sheets.spreadsheets.get': (request) => get(store, access, request),
    'sheets.spreadsheets.getByDataFilter': (request) => getByDataFilter(store, access, request),
    'sheets.spreadsheets.batchUpdate': (request) => batchUpdate(store, access, request),
    'sheets.spreadsheets.developerMetadata.get': (request) => getMetadata(access, request),
    'sheets.spreadsheets.developerMetadata.search': (request) => search(access, request),
    ...valuesHandlers(access),
  };
}

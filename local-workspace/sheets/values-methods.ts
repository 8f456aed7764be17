// The methods under spreadsheets.values, by A1 range and by data filter.
import { type ApiRequest, type Handlers, listParam, textParam } from '../api-request.ts';
import { badRequest, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { formatA1, parseA1, quoteTitle } from './a1.ts';
import { rangesOf } from './data-filter.ts';
import { appendValues, clearValues, inputOption, type Rendering, readValues, type Writing, type Written, writeValues } from './values.ts';
import type { DataFilter, GridRange, ValueRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

/** How the methods reach a workbook with the caller's rights checked. */
export interface Access {
  readonly read: (request: ApiRequest) => Workbook;
  /** Saves when the work is done; throws through when it is not. */
  readonly edit: <T>(request: ApiRequest, work: (workbook: Workbook) => T) => T;
}

interface ValuesBody extends Rendering {
  readonly valueInputOption?: unknown;
  readonly includeValuesInResponse?: boolean;
  readonly responseValueRenderOption?: unknown;
  readonly responseDateTimeRenderOption?: unknown;
  readonly ranges?: readonly string[];
  readonly dataFilters?: readonly DataFilter[];
  readonly data?: readonly (ValueRange & { readonly dataFilter?: DataFilter })[];
}

/** The response options of a write, under the names that reading uses. */
function echoOf(source: JsonObject | ValuesBody): Rendering | undefined {
  const { includeValuesInResponse, responseValueRenderOption, responseDateTimeRenderOption } = source as ValuesBody;
  if (includeValuesInResponse !== true) return undefined;
  return { valueRenderOption: responseValueRenderOption, dateTimeRenderOption: responseDateTimeRenderOption };
}

function updateAnswer(workbook: Workbook, { sheet, area, cells }: Written, echo: Rendering | undefined): JsonObject {
  const range: GridRange = {
    sheetId: sheet.id,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
  const counts =
    cells === 0 ? {} : { updatedRows: area.endRow - area.startRow, updatedColumns: area.endColumn - area.startColumn, updatedCells: cells };
  return {
    updatedRange: formatA1(sheet, area),
    ...counts,
    ...(echo === undefined ? {} : { updatedData: readValues(workbook, range, echo) }),
  };
}

function get(access: Access, request: ApiRequest): unknown {
  const workbook = access.read(request);
  return readValues(workbook, parseA1(workbook, textParam(request, 'range')), request.params);
}

function update(access: Access, request: ApiRequest): unknown {
  const given = request.body as ValueRange;
  const writing: Writing = { valueInputOption: inputOption(request.params.valueInputOption), now: request.now };
  const range = textParam(request, 'range');
  return access.edit(request, (workbook) => {
    const target = parseA1(workbook, range);
    if (given.range !== undefined && JSON.stringify(parseA1(workbook, given.range)) !== JSON.stringify(target)) {
      throw badRequest(`Requested writing within range [${range}], but tried writing within range [${given.range}]`);
    }
    const written = writeValues(workbook, target, given, writing);
    return { spreadsheetId: workbook.doc.spreadsheetId, ...updateAnswer(workbook, written, echoOf(request.params)) };
  });
}

function append(access: Access, request: ApiRequest): unknown {
  const given = request.body as ValueRange;
  const writing: Writing = { valueInputOption: inputOption(request.params.valueInputOption), now: request.now };
  return access.edit(request, (workbook) => {
    const insertRows = request.params.insertDataOption === 'INSERT_ROWS';
    const { table, written } = appendValues(workbook, parseA1(workbook, textParam(request, 'range')), given, writing, insertRows);
    const { spreadsheetId } = workbook.doc;
    const updates = { spreadsheetId, ...updateAnswer(workbook, written, echoOf(request.params)) };
    return { spreadsheetId, ...(table === undefined ? {} : { tableRange: formatA1(written.sheet, table) }), updates };
  });
}

function clear(access: Access, request: ApiRequest): unknown {
  return access.edit(request, (workbook) => {
    const { sheet, area } = clearValues(workbook, parseA1(workbook, textParam(request, 'range')));
    return { spreadsheetId: workbook.doc.spreadsheetId, clearedRange: formatA1(sheet, area) };
  });
}

function batchGet(access: Access, request: ApiRequest): unknown {
  const workbook = access.read(request);
  const valueRanges = listParam(request, 'ranges').map((range) => readValues(workbook, parseA1(workbook, range), request.params));
  return { spreadsheetId: workbook.doc.spreadsheetId, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
}

function totals(writes: readonly Written[]): JsonObject {
  const sum = (size: (written: Written) => number): number =>
    writes.reduce((all, written) => all + (written.cells === 0 ? 0 : size(written)), 0);
  return {
    totalUpdatedRows: sum(({ area }) => area.endRow - area.startRow),
    totalUpdatedColumns: sum(({ area }) => area.endColumn - area.startColumn),
    totalUpdatedCells: sum(({ cells }) => cells),
    totalUpdatedSheets: new Set(writes.map(({ sheet }) => sheet.id)).size,
  };
}

function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof GoogleError && error.code === 400) throw badRequest(`Invalid ${place}: ${error.message}`);
    throw error;
  }
}

function batchUpdate(access: Access, request: ApiRequest): unknown {
  const body = request.body as ValuesBody;
  const writing: Writing = { valueInputOption: inputOption(body.valueInputOption), now: request.now };
  return access.edit(request, (workbook) => {
    const writes = (body.data ?? []).map((given, index) =>
      at(`data[${index}]`, () => writeValues(workbook, parseA1(workbook, given.range ?? ''), given, writing)),
    );
    const { spreadsheetId } = workbook.doc;
    const responses = writes.map((written) => ({ spreadsheetId, ...updateAnswer(workbook, written, echoOf(body)) }));
    return { spreadsheetId, ...totals(writes), ...(responses.length === 0 ? {} : { responses }) };
  });
}

function batchClear(access: Access, request: ApiRequest): unknown {
  const { ranges = [] } = request.body as ValuesBody;
  return access.edit(request, (workbook) => {
    const cleared = ranges.map((range) => clearValues(workbook, parseA1(workbook, range)));
    return { spreadsheetId: workbook.doc.spreadsheetId, clearedRanges: cleared.map(({ sheet, area }) => formatA1(sheet, area)) };
  });
}

function batchGetByDataFilter(access: Access, request: ApiRequest): unknown {
  const body = request.body as ValuesBody;
  const workbook = access.read(request);
  const matched = new Map<string, { valueRange: ValueRange; dataFilters: DataFilter[] }>();
  for (const [index, filter] of (body.dataFilters ?? []).entries()) {
    const name = `dataFilters[${index}]`;
    for (const range of rangesOf(workbook, filter, name)) {
      const valueRange = at(name, () => readValues(workbook, range, body));
      const key = valueRange.range ?? quoteTitle(name);
      const known = matched.get(key);
      if (known === undefined) matched.set(key, { valueRange, dataFilters: [filter] });
      else known.dataFilters.push(filter);
    }
  }
  return { spreadsheetId: workbook.doc.spreadsheetId, ...(matched.size === 0 ? {} : { valueRanges: [...matched.values()] }) };
}

function batchUpdateByDataFilter(access: Access, request: ApiRequest): unknown {
  const body = request.body as ValuesBody;
  const writing: Writing = { valueInputOption: inputOption(body.valueInputOption), now: request.now };
  return access.edit(request, (workbook) => {
    const writes = (body.data ?? []).flatMap((given, index) => {
      const name = `data[${index}]`;
      const dataFilter = given.dataFilter ?? {};
      return rangesOf(workbook, dataFilter, name).map((range) => ({
        dataFilter,
        written: at(name, () => writeValues(workbook, range, given, writing)),
      }));
    });
    const responses = writes.map(({ dataFilter, written }) => ({ ...updateAnswer(workbook, written, echoOf(body)), dataFilter }));
    const { spreadsheetId } = workbook.doc;
    return { spreadsheetId, ...totals(writes.map(({ written }) => written)), ...(responses.length === 0 ? {} : { responses }) };
  });
}

function batchClearByDataFilter(access: Access, request: ApiRequest): unknown {
  const { dataFilters = [] } = request.body as ValuesBody;
  return access.edit(request, (workbook) => {
    const ranges = dataFilters.flatMap((filter, index) => rangesOf(workbook, filter, `dataFilters[${index}]`));
    const cleared = ranges.map((range) => clearValues(workbook, range));
    return { spreadsheetId: workbook.doc.spreadsheetId, clearedRanges: cleared.map(({ sheet, area }) => formatA1(sheet, area)) };
  });
}

/** The handlers of spreadsheets.values. */
export function valuesHandlers(access: Access): Handlers {
  const methods = {
    get,
    update,
    append,
    clear,
    batchGet,
    batchUpdate,
    batchClear,
    batchGetByDataFilter,
    batchUpdateByDataFilter,
    batchClearByDataFilter,
  };
  const entries = Object.entries(methods).map(
    ([name, carryOut]) => [`sheets.spreadsheets.values.${name}`, (request: ApiRequest) => carryOut(access, request)] as const,
  );
  return Object.fromEntries(entries);
}

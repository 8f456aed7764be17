// A spreadsheet that a script has open, spoken to by REST: its tabs remembered until something may have changed them, cells never.
import type { JsonObject } from '../../json.ts';
import type { Place } from '../calls.ts';
import { ScriptError } from './bridge.ts';
import type { Running } from './running.ts';

export interface TabFacts {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: boolean;
  readonly merges: readonly Place[];
}

export interface BookFacts {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly url: string;
  readonly tabs: readonly TabFacts[];
}

interface GridJson {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

interface SheetJson {
  readonly properties: {
    readonly sheetId?: number;
    readonly title: string;
    readonly index?: number;
    readonly hidden?: boolean;
    readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
  };
  readonly merges?: readonly GridJson[];
  readonly data?: readonly { readonly rowData?: readonly { readonly values?: readonly CellJson[] }[] }[];
  readonly protectedRanges?: readonly JsonObject[];
}

export interface CellJson {
  readonly userEnteredValue?: { readonly formulaValue?: string };
  readonly userEnteredFormat?: { readonly numberFormat?: { readonly type?: string; readonly pattern?: string } };
  readonly note?: string;
}

interface BookJson {
  readonly properties?: { readonly title: string; readonly locale: string; readonly timeZone: string };
  readonly spreadsheetUrl?: string;
  readonly sheets?: readonly SheetJson[];
}

const FACTS =
  'properties(title,locale,timeZone),spreadsheetUrl,sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount)),merges)';
const PROTECTED = /You are trying to edit a protected cell or object\..*$/;

export type Rendering = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';

export const gridRange = ({ sheetId, row, column, rows, columns }: Place): GridJson => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

/** A grid range of a tab as a place; open sides reach to the tab's end. */
export function placeOf(range: GridJson, tab: Pick<TabFacts, 'sheetId' | 'rows' | 'columns'>): Place {
  const { startRowIndex: row = 0, endRowIndex = tab.rows, startColumnIndex: column = 0, endColumnIndex = tab.columns } = range;
  return { sheetId: tab.sheetId, row, column, rows: endRowIndex - row, columns: endColumnIndex - column };
}

export class OpenWorkbook {
  readonly id: string;
  readonly #running: Running;
  #facts: BookFacts | undefined;

  constructor(running: Running, id: string) {
    this.#running = running;
    this.id = id;
  }

  get facts(): BookFacts {
    this.#facts ??= factsOf(this.#call('sheets.spreadsheets.get', { fields: FACTS }) as BookJson);
    return this.#facts;
  }

  /** The tabs may have changed: the next question asks anew. */
  forget(): void {
    this.#facts = undefined;
  }

  /** Throws when the tab has gone meanwhile. */
  tab(sheetId: number): TabFacts {
    const find = (): TabFacts | undefined => this.facts.tabs.find((tab) => tab.sheetId === sheetId);
    const known = find();
    if (known !== undefined) return known;
    this.forget();
    const fresh = find();
    if (fresh === undefined) throw new ScriptError(`Sheet ${sheetId} not found`);
    return fresh;
  }

  /** Values without empty rows and cells at the end, one list per rendering asked for. */
  values(range: GridJson, valueRenderOption: Rendering, dateTimeRenderOption = 'SERIAL_NUMBER'): unknown[][] {
    const body = { dataFilters: [{ gridRange: range }], valueRenderOption, dateTimeRenderOption, majorDimension: 'ROWS' };
    const answer = this.#call('sheets.spreadsheets.values.batchGetByDataFilter', {}, body) as {
      valueRanges?: readonly { valueRange: { values?: unknown[][] } }[];
    };
    return answer.valueRanges?.[0]?.valueRange.values ?? [];
  }

  /** Values as if somebody typed them; a text that is empty clears. */
  enter(place: Place, values: readonly (readonly unknown[])[]): void {
    const refused = this.#running.bridge.call('refusedCell', { spreadsheet: this.id, place, values });
    if (refused !== undefined)
      throw new ScriptError(`The data you entered in cell ${refused} violates the data validation rules set on this cell.`);
    const data = [{ dataFilter: { gridRange: gridRange(place) }, majorDimension: 'ROWS', values }];
    this.#call('sheets.spreadsheets.values.batchUpdateByDataFilter', {}, { valueInputOption: 'USER_ENTERED', data });
  }

  clear(place: Place): void {
    this.#call('sheets.spreadsheets.values.batchClearByDataFilter', {}, { dataFilters: [{ gridRange: gridRange(place) }] });
  }

  /** The cells of a place, with those of their parts that the mask names. */
  cells(place: Place, mask: string): readonly (readonly (CellJson | undefined)[])[] {
    const body = { dataFilters: [{ gridRange: gridRange(place) }] };
    const fields = `sheets(data(rowData(values(${mask}))))`;
    const book = this.#call('sheets.spreadsheets.getByDataFilter', { fields }, body) as BookJson;
    const rows = book.sheets?.[0]?.data?.[0]?.rowData ?? [];
    return Array.from({ length: place.rows }, (_row, row) =>
      Array.from({ length: place.columns }, (_cell, column) => rows[row]?.values?.[column]),
    );
  }

  protections(): readonly JsonObject[] {
    const book = this.#call('sheets.spreadsheets.get', { fields: 'sheets(properties(sheetId),protectedRanges)' }) as BookJson;
    return (book.sheets ?? []).flatMap(({ properties, protectedRanges = [] }) =>
      protectedRanges.map((one) => ({ ...one, range: { sheetId: properties.sheetId ?? 0, ...(one.range as GridJson | undefined) } })),
    );
  }

  batch(...requests: readonly JsonObject[]): readonly JsonObject[] {
    const answer = this.#call('sheets.spreadsheets.batchUpdate', {}, { requests }) as { replies?: readonly JsonObject[] };
    return answer.replies ?? [];
  }

  metadata(lookup: JsonObject): readonly JsonObject[] {
    const body = { dataFilters: [{ developerMetadataLookup: lookup }] };
    const found = this.#call('sheets.spreadsheets.developerMetadata.search', {}, body) as {
      matchedDeveloperMetadata?: readonly { developerMetadata: JsonObject }[];
    };
    return (found.matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata);
  }

  #call(method: string, params: JsonObject, body?: unknown): unknown {
    const call = { method, params: { spreadsheetId: this.id, ...params }, ...(body === undefined ? {} : { body }) };
    const outcome = this.#running.bridge.call('api', call);
    if ('body' in outcome) return outcome.body;
    throw new ScriptError(textOf(outcome.error.code, outcome.error.message));
  }
}

/** The words of the spreadsheet service for what the API answers. */
function textOf(code: number, message: string): string {
  const protectedText = PROTECTED.exec(message)?.[0];
  if (protectedText !== undefined) return protectedText;
  if (code === 403) return 'You do not have permission to access the requested document.';
  if (code === 404) return 'Unexpected error while getting the method or property openById on object SpreadsheetApp.';
  if (code >= 500) return 'Service Spreadsheets failed while accessing document.';
  return message.replace(/^Invalid (requests|data)\[\d+\](\.\w+)?: /, '');
}

function factsOf({ properties, spreadsheetUrl = '', sheets = [] }: BookJson): BookFacts {
  const tabs = sheets.map(({ properties: tab, merges = [] }): TabFacts => {
    const size = { sheetId: tab.sheetId ?? 0, rows: tab.gridProperties?.rowCount ?? 0, columns: tab.gridProperties?.columnCount ?? 0 };
    return {
      ...size,
      title: tab.title,
      index: tab.index ?? 0,
      hidden: tab.hidden === true,
      merges: merges.map((merge) => placeOf(merge, size)),
    };
  });
  return {
    title: properties?.title ?? '',
    locale: properties?.locale ?? '',
    timeZone: properties?.timeZone ?? 'Etc/GMT',
    url: spreadsheetUrl,
    tabs,
  };
}

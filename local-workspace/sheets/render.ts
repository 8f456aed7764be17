// A workbook as Google's Spreadsheet JSON, with or without its cells.
import type { Account } from '../api-request.ts';
import type { JsonObject } from '../json.ts';
import { formatValue } from './format-value.ts';
import { effectiveValue, hyperlinkOf } from './formula.ts';
import { localeRules } from './locale.ts';
import type { Sheet, StoredCell } from './sheet.ts';
import type { Area, DeveloperMetadata } from './wire.ts';
import type { Workbook } from './workbook.ts';

/** What Google gives a spreadsheet that says nothing about its format. */
export const DEFAULT_FORMAT: JsonObject = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
  },
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
};

export interface Selection {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** The whole spreadsheet, or the tabs that are asked for; cells only when asked for. */
export function renderSpreadsheet(
  workbook: Workbook,
  viewer: Account,
  isOwner: boolean,
  selections: readonly Selection[],
  withGrid: boolean,
): JsonObject {
  const { doc } = workbook;
  const own = doc.developerMetadata.filter((entry) => entry.location.spreadsheet === true);
  return {
    spreadsheetId: doc.spreadsheetId,
    properties: { ...doc.properties, defaultFormat: doc.properties.defaultFormat ?? DEFAULT_FORMAT },
    sheets: selections.map(({ sheet, areas }) => renderSheet(workbook, sheet, viewer, isOwner, withGrid ? areas : undefined)),
    ...(doc.namedRanges.length === 0 ? {} : { namedRanges: doc.namedRanges }),
    ...(own.length === 0 ? {} : { developerMetadata: own }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${doc.spreadsheetId}/edit`,
  };
}

function renderSheet(workbook: Workbook, sheet: Sheet, viewer: Account, isOwner: boolean, areas: readonly Area[] | undefined): JsonObject {
  const { doc } = sheet;
  const own = workbook.doc.developerMetadata.filter((entry) => entry.location.sheetId === sheet.id);
  const protectedRanges = doc.protectedRanges.map((protection) => {
    const canEdit = protection.warningOnly === true || isOwner || protection.editors?.users?.includes(viewer.email) === true;
    const { editors, ...rest } = protection;
    return { ...rest, ...(canEdit ? { requestingUserCanEdit: true, ...(editors === undefined ? {} : { editors }) } : {}) };
  });
  return {
    properties: doc.properties,
    ...(areas === undefined ? {} : { data: areas.map((area) => renderGrid(workbook, sheet, area)) }),
    ...(doc.merges.length === 0 ? {} : { merges: doc.merges }),
    ...(doc.conditionalFormats.length === 0 ? {} : { conditionalFormats: doc.conditionalFormats }),
    ...(protectedRanges.length === 0 ? {} : { protectedRanges }),
    ...(doc.basicFilter === undefined ? {} : { basicFilter: doc.basicFilter }),
    ...(doc.charts === undefined || doc.charts.length === 0 ? {} : { charts: doc.charts }),
    ...(own.length === 0 ? {} : { developerMetadata: own }),
  };
}

function renderGrid(workbook: Workbook, sheet: Sheet, area: Area): JsonObject {
  const rowData: JsonObject[] = [];
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    const cells = sheet.row(row).slice(area.startColumn, area.endColumn);
    const values = cells.map((cell) => (cell === null ? {} : renderCell(workbook, cell)));
    rowData.push(values.length === 0 ? {} : { values });
  }
  while (rowData.length > 0 && Object.keys(rowData.at(-1) ?? {}).length === 0) rowData.pop();
  return {
    ...(area.startRow === 0 ? {} : { startRow: area.startRow }),
    ...(area.startColumn === 0 ? {} : { startColumn: area.startColumn }),
    ...(rowData.length === 0 ? {} : { rowData }),
    rowMetadata: dimensions(workbook, sheet, 'ROWS', area.startRow, area.endRow),
    columnMetadata: dimensions(workbook, sheet, 'COLUMNS', area.startColumn, area.endColumn),
  };
}

function dimensions(workbook: Workbook, sheet: Sheet, dimension: string, start: number, end: number): JsonObject[] {
  const sizes = dimension === 'ROWS' ? sheet.doc.rowMetadata : sheet.doc.columnMetadata;
  const usual = { pixelSize: dimension === 'ROWS' ? 21 : 100 };
  const attached = new Map<number, DeveloperMetadata[]>();
  for (const entry of workbook.doc.developerMetadata) {
    const range = entry.location.dimensionRange;
    if (range === undefined || range.dimension !== dimension || range.sheetId !== sheet.id) continue;
    const index = range.startIndex ?? 0;
    attached.set(index, [...(attached.get(index) ?? []), entry]);
  }
  return Array.from({ length: end - start }, (_unused, offset) => {
    const own = sizes[start + offset];
    const developerMetadata = attached.get(start + offset);
    if (own === undefined && developerMetadata === undefined) return usual;
    return { ...usual, ...own, ...(developerMetadata === undefined ? {} : { developerMetadata }) };
  });
}

function renderCell(workbook: Workbook, cell: StoredCell): JsonObject {
  const data = workbook.unpack(cell);
  const effective = effectiveValue(cell.v);
  const format = data.userEnteredFormat;
  const formatted = formatValue(effective, format?.numberFormat, localeRules(workbook.doc.properties.locale));
  const link = hyperlinkOf(cell.v) ?? linkOf(cell);
  const base = (workbook.doc.properties.defaultFormat ?? DEFAULT_FORMAT) as JsonObject;
  return {
    ...data,
    ...(effective === undefined ? {} : { effectiveValue: effective }),
    ...(formatted === undefined ? {} : { formattedValue: formatted }),
    ...(format === undefined && effective === undefined ? {} : { effectiveFormat: deepMerge(base, format ?? {}) }),
    ...(link === undefined ? {} : { hyperlink: link }),
  };
}

/** The one address that all of a cell's text links to. */
export function linkOf({ t = [] }: StoredCell): string | undefined {
  const uris = t.map((run) => (run as { format?: { link?: { uri?: string } } }).format?.link?.uri).filter((uri) => uri !== undefined);
  return uris.length === 1 ? uris[0] : undefined;
}

function deepMerge(base: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = base[key];
    const mergeable = key === 'textFormat' && typeof below === 'object' && below !== null;
    merged[key] = mergeable ? { ...below, ...(value as JsonObject) } : value;
  }
  return merged;
}

// The parts of Google's Sheets JSON that the stand-in itself looks into; what it only keeps stays opaque.
import type { JsonObject } from '../json.ts';

export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** A GridRange with every side known. */
export interface Area {
  readonly sheetId: number;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface ExtendedValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type: string; readonly message: string };
}

export interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

export type CellFormat = JsonObject & { numberFormat?: NumberFormat };

/** What can be written of a cell. */
export interface CellData {
  userEnteredValue?: ExtendedValue;
  userEnteredFormat?: CellFormat;
  note?: string;
  dataValidation?: JsonObject;
  textFormatRuns?: unknown[];
}

export interface RowData {
  readonly values?: readonly CellData[];
}

export interface GridProperties {
  rowCount?: number;
  columnCount?: number;
  frozenRowCount?: number;
  frozenColumnCount?: number;
}

export interface SheetProperties {
  sheetId: number;
  title: string;
  index: number;
  sheetType: string;
  gridProperties: GridProperties & JsonObject;
  hidden?: boolean;
}

export interface ProtectedRange extends JsonObject {
  protectedRangeId: number;
  range?: GridRange;
  warningOnly?: boolean;
  unprotectedRanges?: GridRange[];
  editors?: { users?: string[]; groups?: string[]; domainUsersCanEdit?: boolean };
}

export interface OverlayPosition {
  readonly anchorCell?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number };
  readonly offsetXPixels?: number;
  readonly offsetYPixels?: number;
  readonly widthPixels?: number;
  readonly heightPixels?: number;
}
export interface EmbeddedPosition {
  readonly overlayPosition?: OverlayPosition;
}
export interface EmbeddedChart {
  readonly chartId: number;
  readonly position: EmbeddedPosition;
  readonly spec: JsonObject;
}

export interface NamedRange {
  namedRangeId: string;
  name: string;
  range: GridRange;
}

export interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

export interface MetadataLocation {
  readonly locationType?: string;
  readonly spreadsheet?: boolean;
  readonly sheetId?: number;
  readonly dimensionRange?: DimensionRange;
}

export interface DeveloperMetadata {
  metadataId: number;
  metadataKey: string;
  metadataValue?: string;
  visibility: string;
  location: MetadataLocation;
}

export interface MetadataLookup {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly locationType?: string;
  readonly metadataLocation?: MetadataLocation;
  readonly locationMatchingStrategy?: string;
}

export interface DataFilter {
  readonly a1Range?: string;
  readonly gridRange?: GridRange;
  readonly developerMetadataLookup?: MetadataLookup;
}

export interface ValueRange {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: readonly (readonly unknown[])[];
}

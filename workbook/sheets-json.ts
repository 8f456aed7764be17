// Google's Sheets v4 JSON, only as far as this project speaks it. A test holds each built body against Google's schemas.
// Requests have mutable arrays and answers allow null, so that googleapis and the advanced service take and give them as they are.

export interface GridRange {
  sheetId: number;
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}
export interface Rgb {
  red: number;
  green: number;
  blue: number;
}
export interface ColorStyle {
  rgbColor: Rgb;
}
export interface TextFormat {
  bold?: boolean;
  foregroundColorStyle?: ColorStyle;
  link?: { uri: string };
}
export interface CellFormat {
  numberFormat?: { type: 'TEXT' | 'NUMBER' | 'DATE' | 'DATE_TIME'; pattern: string };
  backgroundColorStyle?: ColorStyle;
  horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  verticalAlignment?: 'TOP' | 'MIDDLE' | 'BOTTOM';
  wrapStrategy?: 'OVERFLOW_CELL' | 'CLIP' | 'WRAP';
  textFormat?: TextFormat;
}
export interface CellData {
  userEnteredValue?: { stringValue: string } | { numberValue: number } | { boolValue: boolean };
  userEnteredFormat?: CellFormat;
  textFormatRuns?: { startIndex: number; format: TextFormat }[];
  note?: string;
}
export interface RowData {
  values: CellData[];
}

export type ConditionType =
  | 'ONE_OF_LIST'
  | 'ONE_OF_RANGE'
  | 'DATE_IS_VALID'
  | 'BOOLEAN'
  | 'NUMBER_GREATER_THAN_EQ'
  | 'NUMBER_BETWEEN'
  | 'TEXT_STARTS_WITH'
  | 'TEXT_EQ'
  | 'CUSTOM_FORMULA';
export interface Condition {
  type: ConditionType;
  values?: { userEnteredValue: string }[];
}
export interface ValidationRule {
  condition: Condition;
  inputMessage?: string;
  strict: boolean;
  showCustomUi: boolean;
}
export interface ConditionalFormatRule {
  ranges: GridRange[];
  booleanRule: { condition: Condition; format: CellFormat };
}
export interface ProtectedRange {
  range: GridRange;
  description: string;
  warningOnly?: boolean;
  unprotectedRanges?: GridRange[];
  editors?: { users: string[] };
}

export interface SheetProperties {
  sheetId: number;
  title: string;
  index?: number;
  hidden?: boolean;
  tabColorStyle?: ColorStyle;
  gridProperties: { rowCount: number; columnCount: number; frozenRowCount?: number; frozenColumnCount?: number };
}
export interface SpreadsheetProperties {
  title: string;
  locale: string;
  timeZone: string;
}
export interface Sheet {
  properties: SheetProperties;
  data: { startRow: number; startColumn: number; rowData: RowData[]; columnMetadata: { pixelSize: number; hiddenByUser?: boolean }[] }[];
  protectedRanges: ProtectedRange[];
  conditionalFormats: ConditionalFormatRule[];
}
/** The body of spreadsheets.create. */
export interface CreateSpreadsheet {
  properties: SpreadsheetProperties;
  sheets: Sheet[];
}

/** A range of one row or one column that a chart draws. */
export interface ChartData {
  sourceRange: { sources: GridRange[] };
}
type ChartAxis = 'BOTTOM_AXIS' | 'LEFT_AXIS';
export interface BasicChartSpec {
  chartType: 'BAR' | 'COLUMN' | 'LINE';
  legendPosition: 'TOP_LEGEND';
  headerCount: number;
  axis: { position: ChartAxis; title: string }[];
  domains: { domain: ChartData }[];
  series: { series: ChartData; targetAxis: ChartAxis; colorStyle: ColorStyle }[];
  stackedType?: 'STACKED';
}
export interface EmbeddedChart {
  chartId: number;
  spec: { title: string; altText: string; hiddenDimensionStrategy: 'SHOW_ALL'; basicChart: BasicChartSpec };
  position: {
    overlayPosition: {
      anchorCell: { sheetId: number; rowIndex: number; columnIndex: number };
      offsetXPixels: number;
      offsetYPixels: number;
      widthPixels: number;
      heightPixels: number;
    };
  };
}

export interface DimensionRange {
  sheetId: number;
  dimension: 'ROWS' | 'COLUMNS';
  startIndex: number;
  endIndex: number;
}
export interface DeveloperMetadata {
  metadataId: number;
  metadataKey: string;
  metadataValue: string;
  visibility: 'DOCUMENT';
  location: { spreadsheet: true };
}
export interface MetadataLookup {
  metadataId?: number;
  metadataKey?: string;
  visibility?: 'DOCUMENT';
}
export interface DataFilter {
  developerMetadataLookup?: MetadataLookup;
  gridRange?: GridRange;
}

/** One request of a batch: exactly one of its members is set. */
export interface Request {
  updateSpreadsheetProperties?: { properties: Partial<SpreadsheetProperties>; fields: string };
  addSheet?: { properties: SheetProperties };
  deleteSheet?: { sheetId: number };
  updateSheetProperties?: { properties: { sheetId: number } & Partial<Omit<SheetProperties, 'sheetId'>>; fields: string };
  updateDimensionProperties?: { range: DimensionRange; properties: { pixelSize: number; hiddenByUser: boolean }; fields: string };
  deleteDimension?: { range: DimensionRange };
  insertDimension?: { range: DimensionRange; inheritFromBefore: boolean };
  updateCells?: { range: GridRange; rows: RowData[]; fields: string };
  repeatCell?: { range: GridRange; cell: CellData; fields: string };
  setDataValidation?: { range: GridRange; rule?: ValidationRule };
  addProtectedRange?: { protectedRange: ProtectedRange };
  addConditionalFormatRule?: { rule: ConditionalFormatRule; index: number };
  addChart?: { chart: EmbeddedChart };
  deleteEmbeddedObject?: { objectId: number };
  createDeveloperMetadata?: { developerMetadata: DeveloperMetadata };
  deleteDeveloperMetadata?: { dataFilter: DataFilter };
}
export interface BatchUpdate {
  requests: Request[];
}
/** The body of values.batchGetByDataFilter. */
export interface BatchGet {
  dataFilters: { gridRange: GridRange }[];
  majorDimension: 'ROWS';
  valueRenderOption: 'UNFORMATTED_VALUE';
  dateTimeRenderOption: 'SERIAL_NUMBER';
}
/** The body of developerMetadata.search. */
export interface MetadataSearch {
  dataFilters: { developerMetadataLookup: MetadataLookup }[];
}

type Answered<T> = T | null | undefined;
/** What values.batchGetByDataFilter answers. */
export interface BatchGetAnswer {
  readonly valueRanges?: Answered<
    readonly {
      readonly dataFilters?: Answered<readonly { readonly gridRange?: Answered<{ readonly sheetId?: Answered<number> }> }[]>;
      readonly valueRange?: Answered<{ readonly range?: Answered<string>; readonly values?: Answered<readonly (readonly unknown[])[]> }>;
    }[]
  >;
}
/** What developerMetadata.get answers: one piece of metadata. */
export interface MetadataAnswer {
  readonly metadataId?: Answered<number>;
  readonly metadataKey?: Answered<string>;
  readonly metadataValue?: Answered<string>;
}
/** What developerMetadata.search answers. */
export interface MetadataSearchAnswer {
  readonly matchedDeveloperMetadata?: Answered<readonly { readonly developerMetadata?: Answered<MetadataAnswer> }[]>;
}
/** What spreadsheets.get answers to `tabsRequest` and `structureRequest`. */
export interface SpreadsheetAnswer {
  readonly sheets?: Answered<
    readonly {
      readonly properties?: Answered<{
        readonly sheetId?: Answered<number>;
        readonly title?: Answered<string>;
        readonly index?: Answered<number>;
        readonly gridProperties?: Answered<{ readonly rowCount?: Answered<number>; readonly columnCount?: Answered<number> }>;
      }>;
      readonly protectedRanges?: Answered<readonly { readonly description?: Answered<string> }[]>;
      readonly conditionalFormats?: Answered<readonly unknown[]>;
      readonly charts?: Answered<readonly { readonly chartId?: Answered<number> }[]>;
      readonly data?: Answered<
        readonly { readonly rowData?: Answered<readonly { readonly values?: Answered<readonly HeaderAnswer[]> }[]> }[]
      >;
    }[]
  >;
}
interface HeaderAnswer {
  readonly formattedValue?: Answered<string>;
}

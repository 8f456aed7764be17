// What must be added so that a workbook has its declared structure again. It adds tabs, columns, rows of headers, dropdowns, protections and
// charts; it never renames or clears anything and moves nothing but headers, so people's cells and people's own columns stay as they are.
import type { Tab } from '../rules/register/column.ts';
import type { Reading } from '../rules/register/grid.ts';
import { tidy } from '../rules/text.ts';
import { chartRepairs } from './charts.ts';
import { conditionalFormats } from './colors.ts';
import { headerIndex, headerRow, type Placed, placedColumns, sheetProperties } from './look.ts';
import { type LostHeaders, lostHeaders, roomForHeaders } from './lost-headers.ts';
import { protectedRanges } from './protection.ts';
import { dressRequests, type ProvisionOptions, workbookProperties } from './provision.ts';
import type { Request, SpreadsheetAnswer } from './sheets-json.ts';
import type { PlacedTab } from './validation.ts';

/** The query of spreadsheets.get whose answer `repairRequests` needs. */
export const structureRequest = (): { includeGridData: false; fields: string } => ({
  includeGridData: false,
  fields:
    'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),protectedRanges(description),conditionalFormats(ranges(sheetId)),charts(chartId))',
});

/**
 * The batch that makes a workbook of an empty spreadsheet that Drive has made: in a shared drive, the only place where a service
 * account can put one. `first` is the tab that came with it.
 */
export function furnishRequests(title: string, tabs: readonly Tab[], options: ProvisionOptions, first = 0): Request[] {
  return [
    { updateSpreadsheetProperties: { properties: workbookProperties(title), fields: 'title,locale,timeZone' } },
    ...repairRequests({}, { register: '', grids: new Map() }, tabs, options),
    { deleteSheet: { sheetId: first } },
  ];
}

interface Standing extends PlacedTab {
  /** the columns that stand nowhere yet, at the places they get */
  readonly added: readonly Placed[];
  readonly lost: LostHeaders | undefined;
  /** columns of the grid; 0 when the tab is gone */
  readonly columnCount: number;
  readonly protections: ReadonlySet<string>;
  readonly colored: boolean;
}

/** The batch that restores the structure; sent twice it changes nothing the second time. */
export function repairRequests(existing: SpreadsheetAnswer, reading: Reading, tabs: readonly Tab[], options: ProvisionOptions): Request[] {
  const standing = tabs.map((tab) => standingOf(tab, existing, reading, options));
  const context = { tabs: standing, choices: options.choices };
  return [
    ...standing.flatMap(structure),
    ...standing.flatMap((one) => [...dressRequests(one, context), ...frame(one, options)]),
    ...chartRepairs(options.charts ?? [], existing),
  ];
}

function standingOf(tab: Tab, existing: SpreadsheetAnswer, reading: Reading, options: ProvisionOptions): Standing {
  const sheet = (existing.sheets ?? []).find(({ properties }) => (properties?.sheetId ?? 0) === tab.sheetId);
  const grid = reading.grids.get(tab.sheetId) ?? 'missing';
  const declared = placedColumns(tab, options.optionalColumns ?? []);
  const lost = grid === 'missing' ? undefined : lostHeaders(tab, grid, declared);
  const place = lost?.kind === 'moved' ? lost.row : headerIndex(tab);
  const headers = (grid === 'missing' ? [] : (grid[place] ?? [])).map((cell) => tidy(String(cell ?? '')));
  const widest = grid === 'missing' ? 0 : Math.max(0, ...grid.map((row) => row.length));
  const isAnew = lost !== undefined && lost.kind !== 'moved';
  let next = isAnew ? 0 : widest;
  const columns = declared.map(({ key, column }) => {
    const found = headers.indexOf(tidy(column.header));
    return { key, column, index: found >= 0 ? found : next++ };
  });
  return {
    tab,
    title: sheet?.properties?.title ?? tab.title,
    columns,
    added: lost !== undefined ? columns : columns.filter(({ index }) => index >= widest),
    lost,
    columnCount: sheet ? (sheet.properties?.gridProperties?.columnCount ?? widest) : 0,
    protections: new Set((sheet?.protectedRanges ?? []).map(({ description }) => description ?? '')),
    colored: (sheet?.conditionalFormats ?? []).length > 0,
  };
}

/** The tab if it is gone, and the columns that are. */
function structure({ tab, columns, added, lost, columnCount }: Standing, place: number): Request[] {
  const { sheetId } = tab;
  const end = Math.max(0, ...columns.map(({ index }) => index + 1));
  const room: Request[] =
    columnCount === 0
      ? [{ addSheet: { properties: sheetProperties(tab, columns, place) } }]
      : end > columnCount
        ? [
            {
              insertDimension: {
                range: { sheetId, dimension: 'COLUMNS', startIndex: columnCount, endIndex: end },
                inheritFromBefore: true,
              },
            },
          ]
        : [];
  return [...room, ...roomForHeaders(tab, lost), ...added.flatMap((one) => columnRequests(tab, one))];
}

function columnRequests(tab: Tab, placed: Placed): Request[] {
  const { sheetId } = tab;
  const { index, column } = placed;
  return [
    {
      updateCells: {
        range: {
          sheetId,
          startRowIndex: headerIndex(tab),
          endRowIndex: headerIndex(tab) + 1,
          startColumnIndex: index,
          endColumnIndex: index + 1,
        },
        rows: [headerRow(tab, [placed])],
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: column.width, hiddenByUser: column.hidden === true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
  ];
}

/** Protections that nobody has, by their descriptions, and the colours of a tab that has none at all. */
function frame({ tab, columns, protections, colored }: Standing, options: ProvisionOptions): Request[] {
  const wanted = protectedRanges(tab, columns, options).filter(({ description }) => !protections.has(description));
  return [
    ...wanted.map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
    ...(colored ? [] : conditionalFormats(tab, columns).map((rule, index) => ({ addConditionalFormatRule: { rule, index } }))),
  ];
}

// A Write as one spreadsheets.batchUpdate. Google carries out a batch as a whole or not at all.
// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request
import type { Block, OwnedCell, Write } from '../rules/conversation.ts';
import { widthOf } from '../rules/owned-cells.ts';
import type { GridSize } from './a1.ts';
import { dropRequest, publishRequest } from './marker.ts';
import type { BatchUpdate, CellData, GridRange, Request } from './sheets-json.ts';

export interface WriteOptions {
  /** `gridSizes` of the reading that led to the write; without it a block past the end of its tab is refused by Google */
  readonly sizes?: ReadonlyMap<number, GridSize>;
  /** from `afterRefusal`, when another key holds the marker's first id */
  readonly probe?: number;
}

/** Room for the blocks, the blocks, the markers that go and the one that comes, in this order. */
export function toBatchUpdate(write: Write, { sizes = new Map(), probe = 0 }: WriteOptions = {}): BatchUpdate {
  const requests = [
    ...growth(write.blocks, sizes),
    ...write.blocks.flatMap(blockRequest),
    ...(write.drop ?? []).map(dropRequest),
    ...(write.publish ? [publishRequest(write.publish, probe)] : []),
  ];
  return { requests };
}

/** The sizes once the batch is carried out, for the next write of the same turn: growing twice from the same size would push rows down. */
export function sizesAfter(write: Write, sizes: ReadonlyMap<number, GridSize>): ReadonlyMap<number, GridSize> {
  const ends = (sheetId: number, size: GridSize): GridSize => {
    const needed = extent(write.blocks, sheetId);
    return { rows: Math.max(size.rows, needed.rows), columns: Math.max(size.columns, needed.columns) };
  };
  return new Map([...sizes].map(([sheetId, size]) => [sheetId, ends(sheetId, size)]));
}

/**
 * The cells of a block. Within its range Google clears the named fields where no cell is given, so `rest` is a range without an end;
 * an empty block has no columns of its own and clears to the right edge.
 */
function blockRequest(block: Block): Request[] {
  const { sheetId, row, column, cells, rest } = block;
  if (cells.length === 0 && !rest) return [];
  const range: GridRange = { sheetId, startRowIndex: row, startColumnIndex: column };
  if (!rest) range.endRowIndex = row + cells.length;
  if (cells.length > 0) range.endColumnIndex = column + Math.max(1, widthOf(block));
  return [
    { updateCells: { range, rows: cells.map((line) => ({ values: line.map(cellData) })), fields: 'userEnteredValue,textFormatRuns' } },
  ];
}

/** The names of a link, a text, a number, a truth; nothing for a blank, which clears the cell. */
export function cellData(cell: OwnedCell): CellData {
  if (cell === null || cell === '') return {};
  // stringValue is what a person would type behind an apostrophe: "=1+1" and "0912" stay texts, in every locale
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  // a text run and no HYPERLINK formula: it needs no separator of the locale and no quoting of the label
  const uri = `#gid=${cell.sheetId}&range=${cell.a1}`;
  return { userEnteredValue: { stringValue: cell.label }, textFormatRuns: [{ startIndex: 0, format: { link: { uri } } }] };
}

/** updateCells never makes a tab larger. Inserting at the end with inheritance, unlike appending, keeps formats and dropdowns. */
function growth(blocks: readonly Block[], sizes: ReadonlyMap<number, GridSize>): Request[] {
  return [...sizes].flatMap(([sheetId, size]) => {
    const { rows, columns } = extent(blocks, sheetId);
    return [...inserted(sheetId, 'ROWS', size.rows, rows), ...inserted(sheetId, 'COLUMNS', size.columns, columns)];
  });
}

/** How far the blocks of a tab reach. */
function extent(blocks: readonly Block[], sheetId: number): GridSize {
  const here = blocks.filter((block) => block.sheetId === sheetId && block.cells.length > 0);
  return {
    rows: Math.max(0, ...here.map((block) => block.row + block.cells.length)),
    columns: Math.max(0, ...here.map((block) => block.column + widthOf(block))),
  };
}

function inserted(sheetId: number, dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number): Request[] {
  return endIndex > startIndex
    ? [{ insertDimension: { range: { sheetId, dimension, startIndex, endIndex }, inheritFromBefore: true } }]
    : [];
}

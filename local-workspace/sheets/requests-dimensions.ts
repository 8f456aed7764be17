// Batch requests on rows and columns: appending, inserting, deleting, widths; everything that points into the grid moves along.
import { badRequest } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { mergeByMask, requiredMask } from './mask-merge.ts';
import { assertEditable } from './protection.ts';
import { type Row, type Sheet, trimmed } from './sheet.ts';
import type { Area, DimensionRange, GridRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

type Move = (index: number) => number;

interface Span {
  readonly sheet: Sheet;
  readonly isRows: boolean;
  readonly start: number;
  readonly end: number;
}

function spanOf(workbook: Workbook, range: DimensionRange | undefined, mayTouchEnd: boolean): Span {
  const sheet = workbook.sheet(range?.sheetId);
  if (range?.dimension !== 'ROWS' && range?.dimension !== 'COLUMNS') throw badRequest('dimension must be ROWS or COLUMNS.');
  const isRows = range.dimension === 'ROWS';
  const size = isRows ? sheet.rowCount : sheet.columnCount;
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? size;
  if (start < 0 || end <= start) throw badRequest(`range.endIndex[${end}] must be after range.startIndex[${start}]`);
  if (start > size || (!mayTouchEnd && end > size))
    throw badRequest(`Cannot reach index ${end - 1} in a sheet with ${size} ${isRows ? 'rows' : 'columns'}.`);
  return { sheet, isRows, start, end };
}

function bandOf({ sheet, isRows, start, end }: Span): Area {
  const all = { sheetId: sheet.id, startRow: 0, endRow: sheet.rowCount, startColumn: 0, endColumn: sheet.columnCount };
  return isRows ? { ...all, startRow: start, endRow: end } : { ...all, startColumn: start, endColumn: end };
}

/** More rows or columns at the end. */
export function appendDimension(workbook: Workbook, body: JsonObject): undefined {
  const { sheetId, dimension, length = 0 } = body as { sheetId?: number; dimension?: string; length?: number };
  const sheet = workbook.sheet(sheetId);
  if (length < 1) throw badRequest('length must be greater than zero.');
  const grid = sheet.doc.properties.gridProperties;
  if (dimension === 'ROWS') grid.rowCount = sheet.rowCount + length;
  else if (dimension === 'COLUMNS') grid.columnCount = sheet.columnCount + length;
  else throw badRequest('dimension must be ROWS or COLUMNS.');
  return undefined;
}

/** Empty rows or columns, formatted like the neighbour they inherit from. */
export function insertDimension(workbook: Workbook, body: JsonObject): undefined {
  const { range, inheritFromBefore = false } = body as { range?: DimensionRange; inheritFromBefore?: boolean };
  const span = spanOf(workbook, range, true);
  const { sheet, isRows, start, end } = span;
  if (inheritFromBefore && start === 0) throw badRequest('Cannot inherit from before the first row or column.');
  const size = isRows ? sheet.rowCount : sheet.columnCount;
  if (!inheritFromBefore && start === size) throw badRequest('Cannot insert at the end without inheriting from before.');
  const count = end - start;
  const source = inheritFromBefore ? start - 1 : start;
  if (isRows) {
    const like = blank(sheet.row(source));
    sheet.spliceRows(start, 0, new Array<Row | null>(count).fill(like.length === 0 ? null : like));
  } else {
    sheet.mapRows((row) => {
      if (row.length <= source && row.length <= start) return row;
      const cells = [...row];
      const like = blank([row[source] ?? null])[0] ?? null;
      while (cells.length < start) cells.push(null);
      cells.splice(start, 0, ...new Array<Row[number]>(count).fill(like));
      return trimmed(cells);
    });
  }
  resize(sheet, isRows, count);
  moveAll(
    workbook,
    span,
    (index) => (index >= start ? index + count : index),
    (index) => (index > start ? index + count : index),
  );
  return undefined;
}

/** Removes rows or columns; what only pointed at them goes too. */
export function deleteDimension(workbook: Workbook, body: JsonObject): undefined {
  const span = spanOf(workbook, body.range as DimensionRange | undefined, false);
  const { sheet, isRows, start, end } = span;
  assertEditable(workbook, sheet, bandOf(span));
  const size = isRows ? sheet.rowCount : sheet.columnCount;
  if (end - start >= size) throw badRequest("You can't delete all the rows or columns on the sheet.");
  const frozen = (isRows ? sheet.doc.properties.gridProperties.frozenRowCount : sheet.doc.properties.gridProperties.frozenColumnCount) ?? 0;
  if (size - (end - start) <= frozen - Math.max(0, Math.min(end, frozen) - start))
    throw badRequest("You can't delete all the non-frozen rows or columns on the sheet.");
  if (isRows) sheet.spliceRows(start, end - start, []);
  else sheet.mapRows((row) => trimmed([...row.slice(0, start), ...row.slice(end)]));
  resize(sheet, isRows, start - end);
  const move: Move = (index) => (index <= start ? index : index < end ? start : index - (end - start));
  moveAll(workbook, span, move, move, (index) => index >= start && index < end);
  return undefined;
}

/** Pixel size and hiding of rows or columns. */
export function updateDimensionProperties(workbook: Workbook, body: JsonObject): undefined {
  const mask = requiredMask(body.fields, 'DimensionProperties');
  const { sheet, isRows, start, end } = spanOf(workbook, body.range as DimensionRange | undefined, false);
  const metadata = isRows ? sheet.doc.rowMetadata : sheet.doc.columnMetadata;
  for (let index = start; index < end; index += 1) {
    const merged = mergeByMask(mask, metadata[index] ?? {}, (body.properties ?? {}) as JsonObject);
    if (merged.hiddenByUser === false) delete merged.hiddenByUser;
    if (Object.keys(merged).length === 0) delete metadata[index];
    else metadata[index] = merged;
  }
  return undefined;
}

/** Accepted without effect: there is no screen to measure on. */
export function autoResizeDimensions(workbook: Workbook, body: JsonObject): undefined {
  spanOf(workbook, body.dimensions as DimensionRange | undefined, false);
  return undefined;
}

function blank(row: Row): Row {
  return trimmed(
    row.map((cell) =>
      cell?.f === undefined && cell?.d === undefined
        ? null
        : { ...(cell.f === undefined ? {} : { f: cell.f }), ...(cell.d === undefined ? {} : { d: cell.d }) },
    ),
  );
}

function resize(sheet: Sheet, isRows: boolean, by: number): void {
  const grid = sheet.doc.properties.gridProperties;
  if (isRows) grid.rowCount = sheet.rowCount + by;
  else grid.columnCount = sheet.columnCount + by;
}

/** A range after the move, or undefined when nothing of it is left. */
function movedRange(range: GridRange, { isRows }: Span, moveStart: Move, moveEnd: Move): GridRange | undefined {
  const [startKey, endKey] = isRows ? (['startRowIndex', 'endRowIndex'] as const) : (['startColumnIndex', 'endColumnIndex'] as const);
  const start = range[startKey];
  const end = range[endKey];
  const moved: GridRange = {
    ...range,
    ...(start === undefined ? {} : { [startKey]: moveStart(start) }),
    ...(end === undefined ? {} : { [endKey]: moveEnd(end) }),
  };
  const [newStart, newEnd] = [moved[startKey] ?? 0, moved[endKey]];
  return newEnd !== undefined && newEnd <= newStart ? undefined : moved;
}

function moveAll(workbook: Workbook, span: Span, moveStart: Move, moveEnd: Move, isGone: (index: number) => boolean = () => false): void {
  const { sheet, isRows } = span;
  const { doc } = sheet;
  const move = (range: GridRange): GridRange | undefined => movedRange(range, span, moveStart, moveEnd);
  const moveList = (ranges: readonly GridRange[]): GridRange[] => ranges.map(move).filter((range) => range !== undefined);
  doc.merges = moveList(doc.merges);
  doc.protectedRanges = doc.protectedRanges.flatMap((protection) => {
    const range = protection.range === undefined ? undefined : move(protection.range);
    if (protection.range !== undefined && range === undefined) return [];
    const open = protection.unprotectedRanges === undefined ? {} : { unprotectedRanges: moveList(protection.unprotectedRanges) };
    return [{ ...protection, ...(range === undefined ? {} : { range }), ...open }];
  });
  doc.conditionalFormats = doc.conditionalFormats.flatMap((rule) => {
    const ranges = moveList((rule.ranges ?? []) as GridRange[]);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
  const filtered = doc.basicFilter === undefined ? undefined : move((doc.basicFilter.range ?? {}) as GridRange);
  if (filtered === undefined) delete doc.basicFilter;
  else doc.basicFilter = { ...doc.basicFilter, range: filtered };
  workbook.doc.namedRanges = workbook.doc.namedRanges.flatMap((named) => {
    if ((named.range.sheetId ?? 0) !== sheet.id) return [named];
    const range = move(named.range);
    return range === undefined ? [] : [{ ...named, range }];
  });
  moveSizes(doc, isRows, moveStart, isGone);
  moveMetadata(workbook, span, moveStart, isGone);
}

function moveSizes(doc: Sheet['doc'], isRows: boolean, move: Move, isGone: (index: number) => boolean): void {
  const before = isRows ? doc.rowMetadata : doc.columnMetadata;
  const after: Record<string, JsonObject> = {};
  for (const [index, properties] of Object.entries(before)) if (!isGone(Number(index))) after[move(Number(index))] = properties;
  if (isRows) doc.rowMetadata = after;
  else doc.columnMetadata = after;
}

function moveMetadata(workbook: Workbook, { sheet, isRows }: Span, move: Move, isGone: (index: number) => boolean): void {
  const dimension = isRows ? 'ROWS' : 'COLUMNS';
  workbook.doc.developerMetadata = workbook.doc.developerMetadata.flatMap((entry) => {
    const range = entry.location.dimensionRange;
    if (range === undefined || (range.sheetId ?? 0) !== sheet.id || range.dimension !== dimension) return [entry];
    const start = range.startIndex ?? 0;
    if (isGone(start)) return [];
    const dimensionRange = { ...range, startIndex: move(start), endIndex: move(start) + 1 };
    return [{ ...entry, location: { ...entry.location, dimensionRange } }];
  });
}

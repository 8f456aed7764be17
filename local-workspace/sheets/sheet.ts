// One tab while it is worked on: immutable rows that are shared until one of them is written.
import type { JsonObject } from '../json.ts';
import type { Area, EmbeddedChart, ExtendedValue, GridRange, ProtectedRange, SheetProperties } from './wire.ts';

/** A cell as it is kept: value, format and validation by number (see Workbook), note, text runs. */
export interface StoredCell {
  readonly v?: ExtendedValue;
  readonly f?: number;
  readonly d?: number;
  readonly n?: string;
  readonly t?: unknown[];
}

export type Row = readonly (StoredCell | null)[];

/** Everything about a tab except its cells. */
export interface SheetDoc {
  properties: SheetProperties;
  merges: GridRange[];
  conditionalFormats: JsonObject[];
  protectedRanges: ProtectedRange[];
  basicFilter?: JsonObject;
  charts?: readonly EmbeddedChart[];
  /** Only rows and columns that differ from the usual, by index. */
  rowMetadata: Record<string, JsonObject>;
  columnMetadata: Record<string, JsonObject>;
}

const EMPTY: Row = [];

export class Sheet {
  readonly doc: SheetDoc;
  #rows: readonly (Row | null)[];
  #own: (Row | null)[] | undefined;

  constructor(doc: SheetDoc, rows: readonly (Row | null)[]) {
    this.doc = doc;
    this.#rows = rows;
  }

  get id(): number {
    return this.doc.properties.sheetId;
  }

  get title(): string {
    return this.doc.properties.title;
  }

  get rowCount(): number {
    return this.doc.properties.gridProperties.rowCount ?? 0;
  }

  get columnCount(): number {
    return this.doc.properties.gridProperties.columnCount ?? 0;
  }

  /** Up to the last row that holds anything. */
  get rows(): readonly (Row | null)[] {
    return this.#rows;
  }

  get isChanged(): boolean {
    return this.#own !== undefined;
  }

  row(index: number): Row {
    return this.#rows[index] ?? EMPTY;
  }

  cell(row: number, column: number): StoredCell | undefined {
    return this.#rows[row]?.[column] ?? undefined;
  }

  setRow(index: number, row: Row): void {
    const rows = this.#writable();
    while (rows.length < index) rows.push(null);
    rows[index] = row.length === 0 ? null : row;
    while (rows.length > 0 && rows.at(-1) === null) rows.pop();
  }

  setCell(row: number, column: number, cell: StoredCell | undefined): void {
    this.setRow(row, withCell(this.row(row), column, cell));
  }

  /** Rewrites an area cell by cell. Equal rows stay one shared row, so the change must not depend on the position. */
  mapArea(area: Area, change: (cell: StoredCell | undefined) => StoredCell | undefined): void {
    const done = new Map<Row, Row>();
    for (let index = area.startRow; index < area.endRow; index += 1) {
      const before = this.row(index);
      const known = done.get(before);
      const after = known ?? mapRow(before, area, change);
      if (known === undefined) done.set(before, after);
      if (after !== before) this.setRow(index, after);
    }
  }

  /** Inserts rows (empty or given) or, with a count, removes them. */
  spliceRows(at: number, removed: number, inserted: readonly (Row | null)[]): void {
    const rows = this.#writable();
    while (rows.length < at && inserted.some((row) => row !== null)) rows.push(null);
    if (at <= rows.length) rows.splice(at, removed, ...inserted);
    while (rows.length > 0 && rows.at(-1) === null) rows.pop();
  }

  mapRows(change: (row: Row) => Row): void {
    const done = new Map<Row, Row>();
    for (let index = this.#rows.length - 1; index >= 0; index -= 1) {
      const before = this.row(index);
      const after = done.get(before) ?? change(before);
      done.set(before, after);
      this.setRow(index, after);
    }
  }

  #writable(): (Row | null)[] {
    this.#own ??= [...this.#rows];
    this.#rows = this.#own;
    return this.#own;
  }
}

/** A row with one cell replaced, trailing holes dropped. */
export function withCell(row: Row, column: number, cell: StoredCell | undefined): Row {
  const cells = [...row];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell ?? null;
  return trimmed(cells);
}

/** Drops what is empty at a row's end. */
export function trimmed(cells: (StoredCell | null)[]): Row {
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

function mapRow(row: Row, area: Area, change: (cell: StoredCell | undefined) => StoredCell | undefined): Row {
  const cells = [...row];
  while (cells.length < area.endColumn) cells.push(null);
  for (let column = area.startColumn; column < area.endColumn; column += 1) cells[column] = change(cells[column] ?? undefined) ?? null;
  return trimmed(cells);
}

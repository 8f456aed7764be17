// Where rows and columns lie, in pixels, and which rows a window shows.
import type { SheetModel } from './sheet-model.ts';

export const ROW_HEIGHT = 26;
const LINE = 18;
const MOST_LINES = 6;
const LETTER = 6.6; // the average width of a letter in the grid's font

export class Geometry {
  readonly #tops: number[] = [0];
  readonly #lefts: number[] = [0];

  constructor(model: SheetModel) {
    for (let row = 0; row < model.rows; row += 1) this.#tops.push((this.#tops[row] ?? 0) + heightOf(model, row));
    for (let column = 0; column < model.columns; column += 1) {
      const width = model.isColumnHidden(column) ? 0 : (model.view.columnWidths[column] ?? 100);
      this.#lefts.push((this.#lefts[column] ?? 0) + width);
    }
  }

  top(row: number): number {
    return this.#tops[Math.min(row, this.#tops.length - 1)] ?? 0;
  }

  height(row: number): number {
    return this.top(row + 1) - this.top(row);
  }

  left(column: number): number {
    return this.#lefts[Math.min(column, this.#lefts.length - 1)] ?? 0;
  }

  width(column: number): number {
    return this.left(column + 1) - this.left(column);
  }

  get totalHeight(): number {
    return this.#tops.at(-1) ?? 0;
  }

  get totalWidth(): number {
    return this.#lefts.at(-1) ?? 0;
  }

  /** The row that holds this height. */
  rowAt(y: number): number {
    let [low, high] = [0, this.#tops.length - 2];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#tops[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }
}

function heightOf(model: SheetModel, row: number): number {
  if (model.isRowHidden(row)) return 0;
  let lines = 1;
  for (const [column] of (model.view.rows[row] ?? []).entries()) {
    const { text, wrap } = model.cell(row, column);
    if (wrap === true && text !== '' && !model.isColumnHidden(column))
      lines = Math.max(lines, linesOf(text, model.view.columnWidths[column] ?? 100));
  }
  return lines === 1 ? ROW_HEIGHT : Math.min(lines, MOST_LINES) * LINE + 8;
}

function linesOf(text: string, width: number): number {
  const letters = Math.max(1, Math.floor((width - 10) / LETTER));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}

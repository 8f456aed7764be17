// One tab in the browser's memory: what the workspace sent, with this page's own unacknowledged edits laid over it.
import type { CellView, Edit, GridView, WorkbookView } from '../protocol.ts';

export type Tab = WorkbookView['tabs'][number];

const NOTHING: CellView = { text: '' };

export class SheetModel {
  readonly tab: Tab;
  readonly view: GridView;
  readonly #pending = new Map<string, CellView>();
  readonly #covered = new Map<string, { readonly row: number; readonly column: number }>();
  readonly #hiddenRows: ReadonlySet<number>;
  readonly #hiddenColumns: ReadonlySet<number>;

  constructor(tab: Tab, view: GridView, pending: readonly Edit[]) {
    this.tab = tab;
    this.view = view;
    this.#hiddenRows = new Set(view.hiddenRows);
    this.#hiddenColumns = new Set(view.hiddenColumns);
    for (const merge of view.merges) {
      for (let row = merge.row; row < merge.row + merge.rows; row += 1)
        for (let column = merge.column; column < merge.column + merge.columns; column += 1)
          if (row !== merge.row || column !== merge.column) this.#covered.set(`${row},${column}`, merge);
    }
    for (const edit of pending) if (edit.sheetId === tab.sheetId) this.#lay(edit);
  }

  get rows(): number {
    return this.tab.rows;
  }

  get columns(): number {
    return this.tab.columns;
  }

  /** The cell as it is shown. */
  cell(row: number, column: number): CellView {
    return this.#pending.get(`${row},${column}`) ?? this.view.rows[row]?.[column] ?? this.view.emptyCells[column] ?? NOTHING;
  }

  isPending(row: number, column: number): boolean {
    return this.#pending.has(`${row},${column}`);
  }

  isHidden(row: number, column: number): boolean {
    return this.#hiddenRows.has(row) || this.#hiddenColumns.has(column);
  }

  isRowHidden(row: number): boolean {
    return this.#hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.#hiddenColumns.has(column);
  }

  /** The merge that swallows this cell; undefined for its first cell and for all others. */
  coveredBy(row: number, column: number): { readonly row: number; readonly column: number } | undefined {
    return this.#covered.get(`${row},${column}`);
  }

  mergeAt(row: number, column: number): GridView['merges'][number] | undefined {
    return this.view.merges.find((merge) => merge.row === row && merge.column === column);
  }

  listOf({ list }: CellView): readonly string[] | undefined {
    return list === undefined ? undefined : this.view.lists[list];
  }

  /** What typing would have to repeat to put the cell back. */
  inputOf(row: number, column: number): string | boolean | null {
    const cell = this.cell(row, column);
    if (cell.tick !== undefined) return cell.tick;
    return cell.input ?? (cell.text === '' ? null : cell.text);
  }

  #lay(edit: Edit): void {
    for (const [down, cells] of edit.cells.entries()) {
      for (const [across, given] of cells.entries()) {
        const [row, column] = [edit.row + down, edit.column + across];
        const { input: _input, link: _link, ...kept } = this.cell(row, column);
        const shown = { ...kept, text: typeof given === 'string' ? given : '' };
        this.#pending.set(`${row},${column}`, kept.tick === undefined ? shown : { ...kept, tick: given === true });
      }
    }
  }
}

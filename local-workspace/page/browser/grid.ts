// The grid: an ARIA grid of which only the rows in sight are in the document; frozen rows and columns stay.
import { cellElement, cellId } from './cell-element.ts';
import { element, replace } from './dom.ts';
import { Geometry } from './geometry.ts';
import { GRID } from './labels.ts';
import { isWithin, lettersOf, type Place } from './place.ts';
import { areaSelected, type Selection, single } from './selection.ts';
import type { SheetModel } from './sheet-model.ts';

export const NUMBERS_WIDTH = 46;
export const LETTERS_HEIGHT = 26;
const BEYOND = 6; // rows drawn above and below the window

export class Grid {
  readonly element: HTMLElement;
  readonly #head = element('div', { class: 'grid-head', role: 'presentation' });
  readonly #body = element('div', { class: 'grid-body', role: 'presentation' });
  readonly #drawn = new Map<number, HTMLElement>();
  #model: SheetModel | undefined;
  #geometry: Geometry | undefined;
  #selection: Selection = single({ row: 0, column: 0 });

  constructor() {
    this.element = element('div', { role: 'grid', class: 'grid', tabindex: 0, 'aria-multiselectable': 'true' }, this.#head, this.#body);
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  get model(): SheetModel | undefined {
    return this.#model;
  }

  get selection(): Selection {
    return this.#selection;
  }

  /** Rows on one screen. */
  get page(): number {
    return Math.max(1, Math.floor((this.element.clientHeight - this.#head.offsetHeight) / 26) - 1);
  }

  /** Draws a tab anew; where one was in it stays when it is the same tab. */
  show(model: SheetModel): void {
    const isSame = this.#model?.tab.sheetId === model.tab.sheetId;
    const wasInSight = isSame && this.#isInSight(this.#selection.head.row);
    this.#model = model;
    this.#geometry = new Geometry(model);
    this.element.setAttribute('aria-label', GRID.grid(model.tab.title));
    this.element.setAttribute('aria-rowcount', String(model.rows + 1));
    this.element.setAttribute('aria-colcount', String(model.columns + 1));
    this.element.dataset.version = String(model.view.version);
    this.element.dataset.sheet = String(model.tab.sheetId);
    this.#drawHead(model, this.#geometry);
    const width = NUMBERS_WIDTH + this.#geometry.totalWidth;
    this.#body.style.height = `${this.#geometry.totalHeight - this.#geometry.top(model.tab.frozenRows)}px`;
    this.#body.style.width = `${width}px`;
    this.#drawn.clear();
    replace(this.#body);
    if (!isSame) this.element.scrollTo(0, 0);
    if (wasInSight && !this.#isInSight(this.#selection.head.row)) this.#reveal(this.#selection.head); // a row above has grown
    this.#draw();
    this.#mark();
  }

  #isInSight(row: number): boolean {
    const [model, geometry] = [this.#model, this.#geometry];
    if (model === undefined || geometry === undefined || row < model.tab.frozenRows) return false;
    const above = geometry.top(model.tab.frozenRows);
    const { scrollTop, clientHeight } = this.element;
    return geometry.top(row) - above >= scrollTop && geometry.top(row + 1) + LETTERS_HEIGHT <= scrollTop + clientHeight;
  }

  /** Nothing to show. */
  clear(): void {
    this.#model = undefined;
    this.#drawn.clear();
    replace(this.#head);
    replace(this.#body);
  }

  select(selection: Selection, scroll = true): void {
    this.#selection = selection;
    if (scroll) this.#reveal(selection.head);
    this.#mark();
  }

  /** The element of a cell, when it is drawn. */
  cell({ row, column }: Place): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`#${cellId(row, column)}`);
  }

  #drawHead(model: SheetModel, geometry: Geometry): void {
    const letters = element(
      'div',
      { role: 'row', class: 'row letters', 'aria-rowindex': 1 },
      element('div', { class: 'corner', role: 'columnheader' }),
    );
    letters.style.height = `${LETTERS_HEIGHT}px`;
    for (let column = 0; column < model.columns; column += 1) {
      if (model.isColumnHidden(column)) continue;
      const header = element(
        'div',
        { role: 'columnheader', class: 'letter', 'aria-colindex': column + 2, 'data-column': column },
        lettersOf(column),
      );
      this.#placeColumn(header, model, geometry, column);
      letters.append(header);
    }
    const frozen = Array.from({ length: Math.min(model.tab.frozenRows, model.rows) }, (_unused, row) => this.#row(model, geometry, row));
    this.#head.style.width = `${NUMBERS_WIDTH + geometry.totalWidth}px`;
    replace(this.#head, letters, ...frozen);
  }

  #placeColumn(cell: HTMLElement, model: SheetModel, geometry: Geometry, column: number): void {
    cell.style.width = `${geometry.width(column)}px`;
    if (column >= model.tab.frozenColumns) return;
    cell.classList.add('frozen');
    if (column === model.tab.frozenColumns - 1) cell.classList.add('last-frozen');
    cell.style.left = `${NUMBERS_WIDTH + geometry.left(column)}px`;
  }

  #row(model: SheetModel, geometry: Geometry, row: number): HTMLElement {
    const made = element(
      'div',
      { role: 'row', class: 'row', 'aria-rowindex': row + 2 },
      element('div', { role: 'rowheader', class: 'number', 'data-row': row, 'aria-colindex': 1 }, String(row + 1)),
    );
    made.style.height = `${geometry.height(row)}px`;
    for (let column = 0; column < model.columns; column += 1) {
      if (model.isColumnHidden(column)) continue;
      const cell = cellElement(model, row, column);
      this.#placeColumn(cell, model, geometry, column);
      this.#spread(cell, model, geometry, row, column);
      made.append(cell);
    }
    return made;
  }

  /** Merged cells cover their neighbours; a long text runs over blank ones. */
  #spread(cell: HTMLElement, model: SheetModel, geometry: Geometry, row: number, column: number): void {
    if (model.coveredBy(row, column) !== undefined) cell.classList.add('covered');
    const merge = model.mergeAt(row, column);
    const view = model.cell(row, column);
    let end = merge === undefined ? column + 1 : merge.column + merge.columns;
    const isLong = view.text.length * 6 > geometry.width(column) && view.list === undefined && view.tick === undefined;
    if (merge === undefined && isLong && view.wrap !== true && view.align !== 'right' && column >= model.tab.frozenColumns)
      while (end < model.columns && model.cell(row, end).text === '' && model.cell(row, end).background === undefined) end += 1;
    if (end === column + 1) return;
    cell.classList.add('spread');
    const content = cell.querySelector<HTMLElement>('.text');
    if (content === null) return;
    content.style.width = `${geometry.left(end) - geometry.left(column) - 8}px`;
    if (merge !== undefined) content.style.height = `${geometry.top(merge.row + merge.rows) - geometry.top(merge.row)}px`;
  }

  #draw(): void {
    const [model, geometry] = [this.#model, this.#geometry];
    if (model === undefined || geometry === undefined) return;
    const { frozenRows } = model.tab;
    const above = geometry.top(frozenRows);
    const first = Math.max(geometry.rowAt(this.element.scrollTop + above) - BEYOND, frozenRows);
    const last = Math.min(geometry.rowAt(this.element.scrollTop + above + this.element.clientHeight) + BEYOND, model.rows - 1);
    for (const [row, drawn] of this.#drawn) {
      if (row >= first && row <= last) continue;
      drawn.remove();
      this.#drawn.delete(row);
    }
    for (let row = first; row <= last; row += 1) {
      if (this.#drawn.has(row) || model.isRowHidden(row)) continue;
      const made = this.#row(model, geometry, row);
      made.style.top = `${geometry.top(row) - above}px`;
      this.#drawn.set(row, made);
      const next = [...this.#drawn.keys()].filter((other) => other > row).sort((a, b) => a - b)[0];
      this.#body.insertBefore(made, next === undefined ? null : (this.#drawn.get(next) ?? null));
    }
    this.#mark();
  }

  #reveal({ row, column }: Place): void {
    const [model, geometry] = [this.#model, this.#geometry];
    if (model === undefined || geometry === undefined) return;
    const box = this.element;
    const above = geometry.top(model.tab.frozenRows);
    const beside = geometry.left(model.tab.frozenColumns);
    if (row >= model.tab.frozenRows) {
      const window = box.clientHeight - LETTERS_HEIGHT - above;
      const [top, bottom] = [geometry.top(row) - above, geometry.top(row + 1) - above];
      if (top < box.scrollTop) box.scrollTop = top;
      else if (bottom > box.scrollTop + window) box.scrollTop = bottom - window;
    }
    if (column >= model.tab.frozenColumns) {
      const window = box.clientWidth - NUMBERS_WIDTH - beside;
      const [left, right] = [geometry.left(column) - beside, geometry.left(column + 1) - beside];
      if (left < box.scrollLeft || right - left > window) box.scrollLeft = left;
      else if (right > box.scrollLeft + window) box.scrollLeft = right - window;
    }
    this.#draw();
  }

  #mark(): void {
    const area = areaSelected(this.#selection);
    const { anchor } = this.#selection;
    for (const cell of this.element.querySelectorAll<HTMLElement>('[role=gridcell]')) {
      const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
      const isActive = place.row === anchor.row && place.column === anchor.column;
      const isSelected = isWithin(area, place);
      cell.classList.toggle('active', isActive);
      cell.classList.toggle('selected', isSelected && !isActive);
      if (isSelected) cell.setAttribute('aria-selected', 'true');
      else cell.removeAttribute('aria-selected');
    }
    this.element.setAttribute('aria-activedescendant', cellId(anchor.row, anchor.column));
    this.element.dataset.active = `${lettersOf(anchor.column)}${anchor.row + 1}`;
  }
}

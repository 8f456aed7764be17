// The grid: an ARIA grid of which only the rows in sight are in the document; frozen rows and columns stay.
import { cellId } from './cell-element.ts';
import { chartsOver } from './chart-element.ts';
import { element, replace } from './dom.ts';
import { Geometry } from './geometry.ts';
import { LETTERS_HEIGHT, lettersElement, NUMBERS_WIDTH, rowElement } from './grid-row.ts';
import { GRID } from './labels.ts';
import { isWithin, lettersOf, type Place } from './place.ts';
import { areaSelected, type Selection, single } from './selection.ts';
import type { SheetModel } from './sheet-model.ts';

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
    const attributes = { role: 'grid', class: 'grid', tabindex: 0, 'aria-multiselectable': 'true', 'aria-description': GRID.keys };
    this.element = element('div', attributes, this.#head, this.#body);
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
    replace(this.#body, ...chartsOver(model, this.#geometry));
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
    const frozen = Array.from({ length: Math.min(model.tab.frozenRows, model.rows) }, (_unused, row) => rowElement(model, geometry, row));
    this.#head.style.width = `${NUMBERS_WIDTH + geometry.totalWidth}px`;
    replace(this.#head, lettersElement(model, geometry), ...frozen);
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
      const made = rowElement(model, geometry, row);
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

// One row of the grid, and the row of letters above it.
import { cellElement } from './cell-element.ts';
import { element } from './dom.ts';
import type { Geometry } from './geometry.ts';
import { lettersOf } from './place.ts';
import type { SheetModel } from './sheet-model.ts';

export const NUMBERS_WIDTH = 46;
export const LETTERS_HEIGHT = 26;

const shownColumns = (model: SheetModel): readonly number[] =>
  Array.from({ length: model.columns }, (_unused, column) => column).filter((column) => !model.isColumnHidden(column));

export function lettersElement(model: SheetModel, geometry: Geometry): HTMLElement {
  const letters = element(
    'div',
    { role: 'row', class: 'row letters', 'aria-rowindex': 1 },
    element('div', { class: 'corner', role: 'columnheader' }),
  );
  letters.style.height = `${LETTERS_HEIGHT}px`;
  for (const column of shownColumns(model)) {
    const attributes = { role: 'columnheader', class: 'letter', 'aria-colindex': column + 2, 'data-column': column };
    const header = element('div', attributes, lettersOf(column));
    placeColumn(header, model, geometry, column);
    letters.append(header);
  }
  return letters;
}

/** The row with all its cells, not yet placed. */
export function rowElement(model: SheetModel, geometry: Geometry, row: number): HTMLElement {
  const made = element(
    'div',
    { role: 'row', class: 'row', 'aria-rowindex': row + 2 },
    element('div', { role: 'rowheader', class: 'number', 'data-row': row, 'aria-colindex': 1 }, String(row + 1)),
  );
  made.style.height = `${geometry.height(row)}px`;
  for (const column of shownColumns(model)) {
    const cell = cellElement(model, row, column);
    placeColumn(cell, model, geometry, column);
    spread(cell, model, geometry, row, column);
    made.append(cell);
  }
  return made;
}

function placeColumn(cell: HTMLElement, model: SheetModel, geometry: Geometry, column: number): void {
  cell.style.width = `${geometry.width(column)}px`;
  if (column >= model.tab.frozenColumns) return;
  cell.classList.add('frozen');
  if (column === model.tab.frozenColumns - 1) cell.classList.add('last-frozen');
  cell.style.left = `${NUMBERS_WIDTH + geometry.left(column)}px`;
}

/** Merged cells cover their neighbours; a long text runs over blank ones. */
function spread(cell: HTMLElement, model: SheetModel, geometry: Geometry, row: number, column: number): void {
  if (model.coveredBy(row, column) !== undefined) cell.classList.add('covered');
  const merge = model.mergeAt(row, column);
  const end = merge === undefined ? endOfText(model, geometry, row, column) : merge.column + merge.columns;
  const content = cell.querySelector<HTMLElement>('.text');
  if (end === column + 1 || content === null) return;
  cell.classList.add(merge === undefined ? 'spread' : 'merged');
  content.style.width = `${geometry.left(end) - geometry.left(column) - 8}px`;
  if (merge !== undefined) content.style.height = `${geometry.top(merge.row + merge.rows) - geometry.top(merge.row)}px`;
}

/** The first column that the text of a cell does not reach. */
function endOfText(model: SheetModel, geometry: Geometry, row: number, column: number): number {
  const { text, list, tick, wrap, align } = model.cell(row, column);
  const stays =
    text.length * 6.6 <= geometry.width(column) || list !== undefined || tick !== undefined || wrap === true || align === 'right';
  let end = column + 1;
  if (stays || column < model.tab.frozenColumns) return end;
  while (end < model.columns && model.cell(row, end).text === '' && model.cell(row, end).background === undefined) end += 1;
  return end;
}

// Mouse and finger on the grid: what is pressed, dragged over and clicked.
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';
import { type Selection, single } from './selection.ts';

export interface PointerActs {
  /** something in the grid was pressed, whatever it is */
  readonly pressed: () => void;
  readonly select: (selection: Selection, scroll: boolean) => void;
  readonly edit: (openList: boolean) => void;
  readonly tick: (place: Place) => void;
  readonly follow: (link: string) => void;
}

/** From now on the acts follow what is done to the grid by pointer. */
export function hearPointer(grid: Grid, acts: PointerActs): void {
  let isDragging = false;
  grid.element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || grid.model === undefined) return;
    acts.pressed();
    const chosen = selectionAt(grid, event);
    if (chosen === undefined) return;
    isDragging = event.pointerType === 'mouse' && placeOf(event.target) !== undefined;
    acts.select(chosen, placeOf(event.target) !== undefined);
  });
  grid.element.addEventListener('pointermove', ({ target }) => {
    const place = isDragging ? placeOf(target) : undefined;
    const { anchor, head } = grid.selection;
    if (place !== undefined && (place.row !== head.row || place.column !== head.column)) acts.select({ anchor, head: place }, false);
  });
  window.addEventListener('pointerup', () => {
    isDragging = false;
  });
  grid.element.addEventListener('click', (event) => clicked(event, acts));
  grid.element.addEventListener('dblclick', ({ target }) => {
    if (placeOf(target) !== undefined) acts.edit(false);
  });
}

/** A row by its number, a column by its letter, a cell; with Shift all up to it. */
function selectionAt({ model, selection }: Grid, { target, shiftKey }: PointerEvent): Selection | undefined {
  if (model === undefined || !(target instanceof HTMLElement)) return undefined;
  const number = target.closest<HTMLElement>('.number')?.dataset.row;
  const letter = target.closest<HTMLElement>('.letter')?.dataset.column;
  if (number !== undefined) return { anchor: { row: Number(number), column: 0 }, head: { row: Number(number), column: model.columns - 1 } };
  if (letter !== undefined) return { anchor: { row: 0, column: Number(letter) }, head: { row: model.rows - 1, column: Number(letter) } };
  const place = placeOf(target);
  if (place === undefined) return undefined;
  return shiftKey ? { anchor: selection.anchor, head: place } : single(place);
}

function clicked(event: MouseEvent, acts: PointerActs): void {
  const { target } = event;
  const place = placeOf(target);
  if (place === undefined || !(target instanceof HTMLElement)) return;
  const link = target.closest('a')?.getAttribute('href') ?? undefined;
  if (link !== undefined) {
    event.preventDefault();
    acts.follow(link);
  } else if (target.closest('.tick') !== null) acts.tick(place);
  else if (target.closest('[data-act=list]') !== null) acts.edit(true);
}

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[role=gridcell]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

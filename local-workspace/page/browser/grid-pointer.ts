// Mouse and finger on the grid: what is pressed, dragged over and clicked.
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';
import { type Selection, single } from './selection.ts';

const STEADY = 12; // px between pressing and letting go

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
  /** the box that was pressed: the grid may move under the finger before it is let go */
  let pressed: { readonly box: Place; readonly x: number; readonly y: number } | undefined;
  grid.element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || grid.model === undefined) return;
    acts.pressed();
    const box = boxOf(event.target);
    pressed = box && { box, x: event.clientX, y: event.clientY };
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
  grid.element.addEventListener('click', (event) => {
    const isSteady = pressed !== undefined && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < STEADY;
    const box = isSteady ? pressed?.box : boxOf(event.target);
    pressed = undefined;
    if (box === undefined) clicked(event, acts);
    else acts.tick(box);
  });
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
  } else if (target.closest('[data-act=list]') !== null) acts.edit(true);
}

/** The cell of a tick box; undefined beside the box. */
const boxOf = (target: EventTarget | null): Place | undefined =>
  target instanceof HTMLElement && target.closest('.tick') !== null ? placeOf(target) : undefined;

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[role=gridcell]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

// What is selected and where a key leads, as in Google Sheets: the active cell stays while Shift stretches the area.
import { type Area, areaOf, type Place } from './place.ts';

export interface Selection {
  /** the active cell */
  readonly anchor: Place;
  /** the corner that Shift moves */
  readonly head: Place;
}

/** What moving has to know of a tab. */
export interface Ground {
  readonly rows: number;
  readonly columns: number;
  readonly isHidden: (row: number, column: number) => boolean;
  readonly isFilled: (row: number, column: number) => boolean;
  /** rows on one screen */
  readonly page: number;
}

export const areaSelected = ({ anchor, head }: Selection): Area => areaOf(anchor, head);

export const single = (place: Place): Selection => ({ anchor: place, head: place });

export interface Key {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The selection after a key, or undefined when the key moves nothing. */
export function moved(selection: Selection, { key, shift, ctrl }: Key, ground: Ground): Selection | undefined {
  const from = shift && key !== 'Tab' && key !== 'Enter' ? selection.head : selection.anchor;
  const to = target(from, { key, shift, ctrl }, ground);
  if (to === undefined) return undefined;
  return shift && key !== 'Tab' && key !== 'Enter' ? { anchor: selection.anchor, head: to } : single(to);
}

function target(from: Place, { key, shift, ctrl }: Key, ground: Ground): Place | undefined {
  const step = STEPS[key];
  if (step !== undefined) return ctrl ? jumped(from, step, ground) : stepped(from, step, ground);
  switch (key) {
    case 'Tab':
      return stepped(from, [0, shift ? -1 : 1], ground);
    case 'Enter':
      return stepped(from, [shift ? -1 : 1, 0], ground);
    case 'Home':
      return settled({ row: ctrl ? 0 : from.row, column: 0 }, [1, 1], ground);
    case 'End':
      return settled({ row: ctrl ? ground.rows - 1 : from.row, column: ground.columns - 1 }, [-1, -1], ground);
    case 'PageUp':
      return settled({ row: Math.max(from.row - ground.page, 0), column: from.column }, [1, 0], ground);
    case 'PageDown':
      return settled({ row: Math.min(from.row + ground.page, ground.rows - 1), column: from.column }, [-1, 0], ground);
    default:
      return undefined;
  }
}

const isInside = ({ row, column }: Place, { rows, columns }: Ground): boolean => row >= 0 && column >= 0 && row < rows && column < columns;

/** The next cell in a direction that can be seen; the same one at the edge. */
function stepped(from: Place, [down, across]: readonly [number, number], ground: Ground): Place {
  let next = { row: from.row + down, column: from.column + across };
  while (isInside(next, ground) && ground.isHidden(next.row, next.column)) next = { row: next.row + down, column: next.column + across };
  return isInside(next, ground) ? next : from;
}

/** From a place that may be hidden on to one that can be seen. */
function settled(place: Place, [down, across]: readonly [number, number], ground: Ground): Place {
  let { row, column } = place;
  while (down !== 0 && isInside({ row, column: 0 }, ground) && ground.isHidden(row, -1)) row += down;
  while (across !== 0 && isInside({ row: 0, column }, ground) && ground.isHidden(-1, column)) column += across;
  return isInside({ row, column }, ground) ? { row, column } : place;
}

/** Ctrl with an arrow: to the end of the filled cells, or on to the next filled one, or to the edge. */
function jumped(from: Place, step: readonly [number, number], ground: Ground): Place {
  let at = from;
  let next = stepped(at, step, ground);
  if (next === at) return at;
  const wasInBlock = ground.isFilled(at.row, at.column) && ground.isFilled(next.row, next.column);
  while (next !== at) {
    if (wasInBlock && !ground.isFilled(next.row, next.column)) return at;
    at = next;
    if (!wasInBlock && ground.isFilled(at.row, at.column)) return at;
    next = stepped(at, step, ground);
  }
  return at;
}

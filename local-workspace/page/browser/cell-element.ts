// One cell as an element of the grid.
import type { CellView } from '../protocol.ts';
import { element } from './dom.ts';
import { GRID } from './labels.ts';
import { addressOf } from './place.ts';
import type { SheetModel } from './sheet-model.ts';

const MOST_SHOWN = 1000;

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;

/** The cell, not yet placed: what it says, how it looks, what it lets one do. */
export function cellElement(model: SheetModel, row: number, column: number): HTMLElement {
  const view = model.cell(row, column);
  const address = addressOf({ row, column });
  const pending = model.isPending(row, column);
  const made = element('div', {
    role: 'gridcell',
    id: cellId(row, column),
    class: classesOf(view, pending),
    'aria-colindex': column + 2,
    'aria-readonly': view.locked === true,
    'data-address': address,
    'data-row': row,
    'data-column': column,
    'data-pending': pending,
    'data-note': view.note !== undefined,
    'aria-label': labelOf(view, address, pending),
    title: view.note,
  });
  if (view.background !== undefined) made.style.backgroundColor = view.background;
  if (view.color !== undefined) made.style.color = view.color;
  made.append(...contentOf(view, address));
  return made;
}

function classesOf(view: CellView, pending: boolean): string {
  const classes = ['cell', view.align ?? (view.tick === undefined ? 'left' : 'center')];
  if (view.bold) classes.push('bold');
  if (view.wrap) classes.push('wrap');
  if (view.locked) classes.push('locked');
  if (view.note !== undefined) classes.push('noted');
  if (pending) classes.push('pending');
  return classes.join(' ');
}

function labelOf(view: CellView, address: string, pending: boolean): string | undefined {
  const extras = [
    ...(view.note === undefined ? [] : [`${GRID.note}: ${view.note}`]),
    ...(view.locked ? [GRID.locked] : []),
    ...(pending ? [GRID.pending] : []),
  ];
  // a plain cell says its own text; only what is not text has to be told
  return extras.length === 0 ? undefined : [`${address} ${view.text}`.trim(), ...extras].join('; ');
}

function contentOf(view: CellView, address: string): readonly (Node | string)[] {
  if (view.tick !== undefined)
    return [element('span', { role: 'checkbox', class: 'tick', 'aria-checked': String(view.tick), 'aria-label': GRID.tick(address) })];
  const text = view.text.length > MOST_SHOWN ? `${view.text.slice(0, MOST_SHOWN)}…` : view.text;
  const shown =
    view.link === undefined
      ? element('span', { class: 'text' }, text)
      : element('a', { class: 'text', href: view.link, tabindex: -1, rel: 'noreferrer' }, text);
  const arrow = element('span', { class: 'arrow', 'aria-hidden': 'true', 'data-act': 'list', title: GRID.showList });
  return view.list === undefined || view.locked ? [shown] : [shown, arrow];
}

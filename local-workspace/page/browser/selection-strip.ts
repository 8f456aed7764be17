// What is selected, beside the grid: address and whole content above it, note below it, so that nothing hangs on a mouse.
import { button, element, part, replace } from './dom.ts';
import type { Grid } from './grid.ts';
import { GRID } from './labels.ts';
import { addressOf } from './place.ts';
import { areaSelected } from './selection.ts';

export interface StripActs {
  readonly edit: () => void;
  readonly follow: (link: string) => void;
  /** a day was picked: dd/mm/yyyy */
  readonly date: (text: string) => void;
}

export class SelectionStrip {
  readonly #address = element('output', { class: 'address', id: 'address' });
  readonly #content = element('output', { class: 'content', id: 'content', 'aria-label': GRID.content });
  readonly #link: HTMLButtonElement;
  readonly #edit: HTMLButtonElement;
  readonly #date = element('input', { type: 'date', 'aria-label': GRID.pickDate, hidden: true });
  #target = '';

  constructor(acts: StripActs) {
    this.#edit = button(GRID.edit, acts.edit, { class: 'quiet' });
    this.#link = button(GRID.link, () => acts.follow(this.#target), { class: 'quiet', hidden: true });
    part('content-bar').append(this.#address, this.#content, this.#date, this.#link, this.#edit);
    this.#date.addEventListener('change', () => {
      if (this.#date.value !== '') acts.date(this.#date.value.split('-').reverse().join('/'));
    });
  }

  #clear(): void {
    for (const place of [this.#address, this.#content, part('note')]) replace(place);
    part('note').classList.remove('has-note');
    this.#link.hidden = true;
    this.#date.hidden = true;
    this.#edit.disabled = true;
  }

  show({ model, selection }: Grid): void {
    const { anchor } = selection;
    const view = model?.cell(anchor.row, anchor.column);
    if (view === undefined) {
      this.#clear();
      return;
    }
    const { top, left, bottom, right } = areaSelected(selection);
    const [rows, columns] = [bottom - top + 1, right - left + 1];
    replace(this.#address, addressOf(anchor));
    replace(this.#content, view.tick === undefined ? (view.input ?? view.text) : view.tick ? GRID.ticked : GRID.unticked);
    this.#edit.disabled = view.locked === true || view.tick !== undefined;
    this.#date.hidden = view.isDate !== true || view.locked === true;
    this.#date.value = /^\d{2}\/\d{2}\/\d{4}$/.test(view.text) ? view.text.split('/').reverse().join('-') : '';
    this.#target = view.link ?? '';
    this.#link.hidden = view.link === undefined;
    const size = rows * columns > 1 ? GRID.selected(rows, columns) : undefined;
    replace(
      part('note'),
      view.note !== undefined && element('strong', {}, `${GRID.note} ${addressOf(anchor)}: `),
      view.note ?? (view.locked ? GRID.closed(addressOf(anchor)) : size),
    );
    part('note').classList.toggle('has-note', view.note !== undefined);
  }
}

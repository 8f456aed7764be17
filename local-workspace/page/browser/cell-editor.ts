// The editor over a cell: free text, with the cell's list below it when it has one. Enter and Tab keep, Esc leaves.
import { button, element, replace } from './dom.ts';
import { GRID } from './labels.ts';

export interface Editing {
  readonly address: string;
  readonly text: string;
  readonly list: readonly string[] | undefined;
  readonly openList: boolean;
  /** opened by a letter: then arrows leave the cell, as in Google Sheets, instead of moving within it */
  readonly typed: boolean;
  readonly hint: string;
  /** the cell, wherever it is drawn now */
  readonly over: () => HTMLElement | null;
  /** the text to keep, and the key that ended it */
  readonly keep: (text: string, by: { readonly key: string; readonly shift: boolean }) => void;
  readonly leave: () => void;
}

const MOST_OFFERED = 200;

/** A text without case and marks, for looking things up as people type them. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

export class CellEditor {
  readonly element: HTMLElement;
  readonly #input = element('textarea', { class: 'editor-input', rows: 1, spellcheck: 'false', autocomplete: 'off' });
  readonly #list = element('div', { class: 'editor-list', role: 'listbox', id: 'editor-list', 'aria-label': GRID.list });
  #editing: Editing | undefined;
  #offered: readonly string[] = [];
  #chosen = -1;

  constructor() {
    this.element = element('div', { class: 'editor', hidden: true }, this.#input, this.#list);
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('input', () => {
      this.#grow();
      this.#offer(this.#input.value);
    });
    this.#input.addEventListener('blur', () => {
      // the list takes the focus for a moment when it is clicked
      requestAnimationFrame(() => {
        if (this.isOpen && !this.element.contains(document.activeElement)) this.#end('blur', false);
      });
    });
  }

  get isOpen(): boolean {
    return this.#editing !== undefined;
  }

  /** Opens with the focus in it, so that the key being pressed is its first letter. */
  open(editing: Editing): void {
    this.#editing = editing;
    this.#input.value = editing.text;
    this.#input.setAttribute('aria-label', `${GRID.edit} ${editing.address}`);
    this.#input.placeholder = editing.hint;
    this.#input.setAttribute('role', editing.list === undefined ? 'textbox' : 'combobox');
    this.element.hidden = false;
    this.place();
    this.#input.focus({ preventScroll: true });
    this.#input.setSelectionRange(editing.text.length, editing.text.length);
    this.#grow();
    this.#chosen = -1;
    if (editing.openList)
      this.#offer(''); // all values: what stands in the cell is no search
    else replace(this.#list);
    this.#list.hidden = !editing.openList;
  }

  /** Over its cell, which may have moved. */
  place(): void {
    if (this.#editing === undefined) return;
    const over = this.#editing.over();
    if (over === null) return;
    const { left, top, width, height } = over.getBoundingClientRect();
    this.element.style.left = `${Math.max(0, Math.min(left, window.innerWidth - 180))}px`;
    this.element.style.top = `${top}px`;
    this.#list.classList.toggle('above', top > window.innerHeight * 0.6);
    this.#input.style.minWidth = `${Math.max(width, 120)}px`;
    this.#input.style.minHeight = `${height}px`;
  }

  /** Keeps what is typed, as a click elsewhere does. */
  keepOpen(): void {
    if (this.isOpen) this.#end('blur', false);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    event.stopPropagation();
    const { key } = event;
    if (key === 'Escape') this.#leave(event);
    else if (key === 'Enter' && event.altKey) this.#newLine(event);
    else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault();
      this.#end(key, event.shiftKey);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && this.#editing?.list !== undefined) {
      event.preventDefault();
      if (this.#list.hidden) this.#offer(this.#input.value === this.#editing.text ? '' : this.#input.value);
      this.#choose(this.#chosen + (key === 'ArrowDown' ? 1 : -1));
    } else if (this.#editing?.typed === true && /^Arrow/.test(key)) {
      event.preventDefault();
      this.#end(key, false);
    }
  }

  #newLine(event: KeyboardEvent): void {
    event.preventDefault();
    this.#input.setRangeText('\n', this.#input.selectionStart, this.#input.selectionEnd, 'end');
    this.#grow();
  }

  #leave(event: KeyboardEvent): void {
    event.preventDefault();
    const editing = this.#close();
    editing?.leave();
  }

  #end(key: string, shift: boolean): void {
    const text = this.#offered[this.#chosen] ?? this.#input.value;
    const editing = this.#close();
    editing?.keep(text, { key, shift });
  }

  #close(): Editing | undefined {
    const editing = this.#editing;
    this.#editing = undefined;
    this.element.hidden = true;
    this.#offered = [];
    this.#chosen = -1;
    return editing;
  }

  #grow(): void {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight + 2, 260)}px`;
    const longest = Math.max(...this.#input.value.split('\n').map((line) => line.length));
    this.#input.style.width = `${Math.min(Math.max(longest * 8 + 24, 60), Math.min(520, window.innerWidth - 40))}px`;
  }

  #offer(typed: string): void {
    const list = this.#editing?.list;
    if (list === undefined) return;
    const wanted = plainText(typed.trim());
    this.#offered = list.filter((value) => plainText(value).includes(wanted)).slice(0, MOST_OFFERED);
    this.#chosen = -1;
    this.#list.hidden = this.#offered.length === 0;
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
    this.#input.setAttribute('aria-controls', 'editor-list');
    replace(
      this.#list,
      ...this.#offered.map((value, index) => {
        const option = button(value, () => this.#pick(index), { role: 'option', id: `editor-option-${index}`, tabindex: '-1' });
        option.addEventListener('pointerdown', (event) => event.preventDefault()); // the editor keeps the focus
        return option;
      }),
    );
  }

  #choose(index: number): void {
    const last = this.#offered.length - 1;
    this.#chosen = index < 0 ? last : index > last ? 0 : index;
    for (const [at, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(at === this.#chosen));
    this.#list.children[this.#chosen]?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', `editor-option-${this.#chosen}`);
  }

  #pick(index: number): void {
    this.#chosen = index;
    this.#end('pick', false);
  }
}

// The editor over a cell: free text, with the cell's list below it when it has one. Enter and Tab keep, Esc leaves.
// While nothing is edited it waits unseen over the active cell with the focus: whatever an input method composes begins in it.
import { ChoiceList } from './choice-list.ts';
import { element } from './dom.ts';
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

export class CellEditor {
  readonly element: HTMLElement;
  readonly #input = element('textarea', { class: 'editor-input', rows: 1, spellcheck: 'false', autocomplete: 'off' });
  readonly #list = new ChoiceList(this.#input, () => this.#end('pick', false));
  /** Told when the waiting editor has been typed into. */
  typing: () => void = () => undefined;
  #editing: Editing | undefined;
  #waitsOver: (() => HTMLElement | null) | undefined;

  constructor() {
    this.element = element('div', { class: 'editor', hidden: true }, this.#input, this.#list.element);
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('input', () => {
      if (!this.isOpen) this.typing();
      if (!this.isOpen) return;
      this.#grow();
      this.#offer(this.#input.value);
    });
    // nothing is selected in it while it waits, and cells are to be copied all the same
    for (const name of ['beforecopy', 'beforecut'])
      this.#input.addEventListener(name, (event) => {
        if (!this.isOpen) event.preventDefault();
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

  /** Takes the focus and waits over a cell for the first letter; `cell` is the id of its element. */
  wait(over: () => HTMLElement | null, address: string, cell: string): void {
    if (this.isOpen) return;
    this.#waitsOver = over;
    this.#input.value = '';
    this.#input.inputMode = 'none'; // on a phone no keyboard comes up for a cell that is only looked at
    this.#input.setAttribute('role', 'textbox');
    this.#input.setAttribute('aria-label', `${GRID.content} ${address}`);
    this.#input.setAttribute('aria-activedescendant', cell);
    this.element.classList.add('waiting');
    this.element.hidden = false;
    this.#list.close();
    this.place();
    if (!this.hasFocus) this.#input.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#input;
  }

  /** What was typed may not be: it is as if it had not been. */
  refuse(): void {
    if (!this.isOpen) this.#input.value = '';
  }

  /** Opens; what has been typed into the waiting editor is the beginning of the text. */
  open(editing: Editing): void {
    const begun = editing.typed ? this.#input.value : '';
    this.#editing = editing;
    this.element.classList.remove('waiting');
    this.#input.removeAttribute('aria-activedescendant');
    if (begun === '') this.#input.value = editing.text; // setting it would end a composition
    if (this.#input.inputMode === 'none') {
      this.#input.inputMode = 'text';
      if (begun === '') this.#input.blur(); // a phone looks at the mode when the focus comes
    }
    this.#input.setAttribute('aria-label', `${GRID.edit} ${editing.address}`);
    this.#input.placeholder = editing.hint;
    this.#input.setAttribute('role', editing.list === undefined ? 'textbox' : 'combobox');
    this.element.hidden = false;
    this.place();
    this.#input.focus({ preventScroll: true });
    if (begun === '') this.#input.setSelectionRange(editing.text.length, editing.text.length);
    this.#grow();
    this.#list.close();
    if (editing.openList) this.#offer(begun); // all values when it was not typed: what stands in the cell is no search
  }

  /** Over its cell, which may have moved. */
  place(): void {
    const over = (this.#editing?.over ?? this.#waitsOver)?.() ?? null;
    if (over === null) return;
    const { left, top, width, height } = over.getBoundingClientRect();
    this.element.style.left = `${Math.max(0, Math.min(left, window.innerWidth - 180))}px`;
    this.element.style.top = `${top}px`;
    this.#list.element.classList.toggle('above', top > window.innerHeight * 0.6);
    this.#input.style.minWidth = `${Math.max(width, 120)}px`;
    this.#input.style.minHeight = `${height}px`;
  }

  /** Keeps what is typed, as a click elsewhere does. */
  keepOpen(): void {
    if (this.isOpen) this.#end('blur', false);
  }

  #key(event: KeyboardEvent): void {
    if (!this.isOpen) return; // the grid's own keys
    event.stopPropagation();
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape') this.#leave(event);
    else if (key === 'Enter' && event.altKey) this.#newLine(event);
    else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault();
      this.#end(key, event.shiftKey);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && this.#editing?.list !== undefined) {
      event.preventDefault();
      if (!this.#list.isOpen) this.#offer(this.#input.value === this.#editing.text ? '' : this.#input.value);
      this.#list.step(key === 'ArrowDown' ? 1 : -1);
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
    const text = this.#list.chosen ?? this.#input.value;
    const editing = this.#close();
    editing?.keep(text, { key, shift });
  }

  #close(): Editing | undefined {
    const editing = this.#editing;
    this.#editing = undefined;
    this.element.hidden = true;
    this.#list.close();
    return editing;
  }

  #grow(): void {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight + 2, 260)}px`;
    const longest = Math.max(...this.#input.value.split('\n').map((line) => line.length));
    this.#input.style.width = `${Math.min(Math.max(longest * 8 + 24, 60), Math.min(520, window.innerWidth - 40))}px`;
  }

  #offer(typed: string): void {
    if (this.#editing?.list !== undefined) this.#list.offer(this.#editing.list, typed);
  }
}

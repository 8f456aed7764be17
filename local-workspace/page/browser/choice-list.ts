// The values that a cell's list offers, below its editor: fewer as one types, with or without Vietnamese marks.
import { button, element, replace } from './dom.ts';
import { GRID } from './labels.ts';

const MOST_OFFERED = 200;

/** A text without case and marks, for looking things up as people type them. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

export class ChoiceList {
  readonly element = element('div', { class: 'editor-list', role: 'listbox', id: 'editor-list', 'aria-label': GRID.list, hidden: true });
  readonly #input: HTMLElement;
  readonly #picked: () => void;
  #offered: readonly string[] = [];
  #chosen = -1;

  /** `input` keeps the focus and speaks of the option that is chosen; `picked` hears of a click. */
  constructor(input: HTMLElement, picked: () => void) {
    this.#input = input;
    this.#picked = picked;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The value that is chosen; undefined while none is. */
  get chosen(): string | undefined {
    return this.#offered[this.#chosen];
  }

  offer(values: readonly string[], typed: string): void {
    const wanted = plainText(typed.trim());
    this.#offered = values.filter((value) => plainText(value).includes(wanted)).slice(0, MOST_OFFERED);
    this.#chosen = -1;
    this.element.hidden = this.#offered.length === 0;
    this.#input.setAttribute('aria-expanded', String(this.isOpen));
    this.#input.setAttribute('aria-controls', 'editor-list');
    replace(this.element, ...this.#offered.map((value, index) => this.#option(value, index)));
  }

  /** The next value, or the one before; round at the ends. */
  step(by: 1 | -1): void {
    const last = this.#offered.length - 1;
    const next = this.#chosen + by;
    this.#chosen = next < 0 ? last : next > last ? 0 : next;
    for (const [at, option] of [...this.element.children].entries()) option.setAttribute('aria-selected', String(at === this.#chosen));
    this.element.children[this.#chosen]?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', `editor-option-${this.#chosen}`);
  }

  close(): void {
    this.element.hidden = true;
    this.#offered = [];
    this.#chosen = -1;
  }

  #option(value: string, index: number): HTMLElement {
    const pick = (): void => {
      this.#chosen = index;
      this.#picked();
    };
    const option = button(value, pick, { role: 'option', id: `editor-option-${index}`, tabindex: '-1' });
    option.addEventListener('pointerdown', (event) => event.preventDefault()); // the editor keeps the focus
    return option;
  }
}

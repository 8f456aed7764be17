// The list of workbooks on the left: by group, with a box that filters as one types, with or without Vietnamese marks.
import type { PageSetup } from '../protocol.ts';
import { plainText } from './choice-list.ts';
import { button, element, part, replace } from './dom.ts';
import { PAGE } from './labels.ts';

export class WorkbookList {
  readonly #open: (id: string) => void;
  readonly #filter = element('input', { type: 'search', 'aria-label': PAGE.filter, placeholder: PAGE.filter });
  readonly #list = element('div', { class: 'workbook-groups' });
  #workbooks: PageSetup['workbooks'] = [];
  #current: string | undefined;

  constructor(open: (id: string) => void) {
    this.#open = open;
    this.#filter.addEventListener('input', () => this.#draw());
    part('workbooks').setAttribute('aria-label', PAGE.workbooks);
    part('workbooks').append(this.#filter, this.#list);
  }

  show(workbooks: PageSetup['workbooks'], current: string | undefined): void {
    this.#workbooks = workbooks;
    this.#current = current;
    this.#draw();
    this.#list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  #draw(): void {
    const wanted = plainText(this.#filter.value.trim());
    const found = this.#workbooks.filter(({ title }) => plainText(title).includes(wanted));
    const groups = [...new Set(found.map(({ group }) => group))];
    replace(
      this.#list,
      ...groups.map((group) =>
        element(
          'section',
          { 'aria-label': group },
          element('h3', {}, group),
          ...found
            .filter((one) => one.group === group)
            .map(({ id, title }) =>
              button(title, () => this.#open(id), {
                class: 'workbook-link',
                'data-workbook': id,
                'aria-current': id === this.#current ? 'page' : undefined,
              }),
            ),
        ),
      ),
      found.length === 0 && element('p', {}, PAGE.noneFound),
    );
  }
}

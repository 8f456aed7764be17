// What scripts show to people, by workbook and person: menus, sidebars, questions that wait, where the selection stands.
import type { PageBus } from '../page/bus.ts';
import type { Answer, Menu, WorkbookView } from '../page/protocol.ts';
import type { AskButton, AskCall, Calls, Place, ShowCall } from './calls.ts';
import { withClient } from './dialogs.ts';

type Asked = ReturnType<Calls['ask']>;
type Sidebar = NonNullable<WorkbookView['sidebar']>;

/** Whom a run speaks to. */
export interface Viewer {
  readonly spreadsheet: string;
  readonly as: string;
  readonly window?: string | undefined;
}

interface Waiting {
  readonly run: string;
  readonly give: (asked: Asked) => void;
}

const keyOf = ({ spreadsheet, as }: Viewer): string => `${spreadsheet}\n${as}`;
const CLOSED: Asked = { button: 'close', text: '' };

export class Audience {
  readonly #bus: PageBus;
  readonly #menus = new Map<string, readonly Menu[]>();
  readonly #sidebars = new Map<string, Sidebar>();
  readonly #selections = new Map<string, Place>();
  readonly #asks = new Map<string, Waiting>();
  #last = 0;

  constructor(bus: PageBus) {
    this.#bus = bus;
  }

  menusOf = (viewer: Viewer): readonly Menu[] => this.#menus.get(keyOf(viewer)) ?? [];
  sidebarOf = (viewer: Viewer): Sidebar | undefined => this.#sidebars.get(keyOf(viewer));
  selectionOf = (viewer: Viewer): Place | undefined => this.#selections.get(keyOf(viewer));

  /** A workbook that is opened anew has neither menus nor a sidebar yet. */
  forget(viewer: Viewer): void {
    this.#menus.delete(keyOf(viewer));
    this.#sidebars.delete(keyOf(viewer));
  }

  forgetAll(): void {
    for (const known of [this.#menus, this.#sidebars, this.#selections]) known.clear();
  }

  /** A menu of the same title takes the place of the former. */
  addMenu(viewer: Viewer, menu: Menu): void {
    const menus = [...this.menusOf(viewer).filter(({ title }) => title !== menu.title), menu];
    this.#menus.set(keyOf(viewer), menus);
    const { spreadsheet, as } = viewer; // in every window of theirs
    this.#bus.publish({ kind: 'menus', spreadsheet, as, menus });
  }

  /** Where a person edited: nothing is told, for the person knows. */
  stands(viewer: Viewer, place: Place): void {
    this.#selections.set(keyOf(viewer), place);
  }

  select(viewer: Viewer, place: Place): void {
    this.stands(viewer, place);
    const { sheetId, row, column } = place;
    this.#bus.publish({ kind: 'select', ...viewer, sheetId, row, column });
  }

  show(viewer: Viewer, { where, title, html, width, height }: ShowCall): void {
    const dialog = this.#mint('dialog');
    const page = withClient(html);
    if (where === 'sidebar') {
      this.#sidebars.set(keyOf(viewer), { dialog, title, html: page });
      this.#bus.publish({ kind: 'sidebar', dialog, ...viewer, title, html: page });
    } else {
      this.#bus.publish({ kind: 'dialog', dialog, ...viewer, title, html: page, width, height, modal: where === 'modal' });
    }
  }

  /** Asks and waits; where nobody looks, the question counts as closed at once. */
  ask(viewer: Viewer, run: string, asked: AskCall): Promise<Asked> {
    if (!this.#bus.isWatched) return Promise.resolve(CLOSED);
    const ask = this.#mint('ask');
    return new Promise((give) => {
      this.#asks.set(ask, { run, give });
      this.#bus.publish({ kind: 'ask', ask, ...viewer, ...asked });
    });
  }

  answer({ ask, button, text = '' }: Answer): boolean {
    const waiting = this.#asks.get(ask);
    if (waiting === undefined) return false;
    this.#asks.delete(ask);
    const known = ['ok', 'cancel', 'yes', 'no'].includes(button);
    waiting.give({ button: known ? (button as AskButton) : 'close', text });
    return true;
  }

  /** Nobody waits any more for what a run that has ended had asked. */
  drop(run: string): void {
    for (const [ask, waiting] of this.#asks) {
      if (waiting.run !== run) continue;
      this.#asks.delete(ask);
      waiting.give(CLOSED);
      this.#bus.publish({ kind: 'close', dialog: ask });
    }
  }

  #mint(kind: string): string {
    this.#last += 1;
    return `${kind}-${this.#last}`;
  }
}

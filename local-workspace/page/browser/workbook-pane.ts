// The open workbook: its title, menus, tabs and grid, and what this person changes in it.
import type { Edit, EditAnswer, GridView, Menu, WorkbookView } from '../protocol.ts';
import { get, post, Unreachable } from './api.ts';
import { element, part, replace } from './dom.ts';
import { EditRights } from './edit-rights.ts';
import { Grid } from './grid.ts';
import { GridControl } from './grid-control.ts';
import { GRID, PAGE } from './labels.ts';
import { MEMORY, type Whereabouts, WINDOW, whereabouts } from './memory.ts';
import { drawMenus } from './menu-bar.ts';
import { sayBeside, saysNothing } from './message.ts';
import { OwnEdits } from './own-edits.ts';
import type { Area, Place } from './place.ts';
import { single } from './selection.ts';
import { SelectionStrip } from './selection-strip.ts';
import { SheetModel } from './sheet-model.ts';
import { drawTabs } from './tab-bar.ts';

export interface PaneParts {
  readonly role: () => { readonly email: string };
  readonly moved: (where: Whereabouts) => void;
  readonly run: (spreadsheet: string, label: string, name: string) => void;
  readonly waiting: (edits: number) => void;
  readonly toast: (text: string) => void;
  readonly sidebar: (sidebar: WorkbookView['sidebar']) => void;
  readonly trouble: (error: unknown) => void;
  /** the workspace cannot be reached, or can again */
  readonly reached: (isReached: boolean) => void;
}

const RETRY = 3000; // ms

/** Only what did not arrive is sent again: an edit that the workspace cannot carry out would wait for ever. */
function refusedByServer(error: unknown): EditAnswer {
  if (error instanceof Unreachable) throw error;
  return { refused: GRID.notSaved };
}

export class WorkbookPane {
  readonly #parts: PaneParts;
  readonly #grid = new Grid();
  readonly #control: GridControl;
  readonly #strip: SelectionStrip;
  readonly #edits: OwnEdits;
  readonly #rights: EditRights;
  #view: WorkbookView | undefined;
  #sheet: { readonly view: GridView; readonly sheetId: number } | undefined;
  #sheetId: number | undefined;
  #loading = 0;
  #going = 0;
  #reload: number | undefined;
  /** what the title row and the tabs were drawn from */
  #head = '';
  #tabs = '';

  constructor(parts: PaneParts) {
    this.#parts = parts;
    this.#rights = new EditRights(this.#grid);
    this.#control = new GridControl(this.#grid, {
      edit: (kind, at, cells) => this.#edit(kind, at, cells),
      mayEdit: (area) => this.#mayEdit(area),
      undo: () => this.#undo(),
      follow: (link) => this.#follow(link),
      selected: () => this.#selected(),
    });
    this.#strip = new SelectionStrip({
      edit: () => void this.#control.edit(),
      follow: (link) => this.#follow(link),
      date: (text) => void this.#control.enter(text),
    });
    this.#edits = new OwnEdits(
      {
        send: (edit) => post<EditAnswer>('edit', { ...edit, window: WINDOW }).catch(refusedByServer),
        answered: (edit, answer) => this.#answered(edit, answer),
        stuck: () => parts.reached(false),
        changed: (waiting) => {
          MEMORY.keepWaiting(waiting);
          parts.waiting(waiting.length);
        },
      },
      MEMORY.waiting(),
    );
    part('grid-place').append(this.#control.element);
    window.setInterval(() => this.resume(), RETRY);
  }

  /** Whether this person sees what is open. */
  get isShown(): boolean {
    return this.#view !== undefined && this.#view.access !== 'none';
  }

  get id(): string | undefined {
    return this.#view?.id;
  }

  /** What the menus call a function of the script; its own name where they do not. */
  labelOf(name: string): string {
    const items = this.#view?.menus.flatMap((menu) => menu.items) ?? [];
    return items.find((item) => item.function === name)?.label ?? name;
  }

  focus(): void {
    this.#grid.element.focus({ preventScroll: true });
  }

  /** Sends what waits for the workspace. */
  resume(): void {
    void this.#edits.queue.resume();
  }

  /** Opens a workbook as the present person; its script hears of it. */
  async open(id: string, where: Whereabouts = {}): Promise<void> {
    const as = this.#parts.role().email;
    part('grid-place').dataset.loading = PAGE.loading;
    saysNothing();
    this.#sheet = undefined;
    this.#grid.clear();
    this.#strip.show(this.#grid);
    this.#view = undefined;
    const view = await get<WorkbookView>('workbook', { spreadsheet: id, as });
    this.#sheetId = view.tabs.find(({ sheetId }) => sheetId === where.sheetId)?.sheetId ?? view.tabs.find(({ hidden }) => !hidden)?.sheetId;
    this.#grid.select(single(where.place ?? { row: 0, column: 0 }), false);
    this.#show(view);
    this.#parts.sidebar(view.sidebar);
    if (view.access === 'none') {
      delete part('grid-place').dataset.loading;
      return sayBeside(PAGE.noAccess(as));
    }
    await this.#load();
    this.#control.select(single(where.place ?? { row: 0, column: 0 }));
    delete part('grid-place').dataset.loading;
    void post('open', { spreadsheet: id, as }).catch(() => undefined); // menus come as an event; without scripts there are none
  }

  /** Something in the workbook has changed: reads it anew, soon and once for several changes. */
  changed(): void {
    window.clearTimeout(this.#reload);
    this.#reload = window.setTimeout(() => void this.#refresh(), 40);
  }

  showMenus(menus: readonly Menu[]): void {
    if (this.#view === undefined) return;
    this.#view = { ...this.#view, menus };
    this.#showMenus();
  }

  /** Goes to a place in this workbook. */
  async goTo(sheetId: number, place: Place | undefined): Promise<void> {
    if (this.#view?.tabs.some((tab) => tab.sheetId === sheetId) !== true) return;
    this.#going += 1;
    const ticket = this.#going;
    if (sheetId !== this.#sheet?.sheetId) {
      this.#sheetId = sheetId;
      this.#show(this.#view);
      await this.#load().catch(this.#parts.trouble);
    }
    if (ticket !== this.#going) return; // a script shows a tab and then a cell of it, one right after the other
    this.#control.select(single(place ?? { row: 0, column: 0 }));
  }

  async #refresh(): Promise<void> {
    const id = this.#view?.id;
    if (id === undefined) return;
    try {
      const view = await get<WorkbookView>('workbook', { spreadsheet: id, as: this.#parts.role().email });
      if (this.#view?.id !== id) return;
      this.#show(view);
      await this.#load();
    } catch {
      // the connection tells when the workspace is away; on its return all is read anew
    }
  }

  #show(view: WorkbookView): void {
    this.#view = view;
    this.#control.isWritable = view.access === 'write';
    this.#showTabs(view);
    this.#showMenus();
  }

  #showTabs({ id, tabs }: WorkbookView): void {
    const titles = tabs.map(({ sheetId, title, color, hidden }) => [sheetId, title, color, hidden]);
    const shown = JSON.stringify([id, titles, this.#sheetId]);
    if (shown === this.#tabs) return;
    this.#tabs = shown;
    drawTabs(part('tabs'), tabs, this.#sheetId, (sheetId) => void this.goTo(sheetId, undefined).then(() => this.focus()));
  }

  #showMenus(): void {
    const view = this.#view;
    if (view === undefined) return;
    const { id, title, access, menus } = view;
    const head = JSON.stringify([id, title, access, menus]);
    if (head === this.#head) return; // drawn anew, a menu would close under somebody's hand
    this.#head = head;
    replace(
      part('title-row'),
      element('h2', { id: 'workbook-title' }, title),
      access === 'read' && element('span', { class: 'badge' }, PAGE.readOnly),
      drawMenus(menus, (label, name) => this.#parts.run(id, label, name)),
    );
  }

  async #load(): Promise<void> {
    const [id, sheetId] = [this.#view?.id, this.#sheetId];
    if (id === undefined || sheetId === undefined) return;
    this.#loading += 1;
    const ticket = this.#loading;
    const view = await get<GridView>('grid', { spreadsheet: id, sheet: String(sheetId), as: this.#parts.role().email });
    if (ticket !== this.#loading) return; // a newer one is on its way
    this.#sheet = { view, sheetId };
    this.#draw();
  }

  #draw(): void {
    const [view, sheet] = [this.#view, this.#sheet];
    const tab = view?.tabs.find(({ sheetId }) => sheetId === sheet?.sheetId);
    if (view === undefined || sheet === undefined || tab === undefined) return;
    const { access } = view;
    this.#grid.element.setAttribute('aria-readonly', String(access !== 'write'));
    this.#grid.show(new SheetModel(tab, sheet.view, this.#edits.notIn(view.id, sheet.view.version)));
    this.#strip.show(this.#grid);
  }

  #selected(): void {
    this.#strip.show(this.#grid);
    saysNothing();
    const [view, sheetId] = [this.#view, this.#sheetId];
    if (view !== undefined && sheetId !== undefined) this.#parts.moved({ workbook: view.id, sheetId, place: this.#grid.selection.anchor });
  }

  #edit(kind: Edit['kind'], at: Place, cells: Edit['cells']): void {
    const model = this.#grid.model;
    if (model === undefined) return;
    const before = cells.map((row, down) => row.map((_cell, across) => model.inputOf(at.row + down, at.column + across)));
    this.#send({ kind, ...at, cells }, before);
  }

  #send(change: Pick<Edit, 'kind' | 'row' | 'column' | 'cells' | 'undoes'>, before?: Edit['cells']): void {
    const [view, sheetId] = [this.#view, this.#sheetId];
    if (view === undefined || sheetId === undefined) return;
    const id = crypto.randomUUID();
    this.#edits.make({ id, spreadsheet: view.id, as: this.#parts.role().email, sheetId, ...change }, before);
    this.#draw();
  }

  #undo(): void {
    const last = this.#view === undefined ? undefined : this.#edits.takeLast(this.#view.id, this.#parts.role().email);
    if (last === undefined) {
      this.#parts.toast(GRID.nothingToUndo);
      return;
    }
    const { id, sheetId, row, column } = last.edit;
    void this.goTo(sheetId, { row, column }).then(() => this.#send({ kind: 'undo', undoes: id, row, column, cells: last.before }));
  }

  #answered(edit: Edit, answer: EditAnswer): void {
    this.#parts.reached(true);
    if ('refused' in answer) this.#draw();
    else this.changed();
    const said = 'refused' in answer ? answer.refused : answer.left;
    if (said === undefined) return;
    if (edit.spreadsheet === this.#view?.id && edit.sheetId === this.#sheetId) sayBeside(said, this.#grid.cell(edit));
    else this.#parts.toast(said);
  }

  async #mayEdit(area: Area): Promise<boolean> {
    const [view, model] = [this.#view, this.#grid.model];
    if (view === undefined || model === undefined) return false;
    return this.#rights.mayEdit(view, model, area);
  }

  #follow(link: string): void {
    if (!link.startsWith('#')) return void window.open(link, '_blank', 'noopener,noreferrer');
    const { sheetId, place } = whereabouts(link);
    if (sheetId !== undefined) void this.goTo(sheetId, place).then(() => this.focus());
  }
}

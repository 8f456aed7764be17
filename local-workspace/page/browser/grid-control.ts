// Keys, mouse and clipboard on the grid, turned into selections and edits.
import { AreaActs, type AreaRights } from './area-acts.ts';
import { CellEditor } from './cell-editor.ts';
import { cellId } from './cell-element.ts';
import { element as makeElement } from './dom.ts';
import type { Grid } from './grid.ts';
import { hearPointer } from './grid-pointer.ts';
import { GRID } from './labels.ts';
import { type Area, addressOf, type Place } from './place.ts';
import { moved, type Selection, single } from './selection.ts';
import type { SheetModel } from './sheet-model.ts';

export interface Acts extends AreaRights {
  readonly undo: () => void;
  readonly follow: (link: string) => void;
  readonly selected: () => void;
}

export class GridControl {
  readonly editor = new CellEditor();
  /** the grid and its editor: what is pressed in either is heard here */
  readonly element: HTMLElement;
  readonly #grid: Grid;
  readonly #acts: Acts;
  readonly #areas: AreaActs;
  /** Set by the owner: false where nothing at all may be edited. */
  isWritable = true;

  constructor(grid: Grid, acts: Acts) {
    this.#grid = grid;
    this.#acts = acts;
    this.#areas = new AreaActs(grid, acts, (selection) => this.select(selection, false));
    const { element } = grid;
    this.element = makeElement('div', { class: 'grid-holder' }, element, this.editor.element);
    this.editor.typing = () => void this.edit({ typed: true });
    element.addEventListener('focus', () => this.#wait());
    this.element.addEventListener('keydown', (event) => this.#key(event));
    hearPointer(grid, {
      pressed: () => this.editor.keepOpen(),
      select: (selection, scroll) => this.select(selection, scroll),
      edit: (openList) => void this.edit({ openList }),
      tick: (place) => this.#tick(place),
      follow: acts.follow,
    });
    const onCells = (name: 'copy' | 'cut' | 'paste', act: (event: ClipboardEvent) => void): void =>
      this.element.addEventListener(name, (event) => {
        if (!this.editor.isOpen) act(event);
      });
    onCells('copy', (event) => this.#areas.copy(event, false));
    onCells('cut', (event) => this.#areas.copy(event, true));
    onCells('paste', (event) => void this.#areas.paste(event));
    element.addEventListener('scroll', () => this.editor.place(), { passive: true });
  }

  /** Moves to a cell; a covered one means the merge it lies in. */
  select(selection: Selection, scroll = true): void {
    const { row, column } = selection.anchor;
    const merge = this.#grid.model?.coveredBy(row, column);
    this.#grid.select(merge === undefined ? selection : single({ row: merge.row, column: merge.column }), scroll);
    if (this.editor.hasFocus) this.#wait();
    this.#acts.selected();
  }

  #wait(): void {
    const { anchor } = this.#grid.selection;
    this.editor.wait(() => this.#grid.cell(this.#grid.selection.anchor), addressOf(anchor), cellId(anchor.row, anchor.column));
  }

  /** Opens the editor over the active cell, with its own text or with none because typing has begun. */
  async edit({ typed = false, openList = false } = {}): Promise<void> {
    const model = this.#grid.model;
    const { anchor } = this.#grid.selection;
    if (model === undefined || this.editor.isOpen) return;
    const view = model.cell(anchor.row, anchor.column);
    if (view.tick !== undefined) {
      this.editor.refuse();
      return typed ? undefined : this.#tick(anchor);
    }
    const only: Area = { top: anchor.row, left: anchor.column, bottom: anchor.row, right: anchor.column };
    // what is being composed goes on in the editor: only a refusal or a question may come between
    const allowed = view.locked || view.warned ? await this.#acts.mayEdit(only) : undefined;
    if (allowed === false || (allowed === undefined && !this.isWritable)) {
      this.editor.refuse();
      if (allowed === undefined) await this.#acts.mayEdit(only);
      return;
    }
    this.editor.open({
      address: addressOf(anchor),
      text: view.input ?? view.text,
      list: model.listOf(view),
      openList: openList || view.list !== undefined,
      typed,
      hint: view.isDate ? GRID.dateHint : '',
      over: () => this.#grid.cell(anchor),
      keep: (text, { key, shift }) => this.#kept(model, anchor, text, key, shift),
      leave: () => this.#grid.element.focus({ preventScroll: true }),
    });
  }

  /** Enters a text into the active cell, as if it had been typed. */
  async enter(text: string): Promise<void> {
    const { anchor } = this.#grid.selection;
    const only: Area = { top: anchor.row, left: anchor.column, bottom: anchor.row, right: anchor.column };
    if (await this.#acts.mayEdit(only)) this.#acts.edit('type', anchor, [[text]]);
  }

  #kept(model: SheetModel, place: Place, text: string, key: string, shift: boolean): void {
    const view = model.cell(place.row, place.column);
    if (text !== (view.input ?? view.text)) this.#acts.edit('type', place, [[text === '' ? null : text]]);
    if (key === 'blur') return;
    this.#grid.element.focus({ preventScroll: true });
    if (key !== 'pick') this.#move({ key, shift, ctrl: false });
  }

  #move(key: { readonly key: string; readonly shift: boolean; readonly ctrl: boolean }): boolean {
    const model = this.#grid.model;
    if (model === undefined) return false;
    const next = moved(this.#grid.selection, key, {
      rows: model.rows,
      columns: model.columns,
      page: this.#grid.page,
      isHidden: (row, column) => model.isHidden(row, column),
      isFilled: (row, column) => model.cell(row, column).text !== '' || model.cell(row, column).tick === true,
    });
    if (next === undefined) return false;
    this.select(next);
    return true;
  }

  #key(event: KeyboardEvent): void {
    if (this.editor.isOpen || event.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && this.#shortcut(event.key.toLowerCase())) {
      event.preventDefault();
      return;
    }
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      return void this.edit({ openList: true });
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#entered();
      return;
    }
    if (event.key === 'Escape') {
      // Tab moves between cells, so this is the way out
      document.querySelector<HTMLElement>('#tabs [aria-selected=true]')?.focus();
      return;
    }
    if (event.key === 'F2') return void this.edit();
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      return void this.#areas.clear();
    }
    if (event.key === ' ' && this.#activeTick() !== undefined) {
      event.preventDefault();
      this.#tick(this.#grid.selection.anchor);
      return;
    }
    if (this.#move({ key: event.key, shift: event.shiftKey, ctrl })) event.preventDefault();
  }

  #activeTick(): boolean | undefined {
    const { anchor } = this.#grid.selection;
    return this.#grid.model?.cell(anchor.row, anchor.column).tick;
  }

  /** Enter follows a link of a cell that cannot be edited, opens the editor on all others. */
  #entered(): void {
    const { anchor } = this.#grid.selection;
    const view = this.#grid.model?.cell(anchor.row, anchor.column);
    if (view?.link !== undefined && (view.locked || !this.isWritable)) this.#acts.follow(view.link);
    else void this.edit();
  }

  #shortcut(letter: string): boolean {
    if (letter === 'z') this.#acts.undo();
    else if (letter === 'd') void this.#areas.fillDown();
    else if (letter === 'a') this.#selectAll();
    else return false;
    return true;
  }

  #selectAll(): void {
    const model = this.#grid.model;
    if (model === undefined) return;
    this.#grid.select({ anchor: this.#grid.selection.anchor, head: this.#grid.selection.anchor }, false);
    this.#grid.select({ anchor: { row: 0, column: 0 }, head: { row: model.rows - 1, column: model.columns - 1 } }, false);
    this.#acts.selected();
  }

  #tick(place: Place): void {
    const ticked = this.#grid.model?.cell(place.row, place.column).tick;
    const area = { top: place.row, left: place.column, bottom: place.row, right: place.column };
    void this.#acts.mayEdit(area).then((may) => {
      if (may) this.#acts.edit('tick', place, [[ticked !== true]]);
    });
  }
}

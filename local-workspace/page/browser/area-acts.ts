// What one does to whole areas: copy, cut, paste, fill down, clear.
import type { Edit } from '../protocol.ts';
import { fromClipboard, toClipboard } from './clipboard.ts';
import type { Grid } from './grid.ts';
import type { Area, Place } from './place.ts';
import { areaSelected, type Selection } from './selection.ts';

export interface AreaRights {
  readonly edit: (kind: Edit['kind'], at: Place, cells: Edit['cells']) => void;
  /** whether these cells may be edited; says why not, or asks where a change only warns */
  readonly mayEdit: (area: Area) => Promise<boolean>;
}

const cellsOf = <T>(area: Area, of: (row: number, column: number) => T): T[][] =>
  Array.from({ length: area.bottom - area.top + 1 }, (_row, down) =>
    Array.from({ length: area.right - area.left + 1 }, (_column, across) => of(area.top + down, area.left + across)),
  );

export class AreaActs {
  readonly #grid: Grid;
  readonly #rights: AreaRights;
  readonly #select: (selection: Selection) => void;
  #cut: { readonly text: string; readonly area: Area } | undefined;

  constructor(grid: Grid, rights: AreaRights, select: (selection: Selection) => void) {
    this.#grid = grid;
    this.#rights = rights;
    this.#select = select;
  }

  get #selected(): Area {
    return areaSelected(this.#grid.selection);
  }

  async clear(area = this.#selected): Promise<void> {
    if (await this.#rights.mayEdit(area)) this.#wipe(area);
  }

  /** The first row of the selection, or the row above a single one, goes into all that are below. */
  async fillDown(): Promise<void> {
    const [model, area] = [this.#grid.model, this.#selected];
    if (model === undefined) return;
    const source = area.top === area.bottom ? area.top - 1 : area.top;
    const below: Area = { ...area, top: source + 1 };
    if (source < 0 || !(await this.#rights.mayEdit(below))) return;
    const cells = cellsOf(below, (_row, column) => model.inputOf(source, column));
    this.#rights.edit('paste', { row: below.top, column: below.left }, cells);
  }

  /** What is cut stays until it is pasted. */
  copy(event: ClipboardEvent, isCut: boolean): void {
    const model = this.#grid.model;
    if (model === undefined) return;
    event.preventDefault();
    const area = this.#selected;
    const text = toClipboard(
      cellsOf(area, (row, column) => {
        const { tick, text: shown } = model.cell(row, column);
        return tick === undefined ? shown : tick ? 'TRUE' : 'FALSE';
      }),
    );
    event.clipboardData?.setData('text/plain', text);
    this.#cut = isCut ? { text, area } : undefined;
  }

  /** From the first selected cell on; a single text fills all that is selected. */
  async paste(event: ClipboardEvent): Promise<void> {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    const { top, left, bottom, right } = this.#selected;
    const given = fromClipboard(text);
    const [first] = given[0] ?? [];
    const isOne = given.length === 1 && given[0]?.length === 1 && first !== undefined;
    const width = Math.max(...given.map((row) => row.length));
    const area: Area = isOne ? { top, left, bottom, right } : { top, left, bottom: top + given.length - 1, right: left + width - 1 };
    const cut = this.#cut?.text === text.replace(/\r\n/g, '\n') ? this.#cut : undefined;
    if (!(await this.#rights.mayEdit(area))) return;
    this.#cut = undefined;
    if (cut !== undefined) this.#wipe(cut.area);
    const cells = cellsOf(area, (row, column) => (isOne ? first : (given[row - top]?.[column - left] ?? '')));
    this.#rights.edit('paste', { row: top, column: left }, cells);
    this.#select({ anchor: { row: top, column: left }, head: { row: area.bottom, column: area.right } });
  }

  #wipe(area: Area): void {
    this.#rights.edit(
      'clear',
      { row: area.top, column: area.left },
      cellsOf(area, () => null),
    );
  }
}

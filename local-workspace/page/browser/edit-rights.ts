// Whether a person may edit an area, told at once where the page itself can tell; the workspace has the last word.
import type { WorkbookView } from '../protocol.ts';
import type { Grid } from './grid.ts';
import { GRID } from './labels.ts';
import { sayBeside } from './message.ts';
import { confirmed } from './modal.ts';
import { type Area, addressOf, type Place } from './place.ts';
import type { SheetModel } from './sheet-model.ts';

export class EditRights {
  readonly #grid: Grid;
  /** where a warning was read already: it is not repeated for the same tab */
  readonly #warned = new Set<string>();

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  /** Says why not beside the cell; asks first where a protection only warns. */
  async mayEdit(view: WorkbookView, model: SheetModel, area: Area): Promise<boolean> {
    if (view.access !== 'write') return this.#refuse(GRID.onlyView, { row: area.top, column: area.left });
    const locked = firstIn(model, area, 'locked');
    if (locked !== undefined) return this.#refuse(GRID.protected(addressOf(locked)), locked);
    const warned = firstIn(model, area, 'warned');
    const tab = `${view.id}/${model.tab.sheetId}`;
    if (warned === undefined || this.#warned.has(tab)) return true;
    const goesOn = await confirmed(model.tab.title, GRID.warned(addressOf(warned)), GRID.editAnyway, GRID.cancel);
    if (goesOn) this.#warned.add(tab);
    this.#grid.element.focus({ preventScroll: true });
    return goesOn;
  }

  #refuse(sentence: string, place: Place): false {
    sayBeside(sentence, this.#grid.cell(place));
    return false;
  }
}

function firstIn(model: SheetModel, { top, left, bottom, right }: Area, what: 'locked' | 'warned'): Place | undefined {
  for (let row = top; row <= Math.min(bottom, model.rows - 1); row += 1)
    for (let column = left; column <= Math.min(right, model.columns - 1); column += 1)
      if (model.cell(row, column)[what]) return { row, column };
  return undefined;
}

// What stood in cells before a person's edit, kept for a while so that undo brings back exactly that: a text as a text, a number with its format.
import { sameJson } from '../json.ts';
import type { Row, Sheet, StoredCell } from '../sheets/sheet.ts';
import type { Store } from '../store.ts';
import type { Edit } from './protocol.ts';

/** Content and format; notes and rules of validation are none of an edit's doing. */
type Content = Pick<StoredCell, 'v' | 'f' | 't'> | null;

interface Before {
  /** where: the undo of an edit must be of the same cells */
  readonly place: readonly (string | number)[];
  readonly rows: readonly (readonly Content[])[];
}

const BEFORES = 'page-befores';

const placeOf = ({ spreadsheet, sheetId, row, column, cells }: Edit): Before['place'] => [
  spreadsheet,
  sheetId,
  row,
  column,
  ...cells.map(({ length }) => length),
];

function contentOf(cell: StoredCell | null | undefined): Content {
  const { v, f, t } = cell ?? {};
  if (v === undefined && f === undefined) return null;
  return { ...(v === undefined ? {} : { v }), ...(f === undefined ? {} : { f }), ...(t === undefined ? {} : { t }) };
}

/** Keeps what the edit is about to replace. `before`: its rows as they stand, the first one first. */
export function keepBefore(store: Store, edit: Edit, before: readonly Row[]): void {
  const rows = edit.cells.map((cells, down) => cells.map((_cell, across) => contentOf(before[down]?.[edit.column + across])));
  store.put(BEFORES, edit.id, { place: placeOf(edit), rows } satisfies Before);
}

export const forgetBefore = (store: Store, id: string): void => store.remove(BEFORES, id);

/** Puts back what stood there before the edit that is undone; false when that is not known any more. */
export function putBack(store: Store, sheet: Sheet, undo: Edit): boolean {
  const before = undo.undoes === undefined ? undefined : store.get<Before>(BEFORES, undo.undoes);
  if (before === undefined || !sameJson(before.place, placeOf(undo))) return false;
  for (const [down, contents] of before.rows.entries()) {
    const row = [...sheet.row(undo.row + down)];
    for (const [across, content] of contents.entries()) {
      const column = undo.column + across;
      while (row.length <= column) row.push(null);
      const { d, n } = row[column] ?? {};
      const cell = { ...content, ...(d === undefined ? {} : { d }), ...(n === undefined ? {} : { n }) };
      row[column] = Object.keys(cell).length === 0 ? null : cell;
    }
    while (row.length > 0 && row.at(-1) === null) row.pop();
    sheet.setRow(undo.row + down, row);
  }
  return true;
}

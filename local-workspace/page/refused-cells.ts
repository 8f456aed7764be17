// Cells of a paste that a strict rule does not take: they keep what stood in them, and one sentence names them.
import { lettersOf } from '../sheets/a1.ts';
import type { Row, Sheet } from '../sheets/sheet.ts';
import { type Refused, strictlyRefused } from '../sheets/validation.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { leftOutOf } from './labels.ts';
import type { Edit } from './protocol.ts';

export interface RefusedCell {
  readonly row: number;
  readonly column: number;
  readonly why: Refused;
}

const MOST_NAMED = 4;

export const placeOf = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`;

export function eachCell(edit: Edit, look: (row: number, column: number) => void): void {
  for (const [down, row] of edit.cells.entries()) for (const across of row.keys()) look(edit.row + down, edit.column + across);
}

/** What the rules have against the cells of an edit as they stand now. */
export function refusedCells(workbook: Workbook, sheet: Sheet, edit: Edit): readonly RefusedCell[] {
  const refused: RefusedCell[] = [];
  eachCell(edit, (row, column) => {
    const cell = sheet.cell(row, column);
    const why = strictlyRefused(workbook, workbook.validation(cell), cell?.v, workbook.format(cell)?.numberFormat);
    if (why !== undefined) refused.push({ row, column, why });
  });
  return refused;
}

/** Puts these cells back as they were. `before`: the rows of the edit, its first one first. */
export function leaveOut(sheet: Sheet, edit: Edit, refused: readonly RefusedCell[], before: readonly Row[]): string {
  for (const { row, column } of refused) sheet.setCell(row, column, before[row - edit.row]?.[column] ?? undefined);
  const kinds = [...new Set(refused.map(({ why }) => why))];
  return leftOutOf(kinds.map((why) => ({ why, places: placesOf(refused.filter((cell) => cell.why === why)) })));
}

/** "K12:K14, M3": cells below each other as one. The first ones, and how many more cells there are. */
function placesOf(cells: readonly RefusedCell[]): { readonly named: string; readonly more: number; readonly count: number } {
  const runs: { column: number; from: number; to: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.column === column && last.to === row - 1) last.to = row;
    else runs.push({ column, from: row, to: row });
  }
  const named = runs.slice(0, MOST_NAMED);
  const size = named.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const texts = named.map(({ column, from, to }) =>
    from === to ? placeOf(from, column) : `${placeOf(from, column)}:${placeOf(to, column)}`,
  );
  return { named: texts.join(', '), more: cells.length - size, count: cells.length };
}

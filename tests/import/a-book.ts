// A register as a sheet holds it, so that what an import writes can be put into it and read again.
import type { ImportRequest } from '../../rules/import/import-content.ts';
import { firstFreeRow, importWrite } from '../../rules/import/import-write.ts';
import type { CellValue, Grid } from '../../rules/register/grid.ts';
import { type Register, readRegister } from '../../rules/register/read-register.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aClub, QUY_KY, type RowCells } from '../findings/a-register.ts';
import { type Cells, gridOf } from '../register/sheets.ts';
import { imported, LOCATIONS } from './lists.ts';

export interface Book {
  readonly members: Grid;
  readonly register: Register;
}
export const bookOf = (members: Grid): Book => {
  const clubs: readonly Cells<'clubs'>[] = [
    aClub({ name: 'CLB xóm Đông', location: 'Đông' }),
    aClub({ code: 'CLB02', name: 'CLB xóm Đoài' }),
  ];
  const grids = new Map<number, Grid>([
    [TABS.members.sheetId, members],
    [TABS.clubs.sheetId, gridOf('clubs', clubs)],
    [TABS.locations.sheetId, gridOf('locations', LOCATIONS)],
  ]);
  return { members, register: readRegister({ register: 'r1', grids }, QUY_KY) };
};
export const aBook = (members: readonly RowCells<'members'>[] = []): Book => bookOf(gridOf('members', members));

/** Carries the import out as the sheet's shell does. */
export function importInto(book: Book, text: string, more: Partial<ImportRequest> = {}) {
  const { preview, plan, readers } = imported(book.register, text, more);
  const firstRow = firstFreeRow(book.register, book.members);
  const write = importWrite(book.register, plan, readers, { firstRow, highest: 0 });
  const rows = book.members.map((row): CellValue[] => [...row]);
  for (const { row, column, values } of write.change.columns)
    values.forEach((value, down) => {
      while (rows.length < row + down) rows.push([]);
      const cells = rows[row + down - 1] ?? [];
      while (cells.length < column) cells.push(null);
      cells[column - 1] = value;
    });
  return { preview, write, after: bookOf(rows) };
}

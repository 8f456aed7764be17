// What a script writes must fit strict data validation: SpreadsheetApp refuses what the API would take.
import { GoogleError } from '../google-error.ts';
import { gridRangeOf, lettersOf } from '../sheets/a1.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { strictlyRefused } from '../sheets/validation.ts';
import { writeValues } from '../sheets/values.ts';
import type { Area } from '../sheets/wire.ts';
import { Workbook } from '../sheets/workbook.ts';
import type { Store } from '../store.ts';
import type { EnterCall, Place } from './calls.ts';

const areaOf = ({ sheetId, row, column, rows, columns }: Place): Area => ({
  sheetId,
  startRow: row,
  endRow: row + rows,
  startColumn: column,
  endColumn: column + columns,
});

/** The first refused cell in A1 notation; undefined when the values fit, or when something else is wrong that the write itself will tell. */
export function refusedCell(store: Store, as: string, { spreadsheet, place, values }: EnterCall, now: number): string | undefined {
  const area = areaOf(place);
  const present = Workbook.read(store, spreadsheet).sheets.find(({ id }) => id === place.sheetId);
  if (present === undefined || !isRuled(present, area)) return undefined;
  const tried = Workbook.edit(store, spreadsheet, { email: as, isServiceAccount: false }, true); // never saved
  try {
    writeValues(tried, gridRangeOf(area), { values }, { valueInputOption: 'USER_ENTERED', now });
  } catch (error) {
    if (error instanceof GoogleError) return undefined;
    throw error;
  }
  return firstRefused(tried, tried.sheet(place.sheetId), area);
}

const isRuled = (sheet: Sheet, { startRow, endRow, startColumn, endColumn }: Area): boolean =>
  sheet.rows.slice(startRow, endRow).some((row) => row?.slice(startColumn, endColumn).some((cell) => cell?.d !== undefined) === true);

function firstRefused(workbook: Workbook, sheet: Sheet, area: Area): string | undefined {
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const cell = sheet.cell(row, column);
      const rule = workbook.validation(cell);
      if (rule !== undefined && strictlyRefused(workbook, rule, cell?.v, workbook.format(cell)?.numberFormat) !== undefined)
        return `${lettersOf(column)}${row + 1}`;
    }
  }
  return undefined;
}

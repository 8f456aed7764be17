// A workbook in memory that answers what the sheet's script asks after an edit, so that a benchmark measures the script and not a service.
// It stands at Google's border, and knows no more of it than onEdit needs.
import type { CellValue } from '../../rules/register/grid.ts';

type Grid = CellValue[][];

export interface PlainSheet {
  readonly globals: { readonly SpreadsheetApp: object; readonly [name: string]: object };
  readonly event: object;
}

/** Globals of a fresh runtime over these tabs, by sheetId; `edit` is what onEdit is told. */
export function plainSheet(
  tabs: ReadonlyMap<number, Grid>,
  edit: { readonly sheetId: number; readonly row: number; readonly column: number; readonly columns: number },
): PlainSheet {
  const range = (grid: Grid, row: number, column: number, rows: number, columns: number, sheet: () => object): object => ({
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: sheet,
    getMergedRanges: () => [],
    getFormulas: () => many(rows, columns, ''),
    getNotes: () => many(rows, columns, ''),
    getValue: () => grid[row - 1]?.[column - 1] ?? '',
    getValues: () =>
      Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (_, right) => grid[row - 1 + down]?.[column - 1 + right] ?? ''),
      ),
    setValues: () => undefined,
    setNotes: () => undefined,
    setNumberFormat: () => undefined,
  });
  const sheets = [...tabs].map(([sheetId, grid]) => {
    const width = Math.max(1, ...grid.map(({ length }) => length));
    const sheet = {
      getSheetId: () => sheetId,
      getMaxRows: () => grid.length,
      getLastRow: () => grid.length,
      getLastColumn: () => width,
      getDataRange: () => range(grid, 1, 1, Math.max(1, grid.length), width, () => sheet),
      getRange: (row: number, column: number, rows = 1, columns = 1) => range(grid, row, column, rows, columns, () => sheet),
    };
    return sheet;
  });
  const spreadsheet = {
    getId: () => 'bench',
    getSheets: () => sheets,
    getSpreadsheetTimeZone: () => 'Asia/Ho_Chi_Minh',
    toast: () => undefined,
  };
  const grid = tabs.get(edit.sheetId) ?? [];
  const edited = sheets.find((sheet) => sheet.getSheetId() === edit.sheetId);
  const lock = { tryLock: () => true, releaseLock: () => undefined };
  const properties = { getProperty: () => null, setProperty: () => undefined };
  return {
    globals: {
      SpreadsheetApp: { getActive: () => spreadsheet, flush: () => undefined },
      LockService: { getDocumentLock: () => lock },
      PropertiesService: { getDocumentProperties: () => properties },
      console: { log: () => undefined, warn: () => undefined, error: (text: unknown) => failed(text) },
    },
    event: { source: spreadsheet, range: range(grid, edit.row, edit.column, 1, edit.columns, () => edited ?? {}) },
  };
}

const many = <T>(rows: number, columns: number, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

/** A benchmark of a script that fails measures nothing. */
function failed(text: unknown): never {
  throw new Error(`the script reported ${String(text)}`);
}

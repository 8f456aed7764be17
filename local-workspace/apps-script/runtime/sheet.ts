// SpreadsheetApp.Sheet: a tab, named by its id; what it is called and how long it is, the workbook knows.
import type { JsonObject } from '../../json.ts';
import type { Place } from '../calls.ts';
import { cellsOn } from './a1.ts';
import type { Book, ProtectionType, Range, Sheet } from './book.ts';
import { ScriptError } from './bridge.ts';
import type { TabFacts } from './open-workbook.ts';
import { protectionsOf } from './protection.ts';
import { onTab } from './range.ts';

/** A tab of a workbook. */
export function sheetOf(book: Book, sheetId: number): Sheet {
  const { running } = book;
  const members: Partial<Sheet> = { ...facts(book, sheetId), ...ranges(book, sheetId), ...changes(book, sheetId) };
  return running.realm.served<Sheet>('Sheet', members, running.counted);
}

function facts(book: Book, sheetId: number): Partial<Sheet> {
  const tab = (): TabFacts => book.workbook.tab(sheetId);
  return {
    getSheetId: () => sheetId,
    getName: () => tab().title,
    getSheetName: () => tab().title,
    getIndex: () => tab().index + 1,
    getMaxRows: () => tab().rows,
    getMaxColumns: () => tab().columns,
    isSheetHidden: () => tab().hidden,
    getParent: () => book.spreadsheet(),
    getFilter: () => null,
    getLastRow: () => extent(book, sheetId).rows,
    getLastColumn: () => extent(book, sheetId).columns,
    getProtections: (type: ProtectionType) => protectionsOf(book, type, sheetId),
  };
}

/** How far the tab is filled; formulas count, whatever they show. */
function extent({ workbook }: Book, sheetId: number): { readonly rows: number; readonly columns: number } {
  const values = workbook.values({ sheetId }, 'FORMULA');
  return { rows: values.length, columns: values.reduce((most, row) => Math.max(most, row.length), 0) };
}

function ranges(book: Book, sheetId: number): Partial<Sheet> {
  return {
    getRange: (first: number | string, column?: number, rows: number = 1, columns: number = 1) =>
      book.range(onTab(book, typeof first === 'string' ? named(book, sheetId, first) : placed(sheetId, first, column, rows, columns))),
    getDataRange: () => {
      const { rows, columns } = extent(book, sheetId);
      return book.range({ sheetId, row: 0, column: 0, rows: Math.max(rows, 1), columns: Math.max(columns, 1) });
    },
    getActiveRange: () => book.range(activePlace(book, sheetId)),
    setActiveRange: (range: Range) => {
      book.select(book.placeOf(range));
      return range;
    },
  };
}

const activePlace = (book: Book, sheetId: number): Place => {
  const place = book.selected();
  return place.sheetId === sheetId ? place : { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
};

function placed(sheetId: number, row: number, column: number | undefined, rows: number, columns: number): Place {
  if (typeof column !== 'number' || typeof row !== 'number')
    throw new ScriptError("The parameters don't match the method signature for SpreadsheetApp.Sheet.getRange.");
  return { sheetId, row: Math.trunc(row) - 1, column: Math.trunc(column) - 1, rows: Math.trunc(rows), columns: Math.trunc(columns) };
}

function named(book: Book, sheetId: number, a1: string): Place {
  const place = cellsOn(book.workbook.tab(sheetId), a1);
  if (place === undefined) throw new ScriptError('Range not found');
  return place;
}

function changes(book: Book, sheetId: number): Partial<Sheet> {
  const { workbook } = book;
  const itself = (...requests: JsonObject[]): Sheet => {
    workbook.batch(...requests);
    workbook.forget();
    return book.sheet(sheetId);
  };
  const hidden = (isHidden: boolean): JsonObject => ({
    updateSheetProperties: { properties: { sheetId, hidden: isHidden }, fields: 'hidden' },
  });
  return {
    insertRowsAfter: (after: number, howMany: number) => {
      const range = { sheetId, dimension: 'ROWS', startIndex: after, endIndex: after + howMany };
      return itself({ insertDimension: { range, inheritFromBefore: true } });
    },
    showSheet: () => itself(hidden(false)),
    hideSheet: () => itself(hidden(true)),
    activate: () => {
      book.select(activePlace(book, sheetId));
      return book.sheet(sheetId);
    },
  };
}

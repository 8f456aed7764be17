// SpreadsheetApp.Spreadsheet.
import { cellsOn, splitA1 } from './a1.ts';
import type { Book, ProtectionType, Range, Sheet, Spreadsheet } from './book.ts';
import { ScriptError } from './bridge.ts';
import { metadataMembers } from './metadata.ts';
import type { TabFacts } from './open-workbook.ts';
import { protectionsOf } from './protection.ts';
import { onTab } from './range.ts';

const TOAST_SECONDS = 5;

/** The whole workbook. */
export function spreadsheetOf(book: Book): Spreadsheet {
  const { running } = book;
  const members: Partial<Spreadsheet> = { ...facts(book), ...tabs(book), ...selection(book), ...metadataMembers(book) };
  return running.realm.served<Spreadsheet>('Spreadsheet', members, running.counted);
}

function facts(book: Book): Partial<Spreadsheet> {
  const { workbook, running } = book;
  return {
    getId: () => workbook.id,
    getName: () => workbook.facts.title,
    getUrl: () => workbook.facts.url,
    getSpreadsheetLocale: () => workbook.facts.locale,
    getSpreadsheetTimeZone: () => workbook.facts.timeZone,
    getProtections: (type: ProtectionType) => protectionsOf(book, type),
    toast: (text: string, title = '', seconds: number | null = TOAST_SECONDS) =>
      running.bridge.call('toast', { text: String(text), title: String(title), seconds: seconds ?? TOAST_SECONDS }),
  };
}

function tabs(book: Book): Partial<Spreadsheet> {
  const { workbook } = book;
  const fresh = (): readonly TabFacts[] => {
    workbook.forget();
    return workbook.facts.tabs;
  };
  const sheetWhere = (fits: (tab: TabFacts) => boolean): Sheet | null => {
    const tab = workbook.facts.tabs.find(fits) ?? fresh().find(fits);
    return tab === undefined ? null : book.sheet(tab.sheetId);
  };
  return {
    getSheets: () => fresh().map(({ sheetId }) => book.sheet(sheetId)),
    getNumSheets: () => fresh().length,
    getSheetByName: (name: string) => sheetWhere(({ title }) => title === name),
    getSheetById: (id: number) => sheetWhere(({ sheetId }) => sheetId === id),
    getRange: (a1: string) => rangeNamed(book, String(a1)),
  };
}

function rangeNamed(book: Book, a1: string): Range {
  const { title, cells } = splitA1(a1);
  const { tabs: all } = book.workbook.facts;
  const tab = title === undefined ? all.find(({ sheetId }) => sheetId === book.selected().sheetId) : all.find((one) => one.title === title);
  const place = tab === undefined ? undefined : cellsOn(tab, cells);
  if (place === undefined) throw new ScriptError('Range not found');
  return book.range(onTab(book, place));
}

function selection(book: Book): Partial<Spreadsheet> {
  return {
    getActiveSheet: () => book.sheet(book.selected().sheetId),
    getActiveRange: () => book.range(book.selected()),
    getActiveCell: () => book.range({ ...book.selected(), rows: 1, columns: 1 }),
    setActiveRange: (range: Range) => {
      book.select(book.placeOf(range));
      return range;
    },
    setActiveSheet: (sheet: Sheet) => sheet.activate(),
  };
}

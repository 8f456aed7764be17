// SpreadsheetApp: the workbook a script is bound to, others by id with the full scope, and the user interface.
import type { Place } from '../calls.ts';
import type { Book, Enumerations, ProtectionType, Range, Sheet, Visibility } from './book.ts';
import { ScriptError } from './bridge.ts';
import { OpenWorkbook } from './open-workbook.ts';
import { rangeOf } from './range.ts';
import { type Running, SCOPES } from './running.ts';
import { sheetOf } from './sheet.ts';
import { spreadsheetOf } from './spreadsheet.ts';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** The service, and the bound workbook as events refer to it. */
export function spreadsheetApp(running: Running, ui: () => GoogleAppsScript.Base.Ui): { readonly app: App; readonly bound: Book } {
  const { realm, job } = running;
  const visibility = realm.enumeration<App['DeveloperMetadataVisibility']>('DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']);
  const protection = realm.enumeration<App['ProtectionType']>('ProtectionType', ['RANGE', 'SHEET']);
  const enumerations: Enumerations = {
    visibility: visibility as { readonly DOCUMENT: Visibility; readonly PROJECT: Visibility },
    protection: protection as { readonly RANGE: ProtectionType; readonly SHEET: ProtectionType },
  };
  const bound = bookOf(running, job.spreadsheet, enumerations);
  const active = (called: string): Book => {
    if (!running.isSimple) running.require(`SpreadsheetApp.${called}`, SCOPES.currentOnly, SCOPES.spreadsheets);
    return bound;
  };
  const app = realm.served<App>(
    'SpreadsheetApp',
    {
      DeveloperMetadataVisibility: visibility,
      ProtectionType: protection,
      getActive: () => active('getActive').spreadsheet(),
      getActiveSpreadsheet: () => active('getActiveSpreadsheet').spreadsheet(),
      getActiveSheet: () => active('getActiveSheet').sheet(bound.selected().sheetId),
      getActiveRange: () => active('getActiveRange').range(bound.selected()),
      setActiveRange: (range: Range) => {
        active('setActiveRange').select(bound.placeOf(range));
        return range;
      },
      setActiveSheet: (sheet: Sheet) => {
        active('setActiveSheet');
        return sheet.activate();
      },
      openById: (id: string) => {
        running.require('SpreadsheetApp.openById', SCOPES.spreadsheets);
        const book = bookOf(running, id, enumerations);
        void book.workbook.facts; // one that cannot be opened says so now
        return book.spreadsheet();
      },
      getUi: ui,
      flush: () => bound.workbook.forget(),
    },
    running.counted,
  );
  return { app, bound };
}

function bookOf(running: Running, id: string, enumerations: Enumerations): Book {
  const workbook = new OpenWorkbook(running, id);
  const places = new WeakMap<object, Place>();
  const isBound = id === running.job.spreadsheet;
  let selected = isBound ? running.job.selection : undefined;
  const book: Book = {
    running,
    workbook,
    enumerations,
    range: (place) => {
      const range = rangeOf(book, place);
      places.set(range, place);
      return range;
    },
    sheet: (sheetId) => sheetOf(book, sheetId),
    spreadsheet: () => spreadsheetOf(book),
    placeOf: (range) => {
      const place = places.get(range);
      if (place === undefined) throw new ScriptError('Range must be part of this spreadsheet.');
      return place;
    },
    select: (place) => {
      selected = place;
      if (isBound) running.bridge.call('select', place);
    },
    selected: () => {
      const first = workbook.facts.tabs.find(({ hidden }) => !hidden)?.sheetId ?? 0;
      const known = workbook.facts.tabs.some(({ sheetId }) => sheetId === selected?.sheetId);
      return selected !== undefined && known ? selected : { sheetId: first, row: 0, column: 0, rows: 1, columns: 1 };
    },
  };
  return book;
}

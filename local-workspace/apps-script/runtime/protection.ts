// SpreadsheetApp.Protection: what is protected, and whether this person may edit it all the same.
import type { JsonObject } from '../../json.ts';
import type { Book, ProtectionType } from './book.ts';
import { placeOf } from './open-workbook.ts';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** A whole tab is protected by a range without sides. */
const isWhole = (range: JsonObject): boolean => !Object.keys(range).some((key) => key.endsWith('Index'));

/** The protections of that kind, of one tab or of all. */
export function protectionsOf(book: Book, type: ProtectionType, sheetId?: number): Protection[] {
  const wholes = type === book.enumerations.protection.SHEET;
  return book.workbook
    .protections()
    .map((one) => ({ one, range: one.range as JsonObject & { sheetId: number } }))
    .filter(({ range }) => isWhole(range) === wholes && (sheetId === undefined || range.sheetId === sheetId))
    .map(({ one, range }) => protectionOf(book, type, one, range));
}

function protectionOf(book: Book, type: ProtectionType, one: JsonObject, range: JsonObject & { sheetId: number }): Protection {
  const { running, workbook } = book;
  return running.realm.served<Protection>(
    'Protection',
    {
      getProtectionType: () => type,
      getDescription: () => String(one.description ?? ''),
      getRange: () => book.range(placeOf(range, workbook.tab(range.sheetId))),
      getUnprotectedRanges: () => {
        const open = (one.unprotectedRanges ?? []) as readonly JsonObject[];
        return open.map((range) => book.range(placeOf(range, workbook.tab(Number(range.sheetId ?? 0)))));
      },
      isWarningOnly: () => one.warningOnly === true,
      canEdit: () => one.requestingUserCanEdit === true,
      remove: () => {
        workbook.batch({ deleteProtectedRange: { protectedRangeId: one.protectedRangeId } });
      },
    },
    running.counted,
  );
}

// What Drive does to spreadsheets: creates, copies and renames them.
import type { Account } from '../api-request.ts';
import { copyOf } from '../json.ts';
import { fillNewSpreadsheet, newWorkbook } from '../sheets/create.ts';
import { Sheet } from '../sheets/sheet.ts';
import { Workbook } from '../sheets/workbook.ts';
import type { Store } from '../store.ts';

/** A spreadsheet with one empty tab. */
export function createEmptyWorkbook(store: Store, id: string, title: string, account: Account): void {
  const given = { properties: { title } };
  const workbook = newWorkbook(id, given, account);
  fillNewSpreadsheet(workbook, given);
  workbook.save(store);
}

/** A copy under a new id. What Google keeps of metadata and protection is unverified: PARITY tells what this keeps. */
export function copyWorkbook(store: Store, source: Workbook, id: string, title: string): void {
  const doc = copyOf({ ...source.doc, spreadsheetId: id, properties: { ...source.doc.properties, title } });
  const sheets = source.sheets.map((sheet, index) => {
    const copied = new Sheet(doc.sheets[index] ?? copyOf(sheet.doc), []);
    if (sheet.rows.length > 0) copied.spliceRows(0, 0, sheet.rows);
    return copied;
  });
  new Workbook(doc, sheets).save(store);
}

/** The title follows the file's name. */
export function renameWorkbook(store: Store, id: string, title: string, account: Account): void {
  const workbook = Workbook.edit(store, id, account, true);
  workbook.doc.properties = { ...workbook.doc.properties, title };
  workbook.save(store);
}

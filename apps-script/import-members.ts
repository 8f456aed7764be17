// Nhập danh sách thành viên: what its dialog calls. The pasted list stays in the workbook, nothing of it is logged.
// A confirmed import is planned anew under the workbook's lock; what is written is what was shown, or nothing.
import { localDate } from '../rules/calendar-date.ts';
import type { ImportChanged, ImportDone, ImportPreview, ImportRequest, ImportStart } from '../rules/import/import-content.ts';
import { firstFreeRow, importWrite } from '../rules/import/import-write.ts';
import { clubOptions, previewImport, targetOptions } from '../rules/import/preview-import.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';
import { type Register, readRegister } from '../rules/register/read-register.ts';
import { TABS } from '../rules/register/tabs.ts';
import { planOf } from '../rules/reporting/review.ts';
import { checkWhole } from './check-whole.ts';
import { locked } from './document-lock.ts';
import { IMPORTED } from './labels.ts';
import { refusal } from './people-tabs.ts';
import { rememberCodes, rememberedCodes } from './remembered-codes.ts';
import { type OpenBook, openBook } from './sheet-reading.ts';
import { moment, sheetSetting } from './sheet-setting.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
const { members } = TABS;
const WAIT = 20_000; // milliseconds for somebody else's import to be done with

interface Opened {
  readonly book: OpenBook;
  readonly sheet: Sheet;
  readonly plan: Plan;
  readonly register: Register;
}

/** Without these columns a member cannot be told, or gets no code. */
const NEEDED: readonly string[] = ['code', 'club', 'name', 'birth', 'sex'];

function opened(): Opened {
  const book = openBook(SpreadsheetApp.getActive(), Object.values(TABS));
  const plan = planOf(book.reading, sheetSetting(moment()));
  const register = readRegister(book.reading, plan);
  const sheet = book.sheets.get(members.sheetId);
  const missing = register.members.headerFaults.flatMap(({ column, header }) => (NEEDED.includes(column) ? [header] : []));
  if (sheet === undefined || missing.length > 0) throw new Problem('COLUMNS_MISSING', { title: members.title, faults: missing });
  return { book, sheet, plan, register };
}

/** The clubs to choose from, and what a pasted column may be. */
export function importStart(): ImportStart {
  const { register, plan, sheet } = opened();
  return {
    state: 'ready',
    clubs: clubOptions(register),
    targets: targetOptions(register, plan),
    today: localDate(moment()),
    notes: notesOn(sheet),
  };
}

const notesOn = (sheet: Sheet): string[] => [
  ...(sheet.getFilter() === null ? [] : [IMPORTED.filtered(sheet.getName())]),
  ...(sheet.isSheetHidden() ? [IMPORTED.hidden(sheet.getName())] : []),
];

/** What the import would do. Writes nothing. */
export function importPreview(request: ImportRequest): ImportPreview {
  const { register, plan } = opened();
  return previewImport(register, plan, request).preview;
}

/** Does what the preview with this hash showed; where the register has changed so that it would be something else, shows that. */
export function importConfirm(request: ImportRequest, previewHash: string): ImportDone | ImportChanged {
  const done = locked(WAIT, (isOurs) => {
    if (!isOurs) throw new Problem('IMPORT_BUSY', {});
    return written(request, previewHash);
  });
  return done.state === 'done' ? { ...done, notes: [...done.notes, ...checkNotes()] } : done;
}

function written(request: ImportRequest, previewHash: string): ImportDone | ImportChanged {
  const { book, register, plan, sheet } = opened();
  const { preview, plan: planned, readers } = previewImport(register, plan, request);
  if (preview.hash !== previewHash) return { state: 'changed', preview };
  const remembered = rememberedCodes();
  const write = importWrite(register, planned, readers, {
    firstRow: firstFreeRow(register, book.reading.grids.get(members.sheetId) ?? 'missing'),
    highest: remembered[members.key] ?? 0,
  });
  if (write.change.columns.length > 0) {
    assertWritable(sheet, write.change.columns);
    rememberCodes(remembered, { ...remembered, [members.key]: write.highest }); // before the codes are seen: none is given twice
    const rows = sheet.getMaxRows();
    if (write.lastRow > rows) sheet.insertRowsAfter(rows, write.lastRow - rows);
    const refused = refusal(sheet, write.change);
    if (refused) throw new Problem('IMPORT_NOT_WRITABLE', { title: members.title }, { cause: refused.cause });
  }
  const codes = preview.lines.flatMap(({ line, title }) => {
    const code = write.codes.get(line);
    return code === undefined ? [] : [{ line, code, title }];
  });
  return { state: 'done', codes, counts: preview.counts, notes: notesOn(sheet) };
}

/** Asked before anything is written, so that a protected column does not leave half a row. Protections that only warn let a script write. */
function assertWritable(
  sheet: Sheet,
  columns: readonly { readonly row: number; readonly column: number; readonly values: readonly unknown[] }[],
) {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const closed = [...sheet.getProtections(SHEET), ...sheet.getProtections(RANGE)].filter((one) => !one.isWarningOnly() && !one.canEdit());
  const isClosed = closed.some((one) => {
    if (one.getProtectionType() === SHEET && one.getUnprotectedRanges().length > 0) return false; // Google itself will say
    const range = one.getRange();
    return columns.some(
      ({ row, column, values }) =>
        row <= range.getLastRow() && row + values.length > range.getRow() && column <= range.getLastColumn() && column >= range.getColumn(),
    );
  });
  if (isClosed) throw new Problem('IMPORT_NOT_WRITABLE', { title: sheet.getName() });
}

/** The new rows are checked at once. Trouble with that is no trouble of the import. */
function checkNotes(): string[] {
  try {
    const { summary, said } = checkWhole(SpreadsheetApp.getActive(), moment());
    return [IMPORTED.found(summary.error), ...said];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [IMPORTED.unchecked(error.userWithCode)];
  }
}

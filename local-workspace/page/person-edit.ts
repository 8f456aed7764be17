// What a person types, pastes, clears or ticks in the grid: coerced, or refused, as Google's own page does; each edit once.

import type { PersonsEdit } from '../apps-script/script-host.ts';
import { isOwner, requireSpreadsheet, touchFile } from '../drive/files.ts';
import { scalarOf } from '../sheets/conditional.ts';
import { isEditable, protectionsOf } from '../sheets/protection.ts';
import type { Row, Sheet, StoredCell } from '../sheets/sheet.ts';
import { isTickBox } from '../sheets/validation.ts';
import { writeValues } from '../sheets/values.ts';
import { Workbook } from '../sheets/workbook.ts';
import type { Store } from '../store.ts';
import { accessOf, personOf } from './grid-view.ts';
import { REFUSED } from './labels.ts';
import type { Edit, EditAnswer } from './protocol.ts';
import { eachCell, leaveOut, placeOf, refusedCells } from './refused-cells.ts';
import { forgetBefore, keepBefore, putBack } from './taken-back.ts';

const MOST_CHARACTERS = 50_000;
const MOST_CELLS = 10_000_000;
const REMEMBERED = 500;

class Refusal extends Error {}

export interface EditOutcome {
  readonly answer: EditAnswer;
  /** absent when nothing was done now: refused, or acknowledged before */
  readonly done?: PersonsEdit;
}

/** Carries an edit out, or says in Vietnamese why not. One that was acknowledged before is acknowledged again and not repeated. */
export function personsEdit(store: Store, edit: Edit, now: number): EditOutcome {
  const known = store.get<EditAnswer>('page-answers', edit.id);
  if (known !== undefined) return { answer: known };
  try {
    return store.atomically(() => carryOut(store, edit, now));
  } catch (error) {
    if (error instanceof Refusal) return { answer: { refused: error.message } };
    throw error;
  }
}

function carryOut(store: Store, edit: Edit, now: number): EditOutcome {
  const access = accessOf(store, edit.spreadsheet, edit.as);
  if (access !== 'write') throw new Refusal(access === 'none' ? REFUSED.noAccess : REFUSED.readOnly);
  const account = personOf(edit.as);
  const file = requireSpreadsheet(store, edit.spreadsheet, account, 'writer');
  const workbook = Workbook.edit(store, edit.spreadsheet, account, isOwner(file, account));
  const sheet = workbook.sheets.find(({ id }) => id === edit.sheetId);
  if (sheet === undefined) throw new Refusal(REFUSED.gone);
  const before = sheet.cell(edit.row, edit.column);
  const cells = meant(workbook, sheet, edit);
  checkMerges(sheet, edit);
  growTo(workbook, sheet, edit);
  checkProtection(workbook, sheet, edit);
  const rows = edit.cells.map((_cells, down) => sheet.row(edit.row + down));
  const left = edit.kind === 'undo' ? undo(store, workbook, sheet, edit, now) : enter(workbook, sheet, { ...edit, cells }, rows, now);
  workbook.save(store);
  const { version } = touchFile(store, file, account, now);
  const answer: EditAnswer = { ok: true, version, ...(left === undefined ? {} : { left }) };
  remember(store, edit.id, answer);
  if (edit.kind !== 'undo') keepBefore(store, edit, rows);
  return { answer, done: told(edit, sheet, before) };
}

const heightOf = ({ cells }: Edit): number => cells.length;
const widthOf = ({ cells }: Edit): number => Math.max(0, ...cells.map((row) => row.length));

/** Clearing a tick box unticks it; a tick is only for a tick box. */
function meant(workbook: Workbook, sheet: Sheet, edit: Edit): Edit['cells'] {
  return edit.cells.map((row, down) =>
    row.map((given, across) => {
      const cell = sheet.cell(edit.row + down, edit.column + across);
      const isTick = isTickBox(workbook.validation(cell));
      if (edit.kind === 'tick' && !isTick) throw new Refusal(REFUSED.notATick(placeOf(edit.row + down, edit.column + across)));
      if ((given === null || given === '') && isTick) return cell?.v === undefined ? '' : false;
      if (typeof given === 'string' && given.length > MOST_CHARACTERS)
        throw new Refusal(REFUSED.tooLong(placeOf(edit.row + down, edit.column + across)));
      return given ?? '';
    }),
  );
}

/** A paste must not touch merged cells, unless it is a single cell put into the first of them. */
function checkMerges(sheet: Sheet, edit: Edit): void {
  if (edit.kind !== 'paste' || (heightOf(edit) === 1 && widthOf(edit) === 1)) return;
  const [endRow, endColumn] = [edit.row + heightOf(edit), edit.column + widthOf(edit)];
  const touched = sheet.doc.merges.some(
    ({ startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 }) =>
      startRowIndex < endRow && endRowIndex > edit.row && startColumnIndex < endColumn && endColumnIndex > edit.column,
  );
  if (touched) throw new Refusal(REFUSED.merged(`${placeOf(edit.row, edit.column)}:${placeOf(endRow - 1, endColumn - 1)}`));
}

/** A paste beyond the last row or column adds some, dressed like the last row. */
function growTo(workbook: Workbook, sheet: Sheet, edit: Edit): void {
  const [rows, columns] = [edit.row + heightOf(edit), edit.column + widthOf(edit)];
  if (rows * columns > MOST_CELLS) throw new Refusal(REFUSED.outside);
  const grid = sheet.doc.properties.gridProperties;
  const last = sheet.row(sheet.rowCount - 1).map((cell) => dressOf(workbook, cell ?? undefined));
  for (let row = sheet.rowCount; row < rows && last.some((cell) => cell !== null); row += 1) sheet.setRow(row, last);
  grid.rowCount = Math.max(sheet.rowCount, rows);
  grid.columnCount = Math.max(sheet.columnCount, columns);
}

function dressOf(workbook: Workbook, cell: StoredCell | undefined): StoredCell | null {
  const { userEnteredFormat, dataValidation } = workbook.unpack(cell);
  return (
    workbook.pack({
      ...(userEnteredFormat === undefined ? {} : { userEnteredFormat }),
      ...(dataValidation === undefined ? {} : { dataValidation }),
    }) ?? null
  );
}

function checkProtection(workbook: Workbook, sheet: Sheet, edit: Edit): void {
  const protection = protectionsOf(workbook, sheet);
  eachCell(edit, (row, column) => {
    if (protection(row, column) === 'locked') throw new Refusal(REFUSED.protected(placeOf(row, column)));
  });
  const [endRow, endColumn] = [edit.row + heightOf(edit), edit.column + widthOf(edit)];
  const area = { sheetId: sheet.id, startRow: edit.row, endRow, startColumn: edit.column, endColumn };
  if (!isEditable(workbook, sheet, area))
    throw new Refusal(REFUSED.apart(`${placeOf(edit.row, edit.column)}:${placeOf(endRow - 1, endColumn - 1)}`));
}

/** Enters what was given. Of a paste the cells that a strict rule does not take are left out and named; anything else is refused whole. */
function enter(workbook: Workbook, sheet: Sheet, edit: Edit, before: readonly Row[], now: number): string | undefined {
  write(workbook, sheet, edit, now);
  const refused = refusedCells(workbook, sheet, edit);
  const [first] = refused;
  if (first === undefined) return undefined;
  const isAll = refused.length === edit.cells.flat().length;
  if (edit.kind !== 'paste' || isAll) throw new Refusal(REFUSED[first.why](placeOf(first.row, first.column)));
  return leaveOut(sheet, edit, refused, before);
}

/** What stood there before was there once, whatever rules say of it now. */
function undo(store: Store, workbook: Workbook, sheet: Sheet, edit: Edit, now: number): undefined {
  if (!putBack(store, sheet, edit)) write(workbook, sheet, { ...edit, cells: edit.cells.map((row) => row.map((cell) => cell ?? '')) }, now);
}

function write(workbook: Workbook, sheet: Sheet, edit: Edit, now: number): void {
  if (heightOf(edit) === 0 || widthOf(edit) === 0) return;
  const range = {
    sheetId: sheet.id,
    startRowIndex: edit.row,
    endRowIndex: edit.row + heightOf(edit),
    startColumnIndex: edit.column,
    endColumnIndex: edit.column + widthOf(edit),
  };
  writeValues(workbook, range, { values: edit.cells }, { valueInputOption: 'USER_ENTERED', now });
}

/** The last edits' ids, so that one sent again after a lost answer is known. */
function remember(store: Store, id: string, answer: EditAnswer): void {
  const place = String(store.count('page-edits') % REMEMBERED);
  const forgotten = store.get<string>('page-edit-places', place);
  if (forgotten !== undefined) {
    store.remove('page-answers', forgotten);
    forgetBefore(store, forgotten);
  }
  store.put('page-edit-places', place, id);
  store.put('page-answers', id, answer);
}

function told(edit: Edit, sheet: Sheet, before: StoredCell | undefined): PersonsEdit {
  const place = {
    spreadsheet: edit.spreadsheet,
    as: edit.as,
    sheetId: edit.sheetId,
    row: edit.row,
    column: edit.column,
    rows: heightOf(edit),
    columns: widthOf(edit),
  };
  if (place.rows !== 1 || place.columns !== 1) return place;
  const [value, oldValue] = [eventText(sheet.cell(edit.row, edit.column)), eventText(before)];
  return { ...place, ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) };
}

/** A value as Google puts it into the event: unformatted, truths in capitals. */
function eventText(cell: StoredCell | undefined): string | undefined {
  const value = scalarOf(cell);
  if (value === undefined) return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

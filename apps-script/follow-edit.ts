// After an edit has had its first answer: the whole register is checked, and what that finds is written wherever it belongs.
import { Problem } from '../rules/problem.ts';
import type { Tab } from '../rules/register/column.ts';
import { TABS } from '../rules/register/tabs.ts';
import { decideEdit, type SheetDecision } from '../rules/sheet/decide-edit.ts';
import { SAID } from '../rules/sheet/labels.ts';
import type { PersonsEdit } from '../rules/sheet/patched.ts';
import { locked } from './document-lock.ts';
import { areaOf, type EditEvent } from './edit-event.ts';
import { notWritable } from './not-writable.ts';
import { mergesOf, notesOf, refusal } from './people-tabs.ts';
import { rememberCodes, rememberedCodes } from './remembered-codes.ts';
import { type OpenBook, openBook } from './sheet-reading.ts';
import { moment, sheetSetting } from './sheet-setting.ts';

const WAIT = 5000; // milliseconds for somebody else's edit to be done with

/** What people fill in, and the plan. Our own tabs change no finding, and _Số chốt is long. */
const countsForAnEdit = ({ kind, key }: Tab): boolean => kind !== 'owned' || key === TABS.plan.key;

/**
 * Checks the register and writes what follows; what is to be said to the person comes back. The cells are read while the lock is held:
 * `book` holds none of them.
 */
export function followEdit(event: EditEvent, book: OpenBook): readonly string[] {
  return locked(WAIT, (isOurs) => follow(event.source, editOf(event), book, isOurs));
}

function editOf({ range, oldValue }: EditEvent): PersonsEdit {
  const before: unknown = oldValue;
  return {
    ...areaOf(range),
    sheetId: range.getSheet().getSheetId(),
    formulas: range.getFormulas(),
    ...(before === undefined || before === null ? {} : { oldValue: String(before) }),
  };
}

function follow(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  edit: PersonsEdit,
  known: OpenBook,
  isOurs: boolean,
): readonly string[] {
  const book = openBook(spreadsheet, Object.values(TABS), countsForAnEdit, known);
  const sheet = book.sheets.get(edit.sheetId);
  if (sheet === undefined) return [];
  const highest = rememberedCodes();
  const state = { reading: book.reading, merges: new Map([[edit.sheetId, mergesOf(sheet)]]), highest, locked: isOurs };
  const decision = decideEdit(state, edit, { ...sheetSetting(moment()), trustsPlan: true });
  const troubles = writeDecision(book, decision, edit.row + edit.rows - 1);
  if (troubles.length === 0) rememberCodes(highest, decision.highest); // numbers that were not written are still free
  const tidied = decision.tidied.length > 0 ? [SAID.tidied(decision.tidied)] : [];
  return [...tidied, ...decision.said, ...troubles];
}

/** What a person is told when an edit could not be followed; the log gets nothing of what people typed. */
export function troubleOfEdit(error: unknown): string {
  const problem = error instanceof Problem ? error : new Problem('BUG', { where: 'onEdit' });
  console.error(problem.code);
  return problem.userWithCode;
}

/** Writes into every tab that needs it; of tabs that Google closes to this person it says so. `upTo`: rows whose notes may be left over. */
export function writeDecision({ sheets, reading }: OpenBook, decision: SheetDecision, upTo: number | 'all'): string[] {
  const troubles: string[] = [];
  for (const tab of decision.tabs) {
    const sheet = sheets.get(tab.sheetId);
    const grid = reading.grids.get(tab.sheetId);
    if (sheet === undefined || grid === undefined || grid === 'missing') continue;
    const rows = upTo === 'all' ? sheet.getMaxRows() : Math.max(grid.length, tab === decision.tabs[0] ? upTo : 0);
    const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
    const change = decision.changeOf(tab, notesOf(sheet, { from: 1, to: rows, columns }));
    if (change.columns.length === 0 && change.notes === undefined) continue;
    const refused = refusal(sheet, change);
    if (refused === undefined) continue;
    const problem = notWritable(tab, refused.cause);
    console.error(problem.code);
    troubles.push(problem.userWithCode);
  }
  return troubles;
}

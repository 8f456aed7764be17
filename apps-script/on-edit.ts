// What happens when somebody changes cells: a simple trigger, so it may ask for nothing and has 30 seconds. Best effort: every turn checks anew.
import { Problem } from '../rules/problem.ts';
import type { Tab } from '../rules/register/column.ts';
import { TABS } from '../rules/register/tabs.ts';
import { dataTabOf, decideEdit, isRegister, type SheetDecision } from '../rules/sheet/decide-edit.ts';
import { SAID } from '../rules/sheet/labels.ts';
import type { PersonsEdit } from '../rules/sheet/patched.ts';
import { locked } from './document-lock.ts';
import { mergesOf, notesOf, notWritable, writeChange } from './people-tabs.ts';
import { rememberCodes, rememberedCodes } from './remembered-codes.ts';
import { type OpenBook, openBook } from './sheet-reading.ts';
import { moment, sheetSetting } from './sheet-setting.ts';

export type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

const WAIT = 5000; // milliseconds for somebody else's edit to be done with
const SHOWN = 12; // seconds

/** `ticked` is told of edits in Việc cần làm, where people's boxes stand. */
export function edited(event: EditEvent | undefined, ticked: (event: EditEvent) => void = () => undefined): void {
  if (event?.range === undefined) return; // run by hand in the script editor
  const spreadsheet = event.source;
  try {
    const sheetId = event.range.getSheet().getSheetId();
    if (sheetId === TABS.todo.sheetId) ticked(event);
    if (dataTabOf(sheetId) === undefined) return;
    const said = locked(WAIT, (isOurs) => follow(spreadsheet, editOf(event, sheetId), isOurs));
    if (said.length > 0) spreadsheet.toast(said.join(' '), SAID.title, SHOWN);
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('BUG', { where: 'onEdit' });
    console.error(problem.code); // nothing of what people typed
    spreadsheet.toast(problem.userWithCode, SAID.title, SHOWN);
  }
}

function editOf({ range, oldValue }: EditEvent, sheetId: number): PersonsEdit {
  const [row, column, rows, columns] = [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
  const before: unknown = oldValue;
  return {
    sheetId,
    row,
    column,
    rows,
    columns,
    formulas: range.getFormulas(),
    ...(before === undefined || before === null ? {} : { oldValue: String(before) }),
  };
}

/** What people fill in, and the plan. Our own tabs change no finding, and _Số chốt is long. */
const countsForAnEdit = ({ kind, key }: Tab): boolean => kind !== 'owned' || key === TABS.plan.key;

/** Reads, decides and writes; what is to be said to the person comes back. */
function follow(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, edit: PersonsEdit, isOurs: boolean): readonly string[] {
  const book = openBook(spreadsheet, Object.values(TABS), countsForAnEdit);
  const sheet = book.sheets.get(edit.sheetId);
  if (sheet === undefined || !isRegister(book.reading)) return [];
  const highest = rememberedCodes();
  const state = { reading: book.reading, merges: new Map([[edit.sheetId, mergesOf(sheet)]]), highest, locked: isOurs };
  const decision = decideEdit(state, edit, { ...sheetSetting(moment()), trustsPlan: true });
  const troubles = writeDecision(book, decision, edit.row + edit.rows - 1);
  if (troubles.length === 0) rememberCodes(highest, decision.highest); // numbers that were not written are still free
  const tidied = decision.tidied.length > 0 ? [SAID.tidied(decision.tidied)] : [];
  return [...tidied, ...decision.said, ...troubles];
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
    try {
      const change = decision.changeOf(tab, notesOf(sheet, rows, columns));
      if (change.columns.length === 0 && change.notes === undefined) continue;
      writeChange(sheet, change);
      SpreadsheetApp.flush(); // a refusal may come only now
    } catch (error) {
      const problem = error instanceof Problem ? error : notWritable(tab, error);
      console.error(problem.code);
      troubles.push(problem.userWithCode);
    }
  }
  return troubles;
}

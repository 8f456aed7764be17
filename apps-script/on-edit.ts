// What happens when somebody changes cells: a simple trigger, so it may ask for nothing and has 30 seconds. Best effort: every turn checks anew.
// What the edited cells say by themselves is told at once; then the whole register is checked, by the part of the script that takes longer.
import type { Tab } from '../rules/register/column.ts';
import { TABS } from '../rules/register/tabs.ts';
import { dataTabOf, isRegister } from '../rules/sheet/data-tabs.ts';
import { firstNotes, tabsInSight } from '../rules/sheet/first-look.ts';
import { SAID } from '../rules/sheet/labels.ts';
import type { Area } from '../rules/sheet/tab-change.ts';
import { areaOf, type EditEvent } from './edit-event.ts';
import { notesOf, refusal } from './people-tabs.ts';
import { type OpenBook, openBook, readRows } from './sheet-reading.ts';
import { trustedPlan } from './trusted-plan.ts';
import { BrokenScript, type WholeScript } from './whole.ts';

const SHOWN = 12; // seconds

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** `whole` gives the rest of the script. */
export function edited(event: EditEvent | undefined, whole: () => Pick<WholeScript, 'afterEdit'>): void {
  if (event?.range === undefined) return; // run by hand in the script editor
  const spreadsheet = event.source;
  try {
    const sheet = event.range.getSheet();
    const sheetId = sheet.getSheetId();
    if (sheetId === TABS.todo.sheetId) whole().afterEdit.answerTick(event); // people's boxes stand there
    const tab = dataTabOf(sheetId);
    if (tab === undefined) return;
    const book = openBook(spreadsheet, []);
    if (!isRegister(book.sheets)) return;
    tellAtOnce(spreadsheet, book, sheet, tab, areaOf(event.range));
    const said = whole().afterEdit.followEdit(event, book);
    if (said.length > 0) spreadsheet.toast(said.join(' '), SAID.title, SHOWN);
  } catch (error) {
    const trouble = error instanceof BrokenScript ? error.message : whole().afterEdit.troubleOfEdit(error);
    spreadsheet.toast(trouble, SAID.title, SHOWN);
  }
}

/** Puts the first notes. What Google refuses is left to the check that follows: it tries again and tells. */
function tellAtOnce(spreadsheet: Spreadsheet, book: OpenBook, sheet: Sheet, tab: Tab, edit: Area): void {
  const grid = readRows(book, sheet, tab, edit);
  if (grid === 'missing') return;
  const seen = openBook(spreadsheet, tabsInSight(tab, grid, edit), undefined, book);
  const reading = { ...seen.reading, grids: new Map([...seen.reading.grids, [tab.sheetId, grid]]) };
  const columns = grid.reduce((most, { length }) => Math.max(most, length), 0);
  const notes = firstNotes(reading, tab, edit, trustedPlan, () => notesOf(sheet, { from: edit.row, to: grid.length, columns }));
  if (notes !== undefined) refusal(sheet, { tab, columns: [], notes });
}

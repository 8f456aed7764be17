// What Google calls in the sheet at every opening and every edit: it is evaluated each time, so it holds no more than these two need. All else
// is in whole-script.ts, which is evaluated when something asks for it. The build turns each export into a global function; nothing here runs by
// being loaded.
import type { EditEvent } from './edit-event.ts';
import { MENU } from './labels.ts';
import { edited } from './on-edit.ts';
import { wholeScript } from './whole.ts';
import { isStandalone, isSuperiorBook, lacksFunctions } from './workbook-kind.ts';

/** By this the global functions of the whole script reach it. */
export const whole = wholeScript;

/** The menu appears when the workbook opens: a simple trigger, no authorisation. */
export function onOpen(): void {
  const menu = SpreadsheetApp.getUi().createMenu(MENU.title);
  if (lacksFunctions(SpreadsheetApp.getActive())) {
    menu.addItem(MENU.help, 'showHelp').addItem(MENU.switchOff, 'automationOff').addToUi(); // off: it may have been on before
    return;
  }
  // a superior's workbook has no members: nothing to check row by row, and nothing to import; its reports are not revised by the menu
  const isSuperior = isSuperiorBook(SpreadsheetApp.getActive());
  if (!isSuperior) menu.addItem(MENU.check, 'checkWholeRegister');
  menu
    .addItem(MENU.refresh, 'refreshProgress')
    .addItem(MENU.preview, 'showPreview')
    .addItem(MENU.approve, 'showApproval')
    .addItem(MENU.adHoc, 'showAdHoc');
  if (!isSuperior) menu.addItem(MENU.revise, 'reviseReport');
  menu.addSeparator();
  if (!isSuperior) menu.addItem(MENU.panel, 'showPanel').addItem(MENU.importMembers, 'showImport');
  menu.addItem(MENU.repair, 'repairRegister').addItem(MENU.help, 'showHelp').addSeparator();
  if (isStandalone()) menu.addItem(MENU.switchOn, 'automationOn').addItem(MENU.switchOff, 'automationOff').addToUi();
  else menu.addItem(MENU.pair, 'pairWithFunctions').addToUi();
}

/** A simple trigger: what people change is checked at once. */
export function onEdit(event: EditEvent | undefined): void {
  edited(event, whole);
}

// "Kết nối với máy chủ…": the administrator types the code that `npx ishc pair` printed, once for each register.
import { Problem } from '../rules/problem.ts';
import { callFunction } from './call-functions.ts';
import { CONNECT, TOLD } from './labels.ts';

/** Asks for the code, shows it to the functions and tells what they say. Closing the question ends it. */
export function connectToFunctions(): void {
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(CONNECT.title, CONNECT.ask, ui.ButtonSet.OK_CANCEL);
  const code = asked.getResponseText().trim();
  if (asked.getSelectedButton() !== ui.Button.OK || code === '') return;
  try {
    ui.alert(callFunction('pairRegister', { code }).said);
  } catch (error) {
    if (!(error instanceof Problem)) console.error(error);
    ui.alert(error instanceof Problem ? error.userWithCode : TOLD.bug);
  }
}

// All that Google calls in the sheet apart from its opening and its edits: menu actions, what dialogs ask for, the hourly trigger. The build turns
// each exported function into a global one, which evaluates this part of the script first: see whole.ts.
import type {
  DecisionsGiven,
  DefaultsGiven,
  ImportChanged,
  ImportDone,
  ImportPreview,
  ImportStart,
  Mapping,
} from '../rules/import/import-content.ts';
import type { CheckResult, Panel, RecordsBehind } from '../rules/reporting/panel-content.ts';
import type { Granted } from '../rules/reporting/wish.ts';
import { automationOwner, switchOff, switchOn } from './automation.ts';
import { callFunction } from './call-functions.ts';
import { chosenAmong } from './choose-report.ts';
import { openDialog, openPage, openPanel } from './dialogs.ts';
import { followEdit, troubleOfEdit } from './follow-edit.ts';
import { answered, guarded, servedHere } from './guarded.ts';
import * as members from './import-members.ts';
import { DIALOG, MENU, TOLD } from './labels.ts';
import * as actions from './menu-actions.ts';
import { sheetTurn } from './sheet-turn.ts';
import { answerTick } from './tick-answers.ts';

/** Not for Google: what an edit needs when its first answer is given. */
export const afterEdit = { followEdit, troubleOfEdit, answerTick };

/** Standalone: the trigger that people switch on. */
export function hourlyTurn(): void {
  answered(servedHere); // its owner reads in Google's mail why nothing is done in a superior's workbook
  if (automationOwner() !== undefined) sheetTurn(undefined, true);
}

export function checkWholeRegister(): void {
  guarded(() => openDialog('check', DIALOG.check));
}
export function showPreview(): void {
  guarded(() => openDialog('preview', DIALOG.preview));
}
export function showApproval(): void {
  guarded(() => openDialog('approve', DIALOG.approve));
}
export function showAdHoc(): void {
  guarded(() => openDialog('ad-hoc', DIALOG.adHoc));
}
export function showImport(): void {
  guarded(() => openDialog('import', DIALOG.importMembers));
}
export function showHelp(): void {
  guarded(() => openDialog('help', DIALOG.help), 'anywhere');
}
export function showPanel(): void {
  guarded(() => openPanel('panel', DIALOG.panel));
}

export function refreshProgress(): void {
  guarded(() => {
    toast(TOLD.working);
    toast(actions.refresh().said);
  });
}

export function repairRegister(): void {
  guarded(() => {
    const ui = SpreadsheetApp.getUi();
    if (ui.alert(MENU.repair, TOLD.repairAsk, ui.ButtonSet.OK_CANCEL) !== ui.Button.OK) return;
    toast(TOLD.repairing);
    ui.alert(actions.repair().said);
  });
}

/** Asks which of the reports that were sent is to be replaced; of one alone, whether. */
export function reviseReport(): void {
  guarded(() => {
    const ui = SpreadsheetApp.getUi();
    const chosen = chosenAmong(actions.revisable());
    if (chosen === 'none') ui.alert(TOLD.nothingSent);
    else if (chosen === 'unknown') ui.alert(TOLD.reviseNone);
    else if (chosen !== undefined) ui.alert(actions.revise(chosen.report).said);
  });
}

/** Connected: once, by the administrator, with the code that `npx ishc pair` prints. */
export function pairWithFunctions(): void {
  guarded(() => {
    const ui = SpreadsheetApp.getUi();
    const answer = ui.prompt(MENU.pair, TOLD.pairAsk, ui.ButtonSet.OK_CANCEL);
    if (answer.getSelectedButton() !== ui.Button.OK) return;
    ui.alert(callFunction('pairRegister', { code: answer.getResponseText() }).said);
  });
}

export function automationOn(): void {
  guarded(() => {
    const done = switchOn();
    SpreadsheetApp.getUi().alert(done === 'on' ? TOLD.on(automationOwner() ?? '') : TOLD.alreadyOn);
  });
}
export function automationOff(): void {
  guarded(() => {
    SpreadsheetApp.getUi().alert(switchOff() === 'off' ? TOLD.off : TOLD.wasOff);
  }, 'anywhere');
}

const SECONDS = 8;
const toast = (text: string): void => SpreadsheetApp.getActive().toast(text, MENU.title, SECONDS);

// What the dialogs call: plain JSON in and out, trouble as the message of an Error.
export function panelData(): Panel {
  return answered(actions.panel);
}
export function panelRecords(target: string, club?: string): RecordsBehind {
  return answered(() => actions.records(target, club));
}
export function jumpTo(sheetId: number, row: number, column: number): void {
  answered(() => actions.jump(sheetId, row, column));
}
export function previewData(report?: string): actions.Previewed {
  return answered(() => actions.preview(report));
}
/** Bảng kê số liệu đã chốt, over the dialog that asked for it. */
export function frozenList(report: string): void {
  answered(() => openPage(actions.listToSign(report), DIALOG.frozenList));
}
export function testReport(report: string): Granted {
  return answered(() => actions.test(report));
}
export function approveAndSend(report: string, approver: string): Granted {
  return answered(() => actions.approveAndSend(report, approver));
}
export function requestAdHoc(title: string, from: string, cutOff: string, due: string): Granted {
  return answered(() => actions.requestAdHoc(title, from, cutOff, due));
}
export function checkData(): CheckResult {
  return answered(actions.check);
}
export function importStart(): ImportStart {
  return answered(members.importStart);
}
export function importPreview(text: string, mapping: Mapping, defaults: DefaultsGiven, decisions: DecisionsGiven): ImportPreview {
  return answered(() => members.importPreview({ text, mapping, defaults, decisions }));
}
export function importConfirm(
  text: string,
  mapping: Mapping,
  defaults: DefaultsGiven,
  decisions: DecisionsGiven,
  previewHash: string,
): ImportDone | ImportChanged {
  return answered(() => members.importConfirm({ text, mapping, defaults, decisions }, previewHash));
}

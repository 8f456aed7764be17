// What each menu action does. Connected, the functions write and send; standalone, the turn runs here. What is shown is worked out here
// whenever the functions cannot be reached, and says so.

import { isoDate, localTime } from '../rules/calendar-date.ts';
import { grantedBy } from '../rules/cycle.ts';
import { Problem, type ProblemCode } from '../rules/problem.ts';
import type { Reading } from '../rules/register/grid.ts';
import { TABS } from '../rules/register/tabs.ts';
import { frozenList } from '../rules/reporting/frozen-list.ts';
import { checkResultOf, panelOf } from '../rules/reporting/panel.ts';
import type { CheckResult, Panel, RecordsBehind } from '../rules/reporting/panel-content.ts';
import { previewReport } from '../rules/reporting/preview.ts';
import type { ReportPreview } from '../rules/reporting/preview-content.ts';
import { recordsBehind } from '../rules/reporting/records-behind.ts';
import { review } from '../rules/reporting/review.ts';
import { type Revisable, revisableReports } from '../rules/reporting/revisable.ts';
import { testLetter } from '../rules/reporting/test-mail.ts';
import type { Granted } from '../rules/reporting/wish.ts';
import { SAID } from '../rules/reporting/wish-labels.ts';
import { actingAs } from './automation.ts';
import { callFunction } from './call-functions.ts';
import { checkWhole } from './check-whole.ts';
import { TOLD } from './labels.ts';
import { mail } from './lazy.ts';
import { sheetReading } from './sheet-reading.ts';
import { moment, sheetSetting } from './sheet-setting.ts';
import { sheetShell } from './sheet-shell.ts';
import { sheetRepair, sheetTurn } from './sheet-turn.ts';
import { countTest } from './test-limit.ts';
import { isStandalone } from './workbook-kind.ts';

const openRegister = (): Reading => sheetReading(SpreadsheetApp.getActive(), Object.values(TABS));

/** The owned tabs are brought up to date: by the functions, or by a turn of one's own. */
export function refresh(): Granted {
  if (!isStandalone()) return callFunction('refreshRegister', {});
  const { waitUntil } = sheetTurn();
  const register = SpreadsheetApp.getActive().getId();
  if (waitUntil !== undefined) throw new Problem('REGISTER_BUSY', { register, until: localTime(waitUntil) });
  return { said: SAID.refreshed(localTime(moment())) };
}

/** The structure comes back; what people typed stays as it is. */
export function repair(): Granted {
  if (!isStandalone()) return callFunction('refreshRegister', { repair: true });
  sheetRepair();
  sheetTurn();
  return { said: TOLD.repaired };
}

/** Checks everything here, at once; then has the owned tabs brought up to date, and says where that was not possible. */
export function check(): CheckResult {
  const { review: found, said } = checkWhole(SpreadsheetApp.getActive(), moment());
  const notes = [...said, ...refreshNote()];
  if (found === undefined) return { summary: { error: 0, warning: 0, hint: 0 }, findings: [], notes, unjudged: true };
  return { ...checkResultOf(found), notes };
}

/** Trouble on the way to the functions is no trouble of the check. */
function refreshNote(): string[] {
  try {
    refresh();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [TOLD.notWritten(error.userWithCode)];
  }
}

export function panel(): Panel {
  const reading = openRegister();
  const now = moment();
  return panelOf(review(reading, sheetSetting(now)), reading, now);
}

export const records = (target: string, club: string | undefined): RecordsBehind =>
  recordsBehind(review(openRegister(), sheetSetting(moment())), target, club);

export type Previewed = ReportPreview & { readonly source: 'functions' | 'sheet'; readonly note?: string };

/** Codes that mean: the functions did not answer, and nothing is wrong with the register. */
const NO_FUNCTIONS: readonly ProblemCode[] = ['FUNCTIONS_NOT_SET', 'FUNCTIONS_UNREACHABLE', 'FUNCTIONS_NO_ANSWER', 'SCRIPT_NOT_ALLOWED'];

/** What the functions would send now; where they cannot be asked, the same rules work it out here. */
export function preview(report: string | undefined): Previewed {
  const here = (note?: string): Previewed => ({
    ...previewReport(openRegister(), sheetSetting(moment()), report),
    source: 'sheet',
    ...(note === undefined ? {} : { note }),
  });
  if (isStandalone()) return here();
  try {
    return { ...callFunction('previewReport', report === undefined ? {} : { report }), source: 'functions' };
  } catch (error) {
    if (!(error instanceof Problem) || !NO_FUNCTIONS.includes(error.code)) throw error;
    return here(error.code === 'SCRIPT_NOT_ALLOWED' ? TOLD.previewedNotAllowed : TOLD.previewedHere);
  }
}

/** The page to print and sign; it is made here and goes nowhere. */
export const listToSign = (report: string): string =>
  mail().printList(frozenList(sheetReading(SpreadsheetApp.getActive(), [TABS.frozen]), report, moment()));

/** The mail as it would go out now, to the person at the keyboard alone: by the functions, or from one's own account. */
export function test(report: string): Granted {
  if (!isStandalone()) return callFunction('testReport', { report });
  const [me, now] = [actingAs(), moment()];
  countTest(now);
  const letter = testLetter(openRegister(), sheetSetting(now), { to: me, mailbox: me, report });
  const shell = sheetShell({ tabs: [], register: SpreadsheetApp.getActive().getId(), now });
  shell.send(shell.draft(letter).draft);
  return { said: SAID.tested(me) };
}

/** Records the approval and sends; standalone it is sent by the mailbox that the automation belongs to. */
export function approveAndSend(report: string, approver: string): Granted {
  if (!isStandalone()) return callFunction('submitReport', { report, approver });
  const asked = { by: actingAs(), at: moment() };
  return grantedBy(sheetTurn({ kind: 'approve', report, approver, send: true, asked }), SpreadsheetApp.getActive().getId());
}

/** Records a report on directive; days are yyyy-mm-dd. */
export function requestAdHoc(title: string, from: string, cutOff: string, due: string): Granted {
  if (!isStandalone()) return callFunction('requestReport', { title, from, cutOff, due });
  const [first, last, until] = [from, cutOff, due].map((text) => isoDate(text));
  if (first === undefined || last === undefined || until === undefined) throw new Problem('AD_HOC_INVALID', { fault: 'window' });
  const wish = { kind: 'adHoc', title, from: first, cutOff: last, due: until, asked: { by: actingAs(), at: moment() } } as const;
  return grantedBy(sheetTurn(wish), SpreadsheetApp.getActive().getId());
}

/** The reports that may be replaced, worked out here. */
export const revisable = (): Revisable[] => revisableReports(openRegister(), sheetSetting(moment()));

/** Records that a report is to be replaced. */
export function revise(report: string): Granted {
  if (!isStandalone()) return callFunction('reviseReport', { report });
  const wish = { kind: 'revise', report, asked: { by: actingAs(), at: moment() } } as const;
  return grantedBy(sheetTurn(wish), SpreadsheetApp.getActive().getId());
}

/** Shows a cell, its tab too where it is hidden; 0-based. */
export function jump(sheetId: number, row: number, column: number): void {
  const workbook = SpreadsheetApp.getActive();
  const sheet = workbook.getSheets().find((one) => one.getSheetId() === sheetId);
  if (sheet === undefined) throw new Problem('TAB_GONE', { sheetId });
  if (sheet.isSheetHidden()) sheet.showSheet();
  sheet.activate();
  sheet.getRange(row + 1, column + 1).activate();
}

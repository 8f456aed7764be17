// What Google calls in the sheet. The build turns each export into a global function; nothing here runs by being loaded.
import type { Instant } from '../rules/calendar-date.ts';
import { summaryOf } from '../rules/findings/finding.ts';
import type { Plan } from '../rules/plan/schema.ts';
import { Problem } from '../rules/problem.ts';
import { TABS } from '../rules/register/tabs.ts';
import { review } from '../rules/reporting/review.ts';
import { MENU, TOLD } from './labels.ts';
import { sheetReading } from './sheet-reading.ts';

const SHOWN = 8;

/** The menu appears when the workbook opens: a simple trigger, no authorisation. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu(MENU.title).addItem(MENU.check, 'checkWholeRegister').addToUi();
}

/** Checks the whole register as the functions would, and tells what was found. Writes nothing. */
export function checkWholeRegister(): void {
  const ui = SpreadsheetApp.getUi();
  try {
    const reading = sheetReading(SpreadsheetApp.getActive(), Object.values(TABS));
    const { findings } = review(reading, { now: Date.now() as Instant, parsePlan: (json) => JSON.parse(json) as Plan });
    const lines = findings.slice(0, SHOWN).map(({ message, repair }) => `${message} ${repair}`);
    const more = findings.length > SHOWN ? [TOLD.more(findings.length - SHOWN)] : [];
    ui.alert(findings.length === 0 ? TOLD.clean : [TOLD.found(summaryOf(findings)), ...lines, ...more].join('\n\n'));
  } catch (error) {
    if (!(error instanceof Problem)) console.error(error);
    ui.alert(error instanceof Problem ? error.userWithCode : TOLD.bug);
  }
}

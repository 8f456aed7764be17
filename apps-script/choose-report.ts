// Which report a person means: by a number where there are several, by a yes where there is one.
import type { Revisable } from '../rules/reporting/revisable.ts';
import { MENU, TOLD } from './labels.ts';

/** The chosen one; undefined when the person went back. */
export function chosenAmong(reports: readonly Revisable[]): Revisable | 'none' | 'unknown' | undefined {
  const ui = SpreadsheetApp.getUi();
  const [first, ...others] = reports;
  if (first === undefined) return 'none';
  if (others.length === 0)
    return ui.alert(MENU.revise, TOLD.reviseOne(first.label), ui.ButtonSet.OK_CANCEL) === ui.Button.OK ? first : undefined;
  const labels = reports.map(({ label }) => label);
  const answer = ui.prompt(MENU.revise, TOLD.reviseWhich(labels), ui.ButtonSet.OK_CANCEL);
  if (answer.getSelectedButton() !== ui.Button.OK) return undefined;
  return reports[Number(answer.getResponseText().trim()) - 1] ?? 'unknown';
}

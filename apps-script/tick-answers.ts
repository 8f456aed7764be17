// The boxes of Việc cần làm when somebody ticks or clears one: a word beside it at once, so that a phone shows that it was heard. What was
// asked for is done by the next turn; only the check is done here and now.

import { Problem } from '../rules/problem.ts';
import { type TickName, TODO_APPROVER, TODO_TICKS } from '../rules/register/todo-layout.ts';
import { tickChecked, tickReceived } from '../rules/reporting/ticks.ts';
import { checkWhole } from './check-whole.ts';
import type { EditEvent } from './edit-event.ts';
import { moment } from './sheet-setting.ts';
import { isStandalone, isSuperiorBook, lacksFunctions } from './workbook-kind.ts';

/** Minutes until a turn has looked, at the latest: the sweep of the functions, or the hourly trigger. */
const WITHIN = { connected: 15, standalone: 60 } as const;

/** Answers every box that the edit covers. */
export function answerTick({ range, source }: EditEvent): void {
  const [top, left, rows, columns] = [range.getRow() - 1, range.getColumn() - 1, range.getNumRows(), range.getNumColumns()];
  const covers = (row: number, column: number) => row >= top && row < top + rows && column >= left && column < left + columns;
  const chosen = covers(TODO_APPROVER.value.row, TODO_APPROVER.value.column); // who approved, asked for beside the box
  const isEdited = (name: TickName) => covers(TODO_TICKS[name].tick.row, TODO_TICKS[name].tick.column);
  const names = (Object.keys(TODO_TICKS) as TickName[]).filter((name) => isEdited(name) || (chosen && name === 'approved'));
  if (names.length === 0) return;
  const sheet = range.getSheet();
  const now = moment();
  const isUnserved = lacksFunctions(source);
  const within = isStandalone() ? WITHIN.standalone : WITHIN.connected;
  for (const name of names) {
    const { tick, answer } = TODO_TICKS[name];
    const box = sheet.getRange(tick.row + 1, tick.column + 1);
    const beside = sheet.getRange(answer.row + 1, answer.column + 1);
    const isTicked = box.getValue() === true;
    if (!isTicked && !isEdited(name)) continue;
    if (isUnserved) {
      beside.setValue(isTicked ? new Problem('SUPERIOR_NEEDS_FUNCTIONS', {}).userWithCode : '');
      box.setValue(false);
    } else if (name !== 'recheck' || isSuperiorBook(source)) {
      beside.setValue(tickReceived(isTicked, now, within));
    } else if (isTicked) {
      const { summary } = checkWhole(source, now);
      beside.setValue(tickChecked(summary, now, within));
      box.setValue(false);
    }
  }
}

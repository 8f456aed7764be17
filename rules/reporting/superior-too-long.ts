// Cells of a superior's own tabs with far too long a text: they are not read, so Việc cần làm names them. The text itself is shown nowhere.
import { columnLetters } from '../register/a1.ts';
import { lengthOf, longestOf } from '../register/read-cell.ts';
import type { TabReading } from '../register/read-tab.ts';
import type { TodoLine } from './life-lines.ts';
import { SUPERIOR_TODO } from './superior-labels.ts';
import type { SuperiorWorkbook } from './superior-review.ts';

const MOST = 5;

/** The first few of them, a line each, with the place to mend it. */
export function tooLongLines(workbook: SuperiorWorkbook): TodoLine[] {
  const lines: TodoLine[] = [];
  for (const { tab, rows, columnAt } of Object.values<TabReading>(workbook)) {
    for (const { row, faults } of rows) {
      for (const { column: key, kind, shown } of faults) {
        const column = tab.columns[key];
        if (kind !== 'tooLong' || column === undefined) continue;
        const place = { label: tab.title, sheetId: tab.sheetId, a1: `${columnLetters(columnAt.get(key) ?? 0)}${row}` };
        const longest = longestOf(tab, column);
        lines.push({
          task: SUPERIOR_TODO.tooLong(tab.title, row, column.header),
          status: SUPERIOR_TODO.tooLongStatus(lengthOf(column, shown)),
          place,
          advice: SUPERIOR_TODO.tooLongAdvice(longest),
        });
      }
    }
  }
  return lines.slice(0, MOST);
}

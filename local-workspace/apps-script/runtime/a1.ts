// A1 notation as scripts use it, to places and back.
import type { Place } from '../calls.ts';
import type { TabFacts } from './open-workbook.ts';

const letters = (column: number): string => {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
};

const columnOf = (text: string): number => [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** "B2" or "B2:D4". */
export function a1Of({ row, column, rows, columns }: Place): string {
  const first = `${letters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${letters(column + columns - 1)}${row + rows}`;
}

/** The title before the exclamation mark, when there is one, and the cells behind it. */
export function splitA1(text: string): { readonly title: string | undefined; readonly cells: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(text);
  if (match === null) return { title: undefined, cells: text };
  return { title: match[1]?.replaceAll("''", "'") ?? match[2], cells: match[3] ?? '' };
}

/** The place that cells such as "A2:D", "5:7" or "C3" name on a tab; undefined when they name none. */
export function cellsOn(tab: TabFacts, cells: string): Place | undefined {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(cells);
  if (match === null || cells === '') return undefined;
  const [, left = '', top = '', right, bottom] = match;
  if (right === undefined && (left === '' || top === '')) return undefined;
  const from = (text: string, otherwise: number): number => (text === '' ? otherwise : Number(text) - 1);
  const rows = [from(top, 0), right === undefined ? from(top, 0) : from(bottom ?? '', tab.rows - 1)].sort((one, other) => one - other);
  const first = left === '' ? 0 : columnOf(left);
  const last = right === undefined ? first : right === '' ? tab.columns - 1 : columnOf(right);
  const [row = 0, end = 0] = rows;
  const column = Math.min(first, last);
  return { sheetId: tab.sheetId, row, column, rows: end - row + 1, columns: Math.abs(last - first) + 1 };
}

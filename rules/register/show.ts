// A value as people see it: what messages print, and what the reader of the same column takes back unchanged.
import { fromSerial, viDate } from '../calendar-date.ts';
import { cellText } from './cell.ts';
import type { Choice, Column, ColumnType, ColumnTypes } from './column.ts';
import type { CellValue } from './grid.ts';
import { viBirth } from './read-date.ts';
import { viNumber } from './read-number.ts';

const labelOf = (choices: readonly Choice[], key: string): string => choices.find((choice) => choice.key === key)?.label ?? key;

const SHOW: { readonly [K in ColumnType]: (value: ColumnTypes[K], choices: readonly Choice[]) => string } = {
  text: (text) => text,
  code: (code) => code,
  reference: (code) => code,
  choice: (key, choices) => labelOf(choices, key),
  choices: (keys, choices) => keys.map((key) => labelOf(choices, key)).join('; '),
  date: viDate,
  birth: viBirth,
  year: String,
  money: viNumber,
  count: viNumber,
  tick: (ticked) => (ticked ? 'Có' : 'Không'),
};

/** `05/03/2024`, `1.234.567`, `Hộ cận nghèo`. Choices of the plan or of another tab are given; without them their keys are shown. */
export function showValue<T extends ColumnType>(column: Column<T>, value: ColumnTypes[T], choices?: readonly Choice[]): string {
  const type: T = column.type;
  return SHOW[type](value, choices ?? (column.list?.from === 'list' ? column.list.choices : []));
}

/** A cell as it stands, for messages on what could not be read: a serial where a date is wanted is shown as that date. */
export function showCell(column: Column, cell: CellValue): string {
  if (cell === null) return '(trống)';
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không';
  if (typeof cell === 'string') return cellText(cell) === '' ? '(trống)' : cellText(cell);
  const dated = (column.type === 'date' || column.type === 'birth') && cell > 2100 ? fromSerial(cell) : undefined;
  if (dated !== undefined) return viDate(dated);
  return String(cell).replace('.', ',');
}

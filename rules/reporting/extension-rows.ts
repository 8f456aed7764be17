// What the superior granted this unit, as the schedule brings it: kept in a row of _Số chốt, so that a wish made in the register knows of it.
import { isoDate } from '../calendar-date.ts';
import type { Block } from '../conversation.ts';
import { TABS } from '../register/tabs.ts';
import { EXTENSIONS_ROW, fieldRows } from './frozen-rows.ts';
import type { Extension } from './lateness.ts';

/** The field of _Số chốt that holds what was granted. */
export const EXTENSION_FIELD = 'extensions';

/** The one row, whatever was granted. A list too long for it is a fault of the superior's workbook, told there. */
export const extensionsBlock = (key: string, extensions: readonly Extension[]): Block => ({
  sheetId: TABS.frozen.sheetId,
  row: EXTENSIONS_ROW,
  column: 0,
  cells: fieldRows(key, EXTENSION_FIELD, JSON.stringify(extensions)).slice(0, 1),
  rest: false,
});

/** What was granted; a text that people edited grants nothing. */
export function extensionsFrom(fields: ReadonlyMap<string, string>): Extension[] {
  try {
    const list: unknown = JSON.parse(fields.get(EXTENSION_FIELD) ?? '[]');
    return Array.isArray(list) ? list.filter(isExtension) : [];
  } catch {
    return []; // the next turn of the schedule writes it anew
  }
}

const isExtension = (value: unknown): value is Extension => {
  if (typeof value !== 'object' || value === null) return false;
  const { unit, period, until, reason, by } = value as Readonly<Record<string, unknown>>;
  return [unit, period, reason, by].every((part) => typeof part === 'string') && typeof until === 'string' && isoDate(until) !== undefined;
};

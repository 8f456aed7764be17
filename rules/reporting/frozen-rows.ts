// How _Số chốt keeps what belongs to one report: rows by its place, in areas that never overlap, so that who publishes, who
// approves and who answers at the same time write different cells.
import type { OwnedCell } from '../conversation.ts';
import { chunksOf, joinChunks } from '../register/chunks.ts';
import type { Row } from '../register/read-tab.ts';
import type { TABS } from '../register/tabs.ts';

/** Rows of _Số chốt kept for each report. */
export const FROZEN_STRIDE = 64;
/** The first rows, before those of any report: the figures of the period under way. Reminders follow, a row for each day of the month. */
export const LIVE_ROWS = 32;
/** The last row before those of any report: what the superior granted. */
export const EXTENSIONS_ROW = FROZEN_STRIDE;
/** From the report's first row on: what was published, at most so many rows. */
export const PUBLISHED_ROWS = 34;
/** Then what was approved. */
export const APPROVED_AT = PUBLISHED_ROWS;
export const APPROVED_ROWS = 24;
/** Then what its receivers answered: a row for the receipt, the others for what is to be mended. */
export const ANSWERS_AT = APPROVED_AT + APPROVED_ROWS;
export const ANSWER_ROWS = 5;
/** The last row: why there is a report at all, where no schedule has it. */
export const REQUEST_AT = ANSWERS_AT + ANSWER_ROWS;

/** One field as rows: key, field, part, text. */
export const fieldRows = (key: string, field: string, text: string): OwnedCell[][] =>
  chunksOf(text).map((part, index): OwnedCell[] => [key, field, index + 1, part]);

export const BLANK_ROW: readonly OwnedCell[] = [null, null, null, null];

/** Throws where an area is too small: nothing is cut off silently. */
export function withinArea(key: string, rows: readonly (readonly OwnedCell[])[], room: number): readonly (readonly OwnedCell[])[] {
  if (rows.length > room) throw new Error(`${key}: ${rows.length} frozen rows do not fit in ${room}`);
  return rows;
}

/** The texts of every key by field; a field of which a part is missing or doubled is left out. */
export function fieldsOf(rows: readonly Pick<Row<typeof TABS.frozen>, 'values'>[]): Map<string, Map<string, string>> {
  const parts = new Map<string, Map<string, { part: number; text: string }[]>>();
  for (const { values } of rows) {
    const { key, field, part, value } = values;
    if (key === undefined || field === undefined || part === undefined || value === undefined) continue;
    const ofKey = parts.get(key) ?? new Map<string, { part: number; text: string }[]>();
    ofKey.set(field, [...(ofKey.get(field) ?? []), { part, text: value }]);
    parts.set(key, ofKey);
  }
  return new Map(
    [...parts].map(([key, ofKey]) => [
      key,
      new Map(
        [...ofKey].flatMap(([field, list]): [string, string][] => {
          const text = joinChunks(list);
          return text === undefined ? [] : [[field, text]];
        }),
      ),
    ]),
  );
}

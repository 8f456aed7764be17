// Where _Số chốt keeps what became of each reminder: a row for each day of the month, before the rows of the first report.
// A day's row is taken by the same day of a later month, so that nothing is ever moved. docs/decisions/016 says why that is enough.
import { dayOf, type IsoDate, isoDate } from '../calendar-date.ts';
import type { Block, Line } from '../conversation.ts';
import type { Row } from '../register/read-tab.ts';
import { TABS } from '../register/tabs.ts';
import { LIVE_ROWS } from './frozen-rows.ts';
import { parseLine } from './line-text.ts';

/** The field of _Số chốt that holds a reminder's line. */
export const REMINDER_FIELD = 'reminder';

export interface ReminderEntry {
  readonly line: Line;
  /** the day it is of: the last part of its key */
  readonly day: IsoDate;
  /** keys of the reports it is about */
  readonly about: readonly string[];
  /** 0-based */
  readonly row: number;
}

/** One a day for each workbook: `${plan}/${unit}/nhac/${day}`. */
export const reminderKey = (plan: string, unit: string, day: IsoDate): string => `${plan}/${unit}/nhac/${day}`;

/** The row of a day, 0-based: header, then the figures of the period under way, then 31 of these. */
export const reminderRow = (day: IsoDate): number => LIVE_ROWS + dayOf(day);

/** A line as its row, with the keys of the reports it is about. */
export function reminderBlock(row: number, { key, ...line }: Line, about: readonly string[]): Block {
  const cells = [[key, REMINDER_FIELD, 1, JSON.stringify({ ...line, about })]];
  return { sheetId: TABS.frozen.sheetId, row, column: 0, cells, rest: false };
}

/** Every reminder that _Số chốt remembers; a row that somebody changed into something else is none. */
export function remindersIn(rows: readonly Pick<Row<typeof TABS.frozen>, 'row' | 'values'>[]): ReminderEntry[] {
  return rows.flatMap(({ row, values }): ReminderEntry[] => {
    const { key, field, value } = values;
    if (field !== REMINDER_FIELD || key === undefined || value === undefined) return [];
    const line = parseLine(key, value);
    const day = isoDate(key.slice(-'yyyy-mm-dd'.length));
    return line === undefined || day === undefined ? [] : [{ line, day, about: aboutIn(value), row: row - 1 }];
  });
}

function aboutIn(text: string): string[] {
  const { about } = JSON.parse(text) as { readonly about?: unknown }; // parseLine has read it before
  return Array.isArray(about) ? about.filter((key): key is string => typeof key === 'string') : [];
}

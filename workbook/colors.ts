// Colours that follow what a cell says: results of checks, statuses of targets, a heartbeat that has stopped.
import { STATUS_LABELS } from '../rules/progress/labels.ts';
import type { Status } from '../rules/progress/progress.ts';
import type { Tab } from '../rules/register/column.ts';
import { bodyOf, color, type Placed } from './look.ts';
import type { CellFormat, Condition, ConditionalFormatRule } from './sheets-json.ts';

const RED = '#f4c7c3';
const AMBER = '#fce8b2';
const GREEN = '#b7e1cd';
const GREY = '#e8eaed';

const SEVERITIES: readonly (readonly [string, string])[] = [
  ['Phải sửa', RED],
  ['Cần xem lại', AMBER],
];
const STATUSES: Readonly<Record<Status, string | undefined>> = {
  met: GREEN,
  beyond: GREEN,
  notMet: RED,
  outside: AMBER,
  noData: AMBER,
  unjudged: AMBER,
  notDue: GREY,
  noSubject: GREY,
};

const fill = (hex: string): CellFormat => ({ backgroundColorStyle: color(hex) });
const starts = (text: string): Condition => ({ type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: text }] });
const equals = (text: string): Condition => ({ type: 'TEXT_EQ', values: [{ userEnteredValue: text }] });

/** The rules of a tab: by the keys `check` and `severity` (findings) and, in tabs of ours, `status` (targets). */
export function conditionalFormats(tab: Tab, columns: readonly Placed[]): ConditionalFormatRule[] {
  return columns.flatMap(({ key, index }) => {
    const rule = (condition: Condition, hex: string): ConditionalFormatRule => ({
      ranges: [bodyOf(tab, index)],
      booleanRule: { condition, format: fill(hex) },
    });
    if (key === 'check' || key === 'severity') return SEVERITIES.map(([text, hex]) => rule(starts(text), hex));
    if (key !== 'status' || tab.kind !== 'owned') return [];
    return Object.entries(STATUSES).flatMap(([status, hex]) =>
      hex === undefined ? [] : [rule(equals(STATUS_LABELS[status as Status]), hex)],
    );
  });
}

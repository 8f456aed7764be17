// Colours that follow what a cell says: results of checks, statuses of targets and reports, a heartbeat that has stopped.
import { SEVERITIES } from '../rules/register/choice-lists.ts';
import type { Choice, Column, Tab } from '../rules/register/column.ts';
import { lateHeartbeat } from './fixtures.ts';
import { bodyOf, color, type Placed } from './look.ts';
import type { Condition, ConditionalFormatRule, GridRange } from './sheets-json.ts';

const RED = '#f4c7c3';
const AMBER = '#fce8b2';
const GREEN = '#b7e1cd';
const GREY = '#e8eaed';

/** By the key of a choice, in the columns that we fill: severities, statuses of targets, states of reports. */
const COLORS: ReadonlyMap<string, string> = new Map([
  ['error', RED],
  ['warning', AMBER],
  ['met', GREEN],
  ['beyond', GREEN],
  ['notMet', RED],
  ['outside', AMBER],
  ['noData', AMBER],
  ['unjudged', AMBER],
  ['notDue', GREY],
  ['noSubject', GREY],
  ['awaitingApproval', AMBER],
  ['undecided', RED],
  ['returned', AMBER],
  ['sent', GREEN],
  ['received', GREEN],
]);

/** The conditional formats of a tab. */
export function conditionalFormats(tab: Tab, columns: readonly Placed[]): ConditionalFormatRule[] {
  const heartbeat = lateHeartbeat(tab);
  const rules = columns.flatMap(({ key, column, index }) => {
    // a check says more than its severity ("Phải sửa: năm sinh"), a choice says exactly its label
    const type = key === 'check' ? 'TEXT_STARTS_WITH' : 'TEXT_EQ';
    return choicesShown(tab, key, column).flatMap((choice) => {
      const fill = COLORS.get(choice.key);
      return fill === undefined ? [] : [rule(bodyOf(tab, index), { type, values: [{ userEnteredValue: choice.label }] }, fill)];
    });
  });
  return heartbeat ? [...rules, rule(heartbeat.range, heartbeat.condition, RED)] : rules;
}

function choicesShown(tab: Tab, key: string, column: Column): readonly Choice[] {
  if (key === 'check') return SEVERITIES.from === 'list' ? SEVERITIES.choices : [];
  return tab.kind === 'owned' && column.list?.from === 'list' ? column.list.choices : [];
}

const rule = (range: GridRange, condition: Condition, fill: string): ConditionalFormatRule => ({
  ranges: [range],
  booleanRule: { condition, format: { backgroundColorStyle: color(fill) } },
});

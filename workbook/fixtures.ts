// What stands at fixed places of "Việc cần làm" above its list: a title, people's tick boxes, the heartbeat.

import { columnLetters } from '../rules/register/a1.ts';
import type { Tab } from '../rules/register/column.ts';
import { type Place, TODO_APPROVER, TODO_LAST_RUN, TODO_SIGNERS, TODO_TICKS, TODO_TITLE } from '../rules/register/todo-layout.ts';
import { quoted } from './a1.ts';
import type { CellFormat, Condition, GridRange, Request } from './sheets-json.ts';

const TICKS = Object.values(TODO_TICKS);
const isTodo = (tab: Tab): boolean => tab.key === 'todo';
const cellAt = (tab: Tab, { row, column }: Place): GridRange => ({
  sheetId: tab.sheetId,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

/**
 * People's own cells within a tab of ours, which stay open when the tab is closed: the boxes, who has approved, and the answers, since the
 * sheet's own script answers as the person at the keyboard.
 */
export const openCells = (tab: Tab): readonly GridRange[] => (isTodo(tab) ? [boxesAndAnswers(tab), cellAt(tab, TODO_APPROVER.value)] : []);

/** One range, so that several boxes may be cleared at once: they and their answers stand side by side. */
const boxesAndAnswers = (tab: Tab): GridRange => ({
  ...cellAt(tab, TODO_TICKS.recheck.tick),
  endRowIndex: TODO_TICKS.send.answer.row + 1,
  endColumnIndex: TODO_TICKS.send.answer.column + 1,
});

/** Title, labels, tick boxes and the format of the heartbeat. The boxes keep what people have ticked. */
export function fixtureRequests(tab: Tab): Request[] {
  if (!isTodo(tab)) return [];
  const labels = [
    TODO_TITLE,
    ...TICKS.map(({ label, text }) => ({ place: label, text })),
    { place: TODO_LAST_RUN.label, text: TODO_LAST_RUN.text },
    { place: TODO_APPROVER.label, text: TODO_APPROVER.text },
    { place: TODO_SIGNERS.label, text: TODO_SIGNERS.text },
  ];
  return [
    ...labels.map(({ place, text }) => labelRequest(tab, place, text)),
    ...TICKS.map(({ tick }): Request => {
      return {
        setDataValidation: { range: cellAt(tab, tick), rule: { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true } },
      };
    }),
    {
      setDataValidation: {
        range: cellAt(tab, TODO_APPROVER.value),
        rule: { condition: signersOffered(tab), strict: false, showCustomUi: true },
      },
    },
    // an answer is a sentence, and the cell beside it may be filled: on a phone it is read in several lines or not at all
    ...[TODO_LAST_RUN.label, TODO_APPROVER.value, ...TICKS.map(({ answer }) => answer)].map((place) =>
      formatRequest(tab, place, { wrapStrategy: 'WRAP' }),
    ),
    formatRequest(tab, TODO_LAST_RUN.value, {
      // without the year it fits its narrow column
      numberFormat: { type: 'DATE_TIME', pattern: 'dd/mm hh:mm' },
      horizontalAlignment: 'LEFT',
    }),
  ];
}

/** The heartbeat is late after two days. vi_VN separates arguments by ";", and a formula without decimals reads the same everywhere. */
export function lateHeartbeat(tab: Tab): { readonly range: GridRange; readonly condition: Condition } | undefined {
  if (!isTodo(tab)) return undefined;
  const { value } = TODO_LAST_RUN;
  const cell = `$${columnLetters(value.column)}$${value.row + 1}`;
  const condition: Condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=AND(ISNUMBER(${cell});NOW()-${cell}>2)` }] };
  return { range: cellAt(tab, value), condition };
}

function signersOffered(tab: Tab): Condition {
  const { first, rows } = TODO_SIGNERS;
  const letters = columnLetters(first.column);
  const range = `$${letters}$${first.row + 1}:$${letters}$${first.row + rows}`;
  return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${quoted(tab.title)}!${range}` }] };
}

function labelRequest(tab: Tab, place: Place, text: string): Request {
  const cell = { userEnteredValue: { stringValue: text }, userEnteredFormat: { textFormat: { bold: true } } };
  return {
    updateCells: { range: cellAt(tab, place), rows: [{ values: [cell] }], fields: 'userEnteredValue,userEnteredFormat.textFormat.bold' },
  };
}

const formatRequest = (tab: Tab, place: Place, userEnteredFormat: CellFormat): Request => ({
  repeatCell: {
    range: cellAt(tab, place),
    cell: { userEnteredFormat },
    fields: `userEnteredFormat(${Object.keys(userEnteredFormat).join(',')})`,
  },
});

// A whole workbook for tests of decisions: the demo register of xã Quy Kỳ in a provisioned workbook, and the writes put into it.
import { readFileSync } from 'node:fs';
import { quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { demoGrids } from '../../cli/demo/register.ts';
import { type Instant, type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { type Block, carryOut, type Letter, type Line, type Marker, type Shell, type Write } from '../../rules/conversation.ts';
import { type Decision, type TurnResult, turn } from '../../rules/cycle.ts';
import { Plan } from '../../rules/plan/schema.ts';
import type { Column, Tab } from '../../rules/register/column.ts';
import type { CellValue, Reading } from '../../rules/register/grid.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { decide, type Setting } from '../../rules/reporting/decide.ts';
import { attachFiles } from '../../templates/attach.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';

export const REGISTER = 'so-quy-ky';
export const MAILBOX = 'so-clb@dinh-hoa.example';
const PLAN_TEXT = readFileSync(new URL('../../templates/plans/quy-ky.json', import.meta.url), 'utf8');
export const PLAN: Plan = Plan.parse(JSON.parse(PLAN_TEXT));

export const at = (date: string, hour = 8): Instant => momentOf(date as IsoDate, hour);
export const settingAt = (now: Instant): Setting => ({
  now,
  mailbox: MAILBOX,
  rulesVersion: '1',
  compose: composeReportMail,
  attach: attachFiles,
  parsePlan: (json) => Plan.parse(JSON.parse(json)),
});

export type Workbook = Map<number, CellValue[][] | 'missing'>;

/** The demo register as it stands on a day, every tab with its headers. */
export function aWorkbook(upTo = '2024-12-20'): Workbook {
  const filled = demoGrids(quyKyDemo(upTo as IsoDate, REGISTER), PLAN);
  const workbook: Workbook = new Map(Object.values<Tab>(TABS).map((tab) => [tab.sheetId, filled.get(tab.sheetId) ?? emptyTab(tab)]));
  tabIn(workbook, 'plan').push(...planToRows(PLAN_TEXT).map((row) => [...row]));
  return workbook;
}

const emptyTab = (tab: Tab): CellValue[][] => [
  ...Array.from({ length: (tab.headerRow ?? 1) - 1 }, (): CellValue[] => []),
  Object.values(tab.columns).map(({ header }) => header),
];

export function tabIn(workbook: Workbook, key: TabKey): CellValue[][] {
  const grid = workbook.get(TABS[key].sheetId);
  if (grid === undefined || grid === 'missing') throw new Error(`${key} is not there`);
  return grid;
}

/** Where a column stands in its tab's grid. */
export function columnOf(workbook: Workbook, key: TabKey, column: string): number {
  const columns: { readonly [key: string]: Column } = TABS[key].columns;
  return (tabIn(workbook, key)[(TABS[key] as Tab).headerRow === undefined ? 0 : ((TABS[key] as Tab).headerRow ?? 1) - 1] ?? []).indexOf(
    columns[column]?.header ?? '',
  );
}

/** The facts of Thông tin đơn vị of one kind are dropped. */
export function withoutFacts(workbook: Workbook, label: string): void {
  const grid = tabIn(workbook, 'unitInfo');
  const item = columnOf(workbook, 'unitInfo', 'item');
  workbook.set(
    TABS.unitInfo.sheetId,
    grid.filter((row, index) => index === 0 || row[item] !== label),
  );
}

export const readingOf = (workbook: Workbook): Reading => ({
  register: REGISTER,
  grids: new Map([...workbook].map(([sheetId, grid]) => [sheetId, grid === 'missing' ? grid : grid.map((row) => [...row])])),
});

/** Puts blocks into the grids, as one batch would; a block for a tab that is not there fails, as Google's does. */
export function apply(workbook: Workbook, blocks: readonly Block[]): void {
  for (const { sheetId, row, column, cells, rest } of blocks) {
    const grid = workbook.get(sheetId);
    if (grid === undefined || grid === 'missing') throw new Error(`no sheet ${sheetId}`);
    const width = Math.max(0, ...cells.map((line) => line.length));
    cells.forEach((line, down) => {
      while (grid.length <= row + down) grid.push([]);
      const own = grid[row + down] ?? [];
      while (own.length < column + line.length) own.push(null);
      line.forEach((cell, right) => {
        own[column + right] = typeof cell === 'object' && cell !== null ? cell.label : cell;
      });
    });
    if (rest) for (const below of grid.slice(row + cells.length)) below.fill(null, column, column + Math.max(1, width));
  }
}

export interface Sent {
  readonly letters: Letter[];
  readonly writes: Write[];
  readonly result: TurnResult;
}

/** One whole turn over a workbook in a world where every call goes well; marks and mails are kept in the answer. */
export function aTurn(
  workbook: Workbook,
  now: Instant,
  decision: (reading: Reading) => Decision = (reading) => decide(reading, settingAt(now)),
): Sent {
  const letters: Letter[] = [];
  const writes: Write[] = [];
  const markers = new Map<string, Marker>();
  const shell: Shell = {
    read: () => readingOf(workbook),
    write: (write) => {
      writes.push(write);
      apply(workbook, write.blocks);
      if (write.publish) markers.set(`${write.publish.key} ${write.publish.attempt}`, write.publish);
      return 'written';
    },
    draft: (letter) => ({ draft: `r-${letters.push(letter)}`, thread: `t-${letters.length}` }),
    marker: ({ key, attempt }) => markers.get(`${key} ${attempt}`) ?? 'none',
    discard: () => 'discarded',
    send: (draft) => draft.replace('r-', 'm-'),
    findSent: () => 'none',
  };
  const result = carryOut(turn(REGISTER, decision, now), shell);
  return { letters, writes, result };
}

/** The lines of Việc cần làm as people read them. */
export function todoLines(workbook: Workbook): string[] {
  return tabIn(workbook, 'todo')
    .slice(TABS.todo.headerRow ?? 1)
    .map((row) => row.filter((cell) => typeof cell === 'string' && cell !== '').join(' | '))
    .filter((line) => line !== '');
}

/** What _Số chốt holds of a key, by field. */
export function frozenOf(workbook: Workbook, key: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [own, field, , value] of tabIn(workbook, 'frozen'))
    if (own === key) parts.set(String(field), (parts.get(String(field)) ?? '') + String(value ?? ''));
  return parts;
}

export const lineOf = (workbook: Workbook, key: string): Partial<Line> =>
  JSON.parse(frozenOf(workbook, key).get('line') ?? '{}') as Partial<Line>;

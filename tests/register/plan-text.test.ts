import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../rules/register/choices.ts';
import type { Grid } from '../../rules/register/grid.ts';
import { planToRows, storedPlanOf } from '../../rules/register/plan-text.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { readTicks } from '../../rules/register/read-todo.ts';
import { showCell } from '../../rules/register/show.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { aPlan, aReading, gridOf } from './sheets.ts';

const json = JSON.stringify({ id: 'quy-ky', version: 3, text: `${'xã  Quy Kỳ '.repeat(9000)} ${'hoà'.normalize('NFD')} 😀` });
const stored = (rows: Grid) => storedPlanOf(aReading({ plan: [...gridOf('plan', []), ...rows] }));

describe('the stored plan', () => {
  it('comes back letter by letter, whatever the order of its rows', () => {
    const rows = planToRows(json);
    expect(rows.length).toBeGreaterThan(1);
    for (const [, text] of rows) expect(String(text).length).toBeLessThan(45_000);
    expect(stored([...rows].reverse())).toMatchObject({ kind: 'plan', json, version: 3 });
  });

  it('is refused when a part is missing, doubled or changed', () => {
    const rows = planToRows(json);
    expect(stored(rows.slice(1))).toEqual({ kind: 'incomplete' });
    expect(stored([...rows, ...rows.slice(0, 1)])).toEqual({ kind: 'incomplete' });
    expect(stored(rows.map(([part, text, ...rest]) => [part ?? null, String(text).replace('Quy', 'Qui'), ...rest]))).toEqual({
      kind: 'changed',
    });
  });

  it('is known to be absent', () => {
    expect(stored([])).toEqual({ kind: 'no plan' });
    expect(storedPlanOf(aReading({ plan: 'missing' }))).toEqual({ kind: 'no plan' });
  });
});

describe('the boxes of the to-do tab', () => {
  it('are read at their places', () => {
    const grid = Array.from({ length: 8 }, (_, row) => [null, row === TODO_TICKS.approved.tick.row]);
    expect(readTicks(aReading({ todo: grid }))).toEqual({ recheck: false, approved: true, send: false });
  });
  it('count as not ticked when the tab is gone or cut short', () => {
    const none = { recheck: false, approved: false, send: false };
    expect(readTicks(aReading({ todo: 'missing' }))).toEqual(none);
    expect(readTicks(aReading({ todo: [[]] }))).toEqual(none);
  });
});

describe('choicesOf', () => {
  const clubs = gridOf('clubs', [{ code: 'CLB01', name: 'CLB Thống Nhất 1' }]);
  const locations = gridOf('locations', [{ name: 'Thống Nhất 1' }, { name: 'THỐNG NHẤT 1' }, { name: 'Bản Mới' }]);
  const register = readRegister(aReading({ clubs, locations }), aPlan());
  it('gives the plan’s list, then the fixed choices', () => {
    const keys = choicesOf(TABS.funds.columns.kind, aPlan()).map((choice) => choice.key);
    expect(keys).toEqual(['state', 'donors', 'memberFees', 'interest', 'openingBalance', 'transfer', 'other']);
  });
  it('gives the narrative targets of the plan', () => {
    expect(choicesOf(TABS.narratives.columns.target, aPlan())).toEqual([{ key: 'health', label: 'Sức khoẻ thành viên' }]);
  });
  it('gives the places of Địa bàn, each once', () => {
    expect(choicesOf(TABS.clubs.columns.location, aPlan(), register).map((choice) => choice.label)).toEqual(['Thống Nhất 1', 'Bản Mới']);
  });
  it('gives clubs by code, shown with their names', () => {
    expect(choicesOf(TABS.events.columns.clubs, aPlan(), register)).toMatchObject([{ key: 'CLB01', label: 'CLB01 – CLB Thống Nhất 1' }]);
  });
  it('gives none where there is no list', () => {
    expect(choicesOf(TABS.members.columns.name, aPlan(), register)).toEqual([]);
  });
});

describe('showCell', () => {
  it.each([
    [TABS.members.columns.joined, 45356, '05/03/2024'],
    [TABS.members.columns.birth, 2150.5, '19/11/1905'],
    [TABS.loans.columns.amount, 1.5, '1,5'],
    [TABS.members.columns.name, '  Lan ', 'Lan'],
    [TABS.members.columns.name, null, '(trống)'],
    [TABS.members.columns.board, true, 'Có'],
  ])('shows a cell as people see it', (column, cell, shown) => {
    expect(showCell(column, cell)).toBe(shown);
  });
});

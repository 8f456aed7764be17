// Laying rows out as a sheet holds them.
import { describe, expect, it } from 'vitest';
import { type DemoRows, demoGrids, enteredBy, withCodes } from '../../cli/demo/register.ts';
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { TODO_HEADER_ROW } from '../../rules/register/todo-layout.ts';
import { QUY_KY } from './quy-ky-plan.ts';

const day = (text: string): IsoDate => text as IsoDate;

/** A one-row tab as header -> cell. */
function laidOut(rows: DemoRows, sheetId: number, plan = QUY_KY): Map<unknown, unknown> {
  const [headers = [], cells = []] = demoGrids(rows, plan).get(sheetId) ?? [];
  return new Map(headers.map((header, at) => [header, cells[at]]));
}

describe('demoGrids', () => {
  it('shows dates as serials, choices by their labels and births as text', () => {
    const lan = { code: 'TV0001', club: 'CLB01', name: 'Hoàng Thị Lan', birth: '03/1956', sex: 'female', joined: '2024-04-12' };
    const cells = laidOut({ members: [lan] }, TABS.members.sheetId);
    expect(cells.get('Ngày vào CLB')).toBe(toSerial(day('2024-04-12')));
    expect(cells.get('Giới tính')).toBe('Nữ');
    expect(cells.get('Ngày hoặc năm sinh')).toBe('03/1956');
    expect(cells.get('Câu lạc bộ')).toBe('CLB01');
    expect(cells.get('Ban chủ nhiệm')).toBe(false);
    expect(cells.get('Nhãn chọn thành viên')).toBe('TV0001 – Hoàng Thị Lan (1956)');
  });

  it("shows the plan's own lists by their titles", () => {
    const cells = laidOut({ activities: [{ code: 'HD0001', area: 'cham-soc-suc-khoe' }] }, TABS.activities.sheetId);
    expect(cells.get('Mảng hoạt động')).toBe('Chăm sóc sức khoẻ');
  });

  it('keeps what is neither a date nor a choice as it was typed', () => {
    const cells = laidOut({ loans: [{ code: 'VV0001', date: '31/02/2024', purpose: 'mua trâu' }] }, TABS.loans.sheetId);
    expect(cells.get('Ngày vay')).toBe('31/02/2024');
    expect(cells.get('Mục đích vay')).toBe('mua trâu');
  });

  it('has an optional column only where the plan switches it on', () => {
    const minh = { members: [{ code: 'TV0001', name: 'Minh', ethnicGroup: '02' }] };
    expect(laidOut(minh, TABS.members.sheetId).has('Dân tộc')).toBe(false);
    const curious = { ...QUY_KY, optionalColumns: ['members.ethnicGroup'] };
    expect(laidOut(minh, TABS.members.sheetId, curious).get('Dân tộc')).toBe('Tày');
  });

  it('puts the headers where the declaration wants them', () => {
    const grid = demoGrids({ todo: [{ task: 'Kiểm tra số liệu' }] }, QUY_KY).get(TABS.todo.sheetId) ?? [];
    expect(grid[TODO_HEADER_ROW - 1]?.[0]).toBe('Việc');
    expect(grid[TODO_HEADER_ROW]?.[0]).toBe('Kiểm tra số liệu');
  });

  it('takes no column that is not declared', () => {
    // @ts-expect-error members have no age: it would be out of date the next day
    const rows: DemoRows = { members: [{ name: 'Hà', age: 68 }] };
    expect(laidOut(rows, TABS.members.sheetId).has('age')).toBe(false);
  });
});

describe('codes', () => {
  it('are given in the order of entry, and a later entry changes none of them', () => {
    const entries = [
      { on: day('2025-01-01'), row: { name: 'Hà' } },
      { on: day('2024-05-01'), row: { name: 'Lan' } },
    ];
    const coded = withCodes('members', entries);
    expect(enteredBy(coded, day('2024-12-31'))).toEqual([{ code: 'TV0001', name: 'Lan' }]);
    expect(enteredBy(coded, day('2025-12-31')).map(({ code }) => code)).toEqual(['TV0001', 'TV0002']);
  });
});

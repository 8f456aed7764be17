// Gia hạn in a superior's workbook: who is granted more time is in time, and what is wrong in the tab is told where people look.
import { describe, expect, it } from 'vitest';
import { toSerial } from '../../rules/calendar-date.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { at } from '../reporting/a-workbook.ts';
import { aSuperior, day, figuresOn, heardAll, notSent, rowsOf, sentReport, sheetIn, superiorTurn, THEN } from './a-city.ts';

const LATE = '24127';
const GRANT = {
  unit: LATE,
  kind: 'Báo cáo năm',
  period: 'năm 2024',
  until: toSerial(day('2024-12-27')),
  reason: 'phường đang bàn giao sau sắp xếp',
  by: 'Nguyễn Văn Minh',
};
type Cells = { readonly [column: string]: CellValue };

const sentLate = () => sentReport(LATE, 2024, figuresOn(THEN).get(LATE), { sentAt: '24/12/2024 09:30', daysLate: 4 });

/** The line of the late unit and the last one, once its superior has granted what the rows say. */
function statusWith(rows: readonly Cells[], on: string, theirs = sentLate()) {
  const workbook = aSuperior();
  const columns = Object.keys(SUPERIOR_TABS.extensions.columns);
  sheetIn(workbook, SUPERIOR_TABS.extensions.sheetId).push(...rows.map((cells) => columns.map((column) => cells[column] ?? null)));
  const { letters } = superiorTurn(workbook, heardAll(THEN, { [LATE]: theirs }), at(on));
  const lines = rowsOf(workbook, 'status');
  return {
    unit: lines.find(({ name }) => String(name).includes('Thống Nhất')),
    total: lines[lines.length - 1],
    digest: letters.find(({ key }) => key.includes('tinh-hinh'))?.text ?? '',
  };
}

describe('a report that was sent four days after its day', () => {
  it('is four days late without a grant', () => {
    expect(statusWith([], '2024-12-24').unit).toMatchObject({ daysLate: '4', remark: null });
  });

  it('is in time with one, and the reason stands beside it, in the digest too', () => {
    const { unit, digest } = statusWith([GRANT], '2024-12-24');
    expect(unit).toMatchObject({ daysLate: '0', remark: 'Được gia hạn đến hết ngày 27/12/2024: phường đang bàn giao sau sắp xếp.' });
    expect(digest).not.toContain('chậm 4 ngày');
  });

  it.each<readonly [string, Cells]>([
    ['ended before it was sent', { until: toSerial(day('2024-12-23')) }],
    ['is for another year', { period: 'năm 2023' }],
    ['is for another unit', { unit: '24118' }],
  ])('is late where the grant %s', (_, more) => {
    expect(statusWith([{ ...GRANT, ...more }], '2024-12-24').unit).toMatchObject({ daysLate: '4' });
  });
});

describe('a report that is missing', () => {
  it('is told with its grant while that lasts, and without it afterwards', () => {
    const remark = (on: string) => String(statusWith([GRANT], on, notSent()).unit?.remark);
    expect(remark('2024-12-27')).toContain('Được gia hạn đến hết ngày 27/12/2024');
    expect(remark('2024-12-28')).not.toContain('gia hạn');
    expect(remark('2024-12-28')).toContain('Báo cáo chưa gửi được');
  });
});

describe('a row of Gia hạn that is not complete', () => {
  it.each<readonly [string, Cells, string]>([
    ['a reason', { reason: null }, 'Lý do'],
    ['a day that can be read', { until: 'cuối tháng' }, 'Gia hạn đến hết ngày'],
    ['somebody who decided', { by: null }, 'Người quyết định'],
  ])('without %s grants nothing, and says so at its unit', (_, more, header) => {
    const { unit } = statusWith([{ ...GRANT, ...more }], '2024-12-24');
    expect(unit?.daysLate).toBe('4');
    expect(unit?.remark).toBe(`Trang Gia hạn, dòng 2: thiếu hoặc chưa đọc được ${header} nên chưa tính gia hạn. Đề nghị ghi đủ.`);
  });

  it.each<readonly [string, Cells]>([
    ['no unit', { unit: null }],
    ['a unit that the plan does not have', { unit: '99999' }],
  ])('with %s is told below the units', (_, more) => {
    expect(String(statusWith([{ ...GRANT, ...more }], '2024-12-24').total?.remark)).toContain('Trang Gia hạn, dòng 2');
  });

  it('of a kind without a deadline says so', () => {
    expect(String(statusWith([{ ...GRANT, kind: 'Báo cáo đột xuất' }], '2024-12-24').unit?.remark)).toContain('không có hạn');
  });
});

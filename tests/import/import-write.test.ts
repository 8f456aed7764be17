// The cells that an import writes.
import { describe, expect, it } from 'vitest';
import { isoDate, toSerial } from '../../rules/calendar-date.ts';
import { firstFreeRow, importWrite } from '../../rules/import/import-write.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aMember } from '../findings/a-register.ts';
import { gridOf } from '../register/sheets.ts';
import { aCommune, imported, tabbed } from './lists.ts';

const TEXT = tabbed(
  'Họ và tên | Năm sinh | Giới tính | Xóm | BCN',
  'Hoàng Thị Lan | 1956 | Nữ | Đông | x',
  'Nguyễn Văn Minh | 05/03/1950 | Nam |  | ',
);

function written(register = aCommune(), highest = 0) {
  const { plan, readers } = imported(register, TEXT);
  return importWrite(register, plan, readers, { firstRow: 10, highest });
}
const cellsOf = ({ change }: ReturnType<typeof written>, row: number) => {
  const keys = Object.keys(TABS.members.columns);
  return Object.fromEntries(
    change.columns.flatMap(({ row: first, column, values }) =>
      row >= first && row < first + values.length ? [[keys[column - 1] ?? '', values[row - first] ?? null]] : [],
    ),
  );
};

describe('a new row', () => {
  it('stands as people would pick and type it, with its code and label', () => {
    expect(cellsOf(written(), 10)).toMatchObject({
      code: 'TV0001',
      check: null,
      club: 'CLB01 – CLB xóm Đông',
      name: 'Hoàng Thị Lan',
      birth: '1956',
      sex: 'Nữ',
      location: 'Đông',
      board: true,
      volunteer: false,
      joined: toSerial(isoDate('2024-05-20') ?? ('' as never)),
      left: null,
      label: 'TV0001 – Hoàng Thị Lan (1956)',
    });
    expect(cellsOf(written(), 11)).toMatchObject({ code: 'TV0002', birth: '05/03/1950', location: null, board: false });
  });
  it('gets a code after the highest ever given, also to a row that is gone', () => {
    expect([...written(aCommune([aMember({ code: 'TV0041', name: 'Lê Thu Hà' })]), 0).codes.values()]).toEqual(['TV0042', 'TV0043']);
    expect([...written(aCommune(), 99).codes.values()]).toEqual(['TV0100', 'TV0101']);
    expect(written(aCommune(), 99).highest).toBe(101);
  });
  it('holds texts as texts, so that none becomes a number or a formula', () => {
    const columns = written().change.columns.filter(({ values }) => values.some((value) => typeof value === 'string'));
    expect(columns.every(({ format }) => format === '@')).toBe(true);
  });
  it('comes below the last filled row and below codes of emptied rows', () => {
    const grid = gridOf('members', [aMember(), {}, { code: 'TV0007' }, {}]);
    expect(firstFreeRow(aCommune([aMember()]), grid)).toBe(5);
    expect(firstFreeRow(aCommune(), gridOf('members', []))).toBe(2);
  });
});

describe('a changed row', () => {
  it('has its changed cells written where they stand, and no other', () => {
    const { change, lastRow } = written(
      aCommune([aMember({ location: null }), aMember({ code: 'TV0002', name: 'Nguyễn Văn Minh', birth: '1950', sex: 'Nam' })]),
    );
    expect(change.columns.map(({ row, values }) => [row, values])).toEqual([
      [3, ['05/03/1950']],
      [2, ['Đông']],
      [2, [true]],
    ]);
    expect(lastRow).toBe(3);
  });
});

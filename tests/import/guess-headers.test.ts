// Which column of Thành viên a pasted column is taken for.
import { describe, expect, it } from 'vitest';
import { targetOfJoined } from '../../rules/import/header-names.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { QUY_KY } from '../findings/a-register.ts';
import { aCommune, guessed, imported, tabbed } from './lists.ts';

describe('a header', () => {
  it.each([
    ['Họ và tên', 'name'],
    ['HỌ TÊN', 'name'],
    ['Ho va ten', 'name'],
    ['Tên', 'name'],
    ['Năm sinh', 'birth'],
    ['Ngày, tháng, năm sinh', 'birth'],
    ['NS', 'birth'],
    ['Nam/Nữ', 'sex'],
    ['Giới', 'sex'],
    ['Nam', 'sex:male'],
    ['Năm sinh – Nữ', 'birth:female'],
    ['Giới tính – Nam', 'sex:male'],
    ['Xóm/Thôn/Buôn/TDP', 'location'],
    ['Địa chỉ (xóm, xã)', 'location'],
    ['Nơi ở hiện nay', 'location'],
    ['Dân tộc', 'ethnicGroup'],
    ['DTTS', 'ethnicMinority'],
    ['Hoàn cảnh', 'circumstance'],
    ['Hộ nghèo/cận nghèo', 'circumstance'],
    ['Hộ nghèo', 'circumstance:poor'],
    ['Hoàn cảnh – Hộ cận nghèo', 'circumstance:nearPoor'],
    ['SĐT', 'phone'],
    ['Số CCCD', 'nationalId'],
    ['Chức vụ', 'position'],
    ['Ngày vào CLB', 'joined'],
    ['Tên CLB', 'club'],
    ['Ghi chú', 'skip'],
    ['STT', 'skip'],
    ['Mã thành viên', 'skip'],
    ['Số lợn nuôi', undefined],
  ])('%s is %s', (header, target) => {
    expect(targetOfJoined(header)).toBe(target);
  });
  it.each(Object.entries(TABS.members.columns))('of our own tab is known: %s', (key, column) => {
    expect(targetOfJoined(column.header)).toBe('owned' in column ? 'skip' : key);
  });
});

it('births under Nam and Nữ are births also where the year of some may be read in two ways', () => {
  const text = tabbed(
    'Họ và tên | Nam | Nữ | Xóm',
    'Hoàng Văn Minh | 1955 |  | Đông',
    'Hoàng Thị Lan |  | 1961 | Đông',
    'Lê Thu Hà |  | 05/03/25 | Đoài',
  );
  expect(guessed(text)).toEqual(['name', 'birth:male', 'birth:female', 'location']);
});

describe('a list headed only by the name and Nam and Nữ', () => {
  it.each([
    ['as a spreadsheet copies it', tabbed('Họ và tên | Nam | Nữ', 'Hoàng Văn Minh | 1955', 'Hoàng Thị Lan |  | 05/03/1961')],
    ['typed with commas', 'Họ và tên, Nam, Nữ\nHoàng Văn Minh, 1955,\nHoàng Thị Lan, , 05/03/1961'],
    ['below a title', tabbed('DANH SÁCH HỘI VIÊN', 'Họ tên | Nam | Nữ', 'Hoàng Văn Minh | 1955', 'Hoàng Thị Lan |  | 05/03/1961')],
  ])('is taken as births of men and of women: %s', (_how, text) => {
    expect(guessed(text)).toEqual(['name', 'birth:male', 'birth:female']);
    expect(imported(aCommune(), text).plan.lines.map(({ kind, read }) => [kind, read.values.name, read.values.sex])).toEqual([
      ['new', 'Hoàng Văn Minh', 'male'],
      ['new', 'Hoàng Thị Lan', 'female'],
    ]);
  });
  it('may have running numbers before it', () => {
    const text = tabbed('STT | Họ và tên | Nam | Nữ', '1 | Hoàng Văn Minh | 1955', '2 | Hoàng Thị Lan |  | 1961');
    expect(guessed(text)).toEqual(['skip', 'name', 'birth:male', 'birth:female']);
  });
  it('may hold marks in place of births', () => {
    expect(guessed(tabbed('Họ và tên | Nam | Nữ', 'Hoàng Văn Minh | x', 'Hoàng Thị Lan |  | x'))).toEqual([
      'name',
      'sex:male',
      'sex:female',
    ]);
  });
  it('is no row of somebody called Nam, whose family name stands in a cell of its own', () => {
    const text = tabbed('Nguyễn Phương | Nam | Nữ | 1956', 'Hoàng Thị | Lan | Nữ | 1950', 'Lê Văn | Nam | Nam | 1961');
    expect(imported(aCommune(), text).preview.lines).toHaveLength(3);
  });
});

describe('a column without a header', () => {
  it('is known by what stands in it', () => {
    const text = tabbed(
      '1 | Hoàng Thị Lan | 05/03/1956 | Nữ | Xóm Đông | Hộ nghèo | CLB01',
      '2 | Nguyễn Văn Minh | 1950 | Nam | Xóm Đoài | Không | CLB01',
      '3 | Lê Thu Hà | 03/1961 | nữ | Đông | Hộ cận nghèo | CLB02',
    );
    expect(guessed(text)).toEqual(['skip', 'name', 'birth', 'sex', 'location', 'circumstance', 'club']);
  });
  it('of running numbers is never a list of ethnic groups, whose keys are numbers', () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `${index + 1} | Hoàng ${'ABCDEĐGHIK'[index % 10]} ${'LMNOP'[Math.floor(index / 10)]} | ${1940 + index} | Nữ`,
    );
    expect(guessed(tabbed(...rows))).toEqual(['skip', 'name', 'birth', 'sex']);
  });
  it('that holds given names beside family names is a part of the name', () => {
    const text = tabbed('STT | Họ và tên |  | Năm sinh', '1 | Hoàng Thị | Lan | 1956', '2 | Nguyễn Văn | Minh | 1950');
    expect(guessed(text)).toEqual(['skip', 'name', 'name', 'birth']);
    expect(imported(aCommune(), text).preview.lines[0]?.title).toBe('Hoàng Thị Lan (1956)');
  });
});

describe('columns that the plan has off', () => {
  const text = tabbed('Họ và tên | Năm sinh | Giới tính | SĐT | CCCD', 'Hoàng Thị Lan | 1956 | Nữ | 0912 345 678 | 019156000123');
  it('are left out, and it is said which and why', () => {
    const { preview } = imported(aCommune(), text);
    expect(preview.mapping).toEqual(['name', 'birth', 'sex', 'skip', 'skip']);
    expect(preview.notes.join(' ')).toContain('SĐT, CCCD: kế hoạch không cần, theo nguyên tắc chỉ thu thập dữ liệu cần thiết');
    expect(JSON.stringify(preview.lines)).not.toMatch(/0912|019156/);
  });
  it('are left out even when somebody asks for them', () => {
    const { preview } = imported(aCommune(), text, { mapping: ['name', 'birth', 'sex', 'phone', 'nationalId'] });
    expect(JSON.stringify(preview.lines)).not.toMatch(/0912|019156/);
  });
  it('are taken where the plan asks for them', () => {
    const plan = Plan.parse({ ...QUY_KY, optionalColumns: ['members.phone'] });
    expect(imported(aCommune([], {}, plan), text, {}, plan).preview.mapping).toEqual(['name', 'birth', 'sex', 'phone', 'skip']);
  });
});

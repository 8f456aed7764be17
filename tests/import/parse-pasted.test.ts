// Pasted texts of all shapes: what is a line of a person, what is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePasted } from '../../rules/import/parse-pasted.ts';
import { splitText } from '../../rules/import/split-text.ts';
import { guessed, tabbed } from './lists.ts';

const cellsOf = (text: string) => parsePasted(text).lines.map(({ cells }) => cells);
const reasonsOf = (text: string) => parsePasted(text).ignored.map(({ line, why }) => [line, why]);

/** A grid as a spreadsheet puts it on the clipboard; `splitText` takes it back. */
const joinText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n');

describe('a table copied from a spreadsheet', () => {
  const FULL = tabbed(
    'HỘI NGƯỜI CAO TUỔI XÃ QUY KỲ',
    'DANH SÁCH THÀNH VIÊN CLB LIÊN THẾ HỆ TỰ GIÚP NHAU XÓM ĐÔNG',
    '',
    'STT | Họ và tên | Năm sinh |  | Địa chỉ | Hộ nghèo',
    ' |  | Nam | Nữ |  | ',
    '1 | Hoàng Thị Lan |  | 1956 | Xóm Đông | x',
    '2 | Nguyễn Văn Minh | 1950 |  | Xóm Đoài | ',
    'STT | Họ và tên | Năm sinh |  | Địa chỉ | Hộ nghèo',
    ' |  | Nam | Nữ |  | ',
    '3 | Lê Thu Hà |  | 05/03/1961 | Xóm Đông | ',
    'Cộng: | 3 | 1 | 2 |  | 1',
    '',
    ' |  |  | Ngày 20 tháng 5 năm 2024',
    'NGƯỜI LẬP |  |  | CHỦ NHIỆM CLB',
    ' | Hoàng Thị Lan',
  );
  it('keeps the lines of people alone', () => {
    expect(cellsOf(FULL).map((cells) => cells[1])).toEqual(['Hoàng Thị Lan', 'Nguyễn Văn Minh', 'Lê Thu Hà']);
  });
  it('says of every other row what it is', () => {
    expect(reasonsOf(FULL)).toEqual([
      [1, 'title'],
      [2, 'title'],
      [3, 'blank'],
      [4, 'header'],
      [5, 'header'],
      [8, 'header'],
      [9, 'header'],
      [11, 'total'],
      [12, 'blank'],
      [13, 'foot'],
      [14, 'foot'],
      [15, 'foot'],
    ]);
  });
  it('knows the columns of a header in two rows', () => {
    expect(parsePasted(FULL).headers.slice(2, 4)).toEqual(['Năm sinh – Nam', 'Năm sinh – Nữ']);
    expect(guessed(FULL)).toEqual(['skip', 'name', 'birth:male', 'birth:female', 'location', 'circumstance:poor']);
  });
  it('reads quoted cells with line ends and quotes in them', () => {
    expect(splitText('a\t"Xóm Đông,\nxã ""Quy Kỳ"""\tb\r\n"c\td').rows.map(({ cells }) => cells)).toEqual([
      ['a', 'Xóm Đông, xã "Quy Kỳ"', 'b'],
      ['"c', 'd'],
    ]);
  });
  it('leaves out the row that numbers the columns', () => {
    expect(reasonsOf(tabbed('TT | Họ tên | Năm sinh', '(1) | (2) | (3)', '1 | Hoàng Thị Lan | 1956'))).toEqual([
      [1, 'header'],
      [2, 'header'],
    ]);
  });
  it('may have its name in two columns below one header', () => {
    const text = tabbed('STT | Họ và tên |  | Năm sinh | ', ' | Họ đệm | Tên | Nam | Nữ', '1 | Hoàng Thị | Lan |  | 1956');
    expect(guessed(text)).toEqual(['skip', 'name', 'name', 'birth:male', 'birth:female']);
    expect(cellsOf(text)).toHaveLength(1);
  });
  it('keeps people above headers that come late, and leaves out the titles between', () => {
    const text = tabbed(
      'DANH SÁCH THÀNH VIÊN',
      'Hoàng Thị Lan | 1956 | Nữ',
      'DANH SÁCH THÀNH VIÊN (tiếp)',
      'Họ và tên | Năm sinh | Giới tính',
      'Lê Thu Hà | 1960 | Nữ',
      'CLB xóm Đoài',
      'Nguyễn Văn Minh | 1950 | Nam',
    );
    expect(cellsOf(text).map(([name]) => name)).toEqual(['Hoàng Thị Lan', 'Lê Thu Hà', 'Nguyễn Văn Minh']);
    expect(reasonsOf(text)).toEqual([
      [1, 'title'],
      [3, 'title'],
      [4, 'header'],
      [6, 'heading'],
    ]);
  });
  it('goes on after the total of a page', () => {
    const text = tabbed(
      'Họ và tên | Năm sinh | Giới tính',
      'Hoàng Thị Lan | 1956 | Nữ',
      'Cộng trang 1 | 1',
      'Lê Thu Hà | 1960 | Nữ',
      'Tổng cộng | 2',
    );
    expect(cellsOf(text).map(([name]) => name)).toEqual(['Hoàng Thị Lan', 'Lê Thu Hà']);
  });
  it('never takes for a header what says something of a person', () => {
    const text = tabbed(
      'Họ và tên | Năm sinh | Nơi ở | Chức vụ',
      'Hoàng Thị Lan | 56 | Tổ dân phố 3 | Thành viên',
      'Lê Thu Hà |  | Tổ dân phố 3 | BCN',
    );
    expect(cellsOf(text)).toHaveLength(2);
  });
});

describe('a list typed from paper', () => {
  it.each([
    ['semicolons', '1; Hoàng Thị Lan; 1956; Nữ; Đông\n2; Nguyễn Văn Minh; 1950; Nam; Đoài'],
    ['commas', '1, Hoàng Thị Lan, 1956, Nữ, Đông\n2, Nguyễn Văn Minh, 1950, Nam, Đoài'],
    ['spaces', '1.  Hoàng Thị Lan   1956  Nữ   Đông\n2.  Nguyễn Văn Minh   1950  Nam   Đoài'],
    ['numbers before names', '1. Hoàng Thị Lan   1956  Nữ   Đông\n2. Nguyễn Văn Minh   1950  Nam   Đoài'],
    ['dashes', '1. Hoàng Thị Lan - 1956 - Nữ - Đông\n2. Nguyễn Văn Minh - 1950 - Nam - Đoài'],
    ['nothing but words', '1. Hoàng Thị Lan 1956 Nữ Đông\n2. Nguyễn Văn Minh 1950 Nam Đoài'],
  ])('is parted by %s', (_, text) => {
    expect(cellsOf(text).map((cells) => cells.slice(1))).toEqual([
      ['Hoàng Thị Lan', '1956', 'Nữ', 'Đông'],
      ['Nguyễn Văn Minh', '1950', 'Nam', 'Đoài'],
    ]);
    expect(guessed(text)).toEqual(['skip', 'name', 'birth', 'sex', 'location']);
  });
  it('has its title left out without a header below it', () => {
    const text = 'DANH SÁCH THÀNH VIÊN CLB XÓM ĐÔNG\nHoàng Thị Lan; 1956; Nữ\nLê Thu Hà; 1960; Nữ\nCộng: 2 người';
    expect(reasonsOf(text)).toEqual([
      [1, 'title'],
      [4, 'total'],
    ]);
  });
  it('keeps addresses with commas whole where spaces part the columns', () => {
    expect(cellsOf('Hoàng Thị Lan   1956   Xóm Đông, xã Quy Kỳ\nLê Thu Hà   1960   Xóm Đoài, xã Quy Kỳ')[0]).toEqual([
      'Hoàng Thị Lan',
      '1956',
      'Xóm Đông, xã Quy Kỳ',
    ]);
  });
  it('gives nothing for nothing', () => {
    expect(parsePasted('')).toEqual({ headers: [], blanksLost: false, lines: [], ignored: [] });
    expect(reasonsOf(' \n\n ')).toEqual([
      [1, 'blank'],
      [2, 'blank'],
      [3, 'blank'],
    ]);
  });
});

const anyCell = fc.oneof(
  fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'ấ', ' ', '"', '\n', '1', ',', ';') }),
  fc.constantFrom('Hoàng Thị Lan', '1956', 'Nữ', 'Họ và tên', 'Năm sinh', 'Cộng', '', 'x'),
);

describe('any text', () => {
  it('has every row in exactly one place', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.constantFrom('a', 'Lan', ' ', '\t', '\n', '"', ';', ',', '1', '1956', 'Nữ', '-') }),
        (text) => {
          const { lines, ignored } = parsePasted(text);
          const numbers = [...lines, ...ignored].map(({ line }) => line).sort((a, b) => a - b);
          expect(numbers).toEqual(splitText(text).rows.map(({ line }) => line));
        },
      ),
    );
  });
  it('comes back from the clipboard as the table it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const tidied = rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
        const trimmed = tidied.map((cells) =>
          cells.slice(
            0,
            cells.reduce((end, cell, at) => (cell === '' ? end : at + 1), 0),
          ),
        );
        expect(splitText(`${joinText(rows)}\n`).rows.map(({ cells }) => cells)).toEqual(trimmed);
      }),
    );
  });
});

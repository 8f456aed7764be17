// What an import would do with each line, by who the register already holds.
import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../rules/import/import-content.ts';
import { aMember } from '../findings/a-register.ts';
import { aCommune, imported, tabbed } from './lists.ts';

const LAN = 'Hoàng Thị Lan | 1956 | Nữ | Xóm Đông';
const HEAD = 'Họ và tên | Năm sinh | Giới tính | Xóm';
const lan = aMember({ location: 'Đông' });
const kinds = ({ lines }: ImportPreview) => lines.map(({ kind }) => kind);
const one = ({ preview }: { readonly preview: ImportPreview }) => {
  const [line] = preview.lines;
  if (line === undefined) throw new Error('no line');
  return line;
};

describe('a list whose columns stand apart by spaces alone', () => {
  const typed = (...lines: string[]) => imported(aCommune(), lines.join('\n')).preview;

  it.each([
    ['births', ['Họ và tên   Nam   Nữ', 'Hoàng Thị Lan         1956', 'Ma Văn Minh   1950']],
    ['marks', ['Họ và tên   Năm sinh   Nam   Nữ', 'Hoàng Thị Lan   1956         x', 'Ma Văn Minh   1950   x']],
  ])('is not taken where %s stand under Nam or Nữ: nobody can say under which', (_what, lines) => {
    const preview = typed(...lines);
    expect(preview.faults).toEqual([expect.stringMatching(/^Các cột cách nhau bằng dấu cách .* Đề nghị ngăn các cột bằng dấu chấm phẩy/)]);
    expect(preview.lines).toEqual([]);
  });

  it('is taken where every line fills every column', () => {
    const preview = typed('Họ và tên   Năm sinh   Giới tính', 'Hoàng Thị Lan   1956   Nữ', 'Ma Văn Minh   1950   Nam');
    expect(preview.faults).toEqual([]);
    expect(kinds(preview)).toEqual(['new', 'new']);
  });

  it('is taken with births under Nam and Nữ where a mark parts them', () => {
    const preview = typed('Họ và tên; Nam; Nữ', 'Hoàng Thị Lan; ; 1956', 'Ma Văn Minh; 1950; ');
    expect(preview.faults).toEqual([]);
    expect(preview.lines.map(({ cells }) => cells.find(({ header }) => header === 'Giới tính')?.value)).toEqual(['Nữ', 'Nam']);
  });
});

describe('a line', () => {
  it('of somebody the register does not hold is a new member, with the club and the days of the list', () => {
    const line = one(imported(aCommune(), tabbed(HEAD, LAN)));
    expect(line.kind).toBe('new');
    expect(Object.fromEntries(line.cells.map(({ header, value }) => [header, value]))).toEqual({
      'Câu lạc bộ': 'CLB01 – CLB xóm Đông',
      'Ngày hoặc năm sinh': '1956',
      'Giới tính': 'Nữ',
      'Nơi ở': 'Đông',
      'Ngày vào CLB': '20/05/2024',
      'Ngày đồng ý cung cấp thông tin': '20/05/2024',
    });
  });
  it('with a whole page in the cell of the name is in doubt, and shows no more of it than can be read', () => {
    const { preview } = imported(aCommune(), tabbed(HEAD, `${'Lan '.repeat(10_000)} | 1956 | Nữ | Xóm Đông`));
    expect(kinds(preview)).toEqual(['doubt']);
    expect(one({ preview }).why).toEqual([expect.stringMatching(/^Cột Họ và tên: “Lan .*…” không đọc được\.$/)]);
    expect(JSON.stringify(preview).length).toBeLessThan(2500);
  });
  it('that says what the register says changes nothing', () => {
    expect(one(imported(aCommune([lan]), tabbed(HEAD, 'HOÀNG THỊ LAN | 1956 | nữ | xóm Đông')))).toMatchObject({
      kind: 'same',
      record: 'TV0001',
    });
  });
  it('changes what it says better or differently, and empties nothing', () => {
    const register = aCommune([aMember({ location: 'Đông', circumstance: 'Hộ nghèo', circumstanceYear: 2023 })]);
    const line = one(
      imported(register, tabbed(`${HEAD} | Hoàn cảnh | Năm công nhận`, 'Hoàng Thị Lan | 05/03/1956 | Nữ |  | Hộ cận nghèo | ')),
    );
    expect(line.kind).toBe('changed');
    expect(line.changes).toEqual([
      { header: 'Ngày hoặc năm sinh', old: '1956', now: '05/03/1956' },
      { header: 'Hoàn cảnh', old: 'Hộ nghèo', now: 'Hộ cận nghèo' },
    ]);
  });
  it('with the year alone does not undo a whole birthday', () => {
    expect(kinds(imported(aCommune([aMember({ birth: '05/03/1956', location: 'Đông' })]), tabbed(HEAD, LAN)).preview)).toEqual(['same']);
  });
  it('fills the days of the list only where a member has none', () => {
    const register = aCommune([aMember({ location: 'Đông', joined: '01/01/2023', consent: null })]);
    expect(one(imported(register, tabbed(HEAD, LAN))).changes).toEqual([
      { header: 'Ngày đồng ý cung cấp thông tin', old: '(trống)', now: '20/05/2024' },
    ]);
  });
  it('is the one of that name and year in the club where the list says nothing of the sex', () => {
    expect(kinds(imported(aCommune([lan]), tabbed('Họ và tên | Năm sinh', 'Hoàng Thị Lan | 1956')).preview)).toEqual(['same']);
  });
  it('ticks what an office means', () => {
    const register = aCommune([lan]);
    const line = one(imported(register, tabbed(`${HEAD} | Chức vụ`, `${LAN} | Phó chủ nhiệm CLB, TNV`)));
    expect(line.changes.map(({ header, now }) => [header, now])).toEqual([
      ['Ban chủ nhiệm', 'Có'],
      ['Tình nguyện viên', 'Có'],
    ]);
  });
  it('says minority or not from the name of the group', () => {
    const text = tabbed(
      'Họ và tên | Năm sinh | Giới tính | Dân tộc',
      'Hoàng Thị Lan | 1956 | Nữ | Tày',
      'Nguyễn Văn Minh | 1950 | Nam | Kinh',
      'Lê Thu Hà | 1960 | Nữ | Hoa',
    );
    const { lines } = imported(aCommune(), text).preview;
    const said = lines.map(({ cells }) => cells.find(({ header }) => header === 'Dân tộc thiểu số')?.value);
    expect(said).toEqual(['Có', 'Không', undefined]);
    expect(lines[2]?.remarks.join()).toContain('“Hoa”');
  });
  it('keeps what it can where a place is not known, and says so', () => {
    const line = one(imported(aCommune(), tabbed(HEAD, 'Hoàng Thị Lan | 1956 | Nữ | Xóm Bắc')));
    expect(line.kind).toBe('new');
    expect(line.remarks).toEqual(['Ô Nơi ở không được ghi: “Xóm Bắc” không đọc được, có thể là Đông hoặc Đoài.']);
  });
});

it('does not offer every place of a commune for one that it does not know', () => {
  const locations = Array.from({ length: 12 }, (_, index) => ({ code: `DB${index + 1}`, name: `Mẫu ${index + 1}`, hasPlan: 'Có' }));
  const line = one(imported(aCommune([], { locations }), tabbed(HEAD, 'Hoàng Thị Lan | 1956 | Nữ | Xóm Bắc')));
  expect(line.remarks).toEqual(['Ô Nơi ở không được ghi: “Xóm Bắc” không đọc được.']);
});

describe('a line is in doubt, with the reason,', () => {
  it.each([
    ['without a birth', 'Hoàng Thị Lan |  | Nữ | ', 'Không có năm sinh.'],
    ['without a name', ' | 1956 | Nữ | Xóm Đông', 'Không có họ và tên.'],
    ['with a year that cannot be read', 'Hoàng Thị Lan | 56? | Nữ | ', 'Cột Ngày hoặc năm sinh: “56?” không đọc được.'],
    [
      'with a year that reads in two ways',
      'Hoàng Thị Lan | 05/03/25 | Nữ | ',
      'Cột Ngày hoặc năm sinh: “05/03/25” không đọc được, có thể là 05/03/1925 hoặc 05/03/2025.',
    ],
    ['with a sex that is none', 'Hoàng Thị Lan | 1956 | ? | ', 'Cột Giới tính: “?” không đọc được, có thể là Nữ hoặc Nam.'],
  ])('%s', (_, row, why) => {
    const line = one(imported(aCommune([aMember({ code: 'TV0009', name: 'Lê Thu Hà' })]), tabbed(HEAD, row)));
    expect(line.kind).toBe('doubt');
    expect(line.why).toEqual([why]);
  });
  it('when it stands in the list twice', () => {
    const { preview } = imported(aCommune(), tabbed(HEAD, LAN, 'Nguyễn Văn Minh | 1950 | Nam | ', LAN));
    expect(kinds(preview)).toEqual(['doubt', 'new', 'doubt']);
    expect(preview.lines[0]?.why).toEqual(['Có thể trùng người với dòng 4 của danh sách dán.']);
  });
  it('when two members may be meant', () => {
    const register = aCommune([lan, aMember({ code: 'TV0002', location: 'Đoài' })]);
    const line = one(imported(register, tabbed(HEAD, 'Hoàng Thị Lan | 1956 | Nữ | ')));
    expect(line.why).toEqual(['Có thể là một trong các thành viên TV0001, TV0002.']);
    expect(line.options.map(({ key }) => key)).toEqual(['new', 'TV0001', 'TV0002', 'skip']);
  });
  it('when the person is in another club', () => {
    const line = one(imported(aCommune([aMember({ club: 'CLB02' })]), tabbed(HEAD, LAN)));
    expect(line.why).toEqual(['Trùng họ tên, năm sinh, giới tính với TV0001 ở CLB02; một người có thể ở hai CLB.']);
  });
  it('when the names differ by marks alone', () => {
    expect(one(imported(aCommune([lan]), tabbed(HEAD, 'Hoang Thi Lan | 1956 | Nữ | Đông'))).kind).toBe('doubt');
  });
  it('when the member has left', () => {
    const line = one(imported(aCommune([aMember({ left: '01/08/2024' })]), tabbed(HEAD, LAN)));
    expect(line.why).toEqual(['TV0001 đã ra CLB từ ngày 01/08/2024.']);
  });
  it('when two lines come to the same member', () => {
    const register = aCommune([aMember({ location: null })]);
    const { preview } = imported(register, tabbed(HEAD, LAN, 'Hoàng Thị Lan | 1956 | Nữ | Xóm Đoài'));
    expect(kinds(preview)).toEqual(['doubt', 'doubt']);
  });
  it('when the club of a line cannot be read', () => {
    const text = tabbed(
      'Họ và tên | Năm sinh | Giới tính | CLB',
      'Hoàng Thị Lan | 1956 | Nữ | CLB xóm Bắc',
      'Lê Thu Hà | 1960 | Nữ | CLB xóm Đoài',
    );
    const { preview } = imported(aCommune(), text, { defaults: {} });
    expect(kinds(preview)).toEqual(['doubt', 'new']);
    expect(preview.lines[0]?.options.map(({ key }) => key)).toEqual(['skip']);
  });
});

describe('what a person decides of a line in doubt', () => {
  const register = aCommune([aMember({ club: 'CLB02', circumstance: null })]);
  const text = tabbed(`${HEAD} | Hoàn cảnh`, `${LAN} | Hộ nghèo`);
  const decided = (as: string) => one(imported(register, text, { decisions: { 1: {}, 2: { as } } }));
  it('makes a new member', () => {
    expect(decided('new')).toMatchObject({ kind: 'new', why: [expect.stringContaining('TV0001')] });
  });
  it('makes it a member who is there, whose club stays', () => {
    expect(decided('TV0001').changes.map(({ header }) => header)).toEqual(['Nơi ở', 'Hoàn cảnh']);
  });
  it('leaves it out', () => {
    expect(decided('skip').kind).toBe('skipped');
  });
  it('counts for nothing when it names nobody', () => {
    expect(decided('TV9999').kind).toBe('doubt');
  });
  it('settles a birth that reads in two ways', () => {
    const list = tabbed(HEAD, 'Hoàng Thị Lan | 05/03/25 | Nữ | Đông');
    const line = one(imported(aCommune(), list, { decisions: { 2: { birth: '05/03/1925' } } }));
    expect(line).toMatchObject({ kind: 'new', title: 'Hoàng Thị Lan (1925)' });
  });
  it('cannot make two lines one member', () => {
    const list = tabbed(HEAD, LAN, LAN);
    const { preview } = imported(aCommune([lan]), list, { decisions: { 2: { as: 'TV0001' }, 3: { as: 'TV0001' } } });
    expect(kinds(preview)).toEqual(['doubt', 'doubt']);
  });
});

describe('nothing is planned', () => {
  it.each([
    ['without anything pasted', '', 'Chưa có dòng nào.'],
    ['without a club', tabbed(HEAD, LAN), 'Chưa rõ danh sách của CLB nào.'],
    ['without a column of names', tabbed('Năm sinh | Giới tính', '1956 | Nữ'), 'Chưa có cột nào là Họ và tên.'],
  ])('%s', (_, text, fault) => {
    const { preview } = imported(aCommune(), text, { defaults: {} });
    expect(preview.faults.join(' ')).toContain(fault);
    expect(preview.lines).toEqual([]);
  });
  it('with a day that does not exist, or one column chosen twice', () => {
    const { preview } = imported(aCommune(), tabbed(HEAD, LAN), {
      defaults: { club: 'CLB01', joined: '2024-02-31' },
      mapping: ['name', 'birth', 'birth', 'location'],
    });
    expect(preview.faults).toHaveLength(2);
    expect(preview.faults.every((fault) => / Đề nghị [^.]+\.$/.test(fault))).toBe(true);
  });
});

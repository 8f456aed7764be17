import { describe, expect, it } from 'vitest';
import type { Birth } from '../../rules/register/column.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { aPlan, aReading, type Cells, gridOf } from './sheets.ts';

const aClub = (changes: Cells<'clubs'> = {}): Cells<'clubs'> => ({
  code: 'CLB01',
  name: 'CLB Thống Nhất 1',
  location: 'Thống Nhất 1',
  founded: '15/05/2024',
  ...changes,
});
const aMember = (changes: Cells<'members'> = {}): Cells<'members'> => ({
  code: 'TV0001',
  club: 'CLB01',
  name: 'Hoàng Thị Lan',
  birth: '1956',
  sex: 'Nữ',
  joined: '20/05/2024',
  board: false,
  volunteer: false,
  ...changes,
});
const clubs = gridOf('clubs', [aClub()]);

describe('readRegister', () => {
  it('gives each tab its own rows and types', () => {
    const { members } = readRegister(aReading({ clubs, members: gridOf('members', [aMember({ birth: '05/03/1956' })]) }), aPlan());
    const birth: Birth | undefined = members.rows[0]?.values.birth;
    expect(birth).toEqual({ year: 1956, month: 3, day: 5 });
    expect(members.rows[0]).toMatchObject({ tab: 'members', row: 2, code: 'TV0001', faults: [] });
    expect(members.rows[0]?.values).toMatchObject({ club: 'CLB01', sex: 'female', joined: '2024-05-20', board: false });
  });

  it('reads columns in any order and headers in any dress', () => {
    const grid = [
      ['GIỚI TÍNH', '  Họ  và tên ', 'ghi chú riêng', 'Câu lạc bộ'.normalize('NFD')],
      ['Nam', 'Trần Văn Minh', 'gặp lại sau', 'CLB01'],
    ];
    const { members } = readRegister(aReading({ clubs, members: grid }), aPlan());
    expect(members.rows[0]?.values).toEqual({ sex: 'male', name: 'Trần Văn Minh', club: 'CLB01' });
    expect(members.columnAt.get('sex')).toBe(0);
    expect(members.extraHeaders).toEqual(['ghi chú riêng']);
  });

  it('names a missing header once and no row because of it', () => {
    const grid = gridOf('members', [aMember(), aMember({ code: 'TV0002', name: 'Nguyễn Thu Hà' })]).map((row) =>
      row.filter((_, at) => at !== 4),
    );
    const { members } = readRegister(aReading({ clubs, members: grid }), aPlan());
    expect(members.headerFaults).toEqual([{ kind: 'missing', column: 'birth', header: 'Ngày hoặc năm sinh' }]);
    expect(members.rows.map((row) => row.faults)).toEqual([[], []]);
  });

  it('names a header that stands twice and reads the first', () => {
    const grid = gridOf('locations', [{ name: 'Thống Nhất 1' }]).map((row, index) => [...row, index === 0 ? 'Ghi chú' : 'thứ hai']);
    const { locations } = readRegister(aReading({ locations: grid }), aPlan());
    expect(locations.headerFaults).toEqual([{ kind: 'duplicate', column: 'note', header: 'Ghi chú' }]);
    expect(locations.rows[0]?.values).toEqual({ name: 'Thống Nhất 1' });
  });

  it('skips rows without content, boxes laid out in advance and cells outside its columns', () => {
    const empty = { board: false, volunteer: false };
    const grid = gridOf('members', [empty, aMember(), { code: 'TV0009', check: 'Phải sửa', ...empty }, { name: '   ', ...empty }]);
    const stray = [...grid, [...Array.from({ length: 40 }, () => null), 'lạc']];
    const { members } = readRegister(aReading({ clubs, members: stray }), aPlan());
    expect(members.rows.map((row) => row.row)).toEqual([3]);
    expect(members.highestCode).toBe(9);
  });

  it('keeps what is good in a row beside what is wrong', () => {
    const wrong = aMember({ birth: '31/02/1956', sex: 'khác', joined: null, club: 'CLB07' });
    const row = readRegister(aReading({ clubs, members: gridOf('members', [wrong]) }), aPlan()).members.rows[0];
    expect(row?.values).toEqual({ code: 'TV0001', name: 'Hoàng Thị Lan', board: false, volunteer: false });
    expect(row?.faults).toEqual([
      { column: 'club', kind: 'unknownReference', shown: 'CLB07' },
      { column: 'birth', kind: 'notABirth', shown: '31/02/1956' },
      { column: 'sex', kind: 'notAChoice', shown: 'khác', candidates: ['Nữ', 'Nam'] },
      { column: 'joined', kind: 'required', shown: null },
    ]);
  });

  it('says that a tab is missing and goes on with the others', () => {
    const register = readRegister(aReading({ clubs: 'missing', members: gridOf('members', [aMember({ club: 'clb1' })]) }), aPlan());
    expect(register.clubs).toMatchObject({ state: 'missing', rows: [] });
    expect(register.members.rows[0]).toMatchObject({ values: { club: 'CLB01' }, faults: [] });
    expect(readRegister({ register: 'none', grids: new Map() }, aPlan()).members.state).toBe('missing');
  });

  it('leaves optional columns unread until the plan asks for them', () => {
    const members = gridOf('members', [aMember({ phone: '0912 345 678', needsLoan: 'có' })]);
    const without = readRegister(aReading({ clubs, members }), aPlan()).members;
    expect(without.rows[0]?.values.phone).toBeUndefined();
    expect(without.headerFaults).toEqual([]);
    const asked = readRegister(aReading({ clubs, members }), aPlan({ optionalColumns: ['members.needsLoan'] })).members;
    expect(asked.rows[0]?.values).toMatchObject({ needsLoan: 'yes' });
    expect(asked.rows[0]?.values.phone).toBeUndefined();
  });

  it('asks for the header of an optional column only when the plan does', () => {
    const members = [['Mã thành viên']];
    const missing = (optionalColumns: string[]) =>
      readRegister(aReading({ members }), aPlan({ optionalColumns })).members.headerFaults.map((fault) => fault.column);
    expect(missing([])).not.toContain('phone');
    expect(missing(['members.phone'])).toContain('phone');
  });

  it('reads the lists of the plan, and the fixed choices after them', () => {
    const funds = gridOf('funds', [
      { club: 'CLB01', fund: 'quỹ hoạt động', date: '06/2024', received: '30tr', kind: 'Tài trợ, viện trợ' },
      { club: 'CLB01', fund: 'TTN', date: '06/2024', received: 500000, kind: 'hội phí' },
    ]);
    const { rows } = readRegister(aReading({ clubs, funds }), aPlan()).funds;
    expect(rows.map((row) => row.values.kind)).toEqual(['donors', 'memberFees']);
    expect(rows.map((row) => row.values.fund)).toEqual(['operating', 'income']);
  });

  it('holds places to the list of Địa bàn once it has one, in whatever spelling', () => {
    const named = gridOf('clubs', [aClub({ location: 'thong nhat 1' }), aClub({ code: 'CLB02', location: 'Bản Mới' })]);
    const open = readRegister(aReading({ clubs: named }), aPlan()).clubs;
    expect(open.rows.map((row) => row.values.location)).toEqual(['thong nhat 1', 'Bản Mới']);
    const held = readRegister(aReading({ clubs: named, locations: gridOf('locations', [{ name: 'Thống Nhất 1' }]) }), aPlan()).clubs;
    expect(held.rows.map((row) => row.values.location)).toEqual(['Thống Nhất 1', undefined]);
    expect(held.rows[1]?.faults).toEqual([{ column: 'location', kind: 'notAChoice', shown: 'Bản Mới', candidates: ['Thống Nhất 1'] }]);
  });

  it('reads several clubs of an event by code, label or name', () => {
    const two = gridOf('clubs', [aClub(), aClub({ code: 'CLB02', name: 'CLB Bản Mới' })]);
    const events = gridOf('events', [
      { date: '12/04/2024', kind: 'tập huấn', clubs: 'clb01; CLB Bản Mới' },
      { date: '12/04/2024', kind: 'Giám sát', clubs: 'CLB02 – CLB Bản Mới, CLB01' },
      { date: '12/04/2024', kind: 'Giám sát', clubs: 'CLB01; CLB09' },
    ]);
    const { rows } = readRegister(aReading({ clubs: two, events }), aPlan()).events;
    expect(rows.map((row) => row.values.clubs)).toEqual([['CLB01', 'CLB02'], ['CLB02', 'CLB01'], undefined]);
    expect(rows[2]?.faults[0]).toMatchObject({ column: 'clubs', kind: 'notAChoice', shown: 'CLB01; CLB09' });
  });

  it('reads the list of the to-do tab below its boxes', () => {
    const todo = gridOf('todo', [{ task: 'Báo cáo năm 2024', due: 45646 }]);
    expect(readRegister(aReading({ todo }), aPlan()).todo.rows[0]).toMatchObject({ row: 11, values: { due: '2024-12-20' } });
  });

  it('reads 5,000 members with their loans within a second or so', () => {
    const many = Array.from({ length: 5000 }, (_, at) =>
      aMember({
        code: `TV${String(at + 1).padStart(4, '0')}`,
        name: `Hoàng Thị Lan ${at}`,
        club: 'CLB01 – CLB Thống Nhất 1',
        birth: '05/03/1956',
      }),
    );
    const loans = many.map(({ code, name }) => ({
      member: `${String(code)} – ${String(name)} (1956)`,
      date: 45356,
      amount: '5 triệu',
      purpose: 'Chăn nuôi',
    }));
    const reading = aReading({ clubs, members: gridOf('members', many), loans: gridOf('loans', loans) });
    const before = performance.now();
    const register = readRegister(reading, aPlan());
    const took = performance.now() - before;
    expect(register.members.rows.every((row) => row.faults.length === 0)).toBe(true);
    expect(register.loans.rows.filter((row) => row.values.member !== undefined)).toHaveLength(5000);
    expect(took).toBeLessThan(3000);
  });
});

describe('a reference', () => {
  const members = gridOf('members', [
    aMember({ code: 'TV0007', name: 'Hoàng Thị Mai' }),
    aMember({ code: 'TV0008', name: 'Nguyễn Thu Hà', birth: '1960' }),
    aMember({ code: 'TV0009', name: 'Nguyễn Thu Hà', birth: '1962' }),
    aMember({ code: null, name: 'Trần Văn Minh' }),
  ]);
  const read = (member: string | number) => {
    const row = readRegister(aReading({ clubs, members, loans: gridOf('loans', [{ member }]) }), aPlan()).loans.rows[0];
    return row?.values.member ?? row?.faults.find((fault) => fault.column === 'member');
  };

  it.each([
    ['TV0007', 'TV0007'],
    ['tv7', 'TV0007'],
    ['TV 0007', 'TV0007'],
    ['TV0007 – Hoàng Thị Mai (1956)', 'TV0007'],
    ['TV0007 - tên đã đổi', 'TV0007'],
    ['hoàng thị mai', 'TV0007'],
    ['Hoàng Thị Mai (1956)', 'TV0007'],
    ['Nguyễn Thu Hà (1962)', 'TV0009'],
  ])('finds %s', (cell, code) => {
    expect(read(cell)).toBe(code);
  });

  it('gives a stand-in for a record without a code', () => {
    expect(read('Trần Văn Minh')).toBe('#row5');
  });

  it('refuses a name that two bear, and offers both', () => {
    expect(read('Nguyễn Thu Hà')).toMatchObject({
      kind: 'ambiguousReference',
      candidates: ['TV0008 – Nguyễn Thu Hà (1960)', 'TV0009 – Nguyễn Thu Hà (1962)'],
    });
  });

  it('refuses what it does not find, and offers names that differ in marks alone', () => {
    expect(read('TV0099')).toMatchObject({ kind: 'unknownReference' });
    expect(read('hoang thi mai')).toMatchObject({ kind: 'unknownReference', candidates: ['TV0007 – Hoàng Thị Mai (1956)'] });
    expect(read(7)).toMatchObject({ kind: 'unknownReference' });
  });

  it('takes a club called by a number for its name, not for a code', () => {
    const two = gridOf('clubs', [aClub({ code: 'CLB01', name: 'CLB 2' }), aClub({ code: 'CLB02', name: 'CLB 1' })]);
    const activities = gridOf('activities', [{ club: 'CLB 1' }, { club: 'CLB1' }, { club: 'CLB 2' }]);
    expect(readRegister(aReading({ clubs: two, activities }), aPlan()).activities.rows.map((row) => row.values.club)).toEqual([
      'CLB02',
      'CLB01',
      'CLB01',
    ]);
  });
});

describe('a code', () => {
  it.each([
    ['TV0001', 'TV0001'],
    ['tv1', 'TV0001'],
    ['ＴＶ０００１', 'TV0001'],
    ['TV12345', 'TV12345'],
    ['TV0000', undefined],
    ['CLB01', undefined],
    ['1', undefined],
  ])('%s is read as %s', (cell, code) => {
    const row = readRegister(aReading({ clubs, members: gridOf('members', [aMember({ code: cell })]) }), aPlan()).members.rows[0];
    expect(row?.code).toBe(code);
    expect(row?.faults.map((fault) => fault.kind)).toEqual(code === undefined ? ['badCode'] : []);
  });
});

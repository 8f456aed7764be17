// Every rule once, on the smallest register that it is about; and the lines beyond which it says nothing.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { CATALOGUE, type RuleId } from '../../rules/findings/catalogue.ts';
import { checkRegister } from '../../rules/findings/check.ts';
import type { Finding } from '../../rules/findings/finding.ts';
import { TABS } from '../../rules/register/tabs.ts';
import {
  aCleanCommune,
  aClub,
  aDeclaration,
  aFundLine,
  aLoan,
  aMember,
  anActivity,
  aRegister,
  check,
  type Damage,
  people,
  QUY_KY,
  type Rows,
  THE_YEAR_2024,
} from './a-register.ts';
import { DAMAGED } from './damaged-registers.ts';

const rules = Object.keys(CATALOGUE) as RuleId[];
const places = (findings: readonly Finding[], rule: RuleId) =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ tab, record, column }) => (column === undefined ? [tab, record] : [tab, record, column]));
const found = (rule: RuleId, rows: Rows, damage: Damage = {}, question = {}) => places(check(rows, damage, question), rule);
const one = (rule: RuleId, rows: Rows, damage: Damage = {}): Finding => {
  const [first, ...more] = check(rows, damage).filter((finding) => finding.rule === rule);
  expect(more).toEqual([]);
  if (first === undefined) throw new Error(`${rule} was not found`);
  return first;
};
const clubs = [aClub()];

describe('on the smallest damaged register', () => {
  it.each(rules)('%s is found where the damage is, and nowhere else', (rule) => {
    const { rows, damage, question, found: expected } = DAMAGED[rule];
    expect(places(check(rows, damage, question), rule)).toEqual(expected);
  });

  it.each(rules)('%s is not found in a clean register', (rule) => {
    expect(places(check(aCleanCommune()), rule)).toEqual([]);
  });
});

describe('what a cell fault means for its record', () => {
  it('a member without a club is not counted', () => {
    expect(one('REFERENCE_UNKNOWN', { clubs, members: [aMember({ club: 'CLB09' })] })).toMatchObject({ severity: 'error', counts: false });
  });
  it('a member without a year of birth is counted, but has to be mended', () => {
    expect(one('REQUIRED_BLANK', { clubs, members: [aMember({ birth: null })] })).toMatchObject({ severity: 'error', counts: true });
  });
  it('a cell on which no figure rests is only worth another look', () => {
    expect(one('DATE_UNREADABLE', { clubs, members: [aMember({ consent: 'rồi' })] })).toMatchObject({ severity: 'warning', counts: true });
  });
  it('an unreadable day of leaving leaves open whether the member counts', () => {
    expect(one('DATE_UNREADABLE', { clubs, members: [aMember({ left: 'đã chuyển đi' })] })).toMatchObject({
      severity: 'error',
      counts: false,
    });
  });
  it('shows the cell as people see it, and offers what may have been meant', () => {
    const { message, repair } = one('DATE_UNREADABLE', { clubs, members: [aMember({ joined: '05/25/2024' })] });
    expect(message).toContain('Thành viên, TV0001, cột Ngày vào CLB: “05/25/2024”');
    expect(repair).toContain('25/05/2024');
  });
  it('cuts a long text in the message', () => {
    expect(one('DATE_UNREADABLE', { clubs, members: [aMember({ joined: 'a'.repeat(500) })] }).message.length).toBeLessThan(200);
  });
  it('names the private kind of the value that it shows', () => {
    expect(one('CHOICE_UNKNOWN', { clubs, members: [aMember({ circumstance: 'mới thoát nghèo' })] }).valueClass).toBe('sensitive');
    expect(one('NUMBER_UNREADABLE', { clubs, members: [aMember()], loans: [aLoan({ amount: 'năm triệu' })] }).valueClass).toBe(
      'confidential',
    );
  });
  it('gives an example for every cell that may be blank by mistake', () => {
    const blank = Object.values(TABS).filter(({ kind }) => kind !== 'owned');
    for (const { columns } of blank) for (const { help } of Object.values(columns)) expect(help).toMatch(/Ví dụ: .+\.$/u);
  });
});

describe('headers and tabs', () => {
  it('a missing header is told once, not once a row', () => {
    const findings = check({ clubs, members: people(50) }, { headers: { members: { birth: 'Tuổi' } } });
    expect(findings.filter(({ column }) => column === 'birth')).toHaveLength(1);
  });
  it('a missing column of ours is put back by us: worth a look, and everything still counts', () => {
    expect(one('HEADER_MISSING', { clubs }, { headers: { clubs: { label: null } } })).toMatchObject({ severity: 'warning', counts: true });
  });
  it('without the tab of members nothing is said of clubs without members', () => {
    expect(found('CLUB_WITHOUT_MEMBERS', { clubs }, { missingTabs: ['members'] })).toEqual([]);
  });
  it('without the tab of declarations only the tab is missed', () => {
    expect(found('SECTION_UNDECLARED', { clubs }, { missingTabs: ['declarations'] })).toEqual([]);
  });
  it('a tab of ours that is missing is repaired, not reported', () => {
    expect(check(aCleanCommune(), { missingTabs: ['todo', 'progress', 'findings'] })).toEqual([]);
  });
});

describe('dates in order', () => {
  it.each([
    ['clubs', 'dissolved before it was founded', { clubs: [aClub({ dissolved: '14/05/2024' })] }, 'DATES_REVERSED', 'dissolved', false],
    [
      'clubs',
      'resumed before it was paused',
      { clubs: [aClub({ paused: '01/11/2024', resumed: '31/10/2024' })] },
      'DATES_REVERSED',
      'resumed',
      true,
    ],
    ['clubs', 'paused before it was founded', { clubs: [aClub({ paused: '14/05/2024' })] }, 'DATES_UNUSUAL', 'paused', true],
    [
      'clubs',
      'dissolved before it was paused',
      { clubs: [aClub({ paused: '01/11/2024', dissolved: '31/10/2024' })] },
      'DATES_UNUSUAL',
      'dissolved',
      true,
    ],
    [
      'loans',
      'due before it was lent',
      { clubs, members: [aMember()], loans: [aLoan({ due: '09/06/2024' })] },
      'DATES_REVERSED',
      'due',
      true,
    ],
    [
      'loans',
      'repaid before it was lent',
      { clubs, members: [aMember()], loans: [aLoan({ lastRepaid: '09/06/2024' })] },
      'DATES_REVERSED',
      'lastRepaid',
      true,
    ],
    ['declarations', 'ending before it begins', { declarations: [aDeclaration({ from: '15/12/2024' })] }, 'DATES_REVERSED', 'until', true],
  ] as const)('a row of %s %s is told', (tab, _what, rows, rule, column, counts) => {
    expect(one(rule, rows)).toMatchObject({ tab, column, counts });
  });
  it('two dates on one day are in order', () => {
    const rows = { clubs: [aClub({ launched: '15/05/2024', dissolved: '15/05/2024' })], members: [aMember({ left: '20/05/2024' })] };
    expect([...found('DATES_REVERSED', rows), ...found('DATES_UNUSUAL', rows)]).toEqual([]);
  });
  it('a loan may fall due years ahead, a day within a year after the closing date is no slip', () => {
    const rows = { clubs, members: [aMember({ joined: '14/12/2025' })], loans: [aLoan({ due: '10/06/2034' })] };
    expect(found('DATE_FAR_AHEAD', rows)).toEqual([]);
  });
});

describe('one person several times', () => {
  const minh = { name: 'Nguyễn Văn Minh', birth: '1950', sex: 'Nam' };
  it('who left and came back was there once at a time', () => {
    const rows = { clubs, members: [aMember({ ...minh, left: '01/08/2024' }), aMember({ ...minh, code: 'TV0002', joined: '01/08/2024' })] };
    expect(found('MEMBER_TWICE_IN_CLUB', rows)).toEqual([]);
  });
  it('two people of one name and year are told apart by where they live', () => {
    const rows = {
      clubs,
      members: [aMember({ ...minh, location: 'Thống Nhất 1' }), aMember({ ...minh, code: 'TV0002', location: 'Khuổi Tát' })],
    };
    expect(found('MEMBER_TWICE_IN_CLUB', rows)).toEqual([]);
    expect(found('MEMBER_MAYBE_SAME', rows)).toEqual([['members', 'TV0002', 'name']]);
  });
  it('who moved to another club is in one club', () => {
    const other = aClub({ code: 'CLB02', name: 'CLB xóm Khuổi Tát', location: 'Khuổi Tát' });
    const rows = {
      clubs: [aClub(), other],
      members: [aMember({ ...minh, left: '01/08/2024' }), aMember({ ...minh, code: 'TV0002', club: 'CLB02', joined: '01/08/2024' })],
    };
    expect(found('MEMBER_IN_TWO_CLUBS', rows)).toEqual([]);
  });
  it('rows without codes are found by where they stand', () => {
    const rows = { clubs, members: [aMember({ ...minh, code: null }), aMember({ ...minh, code: null })] };
    expect(found('MEMBER_TWICE_IN_CLUB', rows)).toEqual([['members', 'dòng 3', 'name']]);
    expect(one('MEMBER_TWICE_IN_CLUB', rows).message).toContain('dòng 2');
  });
  it('a row pasted with its code is found where it was pasted, and named by its place', () => {
    const rows = { clubs, members: [aMember(minh), aMember({ ...minh, code: 'TV0002', name: 'Lý Thị Hà' }), aMember(minh)] };
    const second = one('MEMBER_TWICE_IN_CLUB', rows);
    expect(second.row).toBe(4);
    expect(second.message).toContain('với dòng 2 trong CLB01');
  });
  it('the second row is not counted by itself', () => {
    expect(one('MEMBER_TWICE_IN_CLUB', DAMAGED.MEMBER_TWICE_IN_CLUB.rows)).toMatchObject({ severity: 'error', counts: false });
  });
});

describe('ages on the closing date', () => {
  it.each([
    ['14/12/1903', 1],
    ['15/12/1903', 0],
    ['15/12/2014', 1],
    ['14/12/2014', 0],
    ['2014', 0],
  ])('%s is unusual: %i', (birth, count) => {
    expect(found('AGE_UNUSUAL', { clubs, members: [aMember({ birth })] })).toHaveLength(count);
  });
});

describe('a club beside the plan', () => {
  it('is told with the count, the share and the clause', () => {
    const rows = { clubs, members: people(50).map((member) => ({ ...member, sex: 'Nữ' })) };
    const women = check(rows).find(({ rule, message }) => rule === 'CLUB_OUTSIDE_PLAN' && message.includes('phụ nữ'));
    expect(women?.message).toContain('50/50 (100,0%); kế hoạch nêu mỗi CLB từ 60% đến 70% (mục II.2.a)');
    expect(women).toMatchObject({ severity: 'warning', counts: true });
  });
  it('is not judged while unknown sexes leave it open', () => {
    const rows = { clubs, members: people(50).map((member, index) => (index < 32 ? { ...member, sex: null } : member)) };
    expect(check(rows).filter(({ rule, message }) => rule === 'CLUB_OUTSIDE_PLAN' && message.includes('phụ nữ'))).toEqual([]);
  });
  it('is not judged once it is dissolved', () => {
    expect(found('CLUB_OUTSIDE_PLAN', { clubs: [aClub({ dissolved: '01/12/2024' })], members: people(20) })).toEqual([]);
  });
  it('is judged by its own totals where it has no list', () => {
    const rows = { clubs, totals: [{ club: 'CLB01', date: '01/12/2024', members: 40, older: 26, women: 26 }] };
    expect(one('CLUB_OUTSIDE_PLAN', rows).message).toContain('40 thành viên');
    expect(found('CLUB_WITHOUT_MEMBERS', rows)).toEqual([]);
  });
  it.each([
    [4, 1],
    [5, 0],
    [9, 0],
    [10, 1],
  ])('a board of %i is odd: %i', (size, count) => {
    const rows = { clubs, members: people(50).map((member, index) => ({ ...member, board: index < size })) };
    expect(found('CLUB_BOARD_SIZE', rows)).toHaveLength(count);
  });
});

describe('consent', () => {
  const without = (count: number): Rows => ({ clubs, members: people(count).map((member) => ({ ...member, consent: null })) });
  it('of a few is asked row by row, of many club by club', () => {
    expect(found('CONSENT_MISSING', without(5))).toHaveLength(5);
    expect(found('CONSENT_MISSING', without(6))).toEqual([]);
    expect(one('CONSENTS_MISSING', without(60)).message).toContain('60/60');
  });
  it('is asked by the law of the closing date', () => {
    const on = (asOf: string) => check(without(1), {}, { asOf: asOf as IsoDate }).find(({ rule }) => rule === 'CONSENT_MISSING')?.message;
    expect(on('2025-12-31')).toContain('13/2023/NĐ-CP');
    expect(on('2026-01-01')).toContain('91/2025/QH15');
  });
});

describe('funds', () => {
  const funds = (...lines: Parameters<typeof aFundLine>[0][]): Rows => ({ clubs, funds: lines.map(aFundLine) });
  it('a month may be spent from before it is received: only its end has to balance', () => {
    expect(found('FUND_BALANCE_NEGATIVE', funds({ date: '06/2024', received: null, spent: '500.000' }, { code: 'Q0002' }))).toEqual([]);
  });
  it('the balance of a book with an unreadable line is not known', () => {
    expect(found('FUND_BALANCE_NEGATIVE', funds({ received: 'nhiều' }, { code: 'Q0002', received: null, spent: '500.000' }))).toEqual([]);
  });
  it('money of one fund does not pay for the other', () => {
    const rows = funds({}, { code: 'Q0002', fund: 'Quỹ hoạt động', received: null, spent: '500.000' });
    expect(one('FUND_BALANCE_NEGATIVE', rows).message).toContain('quỹ hoạt động của CLB01 còn -500.000 đ vào cuối tháng 06/2024');
  });
  it('a gift in kind is a line by itself', () => {
    expect(found('FUND_LINE_EMPTY', funds({ received: null, inKind: '1.200.000' }))).toEqual([]);
  });
  it('lines after the closing date do not count yet', () => {
    expect(found('FUND_BALANCE_NEGATIVE', funds({ date: '15/12/2024', received: null, spent: '500.000' }))).toEqual([]);
  });
});

describe('declarations', () => {
  const undeclared = (rows: Rows) =>
    check(rows)
      .filter(({ rule }) => rule === 'SECTION_UNDECLARED')
      .map(({ message }) => message);
  it('are missed for each section the plan rests on, by club', () => {
    const messages = undeclared({ clubs, members: people(50) });
    expect(messages.map((message) => /phần (.+) chưa/.exec(message)?.[1])).toEqual([
      'Câu lạc bộ',
      'Thành viên',
      'Vay vốn',
      'Hoạt động',
      'Tập huấn, tuyên truyền, giám sát',
      'Địa bàn',
    ]);
  });
  it('that end before the closing date are told with their last day', () => {
    const declarations = [aDeclaration({ club: 'CLB01', until: '30/11/2024' })];
    expect(undeclared({ clubs, declarations }).join(' ')).toContain(
      'phần Hoạt động chưa được xác nhận đến ngày 14/12/2024: CLB01 (mới đến 30/11/2024)',
    );
  });
  it('of one club do not speak for another', () => {
    const two = [aClub(), aClub({ code: 'CLB02', name: 'CLB xóm Khuổi Tát', location: 'Khuổi Tát' })];
    const message = undeclared({ clubs: two, declarations: [aDeclaration({ club: 'CLB01' })] }).find((text) => text.includes('Hoạt động'));
    expect(message).toContain('CLB02');
    expect(message).not.toContain('CLB01');
  });
  it('of a section that no target rests on are not asked for', () => {
    const plan = { ...QUY_KY, targets: QUY_KY.targets.filter(({ kind }) => kind === 'count') };
    const sections = check({ clubs, members: people(50) }, { plan }).filter(({ rule }) => rule === 'SECTION_UNDECLARED');
    expect(sections.map(({ message }) => /phần (.+) chưa/.exec(message)?.[1])).toEqual(['Câu lạc bộ', 'Thành viên']);
  });
  it('that nothing happened are held against the rows of their own club and span', () => {
    const nil = (more: Parameters<typeof aDeclaration>[0]) => [aDeclaration({ state: 'Không phát sinh', from: '18/06/2024', ...more })];
    expect(found('NIL_CONTRADICTED', { clubs, activities: [anActivity()], declarations: nil({}) })).toEqual([]);
    expect(found('NIL_CONTRADICTED', { clubs, activities: [anActivity()], declarations: nil({ from: '17/06/2024' }) })).toHaveLength(1);
    const other = [aClub(), aClub({ code: 'CLB02', name: 'CLB xóm Khuổi Tát' })];
    const rows = { clubs: other, activities: [anActivity()], declarations: nil({ from: '17/06/2024', club: 'CLB02' }) };
    expect(found('NIL_CONTRADICTED', rows)).toEqual([]);
  });
  it('of no loans are held against the loans of the members of the club', () => {
    const declarations = [aDeclaration({ section: 'Vay vốn', state: 'Không phát sinh', from: '15/12/2023', club: 'CLB01' })];
    const contradicted = one('NIL_CONTRADICTED', { clubs, members: [aMember()], loans: [aLoan()], declarations });
    expect(contradicted.message).toContain('VV0001');
  });
  it('made too early tell how many rows came since', () => {
    const declarations = [aDeclaration({ declaredOn: '01/06/2024' })];
    expect(one('DECLARED_AHEAD', { clubs, activities: [anActivity()], declarations }).message).toContain('sau đó đã có 1 dòng');
  });
});

describe('the list of findings', () => {
  const rows: Rows = {
    clubs: [aClub({ launched: '01/05/2024' })],
    members: [aMember({ code: null, birth: null }), aMember({ code: 'TV0002', club: 'CLB09' })],
    activities: [anActivity({ date: 'hôm qua' })],
  };
  it('begins with what blocks, then follows the tabs and rows', () => {
    const shown = check(rows)
      .filter(({ record }) => record !== '')
      .map(({ severity, counts, tab, row }) => `${severity} ${counts} ${tab} ${row}`);
    expect(shown.slice(0, 3)).toEqual(['error false members 3', 'error false activities 2', 'error true members 2']);
    expect(shown[shown.length - 1]).toBe('hint true members 2');
  });
  it('is the same as of one closing date, whenever it is asked for', () => {
    const asked = () => checkRegister(aRegister(rows), THE_YEAR_2024);
    expect(asked()).toEqual(asked());
  });
  it('does not slow down when one row is pasted 5,000 times', () => {
    const register = aRegister({ clubs, members: Array.from({ length: 5000 }, () => aMember()) });
    const start = performance.now();
    expect(places(checkRegister(register, THE_YEAR_2024), 'MEMBER_TWICE_IN_CLUB')).toHaveLength(4999);
    expect(performance.now() - start).toBeLessThan(1000);
  });
  it('is checked within a second for 5,000 members in 100 clubs', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      aClub({ code: `CLB${String(index + 1).padStart(2, '0')}`, name: `CLB số ${index + 1}`, location: null }),
    );
    const all = many.flatMap(({ code }, index) => people(50, String(code), index * 50 + 1));
    const register = aRegister({
      clubs: many,
      members: all,
      loans: all.map(({ code }, index) => aLoan({ code: `VV${String(index + 1).padStart(4, '0')}`, member: code ?? null })),
      activities: all.map((_, index) => anActivity({ code: `HD${String(index + 1).padStart(4, '0')}`, content: `buổi ${index}` })),
    });
    const start = performance.now();
    const findings = checkRegister(register, THE_YEAR_2024);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(findings.filter(({ rule }) => rule === 'REFERENCE_UNKNOWN')).toEqual([]);
  });
});

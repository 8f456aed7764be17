// The commune of an invented plan, counted by hand: three clubs of 5, 4 and 3 members.
import { describe, expect, it } from 'vitest';
import type { Verdicts } from '../../rules/progress/judge-target.ts';
import { missingText } from '../../rules/reporting/labels.ts';
import { progressBlock } from '../../rules/reporting/progress-tab.ts';
import { aClub, aDeclaration, aFundLine, aLoan, aMember, anActivity, type Rows } from '../findings/a-register.ts';
import { alone, figures, invented, summed, targetsOf } from './a-plan.ts';

const plan = invented('an-binh');
const UNIT = '90001';
const CUT_OFF = '2025-12-14';
const [OLD, MIDDLE, YOUNG] = ['1950', '1968', '1995'];

/** club, sex, year of birth, needs a loan */
const PEOPLE = [
  ['CLB01', 'Nữ', OLD, 'Có'],
  ['CLB01', 'Nữ', OLD, 'Có'],
  ['CLB01', 'Nữ', OLD, 'Không'],
  ['CLB01', 'Nam', MIDDLE, 'Không'],
  ['CLB01', 'Nam', YOUNG, 'Không'],
  ['CLB02', 'Nữ', OLD, 'Có'],
  ['CLB02', 'Nữ', OLD, 'Có'],
  ['CLB02', 'Nữ', MIDDLE, 'Không'],
  ['CLB02', 'Nam', YOUNG, 'Không'],
  ['CLB03', 'Nữ', OLD, 'Không'],
  ['CLB03', 'Nữ', OLD, 'Không'],
  ['CLB03', 'Nam', MIDDLE, 'Không'],
] as const;
const NAMES = ['Lan', 'Minh', 'Hà', 'Đức', 'Hòa', 'Thủy', 'Quỳnh', 'Ngọc', 'Phượng', 'Nghĩa', 'Mai', 'Sơn'];

const AREAS = plan.areas.map(({ title }) => title);
const held = (club: string, ...areas: readonly (string | undefined)[]) =>
  areas.map((area) => anActivity({ code: null, club, area: area ?? null, date: '10/03/2025' }));
const SECTIONS = ['Câu lạc bộ', 'Thành viên', 'Vay vốn', 'Hoạt động', 'Quỹ CLB', 'Tập huấn, tuyên truyền, giám sát'];

const rows: Rows = {
  clubs: [
    aClub({ location: 'Đông', founded: '01/03/2024' }),
    aClub({ code: 'CLB02', name: 'CLB Tây', location: 'Tây', founded: '10/09/2024', model: false }),
    aClub({ code: 'CLB03', name: 'CLB Nam', location: 'Nam', founded: '05/05/2025', model: false, operatingFundSince: null }),
  ],
  members: PEOPLE.map(([club, sex, birth, needsLoan], index) =>
    aMember({
      code: `TV00${10 + index}`,
      club,
      sex,
      birth: birth ?? null,
      needsLoan,
      name: `Hoàng Thị ${NAMES[index]}`,
      board: index === 0,
    }),
  ),
  loans: [aLoan({ member: 'TV0010' })],
  funds: [
    aFundLine({ received: '30.000.000' }),
    aFundLine({ code: 'Q0002', club: 'CLB03', date: '01/06/2025', received: '20.000.000' }),
    aFundLine({ code: 'Q0003', club: 'CLB03', date: '02/06/2025', received: null, spent: '1' }),
  ],
  totals: [{ code: 'TH001', club: 'CLB02', date: '01/12/2025', incomeFund: '20.000.000' }],
  activities: [...held('CLB01', ...AREAS, ...AREAS), ...held('CLB02', ...AREAS), ...held('CLB03', AREAS[0])],
  events: [
    { code: 'TH001', date: '09/06/2025', kind: 'Tập huấn ban đầu cho CLB', clubs: 'CLB01; CLB02' },
    { code: 'TH002', date: '09/07/2025', kind: 'Kiểm tra, giám sát', clubs: 'CLB01' },
  ],
  assessments: [{ code: 'DG001', club: 'CLB01', year: 2025, verdict: 'Quản lý tốt' }],
  declarations: SECTIONS.filter((section) => section !== 'Quỹ CLB').map((section, index) =>
    aDeclaration({ code: `XN00${index + 1}`, section, until: '14/12/2025' }),
  ),
};

const verdicts: Verdicts = new Map([['suc-khoe', { met: true, text: 'Đã tổ chức khám sức khỏe.' }]]);
const one = alone(plan, UNIT, rows, CUT_OFF, verdicts);
const rolled = targetsOf(summed(plan, { units: { [UNIT]: rows }, verdicts }, CUT_OFF));

/** id, status, lowest and highest, worked out on paper */
const BY_HAND = [
  ['so-clb', 'met', 3, 3], // kind 1
  ['clb-moi', 'met', 3, 3], // kind 2, "trên 2"
  ['clb-moi-6-thang', 'notMet', 0, 0], // kind 3: nothing in the second half of 2025
  ['nct-clb-moi', 'notDue', 7, 7], // kind 7
  ['ty-le-nct', 'notDue', (7 / 12) * 100, (7 / 12) * 100],
  ['quy-mo-clb', 'met', 100, 100], // kind 8: 5, 4 and 3 of 3 to 5
  ['nu-moi-clb', 'outside', (2 / 3) * 100, (2 / 3) * 100], // 60 %, 75 %, 66,7 %
  ['hai-quy', 'notDue', (2 / 3) * 100, (2 / 3) * 100], // kind 9
  ['tap-huan', 'notDue', (1 / 3) * 100, (1 / 3) * 100],
  ['vay-von', 'notDue', (1 / 3) * 100, (1 / 3) * 100], // kind 10: 1 of 2, 0 of 2, nobody
  ['chat-luong', 'met', (2 / 3) * 100, (2 / 3) * 100],
  ['quy-20-trieu', 'notDue', (2 / 3) * 100, (2 / 3) * 100], // kind 11: 30, 20 and 19.999.999
  ['quy-30-trieu', 'notMet', (1 / 3) * 100, (1 / 3) * 100], // its deadline is over
  ['clb-diem', 'met', 100, 100], // kind 13
] as const;

describe('the plan of xã An Bình, by hand', () => {
  it.each(BY_HAND)('%s is %s, from %d to %d', (id, status, low, high) => {
    const progress = one.get(id);
    expect(progress?.status).toBe(status);
    expect(progress?.figure?.low).toBeCloseTo(low, 9);
    expect(progress?.figure?.high).toBeCloseTo(high, 9);
  });

  it('takes the people’s verdict where nothing can be counted', () => {
    expect(one.get('suc-khoe')).toMatchObject({ status: 'met', verdict: 'Đã tổ chức khám sức khỏe.' });
  });

  it.each([...BY_HAND.map(([id]) => id), 'suc-khoe'])('%s is the same from what travels to a superior', (id) => {
    expect(rolled.get(id)?.status).toBe(one.get(id)?.status);
    expect([rolled.get(id)?.figure?.low, rolled.get(id)?.figure?.high]).toEqual([one.get(id)?.figure?.low, one.get(id)?.figure?.high]);
  });
});

describe('beside the targets of xã An Bình', () => {
  it('the bar striven for has a status of its own', () => {
    expect(one.get('so-clb')?.striven).toEqual({ bar: { atLeast: 4 }, status: 'notDue' });
  });

  it('the steps of the plan say where it should be', () => {
    expect(one.get('so-clb')?.course).toEqual({ on: CUT_OFF, expected: 2, pace: 'ahead' });
    expect(missingText(one.get('so-clb') ?? failed())).toBe('theo lộ trình đến ngày 14/12/2025 cần 2 CLB – vượt tiến độ');
  });

  it('each half-year stands by itself', () => {
    expect(one.get('clb-moi-6-thang')?.years?.map(({ year, half, status }) => `${half}/${year} ${status}`)).toEqual([
      '1/2024 met',
      '2/2024 met',
      '1/2025 met',
      '2/2025 notMet',
    ]);
  });

  it('a half-year is decided at the cut-off of the six months', () => {
    const unsaid = { ...rows, clubs: [], declarations: [] };
    expect(alone(plan, UNIT, unsaid, '2024-06-14').get('clb-moi-6-thang')?.status).toBe('noData'); // are there clubs? nobody knows
    const none = { ...rows, clubs: [], declarations: [aDeclaration({ section: 'Câu lạc bộ', until: '31/12/2025' })] };
    expect(alone(plan, UNIT, none, '2024-06-13').get('clb-moi-6-thang')?.status).toBe('notDue');
    expect(alone(plan, UNIT, none, '2024-06-14').get('clb-moi-6-thang')?.status).toBe('notMet');
  });

  it('people of 60 and of 55 are counted side by side', () => {
    expect(one.get('ty-le-nct')?.readings?.map(({ id, figure }) => [id, figure.numerator.sure])).toEqual([
      ['tu-60', 7],
      ['tu-55', 10],
    ]);
  });

  it('two versions of the quality rule stand side by side, in sum and club by club', () => {
    const quality = one.get('chat-luong');
    expect(quality?.readings?.map(({ id, figure, status }) => [id, figure.numerator.sure, status])).toEqual([
      ['quan-ly-tot.v1', 2, 'met'],
      ['quan-ly-tot.v2', 1, 'notDue'],
    ]);
    const said = quality?.quality?.map(({ club, verdict, rules }) => [
      club,
      verdict,
      ...rules.map(({ answer, failed: lacking }) => `${answer} ${lacking.length}`),
    ]);
    expect(said).toEqual([
      ['CLB01', 'good', 'yes 0', 'yes 0'],
      ['CLB02', undefined, 'yes 0', 'no 3'], // each area once, and nobody on the board
      ['CLB03', undefined, 'no 1', 'no 4'], // one area never; both areas, board, training
    ]);
  });

  it('the tab names what a club lacks, and what people said of it', () => {
    const lines = progressBlock([one.get('chat-luong') ?? failed()], 1).cells.map((row) => row.map(String).join(' | '));
    expect(lines.some((line) => line.includes('CLB03') && line.includes('thiếu hoạt động Chăm sóc sức khoẻ'))).toBe(true);
    expect(lines.some((line) => line.includes('CLB01') && line.includes('Đánh giá CLB: Quản lý tốt.'))).toBe(true);
    expect(lines.some((line) => line.includes('bản 2') && line.includes('ban chủ nhiệm ít nhất 1 người'))).toBe(true);
  });

  it('what is said of single clubs by the rule does not travel', () => {
    expect(JSON.stringify(figures(plan, UNIT, rows, CUT_OFF))).not.toContain('failed');
  });
});

describe('the money of a fund', () => {
  const share = (more: Rows) => alone(plan, UNIT, { ...rows, ...more }, CUT_OFF).get('quy-20-trieu')?.figure;

  it('is the club’s own total where there is no book, and marked', () => {
    expect(share({})?.numerator).toMatchObject({ sure: 2, fromTotals: 1 });
  });

  it('is the book’s where there is one', () => {
    const book = aFundLine({ code: 'Q0004', club: 'CLB02', received: '19.000.000' });
    expect(share({ funds: [...(rows.funds ?? []), book] })?.numerator).toMatchObject({ sure: 1, fromTotals: 0 });
  });

  it('is open where the total and a declaration that nothing came in disagree', () => {
    const declared = aDeclaration({ code: 'XN009', section: 'Quỹ CLB', club: 'CLB02', until: '14/12/2025' });
    expect(share({ declarations: [...(rows.declarations ?? []), declared] })?.numerator).toMatchObject({ sure: 1, doubtful: 1 });
  });

  it('is open without either', () => {
    expect(share({ totals: [] })?.numerator).toMatchObject({ sure: 1, doubtful: 1 });
  });
});

function failed(): never {
  throw new Error('the plan has no such target');
}

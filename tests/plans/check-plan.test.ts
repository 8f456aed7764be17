import { describe, expect, test } from 'vitest';
import { planNotices } from '../../rules/plan/check-plan.ts';
import type { PlanNotice } from '../../rules/plan/plan-notice.ts';
import { changedPlan, planOf } from './plan-files.ts';

const common = { text: 'Chỉ tiêu của xã Lan Hà.', deadline: '2025-12-31', unit: 'count' };
const count = (id: string, clause: string, bar: object, counted: object, more: object = {}) => ({
  ...common,
  id,
  clause,
  title: id,
  kind: 'count',
  bar,
  count: counted,
  ...more,
});
const eachClub = (id: string, clause: string, bar: object, of?: object) => ({
  ...common,
  id,
  clause,
  title: id,
  kind: 'each-club',
  bar,
  clubs: {},
  ...(of ? { unit: 'percent', share: { of } } : {}),
});

/** An invented plan of other numbers, with only these targets; notices on its document left out. */
function noticesOn(targets: readonly object[], more: Readonly<Record<string, unknown>> = {}): PlanNotice[] {
  const plan = planOf(changedPlan('quy-ky', { targets, 'document.number': '12', 'document.date.day': 5, assumptions: [], ...more }));
  return planNotices(plan).filter((notice) => notice.code !== 'ASSUMPTION');
}
const codesOn = (targets: readonly object[]) => noticesOn(targets).map((notice) => notice.code);

const founded = { from: '2024-03-01', to: '2025-12-31' };

describe('clubs, members and sizes', () => {
  test('says how many clubs are needed when the least number of clubs cannot hold the least number of members', () => {
    const [notice, ...more] = noticesOn([
      count('clb', 'A.1', { atLeast: 4 }, { clubs: { founded } }),
      count('tv', 'A.2', { atLeast: 500 }, { members: {}, ofClubs: { founded } }),
      eachClub('quy-mo', 'B.1', { atMost: 60 }),
    ]);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ code: 'TOO_FEW_CLUBS_FOR_MEMBERS', clauses: ['A.1', 'A.2', 'B.1'] });
    expect(notice?.dev).toContain('4 clubs x at most 60 members = 240 < 500');
    expect(notice?.user).toContain('cần ít nhất 9 câu lạc bộ');
  });

  test('says that members are out of reach when even the most clubs cannot hold them', () => {
    const targets = [
      count('clb', 'A.1', { between: [2, 3] }, { clubs: {} }),
      count('tv', 'A.2', { moreThan: 300 }, { members: {} }),
      eachClub('quy-mo', 'B.1', { between: [50, 70] }),
    ];
    expect(codesOn(targets)).toEqual(['CLUBS_CANNOT_HOLD_MEMBERS']);
  });

  test('says that members are exceeded when the fewest clubs of the least size are already more', () => {
    const targets = [
      count('clb', 'A.1', { equal: 5 }, { clubs: {} }),
      count('tv', 'A.2', { between: [150, 200] }, { members: {} }),
      eachClub('quy-mo', 'B.1', { atLeast: 50 }),
    ];
    expect(codesOn(targets)).toEqual(['CLUBS_EXCEED_MEMBERS']);
  });

  test.each([
    ['when the ends meet exactly', count('tv', 'A.2', { between: [140, 210] }, { members: {} })],
    ['on members of other clubs', count('tv', 'A.2', { atLeast: 500 }, { members: {}, ofClubs: { founded } })],
    ['on some of the members only', count('tv', 'A.2', { atLeast: 500 }, { members: { older: true } })],
    ['on members due on another day', count('tv', 'A.2', { atLeast: 500 }, { members: {} }, { deadline: '2024-12-31' })],
  ])('says nothing %s', (_when, members) => {
    expect(
      codesOn([count('clb', 'A.1', { between: [2, 3] }, { clubs: {} }), members, eachClub('quy-mo', 'B.1', { between: [50, 70] })]),
    ).toEqual([]);
  });
});

describe('shares of one whole', () => {
  test.each([
    ['women 60-65 and men 20-30', { between: [60, 65] }, { between: [20, 30] }, ['PARTS_BELOW_WHOLE']],
    ['women at least 70 and men at least 40', { atLeast: 70 }, { atLeast: 40 }, ['PARTS_ABOVE_WHOLE']],
    ['women 60-70 and men 30-40', { between: [60, 70] }, { between: [30, 40] }, []],
    ['women 60 and men 40', { equal: 60 }, { equal: 40 }, []],
  ])('are judged together: %s', (_title, women, men, codes) => {
    expect(codesOn([eachClub('nu', 'B.1', women, { sex: 'female' }), eachClub('nam', 'B.2', men, { sex: 'male' })])).toEqual(codes);
  });

  test('are older and younger members too', () => {
    const targets = [
      eachClub('nct', 'B.1', { between: [60, 70] }, { older: true }),
      eachClub('tre', 'B.2', { atMost: 20 }, { older: false }),
    ];
    expect(codesOn(targets)).toEqual(['PARTS_BELOW_WHOLE']);
  });

  test('are not women and older members, who may be the same people', () => {
    const targets = [eachClub('nct', 'B.1', { atLeast: 60 }, { older: true }), eachClub('nu', 'B.2', { atLeast: 60 }, { sex: 'female' })];
    expect(codesOn(targets)).toEqual([]);
  });
});

describe('years', () => {
  const every = { unit: 'year', from: '2024-01-01', to: '2025-12-31' };

  test('says that a number for every year does not add up to the number for all years', () => {
    const targets = [
      count('tong', 'A.1', { atLeast: 9 }, { clubs: { founded } }),
      count('moi-nam', 'A.2', { atLeast: 3 }, { clubs: { founded } }, { every }),
    ];
    const [notice] = noticesOn(targets);
    expect(notice).toMatchObject({ code: 'YEARLY_BELOW_TOTAL', clauses: ['A.2', 'A.1'] });
    expect(notice?.dev).toBe('3 a year x 2 years = 6 < 9 in all');
  });

  test('says nothing when it does', () => {
    const targets = [
      count('tong', 'A.1', { atLeast: 6 }, { clubs: { founded } }),
      count('moi-nam', 'A.2', { atLeast: 3 }, { clubs: { founded } }, { every }),
    ];
    expect(codesOn(targets)).toEqual([]);
  });

  test('says that a deadline or a year lies outside the days of the plan', () => {
    const targets = [
      count('muon', 'A.1', { atLeast: 1 }, { clubs: {} }, { deadline: '2026-01-01' }),
      count('moi-nam', 'A.2', { atLeast: 1 }, { clubs: { founded } }, { every: { ...every, to: '2026-12-31' } }),
    ];
    expect(codesOn(targets)).toEqual(['DEADLINE_OUTSIDE_PERIOD', 'YEARS_OUTSIDE_PERIOD']);
  });
});

describe('blanks and assumptions', () => {
  const one = [count('clb', 'A.1', { atLeast: 1 }, { clubs: {} })];

  test('are notices, each blank by name', () => {
    const notices = noticesOn(one, { 'document.number': null, 'document.date': { year: 2024, month: null, day: null } });
    expect(notices.map((notice) => notice.code)).toEqual(['NUMBER_BLANK', 'DATE_BLANK']);
    expect(notices[1]?.user).toContain('ngày, tháng ban hành');
  });

  test('are printed word for word, those of the schedule with their clause', () => {
    const plan = planOf(changedPlan('quy-ky', { assumptions: ['Lan giả định điều này.'] }));
    const assumed = planNotices(plan).filter((notice) => notice.code === 'ASSUMPTION');
    expect(assumed.map((notice) => notice.clauses)).toEqual([['IV.6'], []]);
    expect(assumed[1]?.user).toContain('Lan giả định điều này.');
  });
});

describe('the schedule', () => {
  const halfYear = { id: 'bao-cao-6-thang', kind: 'six-month', title: 'Báo cáo 6 tháng', clause: 'V.1', due: { day: 25 } };
  const notices = (name: string, changes: Readonly<Record<string, unknown>>) =>
    planNotices(planOf(changedPlan(name, changes))).filter(({ code }) => code === 'REPORT_NOBODY_FEEDS' || code === 'HOLIDAYS_EXPECTED');

  test('of a superior that no commune feeds is told, and of one that they feed is not', () => {
    const [notice] = notices('buon-ma-thuot', { 'reporting[1].schedule[1]': halfYear });
    expect(notice).toMatchObject({ code: 'REPORT_NOBODY_FEEDS', clauses: ['V.1'] });
    expect(notice?.user).toMatch(/"Báo cáo 6 tháng".* Đề nghị [^.]+\.$/);
    expect(notices('buon-ma-thuot', { 'reporting[0].schedule[1]': halfYear, 'reporting[1].schedule[1]': halfYear })).toEqual([]);
  });

  test('over years whose days off are not announced is told once, with the first of them', () => {
    const found = notices('quy-ky', {
      'period.to': '2030-12-31',
      'units[0].names[1].to': undefined,
      'reporting[0].schedule[0].due': { workingDaysAfterCutOff: 3 },
    });
    expect(found.map(({ dev }) => dev)).toEqual(['days off are announced up to 2026 only']);
    expect(found[0]?.user).toContain('từ năm 2027');
  });
});

test('every notice ends in one request and shows no date of the file', () => {
  const notices = noticesOn([count('muon', 'A.1', { atLeast: 1 }, { clubs: {} }, { deadline: '2026-01-01' })], { 'document.number': null });
  expect(notices).toHaveLength(2);
  for (const { user } of notices) {
    expect(user).toMatch(/Đề nghị [^.]+\.$/);
    expect(user).not.toMatch(/\d{4}-\d{2}-\d{2}|undefined/);
    expect(user).toBe(user.normalize('NFC'));
  }
});

// Each kind of target over small communes: its figure, its status, and the moment that decides.
import { describe, expect, it } from 'vitest';
import type { Target } from '../../rules/plan/target-schema.ts';
import { decidingCutOff } from '../../rules/progress/judge.ts';
import { yearlyPeriod } from '../../rules/reporting/periods.ts';
import { verdictsOf } from '../../rules/reporting/verdicts.ts';
import { aClub, aDeclaration, aLoan, aRegister, people, QUY_KY, type Rows } from '../findings/a-register.ts';
import { aTarget, bounds, day, factsOn, planWith, progressOf } from './a-commune.ts';

const clubs = (count: number, more: Parameters<typeof aClub>[0] = {}) =>
  Array.from({ length: count }, (_, index) => aClub({ code: `CLB0${index + 1}`, name: `CLB Mẫu ${index + 1}`, ...more }));
const someClubs = (bar: Target extends infer T ? (T extends { bar: infer B } ? B : never) : never, more: Partial<Target> = {}) =>
  aTarget({ kind: 'count', unit: 'count', bar, count: { clubs: {} }, ...more } as never);

describe('a target', () => {
  const target = someClubs({ between: [2, 3] });

  it.each([
    [1, '2024-12-14', 'notDue'],
    [2, '2024-12-14', 'met'],
    [1, '2025-12-13', 'notDue'],
    [1, '2025-12-14', 'notMet'],
    [4, '2024-12-14', 'beyond'],
    [4, '2025-12-14', 'beyond'],
  ] as const)('of 2 to 3 clubs by the end of 2025 is, with %i clubs on %s, %s', (count, cutOff, status) => {
    expect(progressOf({ clubs: clubs(count) }, target, day(cutOff)).status).toBe(status);
  });

  it('with a deadline at a year’s end is decided on 14/12, another on its own day', () => {
    expect(decidingCutOff(day('2025-12-31'))).toBe('2025-12-14');
    expect(decidingCutOff(day('2025-12-30'))).toBe('2025-12-30');
    expect(decidingCutOff(day('2025-06-30'))).toBe('2025-06-30');
  });

  it('keeps in a later report the figures of the day that decided', () => {
    const byEndOf2024 = someClubs({ atLeast: 2 }, { deadline: day('2024-12-31') });
    const rows = { clubs: [...clubs(1), aClub({ code: 'CLB02', name: 'CLB Mẫu 2', founded: '20/12/2024' })] };
    const later = progressOf(rows, byEndOf2024, day('2025-12-14'));
    expect(later).toMatchObject({
      asOf: '2024-12-14',
      decidedOn: '2024-12-14',
      decided: true,
      status: 'notMet',
      figure: { low: 1, high: 1 },
    });
    expect(progressOf(rows, byEndOf2024, day('2024-12-14')).figure).toEqual(later.figure);
  });

  it('of composition is outside its frame when above it, before the deadline too', () => {
    const women = aTarget({
      kind: 'share',
      unit: 'percent',
      bar: { between: [60, 70] },
      part: { members: { sex: 'female' } },
      of: { members: {} },
    });
    const members = people(10).map((row, index) => ({ ...row, sex: index < 8 ? 'Nữ' : 'Nam' }));
    expect(progressOf({ clubs: clubs(1), members }, women).status).toBe('outside');
  });

  it('that allows so many at most is not beyond its plan when there are more', () => {
    expect(progressOf({ clubs: clubs(3) }, someClubs({ atMost: 2 })).status).toBe('outside');
    expect(progressOf({ clubs: clubs(2) }, someClubs({ atMost: 2 })).status).toBe('met');
  });

  it('without data for its bounds to agree has not enough of it', () => {
    const rows = { clubs: [...clubs(1), aClub({ code: 'CLB02', name: 'CLB Mẫu 2', founded: null })] };
    expect(progressOf(rows, someClubs({ atLeast: 2 })).status).toBe('noData');
    expect(progressOf(rows, someClubs({ atLeast: 1 })).status).toBe('met');
    expect(progressOf(rows, someClubs({ atLeast: 3 }), day('2025-12-14')).status).toBe('notMet');
  });
});

describe('readings of an ambiguous clause', () => {
  const lent = { members: { borrower: true } } as const;
  const everybody = { members: {} } as const;
  const half = { clubs: { share: { of: { borrower: true }, bar: { atLeast: 50 } } } } as const;
  const target = aTarget({
    kind: 'share',
    unit: 'percent',
    bar: { atLeast: 100 },
    part: half,
    of: { clubs: {} },
    readings: [
      { id: 'moi-clb', text: 'Mọi CLB', part: half, of: { clubs: {} } },
      { id: 'tong', text: 'Tổng số', bar: { atLeast: 50 }, part: lent, of: everybody },
    ],
  });
  /** A club of 4 of whom 3 have borrowed, and one of 4 of whom 1 has. */
  const rows: Rows = {
    clubs: clubs(2),
    members: [...people(4), ...people(4, 'CLB02', 11)],
    loans: ['TV0001', 'TV0002', 'TV0003', 'TV0011'].map((member, index) => aLoan({ code: `VV000${index + 1}`, member })),
  };

  it('are all there, the first being the target’s own, each with its bar', () => {
    const progress = progressOf(rows, target, day('2025-12-14'));
    expect(progress).toMatchObject({ status: 'notMet', figure: { low: 50, high: 50 } });
    expect(progress.readings?.map(({ id, bar, status, figure }) => [id, bar, status, figure.low])).toEqual([
      ['moi-clb', { atLeast: 100 }, 'notMet', 50],
      ['tong', { atLeast: 50 }, 'met', 50],
    ]);
    expect(progress.readings?.[0]?.figure).toEqual(progress.figure);
  });

  it('take shares from sums, never from averages of clubs', () => {
    const uneven: Rows = {
      clubs: clubs(2),
      members: [...people(1), ...people(9, 'CLB02', 11)],
      loans: [aLoan(), aLoan({ code: 'VV0002', member: 'TV0011' })],
    };
    expect(progressOf(uneven, target).readings?.[1]?.figure).toMatchObject({ low: 20, high: 20 }); // not (100 + 11) / 2
  });
});

describe('a milestone', () => {
  const target = aTarget({
    kind: 'milestone',
    place: 'thống nhất 1',
    evidence: { at: 'Thống Nhất 1', model: true, has: ['foundingDecision', 'launch', 'incomeFund'] },
  });
  const declarations = [aDeclaration({ section: 'Câu lạc bộ' })];
  const milestone = (own: Rows['clubs'] = [], cutOff = '2024-12-14') => progressOf({ clubs: own, declarations }, target, day(cutOff));

  it('is x of y, complete when all its evidence is there', () => {
    expect(milestone([aClub()])).toMatchObject({ status: 'met', figure: { numerator: { sure: 4 }, denominator: { sure: 4 } } });
    expect(milestone([aClub({ model: false, incomeFundSince: null })])).toMatchObject({
      status: 'notDue',
      figure: { numerator: { sure: 2, doubtful: 0 }, low: 50 },
    });
  });

  it('is 0 of y where the place has no club', () => {
    expect(milestone([aClub({ location: 'Mẫu 2' })], '2025-12-14')).toMatchObject({ status: 'notMet', figure: { low: 0, high: 0 } });
  });

  it('is told by the best club of the place, whatever the order of the rows', () => {
    const poor = aClub({ code: 'CLB02', name: 'CLB Mẫu', launched: null, incomeFundSince: null, model: false });
    for (const own of [
      [aClub(), poor],
      [poor, aClub()],
    ])
      expect(milestone(own)).toMatchObject({ status: 'met', figure: { low: 100, high: 100 } });
  });

  it('is open while a club of no known place may be the one', () => {
    expect(milestone([aClub({ location: null })])).toMatchObject({ status: 'noData', figure: { low: 0, high: 100 } });
  });

  it('loses a club that is dissolved', () => {
    expect(milestone([aClub({ dissolved: '01/12/2024' })])).toMatchObject({ status: 'notDue', figure: { low: 0, high: 0 } });
  });
});

describe('a target for each club', () => {
  const size = aTarget({ kind: 'each-club', unit: 'count', bar: { between: [3, 4] }, clubs: {} });
  const ofSizes = (...sizes: readonly number[]): Rows => ({
    clubs: clubs(sizes.length),
    members: sizes.flatMap((count, index) => people(count, `CLB0${index + 1}`, 10 * index + 1)),
  });
  const statuses = (rows: Rows, cutOff = '2024-12-14') => {
    const { status, figure, clubs: own } = progressOf(rows, size, day(cutOff));
    return [status, figure?.numerator.sure, figure?.denominator?.sure, own?.map((club) => club.status)];
  };

  it('is met when each club is within', () => {
    expect(statuses(ofSizes(3, 4))).toEqual(['met', 2, 2, ['met', 'met']]);
  });

  it('is as bad as its worst club', () => {
    expect(statuses(ofSizes(3, 5))).toEqual(['outside', 1, 2, ['met', 'outside']]);
    expect(statuses(ofSizes(2, 5))).toEqual(['notDue', 0, 2, ['notDue', 'outside']]);
    expect(statuses(ofSizes(2, 5), '2025-12-14')).toEqual(['notMet', 0, 2, ['notMet', 'outside']]);
  });

  it('is open where a club is', () => {
    const rows = ofSizes(3, 3);
    expect(statuses({ ...rows, clubs: [...clubs(1), aClub({ code: 'CLB02', name: 'CLB Mẫu 2', founded: null })] })).toEqual([
      'noData',
      1,
      1,
      ['met', 'noData'],
    ]);
  });

  it('has no subject where there are no clubs, and no data where nobody knows', () => {
    expect(progressOf({ declarations: [aDeclaration({ section: 'Câu lạc bộ' })] }, size).status).toBe('noSubject');
    expect(progressOf({}, size).status).toBe('noData');
  });

  it('leaves out a dissolved club', () => {
    const rows = ofSizes(3, 1);
    expect(statuses({ ...rows, clubs: [...clubs(1), aClub({ code: 'CLB02', name: 'CLB Mẫu 2', dissolved: '01/12/2024' })] })).toEqual([
      'met',
      1,
      1,
      ['met'],
    ]);
  });
});

describe('a narrative target', () => {
  const target = aTarget({
    kind: 'narrative',
    id: 'suc-khoe-nhan-thuc',
    beside: { part: { members: { older: false } }, of: { members: {} } },
  });
  const plan = planWith(target);
  const said = (verdict: string | null, period = 'năm 2024', more: object = {}) => ({
    code: 'TM001',
    period,
    part: 'Kết quả chỉ tiêu định tính',
    target: 'Chỉ tiêu',
    verdict,
    text: 'Các CLB đã tổ chức nói chuyện chuyên đề.',
    ...more,
  });
  const yearOfReport = (cutOff: string) => yearlyPeriod(Number(cutOff.slice(0, 4)), { month: 12, day: 20 });
  const judged = (narratives: Rows['narratives'] = [], cutOff = '2024-12-14') => {
    const verdicts = verdictsOf(aRegister({ narratives }, { plan }), plan, yearOfReport(cutOff));
    return progressOf({ clubs: clubs(1), members: people(4) }, target, day(cutOff), verdicts);
  };

  it('has the people’s verdict, and a figure beside it', () => {
    expect(judged([said('Đạt')])).toMatchObject({
      status: 'met',
      verdict: 'Các CLB đã tổ chức nói chuyện chuyên đề.',
      figure: { low: 0, high: 0 },
    });
    expect(judged([said('Chưa đạt')]).status).toBe('notDue');
    expect(judged([said('Chưa đạt', 'năm 2025')], '2025-12-14').status).toBe('notMet');
  });

  it.each([
    ['nobody gave one', []],
    ['it is of another year', [said('Đạt', 'năm 2023')]],
    ['it is of half a year', [said('Đạt', '6 tháng đầu năm 2024')]],
    ['only words were written', [said(null)]],
    ['two of them disagree', [said('Đạt'), said('Chưa đạt', 'năm 2024', { code: 'TM002' })]],
  ])('is not judged when %s', (_, narratives) => {
    expect(judged(narratives).status).toBe('unjudged');
  });

  it.each(['năm 2024', '2024', 'Báo cáo năm 2024', '15/12/2023 – 14/12/2024'])('takes the verdict of the period “%s”', (period) => {
    expect(judged([said('Đạt', period)]).status).toBe('met');
  });

  it('decided in an earlier year keeps that year’s verdict', () => {
    const early = { ...target, deadline: day('2024-12-31') };
    const rows = { narratives: [said('Đạt'), said('Chưa đạt', 'năm 2025', { code: 'TM002' })] };
    expect(verdictsOf(aRegister(rows, { plan }), { targets: [early] }, yearOfReport('2025-12-14')).get(target.id)?.met).toBe(true);
    expect(verdictsOf(aRegister(rows, { plan }), plan, yearOfReport('2025-12-14')).get(target.id)?.met).toBe(false);
  });
});

describe('a target for each calendar year', () => {
  const target = aTarget({
    kind: 'count',
    unit: 'count',
    bar: { atLeast: 1 },
    count: { clubs: {} },
    every: { unit: 'year', from: day('2023-01-01'), to: day('2025-12-31') },
  });
  const founded = (...days: readonly string[]): Rows => ({
    clubs: days.map((on, index) => aClub({ code: `CLB0${index + 1}`, name: `CLB ${index}`, founded: on })),
  });
  const years = (rows: Rows, cutOff: string) => {
    const progress = progressOf(rows, target, day(cutOff));
    return [progress.status, progress.years?.map(({ year, status, figure }) => `${year} ${figure.low} ${status}`)];
  };

  it('is judged year by year, the running one not before its cut-off', () => {
    expect(years(founded('01/03/2023'), '2024-06-01')).toEqual(['notDue', ['2023 1 met', '2024 0 notDue']]);
    expect(years(founded('01/03/2023'), '2024-12-14')).toEqual(['notMet', ['2023 1 met', '2024 0 notMet']]);
    expect(years(founded('01/03/2023', '14/12/2024'), '2024-12-14')).toEqual(['met', ['2023 1 met', '2024 1 met']]);
  });

  it('counts a club founded after the cut-off in its own calendar year, once that year is looked back at', () => {
    const rows = founded('01/03/2023', '20/12/2024');
    expect(years(rows, '2024-12-14')).toEqual(['notMet', ['2023 1 met', '2024 0 notMet']]);
    expect(years(rows, '2025-06-30')).toEqual(['notDue', ['2023 1 met', '2024 1 met', '2025 0 notDue']]);
  });

  it('counts a club that was founded and has been dissolved since', () => {
    const rows = { clubs: [aClub({ founded: '01/03/2024', dissolved: '01/10/2024' })] };
    expect(progressOf(rows, target, day('2024-12-14')).years?.[1]?.figure).toMatchObject({ low: 1, high: 1 });
  });

  it('has no year before the span begins, nor one after it ends', () => {
    expect(years(founded('01/03/2023'), '2022-12-14')).toEqual(['notDue', []]);
    expect(
      progressOf(founded('01/03/2026'), { ...target, deadline: day('2027-12-31') } as Target, day('2027-12-14')).years?.map(
        ({ year }) => year,
      ),
    ).toEqual([2023, 2024, 2025]);
  });

  it('keeps to the days of the count itself', () => {
    const fromJune = { ...target, count: { clubs: { founded: { from: day('2024-06-01') } } } } as Target;
    expect(progressOf(founded('01/03/2024', '01/07/2024'), fromJune, day('2024-12-14')).years?.map(({ figure }) => figure.low)).toEqual([
      0, 1,
    ]);
  });
});

describe('a unit', () => {
  const withClub = { units: { withClub: {} } } as const;

  it('has a club, has none, or is not known', () => {
    expect(bounds({ clubs: clubs(1) }, withClub)).toEqual([1, 1]);
    expect(bounds({ declarations: [aDeclaration({ section: 'Câu lạc bộ' })] }, withClub)).toEqual([0, 0]);
    expect(bounds({}, withClub)).toEqual([0, 1]);
    expect(bounds({ clubs: clubs(1, { founded: null }) }, withClub)).toEqual([0, 1]);
  });
});

describe('clubs of an earlier phase', () => {
  const target = aTarget({
    kind: 'cohort',
    unit: 'percent',
    bar: { atLeast: 100 },
    founded: { from: day('2016-01-01'), to: day('2020-12-31') },
  });
  const old = (code: string, more: object = {}) => aClub({ code, name: `CLB ${code}`, founded: '01/03/2018', ...more });

  it('are kept unless dissolved', () => {
    expect(progressOf({ clubs: [old('CLB01'), old('CLB02', { dissolved: '01/05/2023' })] }, target).figure).toMatchObject({
      low: 50,
      high: 50,
      numerator: { records: ['CLB01'] },
      denominator: { records: ['CLB01', 'CLB02'] },
    });
  });

  it('are not those founded since, and perhaps one of which nobody knows when', () => {
    expect(progressOf({ clubs: [old('CLB01'), aClub({ code: 'CLB02' })] }, target).figure).toMatchObject({
      low: 100,
      denominator: { sure: 1 },
    });
    expect(progressOf({ clubs: [old('CLB01'), old('CLB02', { founded: null })] }, target).figure).toMatchObject({
      low: 50,
      high: 100,
      denominator: { sure: 1, doubtful: 1 },
    });
  });
});

describe('facts', () => {
  it('know each club by its code, and one without a code by its row', () => {
    expect(factsOn({ clubs: [aClub(), aClub({ code: null, name: 'CLB Mẫu 2' })] }).clubs.map(({ code }) => code)).toEqual([
      'CLB01',
      '#row3',
    ]);
  });

  it('are those of the plan’s own unit', () => {
    expect(factsOn({}).unit).toBe(QUY_KY.units[0]?.id);
  });
});

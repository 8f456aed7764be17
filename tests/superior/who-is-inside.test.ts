// What the city's targets make of units with no club, no register, nothing typed, nothing told: none of them is ever a zero by silence.
import { describe, expect, it } from 'vitest';
import { type DemoRows, demoGrids } from '../../cli/demo/register.ts';
import { figuresOf, type UnitFigures } from '../../rules/progress/figures.ts';
import { rollUp } from '../../rules/progress/roll-up.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { CITY, day, figuresOn, LATER, THEN } from './a-city.ts';

const UNITS = CITY.units.slice(0, 3);
const [ONE, TWO, THREE] = UNITS.map(({ id }) => id) as [string, string, string];
const SMALL = { ...CITY, units: UNITS };

const complete = (...sections: string[]): NonNullable<DemoRows['declarations']> =>
  sections.map((section) => ({ section, state: 'complete', until: '2025-12-31' }));

function figures(unit: string, rows: DemoRows, cutOff = '2025-12-14'): [string, UnitFigures] {
  const empty: DemoRows = { clubs: [], members: [], loans: [], declarations: [], totals: [] };
  const register = readRegister({ register: unit, grids: demoGrids({ ...empty, ...rows }, CITY) }, CITY);
  const windowFrom = `${Number(cutOff.slice(0, 4)) - 1}-12-15`;
  return [unit, figuresOf(register, { plan: CITY, unit, level: 'commune', cutOff: day(cutOff), windowFrom: day(windowFrom) })];
}

const rolled = (own: readonly [string, UnitFigures][], baselines: Readonly<Record<string, number>> = {}, cutOff = '2025-12-14') =>
  rollUp(new Map(own), {
    plan: SMALL,
    cutOff: day(cutOff),
    windowFrom: day(`${Number(cutOff.slice(0, 4)) - 1}-12-15`),
    baselines: new Map(Object.entries(baselines)),
    verdicts: new Map(),
  });
const target = (found: ReturnType<typeof rolled>, id: string) => found.progress.find((one) => one.target.id === id);

const aClub = (code: string, founded: string, dissolved?: string) => ({
  code,
  name: `CLB ${code}`,
  founded,
  ...(dissolved ? { dissolved } : {}),
});
const withClub = (unit: string, founded = '2022-03-01') =>
  figures(unit, { clubs: [aClub('CLB01', founded)], declarations: complete('clubs') });
const noClub = (unit: string, cutOff?: string) =>
  figures(unit, { declarations: [{ section: 'clubs', state: 'nil', from: '2016-01-01', until: '2025-12-31' }] }, cutOff);
const nothingTyped = (unit: string) => figures(unit, {});

describe('100% phường, xã có CLB', () => {
  const share = (found: ReturnType<typeof rolled>) => {
    const { figure, status } = target(found, 'phuong-xa-co-clb') ?? {};
    return { has: figure?.numerator.sure, perhaps: figure?.numerator.doubtful, of: figure?.denominator?.sure, status };
  };

  it('a unit that says it has no club is in the denominator, and a no', () => {
    expect(share(rolled([withClub(ONE), withClub(TWO), noClub(THREE)]))).toEqual({ has: 2, perhaps: 0, of: 3, status: 'notMet' });
  });

  it('a unit without a register is in the denominator, and unknown', () => {
    expect(share(rolled([withClub(ONE), withClub(TWO)]))).toEqual({ has: 2, perhaps: 1, of: 3, status: 'noData' });
  });

  it('a register in which nothing is typed is unknown', () => {
    expect(share(rolled([withClub(ONE), withClub(TWO), nothingTyped(THREE)]))).toEqual({ has: 2, perhaps: 1, of: 3, status: 'noData' });
  });

  it('a no is a no whatever the unknown ones have', () => {
    expect(share(rolled([withClub(ONE), noClub(TWO)]))).toEqual({ has: 1, perhaps: 1, of: 3, status: 'notMet' });
  });

  it('is met by all', () => {
    expect(share(rolled([withClub(ONE), withClub(TWO), withClub(THREE)])).status).toBe('met');
  });
});

describe('duy trì CLB giai đoạn 2016-2020', () => {
  const cohort = (found: ReturnType<typeof rolled>) => {
    const { figure, status } = target(found, 'duy-tri-clb') ?? {};
    return {
      kept: figure?.numerator.sure,
      perhaps: figure?.numerator.doubtful,
      of: figure?.denominator?.sure,
      open: figure?.denominator?.open,
      status,
    };
  };
  const old = (unit: string, dissolved?: string) =>
    figures(unit, { clubs: [aClub('CLB01', '2018-03-01', dissolved)], declarations: complete('clubs') });
  const baselines = { [ONE]: 1, [TWO]: 1, [THREE]: 0 };

  it('is met when every club of the list is there', () => {
    expect(cohort(rolled([old(ONE), old(TWO), noClub(THREE)], baselines))).toEqual({
      kept: 2,
      perhaps: 0,
      of: 2,
      open: false,
      status: 'met',
    });
  });

  it('a club that nobody entered is missing, not gone', () => {
    expect(cohort(rolled([old(ONE), nothingTyped(TWO), noClub(THREE)], baselines))).toEqual({
      kept: 1,
      perhaps: 1,
      of: 2,
      open: false,
      status: 'noData',
    });
    expect(cohort(rolled([old(ONE), noClub(THREE)], baselines))).toEqual({ kept: 1, perhaps: 1, of: 2, open: false, status: 'noData' });
  });

  it('a club that was dissolved is gone', () => {
    expect(cohort(rolled([old(ONE), old(TWO, '2024-05-01'), noClub(THREE)], baselines))).toEqual({
      kept: 1,
      perhaps: 0,
      of: 2,
      open: false,
      status: 'notMet',
    });
  });

  it('a unit without a number of its own leaves the target open', () => {
    expect(cohort(rolled([old(ONE), old(TWO), noClub(THREE)], { [ONE]: 1, [TWO]: 1 }))).toEqual({
      kept: 2,
      perhaps: 0,
      of: 2,
      open: true,
      status: 'noData',
    });
    expect(cohort(rolled([old(ONE), old(TWO, '2024-05-01')], { [ONE]: 1 })).status).toBe('notMet');
  });
});

describe('mỗi năm ít nhất 02 CLB', () => {
  const yearsOf = (found: ReturnType<typeof rolled>) =>
    (target(found, 'clb-moi-moi-nam')?.years ?? []).map(({ year, figure, status }) => [year, figure.numerator.sure, status]);
  const founded = (...dates: string[]) => ({
    clubs: dates.map((date, index) => aClub(`CLB0${index + 1}`, date)),
    declarations: complete('clubs'),
  });

  it('is judged for each calendar year: a club of 20/12 counts in its year, although the report’s window had ended', () => {
    const own = founded('2021-05-01', '2021-06-01', '2022-05-01', '2022-06-01', '2023-05-01', '2023-12-20');
    const at = (cutOff: string) => yearsOf(rolled([figures(ONE, own, cutOff), noClub(TWO, cutOff), noClub(THREE, cutOff)], {}, cutOff));
    expect(at('2024-12-14')).toEqual([
      [2021, 2, 'met'],
      [2022, 2, 'met'],
      [2023, 2, 'met'],
      [2024, 0, 'notMet'],
    ]);
    expect(at('2023-12-14').pop()).toEqual([2023, 1, 'notMet']);
  });

  it('is open while a unit may have founded more', () => {
    expect(yearsOf(rolled([withClub(ONE, '2025-03-01'), noClub(TWO)])).pop()).toEqual([2025, 1, 'noData']);
    expect(yearsOf(rolled([figures(ONE, founded('2025-03-01', '2025-04-01'))])).pop()).toEqual([2025, 2, 'met']);
  });

  it('counts the demo’s club of 20/12/2023 in 2023', () => {
    const all = new Map([...figuresOn(THEN)]);
    const found = rollUp(all, { plan: CITY, cutOff: THEN.cutOff, windowFrom: THEN.from, baselines: new Map(), verdicts: new Map() });
    expect(yearsOf(found)).toEqual([
      [2021, 3, 'beyond'],
      [2022, 4, 'beyond'],
      [2023, 2, 'met'],
      [2024, 5, 'beyond'],
    ]);
  });
});

describe('people', () => {
  const minh = (code: string, club: string) => ({
    code,
    club: `${club} – CLB ${club}`,
    name: 'Trần Văn Minh',
    birth: '1955',
    sex: 'male',
    joined: '2023-01-01',
  });
  const twice = (unit: string) =>
    figures(unit, {
      clubs: [aClub('CLB01', '2022-03-01'), aClub('CLB02', '2022-03-01')],
      members: [minh('TV0001', 'CLB01'), minh('TV0002', 'CLB02'), { ...minh('TV0003', 'CLB02'), name: 'Lê Thị Lan', sex: 'female' }],
      declarations: complete('clubs', 'members'),
    });

  it('are counted once in a commune, and a namesake in another commune is another person', () => {
    expect(rolled([twice(ONE), noClub(TWO), noClub(THREE)]).base.members.sure).toBe(2);
    expect(rolled([twice(ONE), twice(TWO), noClub(THREE)]).base.members.sure).toBe(4);
  });
});

describe('the figures printed', () => {
  it('are of the units that can tell, and say how many those are; the verdict holds for all', () => {
    const found = rolled([withClub(ONE), nothingTyped(TWO)]);
    const clubs = target(found, 'clb-moi');
    expect(clubs?.figure).toMatchObject({ low: 1, high: 1 });
    expect(clubs?.coverage).toEqual({ heard: 1, of: 3 });
    expect(clubs?.status).toBe('noData');
  });

  it('a target met by those who can tell is met', () => {
    const { progress } = rollUp(new Map([...figuresOn(LATER)]), {
      plan: {
        ...CITY,
        targets: CITY.targets.map((one) => (one.id === 'clb-moi' && one.kind === 'count' ? { ...one, bar: { atLeast: 5 } } : one)),
      },
      cutOff: LATER.cutOff,
      windowFrom: LATER.from,
      baselines: new Map(),
      verdicts: new Map(),
    });
    expect(progress.find((one) => one.target.id === 'clb-moi')?.status).toBe('beyond');
  });
});

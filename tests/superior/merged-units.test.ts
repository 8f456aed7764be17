// Units merge and are renamed while a plan runs: nothing is lost or counted twice, whoever is asked first, and names follow the day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeOn } from '../../rules/plan/unit-names.ts';
import { bySuccessor } from '../../rules/progress/by-successor.ts';
import { BASE_COUNTS, type BaseCount, type UnitFigures } from '../../rules/progress/figures.ts';
import type { TargetProgress } from '../../rules/progress/progress.ts';
import { type RolledUp, rollUp } from '../../rules/progress/roll-up.ts';
import { identityOf } from '../../rules/register/identity.ts';
import { readWorkbook } from '../../rules/register/read-register.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { letterhead } from '../../rules/reporting/letterhead.ts';
import { successorText, unitNamed } from '../../rules/reporting/unit-standing.ts';
import { readingOf } from '../reporting/a-workbook.ts';
import { aSuperior, baselinesOn, CITY, day, figuresOn, PERIODS, THEN } from './a-city.ts';

const plain = ({ base, heard, missing, progress }: RolledUp) => ({
  base: Object.fromEntries(
    Object.entries(base).map(([key, { sure, doubtful, open, fromTotals }]) => [key, { sure, doubtful, open, fromTotals }]),
  ),
  heard: [...heard].sort(),
  missing: [...missing].sort(),
  progress: progress.map(({ clubs, ...one }: TargetProgress) => ({
    ...one,
    clubs: [...(clubs ?? [])].sort((a, b) => (a.club < b.club ? -1 : 1)),
    figure: withoutOrder(one.figure),
  })),
});
const withoutOrder = (figure: TargetProgress['figure']): unknown =>
  JSON.parse(
    JSON.stringify(figure ?? null, (key, part: unknown) => (/ecords$/.test(key) && Array.isArray(part) ? [...part].sort() : part)),
  );

describe('the order of the units', () => {
  it.each(PERIODS)('changes nothing at $cutOff', (period) => {
    const figures = [...figuresOn(period)].slice(0, 14); // some are missing
    const ask = (units: typeof CITY.units, own: typeof figures) =>
      plain(
        rollUp(new Map(own), {
          plan: { ...CITY, units },
          cutOff: period.cutOff,
          windowFrom: period.from,
          baselines: baselinesOn(period),
          verdicts: new Map(),
        }),
      );
    const wanted = ask(CITY.units, figures);
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...CITY.units], { minLength: CITY.units.length }),
      fc.shuffledSubarray(figures, { minLength: figures.length }),
    );
    fc.assert(
      fc.property(shuffled, ([units, own]) => {
        expect(ask(units, own)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it('does not matter for the years either, when the newest figures of one unit are of another year', () => {
    const figures = [...figuresOn(THEN)].slice(0, 3);
    const old: [string, UnitFigures][] = figures.map(([unit, own], index) => [
      unit,
      index === 0
        ? { ...own, measured: own.measured.map((one) => ({ ...one, ...(one.years ? { years: one.years.slice(0, 3) } : {}) })) }
        : own,
    ]);
    const yearsOf = (own: typeof old) => {
      const units = own.flatMap(([id]) => CITY.units.filter((unit) => unit.id === id));
      const question = { plan: { ...CITY, units }, cutOff: THEN.cutOff, windowFrom: THEN.from, baselines: new Map(), verdicts: new Map() };
      return rollUp(new Map(own), question)
        .progress.find(({ years }) => years !== undefined)
        ?.years?.map(({ year }) => year);
    };
    expect(yearsOf(old)).toEqual([2021, 2022, 2023, 2024]);
    expect(yearsOf([...old].reverse())).toEqual([2021, 2022, 2023, 2024]);
  });
});

const DAYS = ['2024-10-31', '2024-11-01', '2025-06-30', '2025-07-01'].map(day);

describe.each([
  { on: '2024-10-31', groups: 21 },
  { on: '2024-11-01', groups: 19 },
  { on: '2025-06-30', groups: 19 },
  { on: '2025-07-01', groups: 6 },
])('the units of the plan on $on', ({ on, groups }) => {
  const figures = figuresOn(THEN);
  const found = bySuccessor(CITY, figures, day(on));

  it(`belong to ${groups} units, none lost and none in two`, () => {
    expect(found).toHaveLength(groups);
    expect(found.flatMap(({ units }) => units).sort()).toEqual(CITY.units.map(({ id }) => id).sort());
    expect(found.reduce((sum, { heard }) => sum + heard, 0)).toBe(figures.size);
  });

  it('add up to the totals of the plan’s own', () => {
    const sum = (key: BaseCount) => found.reduce((total, { base }) => total + base[key].sure, 0);
    for (const key of Object.keys(BASE_COUNTS) as BaseCount[])
      expect(sum(key), key).toBe([...figures.values()].reduce((total, { base }) => total + base[key].sure, 0));
  });
});

describe('codes and names that are used again', () => {
  const holding = (on: string, code: string) => bySuccessor(CITY, new Map(), day(on)).find((one) => one.code === code);

  it.each([
    { on: '2024-10-31', code: '24133', name: 'phường Thắng Lợi', units: ['24133'] },
    { on: '2024-11-01', code: '24133', name: 'phường Thành Công', units: ['24133', '24139'] },
    {
      on: '2025-07-01',
      code: '24133',
      name: 'phường Buôn Ma Thuột',
      units: ['24127', '24133', '24136', '24139', '24142', '24145', '24148', '24160'],
    },
    { on: '2025-06-30', code: '24121', name: 'phường Tân Hòa', units: ['24121'] },
    { on: '2025-07-01', code: '24121', name: 'phường Tân Lập', units: ['24118', '24121', '24166'] },
    { on: '2025-06-30', code: '24124', name: 'phường Tân An', units: ['24124'] },
    { on: '2025-06-30', code: '24163', name: 'xã Ea Tu', units: ['24163'] },
    { on: '2025-07-01', code: '24163', name: 'phường Tân An', units: ['24124', '24157', '24163'] },
  ])('on $on $code is $name', ({ on, code, name, units }) => {
    expect(holding(on, code)).toMatchObject({ name, units });
  });

  it.each(DAYS)('on %s no two units of the plan are called the same', (on) => {
    expect(new Set(CITY.units.map(({ id }) => unitNamed(CITY, id, on))).size).toBe(CITY.units.length);
  });

  it('the list of units says what became of each', () => {
    expect(successorText(CITY, '24127')).toBe('phường Tân Tiến (từ 01/11/2024); phường Buôn Ma Thuột (từ 01/07/2025)');
    expect(successorText(CITY, '24175')).toBe('xã Hòa Phú (từ 01/07/2025)');
  });
});

describe('what is printed follows the day', () => {
  const unit = CITY.units.find(({ id }) => id === '24124');
  const officeNames = (on: string) =>
    (CITY.reporting.find(({ level }) => level === 'commune')?.chains ?? []).map((chain) => officeOn(CITY, chain, day(on)).name);
  const workbook = readWorkbook(SUPERIOR_TABS, readingOf(aSuperior()), CITY);
  const head = (on: string) => {
    if (CITY.superior === null) throw new Error('the plan has a superior');
    const found = letterhead(CITY, 'superior', CITY.superior, identityOf(workbook), day(on));
    return 'missing' in found ? found : { unit: found.unit.name, issuer: found.issuer, to: found.to[0]?.name, cc: found.cc[0]?.name };
  };

  it.each([
    { on: '2024-12-20', name: 'phường Tân An', offices: ['UBND thành phố Buôn Ma Thuột', 'Ban đại diện Hội NCT thành phố Buôn Ma Thuột'] },
    { on: '2025-06-30', name: 'phường Tân An', offices: ['UBND thành phố Buôn Ma Thuột', 'Ban đại diện Hội NCT thành phố Buôn Ma Thuột'] },
    {
      on: '2025-07-01',
      name: 'phường Tân An, địa bàn phường Tân An (cũ)',
      offices: ['UBND tỉnh Đắk Lắk', 'Hội Người cao tuổi tỉnh Đắk Lắk'],
    },
  ])('a unit on $on', ({ on, name, offices }) => {
    expect(unitNamed(CITY, unit?.id ?? '', day(on))).toBe(name);
    expect(officeNames(on)).toEqual(offices);
  });

  it.each([
    {
      on: '2024-12-25',
      unit: 'thành phố Buôn Ma Thuột',
      issuer: 'UBND thành phố Buôn Ma Thuột',
      to: 'UBND tỉnh Đắk Lắk',
      cc: 'Ban đại diện Hội NCT tỉnh Đắk Lắk',
    },
    {
      on: '2025-06-30',
      unit: 'thành phố Buôn Ma Thuột',
      issuer: 'UBND thành phố Buôn Ma Thuột',
      to: 'UBND tỉnh Đắk Lắk',
      cc: 'Ban đại diện Hội NCT tỉnh Đắk Lắk',
    },
    { on: '2025-12-25', unit: 'tỉnh Đắk Lắk', issuer: 'Sở Y tế tỉnh Đắk Lắk', to: 'UBND tỉnh Đắk Lắk', cc: 'Hội Người cao tuổi Việt Nam' },
  ])('the city on $on', ({ on, ...wanted }) => {
    expect(head(on)).toEqual(wanted);
  });
});

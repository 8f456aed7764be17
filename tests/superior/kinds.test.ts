// A superior whose plan asks for six-month reports besides the yearly ones: its own report, its digests, and who owes what.
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../rules/plan/schedule-schema.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import type { Heard } from '../../rules/reporting/heard.ts';
import { at, type Workbook } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, figuresOn, rowsOf, sentReport, sheetIn, superiorTurn, THEN } from './a-city.ts';

const half = (due: number): Schedule => ({
  id: 'bao-cao-6-thang',
  kind: 'six-month',
  title: 'Báo cáo 6 tháng',
  clause: 'V.4',
  due: { day: due },
});
/** The city's plan with one more report of its communes, due on the 20th, and of the city, due on the 25th. */
const withEntry = (entry: (due: number) => Schedule): Plan => ({
  ...CITY,
  reporting: CITY.reporting.map((one) => ({ ...one, schedule: [...one.schedule, entry(one.level === 'commune' ? 20 : 25)] }) as typeof one),
});
const STEM = 'buon-ma-thuot/tp-buon-ma-thuot/';

function aBusySuperior(plan = withEntry(half), reportsFrom = '2024-01-01'): Workbook {
  const workbook = aSuperior(THEN.upTo, { reportsFrom: day(reportsFrom) });
  const grid = sheetIn(workbook, SUPERIOR_TABS.plan.sheetId);
  grid.splice(1, grid.length, ...planToRows(JSON.stringify(plan)).map((row) => [...row]));
  return workbook;
}

/** All have sent their half-year's report but the first so many. */
function heard(missing: number): Map<string, Heard> {
  const figures = figuresOn(THEN);
  return new Map(
    CITY.units.map(({ id }, index): [string, Heard] => {
      const report = { status: 'sent', sentAt: '20/06/2024 08:00', daysLate: 0, figures: figures.get(id) };
      const reports = index < missing ? [] : ([[`${CITY.id}/${id}/bao-cao-6-thang/2024-h1/1`, report]] as const);
      return [id, { kind: 'heard', reports: new Map(reports), live: undefined }];
    }),
  );
}
const sentOn = (workbook: Workbook, on: string, missing: number) =>
  superiorTurn(workbook, heard(missing), at(on)).letters.map(({ key }) => key.slice(STEM.length));

describe('a superior with six-month reports', () => {
  it('hears of who is missing from the units’ due day on, and sends its own on its day', () => {
    const workbook = aBusySuperior();
    const days = ['2024-06-19', '2024-06-20', '2024-06-21', '2024-06-22', '2024-06-23', '2024-06-25', '2024-06-26'];
    expect(days.map((on, index) => sentOn(workbook, on, index < 3 ? 2 : 0))).toEqual([
      [],
      ['tinh-hinh/2024-06-20'],
      ['tinh-hinh/2024-06-21'],
      ['tinh-hinh/2024-h1-du'],
      [],
      ['bao-cao-6-thang/2024-h1/1'],
      [],
    ]);
  });

  it('tells of another kind on the days when everything about the year is told', () => {
    const quarter = (due: number): Schedule => ({
      id: 'bao-cao-quy',
      kind: 'quarterly',
      title: 'Báo cáo quý',
      clause: 'V.4',
      due: { day: due },
    });
    const plan = withEntry(quarter);
    const figures = figuresOn(THEN);
    const yearly = (id: string): Heard => sentReport(id, 2024, figures.get(id));
    const workbook = aBusySuperior(plan, '2024-12-10');
    const days = ['2024-12-20', '2024-12-21', '2024-12-22'].map((on) =>
      superiorTurn(workbook, new Map(CITY.units.map(({ id }) => [id, yearly(id)])), at(on)).letters.map(({ key }) =>
        key.slice(STEM.length),
      ),
    );
    expect(days).toEqual([['tinh-hinh/2024-du'], ['tinh-hinh/2024-12-21'], ['tinh-hinh/2024-12-22']]);
  });

  it('calls the period by its name in the digest', () => {
    const [letter] = superiorTurn(aBusySuperior(), heard(2), at('2024-06-20')).letters;
    expect(letter?.text).toContain('báo cáo 6 tháng đầu năm 2024');
    expect(letter?.text).toContain('19/21 đơn vị');
  });

  it('keeps who owes the half-year’s report on top, and nobody before the day', () => {
    const periodsOn = (on: string) => {
      const workbook = aBusySuperior();
      superiorTurn(workbook, heard(2), at(on));
      return rowsOf(workbook, 'status').map(({ period }) => period);
    };
    expect(periodsOn('2024-06-19').filter((period) => period === '6 tháng đầu năm 2024')).toEqual([]);
    expect(periodsOn('2024-06-27').slice(0, 3)).toEqual(['6 tháng đầu năm 2024', '6 tháng đầu năm 2024', 'năm 2024']);
  });
});

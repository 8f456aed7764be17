// A superior whose plan asks for six-month reports besides the yearly ones: its own report, its digests, and who owes what.
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../rules/plan/schedule-schema.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import type { Heard } from '../../rules/reporting/heard.ts';
import { at, type Workbook } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, figuresOn, rowsOf, sheetIn, superiorTurn, THEN } from './a-city.ts';

const half = (due: number): Schedule => ({
  id: 'bao-cao-6-thang',
  kind: 'six-month',
  title: 'Báo cáo 6 tháng',
  clause: 'V.4',
  due: { day: due },
});
const PLAN: Plan = {
  ...CITY,
  reporting: CITY.reporting.map((one) => ({ ...one, schedule: [...one.schedule, half(one.level === 'commune' ? 20 : 25)] }) as typeof one),
};
const STEM = 'buon-ma-thuot/tp-buon-ma-thuot/';

function aBusySuperior(): Workbook {
  const workbook = aSuperior(THEN.upTo, { reportsFrom: day('2024-01-01') });
  const grid = sheetIn(workbook, SUPERIOR_TABS.plan.sheetId);
  grid.splice(1, grid.length, ...planToRows(JSON.stringify(PLAN)).map((row) => [...row]));
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

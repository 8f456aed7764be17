import { describe, expect, test } from 'vitest';
import { type IsoDate, isoDate } from '../../rules/calendar-date.ts';
import { planNotices } from '../../rules/plan/check-plan.ts';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import { issuerOn, officeOn, unitOn } from '../../rules/plan/unit-names.ts';
import { expectedOn } from '../../rules/progress/course.ts';
import { planJson, planOf, textsIn } from './plan-files.ts';

const plan = planOf(planJson('buon-ma-thuot'));
const target = (id: string) => plan.targets.find((entry) => entry.id === id);
const unit = (id: string) => {
  const found = plan.units.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
};
const day = (text: string): IsoDate => {
  const date = isoDate(text);
  if (date === undefined) throw new Error(`no date ${text}`);
  return date;
};
const namesOn = (date: string) => new Map(plan.units.map((entry) => unitOn(entry, day(date))).map(({ code, name }) => [code, name]));

describe('the plan of thành phố Buôn Ma Thuột', () => {
  test('loads with no fault', () => {
    expect(parsePlan(planJson('buon-ma-thuot'))).toMatchObject({ ok: true });
  });

  test('has an entry for every clause of targets, solutions, funding and tasks', () => {
    const clauses = new Set(
      [plan.targets, plan.solutions, plan.fundingSources, plan.chargeUnits, plan.tasks].flatMap((list) =>
        list.map((entry) => entry.clause),
      ),
    );
    const wanted = ['I.2.1', 'I.2.2', 'III', 'IV.1', 'IV.2', 'IV.3', 'IV.4', 'V.1', 'V.2', 'V.4'];
    const departments = [1, 2, 3, 4, 5, 6].map((number) => `V.3.${number}`);
    expect([...wanted, ...departments].filter((clause) => !clauses.has(clause))).toEqual([]);
  });

  test('has one task for each bullet, and only those of V.4 are the communes’', () => {
    const tasks = plan.chargeUnits.map((entry) => [entry.clause, plan.tasks.filter((task) => task.inCharge === entry.id).length]);
    expect(Object.fromEntries(tasks)).toEqual({
      'V.1': 4,
      'V.2': 2,
      'V.3.1': 1,
      'V.3.2': 1,
      'V.3.3': 1,
      'V.3.4': 1,
      'V.3.5': 1,
      'V.3.6': 1,
      'V.4': 5,
    });
    expect(plan.tasks.every((task) => (task.level === 'commune') === (task.clause === 'V.4'))).toBe(true);
  });

  test('has eight activity areas, five bullets of solutions and four funding sources', () => {
    expect(plan.areas).toHaveLength(8);
    expect(plan.solutions.flatMap((solution) => solution.bullets)).toHaveLength(5);
    expect(plan.fundingSources.map((source) => source.bullets?.length)).toEqual([1, 2, 2, 2]);
  });

  test('invents neither number nor date', () => {
    expect(plan.document.number).toBeNull();
    expect(plan.document.date).toEqual({ year: null, month: null, day: null });
  });

  test('carries the figures of its clauses', () => {
    expect(target('clb-moi')).toMatchObject({ bar: { atLeast: 19 } });
    expect(target('thanh-vien-clb-moi')).toMatchObject({ bar: { atLeast: 950 } });
    expect(target('nct-clb-moi')).toMatchObject({ bar: { atLeast: 570 } });
    expect(target('clb-moi-moi-nam')).toMatchObject({ bar: { atLeast: 2 }, every: { from: '2021-01-01', to: '2025-12-31' } });
    expect(target('duy-tri-clb')).toMatchObject({
      kind: 'cohort',
      bar: { atLeast: 100 },
      founded: { from: '2016-01-01', to: '2020-12-31' },
    });
    expect(target('tre-moi-clb')).toMatchObject({ bar: { between: [30, 40] }, share: { of: { older: false } } });
    expect(target('clb-dat-chat-luong')).toMatchObject({ bar: { atLeast: 70 } });
  });

  test('judges the quantities of the city at the city only', () => {
    const superiorOnly = plan.targets.filter((entry) => entry.levels?.join() === 'superior').map((entry) => entry.id);
    expect(superiorOnly).toEqual(['phuong-xa-co-clb', 'clb-moi', 'thanh-vien-clb-moi', 'nct-clb-moi', 'clb-moi-moi-nam', 'duy-tri-clb']);
    expect(plan.targets.filter((entry) => entry.clause === 'I.2.2').every((entry) => entry.levels === undefined)).toBe(true);
  });

  test('is told that two clubs a year do not make nineteen, and of no other contradiction', () => {
    const notices = planNotices(plan).filter(({ code }) => !['ASSUMPTION', 'NUMBER_BLANK', 'DATE_BLANK'].includes(code));
    expect(notices.map((notice) => notice.dev)).toEqual(['2 a year x 5 years = 10 < 19 in all']);
  });

  test('is NFC and free of the scan’s debris outside its notes', () => {
    const texts = textsIn(planJson('buon-ma-thuot'));
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
    const prose = [plan.targets, plan.solutions, plan.otherClauses, plan.fundingSources, plan.tasks, plan.chargeUnits, plan.beneficiaries];
    const vietnamese = textsIn(prose).filter((text) => text.includes(' '));
    expect(vietnamese.filter((text) => /[¢€{}_‘’&]|\p{L}\d|\d\p{L}/u.test(text.replace('TDTT & Du lịch', '')))).toEqual([]);
    expect(vietnamese.filter((text) => /\b(Lien|thé|hoat|dong|tuyen|phuong)\b/u.test(text))).toEqual([]);
  });
});

describe('its units through two mergers', () => {
  test.each([
    ['2023-04-08', 21],
    ['2024-10-31', 21],
    ['2024-11-01', 19],
    ['2025-06-30', 19],
    ['2025-07-01', 6],
  ])('on %s stand for %i communes', (date, count) => {
    expect(namesOn(date).size).toBe(count);
  });

  test('are thirteen wards and eight communes with the codes of 2023', () => {
    const classes = plan.units.map((entry) => entry.class);
    expect([classes.filter((name) => name === 'phuong').length, classes.filter((name) => name === 'xa').length]).toEqual([13, 8]);
    expect(plan.units.every((entry) => unitOn(entry, day('2023-04-08')).code === entry.id)).toBe(true);
  });

  test('become the six communes of July 2025', () => {
    expect(Object.fromEntries(namesOn('2025-07-01'))).toEqual({
      24121: 'phường Tân Lập',
      24133: 'phường Buôn Ma Thuột',
      24154: 'phường Thành Nhất',
      24163: 'phường Tân An',
      24169: 'phường Ea Kao',
      24175: 'xã Hòa Phú',
    });
  });

  test.each([
    ['24133', '2024-10-31', '24133', 'phường Thắng Lợi', undefined],
    ['24133', '2024-11-01', '24133', 'phường Thành Công', 'địa bàn phường Thắng Lợi (cũ)'],
    ['24139', '2024-11-01', '24133', 'phường Thành Công', 'địa bàn phường Thành Công (cũ)'],
    ['24127', '2024-11-01', '24145', 'phường Tân Tiến', 'địa bàn phường Thống Nhất (cũ)'],
    ['24124', '2025-07-01', '24163', 'phường Tân An', 'địa bàn phường Tân An (cũ)'],
    ['24172', '2025-07-01', '24175', 'xã Hòa Phú', 'địa bàn xã Hòa Phú (cũ)'],
  ])('keep unit %s apart on %s, whatever its code', (id, date, code, name, formerArea) => {
    const entry = unitOn(unit(id), day(date));
    expect([entry.code, entry.name, entry.formerArea]).toEqual([code, name, formerArea]);
  });

  test('are never two units of one former area on one day', () => {
    for (const date of ['2024-11-01', '2025-07-01']) {
      const areas = plan.units.map((entry) => unitOn(entry, day(date))).map(({ code, formerArea }) => `${code} ${formerArea}`);
      expect(new Set(areas).size).toBe(plan.units.length);
    }
  });
});

describe('its reporting', () => {
  const chainsOf = (level: string) => plan.reporting.find((part) => part.level === level)?.chains ?? [];

  test.each([
    ['commune', '2025-06-30', ['UBND thành phố Buôn Ma Thuột', 'Ban đại diện Hội NCT thành phố Buôn Ma Thuột']],
    ['commune', '2025-07-01', ['UBND tỉnh Đắk Lắk', 'Hội Người cao tuổi tỉnh Đắk Lắk']],
    ['superior', '2025-06-30', ['UBND tỉnh Đắk Lắk', 'Ban đại diện Hội NCT tỉnh Đắk Lắk']],
  ])('of the %s level goes to the offices of %s', (level, date, offices) => {
    expect(chainsOf(level).map((chain) => [chain.role, officeOn(plan, chain, day(date)).name])).toEqual([
      ['to', offices[0]],
      ['cc', offices[1]],
    ]);
  });

  test('is issued by each commune under its name of the day', () => {
    const [ubnd, hoi] = chainsOf('commune');
    if (ubnd === undefined || hoi === undefined) throw new Error('two chains');
    expect(issuerOn(ubnd, day('2024-12-20'), unit('24163')).head).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ EA TU']);
    expect(issuerOn(ubnd, day('2025-12-20'), unit('24163')).name).toBe('UBND phường Tân An');
    expect(issuerOn(hoi, day('2024-12-20'), unit('24118')).name).toBe('Hội Người cao tuổi phường Tân Lập');
  });

  test('is due on 20 December for communes and five days later for the city, both by assumption', () => {
    const due = plan.reporting.flatMap((part) =>
      part.schedule.filter((line) => line.kind === 'yearly').map((line) => [part.level, line.due]),
    );
    expect(due).toEqual([
      ['commune', { month: 12, day: 20 }],
      ['superior', { month: 12, day: 25 }],
    ]);
    const lines = plan.reporting.flatMap((part) => part.schedule);
    expect(lines.every((line) => 'due' in line === (line.assumption !== undefined))).toBe(true);
  });

  test('says where its quantities should be by each report, on an even way that is told to be assumed', () => {
    const wanted = (id: string) =>
      plan.targets.flatMap((target) => (target.id === id ? [expectedOn(target, '2024-12-14' as IsoDate)] : []));
    expect([...wanted('clb-moi'), ...wanted('thanh-vien-clb-moi'), ...wanted('nct-clb-moi')]).toEqual([15.2, 760, 456]); // 4/5 of 19, 950, 570
    expect(plan.assumptions.some((text) => text.includes('chia đều từ 0'))).toBe(true);
  });
});

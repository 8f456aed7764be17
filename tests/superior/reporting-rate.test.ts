// Tình hình gửi báo cáo by hand: who is late and by how much, what was granted, received and returned; the rates of all that; the charts' numbers.
import { describe, expect, it } from 'vitest';
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import type { Heard } from '../../rules/reporting/heard.ts';
import { unitNamed } from '../../rules/reporting/unit-standing.ts';
import { at, type Workbook } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, figuresOn, heardAll, notSent, rowsOf, sentReport, sheetIn, superiorTurn, THEN } from './a-city.ts';

const [LATE, OTHER, THIRD, NO_REGISTER] = ['24127', '24148', '24166', '24154'] as const;
const figures = figuresOn(THEN);
const sentOn = (unit: string, on: string, daysLate: number, more: object = {}): Heard =>
  sentReport(unit, 2024, figures.get(unit), { sentAt: `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)} 09:00`, daysLate, ...more });

function granted(workbook: Workbook, unit: string, until: string, more: Readonly<Record<string, CellValue>> = {}): Workbook {
  const cells: Readonly<Record<string, CellValue>> = {
    unit,
    period: 'năm 2024',
    until: toSerial(until as IsoDate),
    reason: 'xã bị ngập lụt',
    by: 'Nguyễn Văn Minh',
    ...more,
  };
  const { extensions } = SUPERIOR_TABS;
  sheetIn(workbook, extensions.sheetId).push(Object.keys(extensions.columns).map((column) => cells[column] ?? null));
  return workbook;
}

function statusOn(on: string, heard: ReadonlyMap<string, Heard>, workbook = aSuperior()) {
  superiorTurn(workbook, heard, at(on));
  const rows = rowsOf(workbook, 'status');
  const of = (unit: string) => rows.find(({ name }) => name === unitNamed(CITY, unit, day(on)));
  return { rows, of, total: rows[rows.length - 1], workbook };
}

describe('a unit that has not sent', () => {
  it.each([
    { on: '2024-12-20', until: undefined, late: '', rate: '0,0% (0/1 kỳ)' },
    { on: '2024-12-21', until: undefined, late: '1', rate: '0,0% (0/1 kỳ)' },
    { on: '2024-12-25', until: undefined, late: '5', rate: '0,0% (0/1 kỳ)' },
    { on: '2024-12-25', until: '2024-12-27', late: '', rate: '0,0% (0/1 kỳ)' },
    { on: '2024-12-27', until: '2024-12-27', late: '', rate: '0,0% (0/1 kỳ)' },
    { on: '2024-12-28', until: '2024-12-27', late: '8', rate: '0,0% (0/1 kỳ)' },
    { on: '2024-12-19', until: undefined, late: '', rate: '' },
  ])('on $on, with time granted until $until, is late by "$late" days', ({ on, until, late, rate }) => {
    const workbook = until === undefined ? aSuperior() : granted(aSuperior(), LATE, until);
    const row = statusOn(on, heardAll(THEN, { [LATE]: notSent() }), workbook).of(LATE);
    expect(row).toMatchObject({ state: 'chưa gửi', rate });
    expect(String(row?.daysLate ?? '')).toBe(late);
    expect(row?.until ?? null).toBe(until === undefined || on > until ? null : toSerial(until as IsoDate));
  });
});

describe('a unit that was granted more time', () => {
  it.each([
    { what: 'sent within it', sent: '2024-12-22', late: '0', onTime: '100,0% (1/1 kỳ)' },
    { what: 'sent after it', sent: '2024-12-24', late: '4', onTime: '0,0% (0/1 kỳ)' },
  ])('and $what is late by $late days, counted from the plan’s own day', ({ sent, late, onTime }) => {
    const heard = heardAll(THEN, { [LATE]: sentOn(LATE, sent, late === '0' ? 2 : 4) });
    const row = statusOn('2024-12-25', heard, granted(aSuperior(), LATE, '2024-12-23')).of(LATE);
    expect(row).toMatchObject({ daysLate: late, rate: '100,0% (1/1 kỳ)', onTimeRate: onTime });
  });

  it('stands below those who are late, and above those who have sent', () => {
    const heard = heardAll(THEN, { [LATE]: notSent(), [OTHER]: notSent(), [THIRD]: sentOn(THIRD, '2024-12-23', 3) });
    const { rows } = statusOn('2024-12-24', heard, granted(aSuperior(), LATE, '2024-12-27'));
    const names = rows.slice(0, 4).map(({ name }) => name);
    expect(names).toEqual([OTHER, NO_REGISTER, LATE, THIRD].map((unit) => unitNamed(CITY, unit, day('2024-12-24'))));
  });
});

it('the rates are of what was expected: 18 of 21 came, 17 of them in time, one of these by a grant', () => {
  const heard = heardAll(THEN, {
    [LATE]: sentOn(LATE, '2024-12-24', 4),
    [OTHER]: sentOn(OTHER, '2024-12-23', 3),
    [THIRD]: notSent(),
    '24178': notSent(),
  });
  const { total } = statusOn('2024-12-25', heard, granted(aSuperior(), LATE, '2024-12-27'));
  expect(total).toMatchObject({
    state: '18/21 đơn vị đã gửi',
    rate: '85,7% (18/21 đơn vị)',
    onTimeRate: '81,0% (17/21 đơn vị)',
    remark: '17/21 đúng hạn',
  });
});

describe('what a receiver answered', () => {
  const key = (revision: number) => `${CITY.id}/${LATE}/bao-cao-nam/2024/${revision}`;
  const revised = (second: object): Heard => {
    const first = sentOn(LATE, '2024-12-20', 0, { status: 'replaced', returned: day('2024-12-22'), figures: figures.get('24118') });
    const report = { status: 'sent', sentAt: '24/12/2024 08:00', daysLate: 0, figures: figures.get(LATE), ...second };
    return first.kind === 'heard' ? { ...first, reports: new Map([...first.reports, [key(2), report]]) } : first;
  };

  it.each([
    { what: 'a receipt', sent: { status: 'received', received: day('2024-12-21') }, state: 'đã tiếp nhận', received: '2024-12-21' },
    { what: 'a return', sent: { status: 'returned', returned: day('2024-12-22') }, state: 'yêu cầu chỉnh sửa', received: undefined },
  ])('$what is shown with its day', ({ sent, state, received }) => {
    const row = statusOn('2024-12-24', heardAll(THEN, { [LATE]: sentOn(LATE, '2024-12-20', 0, sent) })).of(LATE);
    expect(row).toMatchObject({ state, received: received === undefined ? null : toSerial(received as IsoDate) });
  });

  it('a revision takes the report’s place: its figures count, its time is that of the first', () => {
    const heard = heardAll(THEN, { [LATE]: revised({}) });
    const { of, workbook } = statusOn('2024-12-24', heard);
    expect(of(LATE)).toMatchObject({ state: 'đã gửi (lần 2)', daysLate: '0', returned: toSerial(day('2024-12-22')) });
    const clubs = rowsOf(workbook, 'matrix').find(({ unit }) => unit === LATE)?.members;
    expect(clubs).toBe(String(figures.get(LATE)?.base.members.sure));
  });

  it('a revision that is not sent yet changes nothing', () => {
    const { of } = statusOn('2024-12-24', heardAll(THEN, { [LATE]: revised({ status: 'approved' }) }));
    expect(of(LATE)?.state).toBe('đã gửi');
  });
});

describe('the numbers of the charts', () => {
  const numbersOn = (on: string) => {
    const { workbook } = statusOn(on, heardAll(THEN, { [LATE]: sentOn(LATE, '2024-12-23', 3) }));
    return rowsOf(workbook, 'chartData');
  };

  it('are a line per unit, per day around the due day, and per period that has come due', () => {
    const rows = numbersOn('2024-12-24');
    expect(rows.map(({ unit }) => unit).filter((name) => name !== null)).toHaveLength(CITY.units.length);
    const days = rows.filter(({ day: one }) => one !== null);
    expect(days).toHaveLength(16);
    const received = (text: string) => days.find(({ day: one }) => one === text)?.received ?? null;
    expect(['19/12', '20/12', '22/12', '23/12', '24/12', '25/12'].map(received)).toEqual([0, 19, 19, 20, 20, null]);
    expect(rows.filter(({ period }) => period !== null).map(({ period, sentRate, onTimeRate }) => [period, sentRate, onTimeRate])).toEqual([
      ['năm 2024', 95, 90],
    ]);
  });

  it('count each unit’s own targets by how they stand, sensitive ones left out', () => {
    const rows = numbersOn('2024-12-24');
    const counts = rows.flatMap(({ met, notMet, notDue, noData }) =>
      typeof met === 'number' ? [met + Number(notMet) + Number(notDue) + Number(noData)] : [],
    );
    expect(counts).toHaveLength(20);
    expect(new Set(counts).size).toBe(1);
  });
});

it('the digest says until when a unit was given more time', () => {
  const workbook = granted(aSuperior(), LATE, '2024-12-27');
  const { letters } = superiorTurn(workbook, heardAll(THEN, { [LATE]: notSent() }), at('2024-12-21'));
  const text = letters
    .map((letter) => letter.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('19/21 đơn vị');
  expect(text).toMatch(/gia hạn đến hết ngày 27\/12\/2024: xã bị ngập lụt/i);
});

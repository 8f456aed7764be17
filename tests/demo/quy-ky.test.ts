// The demo register of xã Quy Kỳ: the same every time, never ahead of its day, and unmistakably made up.
import { describe, expect, it } from 'vitest';
import { demoAssignments } from '../../cli/demo/assignments.ts';
import { quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { QUY_KY_MISTAKES } from '../../cli/demo/quy-ky-mistakes.ts';
import { DEMO_MARK, demoGrids } from '../../cli/demo/register.ts';
import { addDays, type IsoDate } from '../../rules/calendar-date.ts';
import { identityOf } from '../../rules/register/identity.ts';
import { isColumnOn, readRegister } from '../../rules/register/read-register.ts';
import { tidy } from '../../rules/text.ts';
import { type AnyRow, cells, datedAfter, personCells } from './cells.ts';
import { DAYS, demoRegister, QUY_KY } from './quy-ky-plan.ts';

const bytes = (upTo: IsoDate): string => JSON.stringify([...demoGrids(quyKyDemo(upTo, 'so-mau'), QUY_KY)]);

describe.each(DAYS)('the demo register of %s', (upTo) => {
  const rows = quyKyDemo(upTo, 'so-mau');
  const register = demoRegister(upTo);

  it('is the same bytes every time', () => {
    expect(bytes(upTo)).toBe(bytes(upTo));
  });

  it('is read without a header missing, doubled or unknown', () => {
    for (const reading of Object.values(register)) {
      expect([...reading.headerFaults, ...reading.extraHeaders], reading.tab.key).toEqual([]);
      if (reading.state === 'missing') continue;
      const declared = Object.entries(reading.tab.columns).filter(([key, column]) => isColumnOn(QUY_KY, reading.tab.key, key, column));
      expect([...reading.columnAt.keys()]).toEqual(declared.map(([key]) => key));
    }
  });

  it('has no unreadable cell but the mistakes it lists', () => {
    const listed = QUY_KY_MISTAKES.map(({ record, column }) => `${record} ${column}`);
    const unreadable = Object.values(register).flatMap(({ rows: own }) =>
      own.flatMap(({ code, faults }) => faults.map(({ column }) => `${code} ${column}`)),
    );
    expect(listed).toEqual(expect.arrayContaining(unreadable));
    expect(unreadable.length).toBeGreaterThan(4);
    const clean = demoRegister(upTo, { mistakes: 'without' });
    expect(Object.values(clean).flatMap((reading) => reading.rows.flatMap(({ faults }) => faults))).toEqual([]);
  });

  it('knows nothing that lies after its day', () => {
    expect(datedAfter(rows, upTo)).toEqual([]);
  });

  it('marks every person as made up', () => {
    const named = personCells(rows);
    expect(named.length).toBeGreaterThan(100);
    for (const { value } of named) expect(tidy(String(value)).endsWith(DEMO_MARK), String(value)).toBe(true);
    expect(identityOf(register).contactOn(upTo)?.name).toContain('số liệu thử');
  });

  it('has no address and no telephone number that could be somebody’s', () => {
    const texts = [...cells(rows)].map(({ value }) => String(value));
    const addresses = texts.filter((text) => text.includes('@'));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect(address).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/);
    for (const { column, value } of cells(rows)) if (column === 'phone') expect(value).toMatch(/^0900 000 \d{3}$/);
  });

  it('has an address for every office that is in charge that day', () => {
    const identity = identityOf(register);
    const offices = QUY_KY.offices.filter(({ from, to }) => (from ?? upTo) <= upTo && upTo <= (to ?? upTo));
    expect(offices).toHaveLength(2);
    for (const { name } of offices) expect(identity.addressOf(name, upTo), name).toBeDefined();
    expect(identity.officialAddresses(upTo)).toHaveLength(2);
  });

  it('names its mistakes in records and columns that are there', () => {
    for (const { tab, record, column } of QUY_KY_MISTAKES) {
      const codes = ((rows[tab] ?? []) as readonly AnyRow[]).map(({ code }) => code);
      expect(codes, `${record} ${column}`).toContain(record);
    }
  });
});

describe('the demo register of xã Quy Kỳ', () => {
  it('says who it is, and from when it reports', () => {
    const identity = identityOf(demoRegister(DAYS[0]));
    expect(identity).toMatchObject({ registerId: 'so-mau', unitId: '05545', planId: 'quy-ky', reportsFrom: '2023-12-15' });
    const later = identityOf(demoRegister(DAYS[0], { reportsFrom: '2024-12-15' as IsoDate }));
    expect(later.reportsFrom).toBe('2024-12-15');
  });

  it('grows from day to day without a record changing its code', () => {
    const [before, after] = DAYS.map((day) => new Map(quyKyDemo(day, 'so-mau').members?.map(({ code, name }) => [code, name])));
    expect(before?.size).toBeGreaterThan(100);
    expect(after?.size).toBeGreaterThan(before?.size ?? 0);
    for (const [code, name] of before ?? []) expect(after?.get(code)).toBe(name);
  });

  it('has each club from the day of its decision, and its papers from theirs', () => {
    const clubsOn = (day: string) => quyKyDemo(day as IsoDate, 'so-mau').clubs ?? [];
    expect(clubsOn('2024-04-01')).toHaveLength(0);
    const [pilot] = clubsOn('2024-04-02');
    expect(pilot).toMatchObject({ location: 'Thống Nhất 1', founded: '2024-04-02' });
    expect(pilot?.launched).toBeUndefined();
    expect(pilot?.regulationNo).toBeNull();
    expect(clubsOn('2025-04-09')).toHaveLength(2);
    expect(clubsOn('2025-04-10')).toHaveLength(3);
  });

  it('shows what was paid back and who has left only once it has happened', () => {
    const [loan] = quyKyDemo('2024-06-16' as IsoDate, 'so-mau').loans ?? [];
    expect(loan).toMatchObject({ repaid: 0, lastRepaid: null });
    const goneBy = (day: IsoDate) => quyKyDemo(day, 'so-mau', { mistakes: 'without' }).members?.filter(({ left }) => left !== null).length;
    const first = '2025-03-17' as IsoDate;
    expect([goneBy(addDays(first, -1)), goneBy(first)]).toEqual([0, 1]);
  });

  it('never lends more than the income fund holds', () => {
    for (const day of DAYS) {
      const { loans = [], funds = [] } = quyKyDemo(day, 'so-mau', { mistakes: 'without' });
      const sum = (own: readonly AnyRow[], column: string) => own.reduce((total, row) => total + Number(row[column] ?? 0), 0);
      const income = funds.filter(({ fund }) => fund === 'income');
      expect(sum(loans, 'amount') - sum(loans, 'repaid')).toBeLessThan(sum(income, 'received') - sum(income, 'spent'));
    }
  });

  it('assigns every task of the plan to a unit the plan knows', () => {
    const assignments = demoAssignments(QUY_KY, DAYS[1]);
    const register = readRegister({ register: 'so-mau', grids: demoGrids({ assignments }, QUY_KY) }, QUY_KY);
    expect(register.assignments.rows.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(assignments.map(({ task }) => task)).size).toBe(QUY_KY.tasks.length);
    expect(demoAssignments(QUY_KY, DAYS[0]).map(({ year }) => year)).not.toContain(2025);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import { choicesOf } from '../../rules/register/choices.ts';
import { chunksOf, joinChunks } from '../../rules/register/chunks.ts';
import type { Birth, Column } from '../../rules/register/column.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { readCell } from '../../rules/register/read-cell.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { showCell, showValue } from '../../rules/register/show.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { tidy } from '../../rules/text.ts';
import { aPlan, aReading, gridOf } from './sheets.ts';

const { members, loans, totals, assessments, events } = TABS;
const date = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01' as IsoDate, days));
const birth: fc.Arbitrary<Birth> = fc.oneof(
  fc.integer({ min: 1900, max: 2100 }).map((year) => ({ year })),
  fc.record({ year: fc.integer({ min: 1900, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) }),
  date.map((day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })),
);
const amount = fc.nat({ max: 9_000_000_000_000 });
const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,-/() đtrệutỷTVCLB–;'), maxLength: 30 }),
);
/** Half a surrogate pair does not survive percent-encoding. */
const isWellFormed = (text: string): boolean => {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};
const everyColumn = Object.values(TABS).flatMap((tab) =>
  Object.entries<Column>(tab.columns).map(([key, column]) => ({
    at: `${tab.key}.${key}`,
    column,
    codes: 'codes' in tab ? tab.codes : undefined,
  })),
);

describe('what is shown is read back', () => {
  it('for dates', () => {
    const { joined } = members.columns;
    fc.assert(
      fc.property(date, (day) => {
        expect(readCell(joined, showValue(joined, day))).toEqual({ kind: 'value', value: day });
      }),
    );
  });
  it('for dates that come as serials, from 1906 on', () => {
    fc.assert(
      fc.property(
        date.filter((day) => day >= '1906-01-01'),
        (day) => {
          expect(readCell(members.columns.joined, toSerial(day))).toEqual({ kind: 'value', value: day });
        },
      ),
    );
  });
  it('for births', () => {
    fc.assert(
      fc.property(birth, (born) => {
        expect(readCell(members.columns.birth, showValue(members.columns.birth, born))).toEqual({ kind: 'value', value: born });
      }),
    );
  });
  it('for amounts, counts and years', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1900, max: 2100 }), (number, year) => {
        expect(readCell(loans.columns.amount, showValue(loans.columns.amount, number))).toEqual({ kind: 'value', value: number });
        expect(readCell(totals.columns.members, showValue(totals.columns.members, number))).toEqual({ kind: 'value', value: number });
        expect(readCell(assessments.columns.year, showValue(assessments.columns.year, year))).toEqual({ kind: 'value', value: year });
      }),
    );
  });
  it('for texts and ticks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).map(tidy), fc.boolean(), (text, ticked) => {
        const read = readCell(members.columns.name, showValue(members.columns.name, text));
        expect(read).toEqual(text === '' ? { kind: 'blank' } : { kind: 'value', value: text });
        expect(readCell(members.columns.board, showValue(members.columns.board, ticked))).toEqual({ kind: 'value', value: ticked });
      }),
    );
  });
  it('for every choice of every list', () => {
    for (const { at, column } of everyColumn) {
      const choices = choicesOf(column, aPlan());
      for (const { key } of choices) {
        const read = readCell(column, showValue(column, column.type === 'choices' ? [key] : key, choices), { choices });
        expect(read, at).toEqual({ kind: 'value', value: column.type === 'choices' ? [key] : key });
      }
    }
  });
  it('for several choices at once', () => {
    const choices = ['Bản Mới', 'Thống Nhất 1', 'Thống Nhất 2'].map((name) => ({ key: name, label: name }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...choices.map(({ key }) => key)), { minLength: 1 }), (keys) => {
        const { locations } = events.columns;
        expect(readCell(locations, showValue(locations, keys, choices), { choices })).toEqual({ kind: 'value', value: keys });
      }),
    );
  });
});

describe('no cell can throw', () => {
  it('whatever its column', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyColumn), anyCell, ({ column, codes }, cell) => {
        const around = { choices: choicesOf(column, aPlan()), codes, target: { codes: { prefix: 'TV', digits: 4 }, rows: [] } };
        expect(['blank', 'value', 'bad']).toContain(readCell(column, cell, around).kind);
        expect(typeof showCell(column, cell)).toBe('string');
      }),
      { numRuns: 3000 },
    );
  });

  it('nor any grid, and each row tells where it stands', () => {
    const keys = Object.keys(TABS) as TabKey[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 8 }), (key, body) => {
        const grid = [...gridOf(key, []), ...body];
        const { rows, state } = readRegister(aReading({ [key]: grid }), aPlan())[key];
        expect(state).toBe('read');
        for (const { row } of rows) expect(grid[row - 1]).toBeDefined();
        expect(readRegister(aReading({ [key]: body }), aPlan())[key].state).toBe('read');
      }),
      { numRuns: 300 },
    );
  });
});

describe('chunks', () => {
  it('are put together again whatever their order, with no pair cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (text, longest) => {
        const parts = chunksOf(text, longest);
        expect(parts.every((part) => part.length <= longest)).toBe(true);
        expect(parts.every(isWellFormed)).toBe(isWellFormed(text));
        expect(joinChunks(parts.map((part, index) => ({ part: index + 1, text: part })).reverse())).toBe(text);
      }),
    );
  });
  it('tell a missing and a doubled part', () => {
    expect(joinChunks([{ part: 2, text: 'b' }])).toBeUndefined();
    expect(
      joinChunks([
        { part: 1, text: 'a' },
        { part: 1, text: 'a' },
      ]),
    ).toBeUndefined();
    expect(joinChunks([])).toBeUndefined();
  });
});

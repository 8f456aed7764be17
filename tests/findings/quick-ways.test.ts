// Quick ways of reading give what the slow ones would: days by arithmetic beside a calendar library, tidied texts beside plain replacing.
import { CalendarDate } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, fromSerial } from '../../rules/calendar-date.ts';
import { codeReader } from '../../rules/register/read-reference.ts';
import { plainKey, textKey, tidy } from '../../rules/text.ts';

describe('a calendar by arithmetic', () => {
  it('gives the day that a library gives for every serial number a sheet knows', () => {
    const zero = new CalendarDate(1899, 12, 30);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2_958_465 }), (serial) => {
        expect(fromSerial(serial)).toBe(zero.add({ days: serial }).toString());
        expect(fromSerial(serial - 0.25)).toBe(fromSerial(serial - 1));
      }),
      { numRuns: 2000, examples: [[2], [60], [61], [45_351], [2_958_465]] },
    );
  });

  it('knows which days there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (year, month, day) => {
          const real = new CalendarDate(year, month, day); // it clamps what does not exist
          const exists = real.year === year && real.month === month && real.day === day;
          expect(dateOf(year, month, day)).toBe(exists ? real.toString() : undefined);
        },
      ),
      {
        numRuns: 2000,
        examples: [
          [2024, 2, 29],
          [2023, 2, 29],
          [1900, 2, 29],
          [2000, 2, 29],
          [2024, 4, 31],
        ],
      },
    );
  });
});

const texts = fc.array(fc.constantFrom('Lý', ' ', '  ', '\u00a0', '\u200b', '\u3000', '\n', 'Đào'.normalize('NFD'), 'hoà', '３'), {
  maxLength: 8,
});

describe('texts', () => {
  it('are tidied the same whether anything has to be mended or not', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const slowly = text
          .normalize('NFC')
          .replace(/[\s\u00a0\u200b\u2000-\u200a\u202f\u3000\ufeff]+/g, ' ')
          .trim();
        expect(tidy(text)).toBe(slowly);
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });

  it('have the same key however often they are asked for, and more of them than are remembered', () => {
    const [key, plain] = [textKey('Hoàng Thị Hoà'), plainKey('Hoàng Thị Hoà')];
    for (let index = 0; index < 45_000; index += 1) textKey(`xóm ${index}`);
    expect([textKey('Hoàng Thị Hoà'), plainKey('Hoàng Thị Hoà')]).toEqual([key, plain]);
    expect(textKey('hoàng thị hòa')).toBe(key);
  });
});

describe('codes', () => {
  it('are read the same as the sheet gave them and as people type them', () => {
    const read = codeReader({ prefix: 'TV', digits: 4 });
    const given = (number: number): string => `TV${String(number).padStart(4, '0')}`;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        expect(read(given(number))).toEqual({ kind: 'value', value: given(number) });
        expect(read(`tv ${number}`)).toEqual(read(given(number)));
      }),
      { examples: [[1], [9999], [10_000], [999_999_999]] },
    );
    for (const none of ['TV0000', 'TV', 'TV1234567890', 'TV00012x']) expect(read(none)).toMatchObject({ kind: 'bad' });
  });
});

// What holds of every import: each line once, the order of lines is nothing, the second time there is nothing to do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../rules/import/import-content.ts';
import { splitText } from '../../rules/import/split-text.ts';
import type { RowCells } from '../findings/a-register.ts';
import { aBook, importInto } from './a-book.ts';
import { imported, tabbed } from './lists.ts';

const person = fc.record({
  name: fc.constantFrom('Hoàng Thị Lan', 'HOÀNG THỊ LAN', 'Hoang Thi Lan', 'Nguyễn Văn Minh', 'Lê Thu Hà', 'Lê Thu Hoà', 'Lê Thu Hòa', ''),
  birth: fc.constantFrom('1956', '05/03/1956', '03/1956', '1960', '05/03/25', 'x', ''),
  sex: fc.constantFrom('Nữ', 'Nam', 'nu', ''),
  place: fc.constantFrom('Xóm Đông', 'Đoài', 'Bắc', ''),
  circumstance: fc.constantFrom('Hộ nghèo', 'Không', 'cận nghèo', ''),
  club: fc.constantFrom('CLB01', 'CLB xóm Đoài', 'CLB xóm Bắc', ''),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const HEAD = 'Họ và tên | Năm sinh | Giới tính | Xóm | Hoàn cảnh | CLB';
const lineOf = ({ name, birth, sex, place, circumstance, club }: Person): string =>
  [name, birth, sex, place, circumstance, club].join(' | ');
const listOf = (people: readonly Person[]): string => tabbed(HEAD, ...people.map(lineOf));
const people = fc.array(person, { maxLength: 8 });
const rowOf = (one: Person, index: number): RowCells<'members'> => ({
  code: index % 4 === 3 ? null : `TV${String(index + 1).padStart(4, '0')}`,
  club: one.club === 'CLB xóm Đoài' ? 'CLB02' : 'CLB01',
  name: one.name,
  birth: one.birth,
  sex: one.sex,
  location: one.place,
  circumstance: one.circumstance,
  joined: '20/05/2024',
  left: index % 5 === 4 ? '01/08/2024' : null,
});

const kindsOf = ({ lines }: ImportPreview) => lines.map(({ kind }) => kind);
/** Of a line: what it is and what would be written, whatever its number. */
const outcomes = ({ lines }: ImportPreview): string[] =>
  lines.map(({ kind, title, record, cells, changes }) => JSON.stringify({ kind, title, record, cells, changes })).sort();

describe('every import', () => {
  it('accounts for each line exactly once', () => {
    fc.assert(
      fc.property(people, people, (there, pasted) => {
        const text = listOf(pasted);
        const { preview } = imported(aBook(there.map(rowOf)).register, text);
        const { all, ...parts } = preview.counts;
        expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(all);
        expect(all).toBe(splitText(text).rows.length);
        const numbers = [...preview.lines, ...preview.ignored].map(({ line }) => line);
        expect(new Set(numbers).size).toBe(all);
      }),
    );
  });
  it('comes out the same in any order of the lines', () => {
    const shuffled = people.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(people, shuffled, (there, [pasted, mixed]) => {
        const { register } = aBook(there.map(rowOf));
        expect(outcomes(imported(register, listOf(mixed)).preview)).toEqual(outcomes(imported(register, listOf(pasted)).preview));
      }),
    );
  });
  it('finds nothing to do the second time', () => {
    fc.assert(
      fc.property(people, people, (there, pasted) => {
        const { preview, after } = importInto(aBook(there.map(rowOf)), listOf(pasted));
        const again = imported(after.register, listOf(pasted)).preview;
        const done = kindsOf(preview).map((kind) => kind === 'new' || kind === 'changed' || kind === 'same');
        const second = kindsOf(again).filter((_, index) => done[index]);
        expect(second.every((kind) => kind === 'same')).toBe(true);
      }),
    );
  });
  it('gives every new member a code of its own, higher than any before, and empties no cell', () => {
    fc.assert(
      fc.property(people, people, (there, pasted) => {
        const before = aBook(there.map(rowOf));
        const { preview, write, after } = importInto(before, listOf(pasted));
        const codes = [...write.codes.values()];
        expect(codes).toHaveLength(preview.counts.new);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.every((code) => Number(code.slice(2)) > before.register.members.highestCode)).toBe(true);
        const emptied = before.members.flatMap((row, down) =>
          row.filter((cell, right) => cell !== null && cell !== '' && (after.members[down]?.[right] ?? null) === null),
        );
        expect(emptied).toEqual([]);
      }),
    );
  });
});

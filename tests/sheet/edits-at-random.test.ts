import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../rules/register/grid.ts';
import { tabIn } from '../reporting/a-workbook.ts';
import { type ASheet, aSheet, checkAll, type as paste, placeOf } from './a-sheet.ts';

/** What people do to the tab of members, one after the other. Rows are picked by a share of those that stand there. */
type Act =
  | { readonly is: 'add'; readonly rows: number; readonly odd: boolean }
  | { readonly is: 'copy'; readonly from: number; readonly to: number; readonly rows: number }
  | { readonly is: 'clear'; readonly at: number; readonly withCode: boolean }
  | { readonly is: 'delete'; readonly at: number }
  | { readonly is: 'sort' }
  | { readonly is: 'check' };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constant('add' as const), rows: fc.integer({ min: 1, max: 4 }), odd: fc.boolean() }),
  fc.record({ is: fc.constant('copy' as const), from: share, to: share, rows: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ is: fc.constant('clear' as const), at: share, withCode: fc.boolean() }),
  fc.record({ is: fc.constant('delete' as const), at: share }),
  fc.constant({ is: 'sort' as const }),
  fc.constant({ is: 'check' as const }),
);

interface Play {
  readonly sheet: ASheet;
  /** the person whom each code was first given to */
  readonly owners: Map<string, string>;
  people: number;
}

const rowsOf = ({ sheet }: Play): CellValue[][] => tabIn(sheet.workbook, 'members');
const pick = (play: Play, part: number): number => 2 + Math.floor(part * Math.max(0, rowsOf(play).length - 2));

function perform(play: Play, one: Act): void {
  const { sheet } = play;
  const rows = rowsOf(play);
  const width = rows[0]?.length ?? 0;
  const nameAt = placeOf(sheet, 'members', 'name') - 1;
  const anew = (cells: readonly CellValue[]): CellValue[] =>
    cells.map((cell, index) => {
      if (index !== nameAt || cell === null) return cell;
      play.people += 1;
      return `Lường Thị Hà ${play.people}`;
    });
  switch (one.is) {
    case 'add':
      paste(
        sheet,
        'members',
        rows.length + 1,
        1,
        Array.from({ length: one.rows }, () => anew([null, null, 'CLB01', 'mới', one.odd ? 'không  rõ' : '5-3-1956', 'Nữ'])),
      );
      return;
    case 'copy': {
      const from = pick(play, one.from);
      const block = Array.from({ length: one.rows }, (_, index) => rows[from - 1 + index] ?? []).map((line) =>
        Array.from({ length: width }, (_, index) => line[index] ?? null),
      );
      paste(sheet, 'members', pick(play, one.to), 1, block);
      return;
    }
    case 'clear': {
      const first = one.withCode ? 1 : 2;
      paste(sheet, 'members', pick(play, one.at), first, [Array.from({ length: width - first }, () => null)]);
      return;
    }
    case 'delete':
      if (rows.length > 2) rows.splice(pick(play, one.at) - 1, 1);
      return;
    case 'sort': {
      const sorted = rows
        .slice(1)
        .map((line) => Array.from({ length: width }, (_, index) => line[index] ?? null))
        .sort((a, b) => (String(a[nameAt]) < String(b[nameAt]) ? 1 : -1));
      paste(sheet, 'members', 2, 1, sorted);
      return;
    }
    case 'check':
      checkAll(sheet);
  }
}

function expectOrder(play: Play): void {
  const { sheet, owners } = play;
  const nameAt = placeOf(sheet, 'members', 'name') - 1;
  const seen = new Set<string>();
  for (const row of rowsOf(play).slice(1)) {
    const [code, name] = [row[0], row[nameAt]];
    if (typeof name !== 'string') continue;
    expect(code).toMatch(/^TV\d{4}$/);
    expect(seen.has(String(code))).toBe(false);
    seen.add(String(code));
    const owner = owners.get(String(code)) ?? name;
    owners.set(String(code), owner);
    expect([code, name]).toEqual([code, owner]);
    expect(String(row[placeOf(sheet, 'members', 'label') - 1])).toContain(String(code));
  }
}

describe('whatever people do to their rows', () => {
  it('every person has a code of one’s own, which nobody else ever had, and a check finds nothing left to write', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const play: Play = { sheet: aSheet(), owners: new Map(), people: 0 };
        const rows = rowsOf(play);
        rows.splice(8);
        checkAll(play.sheet);
        expectOrder(play);
        for (const one of acts) {
          perform(play, one);
          if (one.is !== 'delete') expectOrder(play);
        }
        checkAll(play.sheet);
        const again = checkAll(play.sheet);
        for (const tab of again.tabs) expect(again.changeOf(tab, play.sheet.notes.get(tab.key) ?? []).columns).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

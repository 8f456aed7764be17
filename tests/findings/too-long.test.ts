// Texts far longer than a column is for: told once, where they stand, and never repeated by anything that is made of the register.
import { describe, expect, it } from 'vitest';
import { type Column, NOTE_TEXT, PROSE_TEXT, SHORT_TEXT, type Tab } from '../../rules/register/column.ts';
import { lengthOf, longestOf } from '../../rules/register/read-cell.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { checkText } from '../../rules/sheet/check-cells.ts';
import { noteWith } from '../../rules/sheet/notes.ts';
import { aClub, aMember, check, type Rows } from './a-register.ts';

const clubs = [aClub()];
const named = (name: string): Rows => ({ clubs, members: [aMember({ name })] });
const longIn = (rows: Rows) => check(rows).filter(({ rule }) => rule === 'TEXT_TOO_LONG');
const declared = [...Object.values<Tab>(TABS), ...Object.values<Tab>(SUPERIOR_TABS)];
const columns = declared.flatMap((tab) => Object.entries(tab.columns).map(([key, column]): [Tab, string, Column] => [tab, key, column]));

describe('a text that is too long', () => {
  it('is told with its place, its length and what to do', () => {
    expect(longIn(named('à'.repeat(50_000)))).toEqual([
      expect.objectContaining({
        severity: 'error',
        counts: false,
        message: 'Thành viên, TV0001, cột Họ và tên: nội dung dài 50.000 ký tự, quá mức 250 ký tự của cột, nên chưa được đọc.',
        repair: expect.stringMatching(/^Đề nghị ghi không quá 250 ký tự, ví dụ: /),
      }),
    ]);
  });

  it.each([
    [SHORT_TEXT, 0],
    [SHORT_TEXT + 1, 1],
  ])('of %i letters is found %i times', (letters, times) => {
    expect(longIn(named('x'.repeat(letters)))).toHaveLength(times);
  });

  it('is measured as it is kept, without the spaces around it and composed', () => {
    expect(longIn(named(`  ${'ồ'.repeat(SHORT_TEXT).normalize('NFD')}  `))).toEqual([]);
  });

  it('is milder where no figure rests on it', () => {
    const note = longIn({ clubs, budget: [{ year: 2024, source: 'state', note: 'x'.repeat(NOTE_TEXT + 1) }] });
    expect(note.map(({ severity, counts }) => [severity, counts])).toEqual([['warning', true]]);
  });

  it('is repeated by no finding, no note and no result of the check', () => {
    const longs = ['name', 'club', 'birth', 'sex', 'location', 'joined'].map((key) => ({ [key]: 'q'.repeat(50_000) }));
    for (const cells of longs) {
      const findings = check({ clubs, members: [aMember(cells)] });
      const told = [...findings.flatMap(({ message, repair }) => [message, repair]), noteWith('', findings), checkText(findings)];
      expect(findings.length).toBeGreaterThan(0);
      for (const text of told) expect(text).not.toMatch(/q{61}/);
    }
  });
});

describe('the longest text of a column', () => {
  it('is declared for what people write only: nothing of ours is measured', () => {
    const bounded = columns.filter(([tab, , column]) => Number.isFinite(longestOf(tab, column)));
    expect(bounded.filter(([tab, , { owned, verbatim }]) => tab.kind === 'owned' || owned || verbatim)).toEqual([]);
    expect(columns.filter(([tab, , column]) => column.longest !== undefined && !Number.isFinite(longestOf(tab, column)))).toEqual([]);
  });

  it('is more than its own note of how to fill it in', () => {
    for (const [tab, , column] of columns) expect(lengthOf(column, column.help)).toBeLessThan(longestOf(tab, column));
  });

  it('leaves room for what reports are written with', () => {
    const of = (tab: TabKey, key: string): number =>
      longestOf(TABS[tab], (TABS[tab].columns as { readonly [key: string]: Column })[key] as Column);
    expect([of('narratives', 'text'), of('clubs', 'name'), of('members', 'name')]).toEqual([PROSE_TEXT, SHORT_TEXT, SHORT_TEXT]);
    expect([of('locations', 'note'), of('funds', 'note'), of('budget', 'note')]).toEqual([NOTE_TEXT, NOTE_TEXT, NOTE_TEXT]);
  });
});

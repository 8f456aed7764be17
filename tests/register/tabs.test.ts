import { describe, expect, it } from 'vitest';
import type { Choice, Column, Tab } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { TODO_HEADER_ROW, TODO_LAST_RUN, TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { plainKey, textKey, tidy } from '../../rules/text.ts';

const tabs: { readonly [key: string]: Tab } = TABS;
const all = Object.values(tabs);
const columns = all.flatMap((tab) => Object.entries(tab.columns).map(([key, column]) => ({ at: `${tab.key}.${key}`, tab, key, column })));
const fixedChoices = (column: Column): readonly Choice[] => (column.list?.from === 'tab' ? [] : (column.list?.choices ?? []));

describe('the declarations', () => {
  it('name every tab by its own key, with a sheetId and a title of its own', () => {
    for (const [key, tab] of Object.entries(tabs)) expect(tab.key).toBe(key);
    expect(new Set(all.map((tab) => tab.sheetId)).size).toBe(all.length);
    expect(new Set(all.map((tab) => textKey(tab.title))).size).toBe(all.length);
  });

  it('never change the address of a tab', () => {
    expect(Object.fromEntries(all.map((tab) => [tab.key, tab.sheetId]))).toEqual({
      todo: 101,
      clubs: 102,
      members: 103,
      loans: 104,
      funds: 105,
      activities: 106,
      reports: 107,
      progress: 108,
      findings: 109,
      declarations: 110,
      totals: 111,
      events: 112,
      assessments: 113,
      budget: 114,
      locations: 115,
      assignments: 116,
      narratives: 117,
      unitInfo: 118,
      plan: 119,
      frozen: 120,
    });
  });

  it('show seven tabs from the start', () => {
    expect(all.filter((tab) => tab.visible).map((tab) => tab.title)).toEqual([
      'Việc cần làm',
      'Câu lạc bộ',
      'Thành viên',
      'Vay vốn',
      'Quỹ CLB',
      'Hoạt động',
      'Theo dõi báo cáo',
    ]);
  });

  it.each(all)('tell the headers of $key apart, without marks too', (tab) => {
    const headers = Object.values(tab.columns).map((column) => plainKey(column.header));
    expect(new Set(headers).size).toBe(headers.length);
  });

  it.each(columns)('$at has a header and a note with an example, in tidy Vietnamese', ({ column }) => {
    expect(column.header).toBe(tidy(column.header));
    expect(column.help).toBe(tidy(column.help));
    expect(column.help).toMatch(/Ví dụ: .+/);
    expect(column.width).toBeGreaterThanOrEqual(60);
  });

  it.each(columns)('$at has a list exactly when it is a choice, and a target exactly when it is a reference', ({ column }) => {
    expect(column.list !== undefined).toBe(column.type === 'choice' || column.type === 'choices');
    expect(column.target !== undefined).toBe(column.type === 'reference');
  });

  it('refer only to tabs and columns that exist', () => {
    for (const { at, column } of columns) {
      if (column.target) expect(tabs[column.target]?.codes, at).toBeDefined();
      if (column.list?.from === 'tab') expect(tabs[column.list.tab]?.columns[column.list.column], at).toBeDefined();
    }
  });

  it('never refer in a circle', () => {
    const visit = (key: string, path: readonly string[]): void => {
      expect(path).not.toContain(key);
      for (const { target, list } of Object.values(tabs[key]?.columns ?? {})) {
        for (const next of [target, list?.from === 'tab' ? list.tab : undefined]) if (next) visit(next, [...path, key]);
      }
    };
    for (const key of Object.keys(tabs)) visit(key, []);
  });

  it('give every data tab codes of its own prefix, in its first column', () => {
    const data = all.filter((tab) => tab.kind === 'data');
    for (const tab of data) expect(Object.entries(tab.columns)[0]).toMatchObject(['code', { type: 'code', owned: true }]);
    expect(new Set(data.map((tab) => tab.codes?.prefix)).size).toBe(data.length);
  });

  it('hide what is sensitive about people behind a privacy class', () => {
    const of = (key: string) => columns.find(({ at }) => at === key)?.column.privacy;
    expect(['members.ethnicMinority', 'members.ethnicGroup', 'members.circumstance'].map(of)).toEqual([
      'sensitive',
      'sensitive',
      'sensitive',
    ]);
    expect(['loans.member', 'loans.amount', 'members.needsLoan'].map(of)).toEqual(['confidential', 'confidential', 'confidential']);
  });

  it.each(columns.filter(({ column }) => fixedChoices(column).length > 0))('$at tells its choices apart', ({ column }) => {
    const choices = fixedChoices(column);
    const labels = choices.map((choice) => textKey(choice.label));
    expect(new Set(labels).size).toBe(labels.length);
    expect(choices.some((choice) => choice.label.includes(';'))).toBe(false);
    const spellings = choices.flatMap((choice) => [...new Set([choice.label, ...(choice.aliases ?? [])].map(textKey))]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it('keep the boxes of the to-do tab above its list, each in a place of its own', () => {
    const places = Object.values(TODO_TICKS).flatMap(({ label, tick, answer }) => [label, tick, answer]);
    const taken = [...places, TODO_LAST_RUN.label, TODO_LAST_RUN.value].map(({ row, column }) => `${row}/${column}`);
    expect(new Set(taken).size).toBe(taken.length);
    for (const { row } of places) expect(row).toBeLessThan(TODO_HEADER_ROW - 1);
    expect(TABS.todo.headerRow).toBe(TODO_HEADER_ROW);
  });
});

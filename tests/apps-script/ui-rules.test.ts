// What the dialogs decide by themselves: days of a report on directive, addresses of cells, and what is said of an error.
import { describe, expect, it } from 'vitest';
import { type Asked, beginning, faultsOf } from '../../apps-script/ui/ad-hoc/asked-days.ts';
import { placeOfA1 } from '../../apps-script/ui/jump.ts';
import * as labels from '../../apps-script/ui/labels.ts';
import { sentenceOf } from '../../apps-script/ui/trouble.ts';
import { Problem } from '../../rules/problem.ts';

const TODAY = '2024-12-30';
const asked = (more: Partial<Asked> = {}): Asked => ({ ...beginning(TODAY), title: 'về vay vốn', ...more });

describe('a report on directive', () => {
  it('begins with this year up to today, due a few days later, across the end of the year too', () => {
    expect(beginning(TODAY)).toEqual({ title: '', from: '2024-01-01', cutOff: '2024-12-30', due: '2025-01-04' });
    expect(faultsOf(asked(), TODAY)).toEqual({});
  });

  it.each<[string, Partial<Asked>, keyof Asked]>([
    ['no title', { title: '  ' }, 'title'],
    ['a title that is too long', { title: 'v'.repeat(121) }, 'title'],
    ['no first day', { from: '' }, 'from'],
    ['a day that is none', { cutOff: '2024-13-40' }, 'cutOff'],
    ['a cut-off before the first day', { from: '2024-06-01', cutOff: '2024-05-31' }, 'cutOff'],
    ['a due day that is over', { cutOff: '2024-12-01', due: '2024-12-29' }, 'due'],
    ['a due day on the cut-off itself', { cutOff: '2025-01-10', due: '2025-01-10' }, 'due'],
  ])('is not asked for with %s', (_what, more, field) => {
    const faults = faultsOf(asked(more), TODAY);
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]).toMatch(/Đề nghị/);
  });

  it('may have a window of a single day, due today', () => {
    expect(faultsOf(asked({ from: '2024-12-29', cutOff: '2024-12-29', due: TODAY }), TODAY)).toEqual({});
  });
});

describe('an address of a cell', () => {
  it.each([
    ['A1', 0, 0],
    ['B12', 11, 1],
    ['Z3', 2, 25],
    ['AA10', 9, 26],
    ['$C$7', 6, 2],
    ['A1:B2', 0, 0],
  ])('%s is the cell it names', (a1, row, column) => {
    expect(placeOfA1(103, a1)).toEqual({ sheetId: 103, row, column });
  });

  it.each(['', 'B0', '12', 'dòng 12'])('%j is none', (a1) => {
    expect(placeOfA1(103, a1)).toBeUndefined();
  });
});

describe('of an error', () => {
  const ours = new Problem('REGISTER_NOT_ORIGINAL', { register: 'r', original: 'o' }).user;

  it('our own sentence is shown as it is', () => {
    expect(sentenceOf(new Error(ours))).toBe(ours);
    expect(sentenceOf(new Error(`Error: ${ours}`))).toBe(ours);
    expect(sentenceOf(new Error(ours.normalize('NFD')))).toBe(ours);
  });

  it.each(['NetworkError: Connection failure due to HTTP 0', 'We are offline'])('a lost connection is told as one: %s', (message) => {
    expect(sentenceOf(new Error(message))).toBe(labels.COMMON.offline);
  });

  it.each(['ScriptError: Authorization is required to perform that action.', 'Cannot read properties of undefined', ''])(
    'nothing English reaches a person: %j',
    (message) => {
      expect(sentenceOf(new Error(message))).toBe(labels.COMMON.unexpected);
    },
  );
});

describe('the words of the dialogs', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];

  it('are composed Vietnamese without doubled spaces', () => {
    for (const text of texts(labels)) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toMatch(/ {2}|\.{2}|undefined/);
    }
  });
});

// The parts of the page that need no browser: clipboard, moving about, the queue of edits, addresses.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromClipboard, toClipboard } from '../../local-workspace/page/browser/clipboard.ts';
import { EditQueue } from '../../local-workspace/page/browser/edit-queue.ts';
import { addressOf, placeAt } from '../../local-workspace/page/browser/place.ts';
import { type Key, moved, single } from '../../local-workspace/page/browser/selection.ts';
import type { Edit, EditAnswer } from '../../local-workspace/page/protocol.ts';

describe('the clipboard', () => {
  test.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\nb\r\n', [['a'], ['b']]],
    ['"hai\ndòng"\t"nói ""có"""', [['hai\ndòng', 'nói "có"']]],
    ['5" ống\tx', [['5" ống', 'x']]],
    ['"mở mà không đóng\tx', [['"mở mà không đóng', 'x']]],
    ['\t', [['', '']]],
  ])('%j', (text, cells) => {
    expect(fromClipboard(text)).toEqual(cells);
  });

  test('gives back whatever cells it was given', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ữ', '\t', '\n', '"', ' ') });
    const cells = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(
        cells.filter((rows) => rows.at(-1)?.join('') !== ''),
        (rows) => {
          expect(fromClipboard(toClipboard(rows))).toEqual(rows);
        },
      ),
    );
  });
});

describe('keys', () => {
  const filled = new Set(['0,0', '1,0', '2,0', '5,0']);
  const ground = {
    rows: 10,
    columns: 5,
    page: 4,
    isHidden: (_row: number, column: number) => column === 1,
    isFilled: (row: number, column: number) => filled.has(`${row},${column}`),
  };
  const press = (key: string, more: Partial<Key> = {}, from = { row: 1, column: 0 }) =>
    moved(single(from), { key, shift: false, ctrl: false, ...more }, ground);

  test.each([
    ['ArrowDown', {}, { row: 2, column: 0 }],
    ['ArrowRight', {}, { row: 1, column: 2 }],
    ['ArrowLeft', {}, { row: 1, column: 0 }],
    ['Tab', {}, { row: 1, column: 2 }],
    ['Enter', { shift: true }, { row: 0, column: 0 }],
    ['End', {}, { row: 1, column: 4 }],
    ['Home', { ctrl: true }, { row: 0, column: 0 }],
    ['PageDown', {}, { row: 5, column: 0 }],
    ['PageUp', {}, { row: 0, column: 0 }],
    ['ArrowDown', { ctrl: true }, { row: 2, column: 0 }],
  ])('%s %j', (key, more, to) => {
    expect(press(key, more)?.anchor).toEqual(to);
  });

  test('Ctrl leaps over blanks to what is filled, then to the edge', () => {
    expect(press('ArrowDown', { ctrl: true }, { row: 2, column: 0 })?.anchor).toEqual({ row: 5, column: 0 });
    expect(press('ArrowDown', { ctrl: true }, { row: 5, column: 0 })?.anchor).toEqual({ row: 9, column: 0 });
  });

  test('Shift stretches and leaves the active cell where it is; letters move nothing', () => {
    expect(press('ArrowDown', { shift: true })).toEqual({ anchor: { row: 1, column: 0 }, head: { row: 2, column: 0 } });
    expect(press('a')).toBeUndefined();
  });
});

describe('edits on their way', () => {
  const anEdit = (id: string): Edit => ({
    id,
    spreadsheet: 's',
    as: 'lan@hoi.example',
    sheetId: 0,
    row: 0,
    column: 0,
    cells: [['x']],
    kind: 'type',
  });

  test('wait in their order while the workspace is away, and go out again under their own ids', async () => {
    const sent: string[] = [];
    const answers: EditAnswer[] = [];
    let away = true;
    const queue = new EditQueue({
      send: async ({ id }) => {
        sent.push(id);
        if (away) throw new Error('away');
        return { ok: true, version: 1 };
      },
      answered: (_edit, answer) => answers.push(answer),
      stuck: () => undefined,
      changed: () => undefined,
    });
    queue.push(anEdit('a'));
    queue.push(anEdit('b'));
    await Promise.resolve();
    expect(queue.waiting.map(({ id }) => id)).toEqual(['a', 'b']);
    away = false;
    await new Promise((resolve) => setImmediate(resolve));
    await queue.resume();
    expect(queue.waiting).toEqual([]);
    expect(sent.filter((id) => id === 'a').length).toBeGreaterThan(1);
    expect(sent.at(-1)).toBe('b');
    expect(answers.length).toBe(2);
  });
});

test('addresses name the places they came from', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(18_000), (row, column) => {
      expect(placeAt(addressOf({ row, column }))).toEqual({ row, column });
    }),
  );
  expect(placeAt('E12:F20')).toEqual({ row: 11, column: 4 });
  expect(placeAt('tháng 3')).toBeUndefined();
});

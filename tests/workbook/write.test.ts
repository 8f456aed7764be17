// Writes as batches, and the question whether there is anything to write.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../rules/calendar-date.ts';
import type { Block, Marker, OwnedCell } from '../../rules/conversation.ts';
import { changed, changedBlocks } from '../../rules/owned-cells.ts';
import type { CellValue, Grid } from '../../rules/register/grid.ts';
import { cellData, sizesAfter, toBatchUpdate } from '../../workbook/write.ts';
import { assertConforms } from './google-schema.ts';

const block = (cells: readonly (readonly OwnedCell[])[], more: Partial<Block> = {}): Block => ({
  sheetId: 101,
  row: 1,
  column: 0,
  cells,
  rest: true,
  ...more,
});
const link = { label: 'Thành viên!D7', sheetId: 103, a1: 'D7' };
const marker: Marker = {
  key: 'quy-ky/nam-2026/1',
  attempt: 1,
  mailbox: 'so@clb.example',
  draft: 'r-1',
  thread: 't-1',
  leaseUntil: 1_790_000_000_000 as Instant,
};

describe('a batch', () => {
  it('is what Google expects, with blocks, markers that go and a marker that comes', async () => {
    const write = {
      register: 'so-1',
      blocks: [block([['Lan', 46_083, true, null, link]])],
      publish: marker,
      drop: [{ key: 'quy-ky/nam-2025/1', attempt: 2 }],
    };
    const body = toBatchUpdate(write, { sizes: new Map([[101, { rows: 1, columns: 3 }]]) });
    await assertConforms('/abc:batchUpdate', body);
    expect(body.requests.map((request) => Object.keys(request))).toEqual([
      ['insertDimension'],
      ['insertDimension'],
      ['updateCells'],
      ['deleteDeveloperMetadata'],
      ['createDeveloperMetadata'],
    ]);
  });

  it.each(['=1+1', '+84912345678', '0912', "'x", '@ai', '01/02/2026'])('keeps the text %s a text', (text) => {
    expect(cellData(text)).toEqual({ userEnteredValue: { stringValue: text } });
  });

  it('links a label to a cell of the workbook', () => {
    expect(cellData(link)).toEqual({
      userEnteredValue: { stringValue: 'Thành viên!D7' },
      textFormatRuns: [{ startIndex: 0, format: { link: { uri: '#gid=103&range=D7' } } }],
    });
  });

  it('ends with the block unless the rest is to be cleared', () => {
    const rangeOf = (one: Block) => toBatchUpdate({ register: 'so-1', blocks: [one] }).requests[0]?.updateCells?.range;
    expect(rangeOf(block([['a', 'b']], { rest: false }))).toMatchObject({ startRowIndex: 1, endRowIndex: 2, endColumnIndex: 2 });
    expect(rangeOf(block([['a', 'b']]))).not.toHaveProperty('endRowIndex');
    expect(rangeOf(block([]))).not.toHaveProperty('endColumnIndex');
    expect(rangeOf(block([], { rest: false }))).toBeUndefined();
  });

  it('makes room once, not again for the next write of the turn', () => {
    const write = { register: 'so-1', blocks: [block([['a'], ['b'], ['c']])] };
    const before = new Map([[101, { rows: 2, columns: 5 }]]);
    const insert = toBatchUpdate(write, { sizes: before }).requests[0]?.insertDimension;
    expect(insert).toEqual({ range: { sheetId: 101, dimension: 'ROWS', startIndex: 2, endIndex: 4 }, inheritFromBefore: true });
    const after = sizesAfter(write, before);
    expect(toBatchUpdate(write, { sizes: after }).requests.map((request) => Object.keys(request)[0])).toEqual(['updateCells']);
  });
});

describe('what has changed', () => {
  const header: Grid[number] = ['Việc', 'Đánh dấu'];

  it.each<[string, Block, Grid, boolean]>([
    ['the same', block([['Lan', 5, true]]), [header, ['Lan', 5, true]], false],
    ['blanks at the end that a reading trims', block([['Lan', null, '']]), [header, ['Lan']], false],
    ['a link by its label', block([[link]]), [header, ['Thành viên!D7']], false],
    ['another text', block([['Lan']]), [header, ['Hà']], true],
    ['a number where a text stood', block([[5]]), [header, ['5']], true],
    ['a blank where a zero stood', block([[null]]), [header, [0]], true],
    ['a blank where an unticked box stood', block([[null]]), [header, [false]], true],
    ['a row left over below', block([['Lan']]), [header, ['Lan'], ['Minh']], true],
    ['a row left over below that is none of its columns', block([['Lan']]), [header, ['Lan'], [null, 'ghi chú']], false],
    ['a row left over that the block leaves alone', block([['Lan']], { rest: false }), [header, ['Lan'], ['Minh']], false],
    ['anything below an empty block', block([]), [header, [null, 'Minh']], true],
    ['nothing below an empty block', block([]), [header], false],
    ['line ends', block([['a\nb']]), [header, ['a\r\nb']], false],
    ['a tab shorter than the block', block([['Lan']]), [], true],
  ])('%s', (_name, one, grid, expected) => {
    expect(changed(one, grid)).toBe(expected);
  });

  it('is never anything right after the block was written', () => {
    const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }), (cells) => {
        const written: Grid = [header, ...cells.map((line) => line.map((value): CellValue => (value === '' ? null : value)))];
        return !changed(block(cells), written);
      }),
    );
  });

  it('leaves a missing tab alone', () => {
    const blocks = [block([['Lan']]), block([['Hà']], { sheetId: 102 })];
    expect(
      changedBlocks(
        blocks,
        new Map<number, Grid | 'missing'>([
          [101, 'missing'],
          [102, []],
        ]),
      ),
    ).toEqual([blocks[1]]);
  });
});

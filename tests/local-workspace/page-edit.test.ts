// What a person types, pastes, clears and ticks: read as Google reads it, refused as Google refuses it, done once.
import { describe, expect, test } from 'vitest';
import { aPage, EDITOR, OWNER, range, TAB, VIEWER } from './a-page.ts';
import { batch, valuesOf } from './client.ts';

describe('typing', () => {
  test('is read by the locale and by the format of the cell', async () => {
    const page = await aPage();
    await batch(page.apis, page.id, {
      repeatCell: { range: range(0, 3), cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } }, fields: 'userEnteredFormat' },
    });
    expect(await page.edit([['1.234.567', '5/3/1956', 'Lan', '0912']])).toMatchObject({ ok: true });
    expect(await valuesOf(page.apis, page.id, 'A1:D1')).toEqual([[1_234_567, 20_519, 'Lan', '0912']]);
    expect((await page.grid()).rows[0]?.map((cell) => cell?.text)).toEqual(['1.234.567', '05/03/1956', 'Lan', '0912']);
  });

  test('again under the same id changes nothing and is acknowledged as before', async () => {
    const page = await aPage();
    const first = await page.edit([['Lan']], { id: 'a' });
    await page.edit([['Hà']], { id: 'b' });
    expect(await page.edit([['Lan']], { id: 'a' })).toEqual(first);
    expect(await valuesOf(page.apis, page.id, 'A1')).toEqual([['Hà']]);
  });

  test('clearing keeps the format and the note, and unticks a tick box', async () => {
    const page = await aPage();
    await batch(
      page.apis,
      page.id,
      { updateCells: { range: range(0, 0), rows: [{ values: [{ note: 'a' }] }], fields: 'note' } },
      { setDataValidation: { range: range(0, 1), rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
    );
    await page.edit([['Lan']]);
    await page.edit([[true]], { column: 1, kind: 'tick' });
    expect(await valuesOf(page.apis, page.id, 'A1:B1')).toEqual([['Lan', true]]);
    await page.edit([[null, null]], { kind: 'clear' });
    expect((await page.grid()).rows[0]?.[0]).toEqual({ text: '', note: 'a' });
    expect(await valuesOf(page.apis, page.id, 'A1:B1')).toEqual([['', false]]);
  });
});

describe('pasting', () => {
  test('beyond the last row adds rows that look like the last one', async () => {
    const page = await aPage();
    await batch(page.apis, page.id, {
      repeatCell: {
        range: range(0, 0, 20),
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
        fields: 'userEnteredFormat',
      },
    });
    const answer = await page.edit([['01'], ['02'], ['03']], { row: 18, kind: 'paste' });
    expect(answer).toMatchObject({ ok: true });
    expect(await valuesOf(page.apis, page.id, 'A19:A21')).toEqual([['01'], ['02'], ['03']]);
  });

  test('over merged cells is refused; a single text into the first of them is not', async () => {
    const page = await aPage();
    await batch(page.apis, page.id, { mergeCells: { range: range(0, 0, 2, 2), mergeType: 'MERGE_ALL' } });
    expect(await page.edit([['a', 'b']], { kind: 'paste' })).toEqual({ refused: expect.stringMatching(/^Vùng A1:B1 .*Đề nghị/) });
    expect(await page.edit([['a']], { kind: 'paste' })).toMatchObject({ ok: true });
  });
});

describe('a paste in which some cells cannot be taken', () => {
  const withRules = async () => {
    const page = await aPage();
    const values = [{ userEnteredValue: 'nghèo' }];
    await batch(
      page.apis,
      page.id,
      { setDataValidation: { range: range(0, 1, 20), rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
      { setDataValidation: { range: range(0, 2, 20), rule: { condition: { type: 'ONE_OF_LIST', values }, strict: true } } },
    );
    return page;
  };

  test('takes the others, keeps what stood in these, and names them', async () => {
    const page = await withRules();
    await page.edit([[true]], { row: 1, column: 1, kind: 'tick' });
    const block = [
      ['Lan', 'x', 'nghèo'],
      ['Minh', 'x', 'giàu'],
      ['Hà', 'TRUE', ''],
      ['Hà', 'x', 'nghèo'],
    ];
    const answer = await page.edit(block, { kind: 'paste', id: 'block' });
    expect(answer).toEqual({
      ok: true,
      version: expect.anything(),
      left: expect.stringMatching(/^Các ô B1:B2, B4 là ô đánh dấu .*\. Ô C2 chỉ nhận giá trị có trong danh sách\. .*Đề nghị/),
    });
    expect(await valuesOf(page.apis, page.id, 'A1:C4')).toEqual([
      ['Lan', '', 'nghèo'],
      ['Minh', true],
      ['Hà', true],
      ['Hà', '', 'nghèo'],
    ]);
    expect(await page.edit(block, { kind: 'paste', id: 'block' })).toEqual(answer);
  });

  test('names the first of many and says how many more there are', async () => {
    const page = await withRules();
    const rows = Array.from({ length: 12 }, (_, index) => [`Lan ${index}`, index % 2 === 0 ? 'x' : '']);
    expect(await page.edit(rows, { kind: 'paste' })).toMatchObject({ left: expect.stringMatching(/^Các ô B1, B3, B5, B7 và 2 ô khác là/) });
  });

  test('is refused when nothing is left of it', async () => {
    const page = await withRules();
    expect(await page.edit([['x'], ['x']], { column: 1, kind: 'paste' })).toEqual({
      refused: expect.stringMatching(/^Ô B1 là ô đánh dấu/),
    });
    expect(await valuesOf(page.apis, page.id, 'A1:C4')).toBeUndefined();
  });
});

describe('undo', () => {
  test('brings back what stood there before, though a script has changed value and format since', async () => {
    const page = await aPage();
    await page.apis.sheets.spreadsheets.values.update({
      spreadsheetId: page.id,
      range: 'A1:B1',
      valueInputOption: 'RAW',
      requestBody: { values: [['05/03/1956', 1956]] },
    });
    const before = await page.grid();
    await page.edit([['6/3/56', 'Lan']], { id: 'typed' });
    const text = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
    const rows = [{ values: ['06/03/1956', 'LAN'].map((stringValue) => ({ userEnteredValue: { stringValue }, ...text })) }];
    await batch(page.apis, page.id, { updateCells: { range: range(0, 0, 1, 2), rows, fields: 'userEnteredValue,userEnteredFormat' } });
    expect(await page.edit([["'05/03/1956", '1956']], { kind: 'undo', undoes: 'typed' })).toMatchObject({ ok: true });
    expect((await page.grid()).rows).toEqual(before.rows);
    expect(await valuesOf(page.apis, page.id, 'A1:B1')).toEqual([['05/03/1956', 1956]]);
  });

  test('brings back what a strict rule would now refuse, and a note that came since stays', async () => {
    const page = await aPage();
    await page.edit([['khá']]);
    const values = [{ userEnteredValue: 'nghèo' }];
    await batch(
      page.apis,
      page.id,
      { setDataValidation: { range: range(0, 0), rule: { condition: { type: 'ONE_OF_LIST', values }, strict: true } } },
      { updateCells: { range: range(0, 0), rows: [{ values: [{ note: 'xem lại' }] }], fields: 'note' } },
    );
    await page.edit([['nghèo']], { id: 'picked' });
    expect(await page.edit([['khá']], { kind: 'undo', undoes: 'picked' })).toMatchObject({ ok: true });
    expect((await page.grid()).rows[0]?.[0]).toMatchObject({ text: 'khá', note: 'xem lại', list: 0 });
  });

  test('of an edit that is not known any more types what the page remembers; protected cells stay closed to it', async () => {
    const page = await aPage();
    expect(await page.edit([['Lan', null]], { kind: 'undo', undoes: 'long ago' })).toMatchObject({ ok: true });
    expect(await valuesOf(page.apis, page.id, 'A1:B1')).toEqual([['Lan']]);
    await page.edit([['Hà']], { id: 'typed' });
    await batch(page.apis, page.id, { addProtectedRange: { protectedRange: { range: range(0, 0), editors: { users: [OWNER] } } } });
    expect(await page.edit([['Lan']], { kind: 'undo', undoes: 'typed' })).toEqual({ refused: expect.stringMatching(/^Ô A1 được bảo vệ/) });
  });
});

describe('what Google would not take is refused in one Vietnamese sentence, and nothing is changed', () => {
  test.each([
    ['a protected cell', { row: 1, column: 0 }, [['x']], /^Ô A2 được bảo vệ .*Đề nghị/],
    ['a paste that touches a protected cell', { row: 0, column: 0, kind: 'paste' }, [['x'], ['y']], /^Ô A2 được bảo vệ/],
    ['words in a tick box', { row: 0, column: 1 }, [['rồi']], /^Ô B1 là ô đánh dấu/],
    ['a value that a strict list has not', { row: 0, column: 2 }, [['giàu']], /^Ô C1 chỉ nhận giá trị có trong danh sách/],
    ['a cell that is too long', { row: 0, column: 3 }, [['x'.repeat(50_001)]], /^Ô D1 vượt quá 50\.000 ký tự/],
    ['a tick where there is no box', { row: 0, column: 3, kind: 'tick' }, [[true]], /^Ô D1 không phải là ô đánh dấu/],
    ['a person who may only look', { as: VIEWER }, [['x']], /chỉ được xem/],
    ['a person who may not even look', { as: 'la@xa.example' }, [['x']], /không được mở/],
    ['a tab that is gone', { sheetId: 99 }, [['x']], /không còn/],
  ] as const)('%s', async (_what, change, cells, sentence) => {
    const page = await aPage();
    await batch(
      page.apis,
      page.id,
      { addProtectedRange: { protectedRange: { range: range(1, 0), editors: { users: [OWNER] } } } },
      { setDataValidation: { range: range(0, 1), rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
      {
        setDataValidation: {
          range: range(0, 2),
          rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'nghèo' }] }, strict: true },
        },
      },
    );
    const before = await page.grid();
    expect(await page.edit(cells, { as: EDITOR, ...change })).toEqual({ refused: expect.stringMatching(sentence) });
    expect(await page.grid()).toEqual(before);
  });

  test('open cells of a closed tab are changed one range at a time', async () => {
    const page = await aPage();
    const unprotectedRanges = [range(0, 0, 3), range(0, 1)];
    await batch(page.apis, page.id, {
      addProtectedRange: { protectedRange: { range: { sheetId: TAB }, editors: { users: [OWNER] }, unprotectedRanges } },
    });
    const as = EDITOR;
    expect(await page.edit([['a'], ['b'], ['c']], { as, kind: 'clear' })).toMatchObject({ ok: true });
    expect(await page.edit([['a', 'b']], { as, kind: 'paste' })).toEqual({ refused: expect.stringMatching(/^Vùng A1:B1 .*Đề nghị/) });
  });

  test('a list that is not strict takes any text', async () => {
    const page = await aPage();
    const values = [{ userEnteredValue: 'nghèo' }];
    await batch(page.apis, page.id, { setDataValidation: { range: range(0, 0), rule: { condition: { type: 'ONE_OF_LIST', values } } } });
    expect(await page.edit([['khá']])).toMatchObject({ ok: true });
  });
});

// What the page is told of a workbook and its cells.
import { describe, expect, test } from 'vitest';
import type { PageEvent, WorkbookView } from '../../local-workspace/page/protocol.ts';
import { aPage, EDITOR, OWNER, range, TAB, VIEWER } from './a-page.ts';
import { batch, textRow } from './client.ts';

describe('a workbook', () => {
  test('has its tabs, and what a person may do follows from Drive', async () => {
    const page = await aPage();
    const view = async (as: string) => (await page.get<WorkbookView>('workbook', { spreadsheet: page.id, as })).body;
    expect(await view(EDITOR)).toMatchObject({ access: 'write', tabs: [{ sheetId: TAB, title: 'Thành viên', rows: 20, columns: 4 }] });
    expect((await view(VIEWER)).access).toBe('read');
    expect(await view('la@xa.example')).toMatchObject({ access: 'none', tabs: [], title: '' });
    expect((await page.get('grid', { spreadsheet: page.id, sheet: String(TAB), as: 'la@xa.example' })).status).toBe(400);
  });
});

describe('a cell', () => {
  test('shows text as formatted, and starts its editor with what typing it again would need', async () => {
    const page = await aPage();
    const format = (pattern: string, type: string) => ({ numberFormat: { type, pattern } });
    await batch(page.apis, page.id, {
      updateCells: {
        range: range(0, 0, 1, 4),
        rows: [
          {
            values: [
              { userEnteredValue: { numberValue: 1_234_567.5 }, userEnteredFormat: format('#,##0', 'NUMBER') },
              { userEnteredValue: { numberValue: 20_519 }, userEnteredFormat: format('dd/mm/yyyy', 'DATE') },
              { userEnteredValue: { stringValue: '0912' } },
              { userEnteredValue: { stringValue: '0912' }, userEnteredFormat: format('@', 'TEXT') },
            ],
          },
        ],
        fields: '*',
      },
    });
    const [row] = (await page.grid()).rows;
    expect(row?.[0]).toEqual({ text: '1.234.568', input: '1234567,5', align: 'right' });
    expect(row?.[1]).toEqual({ text: '05/03/1956', align: 'right' });
    expect(row?.[2]).toEqual({ text: '0912', input: "'0912" });
    expect(row?.[3]).toEqual({ text: '0912' });
  });

  test('carries notes, lists, tick boxes, links, and colours of formats and of conditions that hold', async () => {
    const page = await aPage();
    const values = [{ userEnteredValue: 'nghèo' }, { userEnteredValue: 'cận nghèo' }];
    const green = { red: 0, green: 1, blue: 0 };
    await batch(
      page.apis,
      page.id,
      { updateCells: { range: range(0, 0), rows: [{ values: [{ note: 'Ghi như trong sổ hộ khẩu' }] }], fields: 'note' } },
      { updateCells: { range: range(1, 3, 2), rows: [textRow('xóm Một'), textRow('xóm Hai')], fields: 'userEnteredValue' } },
      { setDataValidation: { range: range(0, 1, 20), rule: { condition: { type: 'ONE_OF_LIST', values } } } },
      { setDataValidation: { range: range(0, 2, 1), rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
      {
        setDataValidation: {
          range: range(0, 0, 1),
          rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Thành viên'!$D$2:$D" }] } },
        },
      },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [range(0, 3, 20)],
            booleanRule: {
              condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: 'xóm Một' }] },
              format: { backgroundColorStyle: { rgbColor: green } },
            },
          },
        },
      },
    );
    const link = { format: { link: { uri: '#gid=7&range=B2' } } };
    await batch(page.apis, page.id, {
      updateCells: {
        range: range(4, 3),
        rows: [{ values: [{ userEnteredValue: { stringValue: 'B2' }, textFormatRuns: [link] }] }],
        fields: 'userEnteredValue,textFormatRuns',
      },
    });
    const { rows, lists, emptyCells } = await page.grid();
    expect(rows[0]?.[0]?.note).toBe('Ghi như trong sổ hộ khẩu');
    expect(lists[rows[0]?.[0]?.list ?? -1]).toEqual(['xóm Một', 'xóm Hai', 'B2']);
    expect(rows[0]?.[2]?.tick).toBe(false);
    expect(rows[1]?.[3]).toEqual({ text: 'xóm Một', background: '#00ff00' });
    expect(rows[2]?.[3]).toEqual({ text: 'xóm Hai' });
    expect(rows[4]?.[3]).toEqual({ text: 'B2', link: '#gid=7&range=B2' });
    expect(lists[emptyCells[1]?.list ?? -1]).toEqual(['nghèo', 'cận nghèo']);
    expect(rows.length).toBe(5);
  });

  test('is locked for whoever is not named, and warned of where a protection only warns', async () => {
    const page = await aPage();
    await batch(
      page.apis,
      page.id,
      {
        addProtectedRange: { protectedRange: { range: range(0, 0, 1, 4), editors: { users: [OWNER] }, unprotectedRanges: [range(0, 3)] } },
      },
      { addProtectedRange: { protectedRange: { range: range(1, 0), warningOnly: true } } },
    );
    const { rows } = await page.grid();
    expect(rows[0]?.map((cell) => cell?.locked ?? false)).toEqual([true, true, true]);
    expect(rows[1]?.[0]?.warned).toBe(true);
    expect((await page.grid(OWNER)).rows[0]).toBe(null);
  });
});

test('whoever has the page open hears which tab a write of anybody has changed, and at which version', async () => {
  const page = await aPage();
  const heard: PageEvent[] = [];
  const leave = page.workspace.bus.subscribe((event) => heard.push(event));
  await page.apis.sheets.spreadsheets.values.update({
    spreadsheetId: page.id,
    range: "'Thành viên'!A1",
    valueInputOption: 'RAW',
    requestBody: { values: [['Lan']] },
  });
  leave();
  const { version } = await page.grid();
  expect(heard).toEqual([{ kind: 'changed', spreadsheet: page.id, sheets: [TAB], version }]);
});

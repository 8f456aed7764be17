// Charts over cells: added, answered by the schema, moved, made again, deleted; and drawn by the page from the cells they name.
import { describe, expect, test } from 'vitest';
import type { ChartView } from '../../local-workspace/page/protocol.ts';
import { aPage, TAB } from './a-page.ts';
import { type Apis, apisOf, aSpreadsheet, aWorkspace, batch, refusal, textRow } from './client.ts';

const column = (at: number, rows = 3) => ({
  sourceRange: {
    sources: [{ sheetId: TAB, startRowIndex: 0, endRowIndex: rows, startColumnIndex: at, endColumnIndex: at + 1 }],
  },
});
const chart = (more: object = {}) => ({
  chartId: 7001,
  spec: {
    title: 'Thành viên theo CLB',
    basicChart: {
      chartType: 'COLUMN',
      headerCount: 1,
      domains: [{ domain: column(0) }],
      series: [{ series: column(1), targetAxis: 'LEFT_AXIS' }],
    },
  },
  position: { overlayPosition: { anchorCell: { sheetId: TAB, rowIndex: 5, columnIndex: 1 } } },
  ...more,
});
const chartsIn = async (apis: Apis, id: string) =>
  (await apis.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.charts' })).data.sheets?.[0]?.charts ?? [];

describe('a chart', () => {
  test('is kept under the id it was given, and gets Google’s usual size', async () => {
    const apis = apisOf(await aWorkspace());
    const id = await aSpreadsheet(apis);
    const replies = await batch(apis, id, { addChart: { chart: chart() } });
    expect(replies[0]?.addChart?.chart?.chartId).toBe(7001);
    expect(await chartsIn(apis, id)).toMatchObject([
      { chartId: 7001, spec: { title: 'Thành viên theo CLB' }, position: { overlayPosition: { widthPixels: 600, heightPixels: 371 } } },
    ]);
  });

  test('gets an id of its own when none is given', async () => {
    const apis = apisOf(await aWorkspace());
    const id = await aSpreadsheet(apis);
    await batch(apis, id, { addChart: { chart: chart({ chartId: undefined }) } }, { addChart: { chart: chart({ chartId: undefined }) } });
    const ids = (await chartsIn(apis, id)).map(({ chartId }) => chartId);
    expect(new Set(ids).size).toBe(2);
  });

  test('moves by the fields that are named, and goes when it is deleted', async () => {
    const apis = apisOf(await aWorkspace());
    const id = await aSpreadsheet(apis);
    const newPosition = { overlayPosition: { anchorCell: { sheetId: TAB, rowIndex: 1, columnIndex: 0 }, widthPixels: 900 } };
    await batch(
      apis,
      id,
      { addChart: { chart: chart() } },
      { updateEmbeddedObjectPosition: { objectId: 7001, newPosition, fields: 'widthPixels' } },
    );
    expect((await chartsIn(apis, id))[0]?.position?.overlayPosition).toMatchObject({
      anchorCell: { rowIndex: 5, columnIndex: 1 },
      widthPixels: 900,
      heightPixels: 371,
    });
    await batch(apis, id, { deleteEmbeddedObject: { objectId: 7001 } });
    expect(await chartsIn(apis, id)).toEqual([]);
  });

  test.each([
    { what: 'an id in use', requests: [{ addChart: { chart: chart() } }, { addChart: { chart: chart() } }], says: 'already exists' },
    { what: 'a chart that is not there', requests: [{ deleteEmbeddedObject: { objectId: 1 } }], says: 'No embedded object with id: 1' },
    { what: 'a tab of its own', requests: [{ addChart: { chart: chart({ position: { newSheet: true } }) } }], says: 'lie over cells' },
    {
      what: 'a range on a tab that is not there',
      requests: [
        {
          addChart: {
            chart: chart({ spec: { basicChart: { domains: [{ domain: { sourceRange: { sources: [{ sheetId: 99 }] } } }] } } }),
          },
        },
      ],
      says: 'No grid with id: 99',
    },
  ])('is refused with $what', async ({ requests, says }) => {
    const apis = apisOf(await aWorkspace());
    const id = await aSpreadsheet(apis);
    const failed = await refusal(batch(apis, id, ...requests));
    expect(failed.code).toBe(400);
    expect(failed.message).toContain(says);
    expect(await chartsIn(apis, id)).toEqual([]);
  });
});

test('the page draws what the cells of a chart hold', async () => {
  const page = await aPage();
  const number = (value: number) => ({ userEnteredValue: { numberValue: value } });
  const text = (value: string) => ({ userEnteredValue: { stringValue: value } });
  const rows = [{ values: [text('CLB'), text('Thành viên')] }, { values: [text('Thôn Một'), number(52)] }, { values: [text('Thôn Hai')] }];
  await batch(
    page.apis,
    page.id,
    { updateCells: { start: { sheetId: TAB }, rows, fields: 'userEnteredValue' } },
    { addChart: { chart: chart() } },
  );
  const { charts } = (await page.grid()) as { charts: readonly ChartView[] };
  expect(charts).toMatchObject([
    { id: 7001, kind: 'column', labels: ['Thôn Một', 'Thôn Hai'], series: [{ name: 'Thành viên', values: [52, null] }], row: 5, column: 1 },
  ]);
  await batch(page.apis, page.id, { updateCells: { start: { sheetId: TAB, rowIndex: 2 }, rows: [textRow('Thôn Ba')], fields: '*' } });
  expect((await page.grid()).charts[0]?.labels).toEqual(['Thôn Một', 'Thôn Ba']);
});

// The charts of a superior's workbook: as Google wants them, put there once, found again wherever people moved them.
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../rules/register/choices.ts';
import { superiorCharts } from '../../rules/register/superior-charts.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { chartRepairs, chartRequests } from '../../workbook/charts.ts';
import { newWorkbook, type ProvisionOptions } from '../../workbook/provision.ts';
import { repairRequests, structureRequest } from '../../workbook/repair.ts';
import type { Request, SpreadsheetAnswer } from '../../workbook/sheets-json.ts';
import { type Apis, apisOf, aWorkspace } from '../local-workspace/client.ts';
import { CITY } from '../superior/a-city.ts';
import { assertConforms } from './google-schema.ts';

const charts = superiorCharts(CITY);
const tabs = Object.values(SUPERIOR_TABS);
const options: ProvisionOptions = { choices: (_tab, column) => choicesOf(column, CITY), charts };

async function aSuperiorWorkbook(): Promise<{ apis: Apis; id: string }> {
  const apis = apisOf(await aWorkspace());
  const { create, finish } = newWorkbook('Sổ tổng hợp', tabs, options);
  const { data } = await apis.sheets.spreadsheets.create({ requestBody: create });
  const id = data.spreadsheetId ?? '';
  await apis.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: finish });
  return { apis, id };
}

const structureOf = async ({ apis, id }: { apis: Apis; id: string }): Promise<SpreadsheetAnswer> =>
  (await apis.sheets.spreadsheets.get({ spreadsheetId: id, ...structureRequest() })).data as SpreadsheetAnswer;
const idsIn = ({ sheets }: SpreadsheetAnswer): unknown[] =>
  (sheets ?? []).flatMap(({ charts: own }) => (own ?? []).map(({ chartId }) => chartId)).sort();
const declared = charts.map(({ chartId }) => chartId).sort();

async function repaired(workbook: { apis: Apis; id: string }): Promise<readonly Request[]> {
  const reading = { register: workbook.id, grids: new Map() };
  const requests = repairRequests(await structureOf(workbook), reading, tabs, options);
  const own = requests.filter(({ addChart, deleteEmbeddedObject }) => addChart !== undefined || deleteEmbeddedObject !== undefined);
  if (own.length > 0)
    await workbook.apis.sheets.spreadsheets.batchUpdate({ spreadsheetId: workbook.id, requestBody: { requests: [...own] } });
  return own;
}

it('are what Google expects of addChart', async () => {
  await assertConforms('/abc:batchUpdate', { requests: chartRequests(charts) });
});

it('draw columns that their tab has, below its header', () => {
  for (const { spec } of charts.map((chart) => chartRequests([chart])[0]?.addChart?.chart ?? { spec: undefined })) {
    const { basicChart } = spec ?? {};
    const ranges = [...(basicChart?.domains ?? []).map(({ domain }) => domain), ...(basicChart?.series ?? []).map(({ series }) => series)];
    expect(ranges.length).toBeGreaterThan(1);
    for (const { sourceRange } of ranges)
      expect(sourceRange.sources).toEqual([expect.objectContaining({ sheetId: SUPERIOR_TABS.chartData.sheetId, startRowIndex: 0 })]);
  }
});

describe('a provisioned workbook', () => {
  it('has each chart once, and a repair adds none', async () => {
    const workbook = await aSuperiorWorkbook();
    expect(idsIn(await structureOf(workbook))).toEqual(declared);
    expect(await repaired(workbook)).toEqual([]);
    expect(idsIn(await structureOf(workbook))).toEqual(declared);
  });

  it('gets back the one that somebody deleted, and keeps the one that somebody moved where it is', async () => {
    const workbook = await aSuperiorWorkbook();
    const { apis, id } = workbook;
    const [gone = 0, moved = 0] = declared;
    const newPosition = { overlayPosition: { anchorCell: { sheetId: SUPERIOR_TABS.units.sheetId, rowIndex: 3, columnIndex: 2 } } };
    const requests = [
      { deleteEmbeddedObject: { objectId: gone } },
      { updateEmbeddedObjectPosition: { objectId: moved, newPosition, fields: 'anchorCell' } },
    ];
    await apis.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
    expect((await repaired(workbook)).map(({ addChart }) => addChart?.chart.chartId)).toEqual([gone]);
    expect(await repaired(workbook)).toEqual([]);
    const { sheets = [] } = await structureOf(workbook);
    expect(idsIn({ sheets: (sheets ?? []).filter(({ properties }) => properties?.sheetId === SUPERIOR_TABS.units.sheetId) })).toEqual([
      moved,
    ]);
  });

  it('has its charts made anew when the tab of their numbers was gone', () => {
    const standing = [{ properties: { sheetId: SUPERIOR_TABS.matrix.sheetId }, charts: charts.map(({ chartId }) => ({ chartId })) }];
    const kinds = chartRepairs(charts, { sheets: standing }).flatMap((request) => Object.keys(request));
    expect(kinds).toEqual(charts.flatMap(() => ['deleteEmbeddedObject', 'addChart']));
  });
});

// Charts from their declarations to Google's JSON. A chart is found again by its id, so that what people moved or renamed is not put there twice.
// https://developers.google.com/workspace/sheets/api/samples/charts
import type { Chart } from '../rules/register/chart.ts';
import { color } from './look.ts';
import type { BasicChartSpec, ChartData, EmbeddedChart, Request, SpreadsheetAnswer } from './sheets-json.ts';

const KINDS = { bar: 'BAR', column: 'COLUMN', line: 'LINE' } as const;

/** A source is the header and the lines below it: the header names the series. */
function dataOf({ source, rows }: Chart, key: string): ChartData {
  const at = Object.keys(source.columns).indexOf(key);
  if (at < 0) throw new Error(`tab ${source.sheetId} has no column ${key}`);
  const range = { sheetId: source.sheetId, startRowIndex: 0, endRowIndex: rows + 1, startColumnIndex: at, endColumnIndex: at + 1 };
  return { sourceRange: { sources: [range] } };
}

/** A chart as Google keeps it. */
export function embeddedChart(chart: Chart): EmbeddedChart {
  const { chartId, title, kind, stacked, domain, series, axis, on } = chart;
  const values = kind === 'bar' ? 'BOTTOM_AXIS' : 'LEFT_AXIS'; // a bar's values run along the bottom
  const basicChart: BasicChartSpec = {
    chartType: KINDS[kind],
    legendPosition: 'TOP_LEGEND',
    headerCount: 1,
    axis: [{ position: values, title: axis }],
    domains: [{ domain: dataOf(chart, domain) }],
    series: series.map((one) => ({ series: dataOf(chart, one.column), targetAxis: values, colorStyle: color(one.color) })),
    ...(stacked ? { stackedType: 'STACKED' } : {}),
  };
  return {
    chartId,
    // the numbers stand in a hidden tab
    spec: { title, altText: `${title} (${axis})`, hiddenDimensionStrategy: 'SHOW_ALL', basicChart },
    position: {
      overlayPosition: {
        anchorCell: { sheetId: on.sheetId, rowIndex: on.row, columnIndex: on.column },
        offsetXPixels: on.x,
        offsetYPixels: 0,
        widthPixels: on.width,
        heightPixels: on.height,
      },
    },
  };
}

/** All charts of a workbook that has none yet. */
export const chartRequests = (charts: readonly Chart[]): Request[] =>
  charts.map((chart) => ({ addChart: { chart: embeddedChart(chart) } }));

/**
 * The charts that are gone come back. One that still stands is left as people have it, unless its numbers' tab was gone: a tab that comes
 * back is another one to the chart, so it is made anew.
 */
export function chartRepairs(charts: readonly Chart[], { sheets }: SpreadsheetAnswer): Request[] {
  const tabs = new Set((sheets ?? []).map(({ properties }) => properties?.sheetId ?? 0));
  const there = new Set((sheets ?? []).flatMap((sheet) => (sheet.charts ?? []).map(({ chartId }) => chartId)));
  return charts.flatMap((chart) => {
    const stands = there.has(chart.chartId);
    if (stands && tabs.has(chart.source.sheetId)) return [];
    return [...(stands ? [{ deleteEmbeddedObject: { objectId: chart.chartId } }] : []), ...chartRequests([chart])];
  });
}

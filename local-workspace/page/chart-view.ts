// The charts over a tab as the page draws them: the numbers and words that their ranges hold. What the page cannot draw is a frame with a title.
import { formatValue } from '../sheets/format-value.ts';
import { effectiveValue } from '../sheets/formula.ts';
import { localeRules } from '../sheets/locale.ts';
import { chartsOf } from '../sheets/requests-charts.ts';
import type { Sheet, StoredCell } from '../sheets/sheet.ts';
import type { EmbeddedChart, GridRange } from '../sheets/wire.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { hexOf } from './cell-view.ts';
import type { ChartView } from './protocol.ts';

/** The parts of a ChartSpec that are looked into. */
interface Spec {
  readonly title?: string;
  readonly altText?: string;
  readonly basicChart?: {
    readonly chartType?: string;
    readonly stackedType?: string;
    readonly headerCount?: number;
    readonly domains?: readonly { readonly domain?: Data }[];
    readonly series?: readonly { readonly series?: Data; readonly colorStyle?: unknown }[];
  };
}
interface Data {
  readonly sourceRange?: { readonly sources?: readonly GridRange[] };
}

const KINDS: Readonly<Record<string, ChartView['kind']>> = { BAR: 'bar', COLUMN: 'column', LINE: 'line' };

export const chartViews = (workbook: Workbook, sheet: Sheet): ChartView[] => chartsOf(sheet).map((chart) => chartView(workbook, chart));

function chartView(workbook: Workbook, { chartId, position, spec }: EmbeddedChart): ChartView {
  const { title = '', altText, basicChart = {} } = spec as Spec;
  const { anchorCell = {}, offsetXPixels = 0, offsetYPixels = 0, widthPixels = 0, heightPixels = 0 } = position.overlayPosition ?? {};
  const headers = basicChart.headerCount ?? 0;
  const [domain] = basicChart.domains ?? [];
  const kind = KINDS[basicChart.chartType ?? ''];
  const place = { row: anchorCell.rowIndex ?? 0, column: anchorCell.columnIndex ?? 0, x: offsetXPixels, y: offsetYPixels };
  const head = {
    id: chartId,
    title,
    ...(altText === undefined ? {} : { alt: altText }),
    ...place,
    width: widthPixels,
    height: heightPixels,
  };
  if (kind === undefined) return { ...head, kind: 'frame', stacked: false, labels: [], series: [] };
  return {
    ...head,
    kind,
    stacked: basicChart.stackedType === 'STACKED',
    labels: cellsIn(workbook, domain?.domain)
      .slice(headers)
      .map((cell) => textOf(workbook, cell)),
    series: (basicChart.series ?? []).map(({ series, colorStyle }) => {
      const cells = cellsIn(workbook, series);
      const color = hexOf(colorStyle);
      return {
        name: headers === 0 ? '' : textOf(workbook, cells[0]),
        ...(color === undefined ? {} : { color }),
        values: cells.slice(headers).map((cell) => effectiveValue(cell?.v)?.numberValue ?? null),
      };
    }),
  };
}

/** The cells of a source, one after the other; a tab that is gone has none. */
function cellsIn(workbook: Workbook, data: Data | undefined): (StoredCell | undefined)[] {
  return (data?.sourceRange?.sources ?? []).flatMap((range) => {
    const sheet = workbook.sheets.find(({ id }) => id === (range.sheetId ?? 0));
    if (sheet === undefined) return [];
    const { startRowIndex = 0, startColumnIndex = 0, endRowIndex = sheet.rowCount, endColumnIndex = sheet.columnCount } = range;
    const places: (StoredCell | undefined)[] = [];
    for (let row = startRowIndex; row < endRowIndex; row += 1)
      for (let column = startColumnIndex; column < endColumnIndex; column += 1) places.push(sheet.cell(row, column));
    return places;
  });
}

const textOf = (workbook: Workbook, cell: StoredCell | undefined): string =>
  formatValue(effectiveValue(cell?.v), workbook.format(cell)?.numberFormat, localeRules(workbook.doc.properties.locale)) ?? '';

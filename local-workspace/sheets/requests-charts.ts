// Batch requests on charts that lie over the cells of a tab. Their specs are kept as they were given, and nothing is calculated from them.
// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/charts
import { badRequest } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { strictArea } from './a1.ts';
import { mergeByMask, requiredMask } from './mask-merge.ts';
import type { Sheet } from './sheet.ts';
import type { EmbeddedChart, EmbeddedPosition, GridRange, OverlayPosition } from './wire.ts';
import type { Workbook } from './workbook.ts';

const SIZE = { widthPixels: 600, heightPixels: 371 }; // what Google gives a chart that names none

export const chartsOf = (sheet: Sheet): readonly EmbeddedChart[] => sheet.doc.charts ?? [];

/** The tab that a position lies on, and the position as Google answers it. */
function placed(workbook: Workbook, position: EmbeddedPosition | undefined): { sheet: Sheet; position: EmbeddedPosition } {
  const overlay = position?.overlayPosition;
  if (overlay === undefined) throw badRequest('The local workspace only keeps charts that lie over cells (overlayPosition).');
  const { rowIndex = 0, columnIndex = 0, sheetId } = overlay.anchorCell ?? {};
  const sheet = workbook.sheet(sheetId);
  if (rowIndex < 0 || columnIndex < 0 || rowIndex >= sheet.rowCount || columnIndex >= sheet.columnCount)
    throw badRequest(`Attempting to place a chart outside the grid of sheet ${sheet.id}.`);
  return { sheet, position: { overlayPosition: { ...SIZE, ...overlay, anchorCell: { sheetId: sheet.id, rowIndex, columnIndex } } } };
}

function checkSpec(workbook: Workbook, spec: JsonObject | undefined): JsonObject {
  if (spec === undefined) throw badRequest('No chart specification.');
  for (const range of sourcesIn(spec)) {
    const { area } = strictArea(workbook, range);
    if (area.endRow - area.startRow > 1 && area.endColumn - area.startColumn > 1)
      throw badRequest('A chart source range must have a width or a height of one cell.');
  }
  return spec;
}

/** Every range that a spec draws from, wherever it stands. */
function sourcesIn(part: unknown): GridRange[] {
  if (Array.isArray(part)) return part.flatMap(sourcesIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'sources' && Array.isArray(value) ? (value as GridRange[]) : sourcesIn(value),
  );
}

function found(workbook: Workbook, id: unknown): { sheet: Sheet; chart: EmbeddedChart } {
  for (const sheet of workbook.sheets) {
    const chart = chartsOf(sheet).find((one) => one.chartId === id);
    if (chart !== undefined) return { sheet, chart };
  }
  throw badRequest(`No embedded object with id: ${String(id)}`);
}

const without = (sheet: Sheet, chart: EmbeddedChart): void => {
  sheet.doc.charts = chartsOf(sheet).filter((one) => one !== chart);
};

export function addChart(workbook: Workbook, body: JsonObject): JsonObject {
  const given = (body.chart ?? {}) as Partial<EmbeddedChart>;
  const taken = (id: number): boolean => workbook.sheets.some((sheet) => chartsOf(sheet).some(({ chartId }) => chartId === id));
  if (given.chartId !== undefined && taken(given.chartId)) throw badRequest(`An embedded object with id ${given.chartId} already exists.`);
  const spec = checkSpec(workbook, given.spec);
  const { sheet, position } = placed(workbook, given.position);
  const chart: EmbeddedChart = { ...given, chartId: given.chartId ?? workbook.freshId(taken), spec, position };
  sheet.doc.charts = [...chartsOf(sheet), chart];
  return { addChart: { chart: structuredClone(chart) } };
}

export function updateChartSpec(workbook: Workbook, body: JsonObject): undefined {
  const { sheet, chart } = found(workbook, body.chartId);
  const spec = checkSpec(workbook, body.spec as JsonObject | undefined);
  sheet.doc.charts = chartsOf(sheet).map((one) => (one === chart ? { ...chart, spec } : one));
  return undefined;
}

/** A chart may move to another tab with it. */
export function updateEmbeddedObjectPosition(workbook: Workbook, body: JsonObject): JsonObject {
  const { sheet, chart } = found(workbook, body.objectId);
  const mask = requiredMask(body.fields, 'OverlayPosition');
  const given = ((body.newPosition ?? {}) as EmbeddedPosition).overlayPosition ?? {};
  const overlayPosition = mergeByMask(mask, chart.position.overlayPosition as JsonObject, given as JsonObject) as OverlayPosition;
  const { sheet: target, position } = placed(workbook, { overlayPosition });
  without(sheet, chart);
  target.doc.charts = [...chartsOf(target), { ...chart, position }];
  return { updateEmbeddedObjectPosition: { position } };
}

export function deleteEmbeddedObject(workbook: Workbook, body: JsonObject): undefined {
  const { sheet, chart } = found(workbook, body.objectId);
  without(sheet, chart);
  return undefined;
}

// A chart as a drawing: bars, columns or a line, plain and to scale. Read as one picture with its title; the table it draws is in the workbook.
import type { ChartView } from '../protocol.ts';
import { element } from './dom.ts';
import type { Geometry } from './geometry.ts';
import { NUMBERS_WIDTH } from './grid-row.ts';
import type { SheetModel } from './sheet-model.ts';

const COLORS = ['#1a73e8', '#e8710a', '#188038', '#9334e6', '#d93025', '#80868b'] as const;
const SVG = 'http://www.w3.org/2000/svg';
const LETTER = 5.6;

type Attributes = Readonly<Record<string, string | number>>;

function shape(tag: string, attributes: Attributes, text?: string): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Where the values lie, and how far they go. */
interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

/** The charts of a tab, over the cells of the rows that scroll. */
export function chartsOver(model: SheetModel, geometry: Geometry): HTMLElement[] {
  const above = geometry.top(model.tab.frozenRows);
  return model.view.charts.map((chart) => {
    const made = chartElement(chart);
    made.style.left = `${NUMBERS_WIDTH + geometry.left(chart.column) + chart.x}px`;
    made.style.top = `${geometry.top(chart.row) - above + chart.y}px`;
    return made;
  });
}

/** The chart's element, not yet placed. */
function chartElement(chart: ChartView): HTMLElement {
  const made = element('figure', { class: 'chart', role: 'img', 'aria-label': chart.alt ?? chart.title, 'data-chart': chart.id });
  made.style.width = `${chart.width}px`;
  made.style.height = `${chart.height}px`;
  made.append(element('figcaption', {}, chart.title));
  if (chart.kind !== 'frame') made.append(legend(chart), drawing(chart));
  return made;
}

const colorOf = ({ series }: ChartView, index: number): string => series[index]?.color ?? COLORS[index % COLORS.length] ?? COLORS[0];

function legend(chart: ChartView): HTMLElement {
  const keys = chart.series.map(({ name }, index) => {
    const key = element('span', { class: 'chart-key' }, name);
    key.style.borderColor = colorOf(chart, index);
    return key;
  });
  return element('div', { class: 'chart-legend' }, ...keys);
}

function drawing(chart: ChartView): SVGElement {
  const [width, height] = [chart.width - 16, chart.height - 64];
  const svg = shape('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  const longest = Math.max(0, ...chart.labels.map((label) => label.length));
  const isBar = chart.kind === 'bar';
  const left = isBar ? Math.min(width * 0.45, longest * LETTER + 10) : 36;
  const plot: Plot = { left, top: 6, width: width - left - 12, height: height - 28, most: mostOf(chart) };
  svg.append(...scale(plot, isBar), ...labelsOf(chart, plot), ...(chart.kind === 'line' ? lines(chart, plot) : bars(chart, plot)));
  return svg;
}

/** A round number that nothing goes beyond. */
function mostOf({ series, labels, stacked }: ChartView): number {
  const sums = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(1, ...(stacked ? sums : series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const step = 10 ** Math.floor(Math.log10(most));
  return Math.ceil(most / step) * step;
}

const STEPS = [0, 0.25, 0.5, 0.75, 1] as const;

function scale({ left, top, width, height, most }: Plot, isBar: boolean): SVGElement[] {
  return STEPS.flatMap((step) => {
    const [x, y] = isBar ? [left + width * step, top + height] : [left, top + height * (1 - step)];
    const line = isBar ? { x1: x, y1: top, x2: x, y2: y } : { x1: x, y1: y, x2: x + width, y2: y };
    const words = isBar ? { x, y: y + 14, 'text-anchor': 'middle' } : { x: x - 6, y: y + 4, 'text-anchor': 'end' };
    const value = most * step;
    return [
      shape('line', { ...line, class: 'chart-grid' }),
      ...(Number.isInteger(value) ? [shape('text', words, value.toLocaleString('vi-VN'))] : []),
    ];
  });
}

/** The names along the domain's axis; of many below columns only as many as there is room for. */
function labelsOf({ kind, labels }: ChartView, { left, top, width, height }: Plot): SVGElement[] {
  if (kind === 'bar') {
    const step = height / Math.max(1, labels.length);
    const room = Math.floor((left - 8) / LETTER);
    return labels.map((label, at) => {
      const text = label.length > room ? `${label.slice(0, room - 1)}…` : label;
      return shape('text', { x: left - 6, y: top + step * (at + 0.5) + 4, 'text-anchor': 'end' }, text);
    });
  }
  const step = width / Math.max(1, labels.length);
  const widest = Math.max(1, ...labels.map((label) => label.length)) * LETTER + 8;
  const every = Math.max(1, Math.ceil(widest / step));
  return labels.flatMap((label, at) =>
    at % every === 0 ? [shape('text', { x: left + step * (at + 0.5), y: top + height + 16, 'text-anchor': 'middle' }, label)] : [],
  );
}

function bars(chart: ChartView, { left, top, width, height, most }: Plot): SVGElement[] {
  const { kind, labels, series, stacked } = chart;
  const along = kind === 'bar' ? height : width;
  const step = along / Math.max(1, labels.length);
  const thick = (step * 0.7) / (stacked ? 1 : Math.max(1, series.length));
  return labels.flatMap((_, at) => {
    let below = 0;
    return series.flatMap(({ values }, index) => {
      const value = values[at] ?? 0;
      if (value <= 0) return [];
      const start = step * at + step * 0.15 + (stacked ? 0 : thick * index);
      const [from, long] = [below / most, value / most];
      if (stacked) below += value;
      const box =
        kind === 'bar'
          ? { x: left + width * from, y: top + start, width: width * long, height: thick }
          : { x: left + start, y: top + height * (1 - from - long), width: thick, height: height * long };
      return [shape('rect', { ...box, fill: colorOf(chart, index) })];
    });
  });
}

function lines(chart: ChartView, { left, top, width, height, most }: Plot): SVGElement[] {
  const step = width / Math.max(1, chart.labels.length);
  return chart.series.map(({ values }, index) => {
    const points = values.flatMap((value, at) =>
      value === null ? [] : [`${left + step * (at + 0.5)},${top + height * (1 - value / most)}`],
    );
    return shape('polyline', { points: points.join(' '), fill: 'none', stroke: colorOf(chart, index), 'stroke-width': 2.5 });
  });
}

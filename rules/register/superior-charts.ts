// The charts of a superior's workbook: over the table of units, and over the one of who has sent. Their size follows from the plan.
import type { Plan } from '../plan/schema.ts';
import type { Chart } from './chart.ts';
import { SUPERIOR_TABS } from './superior-tabs.ts';

const { matrix, status, chartData } = SUPERIOR_TABS;
const GREEN = '#188038';
const BLUE = '#1a73e8';
const ORANGE = '#e8710a';
const GREY = '#9aa0a6';

/** Days that the line of received reports shows: as many before the due day as after it, and the due day. */
export const CHART_DAYS = { before: 5, after: 10 } as const;

/** Years of the plan: each has a yearly report. */
export const chartYears = ({ period }: Pick<Plan, 'period'>): number => Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1;

/** What is declared for a plan. They stand below the tables, which may grow by a few lines over them. */
export function superiorCharts(plan: Plan): readonly Chart[] {
  const units = plan.units.length;
  const source = chartData;
  return [
    {
      chartId: 20301,
      title: 'Chỉ tiêu của từng đơn vị',
      kind: 'bar',
      stacked: true,
      source,
      domain: 'unit',
      series: [
        { column: 'met', color: GREEN },
        { column: 'notMet', color: ORANGE },
        { column: 'notDue', color: BLUE },
        { column: 'noData', color: GREY },
      ],
      rows: units,
      axis: 'Số chỉ tiêu',
      on: { sheetId: matrix.sheetId, row: units + 10, column: 1, x: 0, width: 820, height: Math.max(320, 120 + 22 * units) },
    },
    {
      chartId: 20401,
      title: 'Số đơn vị đã gửi báo cáo theo ngày',
      kind: 'line',
      source,
      domain: 'day',
      series: [
        { column: 'expected', color: GREY },
        { column: 'received', color: GREEN },
      ],
      rows: CHART_DAYS.before + 1 + CHART_DAYS.after,
      axis: 'Số đơn vị',
      on: { sheetId: status.sheetId, row: units + 6, column: 0, x: 10, width: 620, height: 320 },
    },
    {
      chartId: 20402,
      title: 'Tỷ lệ gửi và tỷ lệ đúng hạn',
      kind: 'column',
      source,
      domain: 'period',
      series: [
        { column: 'sentRate', color: BLUE },
        { column: 'onTimeRate', color: GREEN },
      ],
      rows: chartYears(plan),
      axis: '%',
      on: { sheetId: status.sheetId, row: units + 6, column: 0, x: 650, width: 480, height: 320 },
    },
  ];
}

// What a chart of a workbook is: a declaration like a column's. Its numbers stand in a tab of ours, and the chart draws them.
import type { Tab } from './column.ts';

export interface Chart {
  /** fixed for good, like a tab's sheetId: by it a chart is found again, however it was moved or renamed */
  readonly chartId: number;
  readonly title: string;
  readonly kind: 'bar' | 'column' | 'line';
  /** series on top of each other */
  readonly stacked?: true;
  /** the tab that holds the numbers, below its headers */
  readonly source: Pick<Tab, 'sheetId' | 'columns'>;
  readonly domain: string;
  /** columns of the source, each with the colour it is drawn in */
  readonly series: readonly { readonly column: string; readonly color: string }[];
  /** lines below the headers */
  readonly rows: number;
  /** what the numbers are, along their axis */
  readonly axis: string;
  readonly on: {
    readonly sheetId: number;
    readonly row: number;
    readonly column: number;
    /** pixels */
    readonly x: number;
    readonly width: number;
    readonly height: number;
  };
}

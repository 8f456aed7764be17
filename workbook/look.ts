// How a tab looks: its size, its header row, the formats of its columns. All of it follows from the declaration.
import type { Column, ColumnType, Tab, TabKind } from '../rules/register/column.ts';
import { LABELS } from './labels.ts';
import type { CellFormat, ColorStyle, GridRange, Request, RowData, SheetProperties } from './sheets-json.ts';

/** A column at its place in the tab. */
export interface Placed {
  readonly key: string;
  readonly column: Column;
  readonly index: number;
}

/** The columns a tab shows, in order: optional ones only when the plan switches them on ("members.ethnicGroup"). */
export function placedColumns(tab: Tab, optionalColumns: readonly string[]): readonly Placed[] {
  return Object.entries(tab.columns)
    .filter(([key, column]) => !column.optional || optionalColumns.includes(`${tab.key}.${key}`))
    .map(([key, column], index) => ({ key, column, index }));
}

/** The row of the headers, zero-based. */
export const headerIndex = (tab: Tab): number => (tab.headerRow ?? 1) - 1;

/** The cells of a column below its header, to the end of the tab. */
export const bodyOf = (tab: Tab, from: number, to = from + 1): GridRange => ({
  sheetId: tab.sheetId,
  startRowIndex: headerIndex(tab) + 1,
  startColumnIndex: from,
  endColumnIndex: to,
});

/** `#rrggbb` as Google writes colours. */
export function color(hex: string): ColorStyle {
  const part = (at: number): number => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

const TAB_COLORS: Readonly<Record<TabKind, string>> = { data: '#1a73e8', owned: '#5f6368', protected: '#e37400' };
const HEADER_COLORS: Readonly<Record<TabKind, string>> = { data: '#d2e3fc', owned: '#e8eaed', protected: '#feefc3' };
const OWNED = '#f1f3f4';

/** Rows to start with; writes and people add more. Records with four digits (members, loans) are the many ones. */
function rowCount(tab: Tab): number {
  if (tab.kind === 'protected') return 100;
  if (tab.kind === 'owned') return 500;
  return (tab.codes?.digits ?? 0) >= 4 ? 2000 : 1000;
}

/** The properties of a tab in its place. A record's code stays in sight when one scrolls to the right. */
export function sheetProperties(tab: Tab, columns: readonly Placed[], index: number): SheetProperties {
  return {
    sheetId: tab.sheetId,
    title: tab.title,
    index,
    hidden: tab.hidden === true || !tab.visible,
    tabColorStyle: color(TAB_COLORS[tab.kind]),
    gridProperties: {
      rowCount: rowCount(tab),
      columnCount: Math.max(1, columns.length),
      // ten frozen rows would leave a phone no room for the list
      frozenRowCount: headerIndex(tab) === 0 ? 1 : 0,
      frozenColumnCount: columns.length > 1 && columns[0]?.column.type === 'code' ? 1 : 0,
    },
  };
}

/** The headers, each with its help as a note. */
export function headerRow(tab: Tab, columns: readonly Placed[]): RowData {
  const values = columns.map(({ column }) => ({
    userEnteredValue: { stringValue: column.header },
    userEnteredFormat: {
      backgroundColorStyle: color(column.owned ? HEADER_COLORS.owned : HEADER_COLORS[tab.kind]),
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      textFormat: { bold: true },
    } satisfies CellFormat,
    note: noteOf(column),
  }));
  return { values };
}

function noteOf(column: Column): string {
  const lines = [column.help, ...(column.required ? [LABELS.required] : []), ...(column.owned ? [LABELS.writtenByUs] : [])];
  return lines.join('\n');
}

type Format = Required<Pick<CellFormat, 'numberFormat' | 'horizontalAlignment'>>;
const TEXT: Format = { numberFormat: { type: 'TEXT', pattern: '@' }, horizontalAlignment: 'LEFT' };
const number = (pattern: string): Format => ({ numberFormat: { type: 'NUMBER', pattern }, horizontalAlignment: 'RIGHT' });
/** '@' wherever people type digits that are no number: "0912…", "1956", "TV0007", "1/2". Patterns are written the same in every locale. */
const FORMATS: Readonly<Record<ColumnType, Format | undefined>> = {
  text: TEXT,
  code: TEXT,
  reference: TEXT,
  choice: TEXT,
  choices: TEXT,
  birth: TEXT,
  date: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' }, horizontalAlignment: 'CENTER' },
  year: { ...number('0'), horizontalAlignment: 'CENTER' },
  money: number('#,##0'),
  count: number('#,##0'),
  tick: undefined,
};

/** One request per column that formats everything below the header. */
export function formatRequests(tab: Tab, columns: readonly Placed[]): Request[] {
  return columns.map(({ column, index }) => {
    const userEnteredFormat: CellFormat = {
      ...(FORMATS[column.type] ?? { horizontalAlignment: 'CENTER' }),
      verticalAlignment: 'TOP',
      wrapStrategy: column.type === 'text' && !column.verbatim && !column.hidden ? 'WRAP' : 'CLIP', // a hidden text would make its row high
      ...(column.owned && tab.kind === 'data' ? { backgroundColorStyle: color(OWNED) } : {}),
    };
    // only what is named: a colour that people gave their rows survives when a repair formats anew
    return {
      repeatCell: {
        range: bodyOf(tab, index),
        cell: { userEnteredFormat },
        fields: `userEnteredFormat(${Object.keys(userEnteredFormat).join(',')})`,
      },
    };
  });
}

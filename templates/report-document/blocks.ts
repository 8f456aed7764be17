// The pieces a Word document is made of: paragraphs in a named style, tables, sections. How a style looks stands in styles.xml.hbs.

export type Style =
  | 'NationalName'
  | 'Motto'
  | 'Rule'
  | 'Parent'
  | 'Issuer'
  | 'Number'
  | 'PlaceDate'
  | 'Mark'
  | 'DocumentType'
  | 'Subject'
  | 'Addressee'
  | 'AddresseeHead'
  | 'AddresseeLine'
  | 'Basis'
  | 'Body'
  | 'Closing'
  | 'Part'
  | 'Item'
  | 'Dotted'
  | 'CellText'
  | 'CellHead'
  | 'CellNumber'
  | 'CellMoney'
  | 'Unit'
  | 'AfterTable'
  | 'Note'
  | 'SignTitle'
  | 'SignName'
  | 'CopiesTitle'
  | 'Copies'
  | 'AppendixNumber'
  | 'AppendixTitle'
  | 'AppendixRef';

/** A stretch of text; `tab` draws the style's dotted line instead. */
export interface Run {
  readonly text: string;
  readonly look?: 'Strong' | 'Slanted';
  readonly tab?: true;
}
export interface Paragraph {
  readonly style: Style;
  readonly runs: readonly Run[];
  /** in twentieths of a point, against both edges */
  readonly ind?: { readonly left: number; readonly right: number };
}
export interface Cell {
  readonly width: number;
  readonly span?: number;
  readonly paragraphs: readonly Paragraph[];
}
export interface Row {
  readonly header?: true;
  readonly cells: readonly Cell[];
}
export interface Table {
  readonly style: 'Bare' | 'Ruled';
  readonly width: number;
  readonly grid: readonly { readonly width: number }[];
  readonly rows: readonly Row[];
}
export type Block = Paragraph | Table;

export const paragraph = (style: Style, ...runs: readonly (string | Run)[]): Paragraph => ({
  style,
  runs: runs.length === 0 ? [{ text: '' }] : runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

/** A line to be filled in by hand: dots from edge to edge. */
export const dottedLine = (): Paragraph => paragraph('Dotted', { text: '', tab: true });

/** A column of a ruled table. */
export interface Column {
  readonly head: string;
  readonly width: number;
  readonly style: Style;
}

const cellOf = (style: Style, width: number, text: string): Cell => ({
  width,
  paragraphs: text.split('\n').map((line) => paragraph(style, line)),
});

/** A ruled table with its header row repeated on every page. A row whose name is `strong` is a total. */
export function ruledTable(
  columns: readonly Column[],
  rows: readonly { readonly cells: readonly string[]; readonly strong?: boolean }[],
): Table {
  const body = rows.map(({ cells, strong }): Row => {
    const own = columns.map(({ style, width }, at) => cellOf(style, width, cells[at] ?? ''));
    return { cells: strong ? own.map(strongly) : own };
  });
  const header: Row = { header: true, cells: columns.map(({ head, width }) => cellOf('CellHead', width, head)) };
  return {
    style: 'Ruled',
    width: columns.reduce((sum, { width }) => sum + width, 0),
    grid: columns.map(({ width }) => ({ width })),
    rows: [header, ...body],
  };
}

const strongly = (cell: Cell): Cell => ({
  ...cell,
  paragraphs: cell.paragraphs.map((one) => ({ ...one, runs: one.runs.map((run): Run => ({ ...run, look: 'Strong' })) })),
});

/** Cells side by side without lines: the head of a letter, its end. Each row begins at one height. */
export function sideBySide(
  widths: readonly [number, number],
  ...rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[]
): Table {
  return {
    style: 'Bare',
    width: widths[0] + widths[1],
    grid: widths.map((width) => ({ width })),
    rows: rows.map((row) => ({ cells: widths.map((width, at) => ({ width, paragraphs: row[at] ?? [] })) })),
  };
}

/** A page's size and margins in twentieths of a point. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly landscape: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly header: number;
  readonly footer: number;
}

const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

/** A4 upright: 20 mm at top and bottom, 30 left, 15 right (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.3). */
export const UPRIGHT: Page = {
  width: 11906,
  height: 16838,
  landscape: false,
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(15),
  header: mm(10),
  footer: mm(8),
};
/** A4 lying: the binding edge is then the top. */
export const LYING: Page = { ...UPRIGHT, width: 16838, height: 11906, landscape: true, top: mm(25), left: mm(30), right: mm(15) };

export const textWidth = ({ width, left, right }: Page): number => width - left - right;

export interface Section {
  readonly blocks: readonly Block[];
  readonly page: Page;
  /** at the foot of every page; '' for a clean copy */
  readonly mark: string;
  readonly last: boolean;
}

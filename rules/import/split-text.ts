// A pasted text as rows of cells: tabs as spreadsheets copy them, with quoted cells; or what people type from paper.
import { textKey, tidy } from '../text.ts';

export interface PastedRow {
  /** 1-based, counted in rows of the list: a quoted cell may hold line ends */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Split {
  readonly rows: readonly PastedRow[];
  /** parted by spaces or dashes: a blank cell leaves no trace, and what stands behind it moves up */
  readonly blanksLost: boolean;
}

const LONGEST_QUOTED = 2000;

/** Rows of cells. The line end at the very end closes the last row and opens none. */
export function splitText(text: string): Split {
  const whole = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\u2028|\u2029/g, '\n')
    .replace(/\n$/, '');
  if (whole === '') return { rows: [], blanksLost: false };
  const { rows, blanksLost } = whole.includes('\t') ? { rows: delimited(whole, '\t'), blanksLost: false } : typed(whole);
  return { rows: rows.map((cells, index) => ({ line: index + 1, cells: trimmed(cells.map(tidy)) })), blanksLost };
}

function trimmed(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

/** Cells between marks; one that begins with a quote ends with one that a mark or a line end follows, else the quote is a letter like others. */
function delimited(text: string, mark: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? quotedAt(text, at, mark) : undefined;
    const end = quoted?.end ?? endOf(text, at, mark);
    rows[rows.length - 1]?.push(quoted?.cell ?? text.slice(at, end));
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
}

function endOf(text: string, from: number, mark: string): number {
  let end = from;
  while (end < text.length && text[end] !== mark && text[end] !== '\n') end += 1;
  return end;
}

function quotedAt(text: string, from: number, mark: string): { readonly cell: string; readonly end: number } | undefined {
  const last = Math.min(text.length, from + LONGEST_QUOTED);
  for (let at = from + 1; at < last; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === mark || next === '\n'
      ? { cell: text.slice(from + 1, at).replace(/""/g, '"'), end: at + 1 }
      : undefined;
  }
  return undefined;
}

interface Parted {
  readonly rows: string[][];
  readonly blanksLost: boolean;
}

/** Ways people part what they type; of two that part alike the first. */
const WAYS: readonly ((text: string) => Parted)[] = [
  (text) => ({ rows: delimited(text, ';'), blanksLost: false }),
  (text) => ({ rows: delimited(text, '|'), blanksLost: false }),
  (text) => ({ rows: text.split('\n').map((line) => line.split(/[ \u00a0]{2,}/)), blanksLost: true }),
  (text) => ({ rows: delimited(text, ','), blanksLost: false }),
  (text) => ({ rows: text.split('\n').map((line) => line.split(/ [-–—] /)), blanksLost: true }),
];

function typed(text: string): Parted {
  const lines = text.split('\n');
  const better = (one: Parted, other: Parted): boolean => agreement(one.rows) > agreement(other.rows);
  const best = WAYS.map((way) => way(text)).reduce((found, one) => (better(one, found) ? one : found));
  const isClear = agreement(best.rows) * 2 > lines.filter((line) => line.trim() !== '').length;
  const words = isClear ? best : { rows: lines.map(byWords), blanksLost: false }; // byWords leaves a missing sex blank
  const { rows, blanksLost } = better(words, best) ? words : best;
  return { rows: numbersApart(rows), blanksLost };
}

/** How many rows have the most common number of cells, times what they are parted into. */
function agreement(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([cells, times]) => (cells - 1) * times));
}

const NUMBERED = /^\s*(\d{1,4})\s*(?:[.):/-]\s*|\s)(?=\p{L})/u;
const NUMBER_HEADS = new Set(['stt', 'tt', 'số tt', 'số thứ tự']);

/** "1. Hoàng Thị Lan": the running number as a column of its own, where most rows have one. */
function numbersApart(rows: string[][]): string[][] {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const numbered = filled.filter(([first = '']) => NUMBERED.test(first)).length;
  if (numbered * 2 <= filled.length) return rows;
  return rows.map(([first = '', ...rest]) => {
    const match = NUMBERED.exec(first);
    if (match) return [match[1] ?? '', first.slice(match[0].length), ...rest];
    return NUMBER_HEADS.has(textKey(first)) || (first === '' && rest.length > 0) ? [first, ...rest] : ['', first, ...rest];
  });
}

const WORDS = /^(\s*\d{1,4}\s*[.):-]?\s+)?(\p{L}[\p{L}' .]*?\p{L})[\s,(:-]+((?:\d{1,2}[/.-]){1,2}\d{2,4}|(?:19|20)\d{2})\)?[\s,;-]*(.*)$/u;

/** "Hoàng Thị Lan 1956 Nữ xóm Đông": a name up to the birth, the sex right after it, the rest. */
function byWords(line: string): string[] {
  const match = WORDS.exec(line);
  if (!match) return [line];
  const [, number = '', name = '', birth = '', rest = ''] = match;
  const [, sex, more] = /^(nam|nữ|nu)(?!\p{L})[\s,;-]*(.*)$/iu.exec(rest) ?? [undefined, '', rest];
  return [`${number}${name}`, birth, sex ?? '', more ?? ''];
}

// A pasted list taken apart: its headers, its lines of people, and what is neither: title, totals, page breaks, signatures.
import { isBlank } from '../register/cell.ts';
import { readBirth } from '../register/read-date.ts';
import { plainKey, textKey } from '../text.ts';
import { HEADER_JOIN, targetOfHeader } from './header-names.ts';
import { SKIP } from './import-columns.ts';
import { FOOT_WORDS, POSITIONS, SIGNED_ON, TITLE_WORDS, TOTAL_WORDS } from './labels.ts';
import { type PastedRow, splitText } from './split-text.ts';

export type IgnoredWhy = 'blank' | 'title' | 'header' | 'heading' | 'total' | 'foot';
export interface Pasted {
  /** one per column, '' where it has none; of a header of two rows both, joined */
  readonly headers: readonly string[];
  readonly lines: readonly PastedRow[];
  /** blank cells left no trace: a line with fewer cells than headers may have lost any of them */
  readonly blanksLost: boolean;
  readonly ignored: readonly { readonly line: number; readonly why: IgnoredWhy; readonly text: string }[];
}

/** Takes a pasted text apart. Every row of it is either a line or ignored for one reason. */
export function parsePasted(text: string): Pasted {
  const { rows, blanksLost } = splitText(text);
  const first = rows.findIndex(isHeaderRow);
  const header = rows[first];
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headers = header === undefined ? [] : headersOf(header, rows[first + 1], width);
  const nameAt = headers.findIndex((name) => targetOfHeader(name.split(HEADER_JOIN)[0] ?? '') === 'name');
  const parted = rows.filter(({ cells }) => filled(cells) > 1).length * 2 > rows.length;
  const found = { lines: [] as PastedRow[], ignored: [] as { line: number; why: IgnoredWhy; text: string }[] };
  const state = { total: false, above: undefined as readonly string[] | undefined, started: false };
  rows.forEach((row, index) => {
    const why = whyIgnored(row, { index, first, nameAt, parted, ...state });
    state.above = why === 'header' && isHeaderRow(row) ? row.cells : undefined;
    state.total = why === 'total' || (state.total && why !== undefined);
    state.started = state.started || why === undefined;
    if (why === undefined) found.lines.push(row);
    else found.ignored.push({ line: row.line, why, text: row.cells.filter((cell) => cell !== '').join(' ') });
  });
  return { headers, blanksLost, ...found };
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => !isBlank(cell)).length;

interface Around {
  readonly index: number;
  /** where the headers stand; -1 where there are none */
  readonly first: number;
  readonly nameAt: number;
  /** most rows have several cells */
  readonly parted: boolean;
  /** a total, and nothing but such lines since */
  readonly total: boolean;
  /** the header right above */
  readonly above: readonly string[] | undefined;
  readonly started: boolean;
}

function whyIgnored(row: PastedRow, around: Around): IgnoredWhy | undefined {
  const { cells } = row;
  if (filled(cells) === 0) return 'blank';
  if (isHeaderRow(row)) return 'header';
  if (around.above !== undefined && isSecondHeader(row, around.above)) return 'header';
  if (isNumbering(cells)) return 'header';
  const first = cells.find((cell) => !isBlank(cell)) ?? '';
  if (filled(cells) <= 2 && cells.some((cell) => SIGNED.test(textKey(cell)))) return 'foot';
  const born = cells.some((cell) => readsAsBirth(cell));
  // above the headers stands the title; people only where the headers of an earlier page were not copied
  if (around.index < around.first && !(born && filled(cells) > 2)) return 'title';
  if (!born && isTotal(cells.join(' '))) return 'total';
  if (!born && (beginsWith(first, FOOT_WORDS) || (around.total && filled(cells) <= 2))) return 'foot';
  if (filled(cells) > 1 || born) return undefined;
  if (around.first < 0 && !around.started && (around.parted || beginsWith(first, TITLE_WORDS))) return 'title';
  if (beginsWith(first, TITLE_WORDS)) return 'heading';
  const alone = cells.findIndex((cell) => !isBlank(cell));
  return around.parted && around.nameAt >= 0 && alone !== around.nameAt ? 'heading' : undefined;
}

/** "Xóm Đông, ngày 20 tháng 5 năm 2024" above the signatures. */
const SIGNED = new RegExp(SIGNED_ON.map(textKey).join('.*'));

const readsAsBirth = (cell: string): boolean => {
  const kind = readBirth(cell);
  return kind.kind === 'value' || (kind.kind === 'bad' && kind.fault === 'ambiguousDate');
};

function isTotal(text: string): boolean {
  const key = textKey(text);
  return TOTALS.some((word) => {
    const rest = key.slice(word.length);
    return key.startsWith(word) && (!/^ ?[\p{L}\p{M}]/u.test(rest) || (word.includes(' ') && /\d/.test(rest)));
  });
}
const TOTALS = TOTAL_WORDS.map(textKey);

const beginsWith = (text: string, words: readonly string[]): boolean => {
  const key = textKey(text);
  return words.some((word) => key.startsWith(textKey(word)));
};

/** Names of columns that no cell below them ever holds: two of them, or "Họ và tên" standing alone or beside both Nam and Nữ. */
function isHeaderRow({ cells }: PastedRow): boolean {
  if (cells.some(readsAsBirth)) return false;
  const targets = cells.map((cell) => (cell.length > LONGEST_HEADER || VALUES.has(textKey(cell)) ? undefined : targetOfHeader(cell)));
  const own = new Set(targets.filter((target, at) => target !== undefined && !target.includes(':') && !/\d/.test(cells[at] ?? '')));
  if (own.size >= 2) return true;
  if (!own.has('name')) return false;
  if (['sex:male', 'sex:female'].every((target) => targets.includes(target))) return true; // nobody is both
  return filled(cells) === 1 && (cells.find((cell) => cell !== '') ?? '').split(' ').length <= 4;
}
const LONGEST_HEADER = 60;
/** What a cell may say of a person, though a column may be called so too. */
const VALUES = new Set(POSITIONS.flatMap(([, names]) => names.map(textKey)));

function headersOf({ cells }: PastedRow, next: PastedRow | undefined, width: number): readonly string[] {
  const second = next !== undefined && isSecondHeader(next, cells) ? next.cells : [];
  let above = '';
  return Array.from({ length: width }, (_, at) => {
    const own = cells[at] ?? '';
    const below = second[at] ?? '';
    if (own !== '' || below === '') above = own;
    return [above, below].filter((part) => part !== '').join(HEADER_JOIN);
  });
}

/** The second row of merged headers: nothing but names of columns, and one of them below a cell that a wider header left blank. */
const isSecondHeader = ({ cells }: PastedRow, above: readonly string[]): boolean => {
  const said = cells.filter((cell) => cell !== '').map(targetOfHeader);
  const named = said.every((target) => target !== undefined && target !== SKIP);
  return named && cells.some((cell, at) => cell !== '' && (above[at] ?? '') === '');
};

/** (1) (2) (3) or A B C below the headers. */
function isNumbering(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== '').map((cell) => plainKey(cell).replace(/[().]/g, ''));
  if (said.length < 3) return false;
  const numbers = said.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  const inOrder = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return (
    inOrder &&
    said.every((text) => /^(?:\d{1,2}|[a-z])$/.test(text)) &&
    (numbers.length > 1 || said.join('') === 'abcdefgh'.slice(0, said.length))
  );
}

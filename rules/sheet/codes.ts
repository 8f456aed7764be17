// Which rows get a code, and which one: the next number after the highest ever seen. A code is given once and never used again.
import type { Tab } from '../register/column.ts';
import { codeReader } from '../register/read-reference.ts';
import type { Row, TabReading } from '../register/read-tab.ts';
import { type Area, columnIn, holds, rowIn } from './tab-change.ts';
import type { Edited } from './tidying.ts';

export interface GivenCode {
  readonly row: number;
  readonly code: string;
}
export interface Codes {
  readonly given: readonly GivenCode[];
  /** rows that need a code and stand in the way of a merged cell */
  readonly blocked: readonly number[];
  /** the highest number there is now, for the next time: a row may be deleted with its code */
  readonly highest: number;
  /** the code after which no number is left */
  readonly last?: string;
}

/** What has been seen of a tab before: the highest number among its codes, and its merged cells. */
export interface CodesBefore {
  readonly highest: number;
  readonly merges: readonly Area[];
}

const MOST = 999_999_999; // codes have up to nine digits

const codeOf = ({ prefix, digits }: NonNullable<Tab['codes']>, number: number): string =>
  `${prefix}${String(number).padStart(digits, '0')}`;

/** The codes to give in a tab. `edited` is what a person has just changed: of two rows with one code the edited one gets a new code. */
export function codesFor(reading: TabReading, edited: Edited | undefined, before: CodesBefore): Codes {
  const { tab, rows, columnAt, highestCode } = reading;
  const at = columnAt.get('code');
  const highest = Math.max(before.highest, highestCode);
  if (tab.codes === undefined || at === undefined) return { given: [], blocked: [], highest };
  const column = at + 1;
  const copied = new Set(edited !== undefined && columnIn(edited, column) ? copies(rows, edited) : []);
  const wanting = rows.filter((row) => copied.has(row) || (row.code === undefined && !row.faults.some((fault) => fault.column === 'code')));
  const isHidden = ({ row }: Row) => before.merges.some((merge) => holds(merge, row, column) && merge.row !== row);
  const free = wanting.filter((row) => !isHidden(row));
  const blocked = wanting.filter(isHidden).map(({ row }) => row);
  if (free.length === 0) return { given: [], blocked, highest };
  if (highest + free.length > MOST) return { given: [], blocked, highest, last: codeOf(tab.codes, highest) };
  const { codes } = tab;
  const own = edited !== undefined && columnIn(edited, column) ? clearedCode(codes, rows, edited) : undefined;
  let next = highest;
  const given = free.map(({ row }) => {
    if (own !== undefined && row === edited?.row) return { row, code: own };
    next += 1;
    return { row, code: codeOf(codes, next) };
  });
  return { given, blocked, highest: next };
}

/** The code that somebody has just deleted from one cell, unless another row bears it: other tabs refer to it, so the row keeps it. */
function clearedCode(codes: NonNullable<Tab['codes']>, rows: readonly Row[], edited: Edited): string | undefined {
  const read = edited.rows === 1 && edited.columns === 1 ? codeReader(codes)(edited.oldValue ?? null) : undefined;
  return read?.kind === 'value' && rows.every(({ code }) => code !== read.value) ? read.value : undefined;
}

/** Rows that were pasted with a code that another row bears: an older row keeps its own, among pasted ones the first does. */
function copies(rows: readonly Row[], edited: Area): Row[] {
  const kept = new Set(rows.filter(({ row }) => !rowIn(edited, row)).map(({ code }) => code));
  return rows.filter(({ row, code }) => {
    if (code === undefined || !rowIn(edited, row)) return false;
    if (kept.has(code)) return true;
    kept.add(code);
    return false;
  });
}

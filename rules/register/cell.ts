// What reading one cell gives: nothing, a value, or a fault that a finding can put into words. Cells never throw.
import { tidy } from '../text.ts';
import type { CellValue } from './grid.ts';

export type FaultKind =
  | 'required'
  | 'notADate'
  | 'ambiguousDate'
  | 'notABirth'
  | 'notAYear'
  | 'notANumber'
  | 'ambiguousNumber'
  | 'negative'
  | 'notWhole'
  | 'notACount'
  | 'notATick'
  | 'notAChoice'
  | 'badCode'
  | 'tooLong'
  | 'unknownReference'
  | 'ambiguousReference';

export interface BadCell {
  readonly kind: 'bad';
  readonly fault: FaultKind;
  /** what may have been meant, as people would type it */
  readonly candidates?: readonly string[];
}
export type CellRead<V> = { readonly kind: 'blank' } | { readonly kind: 'value'; readonly value: V } | BadCell;

export const blank = { kind: 'blank' } as const;
export const value = <V>(read: V): CellRead<V> => ({ kind: 'value', value: read });
export const bad = (fault: FaultKind, candidates: readonly string[] = []): BadCell =>
  candidates.length > 0 ? { kind: 'bad', fault, candidates } : { kind: 'bad', fault };

const ANY_MARK = /[^\s\u200b]/; // what `tidy` would leave
export const isBlank = (cell: CellValue): boolean =>
  cell === null || (typeof cell === 'string' && !isPlainMark(cell.charCodeAt(0)) && !ANY_MARK.test(cell));
/** A letter or digit of ASCII: with most cells their first character settles it. */
const isPlainMark = (code: number): boolean => code > 0x20 && code < 0x7f;

/** The cell's text as people see it in a text column: TRUE and FALSE for boxes, digits for numbers. */
export const cellText = (cell: CellValue): string =>
  cell === null ? '' : typeof cell === 'string' ? tidy(cell) : typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);

const LONGEST = 80; // no date and no amount is longer; keeps every pattern below cheap

/** For dates and amounts: full-width forms as plain ones, dashes alike, lower case; empty when far too long. */
export function plainForm(text: string): string {
  if (text.length > LONGEST) return '';
  return tidy(text.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase();
}

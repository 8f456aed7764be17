// Amounts and counts as people type them: 1.234.567, 1,5 triệu, 30tr, 2 tỷ 500 triệu, 48 người.
// A dot groups thousands and a comma marks decimals; what could be read both ways (1.5, 1,500) is refused with its readings.
import { bad, type CellRead, plainForm, value } from './cell.ts';
import type { CellValue } from './grid.ts';

const CURRENCY = / ?(?:đồng|dong|vnđ|vnd|đ|₫)\.?$/;
const UNITS: readonly (readonly [pattern: string, factor: number])[] = [
  ['tỷ|tỉ|ty|ti', 1e9],
  ['triệu|trieu|tr', 1e6],
  ['nghìn|ngàn|nghin|ngan|k', 1e3],
];
const AMOUNT = '([\\d][\\d., ]*?)';
const COMPOUND = new RegExp(`^${UNITS.map(([unit]) => `(?:${AMOUNT} ?(?:${unit})\\.?(?![a-zà-ỹđ]))? ?`).join('')}(\\d{1,3})?$`);
const PEOPLE = / ?(?:lượt|luot|người|nguoi|thành viên|thanh vien|hộ|ho|buổi|buoi|lần|lan|clb)+(?: (?:người|nguoi))?$/;
const NEGATIVE = /^(?:-|\((?=.*\)$))/;

type Figure =
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'ambiguous'; readonly whole: string; readonly decimals: string };
const figure = (number: number): Figure => ({ is: 'number', number });

const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const GROUPED_BY_SPACE = /^[1-9]\d{0,2}(?: \d{3})+$/;
const GROUPED_BY_COMMA = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/;
const PLAIN = /^\d+$/;
const DECIMAL = /^(\d+|\d{1,3}(?:\.\d{3})+),(\d+)$/;
const ONE_MARK = /^(\d{1,3})[.,](\d{1,3})$/;

/** A figure without its unit; `scaled`: a unit follows, so that one mark before few digits can only mean decimals. */
function figureOf(text: string, scaled: boolean): Figure | undefined {
  if (PLAIN.test(text)) return figure(Number(text));
  if (GROUPED.test(text) || GROUPED_BY_SPACE.test(text) || GROUPED_BY_COMMA.test(text)) return figure(Number(text.replace(/[., ]/g, '')));
  const one = ONE_MARK.exec(text);
  if (one && !scaled) return { is: 'ambiguous', whole: one[1] ?? '', decimals: one[2] ?? '' };
  if (one) return figure(Number(`${one[1]}.${one[2]}`));
  const decimal = DECIMAL.exec(text);
  return decimal ? figure(Number(`${(decimal[1] ?? '').replace(/\./g, '')}.${decimal[2]}`)) : undefined;
}

/** Whole đồng: adds up "2 tỷ 500 triệu"; digits right after the last unit are its decimals, "1tr5" and "1tr500". */
function scaledAmount(text: string): number | undefined {
  const match = COMPOUND.exec(text);
  if (!match) return undefined;
  let sum = 0;
  let smallest: number | undefined;
  for (const [index, [, factor]] of UNITS.entries()) {
    const part = match[index + 1];
    if (part === undefined) continue;
    const found = figureOf(part.trim(), true);
    if (found?.is !== 'number') return undefined;
    sum += exact(found.number * factor);
    smallest = factor;
  }
  const rest = match[UNITS.length + 1];
  if (smallest === undefined) return undefined;
  if (rest === undefined) return sum;
  return rest.length === 2 ? undefined : sum + exact((Number(rest) * smallest) / 10 ** rest.length);
}

/** Takes back the error of binary fractions: 2.6 x 1e9. */
const exact = (number: number): number => Number(number.toFixed(3));

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

function whole(number: number): CellRead<number> {
  if (!Number.isFinite(number) || number > Number.MAX_SAFE_INTEGER) return bad('notANumber');
  if (number < 0) return bad('negative');
  return Number.isInteger(number) ? value(number === 0 ? 0 : number) : bad('notWhole'); // -0 is 0
}

/** `1.234.567` */
export const viNumber = (number: number): string => grouped(String(number));

/** An amount in whole đồng. */
export function readMoney(cell: CellValue): CellRead<number> {
  if (typeof cell === 'number') {
    const few = cell > 0 && cell < 1000 && !Number.isInteger(cell) && /^\d+\.\d{1,3}$/.test(String(cell));
    return few ? readMoney(String(cell)) : whole(cell); // 1,5 typed where đồng are meant
  }
  const text = plainForm(typeof cell === 'string' ? cell : '').replace(CURRENCY, '');
  if (NEGATIVE.test(text)) return /\d/.test(text) ? bad('negative') : bad('notANumber');
  const found = figureOf(text, false);
  if (found?.is === 'number') return whole(found.number);
  if (found) return bad('ambiguousNumber', [...thousands(found), millions(found)]);
  const amount = scaledAmount(text);
  return amount === undefined ? bad('notANumber') : whole(amount);
}

type Ambiguous = Extract<Figure, { is: 'ambiguous' }>;
const thousands = ({ whole: digits, decimals }: Ambiguous): string[] =>
  digits.startsWith('0') ? [] : [`${digits}.${decimals.padEnd(3, '0')}`];
const millions = ({ whole: digits, decimals }: Ambiguous): string => {
  const short = decimals.replace(/0+$/, '');
  return short === '' ? `${digits} triệu` : `${digits},${short} triệu`;
};

const SHARE = /^[\d., ]+(?:%|phần trăm|phan tram)$/;

/** A whole number; a word for what is counted may follow. */
export function readCount(cell: CellValue): CellRead<number> {
  if (typeof cell === 'number') return whole(cell);
  const text = plainForm(typeof cell === 'string' ? cell : '').replace(PEOPLE, '');
  if (SHARE.test(text)) return bad('notACount');
  if (NEGATIVE.test(text)) return /\d/.test(text) ? bad('negative') : bad('notANumber');
  const found = figureOf(text, false);
  if (found?.is === 'number') return whole(found.number);
  if (found === undefined) return bad('notANumber');
  return found.decimals.length === 3 ? bad('ambiguousNumber', thousands(found)) : bad('notWhole');
}

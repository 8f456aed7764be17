// The Vietnamese of what the sheet's own script writes into people's tabs and says while they type.

import { columnLetters } from '../register/a1.ts';
import { shortened } from '../text.ts';

/** Opens our part of a cell's note; people's own text stands above it. Never changed once registers exist. */
export const NOTE_MARK = '— Sổ kiểm tra —';
const MORE_BEGINS = '… và ';

export const moreThings = (count: number): string => `${MORE_BEGINS}${count} nội dung khác`;
export const isMoreThings = (line: string): boolean => line.startsWith(MORE_BEGINS) && line.endsWith(' nội dung khác');

export const a1Of = ({ row, column }: { readonly row: number; readonly column: number }): string => `${columnLetters(column - 1)}${row}`;

const NAMED = 3;

export const SAID = {
  title: 'Sổ CLB',
  tidied: (cells: readonly { readonly row: number; readonly column: number; readonly shown: string }[]): string => {
    const named = cells.slice(0, NAMED).map((cell) => `${a1Of(cell)} thành “${shortly(cell.shown)}”`);
    const more = cells.length > NAMED ? ['…'] : [];
    return `Đã sửa cách ghi ${cells.length} ô: ${[...named, ...more].join('; ')}. Đề nghị ghi lại như cũ ở ô nào không đúng ý; sổ không sửa ô đó lần thứ hai.`;
  },
  merged: (title: string, places: readonly string[]): string =>
    `Trang ${title} có ô gộp ở ${places.slice(0, NAMED).join(', ')}${places.length > NAMED ? '…' : ''} nên các dòng này chưa được cấp mã. Đề nghị bỏ gộp ô ở trang này.`,
  noCodesLeft: (title: string, code: string): string =>
    `Trang ${title} đã có mã ${code} nên không còn số để cấp mã mới. Đề nghị xoá ô mã ghi nhầm này.`,
} as const;

const LONGEST = 40;
const shortly = (text: string): string => shortened(text, LONGEST);

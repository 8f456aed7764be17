// The Vietnamese of official papers: abbreviations written out, dates as NĐ 30/2020/NĐ-CP writes them, documents as they are cited.

import { dayOf, type IsoDate, monthOf, yearOf } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import { lowered } from '../text.ts';

const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})UBND(?!\p{L})/gu, 'Ủy ban nhân dân'],
  [/(?<!\p{L})(?:UB|Uỷ ban|Ủy ban) MTTQ(?!\p{L})/gu, 'Ủy ban Mặt trận Tổ quốc'],
  [/(?<!\p{L})Hội NCT(?!\p{L})/gu, 'Hội Người cao tuổi'],
  [/(?<!\p{L})BĐD(?!\p{L})/gu, 'Ban đại diện'],
];

/** "UBND huyện An Thịnh" is "Ủy ban nhân dân huyện An Thịnh": where a paper names somebody for the first time. */
export const spelledOut = (text: string): string => WRITTEN_OUT.reduce((written, [short, long]) => written.replace(short, long), text);

export const PAPER = {
  asAbove: 'Như trên',
  archive: 'Lưu:',
  archived: 'Lưu: VT',
  /** a copy that goes to the association's office above, which has its own dated name */
  office: /^(?:BĐD|Ban đại diện|Ban ĐD)(?!\p{L})/iu,
  /** before the title of the one who is signed for */
  deputy: 'PHÓ ',
  dottedDay: '……',
} as const;

/** What the documents of a report are called where they are offered. */
export const OFFERED = {
  draft: 'Dự thảo văn bản',
  clean: 'Bản để trình ký',
  sent: (report: string) => `Bản để trình ký – ${report} (đã gửi số liệu)`,
} as const;

/** A day or month below 10, months from 3 on as they are: "05", "02", "6" (Phụ lục I, mục II.4). */
const padded = (number: number, below: number): string => (number < below ? `0${number}` : String(number));
export const dayText = (day: number): string => padded(day, 10);
export const monthText = (month: number): string => padded(month, 3);

/** "ngày 05 tháng 01 năm 2020", "ngày 14 tháng 6 năm 2024". */
export const longDate = (date: IsoDate): string => `ngày ${dayText(dayOf(date))} tháng ${monthText(monthOf(date))} năm ${yearOf(date)}`;

/** The plan itself and what it rests on, each as it follows "Căn cứ"; what the original leaves blank is dots. */
export function citations({ basis, document }: Pick<Plan, 'basis' | 'document'>): string[] {
  const { kind, number, symbol, date, issuer, title } = document;
  const day = date.day === null ? PAPER.dottedDay : dayText(date.day);
  const month = date.month === null ? PAPER.dottedDay : monthText(date.month);
  const own = `${kind} số ${number ?? PAPER.dottedDay}/${symbol} ngày ${day} tháng ${month} năm ${date.year ?? PAPER.dottedDay} của ${spelledOut(issuer)}`;
  return [
    ...basis.map((one) => `${one.document} số ${one.number} ${longDate(one.date)} của ${spelledOut(one.issuer)} ${one.title}`),
    `${own} ${lowered(title)}`,
  ];
}

// The windows of reports: the days whose events count, how a period is called, and what its key says. NĐ 09/2019/NĐ-CP Điều 12 closes
// each on the 14th of its last month, "từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo".
import { dateWithin, type IsoDate, monthOf, viDate, yearOf } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';

export interface NamedWindow {
  /** "quý I năm 2025" */
  readonly label: string;
  readonly from: IsoDate;
  readonly cutOff: IsoDate;
  /** its part of a delivery's key: "2025-q1" */
  readonly suffix: string;
}

/** So many months, up to the 14th of the last one. */
function months(count: number, year: number, last: number): Pick<NamedWindow, 'from' | 'cutOff'> {
  const before = last - count; // 0 and less: a month of the year before
  const from = before < 1 ? dateWithin(year - 1, before + 12, 15) : dateWithin(year, before, 15);
  return { from, cutOff: dateWithin(year, last, 14) };
}

export const yearWindow = (year: number): NamedWindow => ({ label: `năm ${year}`, ...months(12, year, 12), suffix: String(year) });

export const halfWindow = (year: number, half: 1 | 2): NamedWindow => ({
  label: `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  ...months(6, year, 6 * half),
  suffix: `${year}-h${half}`,
});

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** `quarter`: 1-4 */
export const quarterWindow = (year: number, quarter: number): NamedWindow => ({
  label: `quý ${ROMAN[quarter - 1] ?? quarter} năm ${year}`,
  ...months(3, year, 3 * quarter),
  suffix: `${year}-q${quarter}`,
});

export const monthWindow = (year: number, month: number): NamedWindow => ({
  label: `tháng ${month} năm ${year}`,
  ...months(1, year, month),
  suffix: `${year}-${String(month).padStart(2, '0')}`,
});

/** Sơ kết, tổng kết: from the plan's first day on. Another cut-off is another report, so the key names it. */
export function cumulativeWindow(kind: 'interim' | 'final', { from }: Plan['period'], cutOff: IsoDate): NamedWindow {
  const [first, last] = [yearOf(from), yearOf(cutOff)];
  const years = first === last ? `năm ${last}` : `giai đoạn ${first}-${last}`;
  const span = monthOf(cutOff) === 12 ? years : `đến ngày ${viDate(cutOff)}`;
  return { label: `${kind === 'interim' ? 'sơ kết' : 'tổng kết'} ${span}`, from, cutOff, suffix: cutOff };
}

const run = (count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, index) => index);

/** The windows of a kind over the plan, oldest first: its years, halves, quarters and months from the one of its first day to that of its last. */
export function windowsOf(kind: 'yearly' | 'six-month' | 'quarterly' | 'monthly', { from, to }: Plan['period']): NamedWindow[] {
  const first = yearOf(from);
  const perYear = { yearly: 1, 'six-month': 2, quarterly: 4, monthly: 12 }[kind];
  const length = 12 / perYear;
  const at = (date: IsoDate) => (yearOf(date) - first) * perYear + Math.floor((monthOf(date) - 1) / length);
  return run(at(to) - at(from) + 1).map((index) => {
    const place = at(from) + index;
    const [year, part] = [first + Math.floor(place / perYear), (place % perYear) + 1];
    if (kind === 'yearly') return yearWindow(year);
    if (kind === 'six-month') return halfWindow(year, part === 1 ? 1 : 2);
    return kind === 'quarterly' ? quarterWindow(year, part) : monthWindow(year, part);
  });
}

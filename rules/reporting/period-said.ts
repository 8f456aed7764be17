// Which period people mean by what they wrote under Kỳ báo cáo: "năm 2024", "2024", "quý II/2025", "15/12/2023 – 14/12/2024".
import { dateOf, type IsoDate } from '../calendar-date.ts';
import { plainKey } from '../text.ts';
import type { ReportPeriod } from './report-content.ts';

/** Whether a text names a period: by its first and last day, or by its name however it is written. */
export function isAbout(text: string, { label, from, cutOff }: Pick<ReportPeriod, 'label' | 'from' | 'cutOff'>): boolean {
  const [first, last, ...more] = datesIn(text);
  if (first !== undefined && last !== undefined && more.length === 0) return first === from && last === cutOff;
  const said = nameOf(text);
  return said !== undefined && said === nameOf(label);
}

const datesIn = (text: string): IsoDate[] =>
  (text.match(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g) ?? []).flatMap((written) => {
    const [day, month, year] = written.split(/[/.-]/).map(Number);
    return dateOf(year ?? 0, month ?? 0, day ?? 0) ?? [];
  });

const QUARTERS: readonly string[] = ['i', 'ii', 'iii', 'iv'];

/** A period's name in a form of its own: "half 1 2025"; undefined where no year is said. */
function nameOf(text: string): string | undefined {
  const plain = plainKey(text);
  const years = plain.match(/\d{4}/g) ?? [];
  const last = years[years.length - 1];
  if (last === undefined) return undefined;
  const cumulative = /\b(so ket|tong ket)\b/.exec(plain);
  if (cumulative) return `${cumulative[1]} ${datesIn(text).join(' ') || years.join(' ')}`;
  const half = /\b(?:6|06|sau) thang (dau|cuoi)\b/.exec(plain);
  if (half) return `half ${half[1]} ${last}`;
  const quarter = /\bquy (iv|i{1,3}|[1-4])\b/.exec(plain);
  if (quarter) return `quarter ${numberOf(quarter[1] ?? '')} ${last}`;
  const month = /\bthang (\d{1,2})\b/.exec(plain);
  if (month) return `month ${Number(month[1])} ${last}`;
  return /\b(thang|quy)\b/.test(plain) ? undefined : `year ${last}`;
}

const numberOf = (quarter: string): number => (QUARTERS.includes(quarter) ? QUARTERS.indexOf(quarter) + 1 : Number(quarter));

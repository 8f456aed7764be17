// The fixed words of a report's Word document, and how its quantities are written.
import { boundsText, figureText, numberText } from '../../rules/progress/labels.ts';
import type { Figure, Tally } from '../../rules/progress/progress.ts';
import { countFigure, shareFigure } from '../../rules/progress/tally.ts';
import type { Paper } from '../../rules/reporting/document-content.ts';
import { maskSmall } from '../../rules/reporting/mask-small.ts';
import { longDate, PAPER, spelledOut } from '../../rules/reporting/paper-labels.ts';
import type { OpenRange } from '../../rules/reporting/ranges.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { capital } from '../../rules/text.ts';

/** draft: before approval; clean: approved, to be signed; soft: for the receiver, not signed. */
export type Kind = 'draft' | 'clean' | 'soft';

export const MARKS: Readonly<Record<Kind, { readonly head: string; readonly foot: string }>> = {
  draft: { head: 'DỰ THẢO', foot: 'Dự thảo – chưa được lãnh đạo duyệt, chưa ký, chưa cấp số' },
  clean: { head: '', foot: '' },
  soft: { head: 'BẢN MỀM', foot: 'Bản mềm – chưa ký, chưa cấp số' },
};

export const NOT_KNOWN = '–';
const BLANK = '\u00a0'.repeat(6); // to be filled in by hand

/** The year in which the paper is due: number, day and month are given when it has been signed. */
const yearOf = ({ period }: ReportContent): string => period.due.slice(0, 4);

export const numberLine = ({ symbol }: Paper): string => `Số:${BLANK}/${symbol}`;
export const placeDate = ({ place }: Paper, content: ReportContent): string => `${place}, ngày${BLANK}tháng${BLANK}năm ${yearOf(content)}`;

/** "Kết quả thực hiện Đề án … năm 2024"; a report on directive has a title of its own. */
export function subjectOf(content: ReportContent): string {
  const { period, document } = content;
  return period.kind === 'ad-hoc' ? capital(period.label) : `Kết quả ${document?.subject ?? 'thực hiện kế hoạch'} ${period.label}`;
}

/** "Báo cáo số … ngày … của …": as the appendices name it. */
export const ownReference = (paper: Paper, content: ReportContent): string =>
  `(Kèm theo Báo cáo số${BLANK}/${paper.symbol} ngày${BLANK}tháng${BLANK}năm ${yearOf(content)} của ${paper.issuer})`;

/** "Báo cáo này thay thế Báo cáo số 05/BC-UBND ngày 19 tháng 12 năm 2024." What people did not enter, or entered of another chain, is dots. */
export function replacedText({ symbol }: Paper, { replaces }: ReportContent): string | undefined {
  if (replaces === undefined) return undefined;
  const { number, date } = replaces.issued;
  const isOwn = number?.endsWith(symbol) === true;
  const dated = isOwn && date !== undefined ? longDate(date) : `ngày ${PAPER.dottedDay} tháng ${PAPER.dottedDay} năm ${PAPER.dottedDay}`;
  return `Báo cáo này thay thế Báo cáo số ${isOwn ? number : `${PAPER.dottedDay}/${symbol}`} ${dated}; nội dung điều chỉnh nêu tại Phụ lục III.`;
}

/** "Ủy ban nhân dân (UBND) xã An Bình": in full with its abbreviation, the first time. */
export const introduced = (issuer: string): string =>
  issuer.startsWith('UBND ') ? `Ủy ban nhân dân (UBND) ${issuer.slice(5)}` : spelledOut(issuer);

export function rangeText({ low, high }: OpenRange): string {
  if (high === undefined && low === 0) return NOT_KNOWN;
  return boundsText(numberText(low), high === undefined ? undefined : numberText(high));
}

export const countText = (tally: Tally): string => {
  const { low, high } = countFigure(tally);
  return rangeText(high === undefined ? { low } : { low, high });
};

/** "70/108 (64,8%)"; a small count of something sensitive is not told. */
export function shareText(part: Tally, whole: Tally, decimals: number, sensitive: boolean): string {
  const figure: Figure = shareFigure(part, whole) ?? { ...countFigure(part), denominator: whole };
  if (part.open && part.sure === 0) return NOT_KNOWN;
  return (sensitive ? maskSmall(figure) : undefined) ?? figureText(figure, 'percent', decimals);
}

// The small page behind the links of a report's mail: what it asks before anything is recorded, and what it says afterwards. Pure. It names
// the report, its unit and the places of the report's own mail, and nothing else of the register.
import type { AnswerKind } from '../../rules/reporting/answers.ts';
import { LONGEST_REASON } from '../../rules/reporting/grant-answer.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { OTHER_PLACE, placesIn, type ReturnPlace } from '../../rules/reporting/return-places.ts';
import { capital } from '../../rules/text.ts';

interface ReasonFields {
  readonly legend: string;
  readonly placeLabel: string;
  readonly placeName: string;
  readonly places: readonly ReturnPlace[];
  readonly textLabel: string;
  readonly textName: string;
  readonly longest: string;
  readonly required: boolean;
}

export interface ReceiptPageView {
  readonly title: string;
  /** "Báo cáo năm 2024 – Xã An Bình", or '' where it is not known */
  readonly report: string;
  readonly lines: readonly string[];
  readonly reasons: readonly ReasonFields[];
  /** '' where nothing can be done */
  readonly button: string;
  readonly footer: string;
}

type Named = Pick<ReportContent, 'title' | 'period' | 'unit' | 'targets' | 'clubs' | 'document'>;

const TITLES: { readonly [K in AnswerKind]: string } = {
  received: 'Xác nhận đã tiếp nhận báo cáo',
  returned: 'Yêu cầu chỉnh sửa báo cáo',
};
const FOOTER = 'CLB Liên thế hệ tự giúp nhau – hệ thống báo cáo số liệu. Trang này chỉ dùng cho nơi nhận của thư báo cáo.';
const REASONS = 3;

const nameOf = ({ title, period, unit }: Named): string =>
  `${reportName(title, period.label)} – ${[capital(unit.name), ...(unit.formerArea ? [unit.formerArea] : [])].join(', ')}`;

/** Before anything is recorded: one button, and for a return what is to be mended. */
export const askPage = (kind: AnswerKind, content: Named): ReceiptPageView => ({
  title: TITLES[kind],
  report: nameOf(content),
  lines:
    kind === 'received'
      ? ['Chưa ghi nhận gì. Bấm nút dưới đây để xác nhận cơ quan đã nhận được số liệu của báo cáo này.']
      : [
          'Chưa ghi nhận gì. Chọn chỗ cần chỉnh sửa, ghi nội dung, rồi bấm nút ở cuối trang. Không ghi thông tin cá nhân của thành viên CLB.',
        ],
  reasons: kind === 'received' ? [] : Array.from({ length: REASONS }, (_, at) => reasonFields(at, placesIn(content))),
  button: kind === 'received' ? 'Xác nhận đã tiếp nhận' : 'Gửi yêu cầu chỉnh sửa',
  footer: FOOTER,
});

const reasonFields = (at: number, places: readonly ReturnPlace[]): ReasonFields => ({
  legend: at === 0 ? 'Nội dung 1' : `Nội dung ${at + 1} (nếu có)`,
  placeLabel: 'Chỗ cần chỉnh sửa',
  placeName: `cho${at}`,
  places,
  textLabel: 'Nội dung cần chỉnh sửa và lý do',
  textName: `noidung${at}`,
  longest: String(LONGEST_REASON),
  required: at === 0,
});

/** What became of it, in whole sentences. */
export const saidPage = (kind: AnswerKind | undefined, content: Named | undefined, lines: readonly string[]): ReceiptPageView => ({
  title: kind === undefined ? 'Đường dẫn trong thư báo cáo' : TITLES[kind],
  report: content === undefined ? '' : nameOf(content),
  lines,
  reasons: [],
  button: '',
  footer: FOOTER,
});

/** The reasons that were sent; a place that the report does not have is "anything else". */
export function reasonsIn(fields: Readonly<Record<string, unknown>>, content: Named): { readonly place: string; readonly text: string }[] {
  const known = new Set(placesIn(content).map(({ id }) => id));
  return Array.from({ length: REASONS }, (_, at) => {
    const [place, text] = [fields[`cho${at}`], fields[`noidung${at}`]];
    return { place: typeof place === 'string' && known.has(place) ? place : OTHER_PLACE, text: typeof text === 'string' ? text : '' };
  }).filter(({ text }) => text.trim() !== '');
}

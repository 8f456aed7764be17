// The Vietnamese of a report's life after it was sent: what its receiver is told, and what the commune reads in Việc cần làm.
import { type Instant, type IsoDate, saidMoment, viDate } from '../calendar-date.ts';
import { numberText } from '../progress/labels.ts';
import { SAID } from './wish-labels.ts';

/** How an answer came, as the ledger of the commune keeps it. */
export const ANSWERED_BY = { link: 'đường dẫn trong thư báo cáo', reply: 'thư trả lời' } as const;

/** Places of a report, as the receiver chooses them. */
export const RETURN_PLACES = {
  target: (clause: string, title: string) => `Chỉ tiêu mục ${clause}: ${title}`,
  club: (name: string) => `CLB: ${name}`,
  sections: {
    facts: 'Mục 1. Thông tin chung',
    clubs: 'Mục 3. Số liệu từng câu lạc bộ',
    notes: 'Mục 4. Lưu ý về số liệu',
    definitions: 'Mục 5. Cách hiểu và cách tính',
  },
  narrative: (part: string) => `Văn bản kèm theo, phần ${part}`,
  other: 'Nội dung khác',
} as const;

/** What is said to whom a wish was granted. */
export const LIFE_SAID = {
  received: (report: string, on: IsoDate) => `${report}: đã ghi nhận nơi nhận tiếp nhận ngày ${viDate(on)}.`,
  returned: (report: string, count: number) =>
    `${report}: đã ghi nhận yêu cầu chỉnh sửa (${count} nội dung). Đơn vị gửi báo cáo sẽ thấy các nội dung này ở trang Việc cần làm.`,
  revised: (report: string) =>
    `Đã lập bản thay thế của ${report}, dùng số liệu hiện có trong sổ của cùng kỳ. Đề nghị xem trước, trình lãnh đạo duyệt rồi gửi.`,
} as const;

/** Lines of Việc cần làm. */
export const LIFE_TODO = {
  returned: (title: string, label: string, place: string) => `Nơi nhận yêu cầu chỉnh sửa ${SAID.inSentence(title, label)}. ${place}`,
  returnedAdvice:
    'Đề nghị sửa trong sổ, rồi chọn CLB Liên thế hệ > Lập bản thay thế… để duyệt và gửi lại; dòng này mất khi bản thay thế đã sửa được gửi.',
  revisingAdvice: 'Đã lập bản thay thế. Đề nghị sửa trong sổ, xem trước, trình lãnh đạo duyệt rồi gửi bản thay thế.',
  otherPlace: RETURN_PLACES.other,
  noDay: 'gửi khi có yêu cầu gửi',
  revisionAwaiting: (report: string) => `${report}: chờ lãnh đạo duyệt`,
  revisionAwaitingAdvice: 'Đề nghị xem trước, trình lãnh đạo duyệt rồi gửi. Bản thay thế không tự gửi.',
  revisionApproved: (report: string) => `${report}: lãnh đạo đã duyệt`,
  revisionApprovedAdvice: 'Đề nghị đánh dấu Gửi báo cáo, hoặc gửi từ trình đơn. Bản thay thế không tự gửi.',
  changedApproved: (title: string, label: string, what: string) =>
    `Thay đổi sau khi lãnh đạo duyệt ${SAID.inSentence(title, label)}. ${what}`,
  changedApprovedAdvice:
    'Đề nghị xem lại các dòng đã nêu. Báo cáo gửi đi vẫn theo số liệu đã duyệt; nếu số liệu mới đúng thì lập bản thay thế sau khi gửi.',
  changedSent: (title: string, label: string, what: string) => `Thay đổi sau khi chốt số liệu ${SAID.inSentence(title, label)}. ${what}`,
  changedSentAdvice:
    'Đề nghị xem lại các dòng đã nêu; nếu số liệu mới đúng và cần báo lại thì chọn mục “Lập bản thay thế…” của trình đơn CLB Liên thế hệ. Số liệu đã gửi không tự thay đổi.',
  otherTargets: (count: number, withFigures: boolean) =>
    withFigures ? `Còn ${numberText(count)} chỉ tiêu khác` : `${numberText(count)} chỉ tiêu có dòng thay đổi nhưng kết quả không đổi`,
  otherRecords: (
    changes: readonly { readonly came: readonly string[]; readonly went: readonly string[]; readonly changed: readonly string[] }[],
  ) => {
    const codes = [...new Set(changes.flatMap(({ came, went, changed }) => [...came, ...went, ...changed]))].sort();
    return codes.length === 0 ? 'xem trang Tiến độ thực hiện chỉ tiêu' : `các dòng ${codesText(codes)}`;
  },
  notIssued: (title: string, label: string) => `${SAID.reportOf(title, label)}: chưa ghi văn bản đã ban hành`,
  nothingIssued: 'chưa có số, ngày, người ký và cách gửi của văn bản',
  missingOfIssued: (headers: readonly string[]) => `còn thiếu: ${headers.join(', ')}`,
  issuedAdvice: (label: string) =>
    `Đề nghị sau khi ký ghi một dòng ở trang Thuyết minh báo cáo: Kỳ báo cáo là ${label}, Phần là Đã ban hành văn bản, kèm số, ngày, người ký, cách gửi.`,
} as const;

const CODES_SHOWN = 12;

/** The first codes, and how many more there are. */
function codesText(codes: readonly string[]): string {
  const rest = codes.length - CODES_SHOWN;
  return `${codes.slice(0, CODES_SHOWN).join(', ')}${rest > 0 ? ` và ${numberText(rest)} dòng khác` : ''}`;
}
const listed = (word: string, codes: readonly string[]): string => (codes.length === 0 ? '' : `${word} ${codesText(codes)}`);

/** What differs, and the records behind it. */
export const CHANGES = {
  target: (clause: string, title: string) => `Mục ${clause}: ${title}`,
  figure: (was: string, is: string) => (was === is ? '' : `Đã chốt: ${was}; hiện nay: ${is}`),
  none: 'không có',
  /** a club's figure has moved, the figure over all clubs has not */
  withinOnly: 'kết quả chung không đổi, số liệu chi tiết đã đổi',
  came: (codes: readonly string[]) => listed('thêm', codes),
  went: (codes: readonly string[]) => listed('bớt', codes),
  changed: (codes: readonly string[]) => listed('sửa', codes),
} as const;

/** How a report is offered for being replaced. */
export const REVISABLE = {
  label: (report: string, on: string, returned: boolean) =>
    [report, ...(on === '' ? [] : [`đã gửi ngày ${on}`]), ...(returned ? ['nơi nhận yêu cầu chỉnh sửa'] : [])].join(', '),
} as const;

/** Lý do khoá, with the last day on which the period was open. */
export const LOCKED_SINCE = (last: IsoDate): string => `quá hạn khoá sổ ${viDate(last)}`;

/** What a revision says of the report that it replaces. */
export const REPLACED = {
  /** "05/BC-UBND ngày 19/12/2024", as far as people entered it; '' where nothing is known */
  document: ({ documentNo, date }: { readonly documentNo?: string | undefined; readonly date?: IsoDate | undefined }) =>
    [documentNo ?? '', date === undefined ? '' : `ngày ${viDate(date)}`].filter((part) => part !== '').join(' '),
  /** number and date as people entered them; without them, when it was sent */
  sentence: (report: string, { number, date }: { readonly number?: string; readonly date?: IsoDate }, sentAt: Instant) => {
    const document = REPLACED.document({ documentNo: number === undefined ? undefined : `số ${number}`, date });
    const sent = `số liệu gửi lúc ${saidMoment(sentAt)}`;
    return document === '' ? `Thay thế ${report} (${sent}).` : `Thay thế Báo cáo ${document} (${sent}).`;
  },
} as const;

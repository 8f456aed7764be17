// How the mail opens: what the receiver is asked to do, and the facts of the report.
import { saidMoment, viDate } from '../../rules/calendar-date.ts';
import { numberText } from '../../rules/progress/labels.ts';
import type { AnswerLinks } from '../../rules/reporting/receipt-link.ts';
import type { ReportContent, UnitLine } from '../../rules/reporting/report-content.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { listed } from '../letter-head.ts';
import { replacedSentence } from './replaced.ts';

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export interface AnswerLink extends Labelled {
  readonly color: string;
}

/** The two links, and how they are called; one mail goes to all offices, so that the first word of each kind counts. */
export const linksOf = (links: AnswerLinks | undefined): AnswerLink[] =>
  links === undefined
    ? []
    : [
        { label: 'Đã tiếp nhận', text: links.received, color: '#1a7340' },
        { label: 'Yêu cầu chỉnh sửa', text: links.returned, color: '#8a4b00' },
      ];

/** What the receiver is asked, in the order it is to be done. A superior's report names the units that have not sent. */
export function requestsOf(content: ReportContent, hasLinks = false): string[] {
  const { name, phone, email } = content.contact;
  const answersTo = content.replyTo.map((office) => office.name).join(', ');
  return [
    `${content.units ? useOfMany(content.units) : 'Sử dụng số liệu dưới đây để tổng hợp'}; số liệu ${content.approval ? 'đã' : 'chưa'} được lãnh đạo ${content.units ? content.issuer : 'đơn vị'} duyệt.`,
    ...(content.units ? missingUnits(content.units) : []),
    'Lấy văn bản báo cáo có chữ ký (gửi sau) làm căn cứ chính thức; thư này không thay thế văn bản đó.',
    `${hasLinks ? 'Bấm một trong hai đường dẫn ở dưới, hoặc trả lời thư này,' : 'Trả lời thư này'} để xác nhận đã nhận số liệu hoặc đề nghị chỉnh sửa${answersTo ? `; thư trả lời được chuyển tới ${answersTo}` : ''}.`,
    `Liên hệ khi cần trao đổi thêm: ${[name, ...(phone ? [`điện thoại ${phone}`] : []), `thư điện tử ${email}`].join(', ')}.`,
  ];
}

const inState = (units: readonly UnitLine[], ...states: readonly UnitLine['state'][]): UnitLine[] =>
  units.filter(({ state }) => states.includes(state));
const ofAll = (part: readonly UnitLine[], units: readonly UnitLine[]): string =>
  `${numberText(part.length)}/${numberText(units.length)} đơn vị`;

const useOfMany = (units: readonly UnitLine[]): string =>
  `Sử dụng số liệu của ${ofAll(inState(units, 'sent', 'live'), units)} dưới đây để theo dõi, tổng hợp chung`;

/** Whose figures are not in it, and whose are in it without a report, by name. */
function missingUnits(units: readonly UnitLine[]): string[] {
  const named = (part: readonly UnitLine[], text: string): string[] =>
    part.length === 0 ? [] : [`${text}: ${listed(part.map(({ name }) => name))}`];
  const none = inState(units, 'none');
  const live = inState(units, 'live');
  const parts = [
    ...named(none, `chưa nhận được số liệu của ${ofAll(none, units)} nên chưa tính`),
    ...named(live, `${ofAll(live, units)} chưa gửi báo cáo, được tính theo số liệu đang có trong sổ`),
  ];
  return parts.length === 0 ? [] : [`Lưu ý khi sử dụng: ${parts.join('. ')}.`];
}

function madeOf(units: readonly UnitLine[]): string {
  const rest = (state: UnitLine['state'], text: string): string[] => {
    const part = inState(units, state);
    return part.length === 0 ? [] : [`${numberText(part.length)} đơn vị ${text}`];
  };
  return [
    `${ofAll(inState(units, 'sent'), units)} đã gửi báo cáo`,
    ...rest('live', 'chưa gửi, tính theo số liệu đang có'),
    ...rest('none', 'chưa có số liệu'),
  ].join('; ');
}

export function factsOf(content: ReportContent): Labelled[] {
  const { unit, units, period, approval } = content;
  const { replaces } = content;
  const late = content.daysLate > 0 ? `quá hạn ${numberText(content.daysLate)} ngày` : 'gửi đúng hạn';
  return [
    { label: 'Cơ quan báo cáo', text: content.issuer },
    { label: 'Đơn vị', text: `${[unit.name, ...(unit.formerArea ? [unit.formerArea] : [])].join(', ')} (mã đơn vị ${unit.code})` },
    ...(units ? [{ label: 'Tổng hợp từ', text: madeOf(units) }] : []),
    { label: 'Kế hoạch', text: content.planTitle },
    { label: 'Số, ngày kế hoạch', text: content.planReference },
    { label: 'Kỳ báo cáo', text: reportName(content.title, period.label) },
    { label: 'Số liệu trong kỳ', text: `từ ngày ${viDate(period.from)} đến hết ngày ${viDate(period.cutOff)}` },
    { label: 'Chốt số liệu', text: `hết ngày ${viDate(period.cutOff)}` },
    { label: 'Hạn gửi', text: `ngày ${viDate(period.due)}${replaces ? '' : ` – ${late}`}` },
    ...(replaces ? [{ label: 'Thay thế', text: replacedSentence(content).replace(/^Thay thế /, '') }] : []),
    { label: 'Thời điểm gửi', text: `${saidMoment(content.sentAt)} (giờ Việt Nam, UTC+7)` },
    { label: 'Phê duyệt', text: approval ? `${approval.by} duyệt ngày ${viDate(approval.on)}` : 'chưa được lãnh đạo duyệt' },
  ];
}

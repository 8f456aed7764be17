// How the mail opens: what the receiver is asked to do, and the facts of the report.
import { localDate, localTime, viDate } from '../../rules/calendar-date.ts';
import { numberText } from '../../rules/progress/labels.ts';
import type { ReportContent, UnitLine } from '../../rules/reporting/report-content.ts';
import { reportName } from '../letter-head.ts';

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** What the receiver is asked, in the order it is to be done. A superior's report names the units that have not sent. */
export function requestsOf(content: ReportContent): string[] {
  const { name, phone, email } = content.contact;
  const answersTo = content.replyTo.map((office) => office.name).join(', ');
  return [
    `${content.units ? useOfMany(content.units) : 'Sử dụng số liệu dưới đây để tổng hợp'}; số liệu ${content.approval ? 'đã' : 'chưa'} được lãnh đạo đơn vị duyệt.`,
    ...(content.units ? missingUnits(content.units) : []),
    'Lấy văn bản báo cáo có chữ ký (gửi sau) làm căn cứ chính thức; thư này không thay thế văn bản đó.',
    `Trả lời thư này để xác nhận đã nhận số liệu hoặc đề nghị chỉnh sửa${answersTo ? `; thư trả lời được chuyển tới ${answersTo}` : ''}.`,
    `Liên hệ khi cần trao đổi thêm: ${[name, ...(phone ? [`điện thoại ${phone}`] : []), `thư điện tử ${email}`].join(', ')}.`,
  ];
}

const partOf = (units: readonly UnitLine[], holds: (unit: UnitLine) => boolean): string =>
  `${numberText(units.filter(holds).length)}/${numberText(units.length)} đơn vị`;
const isHeard = ({ state }: UnitLine): boolean => state !== 'none';
const hasSent = ({ state }: UnitLine): boolean => state === 'sent';

const useOfMany = (units: readonly UnitLine[]): string =>
  `Sử dụng số liệu của ${partOf(units, isHeard)} dưới đây để theo dõi, tổng hợp chung`;

function missingUnits(units: readonly UnitLine[]): string[] {
  const named = (wanted: UnitLine['state'], text: string): string[] => {
    const names = units.filter(({ state }) => state === wanted).map(({ name }) => name);
    return names.length === 0 ? [] : [`${text}: ${names.join(', ')}`];
  };
  const parts = [...named('live', 'đã tính theo số liệu đang có trong sổ'), ...named('none', 'chưa có số liệu, chưa được tính')];
  if (parts.length === 0) return [];
  return [`Lưu ý khi sử dụng: ${partOf(units, (unit) => !hasSent(unit))} chưa gửi báo cáo (${parts.join('; ')}).`];
}

export function factsOf(content: ReportContent): Labelled[] {
  const { unit, units, period, approval } = content;
  const late = content.daysLate > 0 ? `quá hạn ${numberText(content.daysLate)} ngày` : 'gửi đúng hạn';
  return [
    { label: 'Cơ quan báo cáo', text: content.issuer },
    { label: 'Đơn vị', text: `${[unit.name, ...(unit.formerArea ? [unit.formerArea] : [])].join(', ')} (mã đơn vị ${unit.code})` },
    ...(units ? [{ label: 'Tổng hợp từ', text: `${partOf(units, isHeard)} có số liệu; ${partOf(units, hasSent)} đã gửi báo cáo` }] : []),
    { label: 'Kế hoạch', text: content.planTitle },
    { label: 'Số, ngày kế hoạch', text: content.planReference },
    { label: 'Kỳ báo cáo', text: reportName(content.title, period.label) },
    { label: 'Số liệu trong kỳ', text: `từ ngày ${viDate(period.from)} đến hết ngày ${viDate(period.cutOff)}` },
    { label: 'Chốt số liệu', text: `hết ngày ${viDate(period.cutOff)}` },
    { label: 'Hạn gửi', text: `ngày ${viDate(period.due)} – ${late}` },
    { label: 'Thời điểm gửi', text: `${localTime(content.sentAt)} ngày ${viDate(localDate(content.sentAt))} (giờ Việt Nam, UTC+7)` },
    { label: 'Phê duyệt', text: approval ? `${approval.by} duyệt ngày ${viDate(approval.on)}` : 'chưa được lãnh đạo duyệt' },
  ];
}

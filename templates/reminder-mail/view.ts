// The words of reminders: what is due and what still blocks it, to the unit's own office; who has not sent, to its superior. Pure.
import { daysBetween, type IsoDate, localDate, saidMoment, viDate } from '../../rules/calendar-date.ts';
import { numberText } from '../../rules/progress/labels.ts';
import type { EscalationContent, EscalationReport, ReminderContent, ReminderReport } from '../../rules/reporting/reminder-content.ts';
import { capital, lowered } from '../../rules/text.ts';
import { addressed, listed } from '../letter-head.ts';

interface Part {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly lines: readonly string[];
  /** begins "Đề nghị"; '' where nothing is asked */
  readonly request: string;
}

export interface ReminderMailView {
  readonly heading: string;
  /** what the subject says after the heading */
  readonly subject: string;
  readonly sender: string;
  readonly time: string;
  readonly to: readonly string[];
  readonly summary: string;
  readonly parts: readonly Part[];
  readonly stepsTitle: string;
  readonly steps: readonly string[];
  readonly planTitle: string;
  readonly footer: readonly string[];
}

const AUTOMATIC = 'Thư tự động, không kèm tệp, không chứa dữ liệu cá nhân.';

/** "hôm nay", "còn 7 ngày", "đã qua 3 ngày" */
function awayFrom(due: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'hôm nay';
  return days > 0 ? `còn ${numberText(days)} ngày` : `đã qua ${numberText(-days)} ngày`;
}

/** "Báo cáo năm 2024 đến hạn gửi ngày 20/12/2024 (còn 7 ngày)" */
function dueText(report: Pick<ReminderReport, 'name' | 'unit' | 'due' | 'lateAfter'>, today: IsoDate): string {
  const { due, lateAfter } = report;
  return `${calledIn(report)} ${lateAfter < today ? 'đã quá hạn gửi' : due < today ? 'đã đến hạn gửi' : 'đến hạn gửi'} ngày ${viDate(due)} (${awayFrom(due, today)})`;
}

/** "Báo cáo năm 2024 của xã An Bình" where a mail is about several units */
const calledIn = ({ name, unit }: Pick<ReminderReport, 'name' | 'unit'>): string => (unit === undefined ? name : `${name} của ${unit}`);

const blockedLine = ({ tab, count }: ReminderReport['blocked'][number]): string =>
  count === 0
    ? `Trang ${tab}: thiếu trang hoặc thiếu cột nên chưa đọc được.`
    : `Trang ${tab}: ${numberText(count)} dòng chưa tính được vào số liệu.`;

/** What stands in the way, and the one thing to do next. */
function unitPart(report: ReminderReport, today: IsoDate): Part {
  const { due, cutOff, isOver, blocked, lacking, unwritten } = report;
  const lines = [
    ...(lacking === undefined ? [] : [`${lacking.text} ${lacking.advice}`]),
    ...blocked.map(blockedLine),
    ...(unwritten.length === 0 ? [] : [`Thuyết minh chưa có phần: ${listed(unwritten)}.`]),
  ];
  return {
    title: calledIn(report),
    facts: [
      { label: 'Hạn gửi', text: `ngày ${viDate(due)} (${awayFrom(due, today)})` },
      { label: 'Chốt số liệu', text: `hết ngày ${viDate(cutOff)}` },
      { label: 'Còn vướng', text: blocked.length > 0 || lacking !== undefined ? 'các nội dung sau' : 'không có nội dung phải sửa' },
    ],
    lines,
    request: requestOf({ isOver, blocked, unwritten, cutOff }),
  };
}

function requestOf({ isOver, blocked, unwritten, cutOff }: Pick<ReminderReport, 'isOver' | 'blocked' | 'unwritten' | 'cutOff'>): string {
  const mend = blocked.length > 0 ? 'sửa các dòng nêu trên, ' : '';
  if (!isOver) return `Đề nghị ${mend}nhập đủ số liệu đến hết ngày ${viDate(cutOff)} và xác nhận ở trang Xác nhận số liệu.`;
  const write = unwritten.length > 0 ? 'ghi các phần còn thiếu ở trang Thuyết minh báo cáo, ' : '';
  return `Đề nghị ${mend}${write}trình lãnh đạo duyệt rồi gửi báo cáo.`;
}

const PHONE_STEPS = [
  'Mở sổ CLB Liên thế hệ của đơn vị bằng ứng dụng Google Trang tính, vào trang Việc cần làm; trang Nội dung cần kiểm tra chỉ đúng ô phải sửa.',
  'Sửa xong, đánh dấu ô Kiểm tra lại; kết quả ghi bên cạnh ô.',
  'Khi lãnh đạo đã duyệt: chọn Người duyệt, đánh dấu ô Lãnh đạo đã duyệt rồi ô Gửi báo cáo.',
];

/** Everything the reminder to a unit says. */
export function unitReminderView(content: ReminderContent): ReminderMailView {
  const { key, unit, planTitle, now, to, reports } = content;
  const today = localDate(now);
  const said = reports.map((report) => dueText(report, today));
  return {
    heading: 'Nhắc gửi báo cáo',
    subject: reports.length === 1 ? lowered(said[0] ?? '') : `${numberText(reports.length)} báo cáo đến hạn`,
    sender: [...new Set(reports.map((report) => capital(report.unit ?? unit)))].join('; '),
    time: saidMoment(now),
    to: addressed(to),
    summary: `${said.join('; ')}. Đơn vị chưa gửi.`,
    parts: reports.map((report) => unitPart(report, today)),
    stepsTitle: 'Làm trên điện thoại',
    steps: PHONE_STEPS,
    planTitle,
    footer: [`Mã thư: ${key}`, 'Đã gửi báo cáo thì không còn thư nhắc. Đề nghị bỏ qua thư này nếu báo cáo vừa được gửi.', AUTOMATIC],
  };
}

const missingLine = ({ name, remark }: EscalationReport['missing'][number]): string => `${name}: ${remark ?? 'chưa gửi báo cáo.'}`;

/** Everything that a superior is told of units that have been reminded and have not sent. */
export function escalationView({ key, superior, planTitle, now, to, reports }: EscalationContent): ReminderMailView {
  const today = localDate(now);
  const units = new Set(reports.flatMap(({ missing }) => missing.map(({ name }) => name))).size;
  return {
    heading: 'Đơn vị chưa gửi báo cáo',
    subject: `${numberText(units)} đơn vị (${viDate(today)})`,
    sender: capital(superior),
    time: saidMoment(now),
    to: addressed(to),
    summary: reports
      .map(({ name, of, missing }) => `${name}: ${numberText(missing.length)}/${numberText(of)} đơn vị chưa gửi dù đã được nhắc.`)
      .join(' '),
    parts: reports.map(({ name, due, missing }) => ({
      title: name,
      facts: [{ label: 'Hạn gửi của các đơn vị', text: `ngày ${viDate(due)} (${awayFrom(due, today)})` }],
      lines: missing.map(missingLine),
      request: 'Đề nghị liên hệ với các đơn vị trên để hoàn thành và gửi báo cáo.',
    })),
    stepsTitle: '',
    steps: [],
    planTitle,
    footer: [`Mã thư: ${key}`, AUTOMATIC],
  };
}

// The Vietnamese of what people ask of reports: what is said beside a tick box and after a menu action, and how signers are offered.

import { type IsoDate, viDate } from '../calendar-date.ts';
import { CHAINS, labelOf } from '../register/choice-lists.ts';
import type { SignerFact } from '../register/identity.ts';
import { TODO_APPROVER } from '../register/todo-layout.ts';
import { lowered } from '../text.ts';
import type { PlannedReport } from './periods.ts';
import { reportName } from './report-name.ts';

export const SAID = {
  approved: (report: string, by: string, due: IsoDate) =>
    `${report}: đã ghi nhận ${by} duyệt. Số liệu đã chốt; báo cáo tự gửi vào ngày hạn ${viDate(due)}, hoặc gửi ngay khi có yêu cầu gửi.`,
  approvedToSend: (report: string, by: string) =>
    `${report}: đã ghi nhận ${by} duyệt. Số liệu đã chốt và sẽ được gửi trong lượt chạy tự động tới.`,
  approvedRevision: (report: string, by: string) =>
    `${report}: đã ghi nhận ${by} duyệt. Số liệu của bản thay thế đã chốt và chỉ gửi khi có yêu cầu gửi.`,
  sent: (report: string, to: readonly string[]) => `${report}: đã gửi đến ${to.join(', ')}.`,
  sending: (report: string) => `${report}: thư đang được gửi. Đề nghị xem lại trang Theo dõi báo cáo sau ít phút.`,
  undecided: (report: string) => `${report}: chưa rõ thư đã được gửi hay chưa. Đề nghị báo người quản trị xem hộp thư đã gửi.`,
  notSent: (report: string) => `${report}: đã ghi nhận, thư chưa gửi được. Đề nghị xem trang Việc cần làm.`,
  asked: (report: string, due: IsoDate) => `Đã lập ${report}, hạn gửi ${viDate(due)}. Đề nghị xem trước, trình lãnh đạo duyệt rồi gửi.`,
  receivers: 'nơi nhận báo cáo',
  testSubject: (subject: string) => `[THỬ] ${subject}`,
  tested: (to: string) => `Đã gửi thư thử đến ${to}; nơi nhận báo cáo không nhận được thư này. Đề nghị xem hộp thư.`,
  refreshed: (time: string) => `Đã cập nhật sổ lúc ${time}.`,
  /** whom a reminder comes from */
  register: (unit: string) => `Sổ CLB Liên thế hệ ${unit}`,
  reportOf: reportName,
  /** a report as planned: a revision has the name of what it replaces */
  plannedOf: ({ schedule, period, revises }: Pick<PlannedReport, 'schedule' | 'period' | 'revises'>) =>
    `${reportName(schedule.title, period.label)}${revises === undefined ? '' : ' (bản thay thế)'}`,
  /** "báo cáo đột xuất về …" inside a sentence */
  inSentence: (title: string, label: string) => reportName(lowered(title), label),
} as const;

/** The name of a report on directive begins so, whatever people type of it. */
export const SAID_ANYWAY = /^báo cáo( đột xuất)?( |$)/i;

/** Beside the tick boxes of Việc cần làm. The time comes first: on a phone only the beginning is in sight. */
export const TICK_SAID = {
  received: (time: string, by: string) => `${time}: đã nhận, xử lý trước ${by}. Bỏ đánh dấu để thôi.`,
  takenBack: (time: string) => `${time}: đã thôi.`,
  chooseApprover: `Đề nghị chọn người duyệt ở ô ngay dưới chữ “${TODO_APPROVER.text}”.`,
  checked: (time: string, error: number, warning: number) =>
    error + warning === 0
      ? `${time}: đã kiểm tra, không có nội dung phải sửa.`
      : `${time}: đã kiểm tra, ${error} phải sửa, ${warning} cần xem lại.`,
  /** the sheet's script has checked, and may not write the lists that a turn writes */
  listedBy: (time: string) => `Các trang Việc cần làm, Nội dung cần kiểm tra được ghi lại trước ${time}.`,
  answered: (time: string, said: string) => `${time}: ${said}`,
  /** the account that recorded it: a tick has none */
  asker: 'ô đánh dấu ở trang Việc cần làm',
} as const;

/** "Hoàng Văn Minh – CHỦ TỊCH (UBND)": what the list of signers offers. */
export const signerLabel = ({ name, position, chain }: SignerFact): string =>
  `${name}${position === undefined ? '' : ` – ${position}`}${chain === undefined ? '' : ` (${labelOf(CHAINS, chain)})`}`;

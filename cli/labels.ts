// The Vietnamese of the command line.
import { viDate } from '../rules/calendar-date.ts';
import { STATUS_LABELS } from '../rules/progress/labels.ts';
import { REPORT_STATES } from '../rules/register/choice-lists.ts';
import type { RegisterSummary, RunSummary } from './summary.ts';

export const USAGE = `Cách dùng:
  npm start [-- --date NĂM-THÁNG-NGÀY] [--port SỐ]
  npm start -- --once [--date NĂM-THÁNG-NGÀY] [--out THƯ_MỤC]`;

const countOf = (records: RegisterSummary['records'], tab: string): number => records[tab] ?? 0;

const stateText = (status: string): string =>
  (REPORT_STATES.from === 'list' ? REPORT_STATES.choices.find(({ key }) => key === status)?.label.toLowerCase() : undefined) ?? status;

/** The run in a few lines a person can read. */
export function runText({ date, registers }: RunSummary): string {
  const lines = registers.flatMap((register) => {
    const { records, findings, targets, deliveries, trouble } = register;
    const met = targets.filter(({ status }) => status === 'met' || status === 'beyond').length;
    return [
      `${register.unit}: ${countOf(records, 'clubs')} CLB, ${countOf(records, 'members')} dòng thành viên; ` +
        `${findings.error} nội dung phải sửa, ${findings.warning} cần xem lại; đạt ${met}/${targets.length} chỉ tiêu.`,
      ...targets.map(({ id, status, plan, actual }) => `    ${id}: ${actual ?? '–'} (kế hoạch: ${plan}) – ${STATUS_LABELS[status]}`),
      ...deliveries.map(
        ({ key, to, cc, status, file }) =>
          `  ${key}: ${stateText(status)}; gửi ${[...to, ...cc].join(', ') || '–'}${file === null ? '' : `; tệp ${file}`}`,
      ),
      ...(trouble === undefined ? [] : [`  Chưa xử lý được: ${trouble}.`]),
    ];
  });
  return [`Ngày chạy thử: ${viDate(date)}`, ...lines].join('\n');
}

export const START = {
  results: (folder: string) => `Thư đã gửi và bản tổng hợp (summary.json) nằm trong ${folder}.`,
  kept: (folder: string) => `Dùng tiếp số liệu đã lưu trong ${folder}; muốn làm lại từ đầu, đề nghị xoá thư mục này.`,
  otherPort: (port: number, url: string) => `Cổng ${port} đang được dùng; chương trình chạy ở ${url}.`,
  making: (units: number, plan: string) => `Đang tạo sổ mẫu cho ${units} đơn vị: ${plan}…`,
  entered: (from: string, to: string) => `Đã nhập thêm số liệu mẫu từ ngày ${from} đến ngày ${to}.`,
  notEntered: 'Sổ mẫu đã được người dùng sửa nên không nhập thêm số liệu mẫu; sổ giữ nguyên như hiện có.',
  staying: (url: string, mails: string) => `Không gian thử chạy ở ${url}; thư đã gửi nằm trong ${mails}. Nhấn Ctrl+C để dừng.`,
};

export const CLOCK = {
  dayIsPast: (day: string, last: string) =>
    `Ngày ${day} đứng trước ngày ${last} mà số liệu đã lưu trong thư mục này đang ở. Đề nghị chọn từ ngày ${last} trở đi, hoặc chọn thư mục khác.`,
} as const;

export const COMMAND = {
  wrongUse: 'Câu lệnh chưa đúng. Đề nghị xem cách dùng bằng --help.',
  unknownOption: (option: string) => `Câu lệnh không có tham số ${option}. Đề nghị xem cách dùng bằng --help.`,
  notAPort: (text: string) => `“${text}” không phải là số cổng. Đề nghị chọn một số từ 1 đến 65535.`,
  inUse: 'Thư mục này đang được một lần chạy khác sử dụng. Đề nghị chờ lần chạy đó xong, hoặc chọn thư mục khác.',
  bug: 'Phần mềm gặp lỗi ngoài dự kiến. Đề nghị gửi nội dung dưới đây cho nhóm phát triển.',
};

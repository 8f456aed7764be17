// The Vietnamese of the command line.
import { viDate } from '../rules/calendar-date.ts';
import { STATUS_LABELS } from '../rules/progress/labels.ts';
import type { RegisterSummary, RunSummary } from './summary.ts';

export const USAGE = `Cách dùng:
  npm start [-- --date NĂM-THÁNG-NGÀY] [--port SỐ]
  npm start -- --once [--date NĂM-THÁNG-NGÀY] [--out THƯ_MỤC]`;

const countOf = (records: RegisterSummary['records'], tab: string): number => records[tab] ?? 0;

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
          `  ${key}: ${status}; gửi ${[...to, ...cc].join(', ') || '–'}${file === null ? '' : `; tệp ${file}`}`,
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
  staying: (url: string, mails: string) => `Không gian thử chạy ở ${url}; thư đã gửi nằm trong ${mails}. Nhấn Ctrl+C để dừng.`,
};

export const COMMAND = {
  wrongUse: (why: string) => `Câu lệnh chưa đúng: ${why}. Đề nghị xem cách dùng bằng --help.`,
  bug: 'Phần mềm gặp lỗi ngoài dự kiến. Đề nghị gửi nội dung dưới đây cho nhóm phát triển.',
};

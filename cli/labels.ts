// The Vietnamese of the command line.
import { viDate } from '../rules/calendar-date.ts';
import { STATUS_LABELS } from '../rules/progress/labels.ts';
import { labelOf, REPORT_STATES } from '../rules/register/choice-lists.ts';
import type { RegisterSummary, RunSummary } from './summary.ts';

export const USAGE = `Cách dùng:
  npm start [-- --date NĂM-THÁNG-NGÀY] [--plan KẾ_HOẠCH ...] [--port SỐ]
  npm start -- --once [--date NĂM-THÁNG-NGÀY] [--plan KẾ_HOẠCH ...] [--out THƯ_MỤC]`;

const countOf = (records: RegisterSummary['records'], tab: string): number => records[tab] ?? 0;

const stateText = (status: string): string => labelOf(REPORT_STATES, status).toLowerCase();

/** More registers than this, and each is told in one line: their targets are in summary.json. */
const TOLD_WHOLE = 3;

/** The run in a few lines a person can read. */
export function runText({ date, registers, superiors }: RunSummary): string {
  const plans = [...new Set(registers.map(({ plan }) => plan))];
  const told = plans.flatMap((plan) => {
    const own = registers.filter((register) => register.plan === plan);
    return own.flatMap((register) => (own.length > TOLD_WHOLE ? lineOf(register) : [...lineOf(register), ...targetLines(register)]));
  });
  const above = superiors.flatMap((superior) => [`${superior.unit}:`, ...targetLines(superior), ...deliveryLines(superior)]);
  return [`Ngày chạy thử: ${viDate(date)}`, ...told, ...above].join('\n');
}

function lineOf({ unit, id, records, findings, targets, deliveries, trouble }: RegisterSummary): string[] {
  if (id === null) return [`${unit}: chưa có sổ.`];
  if (trouble !== undefined) return [`${unit}: chưa xử lý được (${trouble}).`];
  const met = targets.filter(({ status }) => status === 'met' || status === 'beyond').length;
  const sent = deliveries.map(({ status }) => stateText(status)).join(', ');
  return [
    `${unit}: ${countOf(records, 'clubs')} CLB, ${countOf(records, 'members')} dòng thành viên; ` +
      `${findings.error} nội dung phải sửa, ${findings.warning} cần xem lại; đạt ${met}/${targets.length} chỉ tiêu; ${sent || 'chưa gửi báo cáo'}.`,
  ];
}

const targetLines = ({ targets }: RegisterSummary): string[] =>
  targets.map(({ id, status, plan, actual, coverage }) => {
    const part = coverage === undefined || coverage.heard === coverage.of ? '' : ` (${coverage.heard}/${coverage.of} đơn vị)`;
    return `    ${id}: ${actual ?? '–'}${part} (kế hoạch: ${plan}) – ${STATUS_LABELS[status]}`;
  });

const deliveryLines = ({ deliveries }: RegisterSummary): string[] =>
  deliveries.map(
    ({ key, to, cc, status, file }) =>
      `  ${key}: ${stateText(status)}; gửi ${[...to, ...cc].join(', ') || '–'}${file === null ? '' : `; tệp ${file}`}`,
  );

export const START = {
  results: (folder: string) => `Thư đã gửi và bản tổng hợp (summary.json) nằm trong ${folder}.`,
  kept: (folder: string) => `Dùng tiếp số liệu đã lưu trong ${folder}; muốn làm lại từ đầu, đề nghị xoá thư mục này.`,
  otherPort: (port: number, url: string) => `Cổng ${port} đang được dùng; chương trình chạy ở ${url}.`,
  making: (units: number, plan: string) => `Đang tạo sổ mẫu cho ${units} đơn vị: ${plan}…`,
  running: (registers: number) => `Đã có ${registers} sổ; đang chạy lịch báo cáo ngày thử.`,
  waiting: (left: number) => `Còn ${left} sổ đang được xử lý…`,
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
  notADemo: (text: string, known: string) => `Không có số liệu mẫu của kế hoạch “${text}”. Đề nghị chọn trong: ${known}.`,
  notAPort: (text: string) => `“${text}” không phải là số cổng. Đề nghị chọn một số từ 1 đến 65535.`,
  inUse: 'Thư mục này đang được một lần chạy khác sử dụng. Đề nghị chờ lần chạy đó xong, hoặc chọn thư mục khác.',
  folder: 'Không ghi được vào thư mục đã chọn. Đề nghị kiểm tra quyền ghi và dung lượng còn trống, hoặc chọn thư mục khác.',
  bug: 'Phần mềm gặp lỗi ngoài dự kiến. Đề nghị gửi nội dung dưới đây cho nhóm phát triển.',
};

/** What the page of the trial says, and what its commands answer. */
export const TRIAL = {
  title: 'Sổ CLB Liên thế hệ – không gian thử',
  scriptTitle: 'CLB Liên thế hệ',
  strip: [
    'Ở trang Thành viên, gõ một năm sinh sai, ví dụ 2065.',
    'Mở trình đơn CLB Liên thế hệ, chọn Kiểm tra toàn bộ sổ.',
    'Chọn Xem trước báo cáo, sửa các việc còn vướng.',
    'Chọn Lãnh đạo đã duyệt – gửi báo cáo.',
    'Mở Hộp thư để đọc thư mà cấp trên nhận được.',
    'Hoặc bấm Ngày chạy thử, chọn Hạn kế tiếp để số liệu tự gửi.',
  ],
  commands: {
    nextDeadline: {
      label: 'Hạn kế tiếp',
      help: 'Chuyển ngày chạy thử đến 8 giờ sáng ngày hạn kế tiếp rồi chạy lịch báo cáo.',
    },
    run: { label: 'Chạy lịch báo cáo', help: 'Chạy ngay lượt xử lý mà máy chủ tự chạy 15 phút một lần.' },
    move: { label: 'Chọn ngày khác', help: 'Chuyển ngày chạy thử đến một ngày sau. Ngày chạy thử chỉ đi tới, không lùi lại.' },
    reset: {
      label: 'Làm lại từ đầu',
      help: 'Xoá mọi thay đổi và thư, tạo lại số liệu mẫu.',
      confirm:
        'Mọi thay đổi và thư trong không gian thử sẽ bị xoá, số liệu mẫu được tạo lại. Việc này mất khoảng nửa phút. Vẫn làm lại từ đầu?',
    },
  },
  /** The unit alone of a register's title: in a list of many, what all titles share is in the way */
  shortTitle: (title: string) => title.replace(/^Sổ CLB Liên thế hệ – /, '').replace(/ \(số liệu mẫu\)$/, ''),
  binding: (registers: number) => `Đang gắn tập lệnh vào ${registers} sổ…`,
  due: (period: string) => `báo cáo ${period}`,
  noDeadline: 'Không còn hạn báo cáo nào trong thời gian của các kế hoạch. Đề nghị làm lại từ đầu để thử tiếp.',
  onlyForward: (day: string, today: string) => `Ngày ${day} đứng trước ngày chạy thử ${today}. Đề nghị chọn từ ngày ${today} trở đi.`,
  busy: 'Một lệnh khác đang chạy. Đề nghị chờ lệnh đó xong rồi thử lại.',
  unknownCommand: (id: string) => `Không có lệnh “${id}”. Đề nghị tải lại trang.`,
  moved: 'Đã chuyển ngày chạy thử.',
  wasReset: 'Đã tạo lại số liệu mẫu.',
  ran: (sent: number) => `Đã chạy lịch báo cáo; đến nay đã gửi ${sent} báo cáo.`,
  ranWithTrouble: (sent: number) =>
    `Đã chạy lịch báo cáo nhưng có sổ chưa xử lý được; đến nay đã gửi ${sent} báo cáo. Đề nghị chạy lại lịch báo cáo.`,
} as const;

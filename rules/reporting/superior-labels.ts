// The Vietnamese of a superior's owned tabs and of what it says about units that were not heard from.
import { type IsoDate, viDate } from '../calendar-date.ts';
import type { ProblemCode } from '../problem.ts';
import { numberText } from '../progress/labels.ts';
import { SMALLEST_TOLD } from '../progress/sensitive.ts';
import { viNumber } from '../register/read-number.ts';

export const UNIT_STATES = {
  sent: 'đã gửi',
  received: 'đã tiếp nhận',
  returned: 'yêu cầu chỉnh sửa',
  sending: 'đang gửi',
  undecided: 'cần người kiểm tra',
  notSent: 'chưa gửi',
  live: 'chưa gửi, số liệu đang có',
  noRegister: 'chưa có sổ',
  trouble: 'chưa đọc được sổ',
} as const;

export const REMARKS = {
  noRegister: 'Đơn vị chưa có sổ. Đề nghị tạo sổ và ghi mã sổ vào trang Đơn vị.',
  notSent: 'Báo cáo chưa gửi được. Đề nghị đơn vị xem trang Việc cần làm của sổ.',
  undecided: 'Chưa rõ thư đã được gửi hay chưa. Đề nghị kiểm tra hộp thư gửi.',
  noFigures:
    'Báo cáo đã gửi nhưng số liệu chốt trong sổ thiếu hoặc theo phiên bản kế hoạch khác. Đề nghị người quản trị xem trang _Số chốt của sổ.',
  ledger:
    'Sổ thiếu trang Theo dõi báo cáo hoặc trang ẩn _Số chốt, hoặc các cột đã bị đổi. Đề nghị khôi phục hai trang này từ Tệp > Nhật ký phiên bản của sổ.',
  gone: 'Không mở được sổ của đơn vị. Đề nghị người quản trị khôi phục sổ hoặc ghi lại mã sổ ở trang Đơn vị.',
  busy: 'Chưa đọc được sổ trong lần chạy này; phần mềm sẽ tự đọc lại. Đề nghị xem lại sau lần chạy tiếp theo.',
  refused: 'Phần mềm chưa được quyền đọc sổ của đơn vị. Đề nghị người quản trị chia sẻ sổ cho tài khoản dịch vụ.',
} as const;

/** How late a report is, and what was granted. */
export const LATENESS = {
  granted: (until: IsoDate, reason: string) => `Được gia hạn đến hết ngày ${viDate(until)}: ${reason}.`,
  locked: (since: IsoDate) => `Kỳ báo cáo đã khoá từ ngày ${viDate(since)}.`,
} as const;

/** Rows of Gia hạn that grant nothing. */
export const EXTENSIONS = {
  incomplete: (row: number, missing: readonly string[]) =>
    `Trang Gia hạn, dòng ${row}: thiếu hoặc chưa đọc được ${missing.join(', ')} nên chưa tính gia hạn. Đề nghị ghi đủ.`,
  unknownUnit: (row: number, unit: string) =>
    `Trang Gia hạn, dòng ${row}: kế hoạch không có đơn vị mã ${unit} nên chưa tính gia hạn. Đề nghị sửa Mã đơn vị.`,
  noDeadline: (row: number) =>
    `Trang Gia hạn, dòng ${row}: loại báo cáo này không có hạn trong kế hoạch nên chưa tính gia hạn. Đề nghị chọn loại khác.`,
} as const;

/** What to do about a register that could not be read. */
export const remarkOn = (code: ProblemCode): string => TROUBLES[code] ?? REMARKS.busy;

const TROUBLES: { readonly [C in ProblemCode]?: string } = {
  REGISTER_GONE: REMARKS.gone,
  GOOGLE_REFUSED: REMARKS.refused,
  LEDGER_BROKEN: REMARKS.ledger,
};

/** Why the workbook itself sends nothing, or not one of its mails. Stands in Nhật ký gửi, as the workbook has no list of things to do. */
export const NOT_SENT = {
  state: 'Chưa gửi được',
  copy: 'Đây là bản sao của sổ. Đề nghị làm việc trên sổ gốc; nếu đây là sổ gốc thì ghi lại Mã sổ ở trang Thông tin đơn vị.',
  ledger:
    'Trang Theo dõi báo cáo hoặc trang ẩn _Số chốt bị thiếu, hoặc các cột đã bị đổi. Đề nghị khôi phục hai trang này từ Tệp > Nhật ký phiên bản.',
  start: 'Trang Thông tin đơn vị thiếu mục Báo cáo từ ngày. Đề nghị người quản trị ghi mục này.',
  recipient: 'Trang Thông tin đơn vị chưa có địa chỉ thư của nơi nhận. Đề nghị người quản trị ghi mục Nơi nhận báo cáo.',
  contact: 'Trang Thông tin đơn vị chưa có người liên hệ kèm địa chỉ thư. Đề nghị người quản trị ghi mục Người liên hệ.',
  rows: 'Chỗ của thư này ở trang Theo dõi báo cáo hoặc _Số chốt đã có dòng khác. Đề nghị khôi phục hai trang này từ Tệp > Nhật ký phiên bản.',
  approved: 'Số liệu đã duyệt trong trang ẩn _Số chốt bị thiếu hoặc đã bị sửa. Đề nghị khôi phục trang này từ Tệp > Nhật ký phiên bản.',
  waiting: 'Có sổ chưa đọc được. Phần mềm đọc lại ở các lần chạy sau; đến 16:00 ngày hạn gửi thì gửi với số liệu đã có. Đề nghị chờ.',
} as const;

export const SUPERIOR = {
  unknown: 'chưa rõ',
  /** of people who are poor or of an ethnic minority */
  small: `dưới ${SMALLEST_TOLD}`,
  hidden: 'không công bố',
  merged: (name: string, units: number) => `Cộng ${name} (${units} địa bàn)`,
  total: 'Cộng',
  coverage: (heard: number, of: number) => `${heard}/${of} đơn vị có số liệu`,
  revised: (state: string, number: number) => `${state} (lần ${number})`,
  rate: (count: number, of: number, what: 'đơn vị' | 'kỳ') =>
    of === 0 ? '' : `${numberText((count * 100) / of, 1)}% (${numberText(count)}/${numberText(of)} ${what})`,
  sentCount: (sent: number, of: number) => `${sent}/${of} đơn vị đã gửi`,
  onTime: (onTime: number, of: number) => `${onTime}/${of} đúng hạn`,
  partial: (heard: number, of: number) =>
    `Số liệu tổng hợp từ báo cáo của ${heard}/${of} đơn vị; các đơn vị chưa gửi vẫn nằm trong mẫu số của chỉ tiêu tính theo đơn vị.`,
  liveNote:
    'Số liệu là số hiện có trong sổ của các đơn vị, chưa chốt: các đơn vị không gửi báo cáo riêng cho báo cáo đột xuất của cấp trên.',
  successor: (name: string, from: string) => `${name} (từ ${from})`,
} as const;

/** Việc cần làm of a superior's workbook. */
export const SUPERIOR_TODO = {
  collecting: 'Đề nghị theo dõi việc gửi báo cáo của các đơn vị và ghi phần việc của chính cấp trên.',
  owing: (report: string, count: number, sent: number, of: number) =>
    `${report}: ${sent}/${of} đơn vị đã gửi, còn ${count} đơn vị chưa gửi`,
  owingAdvice: 'Đề nghị liên hệ các đơn vị này; nếu có lý do chính đáng thì ghi vào trang Gia hạn.',
  granted: (report: string, count: number, until: string) => `${report}: ${count} đơn vị được gia hạn, muộn nhất đến hết ngày ${until}`,
  grantedAdvice: 'Đề nghị theo dõi; hết thời gian gia hạn mà chưa gửi thì tính là gửi chậm.',
  returned: (report: string, count: number) => `${report}: ${count} đơn vị được yêu cầu chỉnh sửa, chưa gửi bản thay thế`,
  returnedAdvice: 'Đề nghị liên hệ các đơn vị này trước khi tổng hợp báo cáo của cấp trên.',
  tooLong: (title: string, row: number, header: string) => `Trang ${title}, dòng ${row}, cột ${header}: nội dung quá dài`,
  tooLongStatus: (length: number) => `dài ${viNumber(length)} ký tự nên chưa được đọc`,
  tooLongAdvice: (longest: number) => `Đề nghị ghi không quá ${viNumber(longest)} ký tự.`,
  andMore: (names: readonly string[], more: number) => `${names.join('; ')} và ${more} đơn vị khác`,
} as const;

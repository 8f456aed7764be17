// The Vietnamese of a superior's owned tabs and of what it says about units that were not heard from.
import type { ProblemCode } from '../problem.ts';

export const UNIT_STATES = {
  sent: 'đã gửi',
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
  gone: 'Không mở được sổ của đơn vị. Đề nghị người quản trị khôi phục sổ hoặc ghi lại mã sổ ở trang Đơn vị.',
  busy: 'Chưa đọc được sổ trong lần chạy này; phần mềm sẽ tự đọc lại. Đề nghị xem lại sau lần chạy tiếp theo.',
  refused: 'Phần mềm chưa được quyền đọc sổ của đơn vị. Đề nghị người quản trị chia sẻ sổ cho tài khoản dịch vụ.',
} as const;

/** What to do about a register that could not be read. */
export const remarkOn = (code: ProblemCode): string =>
  code === 'REGISTER_GONE' ? REMARKS.gone : code === 'GOOGLE_REFUSED' ? REMARKS.refused : REMARKS.busy;

export const SUPERIOR = {
  total: 'Cộng',
  coverage: (heard: number, of: number) => `${heard}/${of} đơn vị có số liệu`,
  sentCount: (sent: number, of: number) => `${sent}/${of} đơn vị đã gửi`,
  onTime: (onTime: number, of: number) => `${onTime}/${of} đúng hạn`,
  partial: (heard: number, of: number) =>
    `Số liệu tổng hợp từ báo cáo của ${heard}/${of} đơn vị; các đơn vị chưa gửi vẫn nằm trong mẫu số của chỉ tiêu tính theo đơn vị.`,
  successor: (name: string, from: string) => `${name} (từ ${from})`,
} as const;

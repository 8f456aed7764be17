// The Vietnamese of the sheet's own menu and messages.
import type { Summary } from '../rules/findings/finding.ts';

export const MENU = { title: 'CLB Liên thế hệ', check: 'Kiểm tra toàn bộ sổ' } as const;

export const TOLD = {
  clean: 'Đã kiểm tra toàn bộ sổ: không có nội dung cần kiểm tra.',
  found: ({ error, warning, hint }: Summary) =>
    `Đã kiểm tra toàn bộ sổ: ${error} nội dung phải sửa, ${warning} cần xem lại, ${hint} gợi ý.`,
  more: (count: number) => `… và ${count} nội dung khác, xem trang Nội dung cần kiểm tra.`,
  bug: 'Chưa kiểm tra được do lỗi ngoài dự kiến; sổ không bị thay đổi. Đề nghị báo người quản trị kèm thời điểm xảy ra.',
} as const;

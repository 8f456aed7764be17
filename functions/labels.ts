// The Vietnamese that the functions answer to people or write for them, beside what rules and templates say.
import { type Instant, viMoment } from '../rules/calendar-date.ts';

export const PAIRING = {
  waiting: (until: Instant, wrong: number) =>
    `Dùng một lần, đến ${viMoment(until)}${wrong === 0 ? '' : `; đã nhập sai ${wrong} lần`}. Không sửa dòng này.`,
  pinned: (at: Instant) => `Kết nối lúc ${viMoment(at)}. Không sửa dòng này.`,
  given: 'Kết nối khi lập sổ. Không sửa dòng này.',
  done: 'Đã kết nối sổ với máy chủ xử lý. Từ nay có thể xem trước và gửi báo cáo từ trình đơn của sổ.',
} as const;

export const REPAIRED = (at: Instant): string =>
  `Đã khôi phục định dạng sổ và cập nhật sổ lúc ${viMoment(at)}; số liệu đã nhập giữ nguyên.`;

/** What the page behind a link says when the rules have nothing of their own to say. */
export const RECEIPT = {
  thanks: 'Có thể đóng trang này.',
  busy: 'Máy chủ đang bận nên chưa chắc đã ghi nhận. Đề nghị bấm lại sau ít phút; bấm hai lần không ghi hai lần.',
  failed: 'Chưa ghi nhận được. Đề nghị trả lời thư báo cáo để xác nhận hoặc yêu cầu chỉnh sửa.',
} as const;

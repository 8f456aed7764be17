// The Vietnamese of a report's life after it was sent: what its receiver is told, and what the commune reads in Việc cần làm.
import { type IsoDate, viDate } from '../calendar-date.ts';
import { SAID } from './wish-labels.ts';

/** How an answer came, as the ledger of the commune keeps it. */
export const ANSWERED_BY = { link: 'đường dẫn trong thư báo cáo', reply: 'thư trả lời' } as const;

/** Places of a report, as the receiver chooses them. */
export const RETURN_PLACES = {
  target: (clause: string, title: string) => `Chỉ tiêu mục ${clause}: ${title}`,
  club: (name: string) => `CLB: ${name}`,
  sections: {
    facts: 'Mục 1. Thông tin chung',
    clubs: 'Mục 3. Số liệu từng câu lạc bộ',
    notes: 'Mục 4. Lưu ý về số liệu',
    definitions: 'Mục 5. Cách hiểu và cách tính',
  },
  other: 'Nội dung khác',
} as const;

/** What is said to whom a wish was granted. */
export const LIFE_SAID = {
  received: (report: string, on: IsoDate) => `${report}: đã ghi nhận nơi nhận tiếp nhận ngày ${viDate(on)}.`,
  returned: (report: string, count: number) =>
    `${report}: đã ghi nhận yêu cầu chỉnh sửa (${count} nội dung). Đơn vị gửi báo cáo sẽ thấy các nội dung này ở trang Việc cần làm.`,
  revised: (report: string) =>
    `Đã lập bản thay thế của ${report}, dùng số liệu hiện có trong sổ của cùng kỳ. Đề nghị xem trước, trình lãnh đạo duyệt rồi gửi.`,
} as const;

/** Lines of Việc cần làm. */
export const LIFE_TODO = {
  returned: (title: string, label: string, place: string) => `Nơi nhận yêu cầu chỉnh sửa ${SAID.inSentence(title, label)}. ${place}`,
  returnedAdvice:
    'Đề nghị sửa trong sổ, rồi chọn CLB Liên thế hệ > Lập bản thay thế… để duyệt và gửi lại; dòng này mất khi bản thay thế đã sửa được gửi.',
} as const;

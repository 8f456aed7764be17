// Problems of a report after it was sent: answers, revisions, links.
import { type IsoDate, viDate } from '../calendar-date.ts';
import { define } from './define.ts';

const RETURN_FAULTS = {
  empty: 'Yêu cầu chỉnh sửa chưa có nội dung. Đề nghị chọn chỗ cần chỉnh sửa và ghi nội dung.',
  long: 'Yêu cầu chỉnh sửa quá dài. Đề nghị ghi mỗi nội dung trong 1.000 ký tự, không quá 10 nội dung.',
};

export const ANSWER_PROBLEMS = {
  NOT_SENT_YET: define<{ readonly report: string }>({
    kind: 'conflict',
    dev: ({ report }) => `${report}: not sent, or nobody knows`,
    user: () => 'Báo cáo này chưa được ghi nhận là đã gửi. Đề nghị thực hiện lại sau ít phút, hoặc trả lời thư báo cáo.',
  }),
  REPORT_REPLACED: define<{ readonly report: string; readonly by: string }>({
    kind: 'conflict',
    dev: ({ report, by }) => `${report}: replaced by ${by}`,
    user: () => 'Báo cáo này đã được thay thế bằng một bản gửi sau. Đề nghị dùng thư của bản thay thế.',
  }),
  ALREADY_ANSWERED: define<{ readonly report: string; readonly kind: 'received' | 'returned'; readonly on: IsoDate }>({
    kind: 'conflict',
    dev: ({ report, kind, on }) => `${report}: ${kind} already, on ${on}`,
    user: ({ kind, on }) =>
      kind === 'received'
        ? `Báo cáo này đã được ghi nhận tiếp nhận ngày ${viDate(on)}; không ghi thêm. Đề nghị trả lời thư báo cáo nếu cần trao đổi thêm.`
        : `Báo cáo này đã có yêu cầu chỉnh sửa ngày ${viDate(on)}; không ghi thêm. Đề nghị trả lời thư báo cáo để bổ sung nội dung.`,
  }),
  RETURN_INVALID: define<{ readonly tooLong: boolean }>({
    kind: 'input',
    dev: ({ tooLong }) => `return of a report: ${tooLong ? 'too long' : 'no reason'}`,
    user: ({ tooLong }) => (tooLong ? RETURN_FAULTS.long : RETURN_FAULTS.empty),
  }),
  LINK_BROKEN: define({
    kind: 'forbidden',
    dev: () => 'receipt link: not signed by us, or altered',
    user: () =>
      'Đường dẫn không còn nguyên vẹn nên chưa ghi nhận gì. Đề nghị mở lại đường dẫn ngay trong thư báo cáo, hoặc trả lời thư đó.',
  }),
  REVISION_EXISTS: define<{ readonly report: string; readonly by: string }>({
    kind: 'conflict',
    dev: ({ report, by }) => `${report}: ${by} replaces it already`,
    user: () => 'Báo cáo này đã có bản thay thế. Đề nghị duyệt và gửi bản thay thế đang có, hoặc lập bản thay thế cho bản mới nhất.',
  }),
  REVISION_LOCKED: define<{ readonly report: string; readonly since: IsoDate }>({
    kind: 'conflict',
    dev: ({ report, since }) => `${report}: locked since ${since}`,
    user: ({ since }) =>
      `Kỳ báo cáo này đã khoá từ ngày ${viDate(since)} nên không lập bản thay thế. Đề nghị xin cấp trên gia hạn, rồi thực hiện lại sau lượt chạy tự động tới.`,
  }),
};

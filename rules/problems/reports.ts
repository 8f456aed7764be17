// Problems of a report before it goes out: whom it goes to, whether it may be approved or sent.
import { addDays, type IsoDate, viDate } from '../calendar-date.ts';
import { define } from './define.ts';

const AD_HOC_FAULTS = {
  title: 'Báo cáo đột xuất chưa có nội dung. Đề nghị ghi báo cáo về việc gì, ví dụ: về kết quả cho vay vốn quý III năm 2024.',
  long: 'Nội dung của báo cáo đột xuất quá dài. Đề nghị ghi ngắn gọn trong 120 ký tự.',
  window: 'Ngày đầu của kỳ số liệu đứng sau ngày chốt. Đề nghị ghi lại hai ngày này.',
  due: 'Hạn gửi phải sau ngày chốt số liệu và không sớm hơn hôm nay. Đề nghị ghi lại hạn gửi.',
};

export const REPORT_PROBLEMS = {
  NO_RECIPIENT: define<{ readonly register: string; readonly office: string }>({
    kind: 'conflict',
    dev: ({ register, office }) => `${register}: no address for ${office}`,
    user: ({ office }) =>
      `Trang Thông tin đơn vị chưa có địa chỉ thư của ${office}, nên báo cáo chưa gửi được. Đề nghị người quản trị ghi địa chỉ này vào trang Thông tin đơn vị.`,
  }),
  NO_CONTACT: define<{ readonly register: string }>({
    kind: 'conflict',
    dev: ({ register }) => `${register}: no contact with an address`,
    user: () =>
      'Trang Thông tin đơn vị chưa có người liên hệ kèm địa chỉ thư, nên báo cáo chưa gửi được. Đề nghị người quản trị ghi mục Người liên hệ vào trang này.',
  }),
  REPORTS_FROM_MISSING: define<{ readonly register: string }>({
    kind: 'conflict',
    dev: ({ register }) => `${register}: no day from which it reports`,
    user: () =>
      'Trang Thông tin đơn vị thiếu mục Báo cáo từ ngày, nên sổ chưa lập báo cáo nào. Đề nghị người quản trị ghi mục này vào trang Thông tin đơn vị.',
  }),
  REPORT_UNKNOWN: define<{ readonly register: string; readonly report: string }>({
    kind: 'conflict',
    dev: ({ register, report }) => `${register}: no open report ${report}`,
    user: () => 'Báo cáo này chưa đến kỳ hoặc không có trong sổ. Đề nghị mở lại mục Xem trước báo cáo và chọn báo cáo cần gửi.',
  }),
  FROZEN_UNKNOWN: define<{ readonly report: string }>({
    kind: 'input',
    dev: ({ report }) => `${report}: nothing frozen under this key`,
    user: ({ report }) =>
      `Trong sổ chưa có số liệu chốt của báo cáo “${report}”, hoặc phần chốt đã bị sửa. Đề nghị xem mã báo cáo ở trang Theo dõi báo cáo rồi ghi lại.`,
  }),
  FIGURE_UNKNOWN: define<{ readonly report: string; readonly figure: string; readonly known: string }>({
    kind: 'input',
    dev: ({ report, figure, known }) => `${report}: no figure ${figure}; there are ${known}`,
    user: ({ figure, known }) => `Báo cáo không có số liệu “${figure}”. Đề nghị ghi một trong: ${known}.`,
  }),
  ALREADY_SENT: define<{ readonly report: string }>({
    kind: 'conflict',
    dev: ({ report }) => `${report}: sent already`,
    user: () => 'Báo cáo này đã được gửi nên không gửi thêm thư. Đề nghị xem lúc gửi và nơi nhận ở trang Theo dõi báo cáo.',
  }),
  ALREADY_APPROVED: define<{ readonly report: string; readonly by: string; readonly on: IsoDate }>({
    kind: 'conflict',
    dev: ({ report, on }) => `${report}: approved already, on ${on}`,
    user: ({ by, on }) =>
      `Báo cáo này đã được ghi nhận ${by} duyệt ngày ${viDate(on)}; số liệu đã chốt. Đề nghị đánh dấu Gửi báo cáo nếu cần gửi ngay.`,
  }),
  NOT_APPROVED: define<{ readonly report: string }>({
    kind: 'conflict',
    dev: ({ report }) => `${report}: not approved`,
    user: () => 'Chưa ghi nhận lãnh đạo duyệt nên chưa gửi. Đề nghị chọn người duyệt và đánh dấu Lãnh đạo đã duyệt trước.',
  }),
  APPROVAL_TOO_EARLY: define<{ readonly report: string; readonly cutOff: IsoDate }>({
    kind: 'conflict',
    dev: ({ report, cutOff }) => `${report}: its window ends on ${cutOff}`,
    user: ({ cutOff }) =>
      `Kỳ số liệu chưa kết thúc: còn được nhập đến hết ngày ${viDate(cutOff)}. Đề nghị ghi nhận việc duyệt từ ngày ${viDate(addDays(cutOff, 1))}.`,
  }),
  APPROVAL_BLOCKED: define<{ readonly report: string; readonly count: number }>({
    kind: 'conflict',
    dev: ({ report, count }) => `${report}: ${count} records that cannot be counted`,
    user: ({ count }) =>
      `Còn ${count} nội dung phải sửa làm số liệu của chỉ tiêu chưa tính được, nên chưa ghi nhận việc duyệt. Đề nghị sửa các nội dung này ở trang Nội dung cần kiểm tra rồi làm lại.`,
  }),
  APPROVER_UNKNOWN: define<{ readonly approver: string }>({
    kind: 'input',
    dev: () => 'approver: not among the signers of the day',
    user: ({ approver }) =>
      `“${approver}” không có trong danh sách người ký ở trang Thông tin đơn vị. Đề nghị chọn người duyệt trong danh sách, hoặc người quản trị bổ sung mục Người ký.`,
  }),
  AD_HOC_INVALID: define<{ readonly fault: 'title' | 'long' | 'window' | 'due' }>({
    kind: 'input',
    dev: ({ fault }) => `report on directive: ${fault}`,
    user: ({ fault }) => AD_HOC_FAULTS[fault],
  }),
  REPORT_OVERTAKEN: define<{ readonly register: string }>({
    kind: 'conflict',
    dev: ({ register }) => `${register}: somebody else was first`,
    user: () => 'Vừa có người khác ghi nhận việc này; sổ giữ theo người ghi trước. Đề nghị mở lại trang Theo dõi báo cáo để xem.',
  }),
};

// The Vietnamese of npx ishc: how it is used, and what its commands print.
import { type Instant, type IsoDate, viDate, viMoment } from '../../rules/calendar-date.ts';

export const ISHC_USAGE = `Cách dùng: npx ishc <lệnh> [--json]

  plan check TỆP                     kiểm tra một tệp kế hoạch
  provision --plan TỆP --unit MÃ     tạo sổ cho một đơn vị của kế hoạch
            [--title TÊN] [--reports-from NĂM-THÁNG-NGÀY]
  provision --superior --title TÊN [--unit-of MÃ=MÃ_SỔ ...]
                                     tạo sổ của cấp trên với các đơn vị
  pair MÃ_SỔ [--address ĐỊA_CHỈ]     mã kết nối dùng một lần giữa sổ và máy chủ xử lý
  check MÃ_SỔ [--date NGÀY]          nội dung cần kiểm tra của một sổ
        [--values]                   (với --json: kèm giá trị trong ô)
  progress MÃ_SỔ [--date NGÀY]       tiến độ thực hiện chỉ tiêu của một sổ
  report preview MÃ_SỔ [MÃ_BÁO_CÁO]  xem thư nếu gửi bây giờ, và việc còn vướng
        [--out THƯ_MỤC] [--date NGÀY]
  report explain MÃ_SỔ MÃ_BÁO_CÁO SỐ_LIỆU
                                     số liệu đã chốt từ đâu mà ra; SỐ_LIỆU là mã chỉ tiêu,
                                     hoặc MÃ_CHỈ_TIÊU/MÃ_CLB
  report frozen-list MÃ_SỔ MÃ_BÁO_CÁO --out TỆP
                                     bảng kê số liệu đã chốt để in và ký, lưu tại đơn vị
  sweep MÃ_SỔ_CẤP_TRÊN [--date NGÀY] chạy lịch báo cáo cho mọi sổ của cấp trên

Các lệnh nói chuyện với không gian thử tại ISHC_WORKSPACE (mặc định http://127.0.0.1:8080).`;

export const SAID = {
  planSound: (file: string, targets: number, tasks: number) => `${file}: đọc được; ${targets} chỉ tiêu, ${tasks} nhiệm vụ.`,
  planFaulty: (file: string, faults: number) => `${file}: ${faults} chỗ chưa đúng, chưa dùng được:`,
  notices: (count: number) => (count === 0 ? 'Không có điều gì cần lưu ý.' : `${count} điều cần lưu ý:`),
  title: (unit: string) => `Sổ CLB Liên thế hệ – ${unit}`,
  target: (name: string, actual: string, plan: string, status: string) => `${name}: ${actual} (kế hoạch: ${plan}) – ${status}`,
  provisioned: (title: string, id: string) => `Đã tạo “${title}”. Mã sổ: ${id}`,
  pairing: (code: string, until: Instant) =>
    `Mã kết nối: ${code}\nMã dùng một lần, đến ${viMoment(until)}; nhập sai 5 lần thì mã hết hiệu lực.\nĐề nghị mở sổ, chọn CLB Liên thế hệ > Kết nối sổ với máy chủ… rồi nhập mã này.`,
  hidden: { none: '', basic: 'dữ liệu cá nhân cơ bản', sensitive: 'dữ liệu cá nhân nhạy cảm', confidential: 'số liệu nội bộ' },
  lookAtCell: 'Đề nghị mở ô trong sổ để xem nội dung và cách sửa.',
  noFindings: 'Không có nội dung cần kiểm tra.',
  findings: (error: number, warning: number, hint: number) => `${error} nội dung phải sửa, ${warning} cần xem lại, ${hint} gợi ý.`,
  asOf: (date: IsoDate) => `Số liệu đến hết ngày ${viDate(date)}.`,
  swept: (registers: number, failed: number) =>
    failed === 0 ? `Đã xử lý ${registers} sổ.` : `Đã xử lý ${registers} sổ, trong đó ${failed} sổ gặp trục trặc:`,
  trouble: (register: string, code: string) => `  ${register}: ${code}`,
} as const;

/** What `report preview`, `report explain` and `report frozen-list` print. */
export const REPORT = {
  head: (title: string, unit: string) => `${title} – ${unit}`,
  state: (state: string, timing: string) => `Tình trạng: ${state}; ${timing}.`,
  to: (names: readonly string[]) => `Gửi đến: ${names.join('; ')}`,
  subject: (subject: string) => `Tiêu đề: ${subject}`,
  nothingBlocks: 'Không có việc vướng.',
  blockers: (count: number) => `${count} việc còn vướng:`,
  written: (file: string) => `Đã ghi ${file}`,
  figure: (report: string, clause: string, title: string) => `${report}, mục ${clause}: ${title}`,
  result: (shown: string, plan: string, status: string) => `Số liệu: ${shown} (kế hoạch: ${plan}) – ${status}`,
  counts: (numerator: string, denominator: string | undefined) =>
    denominator === undefined ? `Số đếm được: ${numerator}` : `Tử số: ${numerator}; mẫu số: ${denominator}`,
  definition: (text: string) => `Cách hiểu: ${text}`,
  versions: ({ rules, plan, snapshot }: { readonly rules: string; readonly plan: string; readonly snapshot: string }) =>
    `Phiên bản: cách tính ${rules}; kế hoạch ${plan}; mã kiểm số liệu ${snapshot}`,
  notWhole: 'Số liệu trong trang _Số chốt không còn khớp với mã kiểm. Đề nghị khôi phục trang này từ Tệp > Nhật ký phiên bản.',
  groups: ({
    counted,
    doubtful,
    of,
  }: {
    readonly counted: readonly string[];
    readonly doubtful: readonly string[];
    readonly of: readonly string[];
  }) =>
    [
      { label: 'Dòng được tính', codes: counted },
      { label: 'Dòng chưa chắc chắn', codes: doubtful },
      { label: 'Dòng trong tổng số để so sánh', codes: of },
    ].filter(({ codes }) => codes.length > 0),
} as const;

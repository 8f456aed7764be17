// The catalogue of expected trouble. A problem has one code, one English line for the log and one Vietnamese line for the person who can mend it.
// Rows that people typed are never problems: they are returned as findings. An outage is thrown as a Problem.

import { addDays, type IsoDate, viDate } from './calendar-date.ts';

/**
 * Decides by itself the HTTP status and whether to try again: `upstream` is tried again, `input` and `conflict` never are, `notFound` and
 * `refused` wait for a person, `forbidden` and `tooMany` for the caller, `config` stops the start, `bug` is logged and never explained.
 */
export type ProblemKind = 'input' | 'conflict' | 'notFound' | 'refused' | 'forbidden' | 'tooMany' | 'config' | 'upstream' | 'bug';

interface Entry<Details> {
  readonly kind: ProblemKind;
  /** lower case, one line, names and values first, no advice */
  readonly dev: (details: Details) => string;
  /** where and what, then one sentence that begins "Đề nghị" */
  readonly user: (details: Details) => string;
}
type None = { readonly [key in never]: never };
const define = <Details = None>(entry: Entry<Details>): Entry<Details> => entry;

/** A call that failed: "values.batchGet", the status Google gave, the register it was for. */
interface GoogleCall {
  readonly what: string;
  readonly status?: number | undefined;
  readonly register?: string;
}
const named = ({ what, status, register }: GoogleCall): string =>
  [register, what, status === undefined ? undefined : `status ${status}`].filter((part) => part !== undefined).join(', ');

const AD_HOC_FAULTS = {
  title: 'Báo cáo đột xuất chưa có nội dung. Đề nghị ghi báo cáo về việc gì, ví dụ: về kết quả cho vay vốn quý III năm 2024.',
  long: 'Nội dung của báo cáo đột xuất quá dài. Đề nghị ghi ngắn gọn trong 120 ký tự.',
  window: 'Ngày đầu của kỳ số liệu đứng sau ngày chốt. Đề nghị ghi lại hai ngày này.',
  due: 'Hạn gửi phải sau ngày chốt số liệu và không sớm hơn hôm nay. Đề nghị ghi lại hạn gửi.',
};

const RETURN_FAULTS = {
  empty: 'Yêu cầu chỉnh sửa chưa có nội dung. Đề nghị chọn chỗ cần chỉnh sửa và ghi nội dung.',
  long: 'Yêu cầu chỉnh sửa quá dài. Đề nghị ghi mỗi nội dung trong 1.000 ký tự, không quá 10 nội dung.',
};

/** Why the functions do not know who asks. */
export type WhyUnknown = 'no-token' | 'bad-token' | 'not-paired' | 'other-script';
const UNKNOWN_CALLER: { readonly [W in WhyUnknown]?: string } = {
  'not-paired':
    'Sổ chưa được kết nối với máy chủ xử lý, nên máy chủ chưa nhận đề nghị gửi báo cáo. Đề nghị người quản trị lấy mã kết nối bằng lệnh npx ishc pair rồi nhập vào sổ.',
  'other-script':
    'Sổ đã kết nối với máy chủ xử lý bằng một đoạn mã khác, nên máy chủ chưa nhận đề nghị này. Đề nghị người quản trị lấy mã kết nối mới bằng lệnh npx ishc pair rồi nhập vào sổ.',
};

const CATALOGUE = {
  REGISTER_GONE: define<{ readonly register: string }>({
    kind: 'notFound',
    dev: ({ register }) => `${register}: no such spreadsheet, or it is in the bin`,
    user: () =>
      'Không mở được sổ: tệp không còn hoặc đã bị chuyển vào thùng rác. Đề nghị người quản trị khôi phục sổ từ thùng rác của Drive.',
  }),
  REGISTER_NOT_ORIGINAL: define<{ readonly register: string; readonly original: string }>({
    kind: 'conflict',
    dev: ({ register, original }) => `${register}: a copy of ${original}, nothing is sent from it`,
    user: () => 'Sổ này là bản sao nên không gửi báo cáo. Đề nghị mở và làm việc trên sổ gốc của đơn vị.',
  }),
  PLAN_UNREADABLE: define<{ readonly register: string; readonly reason: string }>({
    kind: 'conflict',
    dev: ({ register, reason }) => `${register}: unreadable plan: ${reason}`,
    user: () => 'Kế hoạch lưu trong sổ bị thiếu hoặc đã bị sửa. Đề nghị người quản trị ghi lại kế hoạch vào sổ.',
  }),
  LEDGER_BROKEN: define<{ readonly register: string; readonly key?: string; readonly reason: string }>({
    kind: 'conflict',
    dev: ({ register, key, reason }) => `${register}${key === undefined ? '' : `, ${key}`}: ledger and frozen figures: ${reason}`,
    user: () =>
      'Trang Theo dõi báo cáo và số đã chốt bị thiếu hoặc không khớp nhau, nên phần mềm không tự quyết định đã gửi hay chưa. Đề nghị người phụ trách đối chiếu với hộp thư đã gửi rồi báo người quản trị.',
  }),
  WORKSPACE_UNREACHABLE: define<{ readonly what: string }>({
    kind: 'upstream',
    dev: ({ what }) => `${what}: no answer`,
    user: () => 'Chưa kết nối được với máy chủ; sổ chưa có gì thay đổi. Đề nghị kiểm tra mạng và thử lại sau ít phút.',
  }),
  GOOGLE_BUSY: define<GoogleCall>({
    kind: 'upstream',
    dev: (call) => `${named(call)}: busy or over quota`,
    user: () => 'Google đang bận hoặc đã hết lượt gọi trong phút này. Đề nghị chờ ít phút; phần mềm sẽ tự làm lại.',
  }),
  GOOGLE_REFUSED: define<GoogleCall>({
    kind: 'refused',
    dev: (call) => `${named(call)}: refused`,
    user: () =>
      'Google không cho phép thực hiện việc này với tài khoản đang dùng. Đề nghị người quản trị kiểm tra quyền truy cập sổ và hộp thư.',
  }),
  NOT_A_DATE: define<{ readonly text: string }>({
    kind: 'input',
    dev: ({ text }) => `"${text}": not a calendar date`,
    user: ({ text }) => `“${text}” không phải là một ngày có thật. Đề nghị ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/12/2024.`,
  }),
  PLAN_FILE_INVALID: define<{ readonly file: string; readonly faults: readonly string[] }>({
    kind: 'input',
    dev: ({ file, faults }) => `${file}: ${faults.length} faults: ${faults.join('; ')}`,
    user: ({ file, faults }) =>
      `Tệp kế hoạch ${file} có ${faults.length} chỗ chưa đúng. Đề nghị sửa các chỗ được liệt kê rồi kiểm tra lại.`,
  }),
  PORT_IN_USE: define<{ readonly port: number }>({
    kind: 'config',
    dev: ({ port }) => `port ${port}: in use`,
    user: ({ port }) => `Cổng ${port} đang được chương trình khác sử dụng. Đề nghị đóng chương trình đó hoặc chọn cổng khác bằng --port.`,
  }),
  CONFIG_INVALID: define<{ readonly faults: readonly string[] }>({
    kind: 'config',
    dev: ({ faults }) => `configuration: ${faults.join('; ')}`,
    user: ({ faults }) =>
      `Cấu hình có ${faults.length} mục thiếu hoặc chưa đúng: ${faults.join('; ')}. Đề nghị người quản trị bổ sung các mục này rồi chạy lại.`,
  }),
  WRONG_USE: define<{ readonly wanted: string }>({
    kind: 'input',
    dev: ({ wanted }) => `command: ${wanted} wanted`,
    user: ({ wanted }) => `Câu lệnh còn thiếu hoặc thừa phần: cần ${wanted}. Đề nghị xem cách dùng bằng npx ishc --help.`,
  }),
  UNIT_NOT_IN_PLAN: define<{ readonly unit: string; readonly plan: string }>({
    kind: 'input',
    dev: ({ unit, plan }) => `${unit}: no such unit in plan ${plan}`,
    user: ({ unit }) => `Mã đơn vị “${unit}” không có trong kế hoạch. Đề nghị xem lại mã đơn vị ở mục units của tệp kế hoạch.`,
  }),
  BAD_REQUEST: define<{ readonly faults: readonly string[] }>({
    kind: 'input',
    dev: ({ faults }) => `request: ${faults.join('; ')}`,
    user: () => 'Yêu cầu gửi đến chưa đủ hoặc chưa đúng nội dung. Đề nghị mở lại sổ và thực hiện lại thao tác.',
  }),
  NO_RECIPIENT: define<{ readonly register: string; readonly office: string }>({
    kind: 'conflict',
    dev: ({ register, office }) => `${register}: no address for ${office}`,
    user: ({ office }) =>
      `Trang Thông tin đơn vị chưa có địa chỉ thư của ${office}, nên báo cáo chưa gửi được. Đề nghị người quản trị ghi địa chỉ này vào trang Thông tin đơn vị.`,
  }),
  REGISTER_WITHOUT_UNIT: define<{ readonly register: string }>({
    kind: 'conflict',
    dev: ({ register }) => `${register}: unitInfo names no unit of the plan`,
    user: () =>
      'Trang Thông tin đơn vị chưa ghi mã đơn vị theo kế hoạch, hoặc mã không có trong kế hoạch. Đề nghị người quản trị ghi lại Mã đơn vị theo kế hoạch.',
  }),
  SUPERIOR_WITHOUT_UNITS: define<{ readonly superior: string }>({
    kind: 'conflict',
    dev: ({ superior }) => `${superior}: tab of units missing or without its headers`,
    user: () =>
      'Sổ của cấp trên không còn trang Đơn vị hoặc trang này thiếu cột. Đề nghị khôi phục trang Đơn vị từ Tệp > Nhật ký phiên bản.',
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
  REPORT_OVERTAKEN: define<{ readonly register: string }>({
    kind: 'conflict',
    dev: ({ register }) => `${register}: somebody else was first`,
    user: () => 'Vừa có người khác ghi nhận việc này; sổ giữ theo người ghi trước. Đề nghị mở lại trang Theo dõi báo cáo để xem.',
  }),
  UNIT_INFO_DAMAGED: define<{ readonly register: string }>({
    kind: 'conflict',
    dev: ({ register }) => `${register}: unitInfo missing or without its headers`,
    user: () =>
      'Trang Thông tin đơn vị không còn hoặc thiếu cột Mục, Giá trị, Chi tiết. Đề nghị người quản trị khôi phục trang này từ Tệp > Nhật ký phiên bản.',
  }),
  REGISTER_BUSY: define<{ readonly register: string; readonly until: string }>({
    kind: 'conflict',
    dev: ({ register, until }) => `${register}: another turn is at work until ${until}`,
    user: ({ until }) => `Sổ đang có một lượt xử lý khác nên việc này chưa được ghi nhận. Đề nghị làm lại sau ${until}.`,
  }),
  TAB_NOT_WRITABLE: define<{ readonly title: string }>({
    kind: 'refused',
    dev: ({ title }) => `tab ${title}: not written, Google refused`,
    user: ({ title }) =>
      `Trang ${title}: chưa ghi được mã, ghi chú và kết quả kiểm tra, vì trang hoặc cột đang được bảo vệ, tài khoản không có quyền sửa, hoặc Google đang bận. Đề nghị sửa lại một ô để thử lần nữa; nếu vẫn vậy thì báo người quản trị xem phần bảo vệ và quyền chỉnh sửa của trang.`,
  }),
  CALLER_NOT_PROVEN: define<{ readonly register: string; readonly reason: string }>({
    kind: 'forbidden',
    dev: ({ register, reason }) => `${register}: request not proven: ${reason}`,
    user: () =>
      'Máy chủ không tìm thấy đề nghị này trong sổ: đề nghị đã được nhận trước đó hoặc đã quá 10 phút. Đề nghị xem trang Theo dõi báo cáo, nếu chưa có kết quả thì thực hiện lại.',
  }),
  CALLER_UNKNOWN: define<{ readonly register: string; readonly reason: WhyUnknown }>({
    kind: 'forbidden',
    dev: ({ register, reason }) => `${register}: caller unknown: ${reason}`,
    user: ({ reason }) =>
      UNKNOWN_CALLER[reason] ??
      'Máy chủ chưa xác định được tài khoản của người thực hiện nên chưa làm gì. Đề nghị mở lại sổ, chọn lại mục trong trình đơn và bấm Cho phép ở mọi quyền mà Google hỏi.',
  }),
  PAIRING_REFUSED: define<{ readonly register: string; readonly left: number }>({
    kind: 'forbidden',
    dev: ({ register, left }) => `${register}: pairing code refused, ${left} tries left`,
    user: ({ left }) =>
      left > 0
        ? `Mã kết nối chưa đúng; còn được nhập ${left} lần. Đề nghị nhập lại đúng mã mà lệnh npx ishc pair đã in ra.`
        : 'Sổ không có mã kết nối nào còn dùng được: mã đã dùng, đã hết hạn hoặc đã nhập sai quá 5 lần. Đề nghị người quản trị lấy mã mới bằng lệnh npx ishc pair.',
  }),
  TOO_MANY_CALLS: define<{ readonly register: string }>({
    kind: 'tooMany',
    dev: ({ register }) => `${register}: too many calls within a minute`,
    user: () => 'Sổ này đã gửi quá nhiều yêu cầu trong một phút. Đề nghị chờ một phút rồi thực hiện lại.',
  }),
  TOO_MANY_TESTS: define<{ readonly register: string; readonly most: number }>({
    kind: 'tooMany',
    dev: ({ register, most }) => `${register}: more than ${most} test mails today`,
    user: ({ most }) => `Hôm nay sổ này đã gửi đủ ${most} thư thử. Đề nghị xem trước báo cáo trong sổ, hoặc gửi thử vào ngày mai.`,
  }),
  CALL_UNFINISHED: define<{ readonly call: string; readonly reason: string }>({
    kind: 'upstream',
    dev: ({ call, reason }) => `${call}: unfinished: ${reason}`,
    user: () =>
      'Google đang bận nên yêu cầu chưa làm xong. Đề nghị xem trang Theo dõi báo cáo sau ít phút, nếu chưa có kết quả thì thực hiện lại.',
  }),
  FUNCTIONS_NOT_SET: define({
    kind: 'conflict',
    dev: () => 'unitInfo holds no usable address of the functions',
    user: () =>
      'Trang Thông tin đơn vị chưa có Địa chỉ máy chủ xử lý, hoặc địa chỉ không bắt đầu bằng https. Đề nghị người quản trị ghi địa chỉ này bằng lệnh npx ishc pair.',
  }),
  FUNCTIONS_UNREACHABLE: define<{ readonly call: string; readonly status?: number }>({
    kind: 'upstream',
    dev: ({ call, status }) => `${call}: functions not reached${status === undefined ? '' : `, status ${status}`}`,
    user: () => 'Không kết nối được với máy chủ xử lý; chưa ghi vào sổ. Đề nghị kiểm tra mạng và thực hiện lại sau ít phút.',
  }),
  FUNCTIONS_NO_ANSWER: define<{ readonly call: string; readonly status?: number }>({
    kind: 'refused',
    dev: ({ call, status }) => `${call}: request taken, no answer${status === undefined ? '' : `, status ${status}`}`,
    user: () =>
      'Đã gửi yêu cầu và máy chủ đã nhận, nhưng chưa có trả lời. Đề nghị xem trang Theo dõi báo cáo sau ít phút trước khi thực hiện lại.',
  }),
  FUNCTIONS_REFUSED: define<{ readonly code: string; readonly message: string }>({
    kind: 'refused',
    dev: ({ code }) => `functions refused: ${code}`,
    // the functions' own sentence, made from this same catalogue
    user: ({ code, message }) =>
      / Đề nghị /.test(message)
        ? message
        : `Máy chủ chưa thực hiện được yêu cầu (${code}). Đề nghị báo người quản trị kèm thời điểm xảy ra.`,
  }),
  SCRIPT_NOT_ALLOWED: define<{ readonly call: string }>({
    kind: 'forbidden',
    dev: ({ call }) => `${call}: the person did not allow the script to call outside`,
    user: () =>
      'Đoạn mã của sổ chưa được phép kết nối với máy chủ xử lý; chưa ghi vào sổ. Đề nghị chọn lại mục trong trình đơn và bấm Cho phép ở mọi quyền mà Google hỏi.',
  }),
  IMPORT_NOT_WRITABLE: define<{ readonly title: string }>({
    kind: 'refused',
    dev: ({ title }) => `tab ${title}: import not written, protected or refused`,
    user: ({ title }) =>
      `Danh sách chưa được ghi: trang ${title} đang được bảo vệ, hoặc tài khoản không có quyền sửa. Đề nghị người quản trị sổ xem lại phần bảo vệ và quyền chỉnh sửa của trang.`,
  }),
  IMPORT_BUSY: define({
    kind: 'conflict',
    dev: () => 'import: the lock of the workbook was not to be had',
    user: () =>
      'Danh sách chưa được ghi: đang có người khác nhập danh sách hoặc sổ đang được cập nhật. Đề nghị chờ một phút rồi bấm ghi lại.',
  }),
  COLUMNS_MISSING: define<{ readonly title: string; readonly faults: readonly string[] }>({
    kind: 'conflict',
    dev: ({ title, faults }) => `tab ${title}: missing ${faults.length === 0 ? 'itself' : faults.join(', ')}`,
    user: ({ title, faults }) =>
      `${faults.length === 0 ? `Sổ không còn trang ${title}` : `Trang ${title} thiếu cột ${faults.join(', ')}`}. Đề nghị chọn CLB Liên thế hệ > Khôi phục định dạng sổ để đặt lại.`,
  }),
  TAB_GONE: define<{ readonly sheetId: number }>({
    kind: 'conflict',
    dev: ({ sheetId }) => `sheet ${sheetId}: gone`,
    user: () => 'Trang cần mở không còn trong sổ. Đề nghị chọn CLB Liên thế hệ > Khôi phục định dạng sổ để đặt lại trang.',
  }),
  SERVICE_MISSING: define<{ readonly service: string }>({
    kind: 'config',
    dev: ({ service }) => `advanced service ${service}: not in the manifest`,
    user: () =>
      'Sổ chưa kết nối với máy chủ và tập lệnh chưa được cài để tự làm việc này. Đề nghị người quản trị kết nối sổ với máy chủ, hoặc cài bản dùng riêng của tập lệnh.',
  }),
  AUTOMATION_OFF: define({
    kind: 'conflict',
    dev: () => 'no hourly trigger is installed',
    user: () =>
      'Chưa bật chạy tự động nên báo cáo chưa có hộp thư nào để gửi. Đề nghị người quản trị mở sổ và chọn CLB Liên thế hệ > Bật chạy tự động hằng giờ.',
  }),
  AUTOMATION_OTHERS: define<{ readonly owner: string }>({
    kind: 'conflict',
    dev: () => 'the hourly trigger belongs to another person',
    user: ({ owner }) =>
      `Chạy tự động đang do ${owner} bật và gửi thư từ hộp thư đó. Đề nghị người này tắt trước, rồi bật lại bằng tài khoản khác.`,
  }),
  BUG: define<{ readonly where: string }>({
    kind: 'bug',
    dev: ({ where }) => `${where}: unexpected`,
    user: () => 'Phần mềm gặp lỗi ngoài dự kiến; số liệu trong sổ không bị thay đổi. Đề nghị báo người quản trị kèm thời điểm xảy ra.',
  }),
};

export type ProblemCode = keyof typeof CATALOGUE;
export type DetailsOf<C extends ProblemCode> = (typeof CATALOGUE)[C] extends Entry<infer Details> ? Details : never;
export const PROBLEMS: { readonly [C in ProblemCode]: Entry<DetailsOf<C>> } = CATALOGUE;

/** Expected trouble, thrown. `message` is the line for the log; `user` may be shown to anybody: it never holds a foreign error's text. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly kind: ProblemKind;
  readonly details: DetailsOf<C>;
  readonly user: string;

  constructor(code: C, details: DetailsOf<C>, options: { readonly cause?: unknown } = {}) {
    const entry = PROBLEMS[code];
    super(entry.dev(details));
    this.name = 'Problem';
    this.code = code;
    this.kind = entry.kind;
    this.details = details;
    this.user = entry.user(details).normalize('NFC');
    if ('cause' in options) Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true });
  }

  /** The Vietnamese line with the code behind it, for support. */
  get userWithCode(): string {
    return `${this.user} (mã hỗ trợ: ${this.code})`;
  }
}

/** A problem to be thrown, or to be shown. */
export const problem = <C extends ProblemCode>(code: C, details: DetailsOf<C>, options: { readonly cause?: unknown } = {}): Problem<C> =>
  new Problem(code, details, options);

/** Whether doing the same again later may help. */
export const isWorthRetrying = ({ kind }: Problem): boolean => kind === 'upstream';

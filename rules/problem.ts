// The catalogue of expected trouble. A problem has one code, one English line for the log and one Vietnamese line for the person who can mend it.
// Rows that people typed are never problems: they are returned as findings. An outage is thrown as a Problem.

/**
 * Decides by itself the HTTP status and whether to try again: `upstream` is tried again, `input` and `conflict` never are, `notFound` and
 * `refused` wait for a person, `config` stops the start, `bug` is logged and never explained.
 */
export type ProblemKind = 'input' | 'conflict' | 'notFound' | 'refused' | 'config' | 'upstream' | 'bug';

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

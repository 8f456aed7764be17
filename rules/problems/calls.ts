// Problems between the sheet's script and the functions, and of the script's own rights.
import { define } from './define.ts';

/** Why the functions do not know who asks. */
export type WhyUnknown = 'no-token' | 'bad-token' | 'not-paired' | 'other-script';
const UNKNOWN_CALLER: { readonly [W in WhyUnknown]?: string } = {
  'not-paired':
    'Sổ chưa được kết nối với máy chủ xử lý, nên máy chủ chưa nhận đề nghị gửi báo cáo. Đề nghị người quản trị lấy mã kết nối bằng lệnh npx ishc pair rồi nhập vào sổ.',
  'other-script':
    'Sổ đã kết nối với máy chủ xử lý bằng một đoạn mã khác, nên máy chủ chưa nhận đề nghị này. Đề nghị người quản trị lấy mã kết nối mới bằng lệnh npx ishc pair rồi nhập vào sổ.',
};

export const CALL_PROBLEMS = {
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
  SERVICE_MISSING: define<{ readonly service: string }>({
    kind: 'config',
    dev: ({ service }) => `advanced service ${service}: not in the manifest`,
    user: () =>
      'Sổ chưa kết nối với máy chủ và tập lệnh chưa được cài để tự làm việc này. Đề nghị người quản trị kết nối sổ với máy chủ, hoặc cài bản dùng riêng của tập lệnh.',
  }),
  SUPERIOR_NEEDS_FUNCTIONS: define({
    kind: 'config',
    dev: () => "standalone script in a superior's workbook: it needs the functions",
    user: () =>
      'Sổ của cấp trên chỉ hoạt động khi kết nối với máy chủ; tập lệnh bản dùng riêng chỉ dành cho sổ của xã, phường. Đề nghị người quản trị cài tập lệnh bản có máy chủ và kết nối sổ.',
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
  BAD_REQUEST: define<{ readonly faults: readonly string[] }>({
    kind: 'input',
    dev: ({ faults }) => `request: ${faults.join('; ')}`,
    user: () => 'Yêu cầu gửi đến chưa đủ hoặc chưa đúng nội dung. Đề nghị mở lại sổ và thực hiện lại thao tác.',
  }),
};

// Problems with Google, the command line and the configuration.
import { define } from './define.ts';

/** A call that failed: "values.batchGet", the status Google gave, the register it was for. */
export interface GoogleCall {
  readonly what: string;
  readonly status?: number | undefined;
  readonly register?: string;
}
const named = ({ what, status, register }: GoogleCall): string =>
  [register, what, status === undefined ? undefined : `status ${status}`].filter((part) => part !== undefined).join(', ');

export const OUTSIDE_PROBLEMS = {
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
  BUG: define<{ readonly where: string }>({
    kind: 'bug',
    dev: ({ where }) => `${where}: unexpected`,
    user: () => 'Phần mềm gặp lỗi ngoài dự kiến; số liệu trong sổ không bị thay đổi. Đề nghị báo người quản trị kèm thời điểm xảy ra.',
  }),
};

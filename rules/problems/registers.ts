// Problems of a workbook: gone, a copy, damaged, or closed to whoever writes.
import { define } from './define.ts';

export const REGISTER_PROBLEMS = {
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
  TAB_GONE: define<{ readonly sheetId: number }>({
    kind: 'conflict',
    dev: ({ sheetId }) => `sheet ${sheetId}: gone`,
    user: () => 'Trang cần mở không còn trong sổ. Đề nghị chọn CLB Liên thế hệ > Khôi phục định dạng sổ để đặt lại trang.',
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
};

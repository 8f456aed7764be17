// The Vietnamese of the sheet's own menu and messages.

export const MENU = {
  title: 'CLB Liên thế hệ',
  check: 'Kiểm tra toàn bộ sổ',
  refresh: 'Cập nhật tiến độ',
  preview: 'Xem trước báo cáo',
  approve: 'Lãnh đạo đã duyệt – gửi báo cáo…',
  adHoc: 'Lập báo cáo đột xuất…',
  revise: 'Lập bản thay thế…',
  panel: 'Bảng theo dõi',
  importMembers: 'Nhập danh sách thành viên…',
  repair: 'Khôi phục định dạng sổ (giữ nguyên số liệu)',
  help: 'Hướng dẫn',
  pair: 'Kết nối sổ với máy chủ…',
  switchOn: 'Bật chạy tự động hằng giờ',
  switchOff: 'Tắt chạy tự động',
} as const;

/** Without the rest of the script there is no other text to be had. */
export const SCRIPT_BROKEN =
  'Chương trình gắn với sổ đã bị sửa nên không chạy được; số liệu không bị ảnh hưởng. Đề nghị báo người quản trị cài lại chương trình.';

/** Titles of dialogs. */
export const DIALOG = {
  check: 'Kiểm tra toàn bộ sổ',
  preview: 'Xem trước báo cáo',
  approve: 'Lãnh đạo đã duyệt – gửi báo cáo',
  adHoc: 'Lập báo cáo đột xuất',
  importMembers: 'Nhập danh sách thành viên',
  panel: 'Bảng theo dõi',
  help: 'Hướng dẫn',
  frozenList: 'Bảng kê số liệu đã chốt',
} as const;

export const TOLD = {
  bug: 'Chưa làm được do lỗi ngoài dự kiến; sổ không bị thay đổi ngoài những gì đang thấy. Đề nghị báo người quản trị kèm thời điểm xảy ra.',
  working: 'Đang cập nhật, đề nghị chờ…',
  repairing: 'Đang khôi phục định dạng, số liệu được giữ nguyên. Đề nghị chờ…',
  repaired: 'Đã khôi phục trang, cột, danh sách chọn và vùng bảo vệ; số liệu được giữ nguyên.',
  notWritten: (why: string) => `Kết quả kiểm tra chưa ghi được vào trang Nội dung cần kiểm tra và Việc cần làm: ${why}`,
  previewedNotAllowed:
    'Đoạn mã của sổ chưa được phép kết nối với máy chủ nên bản xem trước này do sổ tự tính từ số liệu đang có. Đề nghị chọn lại mục trong trình đơn và bấm Cho phép ở mọi quyền mà Google hỏi.',
  previewedHere: 'Chưa kết nối được với máy chủ nên bản xem trước này do sổ tự tính từ số liệu đang có.',
  repairAsk:
    'Các trang, cột, danh sách chọn và vùng bảo vệ bị thiếu sẽ được đặt lại; số liệu và ghi chú của đơn vị được giữ nguyên. Tiếp tục?',
  pairAsk: 'Mã kết nối do người quản trị lấy bằng lệnh npx ishc pair, ví dụ ABCD-EFGH:',
  on: (owner: string) => `Đã bật chạy tự động hằng giờ. Báo cáo sẽ được gửi từ hộp thư ${owner}.`,
  alreadyOn: 'Chạy tự động đã được bật từ trước.',
  off: 'Đã tắt chạy tự động. Báo cáo đến hạn sẽ không tự gửi cho đến khi bật lại.',
  nothingSent: 'Chưa có báo cáo nào đã gửi để lập bản thay thế.',
  reviseOne: (label: string) =>
    `Lập bản thay thế của ${label}? Bản thay thế dùng số liệu hiện có trong sổ của cùng kỳ, được duyệt và gửi riêng; báo cáo đã gửi vẫn được giữ.`,
  reviseWhich: (labels: readonly string[]) =>
    `Ghi số thứ tự của báo cáo cần thay thế:\n${labels.map((label, at) => `${at + 1}. ${label}`).join('\n')}`,
  reviseNone: 'Số thứ tự không có trong danh sách; chưa lập bản thay thế.',
  wasOff: 'Chạy tự động chưa được bật.',
} as const;

export const IMPORTED = {
  filtered: (title: string) => `Trang ${title} đang được lọc: dòng mới vẫn được ghi ở cuối trang, có thể chưa hiện.`,
  hidden: (title: string) => `Trang ${title} đang ẩn. Bấm biểu tượng ba gạch ở góc dưới bên trái để mở.`,
  unchecked: (why: string) => `Chưa kiểm tra được các dòng vừa ghi: ${why}`,
  found: (count: number) =>
    count === 0 ? 'Sổ không có nội dung phải sửa.' : `Sổ đang có ${count} nội dung phải sửa, ghi ở cột Kết quả kiểm tra.`,
} as const;

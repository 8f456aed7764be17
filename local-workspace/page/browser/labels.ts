// The Vietnamese of the page.

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const dayText = (moment: number): string => DAY.format(moment);
export const momentText = (moment: number): string => `${TIME.format(moment)} ngày ${DAY.format(moment)}`;

/** "2024-12-20" of a moment, for an input of a day. */
export const dayValue = (moment: number): string => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10);

export const sizeText = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`);

export const PAGE = {
  role: 'Vai',
  clock: 'Ngày chạy thử',
  nextDeadline: (label: string, day: string) => `Hạn kế tiếp: ${day} – ${label}`,
  noDeadline: 'Không còn hạn báo cáo nào trong thời gian của kế hoạch.',
  mail: 'Hộp thư',
  runs: 'Nhật ký chạy',
  phone: 'Như điện thoại',
  workbooks: 'Danh sách sổ',
  filter: 'Lọc theo tên sổ',
  noneFound: 'Không có sổ nào khớp.',
  strip: 'Thử ngay',
  close: 'Đóng',
  untitled: 'Thông báo',
  loading: 'Đang tải…',
  preparing: 'Không gian thử đang chuẩn bị số liệu…',
  skip: 'Đến bảng số liệu',
  lost: 'Mất kết nối với không gian thử. Thay đổi đang chờ sẽ được gửi lại khi có kết nối. Đề nghị kiểm tra xem npm start còn chạy không.',
  waiting: (edits: number) => `${edits} thay đổi đang chờ gửi.`,
  failed: 'Không gian thử chưa trả lời được. Đề nghị thử lại.',
  noAccess: (email: string) => `Tài khoản ${email} không được chia sẻ tệp này. Đề nghị chọn tệp khác hoặc chọn vai khác.`,
  readOnly: 'Chỉ xem',
  tabs: 'Các trang của sổ',
  hiddenTabs: 'Trang ẩn',
  menuBar: 'Trình đơn của sổ',
  running: (label: string) => `Đang chạy: ${label}…`,
  ran: (label: string) => `Đã chạy xong: ${label}.`,
  busy: 'Đang thực hiện…',
} as const;

export const GRID = {
  grid: (tab: string) => `Trang ${tab}`,
  keys: 'Phím mũi tên để chuyển ô, Enter để sửa, Esc để ra khỏi bảng.',
  content: 'Nội dung ô',
  edit: 'Sửa ô',
  note: 'Ghi chú',
  list: 'Danh sách giá trị',
  dateHint: 'ngày/tháng/năm',
  pickDate: 'Chọn ngày',
  showList: 'Mở danh sách',
  link: 'Mở liên kết',
  locked: 'ô được bảo vệ',
  closed: (place: string) => `Ô ${place} được bảo vệ, chỉ hệ thống hoặc người quản trị ghi.`,
  pending: 'đang lưu',
  tick: (place: string) => `Ô đánh dấu ${place}`,
  ticked: 'đã đánh dấu',
  unticked: 'chưa đánh dấu',
  warned: (place: string) => `Ô ${place} nằm trong vùng do hệ thống ghi. Sửa tay có thể bị ghi đè ở lần chạy sau. Vẫn sửa?`,
  editAnyway: 'Vẫn sửa',
  cancel: 'Không sửa',
  notSaved: 'Thay đổi vừa rồi chưa lưu được. Đề nghị tải lại trang rồi nhập lại.',
  onlyView: 'Tài khoản này chỉ được xem. Đề nghị chọn vai cán bộ để sửa.',
  protected: (place: string) => `Ô ${place} được bảo vệ nên không sửa được. Đề nghị nhập vào các ô không khoá.`,
  selected: (rows: number, columns: number) => `Đã chọn ${rows} dòng × ${columns} cột`,
  nothingToUndo: 'Không còn thay đổi nào của mình để hoàn tác.',
} as const;

export const ASK = {
  ok: 'Đồng ý',
  cancel: 'Huỷ',
  yes: 'Có',
  no: 'Không',
  answer: 'Câu trả lời',
  confirm: 'Thực hiện',
  back: 'Quay lại',
  day: 'Ngày',
} as const;

export const CONSENT = {
  title: 'Tập lệnh xin phép',
  intro: (name: string) => `Tập lệnh của sổ cần được phép trước khi chạy “${name}” với tài khoản này:`,
  all: 'Cho phép',
  some: 'Chỉ một phần',
  none: 'Không',
  given: (name: string) => `Đã cho phép. Đề nghị chọn lại “${name}” để chạy.`,
  partly: (name: string) =>
    `Đã cho phép một phần; việc cần quyền chưa cho sẽ báo chưa làm được. Đề nghị chọn lại “${name}” để chạy, hoặc tải lại trang để được hỏi lại.`,
  refused: (name: string) => `Chưa đủ quyền nên “${name}” chưa chạy. Đề nghị chọn lại và bấm Cho phép.`,
} as const;

/** What a scope of Google's allows, in the words of its consent screen. */
export const SCOPES: readonly (readonly [string, string])[] = [
  ['spreadsheets.currentonly', 'Xem và sửa bảng tính này'],
  ['/spreadsheets', 'Xem và sửa mọi bảng tính của tài khoản'],
  ['script.container.ui', 'Hiện hộp thoại và thanh bên trong bảng tính'],
  ['script.external_request', 'Kết nối với dịch vụ bên ngoài'],
  ['script.scriptapp', 'Chạy theo lịch khi không có người mở sổ'],
  ['gmail.compose', 'Soạn và gửi thư'],
  ['gmail.metadata', 'Xem tiêu đề thư'],
  ['userinfo.email', 'Xem địa chỉ thư của tài khoản'],
  ['openid', 'Xác nhận tài khoản là ai'],
];

export const MAIL = {
  mailbox: 'Hộp thư của',
  list: 'Danh sách thư',
  none: 'Chưa có thư.',
  choose: 'Chọn một thư để đọc.',
  from: 'Từ',
  to: 'Đến',
  cc: 'Đồng gửi',
  sent: 'Đã gửi',
  plain: 'Xem dạng chữ thường',
  attachments: 'Tệp đính kèm',
  preview: 'Nội dung thư',
  back: 'Về danh sách thư',
  noSubject: '(không có tiêu đề)',
} as const;

export const RUNS = {
  none: 'Chưa có lần chạy nào.',
  states: { running: 'đang chạy', done: 'xong', failed: 'lỗi', refused: 'bị từ chối' },
  triggers: { menu: 'trình đơn', dialog: 'hộp thoại', open: 'mở sổ', edit: 'sửa ô', time: 'lịch' },
  took: (ms: number, calls: number) => `${ms} ms, ${calls} lượt gọi bảng tính`,
} as const;

// The Vietnamese of the sidebar and the dialogs.

export const COMMON = {
  close: 'Đóng',
  retry: 'Thử lại',
  goTo: 'Đến ô cần xem',
  goToRow: (code: string) => `Đến dòng ${code}`,
  openTab: (title: string) => `Mở trang ${title}`,
  more: (count: number) => `Hiện thêm ${count}`,
  failed: 'Chưa thực hiện được',
  offline: 'Không kết nối được với Google. Đề nghị kiểm tra mạng rồi thử lại.',
  unexpected:
    'Có lỗi ngoài dự kiến; sổ không bị thay đổi. Đề nghị thử lại, nếu vẫn không được thì báo người quản trị kèm thời điểm xảy ra.',
} as const;

export const PANEL = {
  title: 'Bảng theo dõi',
  waiting: 'Đang tính số liệu…',
  refreshing: 'Đang cập nhật…',
  refreshed: 'Đã cập nhật.',
  refresh: 'Cập nhật',
  lastRun: (moment: string) => `Lần chạy tự động gần nhất: ${moment}`,
  deadline: 'Hạn gửi gần nhất',
  noDeadline: 'Kế hoạch không còn kỳ báo cáo nào.',
  progress: 'Chỉ tiêu',
  findings: 'Cần kiểm tra',
  sections: 'Phần của bảng theo dõi',
  noTargets: 'Chưa có chỉ tiêu giao cho đơn vị trong kế hoạch.',
  reached: (met: number, all: number) => `${met}/${all} chỉ tiêu đạt`,
  part: (percent: number) => `đạt ${percent}% mức thấp nhất của kế hoạch`,
  plan: 'Kế hoạch',
  actual: 'Thực hiện',
  missing: 'Tình hình',
  clause: 'Mục',
  clubs: 'Theo câu lạc bộ',
  club: 'Câu lạc bộ',
  status: 'Tình trạng',
  records: 'Dòng nào đứng sau số này?',
  recordsOf: (club: string) => `Dòng nào đứng sau số của ${club}?`,
  recordsWaiting: 'Đang tìm các dòng…',
  noRecords: 'Không có dòng nào trong sổ đứng sau số này.',
  group: (label: string, count: number) => `${label} (${count} dòng)`,
  allRecords: (count: number) => `Hiện đủ ${count} dòng`,
  noFindings: 'Không có nội dung cần kiểm tra.',
  all: (count: number) => `Tất cả (${count})`,
  filter: (label: string, count: number) => `${label} (${count})`,
  filters: 'Lọc theo mức',
} as const;

export const COPY = {
  title: 'Tin ngắn để gửi qua Zalo',
  copy: 'Sao chép',
  copied: 'Đã sao chép.',
  selected: 'Đã chọn sẵn đoạn chữ. Đề nghị bấm Ctrl+C, hoặc giữ tay vào đoạn chữ rồi chọn Sao chép.',
} as const;

export const PREVIEW = {
  list: 'Bảng kê số liệu đã chốt',
  test: 'Gửi thử cho tôi',
  testing: 'Đang gửi thư thử…',
  tested: 'Đã gửi thử',
  notTested: 'Chưa gửi thử được',
  waiting: 'Đang lập bản xem trước…',
  intro: 'Nếu gửi bây giờ, nơi nhận sẽ nhận được thư sau.',
  sentIntro: 'Báo cáo này đã gửi. Nơi nhận đã nhận được thư sau.',
  other: 'Báo cáo',
  state: 'Tình trạng',
  time: 'Thời hạn',
  to: 'Kính gửi (To)',
  cc: 'Đồng kính gửi (Cc)',
  subject: 'Tiêu đề thư',
  nobody: 'chưa có địa chỉ thư',
  approval: 'Lãnh đạo duyệt',
  approvedBy: (by: string, on: string) => `${by}, ${on}`,
  documents: 'Văn bản báo cáo (Word)',
  blockers: 'Việc còn vướng',
  changed: 'Số liệu trong sổ đã thay đổi sau khi lãnh đạo duyệt; báo cáo vẫn gửi theo số liệu đã duyệt:',
  noBlockers: 'Không có việc vướng.',
  shape: 'Cách xem thư',
  asMail: 'Như trong hộp thư',
  asText: 'Chỉ có chữ',
  noMail: 'Chưa lập được thư, xem phần Việc còn vướng.',
  mail: 'Nội dung thư',
} as const;

export const APPROVE = {
  waiting: 'Đang lấy số liệu báo cáo…',
  to: 'Gửi đến',
  time: 'Thời hạn',
  state: 'Tình trạng',
  figures: 'Số liệu được duyệt',
  target: 'Chỉ tiêu',
  plan: 'Kế hoạch',
  actual: 'Thực hiện',
  status: 'Kết quả',
  signer: 'Ai đã duyệt?',
  choose: '– chọn người duyệt –',
  noSigners: 'Trang Thông tin đơn vị chưa ghi người ký. Đề nghị người quản trị ghi người ký rồi mở lại cửa sổ này.',
  confirm: 'Tôi xác nhận lãnh đạo đã duyệt các số liệu trên',
  send: 'Gửi báo cáo',
  sending: 'Đang ghi việc duyệt và gửi báo cáo. Đề nghị giữ cửa sổ này đến khi có kết quả.',
  approvedBefore: (by: string, on: string) => `Đã ghi nhận ${by} duyệt ngày ${on}; số liệu đã chốt. Bấm Gửi báo cáo để gửi ngay.`,
  sentBefore: 'Báo cáo này đã gửi.',
  blocked: 'Chưa gửi được vì còn việc vướng nêu ở trên.',
  needsBoth: 'Đề nghị chọn người duyệt và đánh dấu xác nhận.',
  done: 'Đã ghi nhận',
  notWritten: 'Chưa ghi vào sổ',
  again: 'Đề nghị bấm Gửi báo cáo lần nữa sau ít phút. Mỗi báo cáo chỉ được gửi một lần, kể cả khi bấm nhiều lần.',
} as const;

export const AD_HOC = {
  waiting: 'Đang mở…',
  intro: (unit: string) => `Lập báo cáo đột xuất của ${unit} theo yêu cầu của cấp trên.`,
  title: 'Báo cáo về việc gì?',
  titleHelp: 'Ví dụ: về kết quả cho vay vốn quý III năm 2024.',
  from: 'Số liệu từ ngày',
  cutOff: 'Chốt số liệu đến hết ngày',
  due: 'Hạn gửi',
  day: (shown: string) => `ngày ${shown}`,
  request: 'Lập báo cáo',
  sending: 'Đang lập báo cáo…',
  done: 'Đã ghi nhận',
  notWritten: 'Chưa ghi vào sổ',
  faults: {
    noTitle: 'Chưa có nội dung. Đề nghị ghi báo cáo về việc gì.',
    longTitle: (most: number) => `Nội dung dài quá ${most} ký tự. Đề nghị ghi ngắn hơn.`,
    noDay: 'Chưa có ngày. Đề nghị chọn ngày.',
    cutOffBeforeFrom: 'Ngày chốt sớm hơn ngày bắt đầu. Đề nghị chọn ngày chốt từ ngày bắt đầu trở đi.',
    dueBeforeCutOff: 'Hạn gửi phải sau ngày chốt số liệu. Đề nghị chọn hạn gửi muộn hơn ngày chốt.',
    duePast: (today: string) => `Hạn gửi đã qua. Đề nghị chọn hạn gửi từ ngày ${today} trở đi.`,
  },
} as const;

export const CHECK = {
  waiting: 'Đang kiểm tra toàn bộ sổ…',
  clean: 'Không có nội dung cần kiểm tra.',
  cleanMore: 'Mọi dòng trong sổ đều đọc được và được tính vào số liệu.',
  count: 'Kết quả kiểm tra',
  first: (count: number, all: number) => (count === all ? `${all} nội dung` : `${count} trong ${all} nội dung`),
  all: (title: string) => `Xem tất cả ở trang ${title}`,
  severities: { error: 'Phải sửa', warning: 'Cần xem lại', hint: 'Gợi ý' },
} as const;

export const HELP = {
  intro: 'Mỗi việc có hai cách làm: trên máy tính dùng trình đơn CLB Liên thế hệ, trên điện thoại đánh dấu ô ở trang Việc cần làm.',
  computer: 'Trên máy tính',
  phone: 'Trên điện thoại',
  enter: {
    title: 'Nhập số liệu',
    steps: [
      'Ghi mỗi câu lạc bộ, thành viên, khoản vay, hoạt động một dòng. Sổ tự cho mã; đề nghị không sửa mã.',
      'Dòng có vướng mắc hiện ở cột Kết quả kiểm tra. Đề nghị sửa ngay khi còn giấy tờ trong tay; sửa đúng thì ghi chú tự mất.',
      'Có sẵn danh sách: chọn Nhập danh sách thành viên… trong trình đơn rồi dán vào.',
      'Nhập đủ rồi thì ghi một dòng ở trang Xác nhận số liệu, để chỗ trống không bị coi là thiếu số liệu.',
    ],
  },
  check: {
    title: 'Kiểm tra',
    computer: [
      'Chọn Kiểm tra toàn bộ sổ. Bấm Đến ô cần xem để tới đúng chỗ.',
      'Mở Bảng theo dõi để xem từng chỉ tiêu và các dòng đứng sau mỗi số.',
    ],
    phone: [
      'Đánh dấu ô Kiểm tra lại ở trang Việc cần làm. Kết quả ghi ngay bên cạnh ô; trang Nội dung cần kiểm tra được ghi lại ở lượt chạy tự động tới.',
    ],
  },
  report: {
    title: 'Gửi báo cáo',
    computer: [
      'Chọn Xem trước báo cáo để xem thư mà nơi nhận sẽ nhận được.',
      'Trình lãnh đạo. Khi lãnh đạo đã duyệt, chọn Lãnh đạo đã duyệt – gửi báo cáo…, chọn người duyệt, xác nhận rồi gửi.',
      'Cấp trên yêu cầu ngoài kỳ thì chọn mục Lập báo cáo đột xuất… trong trình đơn.',
    ],
    phone: [
      'Ở trang Việc cần làm, chọn người duyệt, đánh dấu ô Lãnh đạo đã duyệt rồi ô Gửi báo cáo. Sổ trả lời ở bên cạnh ô.',
      'Bấm nhầm thì bỏ dấu; làm được đến khi sổ bắt đầu thực hiện.',
    ],
  },
  trouble: {
    title: 'Khi có vướng mắc',
    steps: [
      'Màu sắc, danh sách chọn bị mất: chọn Khôi phục định dạng sổ (giữ nguyên số liệu).',
      'Lỡ xoá: bấm Ctrl+Z, hoặc mở Tệp > Nhật ký phiên bản.',
      'Thấy chữ “chưa ghi vào sổ”: kiểm tra mạng rồi làm lại; số liệu đã nhập vẫn còn.',
    ],
  },
  tabs: 'Mở nhanh các trang',
} as const;

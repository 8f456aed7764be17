// The closed lists that are the same for every plan. Keys are for programs; labels are what people pick in the sheet.
import type { Choice, ChoiceList } from './column.ts';

/** How people read a key of a closed list; the key itself where the list has no such. */
export const labelOf = (from: ChoiceList, key: string): string =>
  (from.from === 'list' ? from.choices.find((choice) => choice.key === key)?.label : undefined) ?? key;

const list = (...choices: readonly Choice[]): ChoiceList => ({ from: 'list', choices });

export const YES_NO = list(
  { key: 'yes', label: 'Có', aliases: ['x', '✓', '✔', '☑', 'true', '1', 'đúng', 'y'] },
  { key: 'no', label: 'Không', aliases: ['false', '0', 'k', 'ko', 'sai', 'n'] },
);

export const SEX = list(
  { key: 'female', label: 'Nữ', aliases: ['f', 'bà', 'gái'] },
  { key: 'male', label: 'Nam', aliases: ['m', 'ông', 'trai'] },
);

export const CIRCUMSTANCES = list(
  { key: 'poor', label: 'Hộ nghèo', aliases: ['nghèo'] },
  { key: 'nearPoor', label: 'Hộ cận nghèo', aliases: ['cận nghèo'] },
  { key: 'hardship', label: 'Khó khăn khác', aliases: ['khó khăn', 'hoàn cảnh khó khăn', 'hộ khó khăn'] },
  { key: 'none', label: 'Không', aliases: ['không thuộc', 'không khó khăn', 'bình thường', 'trung bình', 'khá', 'k', 'ko'] },
);

export const FUNDS = list(
  { key: 'income', label: 'Quỹ tăng thu nhập', aliases: ['tăng thu nhập', 'quỹ TTN', 'TTN'] },
  { key: 'operating', label: 'Quỹ hoạt động', aliases: ['hoạt động', 'quỹ HĐ'] },
);

/** Where a fund's money comes from besides the sources that the plan names. */
export const FUND_KINDS: ChoiceList = {
  from: 'plan',
  list: 'fundingSources',
  choices: [
    { key: 'memberFees', label: 'Hội phí, đóng góp của thành viên', aliases: ['hội phí', 'đóng góp của thành viên'] },
    { key: 'interest', label: 'Lãi, phí vay vốn', aliases: ['lãi', 'tiền lãi', 'lãi vay', 'phí vay vốn'] },
    { key: 'openingBalance', label: 'Số dư đầu kỳ', aliases: ['số dư', 'dư đầu kỳ', 'tồn đầu kỳ'] },
    { key: 'transfer', label: 'Chuyển giữa hai quỹ', aliases: ['chuyển quỹ'] },
    { key: 'other', label: 'Khác' },
  ],
};

export const SECTIONS = list(
  { key: 'clubs', label: 'Câu lạc bộ', aliases: ['CLB'] },
  { key: 'members', label: 'Thành viên' },
  { key: 'loans', label: 'Vay vốn' },
  { key: 'funds', label: 'Quỹ CLB', aliases: ['quỹ'] },
  { key: 'activities', label: 'Hoạt động' },
  { key: 'events', label: 'Tập huấn, tuyên truyền, giám sát' },
  { key: 'assessments', label: 'Đánh giá CLB' },
  { key: 'budget', label: 'Kinh phí thực hiện', aliases: ['kinh phí'] },
  { key: 'locations', label: 'Địa bàn' },
);

export const DECLARED_STATES = list(
  { key: 'complete', label: 'Đã nhập đủ đến ngày', aliases: ['đã nhập đủ', 'nhập đủ', 'đủ'] },
  { key: 'nil', label: 'Không phát sinh', aliases: ['không có phát sinh', 'không'] },
);

export const EVENT_KINDS = list(
  { key: 'document', label: 'Văn bản chỉ đạo, hướng dẫn', aliases: ['văn bản'] },
  { key: 'trainerTraining', label: 'Tập huấn giảng viên', aliases: ['tập huấn tập huấn viên', 'TOT'] },
  {
    key: 'initialTraining',
    label: 'Tập huấn ban đầu cho CLB',
    aliases: ['tập huấn ban đầu', 'tập huấn ban chủ nhiệm', 'tập huấn CLB', 'tập huấn'],
  },
  { key: 'communication', label: 'Tuyên truyền', aliases: ['truyền thông'] },
  { key: 'studyVisit', label: 'Tham quan, học tập kinh nghiệm', aliases: ['tham quan', 'học tập kinh nghiệm'] },
  { key: 'supervision', label: 'Kiểm tra, giám sát', aliases: ['giám sát', 'kiểm tra'] },
);

export const EVENT_ROLES = list(
  { key: 'organised', label: 'Tổ chức', aliases: ['chủ trì'] },
  { key: 'attended', label: 'Tham dự', aliases: ['cử người tham dự', 'tham gia'] },
);

export const VERDICTS = list(
  { key: 'good', label: 'Quản lý tốt', aliases: ['được quản lý tốt', 'tốt', 'mạnh', 'rất mạnh'] },
  { key: 'fair', label: 'Quản lý khá', aliases: ['khá', 'trung bình', 'đạt yêu cầu'] },
  { key: 'poor', label: 'Cần củng cố', aliases: ['chưa tốt', 'yếu', 'kém'] },
);

export const TASK_STATES = list(
  { key: 'notStarted', label: 'Chưa thực hiện', aliases: ['chưa'] },
  { key: 'ongoing', label: 'Đang thực hiện', aliases: ['đang làm'] },
  { key: 'done', label: 'Đã hoàn thành', aliases: ['hoàn thành', 'đã thực hiện', 'xong'] },
);

export const NARRATIVE_PARTS = list(
  { key: 'leadership', label: 'I. Công tác chỉ đạo, triển khai', aliases: ['I', 'công tác chỉ đạo, triển khai'] },
  { key: 'assessment', label: 'III. Đánh giá chung', aliases: ['III', 'đánh giá', 'đánh giá chung'] },
  { key: 'nextSteps', label: 'IV. Phương hướng, nhiệm vụ', aliases: ['IV', 'phương hướng, nhiệm vụ', 'phương hướng'] },
  { key: 'proposals', label: 'V. Đề xuất, kiến nghị', aliases: ['V', 'đề xuất, kiến nghị', 'kiến nghị'] },
  { key: 'verdict', label: 'Kết quả chỉ tiêu định tính', aliases: ['chỉ tiêu định tính'] },
  { key: 'issued', label: 'Đã ban hành văn bản', aliases: ['ban hành văn bản', 'ban hành'] },
);

export const TARGET_VERDICTS = list({ key: 'met', label: 'Đạt' }, { key: 'notMet', label: 'Chưa đạt', aliases: ['không đạt'] });

export const CHANNELS = list(
  { key: 'interchange', label: 'Trục liên thông văn bản', aliases: ['trục liên thông', 'liên thông', 'điện tử'] },
  { key: 'paper', label: 'Văn bản giấy', aliases: ['giấy', 'bưu điện'] },
  { key: 'byHand', label: 'Nộp trực tiếp', aliases: ['trực tiếp'] },
);

export const SEVERITIES = list(
  { key: 'error', label: 'Phải sửa' },
  { key: 'warning', label: 'Cần xem lại' },
  { key: 'hint', label: 'Gợi ý' },
);

export const REPORT_KINDS = list(
  { key: 'yearly', label: 'Báo cáo năm' },
  { key: 'six-month', label: 'Báo cáo 6 tháng' },
  { key: 'quarterly', label: 'Báo cáo quý' },
  { key: 'monthly', label: 'Báo cáo tháng' },
  { key: 'interim', label: 'Báo cáo sơ kết' },
  { key: 'final', label: 'Báo cáo tổng kết' },
  { key: 'ad-hoc', label: 'Báo cáo đột xuất' },
  { key: 'digest', label: 'Tình hình gửi báo cáo' },
);

export const REPORT_STATES = list(
  { key: 'notYet', label: 'Chưa đến kỳ' },
  { key: 'collecting', label: 'Đang tổng hợp số liệu' },
  { key: 'awaitingApproval', label: 'Chờ duyệt' },
  { key: 'approved', label: 'Lãnh đạo đã duyệt' },
  { key: 'sending', label: 'Đang gửi' },
  { key: 'sent', label: 'Đã gửi số liệu' },
  { key: 'undecided', label: 'Chưa rõ đã gửi hay chưa' },
  { key: 'received', label: 'Đã tiếp nhận' },
  { key: 'returned', label: 'Yêu cầu chỉnh sửa' },
  { key: 'replaced', label: 'Đã thay thế' },
);

export const PROGRESS_STATES = list(
  { key: 'met', label: 'Đạt' },
  { key: 'notMet', label: 'Chưa đạt' },
  { key: 'beyond', label: 'Vượt chỉ tiêu' },
  { key: 'outside', label: 'Vượt khung' },
  { key: 'notDue', label: 'Chưa đến hạn' },
  { key: 'noData', label: 'Chưa đủ số liệu' },
  { key: 'noSubject', label: 'Chưa có đối tượng để tính' },
  { key: 'unjudged', label: 'Chưa có đánh giá' },
);

export const UNIT_ITEMS = list(
  { key: 'registerId', label: 'Mã sổ' },
  { key: 'unitId', label: 'Mã đơn vị theo kế hoạch' },
  { key: 'planId', label: 'Mã kế hoạch' },
  { key: 'superiorId', label: 'Mã cấp trên' },
  { key: 'reportsFrom', label: 'Báo cáo từ ngày' },
  { key: 'schemaVersion', label: 'Phiên bản cấu trúc sổ' },
  { key: 'functionsAddress', label: 'Địa chỉ máy chủ xử lý' },
  { key: 'scriptAudience', label: 'Đoạn mã của sổ đã kết nối' },
  { key: 'pairingCode', label: 'Mã kết nối đang chờ' },
  { key: 'issuer', label: 'Cơ quan ban hành' },
  { key: 'signer', label: 'Người ký' },
  { key: 'contact', label: 'Người liên hệ' },
  { key: 'recipient', label: 'Nơi nhận báo cáo' },
  { key: 'officialAddress', label: 'Hộp thư công vụ' },
);

export const CHAINS = list(
  { key: 'ubnd', label: 'UBND', aliases: ['Ủy ban nhân dân'] },
  { key: 'hoi', label: 'Hội Người cao tuổi', aliases: ['Hội NCT', 'Hội'] },
);

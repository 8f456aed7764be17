// Words for findings on clubs: what they lack, what contradicts itself, and where a club stands beside the plan.
import { type IsoDate, viDate } from '../../calendar-date.ts';
import { viNumber } from '../../register/read-number.ts';
import { define, listed } from '../rule.ts';

export const CLUB_RULES = {
  CLUB_WITHOUT_FOUNDING: define({
    severity: 'error',
    counts: false,
    title: 'CLB chưa có ngày quyết định thành lập',
    message: () => 'ô đang để trống, nên chưa tính được CLB này là đã thành lập.',
    repair: () => 'Đề nghị ghi ngày quyết định thành lập, hoặc xoá dòng nếu CLB chưa được thành lập.',
  }),
  CLUB_DECISION_BLANK: define<{ readonly founded: IsoDate }>({
    severity: 'hint',
    counts: true,
    title: 'CLB chưa ghi số quyết định thành lập',
    message: ({ founded }) => `ô đang để trống, trong khi ngày quyết định thành lập ghi ${viDate(founded)}.`,
    repair: () => 'Đề nghị ghi số và ký hiệu như trên quyết định.',
  }),
  CLUB_HEAD_NOT_LISTED: define<{ readonly head: string }>({
    severity: 'hint',
    counts: true,
    title: 'chủ nhiệm không có trong danh sách thành viên',
    message: ({ head }) => `“${head}” không có trong danh sách thành viên của CLB.`,
    repair: () => 'Đề nghị ghi họ tên chủ nhiệm như ở trang Thành viên, hoặc ghi thêm chủ nhiệm vào danh sách.',
  }),
  CLUB_RESUMED_NOT_PAUSED: define<{ readonly resumed: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'CLB hoạt động lại mà không ghi ngày tạm dừng',
    message: ({ resumed }) => `ghi hoạt động lại từ ${viDate(resumed)} mà không có ngày tạm dừng.`,
    repair: () => 'Đề nghị ghi ngày tạm dừng, hoặc xoá ngày hoạt động lại nếu CLB không tạm dừng.',
  }),
  CLUB_NAME_TWICE: define<{ readonly name: string; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'hai CLB cùng tên',
    message: ({ name, other }) => `“${name}” cũng là tên của ${other}.`,
    repair: ({ other }) => `Đề nghị xoá một dòng nếu ghi trùng với ${other}, hoặc ghi tên đầy đủ để phân biệt.`,
  }),
  CLUB_LOCATION_SHARED: define<{ readonly location: string; readonly other: string }>({
    severity: 'hint',
    counts: true,
    title: 'hai CLB ở cùng một địa bàn',
    message: ({ location, other }) => `${other} cũng ở ${location}.`,
    repair: () => 'Đề nghị kiểm tra lại địa bàn; nếu đúng là hai CLB thì giữ nguyên.',
  }),
  CLUB_FUND_WITHOUT_REGULATION: define<{ readonly fund: string; readonly since: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'CLB có quỹ mà chưa có quy chế',
    message: ({ fund, since }) => `có ${fund} từ ${viDate(since)} mà chưa ghi số hoặc ngày ban hành quy chế.`,
    repair: () => 'Đề nghị ghi số và ngày ban hành quy chế quản lý quỹ của CLB.',
  }),
  CLUB_FUND_START_BLANK: define<{ readonly fund: string; readonly first: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'CLB có thu, chi quỹ mà chưa ghi ngày có quỹ',
    message: ({ fund, first }) => `ô đang để trống, trong khi trang Quỹ CLB có dòng của ${fund} từ ${viDate(first)}.`,
    repair: () => 'Đề nghị ghi ngày quỹ có khoản đầu tiên để CLB được tính là có quỹ.',
  }),
  CLUB_WITHOUT_MEMBERS: define<{ readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'CLB chưa có danh sách thành viên và số liệu tổng hợp',
    message: ({ asOf }) =>
      `đến ngày ${viDate(asOf)} chưa có thành viên nào ở trang Thành viên và chưa có dòng nào ở trang Số liệu tổng hợp CLB.`,
    repair: () => 'Đề nghị ghi danh sách thành viên; nếu chưa có danh sách thì ghi số liệu tổng hợp của CLB.',
  }),
  CLUB_OUTSIDE_PLAN: define<{
    readonly title: string;
    readonly asOf: IsoDate;
    readonly figure: string;
    readonly plan: string;
    readonly clause: string;
  }>({
    severity: 'warning',
    counts: true,
    title: 'CLB ngoài khung của kế hoạch',
    message: ({ title, asOf, figure, plan, clause }) =>
      `${title} đến ngày ${viDate(asOf)} là ${figure}; kế hoạch nêu ${plan} (mục ${clause}).`,
    repair: () => 'Đề nghị đối chiếu danh sách thành viên của CLB; nếu số liệu đúng thì giữ nguyên.',
  }),
  CLUB_BOARD_SIZE: define<{ readonly count: number }>({
    severity: 'warning',
    counts: true,
    title: 'số người trong ban chủ nhiệm khác thường',
    message: ({ count }) =>
      `${count === 0 ? 'chưa có thành viên nào được đánh dấu thuộc' : `có ${viNumber(count)} thành viên được đánh dấu thuộc`} ban chủ nhiệm; thông thường từ 5 đến 9 người (hướng dẫn của HelpAge: 5 người).`,
    repair: () => 'Đề nghị đối chiếu quyết định công nhận ban chủ nhiệm và đánh dấu lại ở trang Thành viên.',
  }),
  CIRCUMSTANCES_STALE: define<{ readonly stale: number; readonly oldest: number; readonly asOf: IsoDate }>({
    severity: 'hint',
    counts: true,
    title: 'hoàn cảnh của nhiều thành viên công nhận đã lâu',
    message: ({ stale, oldest, asOf }) =>
      `hoàn cảnh của ${viNumber(stale)} thành viên được công nhận đã từ ba năm trở lên, lâu nhất từ năm ${oldest}, tính đến ngày ${viDate(asOf)}.`,
    repair: () => 'Đề nghị đối chiếu với danh sách hộ nghèo, hộ cận nghèo mới nhất của xã, phường và cập nhật trang Thành viên.',
  }),
  LOANS_ABOVE_FUND: define<{ readonly lent: number; readonly fund: number; readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'tiền đang cho vay lớn hơn quỹ tăng thu nhập',
    message: ({ lent, fund, asOf }) =>
      `các khoản vay còn nợ gốc ${viNumber(lent)} đ, trong khi quỹ tăng thu nhập thu trừ chi đến ngày ${viDate(asOf)} là ${viNumber(fund)} đ.`,
    repair: () => 'Đề nghị ghi đủ các khoản thu của quỹ ở trang Quỹ CLB và tiền gốc đã trả ở trang Vay vốn.',
  }),
  CONSENTS_MISSING: define<{ readonly missing: number; readonly of: number; readonly records: readonly string[]; readonly law: string }>({
    severity: 'warning',
    counts: true,
    title: 'nhiều thành viên của CLB chưa có ngày đồng ý cung cấp thông tin',
    message: ({ missing, of, records, law }) =>
      `${viNumber(missing)}/${viNumber(of)} thành viên chưa có ngày đồng ý cung cấp thông tin theo ${law}: ${listed(records, 'thành viên')}.`,
    repair: () => 'Đề nghị lấy phiếu đồng ý và ghi ngày vào trang Thành viên; nếu không đồng ý thì chỉ ghi số liệu tổng hợp.',
  }),
};

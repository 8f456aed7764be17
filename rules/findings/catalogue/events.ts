// Words for findings on events, assessments, money spent on the plan and places: what the commune itself does and writes down.
import { type IsoDate, viDate, yearOf } from '../../calendar-date.ts';
import { viNumber } from '../../register/read-number.ts';
import { define } from '../rule.ts';

const dong = (amount: number): string => `${viNumber(amount)} đ`;

export const EVENT_RULES = {
  EVENT_REACHES_NONE: define<{ readonly kind: string; readonly whom: string }>({
    severity: 'warning',
    counts: true,
    title: 'việc đã làm chưa ghi cho CLB hoặc địa bàn nào',
    message: ({ kind, whom }) => `ô đang để trống, nên việc “${kind}” chưa được tính cho ${whom} nào.`,
    repair: ({ whom }) => `Đề nghị ghi ${whom} đã được thực hiện, cách nhau bằng dấu chấm phẩy.`,
  }),
  EVENT_ATTENDED_ODD: define<{ readonly kind: string; readonly role: string }>({
    severity: 'warning',
    counts: true,
    title: 'việc do xã làm nhưng ghi là tham dự',
    message: ({ kind, role }) => `ghi “${role}” trong khi loại việc là “${kind}”.`,
    repair: () => 'Đề nghị chọn Tổ chức nếu xã thực hiện, hoặc chọn lại loại việc.',
  }),
  EVENT_ROLE_BLANK: define<{ readonly kind: string }>({
    severity: 'hint',
    counts: true,
    title: 'chưa ghi xã tổ chức hay tham dự',
    message: ({ kind }) => `ô đang để trống, trong khi loại việc là “${kind}”.`,
    repair: () => 'Đề nghị chọn Tổ chức hoặc Tham dự.',
  }),
};

export const ASSESSMENT_RULES = {
  ASSESSMENT_BEFORE_FOUNDING: define<{ readonly year: number; readonly club: string; readonly founded: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'đánh giá năm CLB chưa thành lập',
    message: ({ year, club, founded }) => `đánh giá năm ${year}, trong khi ${club} được thành lập ngày ${viDate(founded)}.`,
    repair: ({ club }) => `Đề nghị kiểm tra lại năm đánh giá, CLB của dòng, hoặc ngày quyết định thành lập ${club}.`,
  }),
  ASSESSMENT_AFTER_DISSOLUTION: define<{ readonly year: number; readonly club: string; readonly dissolved: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'đánh giá năm CLB đã giải thể',
    message: ({ year, club, dissolved }) => `đánh giá năm ${year}, trong khi ${club} giải thể ngày ${viDate(dissolved)}.`,
    repair: ({ club }) => `Đề nghị kiểm tra lại năm đánh giá, CLB của dòng, hoặc ngày giải thể của ${club}.`,
  }),
  ASSESSMENT_TWICE: define<{ readonly club: string; readonly year: number; readonly verdict: string; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'một CLB được đánh giá hai lần trong một năm',
    message: ({ club, year, verdict, other }) => `ghi “${verdict}”, trong khi ${club} đã có kết quả năm ${year} ở ${other}.`,
    repair: ({ other }) => `Đề nghị chỉ giữ một kết quả cho mỗi CLB và năm (đối chiếu ${other}).`,
  }),
  ASSESSMENT_WITHOUT_DOCUMENT: define({
    severity: 'hint',
    counts: true,
    title: 'đánh giá chưa ghi văn bản',
    message: () => 'chưa ghi số và ngày của văn bản đánh giá.',
    repair: () => 'Đề nghị ghi số và ngày của biên bản hoặc văn bản ghi kết quả đánh giá.',
  }),
  ASSESSMENT_DOCUMENT_EARLY: define<{ readonly date: IsoDate; readonly year: number }>({
    severity: 'warning',
    counts: true,
    title: 'văn bản đánh giá có trước năm được đánh giá',
    message: ({ date, year }) => `${viDate(date)} thuộc năm ${yearOf(date)}, trước năm được đánh giá ${year}.`,
    repair: () => 'Đề nghị đối chiếu ngày văn bản với năm được đánh giá.',
  }),
};

export const BUDGET_RULES = {
  BUDGET_SPENT_ABOVE_RECEIVED: define<{ readonly spent: number; readonly received: number | undefined }>({
    severity: 'warning',
    counts: true,
    title: 'kinh phí đã chi lớn hơn đã nhận',
    message: ({ spent, received }) =>
      `đã chi ${dong(spent)}, ${received === undefined ? 'trong khi số đã nhận đang để trống' : `lớn hơn số đã nhận ${dong(received)}`}.`,
    repair: () => 'Đề nghị đối chiếu với sổ kế toán; nếu chi từ số dư năm trước thì ghi rõ ở cột Ghi chú.',
  }),
  BUDGET_SOURCE_TWICE: define<{ readonly source: string; readonly year: number; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'một nguồn kinh phí ghi hai lần trong một năm',
    message: ({ source, year, other }) => `“${source}” của năm ${year} đã được ghi ở ${other} và đang được cộng cả hai.`,
    repair: ({ other }) => `Đề nghị cộng vào một dòng cho mỗi năm và nguồn (đối chiếu ${other}).`,
  }),
  BUDGET_LINE_EMPTY: define({
    severity: 'warning',
    counts: true,
    title: 'dòng kinh phí không có số tiền',
    message: () => 'dòng chưa ghi dự toán, số đã nhận, số đã chi hoặc hiện vật.',
    repair: () => 'Đề nghị ghi số tiền, hoặc xoá dòng nếu không có nguồn này.',
  }),
  BUDGET_YEAR_OUTSIDE_PLAN: define<{ readonly year: number; readonly first: number; readonly last: number }>({
    severity: 'warning',
    counts: true,
    title: 'kinh phí của năm ngoài kế hoạch',
    message: ({ year, first, last }) => `năm ${year} nằm ngoài thời gian của kế hoạch (${first}–${last}).`,
    repair: () => 'Đề nghị kiểm tra lại năm ngân sách.',
  }),
};

export const LOCATION_RULES = {
  LOCATION_TWICE: define<{ readonly name: string; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'một địa bàn ghi hai lần',
    message: ({ name, other }) => `“${name}” đã được ghi ở ${other} và đang được tính là hai địa bàn.`,
    repair: ({ other }) => `Đề nghị xoá một dòng nếu ghi trùng với ${other}; nếu là hai nơi cùng tên thì ghi cột Xã, phường cũ.`,
  }),
  LOCATION_PLAN_CONTRADICTED: define<{ readonly year: number; readonly hasPlan: string }>({
    severity: 'warning',
    counts: true,
    title: 'địa bàn không có kế hoạch nhưng có năm dự kiến',
    message: ({ year, hasPlan }) => `ghi “${hasPlan}” trong khi năm dự kiến thành lập ghi ${year}.`,
    repair: () => 'Đề nghị sửa một trong hai cột cho khớp.',
  }),
  LOCATION_PLAN_BLANK: define({
    severity: 'hint',
    counts: true,
    title: 'địa bàn chưa ghi có kế hoạch hay không',
    message: () => 'ô đang để trống, nên chưa tính được địa bàn này có kế hoạch hay không.',
    repair: () => 'Đề nghị chọn Có hoặc Không.',
  }),
};

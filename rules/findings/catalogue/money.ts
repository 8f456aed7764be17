// Words for findings on loans and on the clubs' funds.
import { type IsoDate, monthOf, viDate, yearOf } from '../../calendar-date.ts';
import { viNumber } from '../../register/read-number.ts';
import { define } from '../rule.ts';

const dong = (amount: number): string => `${viNumber(amount)} đ`;
const inMonth = (date: IsoDate): string => `${String(monthOf(date)).padStart(2, '0')}/${yearOf(date)}`;

export const LOAN_RULES = {
  LOAN_BEFORE_JOINED: define<{ readonly date: IsoDate; readonly member: string; readonly joined: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'vay trước ngày vào CLB',
    message: ({ date, member, joined }) => `${viDate(date)} sớm hơn ngày ${member} vào CLB (${viDate(joined)}).`,
    repair: ({ member }) => `Đề nghị đối chiếu ngày vay với sổ vay và ngày vào CLB của ${member}.`,
  }),
  LOAN_AFTER_LEFT: define<{ readonly date: IsoDate; readonly member: string; readonly left: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'vay sau ngày ra CLB',
    message: ({ date, member, left }) => `${viDate(date)} không trước ngày ${member} ra CLB (${viDate(left)}).`,
    repair: ({ member }) => `Đề nghị đối chiếu ngày vay với sổ vay và ngày ra CLB của ${member}.`,
  }),
  LOAN_REPAID_ABOVE_AMOUNT: define<{ readonly repaid: number; readonly amount: number }>({
    severity: 'error',
    counts: true,
    title: 'tiền gốc đã trả lớn hơn tiền vay',
    message: ({ repaid, amount }) => `đã trả gốc ${dong(repaid)}, lớn hơn số tiền vay ${dong(amount)}.`,
    repair: () => 'Đề nghị chỉ ghi tiền gốc; tiền lãi ghi ở trang Quỹ CLB.',
  }),
  LOAN_OVERDUE: define<{ readonly due: IsoDate; readonly owed: number; readonly asOf: IsoDate }>({
    severity: 'hint',
    counts: true,
    title: 'khoản vay quá hạn',
    message: ({ due, owed, asOf }) => `hạn ${viDate(due)} đã qua vào ngày ${viDate(asOf)} và còn nợ gốc ${dong(owed)}.`,
    repair: () => 'Đề nghị ghi số gốc đã trả đến nay, hoặc hạn trả mới nếu CLB đã gia hạn.',
  }),
  LOAN_REPAYMENT_HALF: define<{ readonly header: string; readonly shown: string }>({
    severity: 'hint',
    counts: true,
    title: 'tiền gốc đã trả và ngày trả không khớp',
    message: ({ header, shown }) => `ô đang để trống hoặc bằng 0, trong khi cột ${header} ghi ${shown}.`,
    repair: () => 'Đề nghị ghi cả số tiền gốc đã trả và ngày trả gần nhất.',
  }),
  LOAN_AMOUNT_ZERO: define({
    severity: 'warning',
    counts: true,
    title: 'số tiền vay bằng 0',
    message: () => 'số tiền vay đang ghi 0 đ.',
    repair: () => 'Đề nghị ghi số tiền vay bằng đồng, hoặc xoá dòng nếu thành viên không vay.',
  }),
};

export const FUND_RULES = {
  AMOUNT_TINY: define<{ readonly amount: number; readonly more: readonly number[] }>({
    severity: 'warning',
    counts: true,
    title: 'số tiền quá nhỏ',
    message: ({ amount }) => `số tiền chỉ là ${dong(amount)}; có thể đang ghi bằng nghìn đồng hoặc triệu đồng.`,
    repair: ({ more }) => `Đề nghị ghi đủ số tiền bằng đồng, có thể là ${more.map(dong).join(' hoặc ')}.`,
  }),
  FUND_TRANSFER_UNBALANCED: define<{ readonly club: string; readonly out: number; readonly into: number; readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'chuyển giữa hai quỹ không khớp',
    message: ({ club, out, into, asOf }) =>
      `các khoản chuyển giữa hai quỹ của ${club} đến ngày ${viDate(asOf)} có chi ${dong(out)} nhưng thu ${dong(into)}.`,
    repair: () => 'Đề nghị ghi mỗi lần chuyển thành hai dòng: chi ở quỹ này và thu ở quỹ kia, cùng số tiền.',
  }),
  FUND_OPENED_LATE: define<{
    readonly date: IsoDate;
    readonly club: string;
    readonly fund: string;
    readonly other: string;
    readonly first: IsoDate;
  }>({
    severity: 'warning',
    counts: true,
    title: 'số dư đầu kỳ ghi sau các khoản thu, chi',
    message: ({ date, club, fund, other, first }) =>
      `số dư đầu kỳ của ${fund} ở ${club} ghi ngày ${viDate(date)}, sau ${other} (${viDate(first)}).`,
    repair: () => 'Đề nghị ghi ngày của số dư đầu kỳ trước các khoản thu, chi được cộng thêm.',
  }),
  FUND_SOURCE_BLANK: define<{ readonly received: number }>({
    severity: 'hint',
    counts: true,
    title: 'khoản thu chưa ghi nguồn',
    message: ({ received }) => `ô đang để trống, trong khi dòng ghi thu ${dong(received)}.`,
    repair: () => 'Đề nghị chọn nguồn của khoản thu từ danh sách.',
  }),
  FUND_LINE_EMPTY: define({
    severity: 'error',
    counts: false,
    title: 'dòng quỹ không có thu và chi',
    message: () => 'dòng chưa ghi thu, chi hoặc hiện vật.',
    repair: () => 'Đề nghị ghi số tiền thu hoặc chi, hoặc xoá dòng nếu không phát sinh.',
  }),
  FUND_LINE_BOTH: define<{ readonly received: number; readonly spent: number }>({
    severity: 'hint',
    counts: true,
    title: 'dòng quỹ ghi cả thu và chi',
    message: ({ received, spent }) => `dòng ghi cả thu ${dong(received)} và chi ${dong(spent)}.`,
    repair: () => 'Đề nghị ghi thu và chi thành hai dòng để mỗi khoản có loại riêng.',
  }),
  FUND_BALANCE_NEGATIVE: define<{ readonly club: string; readonly fund: string; readonly month: IsoDate; readonly balance: number }>({
    severity: 'error',
    counts: true,
    title: 'số dư quỹ âm',
    message: ({ club, fund, month, balance }) => `${fund} của ${club} còn ${dong(balance)} vào cuối tháng ${inMonth(month)}.`,
    repair: () => 'Đề nghị kiểm tra các dòng thu, chi của quỹ và ghi số dư đầu kỳ nếu còn thiếu.',
  }),
  FUND_OPENED_TWICE: define<{ readonly club: string; readonly fund: string; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'số dư đầu kỳ ghi nhiều lần',
    message: ({ club, fund, other }) => `số dư đầu kỳ của ${fund} ở ${club} đã được ghi ở ${other} và đang được cộng cả hai.`,
    repair: ({ other }) => `Đề nghị chỉ giữ một dòng số dư đầu kỳ cho mỗi quỹ (đối chiếu ${other}).`,
  }),
};

// Words for findings on members. Other people are named by their codes only.
import { type IsoDate, viDate } from '../../calendar-date.ts';
import { define } from '../rule.ts';

export interface Other {
  readonly name: string;
  /** the other row's code, or where it stands */
  readonly other: string;
}

export const MEMBER_RULES = {
  MEMBER_TWICE_IN_CLUB: define<Other & { readonly club: string }>({
    severity: 'error',
    counts: false,
    title: 'một người ghi hai lần trong cùng CLB',
    message: ({ name, other, club }) => `“${name}” trùng họ tên, năm sinh và giới tính với ${other} trong ${club}; chỉ được tính một lần.`,
    repair: ({ other }) => `Đề nghị xoá một dòng nếu là cùng một người với ${other}, hoặc ghi nơi ở để phân biệt hai người.`,
  }),
  MEMBER_IN_TWO_CLUBS: define<Other & { readonly club: string }>({
    severity: 'warning',
    counts: true,
    title: 'một người ở hai CLB',
    message: ({ name, other, club }) =>
      `“${name}” trùng họ tên, năm sinh và giới tính với ${other} ở ${club}; tổng số của đơn vị chỉ tính một lần.`,
    repair: ({ other }) =>
      `Đề nghị ghi ngày ra CLB ở dòng cũ nếu người này đã chuyển; nếu là hai người khác nhau thì ghi nơi ở của cả hai (đối chiếu ${other}).`,
  }),
  MEMBER_MAYBE_SAME: define<Other>({
    severity: 'hint',
    counts: true,
    title: 'hai dòng có thể là cùng một người',
    message: ({ name, other }) => `“${name}” gần giống họ tên của ${other} và cùng năm sinh; đang được tính là hai người.`,
    repair: ({ other }) => `Đề nghị xem có phải cùng một người với ${other} không; nếu phải thì ghi thống nhất họ tên, giới tính và nơi ở.`,
  }),
  MEMBER_BEFORE_CLUB: define<{ readonly joined: IsoDate; readonly club: string; readonly founded: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'ngày vào CLB sớm hơn ngày thành lập CLB',
    message: ({ joined, club, founded }) => `${viDate(joined)} sớm hơn ngày quyết định thành lập ${club} (${viDate(founded)}).`,
    repair: ({ club }) => `Đề nghị đối chiếu ngày vào CLB với ngày quyết định thành lập ${club}.`,
  }),
  BIRTH_IN_FUTURE: define<{ readonly birth: string; readonly asOf: IsoDate }>({
    severity: 'error',
    counts: true,
    title: 'ngày sinh sau ngày chốt số liệu',
    message: ({ birth, asOf }) => `${birth} sau ngày chốt số liệu ${viDate(asOf)}.`,
    repair: () => 'Đề nghị ghi lại năm sinh bằng bốn chữ số, ví dụ: 1956.',
  }),
  AGE_UNUSUAL: define<{ readonly birth: string; readonly age: 'old' | 'young'; readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'tuổi khác thường',
    message: ({ birth, age, asOf }) => `sinh ${birth}, đến ngày ${viDate(asOf)} ${age === 'old' ? 'đã trên 120 tuổi' : 'chưa đủ 10 tuổi'}.`,
    repair: () => 'Đề nghị đối chiếu năm sinh với giấy tờ của thành viên.',
  }),
  CIRCUMSTANCE_WITHOUT_YEAR: define<{ readonly circumstance: string }>({
    severity: 'hint',
    counts: true,
    title: 'hoàn cảnh chưa ghi năm công nhận',
    message: ({ circumstance }) => `ô đang để trống, trong khi hoàn cảnh ghi “${circumstance}”.`,
    repair: () => 'Đề nghị ghi năm trên giấy chứng nhận hoặc danh sách của xã, phường.',
  }),
  CIRCUMSTANCE_STALE: define<{ readonly year: number; readonly asOf: IsoDate }>({
    severity: 'hint',
    counts: true,
    title: 'hoàn cảnh công nhận đã lâu',
    message: ({ year, asOf }) => `công nhận từ năm ${year}, đến ngày ${viDate(asOf)} đã từ ba năm trở lên.`,
    repair: () => 'Đề nghị đối chiếu với danh sách mới nhất của xã, phường và ghi lại hoàn cảnh, năm công nhận.',
  }),
  CIRCUMSTANCE_YEAR_ALONE: define<{ readonly year: number }>({
    severity: 'hint',
    counts: true,
    title: 'có năm công nhận mà không ghi hoàn cảnh',
    message: ({ year }) => `ghi năm ${year}, trong khi hoàn cảnh để trống hoặc ghi “Không”.`,
    repair: () => 'Đề nghị chọn hoàn cảnh, hoặc xoá năm nếu thành viên không còn thuộc diện này.',
  }),
  NAME_UNUSUAL: define<{ readonly name: string; readonly why: 'digit' | 'many' | 'short' }>({
    severity: 'hint',
    counts: true,
    title: 'họ và tên khác thường',
    message: ({ name, why }) =>
      `“${name}” ${why === 'digit' ? 'có chữ số' : why === 'many' ? 'có thể là tên của nhiều người' : 'chỉ có một từ'}.`,
    repair: () => 'Đề nghị ghi đủ họ và tên của một người trong mỗi dòng, năm sinh ghi ở cột riêng.',
  }),
  ETHNIC_DISAGREE: define<{ readonly group: string; readonly minority: string }>({
    severity: 'warning',
    counts: true,
    title: 'dân tộc và cột dân tộc thiểu số không khớp',
    message: ({ group, minority }) => `ghi “${minority}” trong khi dân tộc ghi “${group}”.`,
    repair: () => 'Đề nghị sửa một trong hai cột cho khớp.',
  }),
  CONSENT_MISSING: define<{ readonly law: string }>({
    severity: 'warning',
    counts: true,
    title: 'thành viên chưa có ngày đồng ý cung cấp thông tin',
    message: ({ law }) => `ô đang để trống; việc ghi thông tin cá nhân cần sự đồng ý theo ${law}.`,
    repair: () => 'Đề nghị lấy phiếu đồng ý và ghi ngày; nếu thành viên không đồng ý thì bỏ dòng này và ghi số liệu tổng hợp của CLB.',
  }),
};

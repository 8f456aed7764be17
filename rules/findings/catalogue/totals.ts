// Words for findings on the numbers that clubs report without a list.
import { type IsoDate, viDate } from '../../calendar-date.ts';
import { viNumber } from '../../register/read-number.ts';
import { define } from '../rule.ts';

export const TOTALS_RULES = {
  TOTALS_PART_ABOVE_WHOLE: define<{ readonly part: number; readonly members: number }>({
    severity: 'error',
    counts: true,
    title: 'số thành phần lớn hơn tổng số thành viên',
    message: ({ part, members }) => `${viNumber(part)} lớn hơn tổng số ${viNumber(members)} thành viên của dòng.`,
    repair: () => 'Đề nghị kiểm tra lại số này và tổng số thành viên.',
  }),
  TOTALS_PARTS_SUMMED: define<{ readonly older: number; readonly women: number; readonly disadvantaged: number; readonly members: number }>(
    {
      severity: 'warning',
      counts: true,
      title: 'tổng số thành viên đúng bằng các nhóm cộng lại',
      message: ({ older, women, disadvantaged, members }) =>
        `${viNumber(members)} đúng bằng ${viNumber(older)} người cao tuổi + ${viNumber(women)} phụ nữ + ${viNumber(disadvantaged)} người hoàn cảnh khó khăn, trong khi một người có thể thuộc nhiều nhóm.`,
      repair: () => 'Đề nghị ghi số người trong danh sách của CLB, mỗi người tính một lần; nếu không ai thuộc hai nhóm thì giữ nguyên.',
    },
  ),
  TOTALS_WITHOUT_MEMBERS: define({
    severity: 'warning',
    counts: true,
    title: 'số liệu tổng hợp chưa ghi số thành viên',
    message: () => 'ô đang để trống, nên chưa tính được số thành viên của CLB.',
    repair: () => 'Đề nghị ghi tổng số thành viên, hoặc xoá dòng.',
  }),
  TOTALS_DISAGREE: define<{ readonly club: string; readonly date: IsoDate; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'hai dòng số liệu tổng hợp cùng ngày khác nhau',
    message: ({ club, date, other }) =>
      `${club} còn có ${other} với số khác cùng ngày ${viDate(date)}; những số khác nhau không được tính.`,
    repair: ({ other }) => `Đề nghị chỉ giữ một dòng cho mỗi CLB và ngày (đối chiếu ${other}).`,
  }),
  TOTALS_BESIDE_LIST: define<{
    readonly number: number;
    readonly least: number;
    readonly most: number;
    readonly club: string;
    readonly date: IsoDate;
  }>({
    severity: 'warning',
    counts: true,
    title: 'số liệu tổng hợp khác danh sách thành viên',
    message: ({ number, least, most, club, date }) =>
      `ghi ${viNumber(number)}, trong khi danh sách thành viên của ${club} ngày ${viDate(date)} có ${least === most ? viNumber(least) : `${viNumber(least)}–${viNumber(most)}`}; báo cáo dùng danh sách.`,
    repair: ({ club }) => `Đề nghị đối chiếu với sổ của ${club} và sửa danh sách hoặc số này.`,
  }),
};

// Words for findings on what people write for a report, and on the tasks that the plan gives out.
import { type IsoDate, viDate } from '../../calendar-date.ts';
import { define } from '../rule.ts';

export const NARRATIVE_RULES = {
  NARRATIVE_BLANK: define<{ readonly part: string; readonly example: string }>({
    severity: 'warning',
    counts: true,
    title: 'phần thuyết minh còn thiếu nội dung',
    message: ({ part }) => `ô đang để trống, trong khi phần ghi “${part}”.`,
    repair: ({ example }) => `Đề nghị ghi nội dung của ô hoặc xoá dòng, ví dụ: ${example}.`,
  }),
  NARRATIVE_PERIOD_WITHOUT_YEAR: define<{ readonly period: string }>({
    severity: 'warning',
    counts: true,
    title: 'kỳ báo cáo không nêu năm',
    message: ({ period }) => `“${period}” không nêu năm, nên dòng này chưa thuộc báo cáo nào.`,
    repair: () => 'Đề nghị ghi tên kỳ như ở trang Theo dõi báo cáo, ví dụ: năm 2024.',
  }),
  VERDICT_MISPLACED: define<{ readonly shown: string; readonly part: string }>({
    severity: 'warning',
    counts: true,
    title: 'kết quả chỉ tiêu ghi ở phần khác',
    message: ({ shown, part }) => `“${shown}” chưa được tính, vì phần ghi “${part}”.`,
    repair: () => 'Đề nghị chọn phần Kết quả chỉ tiêu định tính, hoặc xoá nội dung ô này.',
  }),
  VERDICTS_DISAGREE: define<{ readonly target: string; readonly verdict: string; readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'một chỉ tiêu định tính có hai kết quả',
    message: ({ target, verdict, other }) =>
      `chỉ tiêu “${target}” ghi “${verdict}”, khác với ${other} của cùng kỳ; chưa kết quả nào được tính.`,
    repair: ({ other }) => `Đề nghị chỉ giữ một kết quả cho mỗi chỉ tiêu và kỳ (đối chiếu ${other}).`,
  }),
};

export const ASSIGNMENT_RULES = {
  ASSIGNMENT_WITHOUT_STATUS: define({
    severity: 'hint',
    counts: true,
    title: 'nhiệm vụ chưa ghi tình trạng',
    message: () => 'ô đang để trống, nên chưa biết nhiệm vụ đã được thực hiện chưa.',
    repair: () => 'Đề nghị chọn Chưa thực hiện, Đang thực hiện hoặc Đã hoàn thành.',
  }),
  ASSIGNMENT_UNIT_BLANK: define({
    severity: 'hint',
    counts: true,
    title: 'nhiệm vụ chưa ghi đơn vị chủ trì',
    message: () => 'ô đang để trống, nên chưa biết đơn vị nào chủ trì.',
    repair: () => 'Đề nghị chọn đơn vị chủ trì từ danh sách của kế hoạch.',
  }),
  ASSIGNMENT_OVERDUE: define<{ readonly due: IsoDate; readonly asOf: IsoDate; readonly status: string }>({
    severity: 'hint',
    counts: true,
    title: 'nhiệm vụ quá hạn',
    message: ({ due, asOf, status }) => `hạn ${viDate(due)} đã qua vào ngày ${viDate(asOf)}, tình trạng ghi “${status}”.`,
    repair: () => 'Đề nghị cập nhật tình trạng và kết quả, hoặc ghi hạn mới.',
  }),
};

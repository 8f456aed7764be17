// What is said about a plan that can be used all the same: the catalogue of notices.
import { type IsoDate, viDate } from '../calendar-date.ts';

interface Wording<D> {
  readonly dev: (data: D) => string;
  readonly user: (data: D) => string;
}
const define = <D>(wording: Wording<D>): Wording<D> => wording;
const figure = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',');
const EVERY = { year: 'mỗi năm', 'half-year': 'mỗi 6 tháng' } as const;
const SO_MANY = { year: 'năm', 'half-year': 'kỳ 6 tháng' } as const;
const REVIEW = 'Phần mềm theo dõi riêng từng chỉ tiêu. Đề nghị cơ quan ban hành xem lại.';

const NOTICES = {
  TOO_FEW_CLUBS_FOR_MEMBERS: define<{ clubs: number; size: number; members: number; needed: number }>({
    dev: (d) => `${d.clubs} clubs x at most ${d.size} members = ${d.clubs * d.size} < ${d.members} members; ${d.needed} clubs are needed`,
    user: (d) =>
      `${d.clubs} câu lạc bộ, mỗi câu lạc bộ tối đa ${d.size} thành viên, chỉ có ${d.clubs * d.size} thành viên, ít hơn mức ${d.members} thành viên; muốn đạt cả hai mức cần ít nhất ${d.needed} câu lạc bộ. ${REVIEW}`,
  }),
  CLUBS_CANNOT_HOLD_MEMBERS: define<{ clubs: number; size: number; members: number }>({
    dev: (d) => `even ${d.clubs} clubs x at most ${d.size} members = ${d.clubs * d.size} < ${d.members} members`,
    user: (d) =>
      `số câu lạc bộ nhiều nhất là ${d.clubs}, mỗi câu lạc bộ tối đa ${d.size} thành viên, chỉ có ${d.clubs * d.size} thành viên, không thể đạt mức ${d.members} thành viên. ${REVIEW}`,
  }),
  CLUBS_EXCEED_MEMBERS: define<{ clubs: number; size: number; members: number }>({
    dev: (d) => `${d.clubs} clubs x at least ${d.size} members = ${d.clubs * d.size} > ${d.members} members`,
    user: (d) =>
      `${d.clubs} câu lạc bộ, mỗi câu lạc bộ ít nhất ${d.size} thành viên, đã có ${d.clubs * d.size} thành viên, vượt mức cao nhất ${d.members} thành viên. ${REVIEW}`,
  }),
  PARTS_BELOW_WHOLE: define<{ first: string; second: string; sum: number }>({
    dev: (d) => `${d.first} + ${d.second} together reach ${d.sum}% at most, and are the whole`,
    user: (d) => `hai tỷ lệ bổ sung cho nhau cộng lại nhiều nhất chỉ được ${figure(d.sum)}%, không đủ 100%. ${REVIEW}`,
  }),
  PARTS_ABOVE_WHOLE: define<{ first: string; second: string; sum: number }>({
    dev: (d) => `${d.first} + ${d.second} together are at least ${d.sum}%, and are the whole`,
    user: (d) => `hai tỷ lệ bổ sung cho nhau cộng lại ít nhất đã là ${figure(d.sum)}%, vượt quá 100%. ${REVIEW}`,
  }),
  YEARLY_BELOW_TOTAL: define<{ yearly: number; years: number; total: number; unit: 'year' | 'half-year' }>({
    dev: (d) => `${d.yearly} a ${d.unit} x ${d.years} ${d.unit}s = ${d.yearly * d.years} < ${d.total} in all`,
    user: (d) =>
      `mức ${d.yearly} ${EVERY[d.unit]} trong ${d.years} ${SO_MANY[d.unit]} chỉ được ${d.yearly * d.years}, ít hơn mức chung ${d.total}; đạt mức ${EVERY[d.unit]} chưa phải là đạt mức chung. ${REVIEW}`,
  }),
  YEARLY_ABOVE_TOTAL: define<{ yearly: number; years: number; total: number; unit: 'year' | 'half-year' }>({
    dev: (d) => `${d.yearly} a ${d.unit} x ${d.years} ${d.unit}s = ${d.yearly * d.years} > at most ${d.total} in all`,
    user: (d) =>
      `mức ${d.yearly} ${EVERY[d.unit]} trong ${d.years} ${SO_MANY[d.unit]} là ${d.yearly * d.years}, vượt mức chung cao nhất ${d.total}. ${REVIEW}`,
  }),
  DEADLINE_OUTSIDE_PERIOD: define<{ target: string; deadline: IsoDate; from: IsoDate; to: IsoDate }>({
    dev: (d) => `${d.target}: deadline ${d.deadline} is outside ${d.from}..${d.to}`,
    user: (d) =>
      `thời hạn ${viDate(d.deadline)} nằm ngoài thời gian của kế hoạch (${viDate(d.from)} - ${viDate(d.to)}). Đề nghị kiểm tra lại thời hạn.`,
  }),
  YEARS_OUTSIDE_PERIOD: define<{ target: string; from: IsoDate; to: IsoDate }>({
    dev: (d) => `${d.target}: years ${d.from}..${d.to} are not all within the plan's period`,
    user: (d) =>
      `các năm phải đạt (${viDate(d.from)} - ${viDate(d.to)}) không nằm trọn trong thời gian của kế hoạch. Đề nghị kiểm tra lại các năm.`,
  }),
  NUMBER_BLANK: define<object>({
    dev: () => 'document.number is null',
    user: () => 'số của văn bản để trống trong bản gốc và được để trống ở mọi nơi. Đề nghị bổ sung khi có số chính thức.',
  }),
  DATE_BLANK: define<{ year: number | null; month: number | null; day: number | null }>({
    dev: (d) => `document.date is not whole: ${d.year ?? '?'}-${d.month ?? '?'}-${d.day ?? '?'}`,
    user: (d) => {
      const missing = [d.day === null ? 'ngày' : '', d.month === null ? 'tháng' : '', d.year === null ? 'năm' : ''].filter(
        (word) => word !== '',
      );
      return `${missing.join(', ')} ban hành văn bản không có trong bản gốc và được để trống ở mọi nơi. Đề nghị bổ sung khi có bản chính thức.`;
    },
  }),
  REPORT_NOBODY_FEEDS: define<{ title: string }>({
    dev: (d) => `"${d.title}" of the superior: no commune reports for the same periods`,
    user: (d) =>
      `cấp trên có "${d.title}" nhưng chế độ báo cáo của xã không có báo cáo cùng kỳ nên sẽ không có số liệu. Đề nghị bổ sung báo cáo của xã.`,
  }),
  HOLIDAYS_EXPECTED: define<{ year: number }>({
    dev: (d) => `days off are announced up to ${d.year - 1} only`,
    user: (d) =>
      `lịch nghỉ lễ, tết từ năm ${d.year} chưa được công bố; ngày làm việc từ năm đó được tính theo lịch dự kiến. Đề nghị cập nhật phần mềm khi có thông báo nghỉ của năm.`,
  }),
  ASSUMPTION: define<{ text: string }>({
    dev: (d) => `assumed: "${d.text}"`,
    user: (d) => `giả định của phần mềm: ${d.text} Đề nghị xác nhận hoặc sửa trong tệp kế hoạch.`,
  }),
} as const;

export type PlanNoticeCode = keyof typeof NOTICES;

/** Something a reader of the plan should know; it keeps nobody from using the plan. */
export interface PlanNotice {
  readonly code: PlanNoticeCode;
  /** the clauses concerned, as the plan numbers them; empty for the document as a whole */
  readonly clauses: readonly string[];
  readonly dev: string;
  readonly user: string;
}

/** One notice; its Vietnamese line begins with the clauses. */
export function planNotice<C extends PlanNoticeCode>(
  code: C,
  clauses: readonly string[],
  data: Parameters<(typeof NOTICES)[C]['dev']>[0],
): PlanNotice {
  const wording = NOTICES[code] as unknown as Wording<typeof data>;
  const where = [...new Set(clauses)];
  const place = where.length === 0 ? 'Kế hoạch' : `Mục ${where.join(' và ')}`;
  return { code, clauses: where, dev: wording.dev(data).replace(/\s+/g, ' '), user: `${place}: ${wording.user(data)}` };
}

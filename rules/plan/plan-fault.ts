// What can be wrong in a plan file: one code, one English line for us, one Vietnamese line for the person who can mend the file.
import { type IsoDate, isoDate, viDate } from '../calendar-date.ts';
import { hasKey, pathText, placeOf, type Site } from './plan-place.ts';

interface Wording<D> {
  readonly dev: (data: D) => string;
  /** goes on after the place and a colon; its last sentence begins "Đề nghị" */
  readonly user: (data: D) => string;
}
const define = <D>(wording: Wording<D>): Wording<D> => wording;

/** A value as it stands in the file, cut to a readable length; a calendar date the way people read it. */
function shown(value: unknown): string {
  const date = typeof value === 'string' ? isoDate(value) : undefined;
  if (date !== undefined) return viDate(date);
  const text = JSON.stringify(value) ?? 'không có gì';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
const listed = (values: readonly unknown[]): string => values.map(shown).join(', ');
/** Numbers in Vietnamese text: a decimal comma. */
const figure = (value: number): string => String(value).replace('.', ',');

const FAULTS = {
  PLAN_UNKNOWN_KEY: define<{ key: string }>({
    dev: (d) => `unknown key "${d.key}"`,
    user: (d) => `mục "${d.key}" không thuộc mẫu kế hoạch. Đề nghị bỏ mục này hoặc sửa lại tên mục cho đúng mẫu.`,
  }),
  PLAN_MISSING: define<{ key: string }>({
    dev: (d) => `"${d.key}" is missing`,
    user: (d) => `còn thiếu mục "${d.key}". Đề nghị bổ sung.`,
  }),
  PLAN_WRONG_TYPE: define<{ expected: string; wanted: string; value: unknown }>({
    dev: (d) => `${JSON.stringify(d.value)} is no ${d.expected}`,
    user: (d) => `giá trị ${shown(d.value)} không phải là ${d.wanted}. Đề nghị ghi ${d.wanted}.`,
  }),
  PLAN_NOT_IN_LIST: define<{ value: unknown; values: readonly unknown[] }>({
    dev: (d) => `${JSON.stringify(d.value)} is none of ${d.values.join(', ')}`,
    user: (d) => `giá trị ${shown(d.value)} không có trong danh sách cho phép. Đề nghị chọn một trong: ${listed(d.values)}.`,
  }),
  PLAN_NO_FORM_FITS: define<{ keys: readonly string[] }>({
    dev: (d) => `fits none of the forms that begin with ${d.keys.join(', ')}`,
    user: (d) => `không theo dạng nào của mẫu kế hoạch. Đề nghị ghi một trong các mục: ${listed(d.keys)}.`,
  }),
  PLAN_WRONG_FORM: define<{ value: unknown; pattern: string; wanted: string }>({
    dev: (d) => `${JSON.stringify(d.value)} does not match ${d.pattern}`,
    user: (d) => `giá trị ${shown(d.value)} không đúng dạng. Đề nghị ghi ${d.wanted}.`,
  }),
  PLAN_EMPTY: define<object>({
    dev: () => 'empty',
    user: () => 'để trống. Đề nghị ghi ít nhất một nội dung.',
  }),
  PLAN_WRONG_LENGTH: define<{ wanted: number }>({
    dev: (d) => `${d.wanted} items wanted`,
    user: (d) => `không đúng số phần tử. Đề nghị ghi đúng ${d.wanted} phần tử.`,
  }),
  PLAN_OUT_OF_RANGE: define<{ value: unknown; end: 'least' | 'most'; limit: number }>({
    dev: (d) => `${JSON.stringify(d.value)} is out of range: at ${d.end} ${d.limit}`,
    user: (d) => `số ${shown(d.value)} ngoài giới hạn. Đề nghị ghi số ${d.end === 'least' ? 'từ' : 'không quá'} ${figure(d.limit)}.`,
  }),
  PLAN_NO_SUCH_DATE: define<{ value: unknown }>({
    dev: (d) => `${JSON.stringify(d.value)} is no date yyyy-mm-dd`,
    user: (d) => `không có ngày ${shown(d.value)}. Đề nghị ghi một ngày có trong lịch theo thứ tự năm-tháng-ngày.`,
  }),
  PLAN_TEXT_UNTIDY: define<{ value: unknown }>({
    dev: (d) => `${JSON.stringify(d.value)} is not NFC or has spaces at its ends`,
    user: (d) => `chữ ${shown(d.value)} có dấu cách thừa ở đầu, ở cuối hoặc dùng mã tổ hợp rời. Đề nghị gõ lại bằng Unicode dựng sẵn.`,
  }),
  PLAN_NOT_VALID: define<object>({
    dev: () => 'does not fit the schema',
    user: () => 'nội dung không đúng mẫu kế hoạch. Đề nghị đối chiếu với mẫu.',
  }),
  PLAN_NO_COMPARATOR: define<{ comparators: readonly string[] }>({
    dev: () => 'a bar without a comparator',
    user: (d) => `mức chỉ tiêu để trống. Đề nghị ghi đúng một trong: ${listed(d.comparators)}.`,
  }),
  PLAN_SEVERAL_COMPARATORS: define<{ comparators: readonly string[] }>({
    dev: (d) => `a bar with ${d.comparators.length} comparators: ${d.comparators.join(', ')}`,
    user: (d) => `mức chỉ tiêu có nhiều cách so sánh cùng lúc: ${listed(d.comparators)}. Đề nghị chỉ giữ lại một cách.`,
  }),
  PLAN_RANGE_REVERSED: define<{ min: number; max: number }>({
    dev: (d) => `min ${d.min} > max ${d.max}`,
    user: (d) => `mức thấp nhất ${figure(d.min)} lớn hơn mức cao nhất ${figure(d.max)}. Đề nghị ghi số nhỏ trước, số lớn sau.`,
  }),
  PLAN_PERCENT_ABOVE_100: define<{ value: number }>({
    dev: (d) => `${d.value} percent`,
    user: (d) => `tỷ lệ ${figure(d.value)}% vượt quá 100%. Đề nghị ghi tỷ lệ từ 0 đến 100.`,
  }),
  PLAN_SPAN_REVERSED: define<{ from: string; to: string }>({
    dev: (d) => `from ${d.from} > to ${d.to}`,
    user: (d) => `ngày bắt đầu ${shown(d.from)} sau ngày kết thúc ${shown(d.to)}. Đề nghị sửa lại một trong hai ngày.`,
  }),
  PLAN_DUPLICATE_ID: define<{ id: string }>({
    dev: (d) => `duplicate "${d.id}"`,
    user: (d) => `mã "${d.id}" đã dùng trong cùng danh sách. Đề nghị đặt mã khác.`,
  }),
  PLAN_DANGLING_REFERENCE: define<{ id: string; list: string; title: string }>({
    dev: (d) => `"${d.id}" is not in ${d.list}`,
    user: (d) => `mã "${d.id}" không có trong danh sách ${d.title} (${d.list}). Đề nghị bổ sung vào danh sách hoặc sửa lại mã.`,
  }),
  PLAN_NO_SUCH_LOCATION: define<{ name: string }>({
    dev: (d) => `"${d.name}" is a location of no unit`,
    user: (d) => `địa bàn "${d.name}" không có ở đơn vị nào của kế hoạch. Đề nghị bổ sung vào danh sách địa bàn hoặc sửa lại tên.`,
  }),
  PLAN_NO_SUCH_CLASS: define<{ class: string }>({
    dev: (d) => `no unit is of class "${d.class}"`,
    user: (d) => `không có đơn vị nào thuộc loại "${d.class}". Đề nghị sửa lại loại hoặc ghi loại cho đơn vị.`,
  }),
  PLAN_NO_SUPERIOR: define<object>({
    dev: () => 'level "superior" in a plan without a superior',
    user: () => 'ghi cấp trên (superior) trong khi kế hoạch không có cấp trên. Đề nghị bổ sung mục "superior" hoặc đổi cấp.',
  }),
  PLAN_DATES_OUT_OF_ORDER: define<{ date: IsoDate; before: IsoDate }>({
    dev: (d) => `${d.date} does not come after ${d.before}`,
    user: (d) => `ngày ${shown(d.date)} không sau ngày ${shown(d.before)} của mục đứng trước. Đề nghị xếp các mốc theo thứ tự thời gian.`,
  }),
  PLAN_NO_SUCH_DAY: define<{ day: number; month: number }>({
    dev: (d) => `month ${d.month} has no day ${d.day}`,
    user: (d) => `tháng ${d.month} không có ngày ${d.day}. Đề nghị ghi một ngày có trong tháng.`,
  }),
  PLAN_DUE_NOT_AFTER_CUT_OFF: define<{ day: string }>({
    dev: (d) => `due ${d.day} does not come after the cut-off`,
    user: (d) =>
      `hạn gửi ${isoDate(d.day) === undefined ? d.day : shown(d.day)} không sau ngày chốt số liệu. Đề nghị ghi hạn gửi sau ngày chốt.`,
  }),
  PLAN_SUPERIOR_TOLD_TOO_EARLY: define<{ superiorAfter: number; last: number }>({
    dev: (d) => `superior told ${d.superiorAfter} days after, the unit reminded up to ${d.last}`,
    user: (d) =>
      `cấp trên được báo sau hạn ${d.superiorAfter} ngày, không muộn hơn lần nhắc cuối của đơn vị (${d.last} ngày). Đề nghị ghi "superiorAfter" lớn hơn các số của "daysAfter".`,
  }),
  PLAN_LOCKED_BEFORE_LATE: define<{ lateAfter: number; lockedAfter: number }>({
    dev: (d) => `locked after ${d.lockedAfter} days, late only after ${d.lateAfter}`,
    user: (d) =>
      `kỳ báo cáo khoá sau ${d.lockedAfter} ngày trong khi sau ${d.lateAfter} ngày mới tính chậm. Đề nghị ghi số ngày khoá lớn hơn số ngày tính chậm.`,
  }),
  PLAN_LAST_PHASE_DIFFERS: define<{ what: 'mức' | 'thời hạn' }>({
    dev: (d) => `the last phase has another ${d.what === 'mức' ? 'bar' : 'deadline'} than the target`,
    user: (d) => `${d.what} của giai đoạn cuối khác ${d.what} của chỉ tiêu. Đề nghị ghi hai chỗ như nhau.`,
  }),
  PLAN_COURSE_AFTER_DEADLINE: define<{ date: IsoDate; deadline: IsoDate }>({
    dev: (d) => `${d.date} is after the deadline ${d.deadline}`,
    user: (d) => `mốc ${shown(d.date)} sau thời hạn ${shown(d.deadline)} của chỉ tiêu. Đề nghị ghi mốc không sau thời hạn.`,
  }),
  PLAN_COURSE_WITHOUT_LOWER_END: define<object>({
    dev: () => 'a course towards a bar without a lower end',
    user: () => 'lộ trình cần một mức phải đạt tới, mức "tối đa" không có lộ trình. Đề nghị bỏ "baseline", "steps" hoặc ghi mức tối thiểu.',
  }),
  PLAN_NOT_TOGETHER: define<{ first: string; second: string }>({
    dev: (d) => `"${d.second}" beside "${d.first}"`,
    user: (d) => `mục "${d.second}" không đi cùng mục "${d.first}". Đề nghị giữ một mục, hoặc tách thành hai chỉ tiêu.`,
  }),
  PLAN_SCOPE_EMPTY: define<object>({
    dev: () => 'no unit is in this scope',
    user: () => 'không có đơn vị nào của kế hoạch thuộc phạm vi này. Đề nghị sửa lại phạm vi hoặc ghi loại, nhóm cho đơn vị.',
  }),
  PLAN_UNIT_WITHOUT_GROUP: define<{ units: readonly string[] }>({
    dev: (d) => `units without a group: ${d.units.join(', ')}`,
    user: (d) => `chỉ tiêu tính theo nhóm đơn vị nhưng các đơn vị ${listed(d.units)} chưa ghi nhóm. Đề nghị ghi "group" cho từng đơn vị.`,
  }),
  PLAN_VALIDITY_OVERLAP: define<{ what: string; from: string }>({
    dev: (d) => `${d.what}: two are valid on ${d.from}`,
    user: (d) =>
      `thời gian áp dụng trùng với mục đứng trước từ ngày ${shown(d.from)}. Đề nghị để ngày bắt đầu liền sau ngày kết thúc của mục trước.`,
  }),
  PLAN_VALIDITY_GAP: define<{ what: string; from: string; to: string }>({
    dev: (d) => `${d.what}: none is valid from ${d.from} to ${d.to}`,
    user: (d) => `từ ngày ${shown(d.from)} đến ngày ${shown(d.to)} không có mục nào áp dụng. Đề nghị bổ sung hoặc sửa ngày áp dụng.`,
  }),
} as const;

export type PlanFaultCode = keyof typeof FAULTS;
export type PlanFaultData<C extends PlanFaultCode> = Parameters<(typeof FAULTS)[C]['dev']>[0];

/** Something that keeps a plan file from being used. */
export interface PlanFault {
  /** "targets[3].bar.between"; empty for the file as a whole */
  readonly path: string;
  readonly code: PlanFaultCode;
  readonly dev: string;
  readonly user: string;
}

export const isPlanFaultCode = (text: unknown): text is PlanFaultCode => typeof text === 'string' && hasKey(FAULTS, text);

/** One fault at a place of the raw file; both of its lines name the place. */
export function planFault<C extends PlanFaultCode>(raw: unknown, site: Site, code: C, data: PlanFaultData<C>): PlanFault {
  const wording = FAULTS[code] as unknown as Wording<PlanFaultData<C>>;
  const path = pathText(site);
  return {
    path,
    code,
    dev: `${path === '' ? 'plan' : path}: ${wording.dev(data)}`.replace(/\s+/g, ' '),
    user: `${placeOf(raw, site)}: ${wording.user(data)}`.normalize('NFC'),
  };
}

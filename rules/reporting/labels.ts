// The Vietnamese of the owned tabs and of a report's data notes, in one place. Sentences that ask begin with "Đề nghị".

import { RULES } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Severity } from '../findings/rule.ts';
import type { Plan } from '../plan/schema.ts';
import { courseText, criterionText, numberText, percentText, unitOf } from '../progress/labels.ts';
import type { Quality, TargetProgress } from '../progress/progress.ts';
import { columnLetters } from '../register/a1.ts';
import { VERDICTS } from '../register/choice-lists.ts';
import type { Columns, Tab } from '../register/column.ts';
import type { Register } from '../register/read-register.ts';
import { TABS, type TabKey } from '../register/tabs.ts';
import type { DataNote } from './report-content.ts';
import { reportName } from './report-name.ts';

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { error: 'Phải sửa', warning: 'Cần xem lại', hint: 'Gợi ý' };

const tabOf = (key: string): Tab<Columns> | undefined => (key in TABS ? TABS[key as TabKey] : undefined);
export const tabTitle = (key: string): string => tabOf(key)?.title ?? key;
export const columnHeader = (tab: string, column: string | undefined): string | undefined =>
  column === undefined ? undefined : (tabOf(tab)?.columns[column]?.header ?? column);

/** Where a finding's cell is: its tab, and its address as people read it. Undefined where the whole tab is meant. */
export function cellOf(finding: Finding, register: Register): { readonly sheetId: number; readonly a1: string } | undefined {
  const tab = tabOf(finding.tab);
  if (tab === undefined || finding.row === undefined) return undefined;
  const column = finding.column === undefined ? 0 : register[finding.tab as TabKey].columnAt.get(finding.column);
  return column === undefined ? undefined : { sheetId: tab.sheetId, a1: `${columnLetters(column)}${finding.row}` };
}

export const TODO = {
  wholeUnit: 'Toàn đơn vị',
  reading: (place: number) => `Cách hiểu ${place}`,
  underWay: (title: string, label: string) => `${reportName(title, label)}: đang tổng hợp số liệu`,
  daysLeft: (days: number) => (days === 0 ? 'hôm nay là hạn gửi' : `còn ${numberText(days)} ngày đến hạn gửi`),
  inTimeUntil: (day: string) => `đã đến hạn gửi, tính đúng hạn đến hết ngày ${day}`,
  underWayAdvice: (cutOff: string) => `Đề nghị nhập đủ số liệu đến hết ngày ${cutOff} và xác nhận ở trang Xác nhận số liệu.`,
  notYet: (title: string, label: string) => `${reportName(title, label)}: chưa đến kỳ`,
  awaitingApproval: (title: string, label: string) => `${reportName(title, label)}: chờ lãnh đạo duyệt`,
  awaitingAdvice:
    'Đề nghị xem trước báo cáo, trình lãnh đạo duyệt, rồi chọn Người duyệt và đánh dấu Lãnh đạo đã duyệt. Đến hạn mà chưa duyệt thì số liệu vẫn được gửi và ghi rõ là chưa duyệt.',
  approved: (title: string, label: string) => `${reportName(title, label)}: lãnh đạo đã duyệt`,
  approvedStatus: (by: string, on: string) => `${by} duyệt ngày ${on}; số liệu đã chốt`,
  approvedAdvice: 'Đề nghị đánh dấu Gửi báo cáo để gửi ngay; nếu không, số liệu tự gửi vào ngày hạn.',
  daysOver: (days: number) => `quá hạn gửi ${numberText(days)} ngày`,
  blocked: (count: number) => `còn ${numberText(count)} nội dung phải sửa trước khi duyệt`,
  sent: (title: string, label: string) => `${reportName(title, label)}: đã gửi số liệu`,
  sentStatus: 'đã gửi, chờ nơi nhận trả lời',
  sentAdvice: 'Đề nghị trình ký và gửi văn bản báo cáo theo quy định.',
  undecided: (title: string, label: string) => `${reportName(title, label)}: chưa rõ thư đã được gửi hay chưa`,
  needsPerson: 'cần người kiểm tra',
  undecidedAdvice: 'Đề nghị mở hộp thư gửi, kiểm tra mục Đã gửi và báo người quản trị để ghi lại kết quả.',
  notSendable: (title: string, label: string) => `${reportName(title, label)}: chưa gửi được`,
  missing: {
    recipient: 'chưa có địa chỉ thư của nơi nhận',
    contact: 'chưa có người liên hệ của đơn vị',
    rows: 'dòng dành cho báo cáo này đang giữ báo cáo khác',
    approved: 'số liệu đã duyệt trong trang ẩn _Số chốt bị thiếu hoặc đã bị sửa',
  },
  missingAdvice: {
    recipient: 'Đề nghị người quản trị ghi địa chỉ thư của nơi nhận vào trang Thông tin đơn vị.',
    contact: 'Đề nghị người quản trị ghi tên và địa chỉ thư của người liên hệ vào trang Thông tin đơn vị.',
    rows: 'Đề nghị báo người quản trị kiểm tra trang Theo dõi báo cáo; các báo cáo đã gửi vẫn được giữ nguyên.',
    approved: 'Đề nghị khôi phục trang _Số chốt từ Tệp > Nhật ký phiên bản, hoặc báo người quản trị.',
  },
  held: {
    copy: {
      task: 'Sổ này không phải sổ gốc nên không gửi báo cáo',
      status: 'Mã sổ ở trang Thông tin đơn vị không phải mã của tệp này',
      advice: 'Đề nghị làm việc trên sổ gốc của đơn vị; nếu đây là sổ gốc thì báo người quản trị ghi lại Mã sổ.',
    },
    ledger: {
      task: 'Chưa gửi được báo cáo: không đọc được phần ghi các báo cáo đã gửi',
      status: 'trang Theo dõi báo cáo hoặc trang ẩn _Số chốt bị thiếu, hoặc các cột đã bị đổi',
      advice: 'Đề nghị khôi phục hai trang này từ Tệp > Nhật ký phiên bản, hoặc báo người quản trị.',
    },
    start: {
      task: 'Chưa gửi được báo cáo: chưa ghi ngày bắt đầu báo cáo',
      status: 'trang Thông tin đơn vị thiếu mục Báo cáo từ ngày',
      advice: 'Đề nghị người quản trị ghi mục Báo cáo từ ngày vào trang Thông tin đơn vị.',
    },
  },
  errors: (count: number) => `Có ${numberText(count)} nội dung phải sửa`,
  errorsStatus: 'các dòng này chưa tính được vào số liệu',
  errorsAdvice: 'Đề nghị sửa trước khi trình lãnh đạo duyệt.',
  warnings: (count: number) => `Có ${numberText(count)} nội dung cần xem lại`,
  warningsStatus: 'vẫn được tính và được ghi chú trong báo cáo',
  warningsAdvice: 'Đề nghị xem từng nội dung, sửa nếu chưa đúng.',
  hints: (count: number) => `Có ${numberText(count)} gợi ý`,
  hintsStatus: 'không ảnh hưởng đến số liệu',
  hintsAdvice: 'Đề nghị xem khi có thời gian.',
} as const;

/** Lines to paste into a chat. */
export const SHORT_TEXT = {
  cutOff: (day: string) => `Số liệu đến hết ngày ${day}.`,
  sent: (moment: string, to: string) => `Đã gửi lúc ${moment}${to === '' ? '' : `, đến: ${to}`}.`,
  notSent: (due: string) => `Chưa gửi; hạn gửi ngày ${due}.`,
  met: (met: string, all: string) => `Kết quả: đạt ${met}/${all} chỉ tiêu.`,
} as const;

/** Bảng theo dõi: what the sidebar says besides the figures. */
export const PANEL = {
  asOf: (day: string) => `Tính đến ngày ${day}`,
  noFigure: '–',
  counted: 'Được tính',
  doubtful: 'Chưa chắc chắn, còn thiếu thông tin',
  whole: 'Tổng số để so sánh',
  club: 'Câu lạc bộ',
  withoutCode: (row: number) => `dòng ${row}`,
} as const;

/** "số 12/KH-UBND, ngày 05 tháng 3 năm 2024": what the original leaves blank stays blank. */
export function documentText(number: string | null, symbol: string, date: Plan['document']['date']): string {
  const day = date.day === null ? undefined : `ngày ${String(date.day).padStart(2, '0')}`;
  const month = date.month === null ? undefined : `tháng ${date.month}`;
  const year = date.year === null ? undefined : `năm ${date.year}`;
  const dated = [day, month, year].filter((part) => part !== undefined).join(' ');
  return [`số ${number ?? '…'}/${symbol}`, dated].filter((part) => part !== '').join(', ');
}

/** What is still missing to meet a target, and where it should be by now; undefined where there is nothing to say. */
export function missingText(progress: TargetProgress): string | undefined {
  const { target, course } = progress;
  const parts = [shortfallText(progress), course === undefined ? undefined : courseText(course, unitOf(target) ?? 'percent')];
  return parts.filter((part) => part !== undefined).join('; ') || undefined;
}

/** In its own unit; undefined when it is met, or when nobody can tell. */
function shortfallText({ target, figure, status, units }: TargetProgress): string | undefined {
  if (figure === undefined || !('bar' in target) || (status !== 'notMet' && status !== 'notDue')) return undefined;
  if (target.kind === 'each-club') return undefined;
  if (target.kind === 'each-unit' && units !== undefined)
    return namedText(units.filter((one) => one.status === status).map(({ name }) => name));
  const least = target.bar.between?.[0] ?? target.bar.atLeast ?? target.bar.equal;
  if (least === undefined) return undefined;
  const unit = unitOf(target);
  if (unit === undefined) return undefined;
  if (unit !== 'percent') return `còn thiếu ${numberText(Math.max(0, least - figure.low))} ${unit.of}`;
  return `còn thiếu ${percentText(Math.max(0, least - figure.low), 1)}`;
}

const NAMES_SHOWN = 5;

/** "chưa đạt: xã An Hòa, xã An Phú và 3 nơi khác". */
function namedText(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN;
  return `chưa đạt: ${names.slice(0, NAMES_SHOWN).join(', ')}${rest > 0 ? ` và ${numberText(rest)} nơi khác` : ''}`;
}

/** "thiếu quy chế hoạt động; chưa rõ hoạt động Chăm sóc sức khoẻ": what keeps a club from the quality rule. */
export function lackingText({ failed, unknown }: Quality): string | undefined {
  const parts = [
    ...(failed.length > 0 ? [`thiếu ${failed.map(criterionText).join(', ')}`] : []),
    ...(unknown.length > 0 ? [`chưa rõ ${unknown.map(criterionText).join(', ')}`] : []),
  ];
  return parts.join('; ') || undefined;
}

/** What people said of the club, as the tab Đánh giá CLB has it. */
export const verdictText = (verdict: string): string =>
  `${TABS.assessments.title}: ${VERDICTS.from === 'list' ? (VERDICTS.choices.find(({ key }) => key === verdict)?.label ?? verdict) : verdict}.`;

const CODES_SHOWN = 5;

/**
 * A line per rule and place: where, what, how many records and the first codes. No value and no name, and no code where the mere fact
 * is nobody's business outside. The severity is printed before it.
 */
export function dataNotes(findings: readonly Finding[]): DataNote[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    if (finding.severity === 'hint') continue;
    const key = [finding.severity, finding.rule, finding.tab, finding.column ?? ''].join('/');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group): DataNote => {
    const [{ severity, rule, tab, column }] = group;
    const header = columnHeader(tab, column);
    const place = `trang ${tabTitle(tab)}${header === undefined ? '' : `, cột ${header}`}`;
    return { severity: severity === 'error' ? 'error' : 'warning', text: `${place}: ${RULES[rule].title}${countedIn(group)}.` };
  });
}

const PRIVATE: readonly string[] = ['sensitive', 'confidential'];

/** " – 7 mục (TV0001, TV0002 … và 2 mục khác)"; nothing for a finding about the whole tab. */
function countedIn(group: readonly Finding[]): string {
  const records = [...new Set(group.map(({ record }) => record).filter((record) => record !== ''))];
  if (records.length === 0) return group.length > 1 ? ` (${numberText(group.length)} mục)` : '';
  const count = ` – ${numberText(records.length)} mục`;
  if (group.some(({ valueClass }) => PRIVATE.includes(valueClass))) return count;
  const rest = records.length - CODES_SHOWN;
  return `${count} (${records.slice(0, CODES_SHOWN).join(', ')}${rest > 0 ? ` và ${numberText(rest)} mục khác` : ''})`;
}

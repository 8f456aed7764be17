// The Vietnamese of the owned tabs and of a report's data notes, in one place. Sentences that ask begin with "Đề nghị".

import type { Finding } from '../findings/finding.ts';
import type { Severity } from '../findings/rule.ts';
import { numberText, percentText, unitOf } from '../progress/labels.ts';
import type { TargetProgress } from '../progress/progress.ts';
import { columnLetters } from '../register/a1.ts';
import type { Columns, Tab } from '../register/column.ts';
import type { Register } from '../register/read-register.ts';
import { TABS, type TabKey } from '../register/tabs.ts';
import type { DataNote } from './report-content.ts';

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
  year: (year: number) => `Năm ${year}`,
  reading: 'Cách hiểu khác',
  underWay: (title: string, label: string) => `${title} (${label}): đang tổng hợp số liệu`,
  daysLeft: (days: number) => (days === 0 ? 'hôm nay là hạn gửi' : `còn ${numberText(days)} ngày đến hạn gửi`),
  underWayAdvice: (cutOff: string) => `Đề nghị nhập đủ số liệu đến hết ngày ${cutOff} và xác nhận ở trang Xác nhận số liệu.`,
  sent: (title: string, label: string) => `${title} (${label}): đã gửi số liệu`,
  sentStatus: 'đã gửi, chờ nơi nhận trả lời',
  sentAdvice: 'Đề nghị trình ký và gửi văn bản báo cáo theo quy định.',
  undecided: (title: string, label: string) => `${title} (${label}): chưa rõ thư đã được gửi hay chưa`,
  needsPerson: 'cần người kiểm tra',
  undecidedAdvice: 'Đề nghị mở hộp thư gửi, kiểm tra mục Đã gửi và báo người quản trị để ghi lại kết quả.',
  notSendable: (title: string, label: string) => `${title} (${label}): chưa gửi được`,
  missing: { recipient: 'chưa có địa chỉ thư của nơi nhận', contact: 'chưa có người liên hệ của đơn vị' },
  missingAdvice: {
    recipient: 'Đề nghị người quản trị ghi địa chỉ thư của nơi nhận vào trang Thông tin đơn vị.',
    contact: 'Đề nghị người quản trị ghi tên và địa chỉ thư của người liên hệ vào trang Thông tin đơn vị.',
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

/** What is still missing to meet a target, in its own unit; undefined when it is met, or when nobody can tell. */
export function missingText({ target, figure, status }: TargetProgress): string | undefined {
  if (figure === undefined || !('bar' in target) || (status !== 'notMet' && status !== 'notDue')) return undefined;
  const least = target.bar.between?.[0] ?? target.bar.atLeast ?? target.bar.equal;
  if (least === undefined || target.kind === 'each-club') return undefined;
  const unit = unitOf(target);
  if (unit === undefined) return undefined;
  if (unit !== 'percent') return `còn thiếu ${numberText(Math.max(0, least - figure.low))} ${unit.of}`;
  return `còn thiếu ${percentText(Math.max(0, least - figure.low), 1)}`;
}

const CODES_SHOWN = 5;

/** A line per place that something was found in: tab, column, how many records, and the first codes. No value, no name. */
export function dataNotes(findings: readonly Finding[]): DataNote[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'hint') continue;
    const key = [finding.severity, finding.tab, finding.column ?? ''].join('/');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group): DataNote[] => {
    const [first] = group;
    if (first === undefined) return [];
    const codes = [...new Set(group.map(({ record }) => record).filter((record) => record !== ''))];
    const rest = codes.length - CODES_SHOWN;
    const named =
      codes.length === 0 ? '' : ` (${codes.slice(0, CODES_SHOWN).join(', ')}${rest > 0 ? ` và ${numberText(rest)} mục khác` : ''})`;
    const header = columnHeader(first.tab, first.column);
    const place = `Trang ${tabTitle(first.tab)}${header === undefined ? '' : `, cột ${header}`}`;
    const what = first.severity === 'error' ? 'nội dung phải sửa' : 'nội dung cần xem lại';
    return [{ severity: first.severity === 'error' ? 'error' : 'warning', text: `${place}: ${numberText(group.length)} ${what}${named}.` }];
  });
}

// The words of the list of frozen figures. It holds codes and no names; blanks for dates and signatures stay blank.
import { saidMoment, viDate } from '../../rules/calendar-date.ts';
import { numberText } from '../../rules/progress/labels.ts';
import type { Explained } from '../../rules/reporting/explain.ts';
import type { FrozenListContent } from '../../rules/reporting/frozen-list.ts';

interface Codes {
  readonly label: string;
  readonly text: string;
}
interface Row {
  readonly isPart: boolean;
  readonly title: string;
  readonly plan: string;
  readonly shown: string;
  readonly status: string;
  readonly codes: readonly Codes[];
}
export interface FrozenListView {
  readonly heading: string;
  readonly unit: string;
  readonly name: string;
  readonly window: string;
  readonly approval: string;
  readonly printHint: string;
  readonly warning: string;
  readonly rows: readonly Row[];
  readonly place: string;
  readonly planTitle: string;
  readonly footer: readonly string[];
}

const WITHOUT_CODE = /^#row(\d+)$/;
const called = (code: string): string => code.replace(WITHOUT_CODE, 'dòng $1');

const codesOf = (label: string, codes: readonly string[]): Codes[] =>
  codes.length === 0 ? [] : [{ label: `${label} (${numberText(codes.length)})`, text: codes.map(called).join(', ') }];

function rowOf({ clause, title, plan, shown, status, records }: Explained, isPart: boolean): Row {
  return {
    isPart,
    title: isPart ? title : `${clause}. ${title}`,
    plan: isPart ? '' : plan,
    shown: shown === '' ? '–' : shown,
    status,
    codes: [
      ...codesOf('Được tính', records.counted),
      ...codesOf('Chưa chắc chắn', records.doubtful),
      ...codesOf('Tổng số để so sánh', records.of),
    ],
  };
}

/** Everything the page says, from its content. */
export function frozenListView(content: FrozenListContent): FrozenListView {
  const { unit, name, from, cutOff, approval, versions, isWhole, rows, planTitle, key, now } = content;
  return {
    heading: 'BẢNG KÊ SỐ LIỆU ĐÃ CHỐT',
    unit,
    name,
    window: `Số liệu từ ngày ${viDate(from)} đến hết ngày ${viDate(cutOff)}`,
    approval: approval === undefined ? '' : `Lãnh đạo duyệt: ${approval.by}, ngày ${approval.on}`,
    printHint:
      'Bảng kê lưu tại đơn vị, không gửi lên cấp trên. Để in: bấm chuột phải vào trang, chọn In; trên điện thoại chọn Chia sẻ, In.',
    warning: isWhole
      ? ''
      : 'Số liệu chốt trong trang ẩn _Số chốt không còn khớp với mã kiểm đã in trong báo cáo. Đề nghị báo người quản trị.',
    rows: rows.flatMap(({ target, parts }) => [rowOf(target, false), ...parts.map((part) => rowOf(part, true))]),
    place: '……, ngày …… tháng …… năm ……',
    planTitle,
    footer: [
      `Mã báo cáo: ${key}`,
      `Phiên bản: cách tính ${versions.rules}; kế hoạch ${versions.plan}; mã kiểm số liệu ${versions.snapshot}`,
      `Lập lúc ${saidMoment(now)}. Bảng kê chỉ ghi mã dòng trong sổ, không ghi họ tên.`,
    ],
  };
}

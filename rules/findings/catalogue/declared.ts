// Words for findings on what people declare about the data, and on what the unit's own tab has to hold before a report can go out.
import { type IsoDate, viDate } from '../../calendar-date.ts';
import { viNumber } from '../../register/read-number.ts';
import { define, listed } from '../rule.ts';

export const DECLARATION_RULES = {
  NIL_WITHOUT_FROM: define({
    severity: 'warning',
    counts: true,
    title: 'xác nhận không phát sinh chưa ghi từ ngày',
    message: () => 'ô đang để trống, trong khi dòng xác nhận không phát sinh.',
    repair: () => 'Đề nghị ghi ngày đầu của khoảng thời gian không phát sinh.',
  }),
  NIL_CONTRADICTED: define<{
    readonly section: string;
    readonly from: IsoDate;
    readonly until: IsoDate;
    readonly found: number;
    readonly first: string;
  }>({
    severity: 'error',
    counts: true,
    title: 'xác nhận không phát sinh nhưng có số liệu',
    message: ({ section, from, until, found, first }) =>
      `xác nhận không phát sinh từ ${viDate(from)} đến ${viDate(until)}, nhưng trang ${section} có ${viNumber(found)} dòng trong khoảng này (dòng đầu: ${first}).`,
    repair: ({ first }) => `Đề nghị đổi xác nhận thành đã nhập đủ đến ngày, hoặc kiểm tra lại ngày của ${first}.`,
  }),
  DECLARED_AHEAD: define<{ readonly declaredOn: IsoDate; readonly until: IsoDate; readonly since: number }>({
    severity: 'warning',
    counts: true,
    title: 'xác nhận cho những ngày chưa đến',
    message: ({ declaredOn, until, since }) =>
      `xác nhận ngày ${viDate(declaredOn)} cho số liệu đến ${viDate(until)}, khi khoảng này chưa hết${since > 0 ? `; sau đó đã có ${viNumber(since)} dòng` : ''}.`,
    repair: ({ until }) => `Đề nghị xác nhận lại từ ngày ${viDate(until)} trở đi.`,
  }),
  SECTION_UNDECLARED: define<{
    readonly section: string;
    readonly asOf: IsoDate;
    readonly clubs: readonly { readonly name: string; readonly until: IsoDate | undefined }[];
    readonly all: boolean;
  }>({
    severity: 'warning',
    counts: true,
    title: 'phần số liệu chưa được xác nhận',
    message: ({ section, asOf, clubs, all }) => {
      const missing = clubs.map(({ name, until }) => (until === undefined ? name : `${name} (mới đến ${viDate(until)})`));
      const whose = all && clubs.every(({ until }) => until === undefined) ? 'toàn đơn vị' : listed(missing, 'CLB', 10);
      return `phần ${section} chưa được xác nhận đến ngày ${viDate(asOf)}: ${whose}.`;
    },
    repair: ({ section, asOf }) => `Đề nghị thêm dòng xác nhận phần ${section}: đã nhập đủ đến ngày ${viDate(asOf)}, hoặc không phát sinh.`,
  }),
};

export const UNIT_RULES = {
  CONTACT_MISSING: define<{ readonly asOf: IsoDate }>({
    severity: 'error',
    counts: true,
    title: 'chưa có người liên hệ',
    message: ({ asOf }) => `chưa có người liên hệ với họ tên và thư điện tử còn hiệu lực ngày ${viDate(asOf)}.`,
    repair: () => 'Đề nghị người quản trị ghi dòng Người liên hệ với họ tên và thư điện tử.',
  }),
  RECIPIENT_MISSING: define<{ readonly office: string; readonly asOf: IsoDate }>({
    severity: 'error',
    counts: true,
    title: 'chưa có địa chỉ nơi nhận báo cáo',
    message: ({ office, asOf }) => `chưa có địa chỉ thư của ${office}, nơi nhận báo cáo ngày ${viDate(asOf)}.`,
    repair: ({ office }) => `Đề nghị người quản trị ghi dòng Nơi nhận báo cáo với giá trị “${office}” và thư điện tử.`,
  }),
  COPY_RECIPIENT_MISSING: define<{ readonly office: string; readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'chưa có địa chỉ nơi nhận bản sao',
    message: ({ office, asOf }) => `chưa có địa chỉ thư của ${office}, nơi nhận bản sao báo cáo ngày ${viDate(asOf)}.`,
    repair: ({ office }) => `Đề nghị người quản trị ghi dòng Nơi nhận báo cáo với giá trị “${office}” và thư điện tử.`,
  }),
  OFFICIAL_ADDRESS_MISSING: define({
    severity: 'warning',
    counts: true,
    title: 'chưa có hộp thư công vụ',
    message: () => 'chưa có hộp thư công vụ của đơn vị để nhận thư trả lời.',
    repair: () => 'Đề nghị người quản trị ghi dòng Hộp thư công vụ với tên đơn vị và thư điện tử.',
  }),
  ADDRESS_MALFORMED: define<{ readonly email: string }>({
    severity: 'error',
    counts: true,
    title: 'địa chỉ thư không đúng dạng',
    message: ({ email }) => `“${email}” không phải là một địa chỉ thư.`,
    repair: () => 'Đề nghị ghi một địa chỉ thư điện tử, ví dụ: ubnd@anbinh.example.',
  }),
};

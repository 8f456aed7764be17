// The tabs of a superior's workbook, in the order they stand: its units, what was assigned to them, and what came of it.
// What it shares with a commune's register (progress, ledger, plan, own tasks and money) is declared there and only there.
import type { Columns, Tab } from './column.ts';
import { defineTab, NOTE_TEXT } from './column.ts';
import { events } from './tabs/activities.ts';
import { budget } from './tabs/budget.ts';
import { chartData } from './tabs/chart-data.ts';
import { extensions } from './tabs/extensions.ts';
import { frozen, plan, unitInfo } from './tabs/machine.ts';
import { assignments, narratives, reports } from './tabs/reports.ts';
import { progress, todo } from './tabs/shown.ts';
import { UNITS_SHEET } from './workbook-kind.ts';

const units = defineTab({
  key: 'units',
  title: 'Đơn vị',
  sheetId: UNITS_SHEET,
  kind: 'data',
  visible: true,
  columns: {
    unit: { type: 'text', header: 'Mã đơn vị', help: 'Mã đơn vị theo kế hoạch. Ví dụ: 00001.', width: 90, privacy: 'none', required: true },
    name: {
      type: 'text',
      header: 'Tên đơn vị',
      help: 'Tên theo kế hoạch. Ví dụ: xã An Bình.',
      width: 220,
      privacy: 'none',
      required: true,
    },
    successor: {
      type: 'text',
      header: 'Nay thuộc',
      help: 'Đơn vị kế thừa sau sáp nhập, nếu có. Ví dụ: xã An Phú (từ 01/07/2025).',
      width: 260,
      privacy: 'none',
      longest: NOTE_TEXT,
    },
    register: {
      type: 'text',
      header: 'Mã sổ',
      help: 'Mã của sổ trên Google Trang tính; để trống nếu đơn vị chưa có sổ. Ví dụ: 1AbC….',
      width: 320,
      privacy: 'none',
      verbatim: true,
    },
    contact: {
      type: 'text',
      header: 'Người liên hệ',
      help: 'Cán bộ phụ trách sổ. Ví dụ: Hội Người cao tuổi xã.',
      width: 220,
      privacy: 'basic',
    },
    email: {
      type: 'text',
      header: 'Thư điện tử',
      help: 'Địa chỉ thư của người liên hệ. Ví dụ: hnct@anbinh.example.',
      width: 240,
      privacy: 'basic',
    },
    baseline: {
      type: 'count',
      header: 'Số CLB giai đoạn trước',
      help: 'Số CLB đã xây dựng ở giai đoạn trước theo hồ sơ, để theo dõi việc duy trì. Ví dụ: 2.',
      width: 120,
      privacy: 'none',
    },
  },
});

const assigned = defineTab({
  key: 'assigned',
  title: 'Chỉ tiêu giao',
  sheetId: 202,
  kind: 'data',
  visible: true,
  columns: {
    unit: { type: 'text', header: 'Mã đơn vị', help: 'Mã đơn vị theo kế hoạch. Ví dụ: 00001.', width: 90, privacy: 'none', required: true },
    year: { type: 'year', header: 'Năm', help: 'Năm được giao. Ví dụ: 2024.', width: 80, privacy: 'none', required: true },
    target: {
      type: 'choice',
      header: 'Chỉ tiêu',
      help: 'Chọn chỉ tiêu của kế hoạch. Ví dụ: Số CLB mới được thành lập.',
      width: 360,
      privacy: 'none',
      required: true,
      list: { from: 'plan', list: 'targets' },
    },
    number: {
      type: 'count',
      header: 'Số được giao',
      help: 'Số lượng được giao trong năm. Ví dụ: 1.',
      width: 110,
      privacy: 'none',
      required: true,
    },
    documentNo: {
      type: 'text',
      header: 'Văn bản giao',
      help: 'Số và ngày của văn bản giao chỉ tiêu. Ví dụ: 12/QĐ-UBND ngày 05/01/2024.',
      width: 240,
      privacy: 'none',
    },
  },
});

/** A line per unit; a column per target of the plan stands to the right of these. */
const matrix = defineTab({
  key: 'matrix',
  title: 'Tổng hợp',
  sheetId: 203,
  kind: 'owned',
  visible: true,
  columns: {
    unit: { type: 'text', header: 'Mã đơn vị', help: 'Mã đơn vị theo kế hoạch. Ví dụ: 00001.', width: 90, privacy: 'none' },
    name: { type: 'text', header: 'Đơn vị', help: 'Tên trong ngày lập bảng. Ví dụ: xã An Bình.', width: 240, privacy: 'none' },
    state: { type: 'text', header: 'Số liệu', help: 'Đã gửi, đang có, hoặc chưa có. Ví dụ: đã gửi.', width: 180, privacy: 'none' },
    clubs: { type: 'text', header: 'CLB', help: 'Số CLB đang hoạt động. Ví dụ: 2.', width: 80, privacy: 'none' },
    members: { type: 'text', header: 'Thành viên', help: 'Mỗi người tính một lần trong xã. Ví dụ: 106.', width: 90, privacy: 'none' },
    older: { type: 'text', header: 'Người cao tuổi', help: 'Từ đủ 60 tuổi. Ví dụ: 66 hoặc 66–68.', width: 110, privacy: 'none' },
    women: { type: 'text', header: 'Nữ', help: 'Số thành viên nữ. Ví dụ: 70.', width: 80, privacy: 'none' },
    borrowers: {
      type: 'text',
      header: 'Được vay vốn',
      help: 'Số thành viên được vay để sản xuất, kinh doanh. Ví dụ: 55.',
      width: 110,
      privacy: 'none',
    },
    assigned: {
      type: 'text',
      header: 'Giao trong năm',
      help: 'Chỉ tiêu giao của năm và kết quả. Ví dụ: Số CLB mới: 1/1.',
      width: 260,
      privacy: 'none',
    },
  },
});

const status = defineTab({
  key: 'status',
  title: 'Tình hình gửi báo cáo',
  sheetId: 204,
  kind: 'owned',
  visible: true,
  columns: {
    name: { type: 'text', header: 'Đơn vị', help: 'Tên trong ngày lập bảng. Ví dụ: xã An Bình.', width: 240, privacy: 'none' },
    period: { type: 'text', header: 'Kỳ báo cáo', help: 'Kỳ đang theo dõi. Ví dụ: năm 2024.', width: 110, privacy: 'none' },
    due: { type: 'date', header: 'Hạn gửi', help: 'Ngày phải gửi. Ví dụ: 20/12/2024.', width: 110, privacy: 'none' },
    until: {
      type: 'date',
      header: 'Được gia hạn đến',
      help: 'Ngày cuối được tính đúng hạn theo trang Gia hạn. Ví dụ: 27/12/2024.',
      width: 120,
      privacy: 'none',
    },
    state: {
      type: 'text',
      header: 'Tình hình',
      help: 'Đã gửi, đã tiếp nhận, yêu cầu chỉnh sửa, chưa gửi, chưa có sổ. Ví dụ: đã gửi.',
      width: 180,
      privacy: 'none',
    },
    sentAt: { type: 'text', header: 'Gửi lúc', help: 'Lúc thư được gửi. Ví dụ: 20/12/2024 07:15.', width: 140, privacy: 'none' },
    daysLate: {
      type: 'text',
      header: 'Chậm (ngày)',
      help: '0 là đúng hạn; đơn vị chưa gửi thì tính đến hôm nay. Ví dụ: 2.',
      width: 90,
      privacy: 'none',
    },
    received: {
      type: 'date',
      header: 'Tiếp nhận ngày',
      help: 'Ngày nơi nhận xác nhận đã nhận. Ví dụ: 21/12/2024.',
      width: 110,
      privacy: 'none',
    },
    returned: {
      type: 'date',
      header: 'Trả lại ngày',
      help: 'Ngày nơi nhận yêu cầu chỉnh sửa. Ví dụ: 22/12/2024.',
      width: 110,
      privacy: 'none',
    },
    rate: {
      type: 'text',
      header: 'Tỷ lệ gửi',
      help: 'Số kỳ đã gửi trên số kỳ phải gửi; ở dòng Cộng là số đơn vị. Ví dụ: 85,7% (18/21 đơn vị).',
      width: 150,
      privacy: 'none',
    },
    onTimeRate: {
      type: 'text',
      header: 'Tỷ lệ đúng hạn',
      help: 'Số gửi đúng hạn, kể cả trong thời gian được gia hạn, trên số phải gửi. Ví dụ: 81,0% (17/21 đơn vị).',
      width: 150,
      privacy: 'none',
    },
    remark: {
      type: 'text',
      header: 'Ghi chú',
      help: 'Điều đang vướng và đề nghị. Ví dụ: chưa có địa chỉ thư của nơi nhận.',
      width: 420,
      privacy: 'none',
    },
  },
});

const log = defineTab({
  key: 'log',
  title: 'Nhật ký gửi',
  sheetId: 205,
  kind: 'owned',
  visible: true,
  columns: {
    sentAt: { type: 'text', header: 'Gửi lúc', help: 'Lúc thư được gửi. Ví dụ: 20/12/2024 07:15.', width: 140, privacy: 'none' },
    kind: {
      type: 'text',
      header: 'Loại thư',
      help: 'Báo cáo hoặc tình hình gửi hằng ngày. Ví dụ: Báo cáo năm.',
      width: 200,
      privacy: 'none',
    },
    to: { type: 'text', header: 'Gửi đến', help: 'Nơi nhận thư. Ví dụ: UBND tỉnh.', width: 320, privacy: 'none' },
    state: {
      type: 'text',
      header: 'Tình trạng',
      help: 'Đã gửi, đang gửi, hoặc cần người kiểm tra. Ví dụ: Đã gửi số liệu.',
      width: 180,
      privacy: 'none',
    },
    note: {
      type: 'text',
      header: 'Ghi chú',
      help: 'Vì sao thư chưa gửi được và đề nghị. Ví dụ: chưa có địa chỉ thư của nơi nhận.',
      width: 320,
      privacy: 'none',
    },
    key: {
      type: 'text',
      header: 'Mã thư',
      help: 'Mã duy nhất của một lần gửi. Ví dụ: an-binh/tinh-hinh/2024-12-20.',
      width: 320,
      privacy: 'none',
      verbatim: true,
    },
  },
});

const shown = <C extends Columns>(tab: Tab<C>): Tab<C> => ({ ...tab, visible: true });

/** As a commune's, but nothing of a member's is ever shown, not even as an example. */
const ownTodo = defineTab({
  ...todo,
  columns: {
    ...todo.columns,
    task: { ...todo.columns.task, help: 'Việc cần làm hoặc điều đang vướng. Ví dụ: Báo cáo năm 2024: chờ lãnh đạo duyệt.' },
    place: { ...todo.columns.place, help: 'Bấm để đến đúng chỗ. Ví dụ: Tình hình gửi báo cáo.' },
    advice: { ...todo.columns.advice, help: 'Cách làm. Ví dụ: Đề nghị liên hệ các đơn vị chưa gửi.' },
  },
});

export const SUPERIOR_TABS = {
  todo: ownTodo,
  units,
  assigned,
  extensions,
  matrix,
  progress: shown(progress),
  status,
  log,
  chartData,
  assignments,
  events,
  budget,
  narratives,
  reports,
  unitInfo,
  plan,
  frozen,
} as const;

export type SuperiorTabs = typeof SUPERIOR_TABS;

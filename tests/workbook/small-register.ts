// A register of five tabs, small enough to see through: what the tests of workbook/ need of declarations.
import { type Choice, type Column, defineTab, type Tab } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';

const owned = { privacy: 'none', owned: true } as const;

/** "Việc cần làm" has fixed places, so it is the real one. */
export const todo = TABS.todo;

export const clubs = defineTab({
  key: 'clubs',
  title: "Câu lạc bộ 'mẫu'",
  sheetId: 102,
  kind: 'data',
  visible: true,
  codes: { prefix: 'CLB', digits: 2 },
  columns: {
    code: { type: 'code', header: 'Mã CLB', help: 'Hệ thống cấp một lần, ví dụ CLB01.', width: 80, ...owned },
    name: { type: 'text', header: 'Tên CLB', help: 'Ví dụ: CLB Liên thế hệ xóm Đồng Tâm.', width: 240, privacy: 'none', required: true },
    decided: { type: 'date', header: 'Ngày quyết định', help: 'Ví dụ: 02/03/2026.', width: 110, privacy: 'none', required: true },
  },
});

export const members = defineTab({
  key: 'members',
  title: 'Thành viên',
  sheetId: 103,
  kind: 'data',
  visible: true,
  codes: { prefix: 'TV', digits: 4 },
  columns: {
    code: { type: 'code', header: 'Mã thành viên', help: 'Hệ thống cấp một lần, ví dụ TV0001.', width: 90, ...owned },
    check: { type: 'text', header: 'Kết quả kiểm tra', help: 'Hệ thống ghi sau mỗi lần kiểm tra.', width: 200, ...owned },
    club: { type: 'reference', header: 'CLB', help: 'Chọn mã CLB.', width: 90, privacy: 'none', required: true, target: 'clubs' },
    name: { type: 'text', header: 'Họ và tên', help: 'Ví dụ: Hoàng Thị Lan.', width: 200, privacy: 'basic', required: true },
    birth: { type: 'birth', header: 'Ngày sinh', help: 'Ví dụ: 1956 hoặc 02/03/1956.', width: 100, privacy: 'basic', required: true },
    sex: {
      type: 'choice',
      header: 'Giới tính',
      help: 'Nam hoặc Nữ.',
      width: 80,
      privacy: 'basic',
      list: {
        from: 'list',
        choices: [
          { key: 'male', label: 'Nam' },
          { key: 'female', label: 'Nữ' },
        ],
      },
    },
    phone: { type: 'text', header: 'Điện thoại', help: 'Ví dụ: 0912345678.', width: 110, privacy: 'basic', optional: true },
    label: { type: 'text', header: 'Tên để chọn', help: 'Hệ thống ghi, dùng cho danh sách chọn.', width: 220, ...owned, hidden: true },
  },
});

export const loans = defineTab({
  key: 'loans',
  title: 'Vay vốn',
  sheetId: 104,
  kind: 'data',
  visible: false,
  codes: { prefix: 'VV', digits: 4 },
  columns: {
    code: { type: 'code', header: 'Mã khoản vay', help: 'Hệ thống cấp một lần, ví dụ VV0001.', width: 90, ...owned },
    member: { type: 'reference', header: 'Người vay', help: 'Chọn thành viên.', width: 220, privacy: 'confidential', target: 'members' },
    amount: { type: 'money', header: 'Số tiền', help: 'Đồng, ví dụ 5.000.000.', width: 110, privacy: 'confidential' },
    times: { type: 'count', header: 'Lần vay', help: 'Ví dụ: 1.', width: 70, privacy: 'confidential' },
    year: { type: 'year', header: 'Năm', help: 'Ví dụ: 2026.', width: 70, privacy: 'confidential' },
    production: { type: 'tick', header: 'Vay sản xuất', help: 'Đánh dấu nếu vay để sản xuất.', width: 80, privacy: 'confidential' },
  },
});

export const settings = defineTab({
  key: 'settings',
  title: 'Thông tin đơn vị',
  sheetId: 105,
  kind: 'protected',
  visible: true,
  columns: {
    name: { type: 'text', header: 'Mục', help: 'Tên mục.', width: 200, privacy: 'none' },
    value: { type: 'text', header: 'Nội dung', help: 'Nội dung của mục.', width: 300, privacy: 'none' },
  },
});

export const smallRegister: readonly Tab[] = [todo, clubs, members, loans, settings];

export const choices = (_tab: Tab, column: Column): readonly Choice[] => (column.list?.from === 'list' ? column.list.choices : []);

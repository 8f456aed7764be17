// The money spent on the plan, by year and source. Amounts are whole đồng.
import { defineTab, NOTE_TEXT } from '../column.ts';

export const budget = defineTab({
  key: 'budget',
  title: 'Kinh phí thực hiện',
  sheetId: 114,
  kind: 'data',
  visible: false,
  codes: { prefix: 'KP', digits: 3 },
  columns: {
    code: { type: 'code', header: 'Mã dòng kinh phí', help: 'Sổ tự cấp một lần. Ví dụ: KP001.', width: 90, privacy: 'none', owned: true },
    year: { type: 'year', header: 'Năm', help: 'Năm ngân sách. Ví dụ: 2024.', width: 80, privacy: 'none', required: true },
    source: {
      type: 'choice',
      header: 'Nguồn kinh phí',
      help: 'Chọn từ danh sách nguồn của kế hoạch. Ví dụ: Ngân sách nhà nước.',
      width: 220,
      privacy: 'none',
      required: true,
      list: { from: 'plan', list: 'fundingSources' },
    },
    budgeted: {
      type: 'money',
      header: 'Dự toán (đồng)',
      help: 'Số được giao hoặc dự kiến. Ví dụ: 50.000.000.',
      width: 130,
      privacy: 'none',
    },
    received: { type: 'money', header: 'Đã nhận (đồng)', help: 'Số thực nhận trong năm. Ví dụ: 30.000.000.', width: 130, privacy: 'none' },
    spent: { type: 'money', header: 'Đã chi (đồng)', help: 'Số thực chi trong năm. Ví dụ: 28.500.000.', width: 130, privacy: 'none' },
    inKind: {
      type: 'money',
      header: 'Hiện vật quy ra tiền (đồng)',
      help: 'Giá trị hiện vật, nếu có. Ví dụ: 2.000.000.',
      width: 140,
      privacy: 'none',
    },
    note: {
      type: 'text',
      header: 'Ghi chú',
      help: 'Điều cần lưu ý. Ví dụ: quyết định giao dự toán số 12/QĐ-UBND.',
      width: 240,
      privacy: 'none',
      longest: NOTE_TEXT,
    },
  },
});

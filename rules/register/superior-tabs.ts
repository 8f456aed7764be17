// The tabs of a superior's workbook: the units that report to it, with their registers and addresses.
import { defineTab } from './column.ts';

const units = defineTab({
  key: 'units',
  title: 'Đơn vị',
  sheetId: 201,
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
  },
});

export const SUPERIOR_TABS = { units } as const;

// Gia hạn: what a superior grants a unit for one report, with a reason and an end.
import { REPORT_KINDS } from '../choice-lists.ts';
import { defineTab, NOTE_TEXT } from '../column.ts';

export const extensions = defineTab({
  key: 'extensions',
  title: 'Gia hạn',
  sheetId: 206,
  kind: 'data',
  visible: true,
  columns: {
    unit: { type: 'text', header: 'Mã đơn vị', help: 'Mã đơn vị theo kế hoạch. Ví dụ: 00001.', width: 90, privacy: 'none', required: true },
    kind: {
      type: 'choice',
      header: 'Loại báo cáo',
      help: 'Để trống thì tính theo tên kỳ. Ví dụ: Báo cáo năm.',
      width: 140,
      privacy: 'none',
      list: REPORT_KINDS,
    },
    period: {
      type: 'text',
      header: 'Kỳ báo cáo',
      help: 'Tên kỳ như ở trang Tình hình gửi báo cáo. Ví dụ: năm 2024.',
      width: 160,
      privacy: 'none',
      required: true,
    },
    until: {
      type: 'date',
      header: 'Gia hạn đến hết ngày',
      help: 'Ngày cuối được tính đúng hạn; qua ngày này thì tính chậm từ hạn của kế hoạch. Ví dụ: 27/12/2024.',
      width: 130,
      privacy: 'none',
      required: true,
    },
    reason: {
      type: 'text',
      header: 'Lý do',
      help: 'Vì sao được gia hạn. Ví dụ: xã bị ngập lụt từ ngày 16/12/2024.',
      width: 320,
      privacy: 'none',
      required: true,
      longest: NOTE_TEXT,
    },
    by: {
      type: 'text',
      header: 'Người quyết định',
      help: 'Người hoặc văn bản cho gia hạn. Ví dụ: Nguyễn Văn Minh.',
      width: 200,
      privacy: 'basic',
      required: true,
    },
    from: {
      type: 'date',
      header: 'Áp dụng từ ngày',
      help: 'Ngày bắt đầu tính gia hạn; để trống là tính ngay. Ví dụ: 18/12/2024.',
      width: 120,
      privacy: 'none',
    },
    to: {
      type: 'date',
      header: 'Áp dụng đến ngày',
      help: 'Ghi khi thôi gia hạn trước hạn. Ví dụ: 24/12/2024.',
      width: 120,
      privacy: 'none',
    },
  },
});

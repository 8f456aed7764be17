// The administrator's tab and the two hidden tabs: who the unit is, the plan, and what was frozen.
import { CHAINS, UNIT_ITEMS } from '../choice-lists.ts';
import { defineTab, NOTE_TEXT } from '../column.ts';

/** One row is one fact with the days it holds: units merge, offices and signers change. */
export const unitInfo = defineTab({
  key: 'unitInfo',
  title: 'Thông tin đơn vị',
  sheetId: 118,
  kind: 'protected',
  visible: false,
  columns: {
    item: {
      type: 'choice',
      header: 'Mục',
      help: 'Thông tin nào. Ví dụ: Người ký.',
      width: 180,
      privacy: 'none',
      required: true,
      list: UNIT_ITEMS,
    },
    chain: {
      type: 'choice',
      header: 'Hệ thống',
      help: 'Của UBND hay của Hội Người cao tuổi; để trống là chung. Ví dụ: UBND.',
      width: 140,
      privacy: 'none',
      list: CHAINS,
    },
    value: {
      type: 'text',
      header: 'Giá trị',
      help: 'Tên, mã, địa chỉ hoặc ngày. Ví dụ: UBND xã An Bình.',
      width: 280,
      privacy: 'basic',
      longest: NOTE_TEXT,
    },
    detail: {
      type: 'text',
      header: 'Chi tiết',
      help: 'Chức vụ, thẩm quyền ký hoặc mã nơi nhận. Ví dụ: KT. CHỦ TỊCH.',
      width: 220,
      privacy: 'basic',
      longest: NOTE_TEXT,
    },
    email: { type: 'text', header: 'Thư điện tử', help: 'Địa chỉ thư. Ví dụ: ubnd@anbinh.example.', width: 220, privacy: 'basic' },
    phone: { type: 'text', header: 'Điện thoại', help: 'Số điện thoại. Ví dụ: 0208 3705 067.', width: 130, privacy: 'basic' },
    from: {
      type: 'date',
      header: 'Từ ngày',
      help: 'Thông tin đúng từ ngày nào; để trống là từ đầu. Ví dụ: 01/07/2025.',
      width: 110,
      privacy: 'none',
    },
    to: {
      type: 'date',
      header: 'Đến ngày',
      help: 'Thông tin đúng đến hết ngày nào; để trống là chưa hết. Ví dụ: 30/06/2025.',
      width: 110,
      privacy: 'none',
    },
  },
});

export const plan = defineTab({
  key: 'plan',
  title: '_Kế hoạch',
  sheetId: 119,
  kind: 'owned',
  visible: false,
  hidden: true,
  columns: {
    part: { type: 'count', header: 'Phần', help: 'Thứ tự của đoạn, từ 1. Ví dụ: 1.', width: 60, privacy: 'none' },
    json: {
      type: 'text',
      header: 'Nội dung',
      help: 'Một đoạn của tệp kế hoạch. Ví dụ: {"id":"…".',
      width: 400,
      privacy: 'none',
      verbatim: true,
    },
    version: { type: 'count', header: 'Phiên bản', help: 'Phiên bản của kế hoạch. Ví dụ: 1.', width: 90, privacy: 'none' },
    hash: {
      type: 'text',
      header: 'Mã kiểm',
      help: 'SHA-256 của cả tệp, ghi ở mọi đoạn. Ví dụ: 64 ký tự thập lục phân.',
      width: 200,
      privacy: 'none',
      verbatim: true,
    },
  },
});

export const frozen = defineTab({
  key: 'frozen',
  title: '_Số chốt',
  sheetId: 120,
  kind: 'owned',
  visible: false,
  hidden: true,
  columns: {
    key: {
      type: 'text',
      header: 'Mã báo cáo',
      help: 'Mã duy nhất của một lần báo cáo. Ví dụ: an-binh/00001/bao-cao-nam/2024/1.',
      width: 200,
      privacy: 'none',
      verbatim: true,
    },
    field: { type: 'text', header: 'Trường', help: 'Tên của phần được giữ. Ví dụ: figures.', width: 120, privacy: 'none', verbatim: true },
    part: { type: 'count', header: 'Phần', help: 'Thứ tự của đoạn, từ 1. Ví dụ: 1.', width: 60, privacy: 'none' },
    value: {
      type: 'text',
      header: 'Nội dung',
      help: 'Một đoạn, dưới 45.000 ký tự. Ví dụ: {"targets":[…',
      width: 400,
      privacy: 'confidential',
      verbatim: true,
    },
  },
});

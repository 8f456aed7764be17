// What the clubs do, and what the commune does for them.
import { EVENT_KINDS, EVENT_ROLES, VERDICTS } from '../choice-lists.ts';
import { defineTab, NOTE_TEXT } from '../column.ts';
import { CLUB, IN_CHARGE } from './common-columns.ts';

export const activities = defineTab({
  key: 'activities',
  title: 'Hoạt động',
  sheetId: 106,
  kind: 'data',
  visible: true,
  codes: { prefix: 'HD', digits: 4 },
  columns: {
    code: { type: 'code', header: 'Mã hoạt động', help: 'Sổ tự cấp một lần. Ví dụ: HD0001.', width: 90, privacy: 'none', owned: true },
    date: { type: 'date', header: 'Ngày', help: 'Ngày diễn ra hoạt động. Ví dụ: 17/06/2024.', width: 110, privacy: 'none', required: true },
    club: CLUB,
    area: {
      type: 'choice',
      header: 'Mảng hoạt động',
      help: 'Chọn từ danh sách của kế hoạch. Ví dụ: Chăm sóc sức khoẻ.',
      width: 230,
      privacy: 'none',
      required: true,
      list: { from: 'plan', list: 'areas' },
    },
    content: {
      type: 'text',
      header: 'Nội dung',
      help: 'Ghi ngắn gọn việc đã làm, không ghi tên và bệnh của người được giúp. Ví dụ: đo huyết áp cho thành viên.',
      width: 320,
      privacy: 'basic',
      longest: NOTE_TEXT,
    },
    attendances: { type: 'count', header: 'Số lượt người dự', help: 'Số người có mặt. Ví dụ: 48.', width: 100, privacy: 'none' },
    helped: { type: 'count', header: 'Số người được giúp', help: 'Số người được hỗ trợ, chăm sóc. Ví dụ: 3.', width: 110, privacy: 'none' },
  },
});

export const events = defineTab({
  key: 'events',
  title: 'Tập huấn, tuyên truyền, giám sát',
  sheetId: 112,
  kind: 'data',
  visible: false,
  codes: { prefix: 'SK', digits: 3 },
  columns: {
    code: { type: 'code', header: 'Mã', help: 'Sổ tự cấp một lần. Ví dụ: SK001.', width: 80, privacy: 'none', owned: true },
    date: {
      type: 'date',
      header: 'Ngày',
      help: 'Ngày tổ chức hoặc ngày văn bản. Ví dụ: 12/04/2024.',
      width: 110,
      privacy: 'none',
      required: true,
    },
    kind: {
      type: 'choice',
      header: 'Loại việc',
      help: 'Văn bản, tập huấn, tuyên truyền, tham quan hoặc giám sát. Ví dụ: Tập huấn ban đầu cho CLB.',
      width: 210,
      privacy: 'none',
      required: true,
      list: EVENT_KINDS,
    },
    audience: {
      type: 'text',
      header: 'Đối tượng',
      help: 'Việc này dành cho ai. Ví dụ: ban chủ nhiệm các CLB.',
      width: 200,
      privacy: 'none',
      longest: NOTE_TEXT,
    },
    role: {
      type: 'choice',
      header: 'Tổ chức hay tham dự',
      help: 'Xã tổ chức hay cử người tham dự. Ví dụ: Tổ chức.',
      width: 120,
      privacy: 'none',
      list: EVENT_ROLES,
    },
    inCharge: IN_CHARGE,
    clubs: {
      type: 'choices',
      header: 'Các CLB',
      help: 'Một hoặc nhiều CLB, cách nhau bằng dấu chấm phẩy. Ví dụ: CLB01; CLB02.',
      width: 200,
      privacy: 'none',
      list: { from: 'tab', tab: 'clubs', column: 'code' },
    },
    locations: {
      type: 'choices',
      header: 'Các địa bàn',
      help: 'Một hoặc nhiều địa bàn, cách nhau bằng dấu chấm phẩy. Ví dụ: Đông; Đoài.',
      width: 220,
      privacy: 'none',
      list: { from: 'tab', tab: 'locations', column: 'name' },
    },
    participants: { type: 'count', header: 'Số người tham gia', help: 'Số người có mặt. Ví dụ: 35.', width: 110, privacy: 'none' },
    rating: {
      type: 'text',
      header: 'Nhận xét',
      help: 'Nhận xét chung, nếu có. Ví dụ: học viên nắm được cách ghi sổ vay vốn.',
      width: 260,
      privacy: 'none',
      longest: NOTE_TEXT,
    },
  },
});

export const assessments = defineTab({
  key: 'assessments',
  title: 'Đánh giá CLB',
  sheetId: 113,
  kind: 'data',
  visible: false,
  codes: { prefix: 'DG', digits: 3 },
  columns: {
    code: { type: 'code', header: 'Mã', help: 'Sổ tự cấp một lần. Ví dụ: DG001.', width: 80, privacy: 'none', owned: true },
    club: CLUB,
    year: { type: 'year', header: 'Năm', help: 'Năm được đánh giá. Ví dụ: 2024.', width: 80, privacy: 'none', required: true },
    verdict: {
      type: 'choice',
      header: 'Kết quả đánh giá',
      help: 'Kết luận của đơn vị đánh giá; kết quả theo quy tắc của kế hoạch xem ở trang Tiến độ. Ví dụ: Quản lý tốt.',
      width: 150,
      privacy: 'none',
      required: true,
      list: VERDICTS,
    },
    documentNo: {
      type: 'text',
      header: 'Số văn bản',
      help: 'Văn bản ghi kết quả đánh giá. Ví dụ: 12/BB-HNCT.',
      width: 130,
      privacy: 'none',
    },
    date: { type: 'date', header: 'Ngày văn bản', help: 'Ngày ghi trên văn bản. Ví dụ: 05/12/2024.', width: 110, privacy: 'none' },
  },
});

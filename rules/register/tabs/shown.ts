// The tabs that are written for people to read: what is due, how far the targets are, what has to be looked at.
import { PROGRESS_STATES, SEVERITIES } from '../choice-lists.ts';
import { defineTab } from '../column.ts';
import { TODO_HEADER_ROW } from '../todo-layout.ts';

/** Tick boxes and answers stand above the list, at the places `todo-layout.ts` fixes. */
export const todo = defineTab({
  key: 'todo',
  title: 'Việc cần làm',
  sheetId: 101,
  kind: 'owned',
  visible: true,
  headerRow: TODO_HEADER_ROW,
  columns: {
    task: {
      type: 'text',
      header: 'Việc',
      help: 'Việc cần làm hoặc điều đang vướng. Ví dụ: Báo cáo năm 2024 còn 2 nội dung phải sửa.',
      width: 150, // on a phone the tick boxes beside it are in sight, and the beginning of their answers
      privacy: 'none',
    },
    due: { type: 'date', header: 'Hạn', help: 'Ngày cần xong. Ví dụ: 20/12/2024.', width: 84, privacy: 'none' },
    status: { type: 'text', header: 'Tình trạng', help: 'Việc đang ở đâu. Ví dụ: còn 5 ngày.', width: 240, privacy: 'none' },
    place: { type: 'text', header: 'Mở', help: 'Bấm để đến đúng chỗ. Ví dụ: Thành viên, TV0007.', width: 160, privacy: 'none' },
    advice: { type: 'text', header: 'Đề nghị', help: 'Cách làm. Ví dụ: Đề nghị ghi năm sinh.', width: 320, privacy: 'none' },
  },
});

export const progress = defineTab({
  key: 'progress',
  title: 'Tiến độ thực hiện chỉ tiêu',
  sheetId: 108,
  kind: 'owned',
  visible: false,
  columns: {
    clause: { type: 'text', header: 'Mục', help: 'Mục của kế hoạch. Ví dụ: II.1.a.', width: 80, privacy: 'none' },
    title: { type: 'text', header: 'Chỉ tiêu', help: 'Tên chỉ tiêu. Ví dụ: Số CLB thành lập.', width: 320, privacy: 'none' },
    scope: { type: 'text', header: 'Phạm vi', help: 'Toàn xã hoặc một CLB. Ví dụ: CLB01.', width: 150, privacy: 'none' },
    plan: { type: 'text', header: 'Kế hoạch', help: 'Mức phải đạt. Ví dụ: từ 2 đến 3 CLB.', width: 130, privacy: 'none' },
    actual: { type: 'text', header: 'Thực hiện', help: 'Kết quả đến ngày chốt. Ví dụ: 2 CLB.', width: 130, privacy: 'none' },
    numerator: { type: 'text', header: 'Tử số', help: 'Số được đếm; có khi là khoảng. Ví dụ: 33 hoặc 33–35.', width: 80, privacy: 'none' },
    denominator: { type: 'text', header: 'Mẫu số', help: 'Tổng để so; có khi là khoảng. Ví dụ: 52.', width: 80, privacy: 'none' },
    percent: { type: 'text', header: 'Tỷ lệ (%)', help: 'Tử số chia mẫu số. Ví dụ: 63,5.', width: 90, privacy: 'none' },
    status: {
      type: 'choice',
      header: 'Kết quả',
      help: 'Đạt, chưa đạt, chưa đến hạn, chưa đủ số liệu… Ví dụ: Đạt.',
      width: 150,
      privacy: 'none',
      list: PROGRESS_STATES,
    },
    deadline: { type: 'date', header: 'Thời hạn', help: 'Ngày cuối phải đạt. Ví dụ: 31/12/2025.', width: 110, privacy: 'none' },
    missing: { type: 'text', header: 'Còn thiếu', help: 'Còn bao nhiêu nữa thì đạt. Ví dụ: 98 thành viên.', width: 160, privacy: 'none' },
    definition: {
      type: 'text',
      header: 'Cách hiểu, cách tính',
      help: 'Từ ngữ được hiểu thế nào. Ví dụ: người cao tuổi là người từ đủ 60 tuổi.',
      width: 420,
      privacy: 'none',
    },
  },
});

export const findings = defineTab({
  key: 'findings',
  title: 'Nội dung cần kiểm tra',
  sheetId: 109,
  kind: 'owned',
  visible: false,
  columns: {
    severity: {
      type: 'choice',
      header: 'Mức độ',
      help: 'Phải sửa, Cần xem lại hoặc Gợi ý. Ví dụ: Phải sửa.',
      width: 110,
      privacy: 'none',
      list: SEVERITIES,
    },
    tab: { type: 'text', header: 'Trang', help: 'Trang có nội dung cần kiểm tra. Ví dụ: Thành viên.', width: 140, privacy: 'none' },
    record: { type: 'text', header: 'Mã', help: 'Mã của dòng. Ví dụ: TV0007.', width: 90, privacy: 'none' },
    column: { type: 'text', header: 'Cột', help: 'Cột có nội dung cần kiểm tra. Ví dụ: Ngày hoặc năm sinh.', width: 150, privacy: 'none' },
    cell: { type: 'text', header: 'Ô', help: 'Bấm để đến đúng ô. Ví dụ: E12.', width: 70, privacy: 'none' },
    message: {
      type: 'text',
      header: 'Nội dung',
      help: 'Điều cần kiểm tra và giá trị đang ghi. Ví dụ: năm sinh đang ghi là 2065.',
      width: 360,
      privacy: 'sensitive',
    },
    repair: {
      type: 'text',
      header: 'Đề nghị',
      help: 'Cách sửa. Ví dụ: Đề nghị ghi năm sinh bằng bốn chữ số.',
      width: 360,
      privacy: 'sensitive',
    },
    rule: {
      type: 'text',
      header: 'Quy tắc',
      help: 'Mã quy tắc, dùng khi cần hỗ trợ. Ví dụ: BIRTH_IN_FUTURE.',
      width: 150,
      privacy: 'none',
    },
    firstSeen: { type: 'date', header: 'Thấy từ ngày', help: 'Ngày lần đầu phát hiện. Ví dụ: 02/12/2024.', width: 110, privacy: 'none' },
  },
});

// Số liệu biểu đồ: the numbers that the charts of a superior's workbook draw, in groups side by side; each group has lines of its own.
import type { Column } from '../column.ts';
import { defineTab } from '../column.ts';

const text = (header: string, help: string, width = 160): Column<'text'> => ({ type: 'text', header, help, width, privacy: 'none' });
const count = (header: string, help: string): Column<'count'> => ({ type: 'count', header, help, width: 100, privacy: 'none' });

export const chartData = defineTab({
  key: 'chartData',
  title: 'Số liệu biểu đồ',
  sheetId: 207,
  kind: 'owned',
  visible: false,
  columns: {
    unit: text('Đơn vị', 'Tên trong ngày lập bảng. Ví dụ: xã An Bình.', 200),
    met: count('Đạt', 'Số chỉ tiêu của đơn vị đã đạt. Ví dụ: 6.'),
    notMet: count('Chưa đạt', 'Số chỉ tiêu chưa đạt. Ví dụ: 2.'),
    notDue: count('Chưa đến hạn', 'Số chỉ tiêu chưa đến hạn. Ví dụ: 3.'),
    noData: count('Chưa đủ số liệu', 'Số chỉ tiêu chưa kết luận được. Ví dụ: 1.'),
    day: text('Ngày', 'Ngày theo dõi việc gửi báo cáo. Ví dụ: 20/12.', 80),
    expected: count('Phải gửi', 'Số đơn vị phải gửi. Ví dụ: 21.'),
    received: count('Đã gửi', 'Số đơn vị đã gửi đến hết ngày. Ví dụ: 18.'),
    period: text('Kỳ báo cáo', 'Kỳ của kế hoạch. Ví dụ: năm 2024.', 120),
    sentRate: count('Tỷ lệ gửi (%)', 'Số đã gửi trên số phải gửi. Ví dụ: 95.'),
    onTimeRate: count('Tỷ lệ đúng hạn (%)', 'Số gửi đúng hạn trên số phải gửi. Ví dụ: 86.'),
  },
});

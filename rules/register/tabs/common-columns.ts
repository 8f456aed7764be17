// Columns that several tabs have in just the same way: declared once, named by each tab that has them.
import type { Column } from '../column.ts';

/** The club that a record belongs to. */
export const CLUB = {
  type: 'reference',
  header: 'Câu lạc bộ',
  help: 'Chọn CLB từ danh sách hoặc ghi mã, tên CLB. Ví dụ: CLB01.',
  width: 200,
  privacy: 'none',
  required: true,
  target: 'clubs',
} as const satisfies Column;

/** Who of the plan's units in charge leads the work of a record. */
export const IN_CHARGE = {
  type: 'choice',
  header: 'Đơn vị chủ trì',
  help: 'Chọn từ danh sách đơn vị của kế hoạch. Ví dụ: Hội Người cao tuổi xã.',
  width: 220,
  privacy: 'none',
  list: { from: 'plan', list: 'chargeUnits' },
} as const satisfies Column;

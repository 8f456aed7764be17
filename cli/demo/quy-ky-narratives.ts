// What only people write about a year: the demo commune's words, its verdicts on narrative targets, and the signed report of 2024.
import type { IsoDate } from '../../rules/calendar-date.ts';
import { type DemoRow, demoName, type Entry, enteredBy, withCodes } from './register.ts';

type Narrative = DemoRow<'narratives'>;

const WORDS: readonly (readonly [on: string, row: Narrative])[] = [
  [
    '2024-12-16',
    {
      period: 'năm 2024',
      part: 'leadership',
      text: 'UBND xã đã ban hành kế hoạch tháng 3/2024, phân công các ngành, đoàn thể và chọn xóm Thống Nhất 1 làm điểm (số liệu thử).',
    },
  ],
  [
    '2024-12-16',
    {
      period: 'năm 2024',
      part: 'assessment',
      text: 'Câu lạc bộ điểm sinh hoạt đều, quay vòng vốn tốt. Câu lạc bộ thứ hai mới thành lập, chưa đủ các mảng hoạt động (số liệu thử).',
    },
  ],
  ['2024-12-16', { period: 'năm 2024', part: 'nextSteps', text: 'Thành lập câu lạc bộ thứ ba trong quý II năm 2025 (số liệu thử).' }],
  [
    '2024-12-17',
    { period: 'năm 2024', part: 'verdict', target: 'uu-tien-kho-khan', verdict: 'met', text: 'Ưu tiên khi kết nạp và xét vay vốn.' },
  ],
  [
    '2024-12-17',
    { period: 'năm 2024', part: 'verdict', target: 'suc-khoe-nhan-thuc', verdict: 'met', text: 'Thành viên được đo huyết áp hằng tháng.' },
  ],
  [
    '2024-12-24',
    {
      period: 'năm 2024',
      part: 'issued',
      documentNo: '112/BC-UBND',
      date: '2024-12-24',
      signer: demoName('Hoàng Văn Minh'),
      channel: 'interchange',
    },
  ],
  [
    '2025-12-15',
    {
      period: 'năm 2025',
      part: 'leadership',
      text: 'Từ 01/7/2025 nhiệm vụ do UBND xã Kim Phượng tiếp tục chỉ đạo trên địa bàn xã Quy Kỳ (cũ) (số liệu thử).',
    },
  ],
  [
    '2025-12-15',
    {
      period: 'năm 2025',
      part: 'assessment',
      text: 'Đã có 03 câu lạc bộ. Câu lạc bộ thứ ba chưa có quỹ tăng thu nhập; còn 03 xóm chưa xây dựng kế hoạch (số liệu thử).',
    },
  ],
  [
    '2025-12-15',
    {
      period: 'năm 2025',
      part: 'nextSteps',
      text: 'Hoàn thiện quỹ tăng thu nhập của câu lạc bộ thứ ba trong quý I năm 2026 (số liệu thử).',
    },
  ],
  [
    '2025-12-15',
    { period: 'năm 2025', part: 'proposals', text: 'Đề nghị cấp trên hỗ trợ vốn ban đầu cho câu lạc bộ thứ ba (số liệu thử).' },
  ],
  ['2025-12-16', { period: 'năm 2025', part: 'verdict', target: 'tre-moi-clb', verdict: 'met' }],
  [
    '2025-12-16',
    { period: 'năm 2025', part: 'verdict', target: 'uu-tien-kho-khan', verdict: 'met', text: 'Ưu tiên khi kết nạp và xét vay vốn.' },
  ],
  [
    '2025-12-16',
    {
      period: 'năm 2025',
      part: 'verdict',
      target: 'suc-khoe-nhan-thuc',
      verdict: 'notMet',
      text: 'Câu lạc bộ thứ ba chưa khám sức khoẻ định kỳ.',
    },
  ],
];

/** The proposals of 2024 were never written; everything of 2025 was. */
export const narrativeRows = (upTo: IsoDate): DemoRow<'narratives'>[] =>
  enteredBy(
    withCodes(
      'narratives',
      WORDS.map(([on, row]): Entry<'narratives'> => ({ on: on as IsoDate, row })),
    ),
    upTo,
  );

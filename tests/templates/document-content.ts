// A report's content with what its documents need, for tests: the sample's figures, and the demo register's through the real rules.
import type { IsoDate } from '../../rules/calendar-date.ts';
import { frozenNow } from '../../rules/reporting/compose-report.ts';
import type { DocumentFacts, Paper } from '../../rules/reporting/document-content.ts';
import { scheduledReports } from '../../rules/reporting/periods.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { review } from '../../rules/reporting/review.ts';
import { at, aWorkbook, PLAN, readingOf, settingAt, type Workbook } from '../reporting/a-workbook.ts';
import { aTally, sampleContent } from './sample-content.ts';

export const aPaper = (more: Partial<Paper> = {}): Paper => ({
  chain: 'ubnd',
  issuer: 'UBND xã Quy Kỳ',
  head: ['ỦY BAN NHÂN DÂN', 'XÃ QUY KỲ'],
  symbol: 'BC-UBND',
  place: 'Quy Kỳ',
  addressees: ['Ủy ban nhân dân huyện Định Hóa'],
  copies: ['Như trên', 'Lưu: VT'],
  signature: { titles: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Hoàng Văn Minh' },
  ...more,
});

const exactly = (count: number) => ({ low: count, high: count });

export const someFacts = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  papers: [aPaper()],
  basis: ['Quyết định số 1336/QĐ-TTg ngày 31 tháng 8 năm 2020 của Thủ tướng Chính phủ phê duyệt Đề án'],
  subject: 'thực hiện Đề án nhân rộng mô hình Câu lạc bộ Liên thế hệ tự giúp nhau trên địa bàn xã Quy Kỳ',
  narratives: { leadership: ['UBND xã đã ban hành kế hoạch.'], assessment: [], nextSteps: [], proposals: [] },
  counts: {
    clubs: aTally(3),
    members: aTally(174),
    older: aTally(105, { doubtful: 4 }),
    women: aTally(121),
    disadvantaged: aTally(80),
    borrowers: aTally(83),
    minority: aTally(3),
    volunteers: aTally(12),
  },
  movement: {
    clubs: { opening: exactly(1), added: exactly(2), removed: exactly(0), closing: exactly(3) },
    members: { opening: exactly(60), added: exactly(118), removed: exactly(4), closing: exactly(174) },
  },
  events: [{ kind: 'document', title: 'Văn bản chỉ đạo, hướng dẫn', times: 1, participants: { low: 0 } }],
  areas: [{ title: 'Tăng thu nhập', held: exactly(12), attendances: exactly(340), helped: exactly(3) }],
  loans: { made: exactly(37), amount: exactly(171_000_000) },
  sources: { year: 2024, lines: [{ title: 'Ngân sách Nhà nước', budgeted: 60_000_000, received: 55_000_000, spent: 53_400_000 }] },
  funds: { income: { known: 2, clubs: 3, balance: 164_275_000 }, operating: { known: 0, clubs: 3, balance: 0 } },
  ...more,
});

export const aDocumentContent = (more: Partial<ReportContent> = {}): ReportContent => ({
  ...sampleContent,
  document: someFacts(),
  ...more,
});

/** What would be frozen of the demo register's report of a year. */
export function demoContent(day = '2024-12-18', label = 'năm 2024', approver?: string, workbook: Workbook = aWorkbook(day)): ReportContent {
  const setting = settingAt(at(day));
  const found = review(readingOf(workbook), setting);
  const report = scheduledReports(PLAN, 'commune', found.unitId, PLAN.period.from).find(({ period }) => period.label === label);
  if (report === undefined) throw new Error(`no report of ${label}`);
  const frozen = frozenNow(found, report, setting, approver === undefined ? undefined : { on: day as IsoDate, by: approver });
  if ('missing' in frozen) throw new Error(`cannot be composed: ${frozen.missing}`);
  return frozen.content;
}

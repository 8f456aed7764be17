// The two appendices of a report: a line per club with its total, and every target. Each is a section of its own.
import { viDate } from '../../rules/calendar-date.ts';
import type { DocumentFacts, Paper } from '../../rules/reporting/document-content.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { clubNotesOf, clubRow } from '../report-mail/club-rows.ts';
import type { ReplacedView } from '../report-mail/replaced.ts';
import type { ReportMailView } from '../report-mail/view.ts';
import { type Block, type Column, paragraph, ruledTable } from './blocks.ts';
import { countText, type Kind, NOT_KNOWN, ownReference } from './words.ts';

const column = (head: string, width: number, style: Column['style'] = 'CellNumber'): Column => ({ head, width, style });

export const appendixHead = (number: string, title: string, paper: Paper, content: ReportContent): Block[] => [
  paragraph('AppendixNumber', `Phụ lục ${number}`),
  paragraph('AppendixTitle', title),
  paragraph('AppendixRef', ownReference(paper, content)),
];

/** Numbers of Phụ lục I's last line are the report's own: one who is in two clubs is counted once there. */
export function clubAppendix(paper: Paper, content: ReportContent, { counts }: DocumentFacts): Block[] {
  const rows = content.clubs.map((club, at) => {
    const row = clubRow(club);
    const founded = club.founded === undefined ? NOT_KNOWN : viDate(club.founded);
    return {
      cells: [
        String(at + 1),
        row.name,
        club.location ?? NOT_KNOWN,
        founded,
        row.members,
        row.older,
        row.women,
        row.borrowers,
        row.incomeFund,
        row.operatingFund,
      ],
    };
  });
  const { members, older, women, borrowers } = counts;
  const total = ['', 'Tổng số', '', '', ...[members, older, women, borrowers].map(countText), '', ''];
  const day = viDate(content.period.cutOff);
  return [
    ...appendixHead('I', `SỐ LIỆU CÁC CÂU LẠC BỘ LIÊN THẾ HỆ TỰ GIÚP NHAU TÍNH ĐẾN NGÀY ${day}`, paper, content),
    ruledTable(
      [
        column('TT', 700),
        column('Tên CLB', 3587, 'CellText'),
        column('Địa bàn', 1800),
        column('Ngày thành lập', 1500),
        column('Số thành viên', 1150),
        column('NCT', 1000),
        column('Phụ nữ', 1000),
        column('Được vay vốn', 1150),
        column('Quỹ tăng thu nhập', 1200),
        column('Quỹ hoạt động', 1200),
      ],
      [...rows, { cells: total, strong: true }],
    ),
    ...['Dòng tổng số tính mỗi người một lần trong toàn đơn vị.', ...clubNotesOf(content.clubs)].map((note) => paragraph('Note', note)),
  ];
}

/** Every target with its clause; the clubs, years and readings below it; how words were understood, and what is to be known of the data. */
export function targetAppendix(paper: Paper, content: ReportContent, view: ReportMailView, kind: Kind): Block[] {
  const rows = view.targets.flatMap((target) => [
    {
      cells: [
        String(target.ordinal),
        [target.text, ...target.remarks].join('\n'),
        target.clause,
        target.plan,
        target.figure || NOT_KNOWN,
        target.beside,
        target.status,
        target.deadline,
      ],
    },
    ...target.details.map((detail) => ({
      cells: ['', `– ${detail.text}`, '', detail.plan, detail.figure || NOT_KNOWN, '', detail.status, ''],
    })),
  ]);
  const notes = [...view.targetNotes, ...view.definitions.map(({ label, text }) => `${label}: ${text}`), ...dataNotes(view.notes, kind)];
  return [
    ...appendixHead('II', 'TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU', paper, content),
    ruledTable(
      [
        column('TT', 700),
        column('Chỉ tiêu', 4287, 'CellText'),
        column('Mục của kế hoạch', 1150),
        column('Kế hoạch', 1900),
        column('Thực hiện', 1900),
        column('So với kế hoạch', 1650),
        column('Tình trạng', 1400),
        column('Thời hạn', 1300),
      ],
      rows,
    ),
    ...notes.map((note) => paragraph('Note', note)),
  ];
}

/** What a revision says otherwise than the report that it replaces. */
export function changeAppendix(paper: Paper, content: ReportContent, { rows, nothing }: ReplacedView): Block[] {
  const table = ruledTable(
    [
      column('TT', 700),
      column('Nội dung', 4587, 'CellText'),
      column('Báo cáo được thay thế', 4500, 'CellText'),
      column('Báo cáo này', 4500, 'CellText'),
    ],
    rows.map(({ label, before, now }, at) => ({ cells: [String(at + 1), label, before, now] })),
  );
  return [
    ...appendixHead('III', 'NỘI DUNG ĐIỀU CHỈNH SO VỚI BÁO CÁO ĐƯỢC THAY THẾ', paper, content),
    ...(rows.length === 0 ? [paragraph('Note', nothing)] : [table]),
  ];
}

/** All of them where they can still be mended; what is signed and filed says how many, and the mail lists them. */
function dataNotes(notes: ReportMailView['notes'], kind: Kind): string[] {
  if (kind === 'draft') return notes.map(({ label, text }) => `Lưu ý về số liệu (${label.toLowerCase()}): ${text}`);
  return notes.length === 0 ? [] : [`Lưu ý về số liệu: có ${notes.length} nội dung, liệt kê trong thư gửi số liệu của kỳ này.`];
}

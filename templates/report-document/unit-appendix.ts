// Phụ lục I of a superior's report: a line per unit, and their sum over those that have figures.
import { viDate } from '../../rules/calendar-date.ts';
import type { Paper } from '../../rules/reporting/document-content.ts';
import type { ReportContent, UnitLine } from '../../rules/reporting/report-content.ts';
import { unitNotesOf, unitRows, unitSum } from '../report-mail/unit-rows.ts';
import { appendixHead } from './appendices.ts';
import { type Block, type Column, paragraph, ruledTable } from './blocks.ts';

const column = (head: string, width: number, style: Column['style'] = 'CellNumber'): Column => ({ head, width, style });

export function unitAppendix(paper: Paper, content: ReportContent, units: readonly UnitLine[]): Block[] {
  const rows = unitRows(units).map(({ name, state, clubs, members, older, women, borrowers }, at) => ({
    cells: [String(at + 1), name, clubs, members, older, women, borrowers, state],
  }));
  const { label, clubs, members, older, women, borrowers } = unitSum(units);
  return [
    ...appendixHead('I', `SỐ LIỆU CÁC ĐƠN VỊ TÍNH ĐẾN NGÀY ${viDate(content.period.cutOff)}`, paper, content),
    ruledTable(
      [
        column('TT', 700),
        column('Đơn vị', 4087, 'CellText'),
        column('Số CLB', 1200),
        column('Số thành viên', 1400),
        column('NCT', 1300),
        column('Phụ nữ', 1300),
        column('Được vay vốn', 1300),
        column('Báo cáo của đơn vị', 3000, 'CellText'),
      ],
      [...rows, { cells: ['', label, clubs, members, older, women, borrowers, ''], strong: true }],
    ),
    ...unitNotesOf(units).map((note) => paragraph('Note', note)),
  ];
}

// Part II of a report: its figures, in the order of the outline. Numbers and words of the mail; nothing is judged here.
import { numberText } from '../../rules/progress/labels.ts';
import type { DocumentFacts, FundLine, Movement, SourceLine } from '../../rules/reporting/document-content.ts';
import type { OpenRange } from '../../rules/reporting/ranges.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import type { TargetRow } from '../report-mail/target-row.ts';
import { summaryOf } from '../report-mail/view.ts';
import { type Block, type Column, paragraph, ruledTable } from './blocks.ts';
import { countText, NOT_KNOWN, rangeText, shareText } from './words.ts';

const column = (head: string, width: number, style: Column['style'] = 'CellNumber'): Column => ({ head, width, style });

export function resultBlocks(content: ReportContent, facts: DocumentFacts, targets: readonly TargetRow[]): Block[] {
  const isOfUnits = content.units !== undefined; // they tell neither activities nor funds upwards
  return [
    paragraph('Item', '1. Số lượng CLB và thành viên'),
    movementTable(facts),
    paragraph('AfterTable'),
    ...memberLines(facts, content.percentDecimals, isOfUnits),
    paragraph('Item', '2. Tiến độ thực hiện các chỉ tiêu'),
    paragraph('Body', `${summaryOf(content.targets)} Chi tiết tại Phụ lục II.`),
    ...(targets.length === 0 ? [] : [targetTable(targets), paragraph('AfterTable')]),
    ...(isOfUnits
      ? []
      : [
          paragraph('Item', '3. Kết quả các mảng hoạt động'),
          areaTable(facts),
          paragraph('AfterTable'),
          paragraph('Body', loanText(facts)),
        ]),
    paragraph('Item', `${isOfUnits ? 3 : 4}. Nguồn lực, kinh phí thực hiện`),
    paragraph('Unit', `Năm ${facts.sources.year}; đơn vị tính: đồng`),
    sourceTable(facts.sources.lines),
    paragraph('AfterTable'),
    ...(isOfUnits
      ? []
      : [
          paragraph('Body', fundText('Quỹ tăng thu nhập', facts.funds.income)),
          paragraph('Body', fundText('Quỹ hoạt động', facts.funds.operating)),
        ]),
  ];
}

function movementTable({ movement }: DocumentFacts): Block {
  const yearBefore = movement.clubs.yearBefore !== undefined || movement.members.yearBefore !== undefined;
  const row = (title: string, one: Movement) => ({
    cells: [
      title,
      ...[one.opening, one.added, one.removed, one.closing].map(rangeText),
      ...(yearBefore ? [one.yearBefore === undefined ? NOT_KNOWN : rangeText(one.yearBefore)] : []),
    ],
  });
  const columns = ['Đầu kỳ', 'Tăng trong kỳ', 'Giảm trong kỳ', 'Cuối kỳ', ...(yearBefore ? ['Cùng kỳ năm trước'] : [])];
  const width = yearBefore ? 1300 : 1560;
  return ruledTable(
    [column('Nội dung', 9354 - width * columns.length, 'CellText'), ...columns.map((head) => column(head, width))],
    [row('Số CLB', movement.clubs), row('Số thành viên', movement.members)],
  );
}

/** Who the members are, each line with its part of the whole; small counts of what is sensitive are not told. */
function memberLines({ counts }: DocumentFacts, decimals: number, isOfUnits: boolean): Block[] {
  const { members, older, women, minority, disadvantaged, volunteers, borrowers } = counts;
  const share = (part: typeof members, sensitive = false) => shareText(part, members, decimals, sensitive);
  const told = [`NCT: ${share(older)}`, `Phụ nữ: ${share(women)}`];
  const borrowed = `Thành viên được vay vốn để sản xuất, kinh doanh: ${share(borrowers)}`;
  const own = [
    `Người dân tộc thiểu số: ${share(minority, true)}`,
    `Người thuộc hộ nghèo, hộ cận nghèo, hoàn cảnh khó khăn khác: ${share(disadvantaged, true)}`,
    `Tình nguyện viên chăm sóc tại nhà: ${countText(volunteers)}`,
  ];
  const lines = [...told, ...(isOfUnits ? [] : own), borrowed];
  return [
    paragraph('Body', `Trong ${countText(members)} thành viên tính đến cuối kỳ:`),
    ...lines.map((line, at) => paragraph('Body', `- ${line}${at === lines.length - 1 ? '.' : ';'}`)),
  ];
}

const targetTable = (targets: readonly TargetRow[]): Block =>
  ruledTable(
    [
      column('TT', 560),
      column('Chỉ tiêu', 3654, 'CellText'),
      column('Kế hoạch', 1800),
      column('Thực hiện', 1800),
      column('Tình trạng', 1540),
    ],
    targets.map((one) => ({ cells: [String(one.ordinal), one.text, one.plan, one.figure || NOT_KNOWN, one.status] })),
  );

const SMALLEST_TOLD = 5;
/** How many were helped says who is ill or in need: a small number is not told. */
const helpedText = (helped: OpenRange): string =>
  helped.low > 0 && helped.low < SMALLEST_TOLD ? `dưới ${SMALLEST_TOLD}` : rangeText(helped);

const areaTable = ({ areas }: DocumentFacts): Block =>
  ruledTable(
    [
      column('TT', 560),
      column('Mảng hoạt động', 4094, 'CellText'),
      column('Số hoạt động', 1500),
      column('Lượt người dự', 1600),
      column('Lượt người được giúp', 1600),
    ],
    areas.map(({ title, held, attendances, helped }, at) => ({
      cells: [String(at + 1), title, rangeText(held), rangeText(attendances), helpedText(helped)],
    })),
  );

function loanText({ loans, counts }: DocumentFacts): string {
  const { made, amount } = loans;
  const money = rangeText(amount);
  const sum = money === NOT_KNOWN ? 'chưa có số liệu về số tiền' : `tổng số tiền ${money} đồng`;
  const lent =
    rangeText(made) === NOT_KNOWN ? 'chưa có số liệu về các khoản vay trong kỳ' : `trong kỳ có ${rangeText(made)} khoản vay, ${sum}`;
  return `Vay vốn: ${lent}; số thành viên được vay vốn tính đến cuối kỳ: ${countText(counts.borrowers)}.`;
}

const MONEY = ['budgeted', 'received', 'spent', 'inKind'] as const;

function sourceTable(lines: readonly SourceLine[]): Block {
  const known = (key: (typeof MONEY)[number]) => lines.flatMap((line) => (line[key] === undefined ? [] : [line[key]]));
  const total = MONEY.map((key) => {
    const values = known(key);
    return values.length === 0 ? NOT_KNOWN : numberText(values.reduce((sum, value) => sum + value, 0));
  });
  return ruledTable(
    [
      column('TT', 560),
      column('Nguồn', 2794, 'CellText'),
      ...['Dự toán', 'Đã nhận', 'Đã chi', 'Hiện vật quy tiền'].map((head) => column(head, 1500, 'CellMoney')),
    ],
    [
      ...lines.map((line, at) => ({
        cells: [String(at + 1), line.title, ...MONEY.map((key) => (line[key] === undefined ? NOT_KNOWN : numberText(line[key])))],
      })),
      { cells: ['', 'Cộng', ...total], strong: true },
    ],
  );
}

const fundText = (name: string, { known, clubs, balance }: FundLine): string =>
  known === 0
    ? `${name}: chưa có số liệu về số dư.`
    : `${name}: ${numberText(known)}/${numberText(clubs)} CLB có số liệu, tổng số dư ${numberText(balance)} đồng.`;

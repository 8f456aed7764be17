// The parts of an official letter around its text, each where NĐ 30/2020/NĐ-CP, Phụ lục I puts it: head, title, addressees, signature.
import type { Paper } from '../../rules/reporting/document-content.ts';
import { longDate } from '../../rules/reporting/paper-labels.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { capital } from '../../rules/text.ts';
import { type Block, type Paragraph, paragraph, sideBySide, type Table, textWidth, UPRIGHT } from './blocks.ts';
import { boldWidth } from './text-width.ts';
import { introduced, type Kind, MARKS, numberLine, placeDate, replacedText, subjectOf } from './words.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const WIDTH = textWidth(UPRIGHT);
/** The name of the country at 13 points on one line, with a little room. */
const RIGHT = boldWidth(NATION, 13) + 180;
const LEFT = WIDTH - RIGHT;
/** "from one third to one half of the line above" */
const PART_OF_LINE = 0.42;

/** A line below a text, centred in its column; no longer than the column. */
function ruleBelow(text: string, size: number, column: number, part: number): Paragraph {
  const side = Math.round((column - Math.min(column, boldWidth(text, size)) * part) / 2);
  return { ...paragraph('Rule'), ind: { left: side, right: side } };
}

const longest = (lines: readonly string[]): string => lines.reduce((one, other) => (other.length > one.length ? other : one), '');

/** Issuer and number at the left, country, motto, place and date at the right. */
export function letterHead(paper: Paper, content: ReportContent, kind: Kind): Table {
  const { head } = MARKS[kind];
  const side = Math.round((LEFT - boldWidth(head, 13) - 300) / 2);
  const marked: Paragraph[] = head === '' ? [] : [{ ...paragraph('Mark', head), ind: { left: side, right: side } }];
  return sideBySide(
    [LEFT, RIGHT],
    [
      [
        ...(paper.parent === undefined ? [] : [paragraph('Parent', paper.parent)]),
        ...paper.head.map((line) => paragraph('Issuer', line)),
        ruleBelow(longest(paper.head), 13, LEFT, PART_OF_LINE),
      ],
      [paragraph('NationalName', NATION), paragraph('Motto', MOTTO), ruleBelow(MOTTO, 14, RIGHT, 1)],
    ],
    [[paragraph('Number', numberLine(paper)), ...marked], [paragraph('PlaceDate', placeDate(paper, content))]],
  );
}

export function titleBlocks(content: ReportContent): Block[] {
  const subject = subjectOf(content);
  return [paragraph('DocumentType', 'BÁO CÁO'), paragraph('Subject', subject), ruleBelow(subject, 14, WIDTH, PART_OF_LINE)];
}

/** One addressee on the line itself; more below it, ";" after each and "." after the last. */
export function addresseeBlocks({ addressees }: Paper): Block[] {
  const [only, ...more] = addressees.map(capital);
  if (only === undefined) return [];
  if (more.length === 0) return [paragraph('Addressee', `Kính gửi: ${only}.`)];
  return [
    paragraph('AddresseeHead', 'Kính gửi:'),
    ...[only, ...more].map((one, at) => paragraph('AddresseeLine', `- ${one}${at === more.length ? '.' : ';'}`)),
  ];
}

/** What the report rests on, and what it is about. Abbreviations are told where they are used for the first time. */
export function openingBlocks(paper: Paper, content: ReportContent): Block[] {
  const { period, document } = content;
  const replaced = replacedText(paper, content);
  const basis = document?.basis ?? [];
  const of = period.kind === 'ad-hoc' ? '' : ` ${period.label}`;
  return [
    ...basis.map((one, at) => paragraph('Basis', `Căn cứ ${one}${at === basis.length - 1 ? '.' : ';'}`)),
    ...(replaced === undefined ? [] : [paragraph('Body', replaced)]),
    paragraph(
      'Body',
      `${capital(introduced(paper.issuer))} báo cáo kết quả nhân rộng mô hình Câu lạc bộ (CLB) Liên thế hệ tự giúp nhau và sự tham gia của người cao tuổi (NCT)${of}, số liệu tính từ ${longDate(period.from)} đến hết ${longDate(period.cutOff)}, như sau:`,
    ),
  ];
}

/** Nơi nhận at the left, level with the signature's first line. */
export function letterEnd({ copies, signature }: Paper): Table {
  const half = Math.round(WIDTH / 2);
  const signed = signature.name ?? '';
  return sideBySide(
    [half, WIDTH - half],
    [
      [
        paragraph('CopiesTitle', 'Nơi nhận:'),
        ...copies.map((copy, at) => paragraph('Copies', `- ${copy}${at === copies.length - 1 ? '.' : ';'}`)),
      ],
      [...signature.titles.map((title) => paragraph('SignTitle', title)), paragraph('SignName', signed)],
    ],
  );
}

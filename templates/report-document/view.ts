// A report's Word document as sections of paragraphs and tables: the letter, then its appendices. What people did not write is left to
// them as a dotted line; the software writes figures, never opinions.
import type { DocumentFacts, Narrated, Paper } from '../../rules/reporting/document-content.ts';
import type { OpenRange } from '../../rules/reporting/ranges.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { reportMailView } from '../report-mail/view.ts';
import { changeAppendix, clubAppendix, targetAppendix } from './appendices.ts';
import { type Block, dottedLine, LYING, paragraph, type Section, UPRIGHT } from './blocks.ts';
import { addresseeBlocks, letterEnd, letterHead, openingBlocks, titleBlocks } from './letter-parts.ts';
import { resultBlocks } from './results.ts';
import { unitAppendix } from './unit-appendix.ts';
import { type Kind, MARKS, rangeText, subjectOf } from './words.ts';

export interface DocumentView {
  readonly title: string;
  readonly mark: string;
  readonly sections: readonly Section[];
}

const PARTS: Readonly<Record<Narrated, string>> = {
  leadership: 'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI',
  assessment: 'III. ĐÁNH GIÁ CHUNG',
  nextSteps: 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ',
  proposals: 'V. ĐỀ XUẤT, KIẾN NGHỊ',
};

const DOTTED_LINES = 3;

/** A part that only people write, in their words. */
function narrated(part: Narrated, { narratives }: DocumentFacts): Block[] {
  const lines = narratives[part];
  const words = lines.length > 0 ? lines.map((line) => paragraph('Body', line)) : Array.from({ length: DOTTED_LINES }, dottedLine);
  return [paragraph('Part', PARTS[part]), ...words];
}

function eventBlocks({ events }: DocumentFacts): Block[] {
  if (events.length === 0) return [];
  const attended = (participants: OpenRange): string => (participants.low === 0 ? '' : `, ${rangeText(participants)} lượt người tham gia`);
  const last = events.length - 1;
  return [
    paragraph('Body', 'Các hoạt động đã ghi trong kỳ:'),
    ...events.map(({ kind, title, times, participants }, at) =>
      paragraph(
        'Body',
        `- ${title}: ${times} ${kind === 'document' ? 'văn bản' : 'lần'}${attended(participants)}${at === last ? '.' : ';'}`,
      ),
    ),
  ];
}

/** One chain's document of a report. */
export function documentView(paper: Paper, content: ReportContent, facts: DocumentFacts, kind: Kind): DocumentView {
  const mail = reportMailView(content);
  const mark = MARKS[kind].foot;
  const of = content.period.kind === 'ad-hoc' ? '' : ` ${content.period.label}`;
  const letter: Block[] = [
    letterHead(paper, content, kind),
    ...titleBlocks(content),
    ...addresseeBlocks(paper),
    ...openingBlocks(paper, content),
    ...narrated('leadership', facts),
    ...eventBlocks(facts),
    paragraph('Part', 'II. KẾT QUẢ THỰC HIỆN'),
    ...resultBlocks(content, facts, mail.targets),
    ...narrated('assessment', facts),
    ...narrated('nextSteps', facts),
    ...narrated('proposals', facts),
    paragraph('Closing', `Trên đây là báo cáo kết quả thực hiện${of} của ${paper.issuer}./.`),
    letterEnd(paper),
  ];
  const appendices = [
    content.units === undefined ? clubAppendix(paper, content, facts) : unitAppendix(paper, content, content.units),
    targetAppendix(paper, content, mail, kind),
    ...mail.replaced.map((changes) => changeAppendix(paper, content, changes)),
  ];
  return {
    title: subjectOf(content),
    mark,
    sections: [
      { blocks: letter, page: UPRIGHT, mark, last: false },
      ...appendices.map((blocks, at) => ({ blocks, page: LYING, mark, last: at === appendices.length - 1 })),
    ],
  };
}

// The annex of a report as two sheets: a line per club (or unit) with its total, and every target. Real numbers where a figure is one;
// its words where it lies between bounds or is not told. The same figures as the mail, and no personal data.
import { type IsoDate, viDate } from '../../rules/calendar-date.ts';
import { decimalsBeside, numberText, unitOf } from '../../rules/progress/labels.ts';
import type { Figure, Tally, TargetProgress } from '../../rules/progress/progress.ts';
import type { OpenRange, Range } from '../../rules/reporting/ranges.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { clubNotesOf, clubRow } from '../report-mail/club-rows.ts';
import { isMasked, type TargetRow } from '../report-mail/target-row.ts';
import { unitSum } from '../report-mail/unit-rows.ts';
import { type ReportMailView, reportMailView } from '../report-mail/view.ts';
import { date, type Filled, FORMATS, fitted, letterOf, number, percent, rowOf, type SheetRow, text } from './cells.ts';

export interface SheetView {
  readonly name: string;
  readonly columns: readonly { readonly at: number; readonly width: number }[];
  readonly rows: readonly SheetRow[];
  /** "A1:J1" … */
  readonly merges: readonly { readonly ref: string }[];
  /** the row of the column heads: repeated on every page, kept in sight */
  readonly headRow: number;
  readonly below: number;
  /** "$4:$4" */
  readonly headRows: string;
}
export interface AnnexView {
  readonly title: string;
  readonly clubs: SheetView;
  readonly targets: SheetView;
}

interface Column {
  readonly head: string;
  readonly width: number;
}
interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Filled[])[];
  readonly notes: readonly string[];
}

const HEAD_ROW = 4;

function sheetView({ name, title, subtitle, columns, rows, notes }: Sheet): SheetView {
  const last = letterOf(columns.length - 1);
  const widths = columns.map(({ width }) => width);
  const whole = [widths.reduce((sum, width) => sum + width, 0)];
  const first = HEAD_ROW + 1;
  const noteRow = first + rows.length + 1;
  const heads = columns.map(({ head }) => text(head, FORMATS.head));
  return {
    name,
    columns: columns.map(({ width }, index) => ({ at: index + 1, width })),
    rows: [
      fitted(rowOf(1, [text(title, FORMATS.title)]), whole),
      fitted(rowOf(2, [text(subtitle, FORMATS.subtitle)]), whole),
      ...[heads, ...rows].map((cells, at) => fitted(rowOf(HEAD_ROW + at, cells), widths)),
      ...notes.map((note, at) => fitted(rowOf(noteRow + at, [text(note, FORMATS.note)]), whole)),
    ],
    merges: [1, 2, ...notes.map((_, at) => noteRow + at)].map((row) => ({ ref: `A${row}:${last}${row}` })),
    headRow: HEAD_ROW,
    below: HEAD_ROW + 1,
    headRows: `$${HEAD_ROW}:$${HEAD_ROW}`,
  };
}

/** A number when it is one, its words when it is a range; an empty cell where nothing is known. */
function counted(range: OpenRange | Range | undefined, words: string, format: number = FORMATS.count): Filled {
  if (range === undefined || words === '–') return text('', format);
  return range.low === range.high ? number(range.low, format) : text(words, format);
}

const subtitleOf = (content: ReportContent): string =>
  `${content.issuer} – ${reportName(content.title, content.period.label)}, số liệu chốt hết ngày ${viDate(content.period.cutOff)}, ${
    content.approval ? `lãnh đạo đã duyệt ngày ${viDate(content.approval.on)}` : 'chưa được lãnh đạo duyệt'
  }`;

function clubSheet(content: ReportContent): Sheet {
  const rows = content.clubs.map((club, at): Filled[] => {
    const row = clubRow(club);
    return [
      number(at + 1, FORMATS.centred),
      text(club.code, FORMATS.centred),
      text(row.name),
      text(club.location ?? ''),
      date(club.founded),
      counted(club.members, row.members),
      counted(club.older, row.older),
      counted(club.women, row.women),
      counted(club.borrowers, row.borrowers),
      text(row.incomeFund, FORMATS.centred),
      text(row.operatingFund, FORMATS.centred),
    ];
  });
  return {
    name: 'Phụ lục I',
    title: 'SỐ LIỆU CÁC CÂU LẠC BỘ LIÊN THẾ HỆ TỰ GIÚP NHAU',
    subtitle: subtitleOf(content),
    columns: [
      { head: 'TT', width: 5 },
      { head: 'Mã CLB', width: 9 },
      { head: 'Tên CLB', width: 34 },
      { head: 'Địa bàn', width: 18 },
      { head: 'Ngày thành lập', width: 13 },
      { head: 'Số thành viên', width: 11 },
      { head: 'Người cao tuổi', width: 11 },
      { head: 'Phụ nữ', width: 10 },
      { head: 'Được vay vốn', width: 11 },
      { head: 'Quỹ tăng thu nhập', width: 11 },
      { head: 'Quỹ hoạt động', width: 11 },
    ],
    rows: [...rows, totalRow(content)],
    notes: ['Dòng tổng số tính mỗi người một lần trong toàn đơn vị.', ...clubNotesOf(content.clubs)],
  };
}

const TOTALS = ['members', 'older', 'women', 'borrowers'] as const;

/** The commune's own counts, as its targets have them; without them, sums that are only given where every club knows its number. */
function totalRow({ document, clubs }: ReportContent): Filled[] {
  const ofTally = ({ sure, doubtful, open }: Tally): OpenRange => (open ? { low: sure } : { low: sure, high: sure + doubtful });
  const summed = (key: (typeof TOTALS)[number]): OpenRange | undefined => {
    const ranges = clubs.flatMap((club) => club[key] ?? []);
    if (ranges.length < clubs.length || clubs.length === 0) return undefined;
    return { low: ranges.reduce((sum, { low }) => sum + low, 0), high: ranges.reduce((sum, { high }) => sum + high, 0) };
  };
  const totals = TOTALS.map((key) => {
    const range = document ? ofTally(document.counts[key]) : summed(key);
    return range === undefined ? text('', FORMATS.totalCount) : counted(range, wordsOf(range), FORMATS.totalCount);
  });
  const blank = text('', FORMATS.totalText);
  return [blank, blank, text('Tổng số', FORMATS.totalText), blank, blank, ...totals, blank, blank];
}

const wordsOf = ({ low, high }: OpenRange): string =>
  high === undefined ? (low === 0 ? '–' : `từ ${numberText(low)} trở lên`) : `từ ${numberText(low)} đến ${numberText(high)}`;

const UNIT_TOTALS = ['clubs', 'members', 'older', 'women', 'borrowers'] as const;

/** A superior's report: its units in the order of the mail. */
function unitSheet(content: ReportContent, { units: rows }: ReportMailView): Sheet {
  const units = content.units ?? [];
  const sum = unitSum(units);
  const cells = rows.map((row, at): Filled[] => {
    const unit = units.find(({ name }) => name === row.name);
    return [
      number(at + 1, FORMATS.centred),
      text(row.name),
      text(row.state),
      ...UNIT_TOTALS.map((key) => (row[key] === '–' ? text('', FORMATS.count) : counted(unit?.[key], row[key]))),
    ];
  });
  const blank = text('', FORMATS.totalText);
  const whole = UNIT_TOTALS.map((key) =>
    /^[\d.]+$/.test(sum[key])
      ? number(Number(sum[key].replace(/\./g, '')), FORMATS.totalCount)
      : text(sum[key] === '–' ? '' : sum[key], FORMATS.totalCount),
  );
  return {
    name: 'Phụ lục I',
    title: 'SỐ LIỆU THEO ĐƠN VỊ',
    subtitle: subtitleOf(content),
    columns: [
      { head: 'TT', width: 5 },
      { head: 'Đơn vị', width: 34 },
      { head: 'Tình trạng', width: 34 },
      ...['Số CLB', 'Số thành viên', 'Người cao tuổi', 'Phụ nữ', 'Được vay vốn'].map((head) => ({ head, width: 12 })),
    ],
    rows: [...cells, [blank, text(sum.label, FORMATS.totalText), blank, ...whole]],
    notes: ['Ô trống: chưa có số liệu. Mỗi người được tính một lần trong một đơn vị.'],
  };
}

/** Part, whole and share as numbers where they are known and may be told. */
function figureCells({ target, figure, years }: TargetProgress, row: TargetRow, decimals: number): Filled[] {
  const empty = text('', FORMATS.count);
  const open = ({ open: more, doubtful }: Tally): boolean => more || doubtful > 0;
  const untold = row.figure === '' || isMasked(row) || target.kind === 'narrative' || (years !== undefined && years.length > 0);
  if (figure === undefined || untold || open(figure.numerator)) return [empty, empty, empty];
  const { numerator, denominator } = figure;
  if (denominator === undefined) return [number(numerator.sure), empty, empty];
  if (open(denominator)) return [empty, empty, empty];
  return [number(numerator.sure), number(denominator.sure), shareCell(target, figure, decimals)];
}

function shareCell(target: TargetProgress['target'], figure: Figure, decimals: number): Filled {
  if (unitOf(target) !== 'percent' || figure.denominator === undefined || figure.low !== figure.high) return text('', FORMATS.count);
  if (figure.denominator.sure === 0) return text('', FORMATS.count);
  const places = 'bar' in target && target.bar !== undefined ? decimalsBeside(figure, target.bar, decimals) : decimals;
  return percent(figure.low, places);
}

function targetSheet(content: ReportContent, view: ReportMailView): Sheet {
  const rows = view.targets.flatMap((row, at): Filled[][] => {
    const progress = content.targets[at];
    if (progress === undefined) return [];
    const decimals = content.percentDecimals;
    return [
      [
        number(row.ordinal, FORMATS.centred),
        text(row.text),
        text(row.clause, FORMATS.centred),
        text(row.plan, FORMATS.centred),
        text(row.figure, FORMATS.centred),
        ...figureCells(progress, row, decimals),
        text(row.status, FORMATS.centred),
        date(progress.target.deadline as IsoDate),
        text([row.beside, ...row.remarks].filter((part) => part !== '').join('. ')),
      ],
    ];
  });
  return {
    name: 'Phụ lục II',
    title: 'TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU',
    subtitle: subtitleOf(content),
    columns: [
      { head: 'TT', width: 5 },
      { head: 'Chỉ tiêu', width: 42 },
      { head: 'Mục của kế hoạch', width: 10 },
      { head: 'Kế hoạch', width: 18 },
      { head: 'Thực hiện', width: 20 },
      { head: 'Số đạt (x)', width: 9 },
      { head: 'Tổng số (y)', width: 9 },
      { head: 'Tỷ lệ', width: 9 },
      { head: 'Tình trạng', width: 16 },
      { head: 'Thời hạn', width: 12 },
      { head: 'Ghi chú', width: 26 },
    ],
    rows,
    notes: [...view.targetNotes, ...view.definitions.map(({ label, text: said }) => `${label}: ${said}`)],
  };
}

/** Everything the annex says, from the report's content. */
export function annexView(content: ReportContent): AnnexView {
  const mail = reportMailView(content);
  return {
    title: `${reportName(content.title, content.period.label)} – phụ lục số liệu`,
    clubs: sheetView(mail.ofUnits ? unitSheet(content, mail) : clubSheet(content)),
    targets: sheetView(targetSheet(content, mail)),
  };
}

// The report mail's words: everything its three templates print, as text, in the order it is read.
import { type IsoDate, localDate, localTime, viDate } from '../../rules/calendar-date.ts';
import { boundsText, numberText } from '../../rules/progress/labels.ts';
import type { Status } from '../../rules/progress/progress.ts';
import type { ClubLine, DataNote, Office, ReportContent } from '../../rules/reporting/report-content.ts';
import { isMasked, type TargetRow, TOTALS_MARK, targetRow } from './target-row.ts';

interface Labelled {
  readonly label: string;
  readonly text: string;
}
export interface ClubRow {
  readonly name: string;
  readonly place: string;
  readonly members: string;
  readonly older: string;
  readonly women: string;
  readonly borrowers: string;
  readonly incomeFund: string;
  readonly operatingFund: string;
}
export interface ReportMailView {
  /** "Xã An Bình", with the former area after a merger */
  readonly unitTitle: string;
  readonly reportName: string;
  readonly cutOff: IsoDate;
  readonly state: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly requests: readonly string[];
  readonly facts: readonly Labelled[];
  readonly summary: string;
  readonly targets: readonly TargetRow[];
  /** whether some bar has a pale part, which is then explained */
  readonly doubtfulBars: boolean;
  /** under the table of targets, in small print */
  readonly targetNotes: readonly string[];
  readonly clubs: readonly ClubRow[];
  readonly clubNotes: readonly string[];
  readonly notes: readonly Labelled[];
  readonly definitions: readonly Labelled[];
  readonly footer: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Báo cáo năm" and "năm 2024" are "Báo cáo năm 2024". */
export function reportName(title: string, label: string): string {
  const words = title.split(' ');
  const overlap = words.findIndex((_, at) => `${label} `.toLowerCase().startsWith(`${words.slice(at).join(' ')} `.toLowerCase()));
  return [...(overlap < 0 ? words : words.slice(0, overlap)), label].join(' ');
}

/** Whom a letter addresses, as official letters have it: one name as it is; more as a list, ";" after each and "." at the end. */
function addressed(offices: readonly Office[]): string[] {
  const last = offices.length - 1;
  return last < 1 ? offices.map(({ name }) => name) : offices.map(({ name }, at) => `- ${name}${at === last ? '.' : ';'}`);
}

const stateOf = ({ approval }: ReportContent): string =>
  approval ? `lãnh đạo đã duyệt ngày ${viDate(approval.on)}` : 'chưa được lãnh đạo duyệt';

function requestsOf(content: ReportContent): string[] {
  const { name, phone, email } = content.contact;
  const answersTo = content.replyTo.map((office) => office.name).join(', ');
  return [
    `Sử dụng số liệu dưới đây để tổng hợp; số liệu ${content.approval ? 'đã' : 'chưa'} được lãnh đạo đơn vị duyệt.`,
    'Lấy văn bản báo cáo có chữ ký (gửi sau) làm căn cứ chính thức; thư này không thay thế văn bản đó.',
    `Trả lời thư này để xác nhận đã nhận số liệu hoặc đề nghị chỉnh sửa${answersTo ? `; thư trả lời được chuyển tới ${answersTo}` : ''}.`,
    `Liên hệ khi cần trao đổi thêm: ${[name, ...(phone ? [`điện thoại ${phone}`] : []), `thư điện tử ${email}`].join(', ')}.`,
  ];
}

function factsOf(content: ReportContent): Labelled[] {
  const { unit, period, approval } = content;
  const late = content.daysLate > 0 ? `quá hạn ${numberText(content.daysLate)} ngày` : 'gửi đúng hạn';
  return [
    { label: 'Cơ quan báo cáo', text: content.issuer },
    { label: 'Đơn vị', text: `${[unit.name, ...(unit.formerArea ? [unit.formerArea] : [])].join(', ')} (mã đơn vị ${unit.code})` },
    { label: 'Kế hoạch', text: content.planTitle },
    { label: 'Số, ngày kế hoạch', text: content.planReference },
    { label: 'Kỳ báo cáo', text: reportName(content.title, period.label) },
    { label: 'Số liệu trong kỳ', text: `từ ngày ${viDate(period.from)} đến hết ngày ${viDate(period.cutOff)}` },
    { label: 'Chốt số liệu', text: `hết ngày ${viDate(period.cutOff)}` },
    { label: 'Hạn gửi', text: `ngày ${viDate(period.due)} – ${late}` },
    { label: 'Thời điểm gửi', text: `${localTime(content.sentAt)} ngày ${viDate(localDate(content.sentAt))} (giờ Việt Nam, UTC+7)` },
    { label: 'Phê duyệt', text: approval ? `${approval.by} duyệt ngày ${viDate(approval.on)}` : 'chưa được lãnh đạo duyệt' },
  ];
}

const REST: readonly (readonly [Status, string])[] = [
  ['notMet', 'chưa đạt'],
  ['outside', 'vượt khung'],
  ['notDue', 'chưa đến hạn'],
  ['noData', 'chưa đủ số liệu'],
  ['noSubject', 'chưa có đối tượng để tính'],
  ['unjudged', 'chưa có đánh giá'],
];

/** "Đạt 5/14 chỉ tiêu (trong đó 1 chỉ tiêu vượt); 3 chỉ tiêu chưa đến hạn." The numbers add up to the whole. */
export function summaryOf(targets: ReportContent['targets']): string {
  if (targets.length === 0) return 'Kế hoạch không có chỉ tiêu được đánh giá ở cấp này.';
  const number = (status: Status): number => targets.filter((progress) => progress.status === status).length;
  const beyond = number('beyond');
  const head = `Đạt ${number('met') + beyond}/${targets.length} chỉ tiêu${beyond > 0 ? ` (trong đó ${beyond} chỉ tiêu vượt)` : ''}`;
  const rest = REST.flatMap(([status, label]) => (number(status) > 0 ? [`${number(status)} chỉ tiêu ${label}`] : []));
  return `${[head, ...rest].join('; ')}.`;
}

const known = (value: number | undefined): string => (value === undefined ? '–' : numberText(value));
const fund = (has: boolean | undefined): string => (has === undefined ? 'chưa rõ' : has ? 'có' : 'chưa');

function clubRow(club: ClubLine): ClubRow {
  return {
    name: club.name + (club.fromTotals ? TOTALS_MARK : ''),
    place: [...(club.location ? [club.location] : []), ...(club.founded ? [`thành lập ${viDate(club.founded)}`] : [])].join(', '),
    members: known(club.members),
    older: club.older ? boundsText(numberText(club.older.low), numberText(club.older.high)) : '–',
    women: known(club.women),
    borrowers: known(club.borrowers),
    incomeFund: fund(club.incomeFund),
    operatingFund: fund(club.operatingFund),
  };
}

const SEVERITIES: readonly (readonly [DataNote['severity'], string])[] = [
  ['error', 'Phải sửa'],
  ['warning', 'Cần xem lại'],
  ['info', 'Thông tin'],
];

const TOTALS_NOTE = '(*) số liệu do CLB tự báo cáo, chưa có danh sách.';

function targetNotesOf(targets: readonly TargetRow[]): string[] {
  const rows = targets.flatMap((target) => [target, ...target.details]);
  return [
    ...(rows.some(isMasked) ? ['“Dưới 5”: không nêu số cụ thể và tỷ lệ để bảo vệ thông tin cá nhân.'] : []),
    ...(rows.some((row) => row.figure.endsWith(TOTALS_MARK)) ? [TOTALS_NOTE] : []),
  ];
}

function clubNotesOf(clubs: readonly ClubLine[]): string[] {
  if (clubs.length === 0) return [];
  return ['NCT: người cao tuổi. Dấu “–”: chưa có số liệu.', ...(clubs.some((club) => club.fromTotals) ? [TOTALS_NOTE] : [])];
}

/** How words and days were understood: the plan's definitions, the clauses' own, and what the statuses need. */
function definitionsOf({ definitions, targets }: ReportContent): Labelled[] {
  const clauses = targets.flatMap(({ target }) => (target.definition ? [{ label: `Mục ${target.clause}`, text: target.definition }] : []));
  const yearEnd = targets.some(({ decidedOn, target }) => decidedOn !== target.deadline && target.kind !== 'narrative');
  return [
    ...definitions.map(({ term, text }) => ({ label: term, text })),
    ...clauses.filter(({ label, text }, at) => clauses.findIndex((other) => other.label === label && other.text === text) === at),
    ...(targets.some(({ status }) => status === 'outside')
      ? [{ label: 'Vượt khung', text: 'số liệu cao hơn mức trên của khung cơ cấu nêu trong kế hoạch.' }]
      : []),
    ...(yearEnd
      ? [
          {
            label: 'Hạn cuối năm',
            text: 'chỉ tiêu có hạn ngày 31/12 được xét theo số liệu chốt ngày 14/12 cùng năm (Nghị định số 09/2019/NĐ-CP, Điều 12).',
          },
        ]
      : []),
  ];
}

/** Everything the mail says, from the report's content. Pure; nothing is computed anew but words. */
export function reportMailView(content: ReportContent): ReportMailView {
  const page = { cutOff: content.period.cutOff, decimals: content.percentDecimals };
  const targets = content.targets.map((progress, index) => targetRow(progress, index, page));
  const { rules, plan, snapshot } = content.versions;
  return {
    unitTitle: [capital(content.unit.name), ...(content.unit.formerArea ? [content.unit.formerArea] : [])].join(', '),
    reportName: reportName(content.title, content.period.label),
    cutOff: content.period.cutOff,
    state: stateOf(content),
    to: addressed(content.to),
    cc: addressed(content.cc),
    requests: requestsOf(content),
    facts: factsOf(content),
    summary: summaryOf(content.targets),
    targets,
    doubtfulBars: targets.some(({ bar }) => bar !== undefined && bar.doubtful > 0),
    targetNotes: targetNotesOf(targets),
    clubs: content.clubs.map(clubRow),
    clubNotes: clubNotesOf(content.clubs),
    notes: SEVERITIES.flatMap(([severity, label]) =>
      content.notes.filter((note) => note.severity === severity).map((note) => ({ label, text: note.text })),
    ),
    definitions: definitionsOf(content),
    footer: [
      `Mã báo cáo: ${content.key}`,
      `Phiên bản: cách tính ${rules}; kế hoạch ${plan}; số liệu chốt ${snapshot.slice(0, 12)}`,
      'Thư này không chứa dữ liệu cá nhân của thành viên.',
    ],
  };
}

// The report mail's words: everything its three templates print, as text, in the order it is read.
import { type IsoDate, viDate } from '../../rules/calendar-date.ts';
import type { Status } from '../../rules/progress/progress.ts';
import type { AnswerLinks } from '../../rules/reporting/receipt-link.ts';
import type { DataNote, ReportContent } from '../../rules/reporting/report-content.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { capital } from '../../rules/text.ts';
import { addressed } from '../letter-head.ts';
import { type ClubRow, clubNotesOf, clubRow } from './club-rows.ts';
import { TOTALS_MARK, TOTALS_NOTE } from './figure-view.ts';
import { type AnswerLink, factsOf, type Labelled, linksOf, requestsOf } from './opening.ts';
import { type ReplacedView, replacedView } from './replaced.ts';
import { isMasked, type TargetRow, targetRow } from './target-row.ts';
import { type UnitRow, type UnitSum, unitNotesOf, unitRows, unitSum } from './unit-rows.ts';

export interface ReportMailView {
  /** "Xã An Bình", with the former area after a merger */
  readonly unitTitle: string;
  readonly reportName: string;
  readonly cutOff: IsoDate;
  readonly state: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly requests: readonly string[];
  /** by which the receiver answers; none where the mail asks for a reply */
  readonly links: readonly AnswerLink[];
  readonly facts: readonly Labelled[];
  /** one for a report that replaces another */
  readonly replaced: readonly ReplacedView[];
  readonly summary: string;
  readonly targets: readonly TargetRow[];
  /** whether some bar has a pale part, which is then explained */
  readonly doubtfulBars: boolean;
  /** under the table of targets, in small print */
  readonly targetNotes: readonly string[];
  /** a superior's report: a table of units instead of clubs */
  readonly ofUnits: boolean;
  readonly units: readonly UnitRow[];
  readonly sum: UnitSum;
  readonly unitNotes: readonly string[];
  readonly clubs: readonly ClubRow[];
  readonly clubNotes: readonly string[];
  readonly notes: readonly Labelled[];
  readonly definitions: readonly Labelled[];
  readonly footer: readonly string[];
}

const stateOf = ({ approval, replaces }: ReportContent): string =>
  `${approval ? `lãnh đạo đã duyệt ngày ${viDate(approval.on)}` : 'chưa được lãnh đạo duyệt'}${replaces ? '; bản thay thế' : ''}`;

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
  const behind = targets.filter(({ course }) => course?.pace === 'behind').length;
  return `${[head, ...rest].join('; ')}.${behind > 0 ? ` Chậm tiến độ so với lộ trình: ${behind} chỉ tiêu.` : ''}`;
}

const SEVERITIES: readonly (readonly [DataNote['severity'], string])[] = [
  ['error', 'Phải sửa'],
  ['warning', 'Cần xem lại'],
  ['info', 'Thông tin'],
];

function targetNotesOf(content: ReportContent, targets: readonly TargetRow[]): string[] {
  const rows = targets.flatMap((target) => [target, ...target.details]);
  const partly = content.targets.some(({ coverage }) => coverage !== undefined && coverage.heard < coverage.of);
  return [
    ...(partly
      ? ['Số thực hiện tính trên các đơn vị có số liệu; “đạt”, “chưa đạt” chỉ được ghi khi số liệu còn thiếu không làm thay đổi kết luận.']
      : []),
    ...(rows.some(isMasked) ? ['“Dưới 5”: không nêu số cụ thể và tỷ lệ để bảo vệ thông tin cá nhân.'] : []),
    ...(rows.some((row) => row.figure.endsWith(TOTALS_MARK)) ? [TOTALS_NOTE] : []),
  ];
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
export function reportMailView(content: ReportContent, links?: AnswerLinks): ReportMailView {
  const page = { cutOff: content.period.cutOff, decimals: content.percentDecimals };
  const targets = content.targets.map((progress, index) => targetRow(progress, index, page));
  const { units = [] } = content;
  const { rules, plan, snapshot } = content.versions;
  return {
    unitTitle: [capital(content.unit.name), ...(content.unit.formerArea ? [content.unit.formerArea] : [])].join(', '),
    reportName: reportName(content.title, content.period.label),
    cutOff: content.period.cutOff,
    state: stateOf(content),
    to: addressed(content.to),
    cc: addressed(content.cc),
    requests: requestsOf(content, links !== undefined),
    links: linksOf(links),
    facts: factsOf(content),
    replaced: replacedView(content, page),
    summary: summaryOf(content.targets),
    targets,
    doubtfulBars: targets.some(({ bar }) => bar !== undefined && bar.doubtful > 0),
    targetNotes: targetNotesOf(content, targets),
    ofUnits: content.units !== undefined,
    units: unitRows(units),
    sum: unitSum(units),
    unitNotes: unitNotesOf(units),
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

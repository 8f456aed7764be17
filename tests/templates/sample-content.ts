// A yearly report of one commune with every kind of target and every status, for tests of the mail and for looking at it.

import type { IsoDate } from '../../rules/calendar-date.ts';
import { momentOf } from '../../rules/calendar-date.ts';
import type { Target } from '../../rules/plan/target-schema.ts';
import type { ClubProgress, Figure, Status, Tally, TargetProgress } from '../../rules/progress/progress.ts';
import type { ClubLine, ReportContent } from '../../rules/reporting/report-content.ts';

const date = (text: string): IsoDate => text as IsoDate;

export const aTally = (sure: number, more: Partial<Tally> = {}): Tally => ({
  sure,
  doubtful: 0,
  open: false,
  records: [],
  doubtfulRecords: [],
  fromTotals: 0,
  ...more,
});
export const aCount = (sure: number, more: Partial<Tally> = {}): Figure => {
  const numerator = aTally(sure, more);
  return { numerator, low: sure, ...(numerator.open ? {} : { high: sure + numerator.doubtful }) };
};
export const aShare = (part: number, of: number, more: Partial<Tally> = {}): Figure => {
  const numerator = aTally(part, more);
  const percent = (count: number): number => (of === 0 ? 0 : (100 * count) / of);
  return { numerator, denominator: aTally(of), low: percent(part), high: percent(part + numerator.doubtful) };
};

const head = (id: string, clause: string, title: string, deadline: string) => ({
  id,
  clause,
  title,
  text: title,
  deadline: date(deadline),
});
export const aClubTarget: Target = {
  ...head('clubs', 'II.1.a', 'Số CLB thành lập được đến năm 2025', '2025-12-31'),
  kind: 'count',
  count: { clubs: {} },
  bar: { between: [2, 3] },
  unit: 'count',
};
export const aShareTarget: Target = {
  ...head('older', 'II.1.a', 'Tỷ lệ NCT trong tổng số thành viên', '2025-12-31'),
  kind: 'share',
  part: { members: { older: true } },
  of: { members: {} },
  bar: { between: [60, 70] },
  unit: 'percent',
  excess: 'outside',
};

export const aProgress = (target: Target, status: Status, figure?: Figure, more: Partial<TargetProgress> = {}): TargetProgress => ({
  target,
  asOf: date('2024-12-14'),
  decidedOn: date('2025-12-14'),
  decided: false,
  status,
  ...(figure ? { figure } : {}),
  ...more,
});

const aClub = (club: string, name: string, status: Status, figure: Figure, fromTotals = false): ClubProgress => ({
  club,
  name,
  status,
  figure,
  fromTotals,
});
const inClub = (part: number, of: number, more: Partial<Tally> = {}): Figure => aShare(part, of, more);

const targets: readonly TargetProgress[] = [
  aProgress(aClubTarget, 'met', aCount(3)),
  aProgress(
    {
      ...aClubTarget,
      ...head('members', 'II.1.a', 'Số thành viên của các CLB', '2025-12-31'),
      count: { members: {} },
      bar: { between: [150, 160] },
    },
    'beyond',
    aCount(174, { fromTotals: 52 }),
  ),
  aProgress(aShareTarget, 'met', aShare(105, 174, { doubtful: 4 })),
  aProgress(
    {
      ...head('pilot', 'II.1.b', 'Hoàn thiện thủ tục CLB xóm Thống Nhất 1 làm điểm', '2024-12-31'),
      kind: 'milestone',
      place: 'xóm Thống Nhất 1',
      evidence: { has: ['launch'] },
    },
    'met',
    aShare(7, 7),
    { decided: true, decidedOn: date('2024-12-14') },
  ),
  aProgress(
    {
      ...aShareTarget,
      ...head('plans', 'II.1.b', 'Các xóm còn lại xây dựng kế hoạch thành lập CLB', '2025-12-31'),
      part: { locations: { hasPlan: true } },
      of: { locations: {} },
      bar: { atLeast: 100 },
    },
    'notDue',
    aShare(5, 9),
  ),
  aProgress(
    {
      ...head('size', 'II.2.a', 'Số thành viên của mỗi CLB', '2025-12-31'),
      kind: 'each-club',
      clubs: {},
      bar: { between: [50, 70] },
      unit: 'count',
    },
    'met',
    aShare(3, 3),
    {
      clubs: [
        aClub('CLB01', 'CLB xóm Thống Nhất 1', 'met', aCount(62)),
        aClub('CLB02', 'CLB xóm Bản Mới', 'met', aCount(60)),
        aClub('CLB03', 'CLB xóm Nam Cơ', 'met', aCount(52), true),
      ],
    },
  ),
  aProgress(
    {
      ...head('women', 'II.2.a', 'Tỷ lệ phụ nữ trong mỗi CLB', '2025-12-31'),
      kind: 'each-club',
      clubs: {},
      share: { of: { sex: 'female' } },
      bar: { between: [60, 70] },
      unit: 'percent',
    },
    'outside',
    aShare(1, 3),
    {
      clubs: [
        aClub('CLB01', 'CLB xóm Thống Nhất 1', 'met', inClub(40, 62)),
        aClub('CLB02', 'CLB xóm Bản Mới', 'outside', inClub(46, 60)),
        aClub('CLB03', 'CLB xóm Nam Cơ', 'noData', aShare(30, 52, { doubtful: 3, fromTotals: 30 }), true),
      ],
    },
  ),
  aProgress(
    {
      ...aShareTarget,
      ...head('borrowers', 'II.2.b', 'Thành viên được vay vốn để sản xuất, kinh doanh', '2024-12-31'),
      part: { members: { borrower: true } },
      bar: { atLeast: 50 },
      definition:
        'Câu “để có ít nhất 50% thành viên được vay vốn” được hiểu theo hai cách; cách tính trên tổng số thành viên được dùng để đánh giá.',
    },
    'notMet',
    aShare(83, 174),
    {
      decided: true,
      decidedOn: date('2024-12-14'),
      readings: [
        { id: 'need', text: 'tính trên số thành viên có nhu cầu vay vốn', bar: { atLeast: 50 }, status: 'met', figure: aShare(83, 120) },
        {
          id: 'clubs',
          text: 'tính số CLB có ít nhất 50% thành viên được vay vốn',
          bar: { atLeast: 100 },
          status: 'notMet',
          figure: aShare(1, 3),
        },
      ],
    },
  ),
  aProgress(
    {
      ...aShareTarget,
      ...head('funds', 'II.2.c', 'CLB có quỹ tăng thu nhập và quỹ hoạt động', '2025-12-31'),
      part: { clubs: { has: ['incomeFund', 'operatingFund'] } },
      of: { clubs: {} },
      bar: { atLeast: 100 },
    },
    'noData',
    aShare(2, 3, { doubtful: 1 }),
  ),
  aProgress(
    {
      ...aShareTarget,
      ...head('poor', 'II.2.a', 'Thành viên thuộc hộ nghèo được vay vốn', '2025-12-31'),
      part: { members: { circumstance: ['poor'], borrower: true } },
      of: { members: { circumstance: ['poor'] } },
      bar: { atLeast: 50 },
    },
    'notDue',
    aShare(3, 17),
  ),
  aProgress(
    {
      ...aClubTarget,
      ...head('yearly', 'II.1.c', 'Số CLB thành lập mới hằng năm', '2025-12-31'),
      bar: { atLeast: 1 },
      every: { unit: 'year', from: date('2024-01-01'), to: date('2025-12-31') },
    },
    'met',
    aCount(1),
    {
      years: [
        { year: 2023, status: 'beyond', figure: aCount(2) },
        { year: 2024, status: 'met', figure: aCount(1) },
      ],
    },
  ),
  aProgress(
    {
      ...head('kept', 'II.1.d', 'CLB thành lập giai đoạn 2016-2020 được duy trì', '2025-12-31'),
      kind: 'cohort',
      founded: { from: date('2016-01-01'), to: date('2020-12-31') },
      bar: { atLeast: 100 },
      unit: 'percent',
    },
    'met',
    aShare(1, 1),
  ),
  aProgress(
    {
      ...aShareTarget,
      ...head('model', 'II.2.d', 'CLB điểm được tập huấn, giám sát theo quy chế', '2025-12-31'),
      part: { clubs: { model: true, event: ['trained'] } },
      of: { clubs: { model: true } },
      bar: { atLeast: 100 },
    },
    'noSubject',
  ),
  aProgress(
    {
      ...head('health', 'II.2.b', 'Mọi thành viên được nâng cao sức khoẻ, nhận thức và được bảo vệ quyền lợi', '2025-12-31'),
      kind: 'narrative',
    },
    'unjudged',
  ),
  aProgress(
    {
      ...head('talks', 'II.1.b', 'Thường xuyên tuyên truyền việc thành lập CLB', '2025-12-31'),
      kind: 'narrative',
      beside: { count: { locations: { reached: true } } },
    },
    'met',
    aCount(11),
    {
      verdict: 'Đã tuyên truyền tại các buổi họp xóm trong năm',
    },
  ),
];

const clubs: readonly ClubLine[] = [
  {
    code: 'CLB01',
    name: 'CLB xóm Thống Nhất 1',
    location: 'xóm Thống Nhất 1',
    founded: date('2024-04-18'),
    members: { low: 62, high: 62 },
    older: { low: 38, high: 40 },
    women: { low: 40, high: 40 },
    borrowers: { low: 41, high: 41 },
    incomeFund: true,
    operatingFund: true,
  },
  {
    code: 'CLB02',
    name: 'CLB xóm Bản Mới',
    location: 'xóm Bản Mới',
    founded: date('2023-09-05'),
    members: { low: 60, high: 60 },
    older: { low: 36, high: 36 },
    women: { low: 46, high: 46 },
    borrowers: { low: 42, high: 42 },
    incomeFund: true,
    operatingFund: true,
  },
  {
    code: 'CLB03',
    name: 'CLB xóm Nam Cơ',
    location: 'xóm Nam Cơ',
    founded: date('2023-11-20'),
    members: { low: 52, high: 52 },
    older: { low: 31, high: 33 },
    incomeFund: true,
    operatingFund: undefined,
  },
].map((club) => ({ ...club, fromTotals: club.code === 'CLB03' }));

export const sampleContent: ReportContent = {
  key: '1QuyKyRegister/yearly/2024/1',
  register: '1QuyKyRegister',
  unit: { id: '05545', code: '05545', name: 'xã Quy Kỳ' },
  issuer: 'Ủy ban nhân dân xã Quy Kỳ',
  planTitle: 'Kế hoạch thực hiện Đề án nhân rộng mô hình Câu lạc bộ Liên thế hệ tự giúp nhau trên địa bàn xã Quy Kỳ',
  planReference: 'số …/KH-UBND, tháng 3 năm 2024',
  title: 'Báo cáo năm',
  period: { kind: 'yearly', label: 'năm 2024', from: date('2023-12-15'), cutOff: date('2024-12-14'), due: date('2024-12-20') },
  sentAt: momentOf(date('2024-12-16'), 9, 5),
  daysLate: -4,
  approval: undefined,
  to: [{ name: 'Ủy ban nhân dân huyện Định Hóa', email: 'ubnd@dinhhoa.example' }],
  cc: [{ name: 'Ban đại diện Hội Người cao tuổi huyện Định Hóa', email: 'hnct@dinhhoa.example' }],
  replyTo: [{ name: 'Ủy ban nhân dân xã Quy Kỳ', email: 'ubnd@quyky.example' }],
  contact: { name: 'Hoàng Thị Lan', phone: '0208 3705 067', email: 'lan@quyky.example' },
  targets,
  clubs,
  notes: [
    { severity: 'warning', text: 'TV0041: chỉ có năm sinh; chưa xác định được đã đủ 60 tuổi tại ngày chốt số liệu hay chưa.' },
    { severity: 'error', text: 'TV0107: chưa chọn câu lạc bộ nên chưa được tính.' },
    { severity: 'info', text: 'CLB03: số liệu tổng hợp đến ngày 30/11/2024.' },
  ],
  definitions: [
    {
      term: 'Người cao tuổi (NCT)',
      text: 'người từ đủ 60 tuổi trở lên tại ngày chốt số liệu (Luật Người cao tuổi số 39/2009/QH12, Điều 2).',
    },
    {
      term: 'Thành viên được vay vốn',
      text: 'thành viên có ít nhất một khoản vay để sản xuất, kinh doanh đến ngày chốt số liệu, kể cả khoản đã trả.',
    },
    { term: 'Làm tròn', text: 'tỷ lệ làm tròn đến một chữ số thập phân.' },
  ],
  percentDecimals: 1,
  versions: { rules: '1', plan: 'quy-ky bản 1', snapshot: 'a41f09c2d7be55aa10c3f20e7d9b64418c2f7a35' },
};

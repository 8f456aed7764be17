// A yearly report of a city over the 21 phường and xã of a real plan, three of which were not heard from; 45 clubs. And its daily digest.
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { unitOn } from '../../rules/plan/unit-names.ts';
import type { ClubProgress, Status, Tally, TargetProgress } from '../../rules/progress/progress.ts';
import type { DigestContent } from '../../rules/reporting/digest-content.ts';
import type { ReportContent, UnitLine } from '../../rules/reporting/report-content.ts';
import { planJson, planOf } from '../plans/plan-files.ts';
import { aCount, aProgress, aShare, sampleContent } from './sample-content.ts';

const date = (text: string): IsoDate => text as IsoDate;
const DUE = date('2024-12-20');

export const cityPlan = planOf(planJson('buon-ma-thuot'));
const names = cityPlan.units.map((unit) => unitOn(unit, date('2024-10-01')).name);

/** Numbers that differ from unit to unit and need no chance. */
const spread = (place: number, least: number, width: number): number => least + ((place * 7) % width);
const SILENT = new Map([
  [3, 'Đơn vị chưa có sổ. Đề nghị tạo sổ và ghi mã sổ vào trang Đơn vị.'],
  [9, 'Không mở được sổ của đơn vị. Đề nghị người quản trị khôi phục sổ hoặc ghi lại mã sổ ở trang Đơn vị.'],
]);
const NOT_SENT = 15;
const LATE = new Map([
  [5, 2],
  [17, 4],
]);

export const exactly = (value: number) => ({ low: value, high: value });

export const cityUnits: readonly UnitLine[] = names.map((name, place): UnitLine => {
  const silent = SILENT.get(place);
  if (silent !== undefined) return { name, state: 'none', remark: silent };
  const late = LATE.get(place);
  const members = spread(place, 52, 90);
  const older = Math.round(members * 0.63);
  return {
    name,
    state: place === NOT_SENT ? 'live' : 'sent',
    ...(late === undefined ? {} : { remark: `chậm ${late} ngày` }),
    clubs: exactly(1 + (place % 3)),
    members: exactly(members),
    older: { low: older, high: older + (place % 4) },
    women: exactly(Math.round(members * 0.66)),
    borrowers: exactly(Math.round(members * 0.48)),
  };
});

const heard = names.filter((_, place) => !SILENT.has(place));
const clubName = (place: number): string => `CLB tổ dân phố ${1 + (place % 12)}, ${heard[place % heard.length] ?? ''}`;
const size = (place: number): number => spread(place, 44, 30);
/** 45 clubs, each judged by its own numbers; a club of `unknown` has said too little. */
function eachClub([low, high]: readonly [number, number], share?: (place: number) => number, unknown = (_place: number) => false) {
  const clubs = Array.from({ length: 45 }, (_, place): ClubProgress => {
    const part = Math.round(size(place) * (share?.(place) ?? 1));
    const value = share ? (100 * part) / size(place) : part;
    const status = unknown(place) ? 'noData' : value < low ? 'notDue' : value > high ? 'outside' : 'met';
    const figure = share ? aShare(part, size(place), { doubtful: unknown(place) ? 9 : 0 }) : aCount(part);
    return { club: `${place}/CLB01`, name: clubName(place), status, figure, fromTotals: false };
  });
  const number = (status: Status): number => clubs.filter((club) => club.status === status).length;
  return { figure: aShare(number('met'), 45, { doubtful: number('noData') }), clubs };
}

type Known = Omit<Partial<TargetProgress>, 'target' | 'status'> & { readonly status: Status };
const open: Partial<Tally> = { open: true };
const known: Readonly<Record<string, Known>> = {
  'phuong-xa-co-clb': { status: 'noData', figure: aShare(17, 21, { doubtful: 2 }) },
  'clb-moi': { status: 'beyond', figure: aCount(24) },
  'thanh-vien-clb-moi': { status: 'noData', figure: aCount(905, { doubtful: 6 }) },
  'nct-clb-moi': { status: 'met', figure: aCount(570) },
  'clb-moi-moi-nam': {
    status: 'noData',
    figure: aCount(1),
    years: [
      { year: 2021, status: 'beyond', figure: aCount(5, open) },
      { year: 2022, status: 'beyond', figure: aCount(9, open) },
      { year: 2023, status: 'met', figure: aCount(2, open) },
      { year: 2024, status: 'noData', figure: aCount(1, open) },
    ],
  },
  'duy-tri-clb': { status: 'noData', figure: aShare(20, 24, { doubtful: 4 }) },
  'nang-cao-chat-luong': { status: 'unjudged' },
  'quy-mo-clb': { status: 'notDue', ...eachClub([50, 70]) },
  'nu-moi-clb': { status: 'outside', ...eachClub([60, 70], (place) => (place % 5 === 0 ? 0.74 : 0.65)) },
  'nct-moi-clb': {
    status: 'notDue',
    ...eachClub(
      [60, 70],
      (place) => (place % 2 === 0 ? 0.55 : 0.58),
      (place) => place % 2 === 1,
    ),
  },
  'tre-moi-clb': { status: 'noData', ...eachClub([30, 40], () => 0.35) },
  'uu-tien-kho-khan': { status: 'unjudged', figure: aShare(3, 1612) },
  'clb-dat-chat-luong': {
    status: 'notDue',
    figure: aShare(12, 45),
    readings: [
      {
        id: 'a',
        text: 'Ít nhất 70% câu lạc bộ có ít nhất 50% thành viên được vay vốn.',
        bar: { atLeast: 70 },
        status: 'notDue',
        figure: aShare(20, 45),
      },
      {
        id: 'b',
        text: 'Ít nhất 50% tổng số thành viên được vay vốn.',
        bar: { atLeast: 50 },
        status: 'noData',
        figure: aShare(790, 1612, { doubtful: 30 }),
      },
    ],
  },
  'suc-khoe-nhan-thuc': { status: 'met', verdict: 'Đã tổ chức khám sức khỏe định kỳ tại các câu lạc bộ' },
  'quy-clb': { status: 'notDue', figure: aShare(40, 45) },
  'tap-huan-giam-sat': { status: 'noData', figure: aShare(31, 45, { doubtful: 14 }) },
};

export const cityTargets: readonly TargetProgress[] = cityPlan.targets.map((target) => {
  const { status, ...more } = known[target.id] ?? { status: 'noData' as const };
  return aProgress(target, status, undefined, { coverage: { heard: 19, of: 21 }, ...more });
});

export const cityContent: ReportContent = {
  ...sampleContent,
  key: 'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2024/1',
  register: '1BuonMaThuot',
  unit: { id: 'tp-buon-ma-thuot', code: '643', name: 'thành phố Buôn Ma Thuột' },
  issuer: 'UBND thành phố Buôn Ma Thuột',
  planTitle: cityPlan.title,
  planReference: 'số …/KH-UBND',
  period: { kind: 'yearly', label: 'năm 2024', from: date('2023-12-15'), cutOff: date('2024-12-14'), due: date('2024-12-25') },
  sentAt: momentOf(date('2024-12-25'), 7, 30),
  daysLate: 0,
  to: [{ name: 'Ủy ban nhân dân tỉnh Đắk Lắk', email: 'ubnd@daklak.example' }],
  cc: [{ name: 'Ban Đại diện Hội Người cao tuổi tỉnh Đắk Lắk', email: 'hnct@daklak.example' }],
  replyTo: [{ name: 'UBND thành phố Buôn Ma Thuột', email: 'ubnd@bmt.example' }],
  contact: { name: 'Trần Thị Hà', phone: '0262 3852 000', email: 'ha@bmt.example' },
  targets: cityTargets,
  clubs: [],
  units: cityUnits,
  notes: [{ severity: 'warning', text: 'Số liệu tổng hợp từ báo cáo của 19/21 đơn vị.' }],
  definitions: cityPlan.definitions.map(({ term, text }) => ({ term, text })),
};

export const cityDigest: DigestContent = {
  key: 'buon-ma-thuot/tp-buon-ma-thuot/tinh-hinh/2024-12-22',
  superior: 'thành phố Buôn Ma Thuột',
  planTitle: cityPlan.title,
  reportName: 'Báo cáo năm 2024',
  due: DUE,
  ownDue: date('2024-12-25'),
  now: momentOf(date('2024-12-22'), 7, 0),
  units: names.map((name, place) => {
    const silent = SILENT.get(place);
    if (silent !== undefined) return { name, state: place === 3 ? ('noRegister' as const) : ('unreachable' as const), remark: silent };
    if (place === NOT_SENT) return { name, state: 'notSent' };
    return { name, state: 'sent', sentOn: date(LATE.has(place) ? '2024-12-22' : '2024-12-20'), daysLate: LATE.has(place) ? 2 : 0 };
  }),
  to: [{ name: 'Ban Đại diện Hội Người cao tuổi thành phố Buôn Ma Thuột', email: 'hnct@bmt.example' }],
};

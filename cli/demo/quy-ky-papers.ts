// What the demo commune itself does and writes down: events, declarations, verdicts, money and words, each with the day it is entered.
import type { IsoDate } from '../../rules/calendar-date.ts';
import { yearOf } from '../../rules/calendar-date.ts';
import { type DemoRow, demoName, type Entry, enteredBy, withCodes } from './register.ts';

const day = (text: string): IsoDate => text as IsoDate;
const OFFICER = demoName('Lường Thị Thắm');

/** The twelve xóm. Only Thống Nhất 1 is named by a source; the other names are stand-ins until the commune fills in its own. */
const PLACES: readonly { readonly name: string; readonly planned: string | null; readonly year: number | null }[] = [
  { name: 'Thống Nhất 1', planned: '2024-03-29', year: 2024 },
  { name: 'Mẫu 2', planned: '2024-06-10', year: 2024 },
  { name: 'Mẫu 3', planned: '2024-11-25', year: 2026 },
  { name: 'Mẫu 4', planned: '2025-09-08', year: 2026 },
  { name: 'Mẫu 5', planned: '2024-10-14', year: 2025 },
  { name: 'Mẫu 6', planned: '2025-05-19', year: 2026 },
  { name: 'Mẫu 7', planned: null, year: null },
  { name: 'Mẫu 8', planned: '2025-05-26', year: 2026 },
  { name: 'Mẫu 9', planned: '2025-10-06', year: 2027 },
  { name: 'Mẫu 10', planned: null, year: null },
  { name: 'Mẫu 11', planned: '2025-10-20', year: 2027 },
  { name: 'Mẫu 12', planned: null, year: null },
];

export function locationRows(upTo: IsoDate): DemoRow<'locations'>[] {
  const entries = PLACES.map(({ name, planned, year }): Entry<'locations'> => {
    const decided = planned !== null && planned <= upTo;
    const formerUnit = upTo >= '2025-07-01' ? 'xã Quy Kỳ (cũ)' : null;
    const note = name.startsWith('Mẫu') ? 'Tên mẫu (số liệu thử)' : null;
    return { on: day('2024-03-25'), row: { name, formerUnit, hasPlan: decided ? 'yes' : 'no', plannedYear: decided ? year : null, note } };
  });
  return enteredBy(withCodes('locations', entries), upTo);
}

type Event = DemoRow<'events'>;
const event = (date: string, kind: string, inCharge: string, row: Event): Entry<'events'> => ({
  on: day(date),
  row: { date, kind, role: 'organised', inCharge, ...row },
});
const talk = (date: string, participants: number, ...places: readonly string[]): Entry<'events'> =>
  event(date, 'communication', 'hoi-nct-xa', { audience: 'Nhân dân các xóm', locations: places.join('; '), participants });

const EVENTS: readonly Entry<'events'>[] = [
  event('2024-03-28', 'document', 'cong-chuc-van-hoa-ldtbxh', { audience: 'Các ngành, đoàn thể, các xóm', rating: 'Kế hoạch của UBND xã' }),
  event('2024-04-09', 'initialTraining', 'hoi-nct-xa', { audience: 'Ban chủ nhiệm CLB01', clubs: 'CLB01', participants: 12 }),
  talk('2024-05-22', 64, 'Thống Nhất 1', 'Mẫu 2'),
  event('2024-06-26', 'trainerTraining', 'hoi-nct-xa', { audience: 'Giảng viên của xã', role: 'attended', participants: 2 }),
  talk('2024-08-14', 58, 'Mẫu 3', 'Mẫu 4', 'Mẫu 5'),
  event('2024-09-18', 'supervision', 'mttq-xa', {
    audience: 'Ban chủ nhiệm CLB01',
    clubs: 'CLB01',
    participants: 6,
    rating: 'Sổ sách đầy đủ',
  }),
  talk('2024-10-23', 41, 'Mẫu 8'),
  event('2024-11-12', 'initialTraining', 'hoi-nct-xa', { audience: 'Ban chủ nhiệm CLB02', clubs: 'CLB02', participants: 14 }),
  talk('2025-03-12', 52, 'Mẫu 6', 'Mẫu 7'),
  event('2025-04-15', 'initialTraining', 'hoi-nct-xa', { audience: 'Ban chủ nhiệm CLB03', clubs: 'CLB03', participants: 13 }),
  event('2025-05-28', 'studyVisit', 'hoi-nct-xa', { audience: 'Ban chủ nhiệm các CLB', clubs: 'CLB01; CLB02; CLB03', participants: 18 }),
  talk('2025-08-20', 47, 'Mẫu 9', 'Mẫu 10'),
  event('2025-09-24', 'supervision', 'mttq-xa', { audience: 'Ban chủ nhiệm các CLB', clubs: 'CLB01; CLB02', participants: 8 }),
  talk('2025-10-29', 63, 'Mẫu 11', 'Mẫu 12'),
];
export const eventRows = (upTo: IsoDate): DemoRow<'events'>[] => enteredBy(withCodes('events', EVENTS), upTo);

const verdict = (club: string, year: number, key: string, date: string, documentNo: string): Entry<'assessments'> => ({
  on: day(date),
  row: { club, year, verdict: key, documentNo, date },
});
const ASSESSMENTS = [
  verdict('CLB01', 2024, 'good', '2024-12-05', '12/BB-HNCT'),
  verdict('CLB01', 2025, 'good', '2025-12-04', '15/BB-HNCT'),
  verdict('CLB02', 2025, 'fair', '2025-12-04', '15/BB-HNCT'),
  verdict('CLB03', 2025, 'fair', '2025-12-04', '15/BB-HNCT'),
];
export const assessmentRows = (upTo: IsoDate): DemoRow<'assessments'>[] => enteredBy(withCodes('assessments', ASSESSMENTS), upTo);

/** A source's year: what was planned in January, what had come and gone by the end of November. */
const year = (of: number, source: string, budgeted: number, received: number, spent: number, note: string | null = null) => ({
  on: day(`${of}-${of === 2024 ? '04' : '01'}-15`),
  closed: day(`${of}-11-30`),
  row: { year: of, source, budgeted, note },
  final: { received, spent },
});
const BUDGET = [
  year(2024, 'ngan-sach', 60_000_000, 55_000_000, 53_400_000, 'Tập huấn, tuyên truyền, hỗ trợ vốn ban đầu'),
  year(2024, 'to-chuc-ca-nhan', 15_000_000, 16_000_000, 16_000_000),
  year(2024, 'quy-dia-phuong-hoi-cong-dong', 60_000_000, 60_000_000, 60_000_000),
  year(2024, 'vien-tro-quoc-te', 50_000_000, 50_000_000, 50_000_000, 'Số liệu thử'),
  year(2025, 'ngan-sach', 40_000_000, 30_000_000, 27_650_000),
  year(2025, 'to-chuc-ca-nhan', 20_000_000, 17_000_000, 17_000_000),
];
export function budgetRows(upTo: IsoDate): DemoRow<'budget'>[] {
  const entries = BUDGET.map(({ on, closed, row, final }): Entry<'budget'> => ({ on, row: closed <= upTo ? { ...row, ...final } : row }));
  return enteredBy(withCodes('budget', entries), upTo);
}

const CLUBS_OF: { readonly [year: number]: readonly string[] } = { 2024: ['CLB01', 'CLB02'], 2025: ['CLB01', 'CLB02', 'CLB03'] };
const BY_CLUB = ['members', 'loans', 'funds', 'activities'];
const BY_COMMUNE = ['clubs', 'events', 'assessments', 'budget', 'locations'];

/** Declared after each year's cut-off; the second club never declared its activities, and the third lent nothing. */
function declaredFor(of: number): Entry<'declarations'>[] {
  const until = `${of}-12-14`;
  const on = day(`${of}-12-${of === 2024 ? 16 : 15}`);
  const entry = (row: DemoRow<'declarations'>): Entry<'declarations'> => ({
    on,
    row: { until, declaredBy: OFFICER, declaredOn: on, ...row },
  });
  return [
    ...BY_COMMUNE.map((section) => entry({ section, state: 'complete' })),
    ...(CLUBS_OF[of] ?? []).flatMap((club) =>
      BY_CLUB.filter((section) => !(club === 'CLB02' && section === 'activities')).map((section) =>
        entry(
          club === 'CLB03' && section === 'loans'
            ? { club, section, state: 'nil', from: '2025-04-10' }
            : { club, section, state: 'complete' },
        ),
      ),
    ),
  ];
}
export const declarationRows = (upTo: IsoDate): DemoRow<'declarations'>[] =>
  enteredBy(withCodes('declarations', [2024, 2025].filter((of) => of <= yearOf(upTo)).flatMap(declaredFor)), upTo);

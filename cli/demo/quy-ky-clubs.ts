// The three demo clubs of xã Quy Kỳ: the pilot of the plan, a second of late 2024 and a third of 2025; their loans and funds.
// What is told of them is made up so that every kind of result shows: met, not met, outside the frame, not certain.
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { DemoClub } from './club.ts';
import type { FundStart } from './funds.ts';
import type { LoanRound } from './loans.ts';
import { demoName } from './register.ts';

const day = (text: string): IsoDate => text as IsoDate;
const clubName = (place: string): string => demoName(`CLB Liên thế hệ tự giúp nhau xóm ${place}`);

/** Complete papers, both funds, most of its members borrow. Three members know only that they were born in 1964. */
const pilot: DemoClub = {
  code: 'CLB01',
  name: clubName('Thống Nhất 1'),
  location: 'Thống Nhất 1',
  founded: day('2024-04-02'),
  launched: day('2024-04-12'),
  meetingDay: 17,
  papers: {
    decisionNo: '31/QĐ-UBND',
    regulationNo: '01/QC-CLB',
    regulationDate: '2024-04-12',
    boardRecognised: '2024-04-02',
    incomeFundSince: '2024-05-06',
    operatingFundSince: '2024-04-12',
    model: true,
  },
  people: {
    olderWomen: 21,
    olderMen: 11,
    youngerWomen: 12,
    youngerMen: 7,
    births: [
      { sex: 'female', birth: '1964' },
      { sex: 'female', birth: '1964' },
      { sex: 'male', birth: '1964' },
      { sex: 'female', birth: '04/1965' },
    ],
  },
  laterJoins: [
    { on: day('2024-05-17'), count: 7 },
    { on: day('2024-06-17'), count: 5 },
    { on: day('2024-08-17'), count: 3 },
  ],
  newcomers: [{ on: day('2025-02-17'), sex: 'female', older: true }],
  leavers: [
    { on: day('2025-03-17'), sex: 'male', older: false },
    { on: day('2025-08-17'), sex: 'female', older: true },
  ],
  volunteers: 8,
};

/** More elders than the plan's frame wants, and fewer loans than it hopes for. */
const second: DemoClub = {
  code: 'CLB02',
  name: clubName('Mẫu 2'),
  location: 'Mẫu 2',
  founded: day('2024-11-05'),
  launched: day('2024-11-15'),
  meetingDay: 21,
  papers: {
    decisionNo: '94/QĐ-UBND',
    regulationNo: '01/QC-CLB',
    regulationDate: '2024-11-15',
    boardRecognised: '2024-11-05',
    incomeFundSince: '2024-12-02',
    operatingFundSince: '2024-11-15',
    model: false,
  },
  people: { olderWomen: 26, olderMen: 13, youngerWomen: 8, youngerMen: 5 },
  laterJoins: [{ on: day('2024-12-06'), count: 6 }],
  newcomers: [],
  leavers: [{ on: day('2025-06-21'), sex: 'female', older: false }],
  volunteers: 6,
};

/** No income fund yet; two members born in 1965 decide whether its elders are 60% at the end of 2025. */
const third: DemoClub = {
  code: 'CLB03',
  name: clubName('Mẫu 5'),
  location: 'Mẫu 5',
  founded: day('2025-04-10'),
  launched: day('2025-04-18'),
  meetingDay: 12,
  papers: {
    decisionNo: '27/QĐ-UBND',
    regulationNo: '01/QC-CLB',
    regulationDate: '2025-04-18',
    boardRecognised: '2025-04-10',
    operatingFundSince: '2025-05-05',
    model: false,
  },
  people: {
    olderWomen: 19,
    olderMen: 10,
    youngerWomen: 13,
    youngerMen: 6,
    births: [
      { sex: 'female', birth: '1965' },
      { sex: 'male', birth: '1965' },
    ],
  },
  laterJoins: [
    { on: day('2025-05-12'), count: 4 },
    { on: day('2025-07-12'), count: 2 },
  ],
  newcomers: [],
  leavers: [],
  volunteers: 5,
};

const PRODUCTION = ['chan-nuoi', 'chan-nuoi', 'chan-nuoi', 'trong-trot', 'trong-trot', 'kinh-doanh-dich-vu', 'nganh-nghe'] as const;
const LOCAL = 'quy-dia-phuong-hoi-cong-dong';
const SOURCES = [LOCAL, LOCAL, 'to-chuc-ca-nhan', 'ngan-sach', null] as const;
const round = (on: string, loans: number, ...amounts: readonly [number, ...number[]]): LoanRound => ({
  on: day(on),
  loans,
  amounts,
  purposes: PRODUCTION,
  sources: SOURCES,
});
const illness = (on: string): LoanRound => ({ on: day(on), loans: 1, amounts: [3_000_000], purposes: ['kham-chua-benh'], sources: [null] });

export interface QuyKyClub {
  readonly club: DemoClub;
  readonly rounds: readonly LoanRound[];
  readonly starts: readonly FundStart[];
  readonly fee: number;
}

export const QUY_KY_CLUBS: readonly QuyKyClub[] = [
  {
    club: pilot,
    rounds: [
      round('2024-05-17', 13, 5_000_000),
      round('2024-07-17', 9, 4_000_000, 5_000_000),
      illness('2024-09-17'),
      round('2024-10-17', 9, 3_000_000, 4_000_000, 5_000_000),
      round('2025-02-17', 4, 5_000_000),
      round('2025-06-17', 3, 5_000_000, 7_000_000),
    ],
    starts: [
      { on: day('2024-04-12'), fund: 'operating', kind: 'openingBalance', amount: 4_350_000, note: 'Quỹ của nhóm trước khi có quyết định' },
      { on: day('2024-05-06'), fund: 'income', kind: LOCAL, amount: 30_000_000, note: 'Hội NCT tỉnh hỗ trợ vốn ban đầu' },
      { on: day('2024-05-06'), fund: 'income', kind: 'ngan-sach', amount: 20_000_000 },
      { on: day('2024-05-15'), fund: 'income', kind: 'to-chuc-ca-nhan', amount: 15_000_000, note: 'Hội NCT xã vận động' },
      { on: day('2024-07-02'), fund: 'income', kind: 'vien-tro-quoc-te', amount: 50_000_000, note: 'Dự án hỗ trợ (số liệu thử)' },
      {
        on: day('2024-09-30'),
        fund: 'operating',
        kind: 'to-chuc-ca-nhan',
        amount: 1_000_000,
        inKind: 2_400_000,
        note: 'Kèm 02 máy đo huyết áp, 01 cân',
      },
      { on: day('2025-01-20'), fund: 'operating', kind: 'to-chuc-ca-nhan', amount: 2_000_000, inKind: 3_000_000, note: 'Kèm quà Tết' },
    ],
    fee: 10_000,
  },
  {
    club: second,
    rounds: [round('2024-12-12', 5, 5_000_000), round('2025-03-21', 8, 4_000_000), round('2025-07-21', 8, 4_000_000, 5_000_000)],
    starts: [
      { on: day('2024-11-15'), fund: 'operating', kind: LOCAL, amount: 2_600_000, note: 'Thành viên đóng góp ngày ra mắt' },
      { on: day('2024-12-02'), fund: 'income', kind: LOCAL, amount: 30_000_000, note: 'Hội NCT tỉnh hỗ trợ vốn ban đầu' },
      { on: day('2024-12-02'), fund: 'income', kind: 'ngan-sach', amount: 15_000_000 },
      { on: day('2025-03-10'), fund: 'income', kind: 'to-chuc-ca-nhan', amount: 15_000_000 },
    ],
    fee: 10_000,
  },
  {
    club: third,
    rounds: [],
    starts: [{ on: day('2025-05-05'), fund: 'operating', kind: LOCAL, amount: 2_000_000, note: 'Thành viên đóng góp' }],
    fee: 5_000,
  },
];

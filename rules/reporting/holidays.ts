// The days off of Viet Nam's public offices, as data: what each year's notice decides, and which notice that is. Bộ luật Lao động 2019
// Điều 112 leaves the five days of Tết and the day beside 2/9 to a decision of the year; working days are swapped by notice alone.
import type { IsoDate } from '../calendar-date.ts';

export interface HolidayYear {
  readonly year: number;
  /** the notices that decided it; undefined: none known yet, the year is *dự kiến* */
  readonly source?: string;
  /** first and last of the five days of Tết Âm lịch */
  readonly tet: readonly [IsoDate, IsoDate];
  /** the 10th of the third lunar month */
  readonly hungKings: IsoDate;
  /** the day beside 2/9: 1/9 or 3/9 */
  readonly besideNationalDay: IsoDate;
  /** a weekday off and the Saturday worked for it */
  readonly swaps: readonly { readonly off: IsoDate; readonly worked: IsoDate }[];
}

const year = (
  number: number,
  source: string | undefined,
  [tetFrom, tetTo]: readonly [string, string],
  hungKings: string,
  beside: '09-01' | '09-03',
  swaps: readonly (readonly [string, string])[] = [],
): HolidayYear => {
  const on = (monthAndDay: string): IsoDate => `${number}-${monthAndDay}` as IsoDate;
  return {
    year: number,
    ...(source === undefined ? {} : { source }),
    tet: [on(tetFrom), on(tetTo)],
    hungKings: on(hungKings),
    besideNationalDay: on(beside),
    swaps: swaps.map(([off, worked]) => ({ off: on(off), worked: on(worked) })),
  };
};

/**
 * 2021-2026 by notice. From 2027 on nothing is decided: the lunar dates are computed for UTC+7 (mùng 1 Tết is the third of the five days,
 * as in most years), the day beside 2/9 is the one that makes the longer rest, and no swap is guessed.
 */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  year(2021, 'Thông báo 4875/TB-LĐTBXH', ['02-10', '02-14'], '04-21', '09-03'),
  year(2022, 'Công văn 245/VPCP-KGVX ngày 11/01/2022; Thông báo 119/TB-LĐTBXH', ['01-31', '02-04'], '04-10', '09-01'),
  year(2023, 'Thông báo 5034/TB-LĐTBXH', ['01-20', '01-24'], '04-29', '09-01'),
  year(
    2024,
    'Thông báo 5015/TB-LĐTBXH ngày 22/11/2023; Công văn 2450/VPCP-KGVX ngày 12/4/2024, Thông báo 1570/TB-BLĐTBXH',
    ['02-08', '02-12'],
    '04-18',
    '09-03',
    [['04-29', '05-04']],
  ),
  year(2025, 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024', ['01-27', '01-31'], '04-07', '09-01', [['05-02', '04-26']]),
  // a swap around 24/11/2026 was proposed; no decision on it was found, so none is here
  year(
    2026,
    'Thông báo 9441/TB-BNV ngày 16/10/2025; Công văn 12729/VPCP-KGVX; Công văn 3383/BNV-CVL ngày 10/4/2026',
    ['02-16', '02-20'],
    '04-26',
    '09-01',
    [
      ['01-02', '01-10'],
      ['08-31', '08-22'],
    ],
  ),
  year(2027, undefined, ['02-04', '02-08'], '04-16', '09-03'),
  year(2028, undefined, ['01-24', '01-28'], '04-04', '09-01'),
  year(2029, undefined, ['02-11', '02-15'], '04-23', '09-03'),
  year(2030, undefined, ['01-31', '02-04'], '04-12', '09-03'),
  year(2031, undefined, ['01-21', '01-25'], '04-01', '09-01'),
  year(2032, undefined, ['02-09', '02-13'], '04-19', '09-03'),
  year(2033, undefined, ['01-29', '02-02'], '04-09', '09-01'),
  year(2034, undefined, ['02-17', '02-21'], '04-28', '09-01'),
  year(2035, undefined, ['02-06', '02-10'], '04-17', '09-03'),
];

export interface FixedHoliday {
  readonly monthAndDay: string;
  readonly name: string;
  readonly since?: number;
  /** false: the law gives no day for one that falls on a weekend */
  readonly madeUp?: false;
}

/** The days of the solar calendar that are the same every year. */
export const FIXED_HOLIDAYS: readonly FixedHoliday[] = [
  { monthAndDay: '01-01', name: 'Tết Dương lịch' },
  { monthAndDay: '04-30', name: 'Ngày Chiến thắng' },
  { monthAndDay: '05-01', name: 'Ngày Quốc tế lao động' },
  { monthAndDay: '09-02', name: 'Quốc khánh' },
  // Nghị quyết 28/2026/QH16 Điều 2, in force from 01/7/2026; no day of Điều 112, so Điều 111.3 makes up nothing for it
  { monthAndDay: '11-24', name: 'Ngày Văn hóa Việt Nam', since: 2026, madeUp: false },
];

export const HOLIDAY_NAMES = {
  tet: 'Tết Âm lịch',
  hungKings: 'Giỗ Tổ Hùng Vương',
  nationalDay: 'Quốc khánh',
  saturday: 'thứ Bảy',
  sunday: 'Chủ nhật',
  madeUp: (name: string) => `nghỉ bù ${name}`,
  swapped: 'nghỉ hoán đổi ngày làm việc',
} as const;

// People of a demo club: believable names, births known to the day, the month or the year, circumstances. All marked as demo.
import { addYears, type IsoDate, yearOf } from '../../rules/calendar-date.ts';
import type { Random } from './random.ts';
import { demoName } from './register.ts';

export type Sex = 'female' | 'male';

export interface DemoPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly birth: string;
  /** undefined: turns 60 while the plan runs */
  readonly older: boolean | undefined;
  readonly ethnicGroup: string;
  readonly circumstance: 'poor' | 'nearPoor' | 'hardship' | 'none';
}

/** Who is in a club: numbers by sex and age, and births that have to be exactly these (people who turn 60 while the plan runs). */
export interface Composition {
  readonly olderWomen: number;
  readonly olderMen: number;
  readonly youngerWomen: number;
  readonly youngerMen: number;
  readonly births?: readonly { readonly sex: Sex; readonly birth: string }[];
}

const FAMILIES = [
  ['Hoàng', '02'],
  ['Ma', '02'],
  ['Nông', '02'],
  ['Lương', '02'],
  ['Hà', '02'],
  ['Lường', '02'],
  ['Ma Khánh', '02'],
  ['Triệu', '09'],
  ['Bàn', '09'],
  ['Đặng', '09'],
  ['Lý', '07'],
  ['Vi', '07'],
  ['Hứa', '07'],
  ['Nguyễn', '01'],
  ['Trần', '01'],
  ['Phạm', '01'],
  ['Lưu', '01'],
  ['Trương', '15'],
] as const;
const WOMEN = [
  'Lan',
  'Hà',
  'Mai',
  'Hoa',
  'Thắm',
  'Nhung',
  'Xuyến',
  'Hiền',
  'Thoa',
  'Bích',
  'Loan',
  'Phượng',
  'Yến',
  'Nga',
  'Liên',
  'Đào',
  'Hạnh',
  'Thuý',
  'Vân',
  'Chín',
  'Sáu',
  'Mận',
  'Tuyết',
  'Ngọc',
] as const;
const MEN = [
  'Minh',
  'Thành',
  'Hùng',
  'Sơn',
  'Quý',
  'Thắng',
  'Bảo',
  'Toàn',
  'Khánh',
  'Viện',
  'Hợi',
  'Tuấn',
  'Đạt',
  'Lâm',
  'Cương',
  'Nghĩa',
  'Phúc',
  'Thuỷ',
] as const;
const MIDDLES = { female: ['Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Kim'], male: ['Văn', 'Văn', 'Đức', 'Đình', 'Quang'] } as const;

export type Families = readonly [readonly [name: string, ethnicGroup: string], ...(readonly [name: string, ethnicGroup: string])[]];

/** Family names met all over the country, most of them Kinh. */
export const COUNTRY_WIDE = [
  ['Nguyễn', '01'],
  ['Nguyễn', '01'],
  ['Nguyễn', '01'],
  ['Trần', '01'],
  ['Trần', '01'],
  ['Lê', '01'],
  ['Lê', '01'],
  ['Phạm', '01'],
  ['Huỳnh', '01'],
  ['Võ', '01'],
  ['Đặng', '01'],
  ['Bùi', '01'],
  ['Đỗ', '01'],
  ['Hồ', '01'],
  ['Ngô', '01'],
  ['Phan', '01'],
  ['Nông', '02'],
  ['Hoàng', '02'],
  ['Vi', '07'],
  ['Triệu', '09'],
] as const satisfies Families;

/** Names that no two people of one register share. */
export function nameMaker(
  random: Random,
  families: Families = FAMILIES,
): (sex: Sex) => { readonly name: string; readonly ethnicGroup: string } {
  const given = new Set<string>();
  const make = (sex: Sex): { name: string; ethnicGroup: string } => {
    const [family, ethnicGroup] = random.pick(families);
    const name = `${family} ${random.pick(MIDDLES[sex])} ${sex === 'female' ? random.pick(WOMEN) : random.pick(MEN)}`;
    if (given.has(name)) return make(sex);
    given.add(name);
    return { name: demoName(name), ethnicGroup };
  };
  return make;
}

/** The people of a club in no order. `sure`: on this day and for years after, the older are 60 or more and the younger are not. */
export function peopleOf(composition: Composition, sure: IsoDate, random: Random, names: ReturnType<typeof nameMaker>): DemoPerson[] {
  const { olderWomen, olderMen, youngerWomen, youngerMen, births = [] } = composition;
  const many = (count: number, sex: Sex, older: boolean) =>
    Array.from({ length: count }, () => personOf(sex, older, birthText(yearOf(sure), older, random), random, names));
  return random.shuffled([
    ...many(olderWomen, 'female', true),
    ...many(olderMen, 'male', true),
    ...many(youngerWomen, 'female', false),
    ...many(youngerMen, 'male', false),
    ...births.map(({ sex, birth }) => personOf(sex, undefined, birth, random, names)),
  ]);
}

function personOf(sex: Sex, older: boolean | undefined, birth: string, random: Random, names: ReturnType<typeof nameMaker>): DemoPerson {
  const circumstance = random.pick([
    'poor',
    'poor',
    'nearPoor',
    'nearPoor',
    'hardship',
    'hardship',
    'hardship',
    'none',
    'none',
    'none',
  ] as const);
  return { ...names(sex), sex, older, birth, circumstance };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Of every twenty elders seven know their year only and three the month; of the younger nearly all know the day. */
function birthText(year: number, older: boolean, random: Random): string {
  const born = older ? year - random.int(62, 84) : year - random.int(30, 56);
  const month = `${two(random.int(1, 12))}/${born}`;
  const knows = random.int(1, 20);
  if (knows <= (older ? 7 : 1)) return String(born);
  return knows <= (older ? 10 : 2) ? month : `${two(random.int(1, 28))}/${month}`;
}

/** The year of a household's certificate, never after the day it was shown. */
export const certificateYear = (shown: IsoDate, random: Random): number => yearOf(random.chance(70) ? addYears(shown, -1) : shown);

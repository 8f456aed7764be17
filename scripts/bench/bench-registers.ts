// Registers for benches, as the sheet gives them: a large one with 100 clubs, 5,000 members and 20,000 activities, and a usual one.
// Everything is worked out from row numbers, so it is the same every time.
import { type IsoDate, isoDate, toSerial } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { Column, Tab } from '../../rules/register/column.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { TABS, type TabKey, type Tabs } from '../../rules/register/tabs.ts';

export const UNIT = '05545';
export const CLUBS = 100;
export const MEMBERS = 5000;
export const ACTIVITIES = 20_000;

interface Size {
  readonly clubs: number;
  readonly members: number;
  readonly activities: number;
  readonly loans: number;
  readonly lines: number;
}
const LARGE: Size = { clubs: CLUBS, members: MEMBERS, activities: ACTIVITIES, loans: 2500, lines: 2400 };
/** Two clubs, as most communes have them. */
const USUAL: Size = { clubs: 2, members: 100, activities: 200, loans: 50, lines: 48 };

type Cells<K extends TabKey> = { readonly [C in keyof Tabs[K]['columns']]?: CellValue };

const code = (prefix: string, number: number, digits: number): string => `${prefix}${String(number).padStart(digits, '0')}`;
const two = (number: number): string => String(number).padStart(2, '0');
const day = (text: string): number => toSerial(isoDate(text) ?? ('2024-01-01' as IsoDate));
const many = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));

const FAMILY = ['Hoàng', 'Nguyễn', 'Trần', 'Lý', 'Nông', 'Bàn', 'Triệu', 'Đặng', 'Phạm', 'Hứa'];
const MIDDLE = ['Thị', 'Văn', 'Thị Thu', 'Quang', 'Thị Kim', 'Đức', 'Thuý', 'Đình', 'Ngọc', 'Hồng'];
const GIVEN = ['Lan', 'Minh', 'Hà', 'Hoà', 'Thủy', 'Quỳnh', 'Phượng', 'Nghĩa', 'Tuyết', 'Đào'];

const clubName = (index: number): string => `CLB Liên thế hệ tự giúp nhau xóm ${index + 1}`;
const nameOf = (index: number): string =>
  [FAMILY[index % 10], MIDDLE[Math.floor(index / 10) % 10], GIVEN[Math.floor(index / 100) % 10], GIVEN[Math.floor(index / 1000) % 10]].join(
    ' ',
  );

const club = (index: number): Cells<'clubs'> => ({
  code: code('CLB', index + 1, 2),
  name: clubName(index),
  location: `Xóm ${index + 1}`,
  decisionNo: `${index + 1}/QĐ-UBND`,
  founded: day('2023-05-15'),
  launched: day('2023-05-20'),
  head: nameOf(index * 50),
  regulationNo: '01/QC-CLB',
  regulationDate: day('2023-05-20'),
  boardRecognised: day('2023-05-15'),
  incomeFundSince: day('2023-06-01'),
  operatingFundSince: day('2023-06-01'),
  model: index === 0,
  label: `${code('CLB', index + 1, 2)} – ${clubName(index)}`,
});

/** Births as people know them: a day, a month or a year. */
function member(index: number): Cells<'members'> {
  const place = index % 50;
  const older = place % 25 < 16;
  const year = (older ? 1935 : 1966) + (index % 25);
  const known =
    [`${two((index % 28) + 1)}/${two((index % 12) + 1)}/${year}`, String(year), `${two((index % 12) + 1)}/${year}`][index % 3] ?? '';
  const poor = index % 3 === 0;
  return {
    code: code('TV', index + 1, 4),
    club: `${code('CLB', Math.floor(index / 50) + 1, 2)} – ${clubName(Math.floor(index / 50))}`,
    name: nameOf(index),
    birth: known,
    sex: place % 25 < 16 ? 'Nữ' : 'Nam',
    location: `Xóm ${Math.floor(index / 50) + 1}`,
    ethnicMinority: index % 4 === 0 ? 'Không' : 'Có',
    circumstance: poor ? 'Hộ cận nghèo' : 'Không',
    circumstanceYear: poor ? 2023 : null,
    board: place < 5,
    volunteer: place >= 5 && place < 12,
    joined: day('2023-05-20') + (index % 200),
    consent: day('2023-05-20') + (index % 200),
    label: `${code('TV', index + 1, 4)} – ${nameOf(index)} (${year})`,
  };
}

const loan = (index: number, plan: Plan): Cells<'loans'> => ({
  code: code('VV', index + 1, 4),
  member: String(member(index * 2).label),
  date: day('2024-01-10') + (index % 300),
  amount: 5_000_000,
  purpose: plan.loanPurposes[index % 4]?.title ?? null,
  due: day('2025-01-10') + (index % 300),
  repaid: 1_000_000,
  lastRepaid: day('2024-11-10') + (index % 30),
});

const line = (index: number, { clubs, lines }: Size): Cells<'funds'> => ({
  code: code('Q', index + 1, 4),
  club: code('CLB', (index % clubs) + 1, 2),
  fund: index < lines / 2 ? 'Quỹ tăng thu nhập' : 'Quỹ hoạt động',
  date: day('2024-01-01') + Math.floor(index / clubs) * 14,
  received: 15_000_000,
  kind: 'Hội phí, đóng góp của thành viên',
});

const activity = (index: number, plan: Plan, { clubs }: Size): Cells<'activities'> => ({
  code: code('HD', index + 1, 4),
  date: day('2023-12-15') + (Math.floor(index / clubs) % 360),
  club: code('CLB', (index % clubs) + 1, 2),
  area: plan.areas[Math.floor(index / clubs) % plan.areas.length]?.title ?? null,
  content: `Sinh hoạt tháng ${(index % 12) + 1}, đo huyết áp và trao đổi kỹ thuật, buổi ${index}`,
  attendances: 30 + (index % 20),
  helped: index % 5 === 0 ? 3 : null,
});

const SECTIONS = ['Câu lạc bộ', 'Thành viên', 'Vay vốn', 'Quỹ CLB', 'Hoạt động', 'Tập huấn, tuyên truyền, giám sát', 'Địa bàn'];

const UNIT_FACTS: readonly Cells<'unitInfo'>[] = [
  { item: 'Mã sổ', value: 'bench' },
  { item: 'Mã đơn vị theo kế hoạch', value: UNIT },
  { item: 'Người liên hệ', value: 'Nguyễn Văn Minh', email: 'minh@bench.example' },
  { item: 'Cơ quan ban hành', chain: 'UBND', value: 'UBND xã Quy Kỳ' },
  { item: 'Nơi nhận báo cáo', value: 'UBND huyện Định Hóa', email: 'ubnd@bench.example' },
  { item: 'Nơi nhận báo cáo', value: 'Ban đại diện Hội NCT huyện Định Hóa', email: 'hnct@bench.example' },
  { item: 'Hộp thư công vụ', value: 'UBND xã Quy Kỳ', email: 'xa@bench.example' },
];

/** The grids of every tab of a large register, by sheetId. */
export const largeGrids = (plan: Plan): Map<number, CellValue[][]> => gridsOf(plan, LARGE);
/** Those of a usual one. */
export const usualGrids = (plan: Plan): Map<number, CellValue[][]> => gridsOf(plan, USUAL);

function gridsOf(plan: Plan, size: Size): Map<number, CellValue[][]> {
  const rows: { readonly [tab: string]: readonly { readonly [column: string]: CellValue | undefined }[] } = {
    clubs: many(size.clubs, club),
    members: many(size.members, member),
    loans: many(size.loans, (index) => loan(index, plan)),
    funds: many(size.lines, (index) => line(index, size)),
    activities: many(size.activities, (index) => activity(index, plan, size)),
    locations: many(size.clubs, (index) => ({ code: code('DB', index + 1, 2), name: `Xóm ${index + 1}`, hasPlan: 'Có' })),
    unitInfo: UNIT_FACTS,
    declarations: SECTIONS.map((section, index) => ({
      code: code('XN', index + 1, 3),
      section,
      state: 'Đã nhập đủ đến ngày',
      until: day('2024-12-14'),
      declaredOn: day('2024-12-15'),
    })),
  };
  return new Map(Object.values<Tab>(TABS).map((tab) => [tab.sheetId, gridOf(tab, rows[tab.key] ?? [], plan)]));
}

function gridOf(tab: Tab, rows: readonly { readonly [column: string]: CellValue | undefined }[], plan: Plan): CellValue[][] {
  const isOn = ([key, column]: readonly [string, Column]) => !column.optional || plan.optionalColumns.includes(`${tab.key}.${key}`);
  const columns = Object.entries(tab.columns).filter(isOn);
  const above = many((tab.headerRow ?? 1) - 1, (): CellValue[] => []);
  return [...above, columns.map(([, { header }]) => header), ...rows.map((row) => columns.map(([key]) => row[key] ?? null))];
}

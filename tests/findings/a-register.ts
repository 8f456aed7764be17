// Registers for tests, written as people see them: rows by column keys, with texts as typed. Only what matters has to be said.
import { readFileSync } from 'node:fs';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { checkRegister } from '../../rules/findings/check.ts';
import type { Finding } from '../../rules/findings/finding.ts';
import type { Question } from '../../rules/findings/scope.ts';
import { Plan } from '../../rules/plan/schema.ts';
import type { Tab } from '../../rules/register/column.ts';
import type { CellValue, Grid } from '../../rules/register/grid.ts';
import { type Register, readRegister } from '../../rules/register/read-register.ts';
import { TABS, type TabKey, type Tabs } from '../../rules/register/tabs.ts';

export const QUY_KY: Plan = Plan.parse(JSON.parse(readFileSync(new URL('../../templates/plans/quy-ky.json', import.meta.url), 'utf8')));
export const THE_YEAR_2024: Question = {
  plan: QUY_KY,
  asOf: '2024-12-14' as IsoDate,
  unit: '05545',
  windowFrom: '2023-12-15' as IsoDate,
};

export type RowCells<K extends TabKey> = { readonly [C in keyof Tabs[K]['columns']]?: CellValue };
export type Rows = { readonly [K in TabKey]?: readonly RowCells<K>[] };

export interface Damage {
  readonly missingTabs?: readonly TabKey[];
  /** headers as they stand on the sheet instead of the declared ones; null: no such header */
  readonly headers?: { readonly [K in TabKey]?: { readonly [C in keyof Tabs[K]['columns']]?: string | null } };
  readonly plan?: Plan;
}

/** Lays rows out under the declared headers and reads them, as a shell would. */
export function aRegister(rows: Rows, { missingTabs = [], headers = {}, plan = QUY_KY }: Damage = {}): Register {
  const tabs = Object.values<Tab>(TABS);
  const grids = tabs.map((tab): readonly [number, Grid | 'missing'] => {
    const key = tab.key as TabKey;
    if (missingTabs.includes(key)) return [tab.sheetId, 'missing'];
    const changed: { readonly [column: string]: string | null | undefined } = headers[key] ?? {};
    return [tab.sheetId, gridOf(tab, rows[key] ?? [], changed)];
  });
  return readRegister({ register: 'r1', grids: new Map(grids) }, plan);
}

function gridOf(
  tab: Tab,
  rows: readonly { readonly [column: string]: CellValue | undefined }[],
  changed: { readonly [column: string]: string | null | undefined },
): Grid {
  const columns = Object.entries(tab.columns);
  const above = Array.from({ length: (tab.headerRow ?? 1) - 1 }, (): CellValue[] => []);
  const header = columns.map(([key, { header: text }]) => (changed[key] === undefined ? text : changed[key]));
  return [...above, header, ...rows.map((row) => columns.map(([key]) => row[key] ?? null))];
}

export const aClub = (more: RowCells<'clubs'> = {}): RowCells<'clubs'> => ({
  code: 'CLB01',
  name: 'CLB Liên thế hệ tự giúp nhau xóm Thống Nhất 1',
  location: 'Thống Nhất 1',
  decisionNo: '45/QĐ-UBND',
  founded: '15/05/2024',
  launched: '20/05/2024',
  head: 'Hoàng Thị Lan',
  regulationNo: '01/QC-CLB',
  regulationDate: '20/05/2024',
  boardRecognised: '15/05/2024',
  incomeFundSince: '01/06/2024',
  operatingFundSince: '01/06/2024',
  model: true,
  ...more,
});
export const aMember = (more: RowCells<'members'> = {}): RowCells<'members'> => ({
  code: 'TV0001',
  club: 'CLB01',
  name: 'Hoàng Thị Lan',
  birth: '1956',
  sex: 'Nữ',
  joined: '20/05/2024',
  consent: '20/05/2024',
  circumstance: 'Không',
  ...more,
});
export const aLoan = (more: RowCells<'loans'> = {}): RowCells<'loans'> => ({
  code: 'VV0001',
  member: 'TV0001',
  date: '10/06/2024',
  amount: '5.000.000',
  purpose: 'Chăn nuôi',
  ...more,
});
export const aFundLine = (more: RowCells<'funds'> = {}): RowCells<'funds'> => ({
  code: 'Q0001',
  club: 'CLB01',
  fund: 'Quỹ tăng thu nhập',
  date: '15/06/2024',
  received: '30.000.000',
  kind: 'Ngân sách Nhà nước',
  ...more,
});
export const anActivity = (more: RowCells<'activities'> = {}): RowCells<'activities'> => ({
  code: 'HD0001',
  date: '17/06/2024',
  club: 'CLB01',
  area: QUY_KY.areas[0]?.title ?? '',
  attendances: 48,
  ...more,
});
export const aDeclaration = (more: RowCells<'declarations'> = {}): RowCells<'declarations'> => ({
  code: 'XN001',
  section: 'Hoạt động',
  state: 'Đã nhập đủ đến ngày',
  until: '14/12/2024',
  declaredOn: '15/12/2024',
  ...more,
});
/** What the administrator fills before the first report. */
export const unitFacts = (): readonly RowCells<'unitInfo'>[] => [
  { item: 'Người liên hệ', value: 'Nguyễn Văn Minh', email: 'minh@quyky.example', phone: '0208 3705 067' },
  { item: 'Nơi nhận báo cáo', value: 'UBND huyện Định Hóa', email: 'ubnd@dinhhoa.example' },
  { item: 'Nơi nhận báo cáo', value: 'Ban đại diện Hội NCT huyện Định Hóa', email: 'hnct@dinhhoa.example' },
  { item: 'Hộp thư công vụ', value: 'UBND xã Quy Kỳ', email: 'ubnd@quyky.example' },
];

const NAMES = ['Lan', 'Minh', 'Hà', 'Đức', 'Hòa', 'Thủy', 'Quỳnh', 'Ngọc', 'Phượng', 'Nghĩa'];

/** People of different names; by default as many women and elders as the plan asks for in each hundred. */
export function people(count: number, club = 'CLB01', firstCode = 1): RowCells<'members'>[] {
  return Array.from({ length: count }, (_, index) => {
    const number = firstCode + index;
    const [given = '', middle = ''] = [NAMES[number % 10], NAMES[Math.floor(number / 10) % 10]];
    return aMember({
      code: `TV${String(number).padStart(4, '0')}`,
      club,
      name: `Hoàng ${NAMES[Math.floor(number / 100) % 10]} ${middle} ${given}`,
      birth: String((index % 25 < 16 ? 1940 : 1970) + Math.floor(number / 1000)),
      sex: index % 25 < 16 ? 'Nữ' : 'Nam',
      board: index < 7,
    });
  });
}

/** A commune in which nothing has to be looked at: one club of 50, its books, and everything declared. */
export const aCleanCommune = (): Rows => ({
  clubs: [aClub({ head: people(1)[0]?.name ?? null })],
  members: people(50),
  loans: [aLoan({ due: '10/06/2025', repaid: '2.000.000', lastRepaid: '10/12/2024' })],
  funds: [
    aFundLine({ kind: 'Số dư đầu kỳ' }),
    aFundLine({ code: 'Q0002', fund: 'Quỹ hoạt động', date: '06/2024', received: '1.000.000' }),
    aFundLine({ code: 'Q0003', fund: 'Quỹ hoạt động', date: '05/07/2024', received: null, spent: '200.000' }),
  ],
  activities: [anActivity()],
  declarations: ['Câu lạc bộ', 'Thành viên', 'Vay vốn', 'Hoạt động', 'Tập huấn, tuyên truyền, giám sát', 'Địa bàn'].map((section, index) =>
    aDeclaration({ code: `XN00${index + 1}`, section }),
  ),
  locations: [{ code: 'DB01', name: 'Thống Nhất 1', hasPlan: 'Có' }],
  unitInfo: unitFacts(),
});

/** What is found in these rows as of the question's closing date. */
export const check = (rows: Rows, damage: Damage = {}, question: Partial<Question> = {}): Finding[] =>
  checkRegister(aRegister(rows, damage), { ...THE_YEAR_2024, ...(damage.plan ? { plan: damage.plan } : {}), ...question });

// The smallest damaged registers for the rules on totals, money together, papers and numbers of people; see damaged-registers.ts.
import type { RuleId } from '../../rules/findings/catalogue.ts';
import { aClub, aFundLine, aLoan, aMember, anActivity, type Damage, people, QUY_KY, type RowCells, type Rows } from './a-register.ts';
import type { Damaged } from './damaged-registers.ts';

const clubs = [aClub()];
const ofMember = (cells: RowCells<'members'>): Rows => ({ clubs, members: [aMember(cells)] });
const ofLoan = (cells: RowCells<'loans'>): Rows => ({ clubs, members: [aMember()], loans: [aLoan(cells)] });
const ofFund = (...lines: RowCells<'funds'>[]): Rows => ({ clubs, funds: lines.map(aFundLine) });
const totals = (more: RowCells<'totals'> = {}): RowCells<'totals'> => ({
  code: 'TH001',
  club: 'CLB01',
  date: '14/12/2024',
  members: 52,
  ...more,
});
const event = (more: RowCells<'events'>): Rows => ({
  clubs,
  locations: [{ code: 'DB01', name: 'Thống Nhất 1', hasPlan: 'Có' }],
  events: [{ code: 'SK001', date: '12/04/2024', kind: 'Tuyên truyền', role: 'Tổ chức', locations: 'Thống Nhất 1', ...more }],
});
const verdict = (more: RowCells<'assessments'> = {}): RowCells<'assessments'> => ({
  code: 'DG001',
  club: 'CLB01',
  year: 2024,
  verdict: 'Quản lý tốt',
  documentNo: '12/BB-HNCT',
  date: '05/12/2024',
  ...more,
});
const budget = (more: RowCells<'budget'> = {}): RowCells<'budget'> => ({
  code: 'KP001',
  year: 2024,
  source: 'Ngân sách Nhà nước',
  received: '30.000.000',
  spent: '28.500.000',
  ...more,
});
const place = (more: RowCells<'locations'> = {}): RowCells<'locations'> => ({ code: 'DB01', name: 'Thống Nhất 1', hasPlan: 'Có', ...more });
const narrative = (more: RowCells<'narratives'> = {}): RowCells<'narratives'> => ({
  code: 'TM001',
  period: 'năm 2024',
  part: 'Kết quả chỉ tiêu định tính',
  target: QUY_KY.targets.find(({ kind }) => kind === 'narrative')?.title ?? '',
  verdict: 'Đạt',
  ...more,
});
const task = (more: RowCells<'assignments'>): Rows => ({
  assignments: [
    { code: 'NV001', task: 'Tập huấn ban chủ nhiệm', inCharge: 'Hội Người cao tuổi xã', year: 2024, status: 'Đang thực hiện', ...more },
  ],
});
const withColumns = (...optionalColumns: string[]): Damage => ({ plan: { ...QUY_KY, optionalColumns } });
const poorSince = (year: number) => ({ circumstance: 'Hộ nghèo', circumstanceYear: year });

export const DAMAGED_PAPERS = {
  NUMBER_IS_SHARE: { rows: { clubs, totals: [totals({ women: '53,4%' })] }, found: [['totals', 'TH001', 'women']] },
  BEFORE_FOUNDING: { rows: { clubs, activities: [anActivity({ date: '14/05/2024' })] }, found: [['activities', 'HD0001', 'date']] },
  DURING_PAUSE: {
    rows: { clubs: [aClub({ paused: '01/06/2024', resumed: '18/06/2024' })], activities: [anActivity()] },
    found: [['activities', 'HD0001', 'date']],
  },
  CLUB_DECISION_BLANK: { rows: { clubs: [aClub({ decisionNo: null })] }, found: [['clubs', 'CLB01', 'decisionNo']] },
  CLUB_HEAD_NOT_LISTED: { rows: { clubs, members: [aMember({ name: 'Lý Thị Hà' })] }, found: [['clubs', 'CLB01', 'head']] },
  CIRCUMSTANCE_STALE: { rows: ofMember(poorSince(2021)), found: [['members', 'TV0001', 'circumstanceYear']] },
  CIRCUMSTANCES_STALE: {
    rows: { clubs, members: people(6).map((one) => ({ ...one, ...poorSince(2021) })) },
    found: [['clubs', 'CLB01']],
  },
  CIRCUMSTANCE_YEAR_ALONE: { rows: ofMember({ circumstanceYear: 2024 }), found: [['members', 'TV0001', 'circumstanceYear']] },
  NAME_UNUSUAL: { rows: ofMember({ name: 'Hoàng Thị Lan 1956' }), found: [['members', 'TV0001', 'name']] },
  NATIONAL_ID_ZERO_LOST: {
    rows: ofMember({ nationalId: '19156000123' }),
    damage: withColumns('members.nationalId'),
    found: [['members', 'TV0001', 'nationalId']],
  },
  NATIONAL_ID_OLD: {
    rows: ofMember({ nationalId: '090123456' }),
    damage: withColumns('members.nationalId'),
    found: [['members', 'TV0001', 'nationalId']],
  },
  PHONE_OLD: { rows: ofMember({ phone: '0168 123 4567' }), damage: withColumns('members.phone'), found: [['members', 'TV0001', 'phone']] },
  PHONE_MALFORMED: { rows: ofMember({ phone: '12345' }), damage: withColumns('members.phone'), found: [['members', 'TV0001', 'phone']] },
  LOAN_OVERDUE: { rows: ofLoan({ due: '13/12/2024' }), found: [['loans', 'VV0001', 'due']] },
  LOAN_REPAYMENT_HALF: { rows: ofLoan({ repaid: '2.000.000' }), found: [['loans', 'VV0001', 'lastRepaid']] },
  LOANS_ABOVE_FUND: {
    rows: { clubs, members: [aMember()], loans: [aLoan({ amount: '40.000.000' })], funds: [aFundLine()] },
    found: [['clubs', 'CLB01']],
  },
  AMOUNT_TINY: { rows: ofLoan({ amount: '5000' }), found: [['loans', 'VV0001', 'amount']] },
  FUND_TRANSFER_UNBALANCED: {
    rows: ofFund({}, { code: 'Q0002', date: '20/06/2024', received: null, spent: '300.000', kind: 'Chuyển giữa hai quỹ' }),
    found: [['funds', 'Q0002', 'kind']],
  },
  FUND_OPENED_LATE: {
    rows: ofFund({}, { code: 'Q0002', date: '01/07/2024', received: '1.000.000', kind: 'Số dư đầu kỳ' }),
    found: [['funds', 'Q0002', 'date']],
  },
  FUND_SOURCE_BLANK: { rows: ofFund({ kind: null }), found: [['funds', 'Q0001', 'kind']] },
  TOTALS_PART_ABOVE_WHOLE: { rows: { clubs, totals: [totals({ older: 52, women: 53 })] }, found: [['totals', 'TH001', 'women']] },
  TOTALS_PARTS_SUMMED: {
    rows: { clubs, totals: [totals({ older: 24, women: 23, disadvantaged: 5 })] },
    found: [['totals', 'TH001', 'members']],
  },
  TOTALS_WITHOUT_MEMBERS: { rows: { clubs, totals: [totals({ members: null })] }, found: [['totals', 'TH001', 'members']] },
  TOTALS_DISAGREE: { rows: { clubs, totals: [totals(), totals({ code: 'TH002', members: 51 })] }, found: [['totals', 'TH002', 'date']] },
  TOTALS_BESIDE_LIST: { rows: { clubs, members: people(50), totals: [totals()] }, found: [['totals', 'TH001', 'members']] },
  EVENT_REACHES_NONE: { rows: event({ locations: null }), found: [['events', 'SK001', 'locations']] },
  EVENT_ATTENDED_ODD: { rows: event({ role: 'Tham dự' }), found: [['events', 'SK001', 'role']] },
  EVENT_ROLE_BLANK: { rows: event({ kind: 'Tập huấn giảng viên', role: null }), found: [['events', 'SK001', 'role']] },
  ASSESSMENT_BEFORE_FOUNDING: { rows: { clubs, assessments: [verdict({ year: 2023 })] }, found: [['assessments', 'DG001', 'year']] },
  ASSESSMENT_AFTER_DISSOLUTION: {
    rows: { clubs: [aClub({ dissolved: '30/09/2024' })], assessments: [verdict({ year: 2025, date: '05/12/2025' })] },
    found: [['assessments', 'DG001', 'year']],
  },
  ASSESSMENT_TWICE: {
    rows: { clubs, assessments: [verdict(), verdict({ code: 'DG002', verdict: 'Quản lý khá' })] },
    found: [['assessments', 'DG002', 'verdict']],
  },
  ASSESSMENT_WITHOUT_DOCUMENT: {
    rows: { clubs, assessments: [verdict({ documentNo: null, date: null })] },
    found: [['assessments', 'DG001', 'documentNo']],
  },
  ASSESSMENT_DOCUMENT_EARLY: { rows: { clubs, assessments: [verdict({ date: '05/12/2023' })] }, found: [['assessments', 'DG001', 'date']] },
  BUDGET_SPENT_ABOVE_RECEIVED: { rows: { budget: [budget({ spent: '30.000.001' })] }, found: [['budget', 'KP001', 'spent']] },
  BUDGET_SOURCE_TWICE: { rows: { budget: [budget(), budget({ code: 'KP002' })] }, found: [['budget', 'KP002', 'source']] },
  BUDGET_LINE_EMPTY: { rows: { budget: [budget({ received: null, spent: null })] }, found: [['budget', 'KP001']] },
  BUDGET_YEAR_OUTSIDE_PLAN: { rows: { budget: [budget({ year: 2042 })] }, found: [['budget', 'KP001', 'year']] },
  LOCATION_TWICE: {
    rows: { locations: [place(), place({ code: 'DB02', name: 'thống  nhất 1' })] },
    found: [['locations', 'DB02', 'name']],
  },
  LOCATION_PLAN_CONTRADICTED: {
    rows: { locations: [place({ hasPlan: 'Không', plannedYear: 2025 })] },
    found: [['locations', 'DB01', 'hasPlan']],
  },
  LOCATION_PLAN_BLANK: { rows: { locations: [place({ hasPlan: null })] }, found: [['locations', 'DB01', 'hasPlan']] },
  NARRATIVE_BLANK: { rows: { narratives: [narrative({ verdict: null })] }, found: [['narratives', 'TM001', 'verdict']] },
  NARRATIVE_PERIOD_WITHOUT_YEAR: { rows: { narratives: [narrative({ period: 'kỳ này' })] }, found: [['narratives', 'TM001', 'period']] },
  VERDICT_MISPLACED: {
    rows: { narratives: [narrative({ part: 'III. Đánh giá chung', target: null, text: 'CLB sinh hoạt đều.' })] },
    found: [['narratives', 'TM001', 'verdict']],
  },
  VERDICTS_DISAGREE: {
    rows: { narratives: [narrative(), narrative({ code: 'TM002', verdict: 'Chưa đạt' })] },
    found: [['narratives', 'TM002', 'verdict']],
  },
  ASSIGNMENT_WITHOUT_STATUS: { rows: task({ status: null }), found: [['assignments', 'NV001', 'status']] },
  ASSIGNMENT_UNIT_BLANK: { rows: task({ inCharge: null }), found: [['assignments', 'NV001', 'inCharge']] },
  ASSIGNMENT_OVERDUE: { rows: task({ due: '30/06/2024' }), found: [['assignments', 'NV001', 'due']] },
} as const satisfies { readonly [K in RuleId]?: Damaged };

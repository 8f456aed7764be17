// For every rule the smallest register in which it finds something, and where. Rows say only what the damage is about.
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { RuleId } from '../../rules/findings/catalogue.ts';
import type { Question } from '../../rules/findings/scope.ts';
import type { TabKey } from '../../rules/register/tabs.ts';
import {
  aClub,
  aDeclaration,
  aFundLine,
  aLoan,
  aMember,
  anActivity,
  type Damage,
  people,
  QUY_KY,
  type Rows,
  unitFacts,
} from './a-register.ts';
import { DAMAGED_PAPERS } from './damaged-papers.ts';

export interface Damaged {
  readonly rows: Rows;
  readonly damage?: Damage;
  readonly question?: Partial<Question>;
  /** where the rule is found: the tab, the record as people read it, the column */
  readonly found: readonly (readonly [tab: TabKey, record: string, column?: string])[];
}

const clubs = [aClub()];
const twoClubs = [aClub(), aClub({ code: 'CLB02', name: 'CLB xóm Khuổi Tát', location: 'Khuổi Tát' })];
const members = [aMember()];
const ofMember = (cells: Parameters<typeof aMember>[0]): Rows => ({ clubs, members: [aMember(cells)] });
const ofLoan = (cells: Parameters<typeof aLoan>[0], member: Parameters<typeof aMember>[0] = {}): Rows => ({
  clubs,
  members: [aMember(member)],
  loans: [aLoan(cells)],
});
const ofFund = (...lines: Parameters<typeof aFundLine>[0][]): Rows => ({ clubs, funds: lines.map(aFundLine) });
const withColumns = (...optionalColumns: string[]): Damage => ({ plan: { ...QUY_KY, optionalColumns } });
const everyUnit = unitFacts();

const NO_BUDGET_HEADERS = { code: null, year: null, source: null, budgeted: null, received: null, spent: null, inKind: null, note: null };

export const DAMAGED: { readonly [K in RuleId]: Damaged } = {
  ...DAMAGED_PAPERS,
  TAB_MISSING: { rows: {}, damage: { missingTabs: ['members'] }, found: [['members', '']] },
  HEADERS_GONE: { rows: {}, damage: { headers: { budget: NO_BUDGET_HEADERS } }, found: [['budget', '']] },
  HEADER_MISSING: { rows: { clubs, members }, damage: { headers: { members: { sex: 'Phái' } } }, found: [['members', '', 'sex']] },
  HEADER_TWICE: {
    rows: { clubs, members },
    damage: { headers: { members: { check: 'Giới tính ' } } },
    found: [['members', '', 'sex']],
  },
  REQUIRED_BLANK: { rows: ofMember({ birth: null }), found: [['members', 'TV0001', 'birth']] },
  TEXT_TOO_LONG: { rows: ofMember({ name: 'x'.repeat(50_000) }), found: [['members', 'TV0001', 'name']] },
  DATE_UNREADABLE: { rows: ofMember({ joined: '31/02/2024' }), found: [['members', 'TV0001', 'joined']] },
  DATE_AMBIGUOUS: { rows: ofMember({ birth: '05/03/20' }), found: [['members', 'TV0001', 'birth']] },
  BIRTH_UNREADABLE: { rows: ofMember({ birth: 'không rõ' }), found: [['members', 'TV0001', 'birth']] },
  YEAR_UNREADABLE: { rows: ofMember({ circumstanceYear: 'năm ngoái' }), found: [['members', 'TV0001', 'circumstanceYear']] },
  NUMBER_UNREADABLE: { rows: ofLoan({ amount: 'năm triệu' }), found: [['loans', 'VV0001', 'amount']] },
  NUMBER_AMBIGUOUS: { rows: ofLoan({ amount: '1.5' }), found: [['loans', 'VV0001', 'amount']] },
  NUMBER_NEGATIVE: { rows: ofLoan({ amount: -5_000_000 }), found: [['loans', 'VV0001', 'amount']] },
  NUMBER_NOT_WHOLE: { rows: { clubs, activities: [anActivity({ attendances: 4.5 })] }, found: [['activities', 'HD0001', 'attendances']] },
  TICK_UNREADABLE: { rows: ofMember({ board: 'chắc là có' }), found: [['members', 'TV0001', 'board']] },
  CHOICE_UNKNOWN: { rows: ofMember({ sex: 'chưa rõ' }), found: [['members', 'TV0001', 'sex']] },
  CODE_MALFORMED: { rows: ofMember({ code: 'số 7' }), found: [['members', 'dòng 2', 'code']] },
  REFERENCE_UNKNOWN: { rows: ofMember({ club: 'CLB09' }), found: [['members', 'TV0001', 'club']] },
  REFERENCE_AMBIGUOUS: {
    rows: { clubs, members: [aMember(), aMember({ code: 'TV0002', birth: '1957' })], loans: [aLoan({ member: 'Hoàng Thị Lan' })] },
    found: [['loans', 'VV0001', 'member']],
  },
  CODE_MISSING: { rows: ofMember({ code: null }), found: [['members', 'dòng 2', 'code']] },
  CODE_TWICE: { rows: { clubs, members: [aMember(), aMember({ name: 'Nguyễn Văn Minh' })] }, found: [['members', 'TV0001', 'code']] },
  ROW_REPEATED: {
    rows: { clubs, activities: [anActivity(), anActivity({ code: 'HD0002' })] },
    found: [['activities', 'HD0002']],
  },
  DATES_REVERSED: { rows: ofMember({ left: '01/05/2024' }), found: [['members', 'TV0001', 'left']] },
  DATES_UNUSUAL: { rows: { clubs: [aClub({ launched: '01/05/2024' })] }, found: [['clubs', 'CLB01', 'launched']] },
  DATE_FAR_AHEAD: { rows: ofMember({ joined: '20/05/2042' }), found: [['members', 'TV0001', 'joined']] },
  DATE_LONG_AGO: { rows: ofMember({ joined: '20/05/1924' }), found: [['members', 'TV0001', 'joined']] },
  YEAR_FAR_AHEAD: { rows: ofMember({ circumstanceYear: 2042 }), found: [['members', 'TV0001', 'circumstanceYear']] },
  AFTER_DISSOLUTION: {
    rows: {
      clubs: [aClub({ dissolved: '30/09/2024' })],
      members,
      loans: [aLoan({ date: '01/10/2024' })],
      funds: [aFundLine({ date: '01/10/2024' }), aFundLine({ code: 'Q0002', date: '30/09/2024' })],
      activities: [anActivity({ date: '01/10/2024' })],
      events: [{ code: 'SK001', date: '01/10/2024', kind: 'Kiểm tra, giám sát', clubs: 'CLB01' }],
    },
    found: [
      ['loans', 'VV0001', 'date'],
      ['funds', 'Q0001', 'date'],
      ['activities', 'HD0001', 'date'],
      ['events', 'SK001', 'date'],
    ],
  },
  CLUB_WITHOUT_FOUNDING: { rows: { clubs: [aClub({ founded: null })] }, found: [['clubs', 'CLB01', 'founded']] },
  CLUB_RESUMED_NOT_PAUSED: { rows: { clubs: [aClub({ resumed: '01/11/2024' })] }, found: [['clubs', 'CLB01', 'resumed']] },
  CLUB_NAME_TWICE: {
    rows: { clubs: [aClub({ name: 'CLB Hoà Bình' }), aClub({ code: 'CLB02', name: 'clb  Hòa Bình' })] },
    found: [['clubs', 'CLB02', 'name']],
  },
  CLUB_LOCATION_SHARED: {
    rows: { clubs: [aClub(), aClub({ code: 'CLB02', name: 'CLB Thống Nhất mới' })] },
    found: [['clubs', 'CLB02', 'location']],
  },
  CLUB_FUND_WITHOUT_REGULATION: {
    rows: { clubs: [aClub({ regulationNo: null, regulationDate: null })] },
    found: [['clubs', 'CLB01', 'regulationDate']],
  },
  CLUB_FUND_START_BLANK: {
    rows: { clubs: [aClub({ incomeFundSince: null })], funds: [aFundLine()] },
    found: [['clubs', 'CLB01', 'incomeFundSince']],
  },
  CLUB_WITHOUT_MEMBERS: { rows: { clubs: twoClubs, members }, found: [['clubs', 'CLB02']] },
  CLUB_OUTSIDE_PLAN: { rows: { clubs, members: people(25) }, found: [['clubs', 'CLB01']] },
  CLUB_BOARD_SIZE: {
    rows: { clubs, members: people(50).map((one, index) => ({ ...one, board: index < 4 })) },
    found: [['clubs', 'CLB01']],
  },
  CONSENTS_MISSING: { rows: { clubs, members: people(6).map((one) => ({ ...one, consent: null })) }, found: [['clubs', 'CLB01']] },
  MEMBER_TWICE_IN_CLUB: {
    rows: { clubs, members: [aMember({ name: 'Nguyễn Thị Hoà' }), aMember({ code: 'TV0002', name: 'nguyễn thị Hòa' })] },
    found: [['members', 'TV0002', 'name']],
  },
  MEMBER_IN_TWO_CLUBS: {
    rows: { clubs: twoClubs, members: [aMember(), aMember({ code: 'TV0002', club: 'CLB02' })] },
    found: [['members', 'TV0002', 'name']],
  },
  MEMBER_MAYBE_SAME: {
    rows: { clubs, members: [aMember(), aMember({ code: 'TV0002', name: 'Hoang Thi Lan' })] },
    found: [['members', 'TV0002', 'name']],
  },
  MEMBER_BEFORE_CLUB: { rows: ofMember({ joined: '14/05/2024' }), found: [['members', 'TV0001', 'joined']] },
  BIRTH_IN_FUTURE: { rows: ofMember({ birth: '2065' }), found: [['members', 'TV0001', 'birth']] },
  AGE_UNUSUAL: {
    rows: { clubs, members: [aMember({ birth: '14/12/1903' }), aMember({ code: 'TV0002', birth: '15/12/2014' })] },
    found: [
      ['members', 'TV0001', 'birth'],
      ['members', 'TV0002', 'birth'],
    ],
  },
  CIRCUMSTANCE_WITHOUT_YEAR: { rows: ofMember({ circumstance: 'Hộ nghèo' }), found: [['members', 'TV0001', 'circumstanceYear']] },
  ETHNIC_DISAGREE: {
    rows: { clubs, members: [aMember({ ethnicGroup: 'Tày', ethnicMinority: 'Không' })] },
    damage: withColumns('members.ethnicGroup'),
    found: [['members', 'TV0001', 'ethnicMinority']],
  },
  CONSENT_MISSING: { rows: ofMember({ consent: null }), found: [['members', 'TV0001', 'consent']] },
  NATIONAL_ID_MALFORMED: {
    rows: ofMember({ nationalId: '0191560001' }),
    damage: withColumns('members.nationalId'),
    found: [['members', 'TV0001', 'nationalId']],
  },
  NATIONAL_ID_DISAGREES: {
    rows: ofMember({ nationalId: '019056000123' }),
    damage: withColumns('members.nationalId'),
    found: [['members', 'TV0001', 'nationalId']],
  },
  NATIONAL_ID_TWICE: {
    rows: {
      clubs,
      members: [aMember({ nationalId: '019156000123' }), aMember({ code: 'TV0002', name: 'Lý Thị Hà', nationalId: '019 156 000123' })],
    },
    damage: withColumns('members.nationalId'),
    found: [['members', 'TV0002', 'nationalId']],
  },
  LOAN_BEFORE_JOINED: { rows: ofLoan({ date: '19/05/2024' }), found: [['loans', 'VV0001', 'date']] },
  LOAN_AFTER_LEFT: { rows: ofLoan({ date: '31/08/2024' }, { left: '31/08/2024' }), found: [['loans', 'VV0001', 'date']] },
  LOAN_REPAID_ABOVE_AMOUNT: { rows: ofLoan({ repaid: '5.000.001' }), found: [['loans', 'VV0001', 'repaid']] },
  LOAN_AMOUNT_ZERO: { rows: ofLoan({ amount: 0 }), found: [['loans', 'VV0001', 'amount']] },
  FUND_LINE_EMPTY: { rows: ofFund({ received: null }), found: [['funds', 'Q0001']] },
  FUND_LINE_BOTH: { rows: ofFund({ spent: '200.000' }), found: [['funds', 'Q0001', 'spent']] },
  FUND_BALANCE_NEGATIVE: {
    rows: ofFund({ received: '300.000' }, { code: 'Q0002', date: '05/07/2024', received: null, spent: '500.000' }),
    found: [['funds', 'Q0002', 'spent']],
  },
  FUND_OPENED_TWICE: {
    rows: ofFund({ kind: 'Số dư đầu kỳ' }, { code: 'Q0002', kind: 'Số dư đầu kỳ', received: '1.000.000' }),
    found: [['funds', 'Q0002', 'kind']],
  },
  NIL_WITHOUT_FROM: {
    rows: { clubs, declarations: [aDeclaration({ state: 'Không phát sinh' })] },
    found: [['declarations', 'XN001', 'from']],
  },
  NIL_CONTRADICTED: {
    rows: { clubs, activities: [anActivity()], declarations: [aDeclaration({ state: 'Không phát sinh', from: '15/12/2023' })] },
    found: [['declarations', 'XN001', 'state']],
  },
  DECLARED_AHEAD: {
    rows: { clubs, declarations: [aDeclaration({ declaredOn: '13/12/2024' })] },
    found: [['declarations', 'XN001', 'declaredOn']],
  },
  SECTION_UNDECLARED: {
    rows: {
      clubs,
      members: people(50),
      declarations: ['Câu lạc bộ', 'Thành viên', 'Vay vốn', 'Địa bàn', 'Tập huấn, tuyên truyền, giám sát'].map((section, index) =>
        aDeclaration({ code: `XN00${index + 1}`, section }),
      ),
    },
    found: [['declarations', '', 'section']],
  },
  CONTACT_MISSING: { rows: { unitInfo: everyUnit.slice(1) }, found: [['unitInfo', '', 'email']] },
  RECIPIENT_MISSING: {
    rows: { unitInfo: everyUnit.filter(({ value }) => value !== 'UBND huyện Định Hóa') },
    found: [['unitInfo', '', 'email']],
  },
  COPY_RECIPIENT_MISSING: {
    rows: { unitInfo: everyUnit },
    question: { asOf: '2025-12-14' as IsoDate, windowFrom: '2024-12-15' as IsoDate },
    found: [['unitInfo', '', 'email']],
  },
  OFFICIAL_ADDRESS_MISSING: { rows: { unitInfo: everyUnit.slice(0, 3) }, found: [['unitInfo', '', 'email']] },
  ADDRESS_MALFORMED: {
    rows: { unitInfo: [...everyUnit.slice(0, 3), { item: 'Hộp thư công vụ', value: 'UBND xã Quy Kỳ', email: 'ubnd.quyky' }] },
    found: [['unitInfo', 'dòng 5', 'email']],
  },
};

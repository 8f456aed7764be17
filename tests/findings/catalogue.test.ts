// The catalogue as data: every rule's words, put into place, read like something an elder or an official can act on.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { CATALOGUE, type DataOf, RULES, type RuleId } from '../../rules/findings/catalogue.ts';
import { type Finding, finding, type Place } from '../../rules/findings/finding.ts';
import { check } from './a-register.ts';
import { DAMAGED } from './damaged-registers.ts';
import { expectVietnamese, expectWellWorded } from './wording.ts';

type Sample = { readonly [K in RuleId]?: { readonly place: Place; readonly data: readonly DataOf<K>[] } };

const day = (text: string): IsoDate => text as IsoDate;
const member: Place = { tab: 'members', row: { tab: 'members', row: 12, code: 'TV0007' }, column: 'name' };
const inColumn = (column: string): Place => ({ ...member, column });
const club: Place = { tab: 'clubs', row: { tab: 'clubs', row: 2, code: 'CLB01' } };
const clubColumn = (column: string): Place => ({ ...club, column });
const loan = (column: string): Place => ({ tab: 'loans', row: { tab: 'loans', row: 5, code: 'VV0004' }, column });
const fund = (column: string): Place => ({ tab: 'funds', row: { tab: 'funds', row: 5, code: 'Q0004' }, column });
const declared = (column: string): Place => ({ tab: 'declarations', row: { tab: 'declarations', row: 3, code: 'XN002' }, column });
const unit: Place = { tab: 'unitInfo', column: 'email' };

const cell = { shown: 'hai nghìn', example: '20/05/2024', candidates: ['25/03/2024'], target: 'Thành viên', length: 50_000, longest: 250 };
const cellWords = { data: [cell, { ...cell, candidates: [] }] };
const dates = { earlierHeader: 'Ngày vay', earlier: day('2024-06-10'), later: day('2024-06-01') };
const asOf = day('2024-12-14');
const other = { name: 'Hoàng Thị Lan', other: 'TV0003' };
const law = 'Nghị định số 13/2023/NĐ-CP';

const SAMPLES: Sample = {
  TAB_MISSING: { place: { tab: 'members' }, data: [{}] },
  HEADERS_GONE: { place: { tab: 'members' }, data: [{ row: 1 }] },
  HEADER_MISSING: { place: { tab: 'members', column: 'sex' }, data: [{ header: 'Giới tính' }] },
  HEADER_TWICE: { place: { tab: 'members', column: 'sex' }, data: [{ header: 'Giới tính' }] },
  REQUIRED_BLANK: { place: member, ...cellWords },
  DATE_UNREADABLE: { place: inColumn('joined'), ...cellWords },
  DATE_AMBIGUOUS: { place: inColumn('birth'), ...cellWords },
  BIRTH_UNREADABLE: { place: inColumn('birth'), ...cellWords },
  YEAR_UNREADABLE: { place: inColumn('circumstanceYear'), ...cellWords },
  NUMBER_UNREADABLE: { place: loan('amount'), ...cellWords },
  NUMBER_AMBIGUOUS: { place: loan('amount'), ...cellWords },
  NUMBER_NEGATIVE: { place: loan('amount'), ...cellWords },
  NUMBER_NOT_WHOLE: { place: loan('amount'), ...cellWords },
  TICK_UNREADABLE: { place: inColumn('board'), ...cellWords },
  CHOICE_UNKNOWN: { place: inColumn('sex'), ...cellWords },
  CODE_MALFORMED: { place: inColumn('code'), ...cellWords },
  TEXT_TOO_LONG: { place: inColumn('name'), ...cellWords },
  REFERENCE_UNKNOWN: { place: loan('member'), ...cellWords },
  REFERENCE_AMBIGUOUS: { place: loan('member'), ...cellWords },
  CODE_MISSING: { place: { tab: 'members', row: { tab: 'members', row: 12 }, column: 'code' }, data: [{}] },
  CODE_TWICE: {
    place: inColumn('code'),
    data: [
      { code: 'TV0007', rows: [3] },
      { code: 'TV0007', rows: [3, 4, 5, 6, 7, 8, 9] },
    ],
  },
  ROW_REPEATED: { place: loan('date'), data: [{ other: 'VV0003' }] },
  DATES_REVERSED: { place: loan('due'), data: [dates] },
  DATES_UNUSUAL: { place: clubColumn('launched'), data: [dates] },
  DATE_FAR_AHEAD: { place: inColumn('joined'), data: [{ date: day('2042-05-20'), asOf }] },
  DATE_LONG_AGO: { place: inColumn('joined'), data: [{ date: day('1924-05-20') }] },
  YEAR_FAR_AHEAD: { place: inColumn('circumstanceYear'), data: [{ year: 2042, asOf }] },
  AFTER_DISSOLUTION: { place: loan('date'), data: [{ date: asOf, club: 'CLB01', dissolved: day('2024-09-30') }] },
  CLUB_WITHOUT_FOUNDING: { place: clubColumn('founded'), data: [{}] },
  CLUB_RESUMED_NOT_PAUSED: { place: clubColumn('resumed'), data: [{ resumed: asOf }] },
  CLUB_NAME_TWICE: { place: clubColumn('name'), data: [{ name: 'CLB Thống Nhất', other: 'CLB02' }] },
  CLUB_LOCATION_SHARED: { place: clubColumn('location'), data: [{ location: 'Thống Nhất 1', other: 'CLB02' }] },
  CLUB_FUND_WITHOUT_REGULATION: { place: clubColumn('regulationDate'), data: [{ fund: 'quỹ hoạt động', since: asOf }] },
  CLUB_FUND_START_BLANK: { place: clubColumn('incomeFundSince'), data: [{ fund: 'quỹ tăng thu nhập', first: asOf }] },
  CLUB_WITHOUT_MEMBERS: { place: club, data: [{ asOf }] },
  CLUB_OUTSIDE_PLAN: {
    place: club,
    data: [{ title: 'Tỷ lệ phụ nữ trong mỗi câu lạc bộ', asOf, figure: '36/50 (72,0%)', plan: 'mỗi CLB từ 60% đến 70%', clause: 'II.2.a' }],
  },
  CLUB_BOARD_SIZE: { place: club, data: [{ count: 0 }, { count: 3 }] },
  TOTALS_PART_ABOVE_WHOLE: {
    place: { tab: 'totals', row: { tab: 'totals', row: 2, code: 'TH001' }, column: 'women' },
    data: [{ part: 60, members: 52 }],
  },
  CONSENTS_MISSING: {
    place: club,
    data: [{ missing: 7, of: 50, records: ['TV0001', 'TV0002', 'TV0003', 'TV0004', 'TV0005', 'TV0006', 'TV0007'], law }],
  },
  MEMBER_TWICE_IN_CLUB: { place: member, data: [{ ...other, club: 'CLB01' }] },
  MEMBER_IN_TWO_CLUBS: { place: member, data: [{ ...other, club: 'CLB02' }] },
  MEMBER_MAYBE_SAME: { place: member, data: [other] },
  MEMBER_BEFORE_CLUB: { place: inColumn('joined'), data: [{ joined: day('2024-05-01'), club: 'CLB01', founded: day('2024-05-15') }] },
  BIRTH_IN_FUTURE: { place: inColumn('birth'), data: [{ birth: '2065', asOf }] },
  AGE_UNUSUAL: {
    place: inColumn('birth'),
    data: [
      { birth: '1901', age: 'old', asOf },
      { birth: '2020', age: 'young', asOf },
    ],
  },
  CIRCUMSTANCE_WITHOUT_YEAR: { place: inColumn('circumstanceYear'), data: [{ circumstance: 'Hộ nghèo' }] },
  ETHNIC_DISAGREE: { place: inColumn('ethnicMinority'), data: [{ group: 'Tày', minority: 'Không' }] },
  CONSENT_MISSING: { place: inColumn('consent'), data: [{ law }] },
  NATIONAL_ID_MALFORMED: { place: inColumn('nationalId'), data: [{ digits: 11 }] },
  NATIONAL_ID_DISAGREES: { place: inColumn('nationalId'), data: [{ what: ['birth'] }, { what: ['birth', 'sex'] }] },
  NATIONAL_ID_TWICE: { place: inColumn('nationalId'), data: [{ other: 'TV0003' }] },
  LOAN_BEFORE_JOINED: { place: loan('date'), data: [{ date: day('2024-05-01'), member: 'TV0007', joined: day('2024-05-20') }] },
  LOAN_AFTER_LEFT: { place: loan('date'), data: [{ date: asOf, member: 'TV0007', left: day('2024-08-31') }] },
  LOAN_REPAID_ABOVE_AMOUNT: { place: loan('repaid'), data: [{ repaid: 6_000_000, amount: 5_000_000 }] },
  LOAN_AMOUNT_ZERO: { place: loan('amount'), data: [{}] },
  FUND_LINE_EMPTY: { place: fund('spent'), data: [{}] },
  FUND_LINE_BOTH: { place: fund('spent'), data: [{ received: 1_000_000, spent: 200_000 }] },
  FUND_BALANCE_NEGATIVE: {
    place: fund('spent'),
    data: [{ club: 'CLB01', fund: 'quỹ hoạt động', month: day('2024-06-15'), balance: -500_000 }],
  },
  FUND_OPENED_TWICE: { place: fund('kind'), data: [{ club: 'CLB01', fund: 'quỹ hoạt động', other: 'Q0001' }] },
  NIL_WITHOUT_FROM: { place: declared('from'), data: [{}] },
  NIL_CONTRADICTED: {
    place: declared('state'),
    data: [{ section: 'Vay vốn', from: day('2023-12-15'), until: asOf, found: 2, first: 'VV0001' }],
  },
  DECLARED_AHEAD: {
    place: declared('declaredOn'),
    data: [
      { declaredOn: day('2024-12-01'), until: asOf, since: 0 },
      { declaredOn: day('2024-12-01'), until: asOf, since: 3 },
    ],
  },
  SECTION_UNDECLARED: {
    place: { tab: 'declarations', column: 'section' },
    data: [
      { section: 'Vay vốn', asOf, clubs: [{ name: 'CLB01', until: day('2024-11-30') }], all: false },
      { section: 'Địa bàn', asOf, clubs: [{ name: 'toàn đơn vị', until: undefined }], all: true },
    ],
  },
  CONTACT_MISSING: { place: unit, data: [{ asOf }] },
  RECIPIENT_MISSING: { place: unit, data: [{ office: 'UBND huyện Định Hóa', asOf }] },
  COPY_RECIPIENT_MISSING: { place: unit, data: [{ office: 'Ban đại diện Hội NCT huyện Định Hóa', asOf }] },
  OFFICIAL_ADDRESS_MISSING: { place: unit, data: [{}] },
  ADDRESS_MALFORMED: { place: { tab: 'unitInfo', row: { tab: 'unitInfo', row: 4 }, column: 'email' }, data: [{ email: 'ubnd.quyky' }] },
};

const rules = Object.keys(CATALOGUE) as RuleId[];

function sampled<K extends RuleId>(rule: K): readonly Finding[] {
  const sample: { readonly [R in RuleId]?: { readonly place: Place; readonly data: readonly DataOf<R>[] } } = SAMPLES;
  const { place, data } = sample[rule] ?? { data: [] };
  return place === undefined ? [] : data.map((one) => finding(rule, place, one));
}
/** In the words of samples that no small register brings about, and as found in the smallest damaged register. */
function worded(rule: RuleId): readonly Finding[] {
  const { rows, damage, question } = DAMAGED[rule];
  return [...sampled(rule), ...check(rows, damage, question).filter((found) => found.rule === rule)];
}

describe.each(rules)('%s', (rule) => {
  it('says where and what in composed Vietnamese, and asks for one thing', () => {
    const findings = worded(rule);
    expect(findings.length).toBeGreaterThan(0);
    for (const one of findings) expectWellWorded(one);
  });

  it('has a title that names no record and shows no value', () => {
    expect(RULES[rule].title).toMatch(/^\p{L}[^.“”]*[^.]$/u);
    expect(RULES[rule].title).not.toMatch(/CLB\d|TV\d/);
    expectVietnamese(RULES[rule].title);
  });
});

describe('the severities', () => {
  it('an uncounted record has to be mended: it is never less than an error', () => {
    expect(rules.filter((rule) => !RULES[rule].counts && RULES[rule].severity !== 'error')).toEqual([]);
  });

  it('the make-up of a club is a reason to look again, never an error', () => {
    expect([RULES.CLUB_OUTSIDE_PLAN.severity, RULES.CLUB_BOARD_SIZE.severity]).toEqual(['warning', 'warning']);
  });
});

// Plan files with one fault each: what is put into a sound one, and what its writer is told.
import type { PlanFaultCode } from '../../rules/plan/plan-fault.ts';

export interface Row {
  readonly refuses: string;
  readonly put: Readonly<Record<string, unknown>>;
  readonly code: PlanFaultCode;
  readonly path: string;
  /** what the person has to find in the sentence */
  readonly says: string;
}

export const SHAPE: readonly Row[] = [
  { refuses: 'an unknown key of the file', put: { colour: 1 }, code: 'PLAN_UNKNOWN_KEY', path: 'colour', says: '"colour"' },
  {
    refuses: 'an unknown key deep inside',
    put: { 'targets[0].bar.atleast': 2 },
    code: 'PLAN_UNKNOWN_KEY',
    path: 'targets[0].bar.atleast',
    says: '"so-clb"',
  },
  { refuses: 'a missing key', put: { title: undefined }, code: 'PLAN_MISSING', path: 'title', says: '"title"' },
  {
    refuses: 'a target without a kind',
    put: { 'targets[2].kind': undefined },
    code: 'PLAN_MISSING',
    path: 'targets[2].kind',
    says: 'Chỉ tiêu thứ 3',
  },
  {
    refuses: 'a target of an unknown kind',
    put: { 'targets[0].kind': 'total' },
    code: 'PLAN_NOT_IN_LIST',
    path: 'targets[0].kind',
    says: '"each-club"',
  },
  {
    refuses: 'a count of something unknown',
    put: { 'targets[0].count': { club: {} } },
    code: 'PLAN_NO_FORM_FITS',
    path: 'targets[0].count',
    says: '"clubs"',
  },
  {
    refuses: 'a count of two things at once',
    put: { 'targets[0].count.members': {} },
    code: 'PLAN_UNKNOWN_KEY',
    path: 'targets[0].count.members',
    says: '"members"',
  },
  {
    refuses: 'evidence nobody knows',
    put: { 'targets[3].evidence.has[0]': 'stamp' },
    code: 'PLAN_NOT_IN_LIST',
    path: 'targets[3].evidence.has[0]',
    says: '"stamp"',
  },
  { refuses: 'text for a number', put: { version: '1' }, code: 'PLAN_WRONG_TYPE', path: 'version', says: 'số' },
  { refuses: 'a broken version', put: { version: 1.5 }, code: 'PLAN_WRONG_TYPE', path: 'version', says: 'số nguyên' },
  { refuses: 'an empty title', put: { title: '' }, code: 'PLAN_EMPTY', path: 'title', says: 'để trống' },
  { refuses: 'a plan without tasks', put: { tasks: [] }, code: 'PLAN_EMPTY', path: 'tasks', says: 'Nhiệm vụ' },
  { refuses: 'a thirteenth month', put: { 'document.date.month': 13 }, code: 'PLAN_OUT_OF_RANGE', path: 'document.date.month', says: '12' },
  {
    refuses: 'a negative bar',
    put: { 'targets[0].bar.between[0]': -1 },
    code: 'PLAN_OUT_OF_RANGE',
    path: 'targets[0].bar.between[0]',
    says: '-1',
  },
  {
    refuses: 'a range of one number',
    put: { 'targets[0].bar.between': [2] },
    code: 'PLAN_WRONG_LENGTH',
    path: 'targets[0].bar.between',
    says: '2 phần tử',
  },
  {
    refuses: 'a day that does not exist',
    put: { 'period.to': '2025-02-30' },
    code: 'PLAN_NO_SUCH_DATE',
    path: 'period.to',
    says: '2025-02-30',
  },
  { refuses: 'decomposed letters', put: { title: 'Quy Kỳ'.normalize('NFD') }, code: 'PLAN_TEXT_UNTIDY', path: 'title', says: 'Unicode' },
  { refuses: 'an id with marks', put: { id: 'quy-kỳ' }, code: 'PLAN_WRONG_FORM', path: 'id', says: 'không dấu' },
  {
    refuses: 'a code of four digits',
    put: { 'units[0].names[0].code': '5545' },
    code: 'PLAN_WRONG_FORM',
    path: 'units[0].names[0].code',
    says: '5 chữ số',
  },
];

export const VALUES: readonly Row[] = [
  {
    refuses: 'min above max',
    put: { 'targets[0].bar.between': [3, 2] },
    code: 'PLAN_RANGE_REVERSED',
    path: 'targets[0].bar.between',
    says: '3 lớn hơn',
  },
  {
    refuses: 'a bar without a comparator',
    put: { 'targets[0].bar': {} },
    code: 'PLAN_NO_COMPARATOR',
    path: 'targets[0].bar',
    says: '"atLeast"',
  },
  {
    refuses: 'a bar with two comparators',
    put: { 'targets[0].bar.atLeast': 2 },
    code: 'PLAN_SEVERAL_COMPARATORS',
    path: 'targets[0].bar',
    says: '"between"',
  },
  {
    refuses: 'a share above 100 percent',
    put: { 'targets[2].bar': { between: [60, 170] } },
    code: 'PLAN_PERCENT_ABOVE_100',
    path: 'targets[2].bar',
    says: '170%',
  },
  {
    refuses: "a reading's share above 100 percent",
    put: { 'targets[12].readings[2].bar.atLeast': 150 },
    code: 'PLAN_PERCENT_ABOVE_100',
    path: 'targets[12].readings[2].bar',
    says: '150%',
  },
  {
    refuses: "a club's share above 100 percent",
    put: { 'targets[12].part.clubs.share.bar.atLeast': 101 },
    code: 'PLAN_PERCENT_ABOVE_100',
    path: 'targets[12].part.clubs.share.bar',
    says: '101%',
  },
  {
    refuses: 'a span that ends before it begins',
    put: { 'targets[0].count.clubs.founded': { from: '2025-06-01', to: '2025-05-01' } },
    code: 'PLAN_SPAN_REVERSED',
    path: 'targets[0].count.clubs.founded',
    says: '01/06/2025',
  },
  {
    refuses: 'two targets of one id',
    put: { 'targets[1].id': 'so-clb' },
    code: 'PLAN_DUPLICATE_ID',
    path: 'targets[1].id',
    says: '"so-clb"',
  },
];

export const REFERENCES: readonly Row[] = [
  {
    refuses: 'a recipient that is no office',
    put: { 'reporting[0].chains[0].recipients[0]': 'so-y-te' },
    code: 'PLAN_DANGLING_REFERENCE',
    path: 'reporting[0].chains[0].recipients[0]',
    says: '"so-y-te"',
  },
  {
    refuses: 'a task in charge of nobody',
    put: { 'tasks[0].inCharge': 'hoi-nong-dan' },
    code: 'PLAN_DANGLING_REFERENCE',
    path: 'tasks[0].inCharge',
    says: 'đơn vị chủ trì',
  },
  {
    refuses: 'a milestone at a place of no unit',
    put: { 'targets[3].place': 'Khuổi Tát' },
    code: 'PLAN_NO_SUCH_LOCATION',
    path: 'targets[3].place',
    says: '"Khuổi Tát"',
  },
  {
    refuses: 'a club filter at a place of no unit',
    put: { 'targets[3].evidence.at': 'Khuổi Tát' },
    code: 'PLAN_NO_SUCH_LOCATION',
    path: 'targets[3].evidence.at',
    says: '"Khuổi Tát"',
  },
  {
    refuses: 'an exception for a place of no unit',
    put: { 'targets[4].of.locations.except[0]': 'Khuổi Tát' },
    code: 'PLAN_NO_SUCH_LOCATION',
    path: 'targets[4].of.locations.except[0]',
    says: '"Khuổi Tát"',
  },
  {
    refuses: 'a class no unit has',
    put: { 'targets[0].count': { units: { class: 'phuong' } } },
    code: 'PLAN_NO_SUCH_CLASS',
    path: 'targets[0].count.units.class',
    says: '"phuong"',
  },
  {
    refuses: 'a superior task in a plan without a superior',
    put: { 'tasks[0].level': 'superior' },
    code: 'PLAN_NO_SUPERIOR',
    path: 'tasks[0].level',
    says: 'cấp trên',
  },
  {
    refuses: 'two names of a unit on one day',
    put: { 'units[0].names[0].to': '2025-07-02' },
    code: 'PLAN_VALIDITY_OVERLAP',
    path: 'units[0].names[1]',
    says: '01/07/2025',
  },
  {
    refuses: 'a name without an end before another',
    put: { 'units[0].names[0].to': undefined },
    code: 'PLAN_VALIDITY_OVERLAP',
    path: 'units[0].names[1]',
    says: '01/07/2025',
  },
  {
    refuses: 'days on which a unit has no name',
    put: { 'units[0].names[1].from': '2025-07-03' },
    code: 'PLAN_VALIDITY_GAP',
    path: 'units[0].names[1]',
    says: '02/07/2025',
  },
  {
    refuses: 'a unit without a name when the plan begins',
    put: { 'units[0].names[0].from': '2024-06-01' },
    code: 'PLAN_VALIDITY_GAP',
    path: 'units[0].names',
    says: '31/05/2024',
  },
  {
    refuses: 'two offices of a chain on one day',
    put: { 'offices[1].from': '2025-06-01' },
    code: 'PLAN_VALIDITY_OVERLAP',
    path: 'reporting[0].chains[0].recipients[1]',
    says: '01/06/2025',
  },
  {
    refuses: 'days on which a chain has no office',
    put: { 'offices[0].to': '2025-06-15' },
    code: 'PLAN_VALIDITY_GAP',
    path: 'reporting[0].chains[0].recipients[1]',
    says: '16/06/2025',
  },
  {
    refuses: 'a chain whose issuer ends before the plan',
    put: { 'reporting[0].chains[1].issuers[1].to': '2025-11-30' },
    code: 'PLAN_VALIDITY_GAP',
    path: 'reporting[0].chains[1].issuers',
    says: '01/12/2025',
  },
];

const YEARLY = 'reporting[0].schedule[0]';
const INTERIM = 'reporting[0].schedule[2]';
export const SCHEDULE: readonly Row[] = [
  {
    refuses: 'a kind of report nobody knows',
    put: { [`${YEARLY}.kind`]: 'weekly' },
    code: 'PLAN_NOT_IN_LIST',
    path: `${YEARLY}.kind`,
    says: '"quarterly"',
  },
  {
    refuses: 'an unknown key of a due day',
    put: { [`${YEARLY}.due.days`]: 3 },
    code: 'PLAN_UNKNOWN_KEY',
    path: `${YEARLY}.due.days`,
    says: '"days"',
  },
  {
    refuses: 'two due days at once',
    put: { [`${YEARLY}.due.workingDaysAfterCutOff`]: 3 },
    code: 'PLAN_UNKNOWN_KEY',
    path: `${YEARLY}.due.workingDaysAfterCutOff`,
    says: '"workingDaysAfterCutOff"',
  },
  {
    refuses: 'a due day that says nothing',
    put: { [`${YEARLY}.due`]: {} },
    code: 'PLAN_NO_FORM_FITS',
    path: `${YEARLY}.due`,
    says: '"workingDaysAfterCutOff"',
  },
  {
    refuses: 'no working day after the cut-off',
    put: { [`${YEARLY}.due`]: { workingDaysAfterCutOff: 0 } },
    code: 'PLAN_OUT_OF_RANGE',
    path: `${YEARLY}.due.workingDaysAfterCutOff`,
    says: 'từ 1',
  },
  {
    refuses: 'a day that its month never has',
    put: { [`${YEARLY}.due`]: { month: 4, day: 31 } },
    code: 'PLAN_NO_SUCH_DAY',
    path: `${YEARLY}.due`,
    says: 'tháng 4 không có ngày 31',
  },
  {
    refuses: 'a yearly report due on the day of its cut-off',
    put: { [`${YEARLY}.due`]: { month: 12, day: 14 } },
    code: 'PLAN_DUE_NOT_AFTER_CUT_OFF',
    path: `${YEARLY}.due`,
    says: '14/12',
  },
  {
    refuses: 'a lock before a report is late',
    put: { [`${YEARLY}.lateAfter`]: 5, [`${YEARLY}.lockedAfter`]: 5 },
    code: 'PLAN_LOCKED_BEFORE_LATE',
    path: `${YEARLY}.lockedAfter`,
    says: '5 ngày',
  },
  {
    refuses: 'an interim report with a cut-off and no due day',
    put: { [`${INTERIM}.cutOff`]: '2024-12-14' },
    code: 'PLAN_MISSING',
    path: `${INTERIM}.due`,
    says: '"due"',
  },
  {
    refuses: 'an interim report with a due day and no cut-off',
    put: { [`${INTERIM}.due`]: '2024-12-25' },
    code: 'PLAN_MISSING',
    path: `${INTERIM}.cutOff`,
    says: '"cutOff"',
  },
  {
    refuses: 'an interim report due on its cut-off',
    put: { [`${INTERIM}.cutOff`]: '2024-12-14', [`${INTERIM}.due`]: '2024-12-14' },
    code: 'PLAN_DUE_NOT_AFTER_CUT_OFF',
    path: `${INTERIM}.due`,
    says: '14/12/2024',
  },
  {
    refuses: 'an interim report that ends before the plan begins',
    put: { [`${INTERIM}.cutOff`]: '2024-02-14', [`${INTERIM}.due`]: '2024-02-25' },
    code: 'PLAN_DATES_OUT_OF_ORDER',
    path: `${INTERIM}.cutOff`,
    says: '14/02/2024',
  },
  {
    refuses: 'a second half that is no yes or no',
    put: { [YEARLY]: { id: 'sau-thang', kind: 'six-month', title: 'Báo cáo 6 tháng', clause: 'IV.6', secondHalf: 'có' } },
    code: 'PLAN_WRONG_TYPE',
    path: `${YEARLY}.secondHalf`,
    says: 'true hoặc false',
  },
  {
    refuses: 'a cut-off of a kind whose windows the law fixes',
    put: { [`${YEARLY}.cutOff`]: '2024-12-31' },
    code: 'PLAN_UNKNOWN_KEY',
    path: `${YEARLY}.cutOff`,
    says: '"cutOff"',
  },
];

// What goes wrong in activities, events, declarations, totals and everything else the commune writes down about itself.
import type { Mutation } from './mutate.ts';

const activity = (record: string) => ({ tab: 'activities', record }) as const;
const event = (record: string) => ({ tab: 'events', record }) as const;
export const ACTIVITY_MUTATIONS: readonly Mutation[] = [
  {
    ...activity('HD0041'),
    cells: { area: 'Văn nghệ quần chúng' },
    why: 'an area that the plan does not name',
    rule: 'CHOICE_UNKNOWN',
    column: 'area',
  },
  { ...activity('HD0041'), cells: { club: null }, why: 'nobody’s meeting', rule: 'REQUIRED_BLANK', column: 'club' },
  { ...activity('HD0041'), cells: { attendances: 36.5 }, why: 'half a person', rule: 'NUMBER_NOT_WHOLE', column: 'attendances' },
  { ...activity('HD0041'), cells: { attendances: '70%' }, why: 'a share for a number', rule: 'NUMBER_IS_SHARE', column: 'attendances' },
  {
    ...activity('HD0041'),
    cells: { attendances: 'đông đủ' },
    why: 'a word for a number',
    rule: 'NUMBER_UNREADABLE',
    column: 'attendances',
  },
  { ...activity('HD0041'), cells: { date: '2024-10-21' }, why: 'before the club was founded', rule: 'BEFORE_FOUNDING', column: 'date' },
  {
    ...activity('HD0041'),
    cells: { date: '2204-11-21' },
    why: 'two digits of the year changed places',
    rule: 'DATE_UNREADABLE',
    column: 'date',
  },
  { ...activity('HD0900'), added: { like: 'HD0041' }, cells: {}, why: 'a meeting pasted twice', rule: 'ROW_REPEATED' },
  {
    tab: 'clubs',
    record: 'CLB01',
    cells: { paused: '2024-07-18', resumed: '2024-07-24' },
    why: 'at work while it rested',
    rule: 'DURING_PAUSE',
    at: { tab: 'activities', record: 'HD0019' },
    column: 'date',
  },
  {
    tab: 'clubs',
    record: 'CLB01',
    cells: { dissolved: '2024-11-23' },
    why: 'at work after it was dissolved',
    rule: 'AFTER_DISSOLUTION',
    at: { tab: 'activities', record: 'HD0044' },
    column: 'date',
  },
  {
    ...event('SK003'),
    cells: { locations: 'Thống Nhất 1; Đồng Hẩu' },
    why: 'a place that is not in Địa bàn',
    rule: 'CHOICE_UNKNOWN',
    column: 'locations',
  },
  { ...event('SK002'), cells: { clubs: 'CLB01; CLB09' }, why: 'a club that is not in the list', rule: 'CHOICE_UNKNOWN', column: 'clubs' },
  { ...event('SK003'), cells: { locations: null }, why: 'a talk that reached no place', rule: 'EVENT_REACHES_NONE', column: 'locations' },
  { ...event('SK006'), cells: { clubs: null }, why: 'a visit to no club', rule: 'EVENT_REACHES_NONE', column: 'clubs' },
  { ...event('SK001'), cells: { role: 'attended' }, why: 'its own document, as if attended', rule: 'EVENT_ATTENDED_ODD', column: 'role' },
  { ...event('SK004'), cells: { role: null }, why: 'held, or gone to', rule: 'EVENT_ROLE_BLANK', column: 'role' },
  { ...event('SK900'), added: { like: 'SK007' }, cells: {}, why: 'a talk pasted twice', rule: 'ROW_REPEATED' },
];

const total = { tab: 'totals', record: 'TH001', added: {} } as const;
const asOf = { club: 'CLB01', date: '2024-12-14' };
export const TOTALS_MUTATIONS: readonly Mutation[] = [
  { ...total, cells: { ...asOf, members: 60 }, why: 'more than the list holds', rule: 'TOTALS_BESIDE_LIST', column: 'members' },
  {
    ...total,
    cells: { ...asOf, members: 55, women: 50 },
    why: 'other women than the list holds',
    rule: 'TOTALS_BESIDE_LIST',
    column: 'women',
  },
  { ...total, cells: { ...asOf, members: 55, older: 56 }, why: 'a share above 100%', rule: 'TOTALS_PART_ABOVE_WHOLE', column: 'older' },
  { ...total, cells: { ...asOf, members: 55, older: '53,4%' }, why: 'a share for a number', rule: 'NUMBER_IS_SHARE', column: 'older' },
  {
    ...total,
    cells: { ...asOf, members: 108, older: 33, women: 36, disadvantaged: 39 },
    why: 'overlapping groups added up',
    rule: 'TOTALS_PARTS_SUMMED',
    column: 'members',
  },
  {
    ...total,
    cells: { ...asOf, members: null, women: 36 },
    why: 'parts without the whole',
    rule: 'TOTALS_WITHOUT_MEMBERS',
    column: 'members',
  },
  {
    ...total,
    cells: { ...asOf, date: '2024-01-31', members: 40 },
    why: 'numbers of a club not founded yet',
    rule: 'BEFORE_FOUNDING',
    column: 'date',
  },
];

const declared = (record: string) => ({ tab: 'declarations', record }) as const;
export const DECLARATION_MUTATIONS: readonly Mutation[] = [
  {
    ...declared('XN009'),
    cells: { state: 'nil', from: '2023-12-15' },
    why: 'nothing happened, and the rows say otherwise',
    rule: 'NIL_CONTRADICTED',
    column: 'state',
  },
  {
    ...declared('XN007'),
    cells: { state: 'nil' },
    why: 'nothing happened, since nobody knows when',
    rule: 'NIL_WITHOUT_FROM',
    column: 'from',
  },
  {
    ...declared('XN009'),
    cells: { declaredOn: '2024-11-20' },
    why: 'declared, and rows came later',
    rule: 'DECLARED_AHEAD',
    column: 'declaredOn',
  },
  { ...declared('XN009'), cells: { from: '2024-12-20' }, why: 'ends before it begins', rule: 'DATES_REVERSED', column: 'until' },
  { ...declared('XN009'), cells: { until: 'nay' }, why: 'a word for a day', rule: 'DATE_UNREADABLE', column: 'until' },
  { ...declared('XN009'), cells: { section: 'Sinh hoạt' }, why: 'no such section', rule: 'CHOICE_UNKNOWN', column: 'section' },
  {
    ...declared('XN009'),
    cells: { until: '2024-11-30' },
    why: 'declared up to last month',
    rule: 'SECTION_UNDECLARED',
    at: { record: '' },
    column: 'section',
  },
];

const verdict = (record: string) => ({ tab: 'assessments', record }) as const;
const words = (record: string) => ({ tab: 'narratives', record }) as const;
const task = { tab: 'assignments', record: 'NV001' } as const;
const unit = (record: string) => ({ tab: 'unitInfo', record }) as const;
export const PAPER_MUTATIONS: readonly Mutation[] = [
  { ...verdict('DG001'), cells: { year: 2023 }, why: 'a year before the founding', rule: 'ASSESSMENT_BEFORE_FOUNDING', column: 'year' },
  {
    ...verdict('DG001'),
    cells: { date: '2023-12-05' },
    why: 'a paper of the year before',
    rule: 'ASSESSMENT_DOCUMENT_EARLY',
    column: 'date',
  },
  {
    ...verdict('DG001'),
    cells: { documentNo: null, date: null },
    why: 'a verdict without a paper',
    rule: 'ASSESSMENT_WITHOUT_DOCUMENT',
    column: 'documentNo',
  },
  { ...verdict('DG001'), cells: { verdict: 'xuất sắc' }, why: 'a grade of one’s own', rule: 'CHOICE_UNKNOWN', column: 'verdict' },
  {
    ...verdict('DG900'),
    added: { like: 'DG001' },
    cells: { verdict: 'fair' },
    why: 'two verdicts of one year',
    rule: 'ASSESSMENT_TWICE',
    column: 'verdict',
  },
  { ...words('TM004'), cells: { target: null }, why: 'a verdict on nothing', rule: 'NARRATIVE_BLANK', column: 'target' },
  { ...words('TM004'), cells: { verdict: null }, why: 'a target without a verdict', rule: 'NARRATIVE_BLANK', column: 'verdict' },
  { ...words('TM001'), cells: { text: null }, why: 'a heading without words', rule: 'NARRATIVE_BLANK', column: 'text' },
  { ...words('TM001'), cells: { text: 'Đã làm.\n'.repeat(6000) }, why: 'a book instead of a part', rule: 'TEXT_TOO_LONG', column: 'text' },
  { ...words('TM001'), cells: { verdict: 'met' }, why: 'a verdict among the words', rule: 'VERDICT_MISPLACED', column: 'verdict' },
  { ...words('TM004'), cells: { period: 'kỳ này' }, why: 'a period of no year', rule: 'NARRATIVE_PERIOD_WITHOUT_YEAR', column: 'period' },
  {
    ...words('TM900'),
    added: { like: 'TM004' },
    cells: { verdict: 'notMet' },
    why: 'two verdicts that disagree',
    rule: 'VERDICTS_DISAGREE',
    column: 'verdict',
  },
  { ...task, cells: { status: null }, why: 'a task nobody tells of', rule: 'ASSIGNMENT_WITHOUT_STATUS', column: 'status' },
  { ...task, cells: { inCharge: null }, why: 'a task of nobody', rule: 'ASSIGNMENT_UNIT_BLANK', column: 'inCharge' },
  { ...task, cells: { due: '2024-06-30', status: 'ongoing' }, why: 'a task over its day', rule: 'ASSIGNMENT_OVERDUE', column: 'due' },
  { ...task, cells: { task: null }, why: 'a task without words', rule: 'REQUIRED_BLANK', column: 'task' },
  { ...unit('dòng 7'), cells: { email: 'can-bo-mau' }, why: 'half an address', rule: 'ADDRESS_MALFORMED', column: 'email' },
  { ...unit('dòng 7'), cells: { email: null }, why: 'nobody to write to', rule: 'CONTACT_MISSING', at: { record: '' }, column: 'email' },
  {
    ...unit('dòng 20'),
    cells: { email: null },
    why: 'a receiver without an address',
    rule: 'RECIPIENT_MISSING',
    at: { record: '' },
    column: 'email',
  },
  {
    ...unit('dòng 22'),
    cells: { to: '2024-06-30' },
    why: 'an address that has run out',
    rule: 'COPY_RECIPIENT_MISSING',
    at: { record: '' },
    column: 'email',
  },
  { ...unit('dòng 20'), cells: { from: '2025-12-31' }, why: 'ends before it begins', rule: 'DATES_REVERSED', column: 'to' },
];

// Reminders and the list for a superior: whatever is missing they say what is due when and what is asked, and nothing of a member.
import { describe, expect, it } from 'vitest';
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import type { EscalationContent, ReminderContent, ReminderReport } from '../../rules/reporting/reminder-content.ts';
import { composeEscalationMail, composeReminderMail } from '../../templates/reminder-mail/compose.ts';
import { textOfHtml } from './html.ts';
import { isSound, omit } from './sound-mail.ts';

const date = (text: string) => text as IsoDate;
const report: ReminderReport = {
  name: 'Báo cáo năm 2024',
  due: date('2024-12-20'),
  lateAfter: date('2024-12-20'),
  cutOff: date('2024-12-14'),
  isOver: true,
  blocked: [
    { tab: 'Thành viên', count: 3 },
    { tab: 'Quỹ CLB', count: 0 },
  ],
  lacking: { text: 'Chưa có địa chỉ thư của nơi nhận.', advice: 'Đề nghị người quản trị ghi địa chỉ thư của nơi nhận.' },
  unwritten: ['I. Công tác chỉ đạo, triển khai', 'III. Đánh giá chung'],
};
const other: ReminderReport = {
  ...omit(report, 'lacking'),
  name: 'Báo cáo đột xuất về cho vay vốn',
  due: date('2024-12-18'),
  blocked: [],
  unwritten: [],
};
const content: ReminderContent = {
  key: 'an-binh/00001/nhac/2024-12-18',
  unit: 'xã An Bình',
  planTitle: 'Kế hoạch nhân rộng CLB Liên thế hệ tự giúp nhau xã An Bình',
  now: momentOf(date('2024-12-18'), 8),
  to: [
    { name: 'Nguyễn Thị Lan', email: 'lan@an-binh.example' },
    { name: 'UBND xã An Bình', email: 'ubnd@an-binh.example' },
  ],
  reports: [other, report],
};
const only = (one: ReminderReport): ReminderContent => ({ ...content, reports: [one] });

const escalation: EscalationContent = {
  key: 'an-thinh/an-thinh/nhac/2024-12-24',
  superior: 'huyện An Thịnh',
  planTitle: content.planTitle,
  now: momentOf(date('2024-12-24'), 8),
  to: [{ name: 'UBND huyện An Thịnh', email: 'ubnd@an-thinh.example' }],
  reports: [
    {
      name: 'Báo cáo quý I năm 2025',
      due: date('2024-12-20'),
      of: 21,
      missing: [{ name: 'xã An Bình', remark: 'Đơn vị chưa có sổ. Đề nghị tạo sổ và ghi mã sổ vào trang Đơn vị.' }, { name: 'xã An Hòa' }],
    },
  ],
};

const CASES: readonly (readonly [string, ReminderContent])[] = [
  ['nothing', content],
  ['recipients', { ...content, to: [] }],
  ['a second report', only(report)],
  ['anything that blocks', only(other)],
  ['a recipient of the report', only(omit(report, 'lacking'))],
  ['records to mend', only({ ...report, blocked: [] })],
  ['unwritten parts', only({ ...report, unwritten: [] })],
  ['an end of the window', only({ ...report, isOver: false, unwritten: [] })],
  ['the plan’s title', { ...content, planTitle: '' }],
];
describe.each(CASES)('a reminder without this: %s', (_, less) => {
  isSound(composeReminderMail(less), less.key);
  it('asks for one thing for each report', () => {
    const { text } = composeReminderMail(less);
    expect(text.split('\n').filter((line) => line.startsWith('Đề nghị'))).toHaveLength(less.reports.length);
  });
});

describe('a reminder', () => {
  const { subject, text, html } = composeReminderMail(content);

  it('says in its subject how many reports, or which one and when', () => {
    expect(subject).toBe('[CLB LTHTGN] Nhắc gửi báo cáo: 2 báo cáo đến hạn');
    expect(composeReminderMail(only(report)).subject).toBe(
      '[CLB LTHTGN] Nhắc gửi báo cáo: báo cáo năm 2024 đến hạn gửi ngày 20/12/2024 (còn 2 ngày)',
    );
  });
  it.each([
    ['2024-12-13', 'đến hạn gửi ngày 20/12/2024 (còn 7 ngày)'],
    ['2024-12-19', 'đến hạn gửi ngày 20/12/2024 (còn 1 ngày)'],
    ['2024-12-20', 'đến hạn gửi ngày 20/12/2024 (hôm nay)'],
    ['2024-12-21', 'đã quá hạn gửi ngày 20/12/2024 (đã qua 1 ngày)'],
    ['2024-12-21', 'đã đến hạn gửi ngày 20/12/2024 (đã qua 1 ngày)', '2024-12-23'],
  ])('on %s counts the days: %s', (on, said, lateAfter = '2024-12-20') => {
    expect(composeReminderMail({ ...only({ ...report, lateAfter: date(lateAfter) }), now: momentOf(date(on), 8) }).text).toContain(said);
  });
  it('counts what blocks by tab, asks for the parts nobody has written, and for nothing else', () => {
    expect(text).toContain('- Trang Thành viên: 3 dòng chưa tính được vào số liệu.');
    expect(text).toContain('- Trang Quỹ CLB: thiếu trang hoặc thiếu cột nên chưa đọc được.');
    expect(text).toContain('- Thuyết minh chưa có phần: I. Công tác chỉ đạo, triển khai; III. Đánh giá chung.');
    expect(text).toContain(
      'Đề nghị sửa các dòng nêu trên, ghi các phần còn thiếu ở trang Thuyết minh báo cáo, trình lãnh đạo duyệt rồi gửi báo cáo.',
    );
  });
  it('before the window is over asks for the data, not for an approval', () => {
    const early = composeReminderMail(only({ ...report, isOver: false, unwritten: [] })).text;
    expect(early).toContain('nhập đủ số liệu đến hết ngày 14/12/2024');
    expect(early).not.toContain('trình lãnh đạo');
  });
  it('says how to do it on a phone, and that it may be ignored', () => {
    for (const words of ['Làm trên điện thoại', 'ô Gửi báo cáo', 'Đề nghị bỏ qua thư này']) expect(textOfHtml(html)).toContain(words);
  });
  it('escapes what people typed, in HTML only', () => {
    const mail = composeReminderMail({ ...content, unit: 'xã A & B <i>' });
    expect(mail.html).toContain('Xã A &amp; B &lt;i&gt;');
    expect(mail.text).toContain('Xã A & B <i>');
  });
});

describe.each([
  ['nothing', escalation],
  ['recipients', { ...escalation, to: [] }],
  [
    'remarks',
    { ...escalation, reports: escalation.reports.map((one) => ({ ...one, missing: one.missing.map(({ name }) => ({ name })) })) },
  ],
] as const)('a list for the superior without this: %s', (_, less) => {
  isSound(composeEscalationMail(less), less.key);
});

it('the list for the superior names each missing unit once and says what is asked', () => {
  const { subject, text } = composeEscalationMail(escalation);
  expect(subject).toBe('[CLB LTHTGN] Đơn vị chưa gửi báo cáo: 2 đơn vị (24/12/2024)');
  expect(text).toContain('2/21 đơn vị chưa gửi dù đã được nhắc.');
  expect(text).toContain('- xã An Bình: Đơn vị chưa có sổ. Đề nghị tạo sổ');
  expect(text).toContain('- xã An Hòa: chưa gửi báo cáo.');
});

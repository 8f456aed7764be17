// The mail an official gets: the right figures in the right order, in three forms that agree, whatever is missing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { Target } from '../../rules/plan/target-schema.ts';
import { STATUS_LABELS } from '../../rules/progress/labels.ts';
import type { Status } from '../../rules/progress/progress.ts';
import type { MailText, ReportContent } from '../../rules/reporting/report-content.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';
import { barView } from '../../templates/report-mail/figure-view.ts';
import { summaryOf } from '../../templates/report-mail/view.ts';
import { aProgress, aShare, aShareTarget, aTally, sampleContent } from './sample-content.ts';
import { isSound, omit } from './sound-mail.ts';

const approved: ReportContent = { ...sampleContent, approval: { on: '2024-12-16' as IsoDate, by: 'Chủ tịch UBND xã' } };
const bare: ReportContent = {
  ...sampleContent,
  cc: [],
  replyTo: [],
  targets: [],
  clubs: [],
  notes: [],
  definitions: [],
  contact: { name: 'Lan', email: 'lan@quyky.example' },
};

/** The content with each optional or emptiable part left out once, at any depth. */
function* withOneLess(content: ReportContent): Generator<[string, ReportContent]> {
  yield ['approval present', approved];
  yield ['everything optional', bare];
  for (const field of ['to', 'cc', 'replyTo', 'targets', 'clubs', 'notes', 'definitions'] as const)
    yield [field, { ...content, [field]: [] }];
  const { phone: _phone, ...contact } = content.contact;
  yield ['phone', { ...content, contact }];
  for (const field of ['location', 'founded', 'members', 'older', 'women', 'borrowers', 'incomeFund', 'operatingFund'] as const)
    yield [`club ${field}`, { ...content, clubs: content.clubs.map((club) => omit(club, field)) }];
  for (const field of ['figure', 'clubs', 'readings', 'years', 'verdict'] as const)
    yield [`target ${field}`, { ...content, targets: content.targets.map((progress) => omit(progress, field)) }];
  for (const field of ['high', 'denominator'] as const)
    yield [
      `figure ${field}`,
      {
        ...content,
        targets: content.targets.map((progress) => ({ ...progress, ...(progress.figure ? { figure: omit(progress.figure, field) } : {}) })),
      },
    ];
  for (const status of Object.keys(STATUS_LABELS) as Status[])
    yield [`all ${status}`, { ...content, targets: content.targets.map((progress) => ({ ...progress, status })) }];
}
const cases = [['nothing missing', sampleContent] as [string, ReportContent], ...withOneLess(sampleContent)];

describe.each(cases)('the mail with this left out or set: %s', (_, content) => {
  const mail: MailText = composeReportMail(content);
  isSound(mail);
});

describe('the mail', () => {
  const mail = composeReportMail(sampleContent);

  it('says in subject and heading whether the leader has approved', () => {
    expect(mail.subject).toBe('[CLB LTHTGN] Xã Quy Kỳ – Báo cáo năm 2024 (số liệu đến 14/12/2024) – chưa được lãnh đạo duyệt');
    expect(mail.text.split('\n')[0]).toBe('Báo cáo số liệu tổng hợp tự động – chưa được lãnh đạo duyệt');
    const after = composeReportMail(approved);
    expect(after.subject).toContain(' – lãnh đạo đã duyệt ngày 16/12/2024');
    expect(after.html).toContain('Báo cáo số liệu tổng hợp tự động – lãnh đạo đã duyệt ngày 16/12/2024');
    expect(after.text).not.toContain('chưa được lãnh đạo');
  });
  it('names the former area after a merger', () => {
    const unit = { id: '05545', code: '05551', name: 'xã Kim Phượng', formerArea: 'địa bàn xã Quy Kỳ (cũ)' };
    const merged = composeReportMail({ ...sampleContent, unit });
    expect(merged.subject).toContain('Xã Kim Phượng, địa bàn xã Quy Kỳ (cũ) – ');
    expect(merged.text).toContain('Đơn vị: xã Kim Phượng, địa bàn xã Quy Kỳ (cũ) (mã đơn vị 05551)');
  });
  it('addresses every office, and first says what the reader should do', () => {
    const two = composeReportMail({ ...sampleContent, to: [...sampleContent.to, { name: 'Phòng Nội vụ', email: 'nv@dinhhoa.example' }] });
    expect(two.text).toContain('- Ủy ban nhân dân huyện Định Hóa;\n- Phòng Nội vụ.\n');
    const order = [
      'Kính gửi:',
      'Đồng kính gửi:',
      'ĐỀ NGHỊ QUÝ CƠ QUAN',
      'THÔNG TIN CHUNG',
      'CHỈ TIÊU',
      'CÂU LẠC BỘ',
      'LƯU Ý',
      'CÁCH HIỂU',
      'Mã báo cáo',
    ];
    const places = order.map((heading) => two.text.indexOf(heading));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
  it.each([
    [-4, 'Hạn gửi: ngày 20/12/2024 – gửi đúng hạn'],
    [0, 'Hạn gửi: ngày 20/12/2024 – gửi đúng hạn'],
    [3, 'Hạn gửi: ngày 20/12/2024 – quá hạn 3 ngày'],
  ])('with %i days late says "%s"', (daysLate, expected) => {
    expect(composeReportMail({ ...sampleContent, daysLate }).text).toContain(expected);
  });
  it('says when it was sent by the clock of Viet Nam', () => {
    expect(mail.text).toContain('09:05 ngày 16/12/2024 (giờ Việt Nam, UTC+7)');
  });
  it('shows what is not known as a dash, never as zero', () => {
    expect(mail.text).toContain('Thành viên: 52; NCT: từ 31 đến 33; nữ: –; vay vốn: –');
    expect(mail.text).toContain('quỹ hoạt động: chưa rõ');
  });
  it('marks what rests on totals and explains the mark', () => {
    expect(mail.text).toContain('174 thành viên (*)');
    expect(mail.text).toContain('(*) số liệu do CLB tự báo cáo, chưa có danh sách.');
    const lists = { ...bare, clubs: sampleContent.clubs.filter((club) => !club.fromTotals) };
    expect(composeReportMail(lists).text).not.toContain('(*)');
  });
  it('lists the readings of an ambiguous clause and the clubs that are not within the bar', () => {
    expect(mail.text).toContain(
      '- Cách hiểu 2: tính số CLB có ít nhất 50% thành viên được vay vốn (kế hoạch: 100%): 1/3 (33,3%) – chưa đạt',
    );
    expect(mail.text).toContain('- CLB xóm Bản Mới: 46/60 (76,7%) – vượt khung');
    expect(mail.text).not.toContain('- CLB xóm Thống Nhất 1: 40/62');
  });
  it('orders the data notes by weight, and says so when there are none', () => {
    expect(mail.text.indexOf('Phải sửa: TV0107')).toBeLessThan(mail.text.indexOf('Cần xem lại: TV0041'));
    expect(composeReportMail(bare).text).toContain('Không có lưu ý về số liệu trong kỳ này.');
  });
  it('is the same bytes every time', () => {
    expect(composeReportMail(sampleContent)).toEqual(mail);
  });
  it('addresses an office as an office does: no exclamation, no emoji, no "bạn"', () => {
    expect(mail.text).not.toMatch(/!|(^|\s)bạn\s|\p{Extended_Pictographic}/u);
  });
});

describe('small counts of sensitive attributes', () => {
  const target = { ...aShareTarget, part: { members: { circumstance: ['poor' as const] } }, of: { members: {} } };
  const mailOf = (figure: ReturnType<typeof aShare>, sensitive = true) =>
    composeReportMail({ ...bare, targets: [aProgress(sensitive ? target : aShareTarget, 'notMet', figure)] });

  it.each([1, 4])('are not told: %i', (count) => {
    const mail = mailOf(aShare(count, 61));
    expect(mail.text).toContain('Thực hiện: dưới 5/61 – chưa đạt');
    expect(mail.text).toContain('“Dưới 5”: không nêu số cụ thể');
    for (const part of [mail.text, mail.html])
      expect(part).not.toMatch(new RegExp(`${count}/61|${((100 * count) / 61).toFixed(1).replace('.', ',')}`));
    expect(mail.html).not.toContain('aria-hidden');
  });
  it('are told from 5 on', () => {
    expect(mailOf(aShare(5, 61)).text).toContain('5/61 (8,2%)');
  });
  it('hide the whole as well when it is small', () => {
    expect(mailOf(aShare(2, 3)).text).toContain('Thực hiện: dưới 5 – chưa đạt');
  });
  it('show an upper bound without telling the lower', () => {
    expect(mailOf(aShare(2, 61, { doubtful: 9 })).text).toContain('từ dưới 5 đến 11/61');
  });
  it('do not touch ordinary attributes', () => {
    expect(mailOf(aShare(2, 61), false).text).toContain('2/61 (3,3%)');
  });
  it('are hidden club by club, and in another reading', () => {
    const club = { club: 'CLB01', name: 'CLB xóm Bản Mới', status: 'notMet' as const, figure: aShare(3, 60), fromTotals: false };
    const { id, clause, title, text: words, deadline } = aShareTarget;
    const share = { of: { ethnicMinority: true } };
    const each: Target = {
      id,
      clause,
      title,
      text: words,
      deadline,
      kind: 'each-club',
      clubs: {},
      share,
      bar: { atLeast: 50 },
      unit: 'percent',
    };
    const text = composeReportMail({ ...bare, targets: [aProgress(each, 'notMet', aShare(0, 1), { clubs: [club] })] }).text;
    expect(text).toContain('CLB xóm Bản Mới: dưới 5/60 – chưa đạt');
    expect(text).toContain('Thực hiện: 0/1 CLB');
  });
});

it('prints any share as its two counts and their quotient, half up in whole numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 99 }), (of, missing) => {
      const part = Math.max(1, of - missing);
      const tenths = Math.floor((2 * 1000 * part + of) / (2 * of)); // exact: no quotient before the rounding
      const target = { ...aShareTarget, bar: { atMost: 0 } };
      const { text } = composeReportMail({ ...bare, targets: [aProgress(target, 'outside', aShare(part, of))] });
      expect(text).toContain(`Thực hiện: ${part}/${of} (${Math.floor(tenths / 10)},${tenths % 10}%) – vượt khung`);
    }),
  );
});

it('shows the deadline of a target that is not due', () => {
  const { text } = composeReportMail({ ...bare, targets: [aProgress(aShareTarget, 'notDue', aShare(1, 2))] });
  expect(text).toContain('hạn 31/12/2025\n   Thực hiện: 1/2 (50,0%) – chưa đến hạn');
});

it('stays under the size at which Gmail cuts a mail off, for forty clubs', () => {
  const clubs = Array.from(
    { length: 40 },
    (_, place) => ({ ...sampleContent.clubs[place % 3], code: `CLB${place}` }) as (typeof sampleContent.clubs)[number],
  );
  expect(Buffer.byteLength(composeReportMail({ ...sampleContent, clubs }).html)).toBeLessThan(102_000);
});

describe('a bar', () => {
  it('adds up to 100 for any bounds and goal', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (a, b, goal) => {
        const bar = barView(Math.min(a, b), Math.max(a, b), goal, '#000000');
        const widths = bar ? [bar.filled, bar.doubtful, bar.rest] : [];
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
        expect(widths.every((width) => Number.isInteger(width) && width >= 0)).toBe(true);
      }),
    );
  });
  it('is full only when the goal is reached, and not empty when something is', () => {
    expect(barView(99.9, 99.9, 100, '')).toMatchObject({ filled: 99, rest: 1 });
    expect(barView(0.1, 0.1, 100, '')).toMatchObject({ filled: 1, rest: 99 });
    expect(barView(174, 174, 150, '')).toMatchObject({ filled: 100, rest: 0 });
  });
});

describe('the summary', () => {
  it('accounts for every target', () => {
    const status = fc.constantFrom(...(Object.keys(STATUS_LABELS) as Status[]));
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 40 }), (statuses) => {
        const summary = summaryOf(statuses.map((one) => aProgress(aShareTarget, one)));
        const [met = 0, all = 0] = /^Đạt (\d+)\/(\d+)/.exec(summary)?.slice(1).map(Number) ?? [];
        const rest = [...summary.matchAll(/; (\d+) chỉ tiêu/g)].reduce((sum, match) => sum + Number(match[1]), 0);
        expect(all).toBe(statuses.length);
        expect(met + rest).toBe(all);
      }),
    );
  });
});

it.each([
  ['Báo cáo năm', 'năm 2024', 'Báo cáo năm 2024'],
  ['Báo cáo 6 tháng', '6 tháng đầu năm 2024', 'Báo cáo 6 tháng đầu năm 2024'],
  ['Báo cáo sơ kết', 'đến năm 2024', 'Báo cáo sơ kết đến năm 2024'],
  ['Báo cáo sơ kết', 'sơ kết giai đoạn 2023-2024', 'Báo cáo sơ kết giai đoạn 2023-2024'],
  ['Báo cáo sơ kết 3 năm', 'sơ kết giai đoạn 2021-2023', 'Báo cáo sơ kết 3 năm giai đoạn 2021-2023'],
  ['Báo cáo tổng kết Đề án', 'tổng kết giai đoạn 2021-2025', 'Báo cáo tổng kết Đề án giai đoạn 2021-2025'],
  ['Báo cáo quý', 'quý I năm 2025', 'Báo cáo quý I năm 2025'],
  ['Báo cáo tháng', 'tháng 3 năm 2025', 'Báo cáo tháng 3 năm 2025'],
  ['Báo cáo đột xuất', 'ngày 05/9/2024', 'Báo cáo đột xuất ngày 05/9/2024'],
])('joins "%s" and "%s" without saying a word twice', (title, label, expected) => {
  expect(reportName(title, label)).toBe(expected);
});

it('keeps the figures of a share whose whole is not known apart from a percentage', () => {
  const figure = { numerator: aTally(30), denominator: aTally(52, { open: true }), low: 0, high: 100 };
  expect(composeReportMail({ ...bare, targets: [aProgress(aShareTarget, 'noData', figure)] }).text).toContain(
    '30/≥52 (chưa tính được tỷ lệ) – chưa đủ số liệu',
  );
});

// Gửi thử, and the few lines to paste: what goes out, to whom, and what is not in it.
import { describe, expect, it } from 'vitest';
import { Problem } from '../../rules/problem.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import { testLetter } from '../../rules/reporting/test-mail.ts';
import { aTurn, at, aWorkbook, columnOf, readingOf, settingAt, tabIn, withoutFacts } from './a-workbook.ts';

const DAY = at('2024-12-17');
const LAN = { to: 'lan@quy-ky.example', mailbox: 'so-clb@dinh-hoa.example' };
const namesIn = (workbook: ReturnType<typeof aWorkbook>) =>
  tabIn(workbook, 'members')
    .slice(1)
    .map((row) => String(row[columnOf(workbook, 'members', 'name')]))
    .filter((name) => name.length > 5);

describe('a test mail', () => {
  it('is the mail as it would go out now, marked, to one person and nobody else', () => {
    const reading = readingOf(aWorkbook('2024-12-16'));
    const letter = testLetter(reading, settingAt(DAY), LAN);
    const { subject, html, text } = previewReport(reading, settingAt(DAY));
    expect(letter.subject).toBe(`[THỬ] ${subject}`);
    expect([letter.html, letter.text]).toEqual([html, text]);
    expect([letter.to, letter.cc, letter.replyTo]).toEqual([[{ email: LAN.to }], [], []]);
    expect(letter.key).not.toBe('quy-ky/05545/bao-cao-nam/2024/1');
  });

  it.each([
    ['Nơi nhận báo cáo', 'NO_RECIPIENT'],
    ['Người liên hệ', 'NO_CONTACT'],
  ])('without %s cannot go out either, and says why', (label, code) => {
    const workbook = aWorkbook('2024-12-16');
    withoutFacts(workbook, label);
    try {
      testLetter(readingOf(workbook), settingAt(DAY), LAN);
      expect.unreachable();
    } catch (error) {
      expect((error as Problem).code).toBe(code);
      expect(error).toBeInstanceOf(Problem);
    }
  });

  it('of a report that was sent is refused', () => {
    const workbook = aWorkbook();
    aTurn(workbook, at('2024-12-20'));
    expect(() =>
      testLetter(readingOf(workbook), settingAt(at('2024-12-20')), { ...LAN, report: 'quy-ky/05545/bao-cao-nam/2024/1' }),
    ).toThrow(Problem);
  });
});

describe('the few lines to paste', () => {
  it('say unit, report, cut-off, that it was not sent, and the figures; no member and no code', () => {
    const workbook = aWorkbook('2024-12-16');
    const { shortText } = previewReport(readingOf(workbook), settingAt(DAY));
    const lines = shortText.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'Xã Quy Kỳ – Báo cáo năm 2024',
      'Số liệu đến hết ngày 14/12/2024.',
      'Chưa gửi; hạn gửi ngày 20/12/2024.',
    ]);
    expect(lines[3]).toMatch(/^Kết quả: đạt \d+\/\d+ chỉ tiêu\.$/);
    expect(lines.length).toBeGreaterThan(5);
    for (const name of namesIn(workbook)) expect(shortText).not.toContain(name);
    expect(shortText).not.toMatch(/\b(TV|VV|CLB)\d{2,}|undefined|NaN|\d{4}-\d{2}-\d{2}/);
    expect(shortText).toBe(shortText.normalize('NFC'));
  });

  it('after sending say when and to whom', () => {
    const workbook = aWorkbook();
    aTurn(workbook, at('2024-12-20'));
    const later = previewReport(readingOf(workbook), { ...settingAt(at('2024-12-21')) });
    const shown = later.sent === true ? later.shortText : '';
    if (later.sent === true)
      expect(shown).toContain('Đã gửi lúc 08:00 ngày 20/12/2024, đến: UBND huyện Định Hóa; Ban đại diện Hội NCT huyện Định Hóa.');
    else expect(later.shortText).toContain('Chưa gửi');
  });
});

// The daily digest: who has sent and who has not, in the first sentence and in the tables, whatever is missing.
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import type { DigestContent, DigestUnit } from '../../rules/reporting/digest-content.ts';
import { composeDigestMail } from '../../templates/digest-mail/compose.ts';
import { toMime } from '../../templates/mime.ts';
import { textOfHtml } from './html.ts';
import { cityDigest } from './sample-city.ts';
import { isSound, omit } from './sound-mail.ts';

const allSent: DigestContent = {
  ...cityDigest,
  units: cityDigest.units.map(({ name }) => ({ name, state: 'sent', sentOn: '2024-12-20' as IsoDate, daysLate: 0 })),
};
const onDay = (day: string): DigestContent => ({ ...cityDigest, now: momentOf(day as IsoDate, 7, 0) });

function* withOneLess(content: DigestContent): Generator<[string, DigestContent]> {
  yield ['nothing', content];
  yield ['anybody missing', allSent];
  yield ['recipients', { ...content, to: [] }];
  yield ['units', { ...content, units: [] }];
  for (const field of ['sentOn', 'daysLate', 'remark'] as const)
    yield [`unit ${field}`, { ...content, units: content.units.map((unit) => omit(unit, field)) }];
  for (const state of ['sent', 'notSent', 'noRegister', 'unreachable'] as const)
    yield [`all ${state}`, { ...content, units: content.units.map((unit) => ({ ...unit, state })) }];
}
describe.each([...withOneLess(cityDigest)])('a digest without this: %s', (_, content) => {
  isSound(composeDigestMail(content), content.key);
});

describe('a digest', () => {
  const mail = composeDigestMail(cityDigest);

  it('says in its subject how many have sent, and on which day', () => {
    expect(mail.subject).toBe('[CLB LTHTGN] Tình hình gửi báo cáo năm 2024: 18/21 đơn vị đã gửi (22/12/2024)');
  });
  it('names the missing units in its first sentence', () => {
    const first = '18/21 đơn vị đã gửi; chưa gửi: phường Thống Nhất, phường Tân Tiến, xã Ea Tu.';
    expect(mail.text).toContain(`\n\n${first}\n`);
    expect(textOfHtml(mail.html)).toContain(first);
  });
  it('says plainly when everybody has sent', () => {
    const { subject, text } = composeDigestMail(allSent);
    expect(subject).toContain(': 21/21 đơn vị đã gửi (');
    expect(text).toContain('21/21 đơn vị đã gửi; tất cả các đơn vị đã gửi báo cáo.');
    expect(text).not.toMatch(/[Cc]hưa gửi|Đề nghị/);
    expect(text).toContain('tính trên số liệu của tất cả các đơn vị.');
  });
  it('counts as the content does: every unit stands in one of its tables', () => {
    const { text } = mail;
    const part = (from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to)).match(/^- /gm) ?? [];
    expect(part('Chưa gửi (3 đơn vị)', 'Đã gửi (18 đơn vị)')).toHaveLength(3);
    expect(part('Đã gửi (18 đơn vị)', 'Thời hạn')).toHaveLength(18);
    for (const { name } of cityDigest.units) expect(text).toContain(`- ${name}: `);
  });
  it('gives what keeps each missing unit, and one thing to do about it', () => {
    const missing = mail.text.split('\n').filter((line) => line.includes('Đề nghị'));
    expect(missing).toEqual([
      '- phường Thống Nhất: Đơn vị chưa có sổ. Đề nghị tạo sổ và ghi mã sổ vào trang Đơn vị.',
      '- phường Tân Tiến: Không mở được sổ của đơn vị. Đề nghị người quản trị khôi phục sổ hoặc ghi lại mã sổ ở trang Đơn vị.',
      '- xã Ea Tu: Chưa gửi báo cáo. Đề nghị nhắc đơn vị hoàn thành số liệu và gửi báo cáo.',
    ]);
  });
  it.each<[DigestUnit['state'], string | undefined]>([
    ['notSent', undefined],
    ['noRegister', undefined],
    ['unreachable', undefined],
    ['notSent', 'còn 3 nội dung phải sửa'],
    ['notSent', 'Đề nghị gọi điện cho đơn vị.'],
  ])('for a unit that is %s with the remark %j has a reason and a request', (state, remark) => {
    const units: DigestUnit[] = [{ name: 'xã Ea Tu', state, ...(remark === undefined ? {} : { remark }) }];
    const { text } = composeDigestMail({ ...cityDigest, units });
    expect(text).toMatch(/- xã Ea Tu: \p{Lu}[^.]+\. Đề nghị [^.]+\.\n/u);
  });
  it('says of each sent report when it came and whether in time', () => {
    expect(mail.text).toContain('- phường Tân Lập: 20/12/2024, đúng hạn\n');
    expect(mail.text).toContain('- phường Thắng Lợi: 22/12/2024, chậm 2 ngày\n');
  });
  it.each([
    ['2024-12-20', '20/12/2024 (hôm nay)', '25/12/2024 (còn 5 ngày)'],
    ['2024-12-22', '20/12/2024 (đã qua 2 ngày)', '25/12/2024 (còn 3 ngày)'],
    ['2024-12-25', '20/12/2024 (đã qua 5 ngày)', '25/12/2024 (hôm nay)'],
    ['2024-12-26', '20/12/2024 (đã qua 6 ngày)', '25/12/2024 (đã qua 1 ngày)'],
  ])('on %s shows both due days', (day, due, ownDue) => {
    const { text } = composeDigestMail(onDay(day));
    expect(text).toContain(`Hạn gửi của các đơn vị: ngày ${due}`);
    expect(text).toContain(`Hạn gửi báo cáo tổng hợp: ngày ${ownDue}`);
  });
  it('says what comes next, and announces no further mail on the last day', () => {
    expect(mail.text).toContain('Báo cáo tổng hợp của thành phố Buôn Ma Thuột đến hạn ngày 25/12/2024, tính trên số liệu đã nhận được');
    expect(mail.text).toContain('Thư này được gửi mỗi ngày một lần');
    expect(composeDigestMail(onDay('2024-12-25')).text).not.toContain('mỗi ngày một lần');
  });
  it('escapes what people typed, in HTML only', () => {
    const { html, text } = composeDigestMail({ ...cityDigest, units: [{ name: 'xã A & B <i>', state: 'notSent', remark: '<b>' }] });
    expect(html).toContain('xã A &amp; B &lt;i&gt;');
    expect(html).not.toMatch(/<i>|<b>/);
    expect(text).toContain('- xã A & B <i>: <b>');
  });
  it('holds no address and no figure of members', () => {
    expect(mail.text).not.toMatch(/@|thành viên|NCT/);
  });
  it('is read back by a foreign parser as it was written, without attachments', async () => {
    const from = { name: 'thành phố Buôn Ma Thuột', email: 'so-clb@bmt.example' };
    const letter = { key: cityDigest.key, from, to: cityDigest.to, cc: [], replyTo: [], ...mail, attachments: [] };
    const read = await simpleParser(toMime(letter, cityDigest.now));
    expect(read.subject).toBe(mail.subject);
    expect((read.text ?? '').replace(/\r\n/g, '\n').trim()).toBe(mail.text.trim());
    expect((read.html || '').replace(/\r\n/g, '\n').trim()).toBe(mail.html.trim());
    expect(read.attachments).toEqual([]);
  });
});

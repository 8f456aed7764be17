// The MIME writer, read back by two parsers that know nothing of it.
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { type Instant, type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import type { Address, Letter } from '../../rules/conversation.ts';
import { isMailAddress, toMime } from '../../templates/mime.ts';

const SENT = momentOf('2024-12-16' as IsoDate, 9, 5);
const aLetter = (more: Partial<Letter> = {}): Letter => ({
  key: '1QuyKy/yearly/2024/1',
  from: { name: 'UBND xã Quy Kỳ', email: 'so-clb@thainguyen.example' },
  to: [{ name: 'Ủy ban nhân dân huyện Định Hóa', email: 'ubnd@dinhhoa.example' }],
  cc: [{ email: 'hnct@dinhhoa.example' }],
  replyTo: [{ name: 'Hà', email: 'ha@quyky.example' }, { email: 'lan@quyky.example' }],
  subject: 'Xã Quy Kỳ – Báo cáo năm 2024 – chưa được lãnh đạo duyệt',
  html: '<p>Kính gửi</p>\n',
  text: 'Kính gửi\n',
  attachments: [],
  ...more,
});

interface Read {
  readonly subject: string | undefined;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: readonly number[] }[];
}
type Mailbox = { readonly name?: string | undefined; readonly address?: string | undefined };
const person = ({ name, address = '' }: Mailbox): Address => ({ ...(name ? { name } : {}), email: address });
const people = (list: readonly Mailbox[] | undefined): Address[] => (list ?? []).map(person);

async function byMailparser(raw: string): Promise<Read> {
  const mail = await simpleParser(raw);
  const values = (field: typeof mail.to) => people([field ?? []].flat().flatMap(({ value }) => value));
  return {
    subject: mail.subject,
    from: person(mail.from?.value[0] ?? {}),
    to: values(mail.to),
    cc: values(mail.cc),
    replyTo: values(mail.replyTo),
    html: (mail.html || '').replace(/\r\n/g, '\n'),
    text: (mail.text ?? '').replace(/\r\n/g, '\n'),
    attachments: mail.attachments.map(({ filename = '', contentType, content }) => ({
      name: filename,
      type: contentType,
      bytes: [...content],
    })),
  };
}
async function byPostalMime(raw: string): Promise<Read> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const bytes = (content: string | ArrayBuffer | Uint8Array) => [...new Uint8Array(typeof content === 'string' ? [] : content)];
  return {
    subject: mail.subject,
    from: person(mail.from ?? {}),
    to: people(mail.to),
    cc: people(mail.cc),
    replyTo: people(mail.replyTo),
    html: (mail.html ?? '').replace(/\r\n/g, '\n'),
    text: (mail.text ?? '').replace(/\r\n/g, '\n'),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      bytes: bytes(content),
    })),
  };
}
const PARSERS = [
  ['mailparser', byMailparser],
  ['postal-mime', byPostalMime],
] as const;

/** Any text a person may type or paste: letters of any script, quotes, commas, line ends. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('ế', 'Ữ', 'đ', '–', ' ', '"', '\\', ',', '<', '>', '@', '(', ';', '=?', '\r\n', 'a', '𠀋', 'e\u0323\u0302'),
    maxLength: 120,
  }),
);
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

describe.each(PARSERS)('a letter read by %s', (_, read) => {
  it('keeps subject, people and both bodies', async () => {
    const letter = aLetter();
    expect(await read(toMime(letter, SENT))).toMatchObject({
      subject: letter.subject,
      from: letter.from,
      to: letter.to,
      cc: letter.cc,
      replyTo: letter.replyTo,
      html: letter.html,
      attachments: [],
    });
  });
  it('keeps any subject, on one line', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (subject) => {
        expect((await read(toMime(aLetter({ subject }), SENT))).subject ?? '').toBe(onOneLine(subject));
      }),
    );
  });
  it('keeps any name of a person beside the right address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 4 }), async (names) => {
        const to = names.map((name, place) => ({ name, email: `minh${place}@dinhhoa.example` }));
        const expected = to.map(({ name, email }) => (onOneLine(name) === '' ? { email } : { name: onOneLine(name), email }));
        expect((await read(toMime(aLetter({ to }), SENT))).to).toEqual(expected);
      }),
    );
  });
  it('keeps any body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (body) => {
        const words = body.replace(/[\p{Cc}]/gu, ' ');
        const mail = await read(toMime(aLetter({ text: `Kính gửi\n${words}.`, html: `<p>${words}.</p>` }), SENT));
        expect(mail.text.replace(/\n$/, '')).toBe(`Kính gửi\n${words}.`);
        expect(mail.html.replace(/\n$/, '')).toBe(`<p>${words}.</p>`);
      }),
    );
  });
  it('keeps attachments, their bytes and their names', async () => {
    const names = fc.string({ unit: fc.constantFrom('a', 'ế', 'Đ', ' ', '"', ';', "'", '%', '(', '\n', '_'), minLength: 1, maxLength: 90 });
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
        const file = { name: `x${name}.docx`, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes };
        const mail = await read(toMime(aLetter({ attachments: [file, file] }), SENT));
        const expected = { name: onOneLine(file.name), type: file.type, bytes: [...bytes] };
        expect(mail.attachments).toEqual([expected, expected]);
        expect(mail.html).toBe(aLetter().html);
      }),
    );
  });
});

describe('the message itself', () => {
  const many = Array.from({ length: 12 }, (_, place) => ({
    name: `Ủy ban nhân dân xã số ${place}, huyện Định Hóa`,
    email: `xa${place}@thainguyen.example`,
  }));
  const long = aLetter({
    subject: 'Báo cáo kết quả thực hiện Đề án nhân rộng mô hình Câu lạc bộ Liên thế hệ tự giúp nhau – lần 2',
    to: many,
  });

  it('is ASCII, ends every line in CRLF, and has no line over 76 characters', () => {
    for (const line of toMime(long, SENT).split('\r\n')) {
      expect(line).toMatch(/^[\x20-\x7e\t]*$/);
      expect(line.length).toBeLessThanOrEqual(76);
    }
  });
  it('folds the subject into words of at most 75 characters, each of whole characters', () => {
    const words = toMime(long, SENT).match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? [];
    expect(words.length).toBeGreaterThan(12);
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(75);
      expect(Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).not.toContain('\ufffd');
    }
  });
  it('has the same bytes for the same letter and moment', () => {
    expect(toMime(long, SENT)).toBe(toMime(long, SENT));
  });
  it('has another boundary for another key', () => {
    const boundary = (key: string) => /boundary="([^"]+)"/.exec(toMime(aLetter({ key }), SENT))?.[1];
    expect(boundary('a/yearly/2024/1')).not.toBe(boundary('a/yearly/2024/2'));
  });
  it.each([
    ['2024-12-16', 9, 5, 'Mon, 16 Dec 2024 09:05:00 +0700'],
    ['2024-02-29', 0, 0, 'Thu, 29 Feb 2024 00:00:00 +0700'],
    ['2025-01-01', 23, 59, 'Wed, 1 Jan 2025 23:59:00 +0700'],
  ])('is dated %s %i:%i by the clock of Viet Nam', (date, hour, minute, expected) => {
    expect(toMime(aLetter(), momentOf(date as IsoDate, hour, minute))).toContain(`\r\nDate: ${expected}\r\n`);
  });
  it('has a date every parser reads as the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4_000_000_000 }), async (seconds) => {
        const mail = await simpleParser(toMime(aLetter(), (seconds * 1000) as Instant));
        expect(mail.date?.getTime()).toBe(seconds * 1000);
      }),
    );
  });
  it('says that a machine wrote it, and which delivery it is', async () => {
    const { headers } = await simpleParser(toMime(aLetter(), SENT));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-ishc-key')).toBe('1QuyKy/yearly/2024/1');
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f]{32}@thainguyen\.example>$/);
  });
  it('leaves out headers that would be empty', () => {
    expect(toMime(aLetter({ cc: [], replyTo: [] }), SENT)).not.toMatch(/^(Cc|Reply-To):/m);
  });
});

describe('a header', () => {
  const hostile = 'Lan\r\nBcc: minh@elsewhere.example\r\n\r\n<script>';

  it.each<[string, Partial<Letter>]>([
    ['subject', { subject: hostile }],
    ['sender', { from: { name: hostile, email: 'lan@quyky.example' } }],
    ['recipient', { to: [{ name: hostile, email: 'lan@quyky.example' }] }],
    ['key', { key: hostile }],
    ['file name', { attachments: [{ name: hostile, type: 'text/plain', bytes: new Uint8Array(1) }] }],
    ['file type', { attachments: [{ name: 'a.txt', type: hostile, bytes: new Uint8Array(1) }] }],
  ])('cannot be added through the %s', async (_, more) => {
    const raw = toMime(aLetter(more), SENT);
    expect(raw).not.toMatch(/^bcc:/im);
    const { headers, html } = await simpleParser(raw);
    expect(headers.has('bcc')).toBe(false);
    expect(html).toContain('<p>Kính gửi</p>');
  });
  it.each([
    'lan@quyky.example\r\nBcc: x@y.example',
    'lan@quyky.example, minh@y.example',
    '<lan@quyky.example>',
    'lan',
    'lan@quyky',
    'lần@quyky.example',
    '',
  ])('cannot be added through the address %j', (email) => {
    expect(isMailAddress(email)).toBe(false);
    expect(() => toMime(aLetter({ to: [{ email }] }), SENT)).toThrow(RangeError);
  });
  it.each(['lan@quyky.example', 'so.clb+quyky@mail.thainguyen.gov.vn.example'])('takes the plain address %s', (email) => {
    expect(isMailAddress(email)).toBe(true);
  });
});

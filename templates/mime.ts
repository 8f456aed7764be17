// A letter as a MIME message: pure ASCII, every line at most 76 characters, no header taken over unchecked.
// Its own small writer, because none on npm runs inside Apps Script (no Buffer, btoa, TextEncoder there).
import { base64 } from '../rules/base64.ts';
import { dayOf, daysBetween, type Instant, type IsoDate, localDate, localTime, monthOf, yearOf } from '../rules/calendar-date.ts';
import type { Address, Letter } from '../rules/conversation.ts';
import { sha256Hex, utf8 } from '../rules/hash.ts';
import { base64Lines } from './base64.ts';

const CRLF = '\r\n';
const DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']; // 1970-01-01 was a Thursday
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whether a mail can be sent to it: one plain ASCII address, without a name or comment (RFC 5321 limits). */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/.test(text)
  );
}

/** One line of text: whatever could end or bend a header becomes a space. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const hash = (text: string): string => sha256Hex(text).slice(0, 32);

/** Text as encoded words (RFC 2047), each at most 75 characters and whole characters; the first leaves room for `used`. */
function encodedWords(text: string, used: number): string {
  const words: string[] = [];
  let word: number[] = [];
  let room = Math.floor((75 - used - 12) / 4) * 3; // 12 for =?UTF-8?B??=
  for (const character of text) {
    const bytes = utf8(character);
    if (word.length + bytes.length > room) {
      words.push(base64(Uint8Array.from(word)));
      word = [];
      room = 45;
    }
    word.push(...bytes);
  }
  words.push(base64(Uint8Array.from(word)));
  return words.map((encoded) => `=?UTF-8?B?${encoded}?=`).join(`${CRLF} `);
}

/** Plain where a header may hold it as it is, else encoded words. */
const headerText = (text: string, used: number): string =>
  /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length + used <= 75 ? text : encodedWords(text, used);

function addressText({ name, email }: Address): string {
  if (!isMailAddress(email)) throw new RangeError(`not a mail address: ${JSON.stringify(email)}`);
  const shown = oneLine(name ?? '');
  if (shown === '') return email;
  const plain = /^[\x20-\x7e]*$/.test(shown) && !shown.includes('=?') && shown.length <= 60;
  return `${plain ? `"${shown.replace(/["\\]/g, '\\$&')}"` : encodedWords(shown, 10)}${CRLF} <${email}>`;
}

const addressHeader = (name: string, addresses: readonly Address[]): string[] =>
  addresses.length === 0 ? [] : [`${name}: ${addresses.map(addressText).join(`,${CRLF} `)}`];

function dateText(moment: Instant): string {
  const date = localDate(moment);
  const weekday = DAYS[((daysBetween('1970-01-01' as IsoDate, date) % 7) + 7) % 7];
  const seconds = ((Math.floor(moment / 1000) % 60) + 60) % 60;
  const clock = `${localTime(moment)}:${String(seconds).padStart(2, '0')}`;
  return `${weekday}, ${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${String(yearOf(date)).padStart(4, '0')} ${clock} +0700`;
}

const leaf = (headers: readonly string[], bytes: Uint8Array): string =>
  [...headers, 'Content-Transfer-Encoding: base64', '', base64Lines(bytes)].join(CRLF);

const textLeaf = (type: string, text: string): string =>
  leaf([`Content-Type: ${type}; charset=UTF-8`], utf8(text.replace(/\r\n|\r|\n/g, CRLF)));

/** `filename="a.docx"`, or RFC 2231 pieces for a name that is not plain ASCII. */
function fileName(name: string): string {
  const shown = oneLine(name) || 'tep-dinh-kem';
  if (/^[\w. ()+-]{1,50}$/.test(shown)) return `;${CRLF} filename="${shown}"`;
  const pieces: string[] = [];
  let piece = "UTF-8''";
  for (const character of shown) {
    const encoded = /^[A-Za-z0-9._-]$/.test(character)
      ? character
      : [...utf8(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    if (piece.length + encoded.length > 56) {
      pieces.push(piece);
      piece = '';
    }
    piece += encoded;
  }
  pieces.push(piece);
  return pieces.map((text, index) => `;${CRLF} filename*${index}*=${text}`).join('');
}

/** A name for programs that know nothing of RFC 2231: what is not plain ASCII is written without its marks, or as a hyphen. */
const plainName = (name: string): string =>
  oneLine(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w.()+-]+/g, '-')
    .replace(/^(.{0,40}).*?(\.\w{1,8})?$/, '$1$2') || 'tep-dinh-kem';

function attachment({ name, type, bytes }: Letter['attachments'][number]): string {
  const safeType = /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(type) ? type : 'application/octet-stream';
  return leaf(
    [`Content-Type:${CRLF} ${safeType};${CRLF} name="${plainName(name)}"`, `Content-Disposition: attachment${fileName(name)}`],
    bytes,
  );
}

/** Parts under one head. A boundary holds `_`, which base64 never does. */
function multipart(kind: 'alternative' | 'mixed', key: string, parts: readonly string[]): string {
  const boundary = `ishc_${hash(`${kind} ${key}`)}`;
  const body = parts.map((part) => `--${boundary}${CRLF}${part}${CRLF}`).join('');
  return `Content-Type: multipart/${kind};${CRLF} boundary="${boundary}"${CRLF}${CRLF}${body}--${boundary}--${CRLF}`;
}

/**
 * The message as Gmail takes it. The same letter and date give the same bytes.
 * Throws a RangeError when an address is none (RFC 5322, 2045-2047, 2231; Auto-Submitted: RFC 3834).
 */
export function toMime(letter: Letter, date: Instant): string {
  const alternative = multipart('alternative', letter.key, [textLeaf('text/plain', letter.text), textLeaf('text/html', letter.html)]);
  const subject = oneLine(letter.subject);
  const head = [
    'MIME-Version: 1.0',
    `Date: ${dateText(date)}`,
    `Message-ID: <${hash(`message ${letter.key}`)}@${letter.from.email.slice(letter.from.email.indexOf('@') + 1)}>`,
    ...addressHeader('From', [letter.from]),
    ...addressHeader('To', letter.to),
    ...addressHeader('Cc', letter.cc),
    ...addressHeader('Reply-To', letter.replyTo),
    `Subject: ${headerText(subject, 9)}`,
    'Auto-Submitted: auto-generated',
    'Content-Language: vi',
    `X-ISHC-Key: ${letter.key.replace(/[^\x21-\x7e]/g, '_').slice(0, 900)}`,
  ];
  const body =
    letter.attachments.length === 0 ? alternative : multipart('mixed', letter.key, [alternative, ...letter.attachments.map(attachment)]);
  return `${head.join(CRLF)}${CRLF}${body}`;
}

// A mailbox as the page shows it: letters with their HTML, their plain text and their attachments.
import { messageOf, messagesOf, type StoredMessage } from '../gmail/mailbox.ts';
import { headerOf, type Part, parseMessage } from '../gmail/mime.ts';
import type { Store } from '../store.ts';
import type { MailView } from './protocol.ts';

/** A header's encoded words (RFC 2047) as text. */
export function decodedHeader(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_all, charset: string, kind: string, text: string) => {
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replaceAll('_', ' ')
                .replace(/=([0-9A-F]{2})/gi, (_hex, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
              'latin1',
            );
      return decodedText(bytes, charset);
    });
}

function decodedText(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8'); // a charset that nobody knows
  }
}

const leaves = (part: Part): readonly Part[] => (part.parts.length === 0 ? [part] : part.parts.flatMap(leaves));

const typeOf = (part: Part): string => headerOf(part.headers, 'content-type') ?? 'text/plain';
const textOf = (part: Part | undefined): string =>
  part === undefined ? '' : decodedText(part.body, /charset="?([^";\s]+)"?/i.exec(typeOf(part))?.[1] ?? 'utf-8');

/** The file name, as RFC 2231 or an encoded word may write it. */
function nameOf(part: Part): string {
  const headers = `${headerOf(part.headers, 'content-disposition') ?? ''};${typeOf(part)}`;
  const extended = /(?:file)?name\*=(?:utf-8|us-ascii)''([^;\s]+)/i.exec(headers)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return decodedHeader(part.filename || (/name="?([^";]+)"?/i.exec(headers)?.[1] ?? ''));
}

const isAttachment = (part: Part): boolean =>
  /^attachment/i.test(headerOf(part.headers, 'content-disposition') ?? '') || !part.mimeType.startsWith('text/') || nameOf(part) !== '';

const attachmentsOf = (message: StoredMessage): readonly Part[] =>
  leaves(parseMessage(Buffer.from(message.raw, 'base64url'))).filter(isAttachment);

function viewOf(mailbox: string, message: StoredMessage): MailView {
  const whole = parseMessage(Buffer.from(message.raw, 'base64url'));
  const header = (name: string): string => decodedHeader(headerOf(whole.headers, name) ?? '');
  const bodies = leaves(whole).filter((part) => !isAttachment(part));
  return {
    id: message.id,
    at: message.at,
    from: header('from'),
    to: header('to'),
    cc: header('cc'),
    subject: header('subject'),
    html: textOf(bodies.find(({ mimeType }) => mimeType === 'text/html')),
    text: textOf(bodies.find(({ mimeType }) => mimeType === 'text/plain')),
    sent: message.labelIds.includes('SENT'),
    unread: message.labelIds.includes('UNREAD'),
    attachments: attachmentsOf(message).map((part, index) => ({
      name: nameOf(part),
      type: part.mimeType,
      size: part.body.length,
      href: `/_workspace/page/attachment?${new URLSearchParams({ mailbox, message: message.id, part: String(index) })}`,
    })),
  };
}

/** The letters of a mailbox, newest first; drafts are nobody's mail yet. */
export function mailView(store: Store, mailbox: string): MailView[] {
  return messagesOf(store, mailbox)
    .filter(({ labelIds }) => !labelIds.includes('DRAFT'))
    .sort((left, right) => right.at - left.at)
    .map((message) => viewOf(mailbox, message));
}

/** One attachment's name, type and bytes; undefined when there is none. */
export function attachmentOf(
  store: Store,
  mailbox: string,
  message: string,
  part: number,
): { readonly name: string; readonly type: string; readonly content: Buffer } | undefined {
  const stored = messageOf(store, mailbox, message);
  const found = stored === undefined ? undefined : attachmentsOf(stored)[part];
  return found === undefined ? undefined : { name: nameOf(found), type: found.mimeType, content: found.body };
}

// Whether a message in a report's thread is its receiver's answer, told from its headers alone: nobody reads what people write.
import type { Address } from '../conversation.ts';

/** One header of a message, as Gmail gives it. */
export interface MessageHeader {
  readonly name?: string | null | undefined;
  readonly value?: string | null | undefined;
}
export interface ThreadMessage {
  readonly labelIds?: readonly string[] | null | undefined;
  readonly headers: readonly MessageHeader[];
}

/** The headers that are asked for, and no others. */
export const REPLY_HEADERS = [
  'From',
  'Auto-Submitted',
  'Precedence',
  'X-Autoreply',
  'X-Autorespond',
  'Return-Path',
  'X-Auto-Response-Suppress',
  'Content-Type',
] as const;

/**
 * A reply counts when it comes from an address that the report was sent to and nobody's machine wrote it: anybody can write into a thread,
 * and the commune's own people do. https://www.rfc-editor.org/rfc/rfc3834
 */
export function isReply({ labelIds, headers }: ThreadMessage, receivers: readonly Pick<Address, 'email'>[]): boolean {
  if ((labelIds ?? []).some((label) => OWN_LABELS.includes(label))) return false;
  const from = addressIn(headerIn(headers, 'from'));
  const isFromReceiver = from !== undefined && receivers.some(({ email }) => email.trim().toLowerCase() === from);
  return isFromReceiver && !isAutomatic(headers);
}

/** What we sent ourselves, and what the mailbox holds to be rubbish. */
const OWN_LABELS = ['SENT', 'DRAFT', 'SPAM', 'TRASH'];

function isAutomatic(headers: readonly MessageHeader[]): boolean {
  const [submitted, precedence, path, type] = ['auto-submitted', 'precedence', 'return-path', 'content-type'].map((name) =>
    headerIn(headers, name),
  );
  return (
    (submitted !== undefined && !/^\s*no\b/i.test(submitted)) ||
    /^\s*(bulk|junk|list|auto_reply)\b/i.test(precedence ?? '') ||
    headerIn(headers, 'x-autoreply') !== undefined ||
    headerIn(headers, 'x-autorespond') !== undefined ||
    /^\s*(<\s*>)?\s*$/.test(path ?? 'none') ||
    /^\s*multipart\/report\b/i.test(type ?? '')
  );
}

const headerIn = (headers: readonly MessageHeader[], wanted: string): string | undefined =>
  headers.find(({ name }) => name?.toLowerCase() === wanted)?.value ?? undefined;

/** The address of a From header with one author. */
function addressIn(from: string | undefined): string | undefined {
  const bare = (from ?? '').replace(/"(?:[^"\\]|\\.)*"/g, ''); // a quoted name may hold anything
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(bare)?.[1];
  const alone = /^\s*([^<>\s,;]+@[^<>\s,;]+)\s*$/.exec(bare)?.[1];
  return (inBrackets ?? alone)?.toLowerCase();
}

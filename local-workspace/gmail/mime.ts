// The little of MIME that a mailbox needs: headers, addresses, parts, and the Message-ID that Gmail puts in.

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Part {
  readonly headers: readonly Header[];
  readonly mimeType: string;
  readonly filename: string;
  readonly body: Buffer;
  readonly parts: readonly Part[];
}

function split(raw: Buffer): { head: string; body: Buffer } {
  const text = raw.toString('latin1');
  const blank = /\r?\n\r?\n/.exec(text);
  if (blank === null) return { head: text, body: Buffer.alloc(0) };
  return { head: text.slice(0, blank.index), body: raw.subarray(blank.index + blank[0].length) };
}

/** The headers in their order, folded lines joined. */
export function headersOf(raw: Buffer): Header[] {
  const unfolded = Buffer.from(split(raw).head, 'latin1')
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
  });
}

/** The first header of that name. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The addresses in To, Cc and Bcc, in lower case, each once. */
export function recipientsOf(headers: readonly Header[]): string[] {
  const lists = headers.filter(({ name }) => /^(to|cc|bcc)$/i.test(name)).map(({ value }) => value);
  const addresses = lists.flatMap((list) => list.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []);
  return [...new Set(addresses.map((address) => address.toLowerCase()))];
}

export interface Posting {
  readonly messageId: string;
  readonly user: string;
  readonly at: number;
  /** The sender's own copy keeps Bcc; what recipients get does not. */
  readonly keepBcc: boolean;
}

/** The message as Gmail sends it: its own Message-ID, a Date, and From with the mailbox's own address. */
export function asPosted(raw: Buffer, { messageId, user, at, keepBcc }: Posting): Buffer {
  const { head, body } = split(raw);
  const given = head.split(/\r?\n(?![ \t])/).filter((line) => !/^message-id:/i.test(line) && (keepBcc || !/^bcc:/i.test(line)));
  const lines = [`Message-ID: ${messageId}`, ...given.map((line) => (/^from:/i.test(line) ? fromOf(line, user) : line))];
  if (!given.some((line) => /^from:/i.test(line))) lines.push(`From: ${user}`);
  if (!given.some((line) => /^date:/i.test(line))) lines.push(`Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** The display name stays; an address that is not the mailbox's own is replaced by it. */
function fromOf(line: string, user: string): string {
  const address = /([^\s<>,;:"]+@[^\s<>,;:"]+)>?\s*$/.exec(line)?.[1];
  if (address?.toLowerCase() === user.toLowerCase()) return line;
  const name = /^from:\s*(.*?)\s*<[^<]*$/is.exec(line)?.[1] ?? '';
  return name === '' ? `From: ${user}` : `From: ${name} <${user}>`;
}

function decoded(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body.toString('latin1').replace(/=\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

const parameter = (header: string, name: string): string | undefined => new RegExp(`${name}="?([^";]+)"?`, 'i').exec(header)?.[1];

/** The tree of parts. */
export function parseMessage(raw: Buffer): Part {
  const headers = headersOf(raw);
  const { body } = split(raw);
  const type = headerOf(headers, 'content-type') ?? 'text/plain';
  const mimeType = type.split(';')[0]?.trim().toLowerCase() ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  const filename = parameter(headerOf(headers, 'content-disposition') ?? '', 'filename') ?? '';
  if (!mimeType.startsWith('multipart/') || boundary === undefined) {
    return {
      headers,
      mimeType,
      filename,
      body: decoded(body, (headerOf(headers, 'content-transfer-encoding') ?? '').toLowerCase()),
      parts: [],
    };
  }
  const sections = body
    .toString('latin1')
    .split(new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?[ \\t]*(?:\\r?\\n|$)`));
  const parts = sections.slice(1, -1).map((section) => parseMessage(Buffer.from(section, 'latin1')));
  return { headers, mimeType, filename, body: Buffer.alloc(0), parts };
}

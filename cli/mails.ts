// The mails a workspace has sent, as files: one .eml per delivery key, and what is attached to it beside it. The same bytes at every export.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GoogleClients } from '../functions/google-clients.ts';
import { type Part, parseMessage } from '../local-workspace/gmail/mime.ts';
import { writeWhole } from './whole-file.ts';

export interface SentMail {
  readonly id: string;
  readonly key: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** base64url */
  readonly raw: string;
}

/** Every sent mail that carries a delivery's key, oldest first. */
export async function sentMails({ gmail }: GoogleClients): Promise<SentMail[]> {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await gmail.users.messages.list({
      userId: 'me',
      labelIds: ['SENT'],
      maxResults: 500,
      ...(pageToken ? { pageToken } : {}),
    });
    ids.push(...(data.messages ?? []).flatMap(({ id }) => (id ? [id] : [])));
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken);
  const mails = await Promise.all(ids.reverse().map((id) => mailOf(gmail, id)));
  return mails.filter(({ key }) => key !== '');
}

async function mailOf(gmail: GoogleClients['gmail'], id: string): Promise<SentMail> {
  const [headers, message] = await Promise.all([
    gmail.users.messages.get({ userId: 'me', id, format: 'metadata', metadataHeaders: ['X-ISHC-Key', 'To', 'Cc'] }),
    gmail.users.messages.get({ userId: 'me', id, format: 'raw' }),
  ]);
  const header = (name: string) => headers.data.payload?.headers?.find((one) => one.name?.toLowerCase() === name)?.value ?? '';
  const addresses = (name: string) => [...header(name).matchAll(/[^\s<>,;"]+@[^\s<>,;"]+/g)].map(([address]) => address);
  return { id, key: header('x-ishc-key'), to: addresses('to'), cc: addresses('cc'), raw: message.data.raw ?? '' };
}

/**
 * Writes each mail below a folder, with its attachments in a folder of the mail's name; answers with the mail's file by mail id. A second
 * mail of a key would get a name of its own.
 */
export function writeMails(mails: readonly SentMail[], folder: string): ReadonlyMap<string, string> {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  const used = new Set<string>();
  for (const { id, key, raw } of mails) {
    const name = key.replace(/[^a-z0-9.-]+/gi, '-');
    const stem = used.has(name) ? `${name}-${id}` : name;
    used.add(name);
    const bytes = Buffer.from(raw, 'base64url');
    writeWhole(join(folder, `${stem}.eml`), bytes);
    for (const { filename, body } of attachmentsOf(parseMessage(bytes))) {
      mkdirSync(join(folder, stem), { recursive: true });
      writeWhole(join(folder, stem, basename(filename)), body);
    }
    files.set(id, `${stem}.eml`);
  }
  return files;
}

const attachmentsOf = (part: Part): readonly Part[] => (part.filename === '' ? part.parts.flatMap(attachmentsOf) : [part]);

// Mailboxes: messages, drafts and threads of every account, and how a message gets from one to another.
import { badRequest, entityNotFound } from '../google-error.ts';
import { isAccount } from '../oauth.ts';
import type { Store } from '../store.ts';
import { asPosted, headerOf, headersOf, recipientsOf } from './mime.ts';

export interface StoredMessage {
  readonly id: string;
  readonly threadId: string;
  readonly user: string;
  readonly labelIds: readonly string[];
  readonly at: number;
  readonly historyId: string;
  /** base64url */
  readonly raw: string;
}

export interface StoredDraft {
  readonly id: string;
  readonly user: string;
  readonly messageId: string;
}

export interface NewMessage {
  readonly raw: Buffer;
  readonly threadId?: string | undefined;
}

const keyOf = (user: string, id: string): string => `${user}/${id}`;
const MOST_BYTES = 36_700_160;

export function messageOf(store: Store, user: string, id: string): StoredMessage | undefined {
  return store.get<StoredMessage>('messages', keyOf(user, id));
}

/** The messages of a mailbox, newest first. */
export function messagesOf(store: Store, user: string): StoredMessage[] {
  return store
    .values<StoredMessage>('messages')
    .filter((message) => message.user === user)
    .reverse();
}

export function draftOf(store: Store, user: string, id: string): StoredDraft {
  const draft = store.get<StoredDraft>('drafts', keyOf(user, id));
  if (draft === undefined) throw entityNotFound();
  return draft;
}

export function draftsOf(store: Store, user: string): StoredDraft[] {
  return store
    .values<StoredDraft>('drafts')
    .filter((draft) => draft.user === user)
    .reverse();
}

const hexId = (store: Store): string => `19${store.mint('message').toString('hex').slice(0, 14)}`;

function historyId(store: Store): string {
  return String(1000 + store.count('history'));
}

/** The current history id of all mailboxes. */
export function latestHistory(store: Store): string {
  return String(1000 + (store.get<number>('counters', 'history') ?? 0));
}

function addMessage(
  store: Store,
  user: string,
  labelIds: readonly string[],
  raw: Buffer,
  threadId: string | undefined,
  at: number,
): StoredMessage {
  const id = hexId(store);
  const message: StoredMessage = {
    id,
    threadId: threadId ?? id,
    user,
    labelIds,
    at,
    historyId: historyId(store),
    raw: raw.toString('base64url'),
  };
  store.put('messages', keyOf(user, id), message);
  return message;
}

/** A thread can only be continued where it exists: 404 otherwise, as with Google. */
function checkThread(store: Store, user: string, threadId: string | undefined): void {
  if (threadId === undefined) return;
  if (!messagesOf(store, user).some((message) => message.threadId === threadId)) throw entityNotFound();
}

function checkSize(raw: Buffer): void {
  if (raw.length > MOST_BYTES) throw badRequest('Message too large.');
}

export function createDraft(store: Store, user: string, given: NewMessage, at: number): StoredDraft {
  checkThread(store, user, given.threadId);
  checkSize(given.raw);
  const message = addMessage(store, user, ['DRAFT'], given.raw, given.threadId, at);
  const number = store.mint('draft').readBigUInt64BE() >> 1n;
  const draft: StoredDraft = { id: `r${number}`, user, messageId: message.id };
  store.put('drafts', keyOf(user, draft.id), draft);
  return draft;
}

/** Replaces a draft's message: the message gets a new id, the thread stays. */
export function updateDraft(store: Store, user: string, id: string, given: NewMessage, at: number): StoredDraft {
  const draft = draftOf(store, user, id);
  const old = messageOf(store, user, draft.messageId);
  checkSize(given.raw);
  store.remove('messages', keyOf(user, draft.messageId));
  const message = addMessage(store, user, ['DRAFT'], given.raw, given.threadId ?? old?.threadId, at);
  const updated = { ...draft, messageId: message.id };
  store.put('drafts', keyOf(user, id), updated);
  return updated;
}

/** Deletes a draft with its message for good. */
export function deleteDraft(store: Store, user: string, id: string): void {
  const draft = draftOf(store, user, id);
  store.remove('drafts', keyOf(user, id));
  store.remove('messages', keyOf(user, draft.messageId));
}

/** Sends a draft: it is gone, and its thread holds a new message labelled SENT. Throws 404 when it is gone already. */
export function sendDraft(store: Store, user: string, id: string, changed: NewMessage | undefined, at: number): StoredMessage {
  const draft = draftOf(store, user, id);
  const message = messageOf(store, user, draft.messageId);
  if (message === undefined) throw entityNotFound();
  deleteDraft(store, user, id);
  return post(store, user, changed?.raw ?? Buffer.from(message.raw, 'base64url'), message.threadId, at);
}

/** Sends a message at once. */
export function sendMessage(store: Store, user: string, given: NewMessage, at: number): StoredMessage {
  checkThread(store, user, given.threadId);
  return post(store, user, given.raw, given.threadId, at);
}

function post(store: Store, user: string, raw: Buffer, threadId: string | undefined, at: number): StoredMessage {
  checkSize(raw);
  const recipients = recipientsOf(headersOf(raw));
  if (recipients.length === 0) throw badRequest('Recipient address required', { reason: 'invalidArgument' });
  const messageId = `<CA${store.mint('message-id').toString('base64url').slice(0, 40)}@mail.gmail.com>`;
  const posting = { messageId, user, at };
  const sent = addMessage(
    store,
    user,
    recipients.includes(user.toLowerCase()) ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'],
    asPosted(raw, { ...posting, keepBcc: true }),
    threadId,
    at,
  );
  store.put('sent', String(store.count('sent')), keyOf(user, sent.id));
  for (const recipient of recipients) {
    if (recipient === user.toLowerCase() || !isAccount(store, recipient)) continue;
    addMessage(
      store,
      recipient,
      ['INBOX', 'UNREAD'],
      asPosted(raw, { ...posting, keepBcc: false }),
      threadAnswered(store, recipient, raw),
      at,
    );
  }
  return sent;
}

/** A reply joins the thread of the message it answers. */
function threadAnswered(store: Store, user: string, raw: Buffer): string | undefined {
  const headers = headersOf(raw);
  const answered: readonly string[] =
    `${headerOf(headers, 'in-reply-to') ?? ''} ${headerOf(headers, 'references') ?? ''}`.match(/<[^>]+>/g) ?? [];
  if (answered.length === 0) return undefined;
  return messagesOf(store, user).find((message) => {
    const id = headerOf(headersOf(Buffer.from(message.raw, 'base64url')), 'message-id');
    return id !== undefined && answered.includes(id);
  })?.threadId;
}

/** Every message that was sent, oldest first; of one user or of all. */
export function sentMessages(store: Store, user: string | undefined): StoredMessage[] {
  return store.values<string>('sent').flatMap((key) => {
    const message = store.get<StoredMessage>('messages', key);
    return message === undefined || (user !== undefined && message.user !== user) ? [] : [message];
  });
}

/** Adds and removes labels. */
export function relabel(store: Store, message: StoredMessage, add: readonly string[], remove: readonly string[]): StoredMessage {
  const labelIds = [...new Set([...message.labelIds.filter((label) => !remove.includes(label)), ...add])];
  const changed = { ...message, labelIds, historyId: historyId(store) };
  store.put('messages', keyOf(message.user, message.id), changed);
  return changed;
}

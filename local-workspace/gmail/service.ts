// The Gmail API: drafts, messages, threads, labels and the profile of the mailbox that the token belongs to.
import { type ApiRequest, type Handlers, listParam, numberParam, pageOf, textParam } from '../api-request.ts';
import { badRequest, entityNotFound, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../store.ts';
import {
  createDraft,
  deleteDraft,
  draftOf,
  draftsOf,
  latestHistory,
  messageOf,
  messagesOf,
  type NewMessage,
  relabel,
  type StoredDraft,
  type StoredMessage,
  sendDraft,
  sendMessage,
  updateDraft,
} from './mailbox.ts';
import { type Header, type Part, parseMessage } from './mime.ts';
import { matcherOf } from './query.ts';

interface MessageBody {
  readonly id?: string;
  readonly raw?: string;
  readonly threadId?: string;
  readonly message?: { readonly raw?: string; readonly threadId?: string };
}

/** The mailbox a request is about: only one's own. */
function userOf(request: ApiRequest): string {
  const { email, isServiceAccount } = request.account;
  if (isServiceAccount)
    throw new GoogleError(400, 'Precondition check failed.', { status: 'FAILED_PRECONDITION', reason: 'failedPrecondition' });
  const asked = textParam(request, 'userId');
  if (asked === 'me' || asked.toLowerCase() === email.toLowerCase()) return email;
  throw new GoogleError(403, `Delegation denied for ${email}`);
}

function given(request: ApiRequest, body: { readonly raw?: string; readonly threadId?: string } | undefined): NewMessage | undefined {
  const raw = request.media?.data ?? (body?.raw === undefined ? undefined : Buffer.from(body.raw, 'base64url'));
  return raw === undefined ? undefined : { raw, threadId: body?.threadId };
}

function required(message: NewMessage | undefined): NewMessage {
  if (message === undefined || message.raw.length === 0)
    throw badRequest("'raw' RFC822 payload message string or uploading message via /upload/* URL required", { reason: 'invalidArgument' });
  return message;
}

const brief = ({ id, threadId, labelIds }: StoredMessage): JsonObject => ({ id, threadId, labelIds });

function existing(store: Store, user: string, id: string): StoredMessage {
  const message = messageOf(store, user, id);
  if (message === undefined) throw entityNotFound();
  return message;
}

function payloadOf(part: Part, partId: string, headers: readonly Header[], withBodies: boolean): JsonObject {
  const isLeaf = part.parts.length === 0;
  const body =
    withBodies && isLeaf && part.body.length > 0
      ? { size: part.body.length, data: part.body.toString('base64url') }
      : { size: part.body.length };
  const parts = part.parts.map((child, index) =>
    payloadOf(child, partId === '' ? String(index) : `${partId}.${index}`, child.headers, withBodies),
  );
  return { partId, mimeType: part.mimeType, filename: part.filename, headers, body, ...(isLeaf || !withBodies ? {} : { parts }) };
}

function rendered(message: StoredMessage, format: string, wanted: readonly string[]): JsonObject {
  const raw = Buffer.from(message.raw, 'base64url');
  const facts = {
    ...brief(message),
    snippet: '',
    sizeEstimate: raw.length,
    historyId: message.historyId,
    internalDate: String(message.at),
  };
  if (format === 'minimal') return facts;
  if (format === 'raw') return { ...facts, raw: raw.toString('base64url') };
  const part = parseMessage(raw);
  const names = wanted.map((name) => name.toLowerCase());
  const headers =
    format === 'metadata' && names.length > 0 ? part.headers.filter(({ name }) => names.includes(name.toLowerCase())) : part.headers;
  return { ...facts, payload: payloadOf(part, '', headers, format !== 'metadata') };
}

function draftAnswer(store: Store, draft: StoredDraft, format: string | undefined): JsonObject {
  const message = existing(store, draft.user, draft.messageId);
  return { id: draft.id, message: format === undefined ? brief(message) : rendered(message, format, []) };
}

const formatOf = (request: ApiRequest): string => textParam(request, 'format') || 'full';

function draftHandlers(store: Store): Handlers {
  const message = (request: ApiRequest): NewMessage => required(given(request, (request.body as MessageBody).message));
  return {
    'gmail.users.drafts.create': (request) =>
      draftAnswer(store, createDraft(store, userOf(request), message(request), request.now), undefined),
    'gmail.users.drafts.get': (request) => draftAnswer(store, draftOf(store, userOf(request), textParam(request, 'id')), formatOf(request)),
    'gmail.users.drafts.update': (request) =>
      draftAnswer(store, updateDraft(store, userOf(request), textParam(request, 'id'), message(request), request.now), undefined),
    'gmail.users.drafts.delete': (request) => {
      deleteDraft(store, userOf(request), textParam(request, 'id'));
      return undefined;
    },
    'gmail.users.drafts.send': (request) => {
      const body = request.body as MessageBody;
      const user = userOf(request);
      if (body.id === undefined) return brief(sendMessage(store, user, required(given(request, body.message)), request.now));
      return brief(sendDraft(store, user, body.id, given(request, body.message), request.now));
    },
    'gmail.users.drafts.list': (request) => {
      const user = userOf(request);
      const fits = matcherOf(textParam(request, 'q'));
      const all = draftsOf(store, user).filter((draft) => fits(existing(store, user, draft.messageId)));
      const { page, next } = pageOf(all, numberParam(request, 'maxResults', 100), textParam(request, 'pageToken'));
      const drafts = page.map((draft) => ({
        id: draft.id,
        message: { id: draft.messageId, threadId: existing(store, user, draft.messageId).threadId },
      }));
      return listAnswer('drafts', drafts, next, all.length);
    },
  };
}

function listAnswer(name: string, items: readonly JsonObject[], next: string | undefined, total: number): JsonObject {
  return {
    ...(items.length === 0 ? {} : { [name]: items }),
    ...(next === undefined ? {} : { nextPageToken: next }),
    resultSizeEstimate: total,
  };
}

function found(store: Store, request: ApiRequest): StoredMessage[] {
  const labels = listParam(request, 'labelIds');
  const fits = matcherOf(textParam(request, 'q'));
  const hidden = request.params.includeSpamTrash === true ? [] : ['TRASH', 'SPAM'];
  return messagesOf(store, userOf(request)).filter(
    (message) =>
      labels.every((label) => message.labelIds.includes(label)) &&
      !hidden.some((label) => message.labelIds.includes(label)) &&
      fits(message),
  );
}

function messageHandlers(store: Store): Handlers {
  return {
    'gmail.users.messages.send': (request) =>
      brief(sendMessage(store, userOf(request), required(given(request, request.body as MessageBody)), request.now)),
    'gmail.users.messages.get': (request) =>
      rendered(existing(store, userOf(request), textParam(request, 'id')), formatOf(request), listParam(request, 'metadataHeaders')),
    'gmail.users.messages.list': (request) => {
      const all = found(store, request);
      const { page, next } = pageOf(all, numberParam(request, 'maxResults', 100), textParam(request, 'pageToken'));
      return listAnswer(
        'messages',
        page.map(({ id, threadId }) => ({ id, threadId })),
        next,
        all.length,
      );
    },
    'gmail.users.messages.modify': (request) => {
      const { addLabelIds = [], removeLabelIds = [] } = request.body as { addLabelIds?: string[]; removeLabelIds?: string[] };
      return brief(relabel(store, existing(store, userOf(request), textParam(request, 'id')), addLabelIds, removeLabelIds));
    },
    'gmail.users.messages.trash': (request) =>
      brief(relabel(store, existing(store, userOf(request), textParam(request, 'id')), ['TRASH'], ['INBOX'])),
  };
}

function threadHandlers(store: Store): Handlers {
  return {
    'gmail.users.threads.get': (request) => {
      const id = textParam(request, 'id');
      const messages = messagesOf(store, userOf(request))
        .filter((message) => message.threadId === id)
        .reverse();
      if (messages.length === 0) throw entityNotFound();
      const history = messages.at(-1)?.historyId;
      return {
        id,
        historyId: history,
        messages: messages.map((message) => rendered(message, formatOf(request), listParam(request, 'metadataHeaders'))),
      };
    },
    'gmail.users.threads.list': (request) => {
      const newest = new Map<string, StoredMessage>();
      for (const message of found(store, request)) if (!newest.has(message.threadId)) newest.set(message.threadId, message);
      const { page, next } = pageOf([...newest.values()], numberParam(request, 'maxResults', 100), textParam(request, 'pageToken'));
      return listAnswer(
        'threads',
        page.map(({ threadId, historyId }) => ({ id: threadId, snippet: '', historyId })),
        next,
        newest.size,
      );
    },
  };
}

const SYSTEM_LABELS = ['CHAT', 'DRAFT', 'IMPORTANT', 'INBOX', 'SENT', 'SPAM', 'STARRED', 'TRASH', 'UNREAD'];

/** The handlers of the Gmail API. */
export function gmailHandlers(store: Store): Handlers {
  return {
    ...draftHandlers(store),
    ...messageHandlers(store),
    ...threadHandlers(store),
    'gmail.users.labels.list': (request) => {
      userOf(request);
      return { labels: SYSTEM_LABELS.map((id) => ({ id, name: id, type: 'system' })) };
    },
    'gmail.users.getProfile': (request) => {
      const user = userOf(request);
      const messages = messagesOf(store, user);
      const threadsTotal = new Set(messages.map((message) => message.threadId)).size;
      return { emailAddress: user, messagesTotal: messages.length, threadsTotal, historyId: latestHistory(store) };
    },
  };
}

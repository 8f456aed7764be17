// The asynchronous shell: each call of the conversation is one request to Google. It decides nothing.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Instant } from '../rules/calendar-date.ts';
import type { AsyncShell, Letter, Write } from '../rules/conversation.ts';
import { Problem } from '../rules/problem.ts';
import type { Reading } from '../rules/register/grid.ts';
import { RUN_LIMIT } from '../rules/reporting/deliver.ts';
import { toBase64Url } from '../templates/base64.ts';
import { toMime } from '../templates/mime.ts';
import type { GridSize } from '../workbook/a1.ts';
import { afterRefusal, findMarker, markerSearch } from '../workbook/marker.ts';
import { type Addressed, gridSizes, presentSheetIds, readRequest, tabsRequest, toReading, withoutTabs } from '../workbook/read.ts';
import type { BatchGetAnswer, MetadataSearchAnswer, SpreadsheetAnswer } from '../workbook/sheets-json.ts';
import { sizesAfter, toBatchUpdate } from '../workbook/write.ts';
import type { GoogleClients } from './google-clients.ts';
import { statusOf, troubleOf } from './google-trouble.ts';

/** What a shell is bound to: one register's turn, begun at `now`. */
export interface ShellSetting {
  readonly clients: GoogleClients;
  readonly tabs: readonly Addressed[];
  readonly register: string;
  readonly now: Instant;
  /** milliseconds of a clock that only runs forward */
  readonly ticks?: () => number;
}

/** Reads the tabs of a workbook in one call; when a tab is gone, finds out which and reads the others. */
export async function readTabs(
  sheets: sheets_v4.Sheets,
  register: string,
  tabs: readonly Addressed[],
): Promise<{ reading: Reading; sizes: ReadonlyMap<number, GridSize> }> {
  const ask = async (wanted: readonly Addressed[]): Promise<BatchGetAnswer> =>
    wanted.length === 0
      ? {}
      : ((await sheets.spreadsheets.values.batchGetByDataFilter({ spreadsheetId: register, requestBody: readRequest(wanted) }))
          .data as BatchGetAnswer);
  try {
    const answer = await ask(tabs);
    return { reading: toReading(register, tabs, answer), sizes: gridSizes(answer) };
  } catch (error) {
    if (statusOf(error) !== 400) throw troubleOf(error, 'read', register);
  }
  try {
    const { data } = await sheets.spreadsheets.get({ spreadsheetId: register, ...tabsRequest() });
    const there = withoutTabs(tabs, presentSheetIds(data as SpreadsheetAnswer));
    const answer = await ask(there);
    return { reading: toReading(register, tabs, answer), sizes: gridSizes(answer) };
  } catch (error) {
    throw troubleOf(error, 'read', register);
  }
}

/** The shell of one turn over one register. Every refusal or outage is thrown as a Problem; lost answers too. */
export function googleShell({ clients, tabs, register, now, ticks = () => performance.now() }: ShellSetting): AsyncShell {
  const { sheets, gmail } = clients;
  /** how large each tab is since the newest reading or write, to make room when writing */
  let sizes: ReadonlyMap<number, GridSize> = new Map();
  const began = ticks();

  /** One request. `known` are the answers that a status stands for; every other refusal is a Problem. */
  const asked = async <T, K = never>(what: string, request: () => Promise<T>, known: Readonly<Record<number, K>> = {}): Promise<T | K> => {
    try {
      await clients.signIn(what.startsWith('drafts.') || what.startsWith('threads.') ? 'mailbox' : 'service');
      // An instance can live on after its function's time-out, and a lease counts on nothing being asked any more.
      if (ticks() - began > RUN_LIMIT) throw new Problem('GOOGLE_BUSY', { what: `${what}, turn over its time` });
      return await request();
    } catch (error) {
      const answer = known[statusOf(error) ?? 0];
      if (answer !== undefined) return answer;
      throw troubleOf(error, what, register);
    }
  };

  const searchMarkers = (name: { readonly key: string; readonly attempt: number }): Promise<MetadataSearchAnswer> =>
    asked('developerMetadata.search', async () => {
      const { data } = await sheets.spreadsheets.developerMetadata.search({ spreadsheetId: register, requestBody: markerSearch(name) });
      return data as MetadataSearchAnswer;
    });

  /** Google refuses a batch whole; after any 400 of a publishing one, the id is read back to learn whether somebody was first. */
  const writeBatch = async (write: Write, probe = 0): Promise<'written' | 'taken'> => {
    const requestBody = toBatchUpdate(write, { sizes, probe });
    const batch = () => sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody });
    const answer = await asked('batchUpdate', batch, write.publish === undefined ? {} : { 400: 'refused' as const });
    if (answer === 'refused' && write.publish !== undefined) {
      const meaning = afterRefusal(write.publish, await searchMarkers(write.publish), probe);
      if (meaning === 'taken') return 'taken';
      if (meaning === 'other') throw new Problem('GOOGLE_REFUSED', { what: 'batchUpdate', status: 400, register });
      return writeBatch(write, meaning.probe);
    }
    sizes = sizesAfter(write, sizes);
    return 'written';
  };

  /** A thread knows its messages, a draft is known by an id of its own. */
  const draftOf = async (message: string): Promise<{ draft: string } | 'none'> => {
    let pageToken: string | undefined;
    do {
      const page = { userId: 'me', maxResults: 500, ...(pageToken === undefined ? {} : { pageToken }) };
      const { data } = await asked('drafts.list', () => gmail.users.drafts.list(page));
      const found = data.drafts?.find((draft) => draft.message?.id === message);
      if (found?.id) return { draft: found.id };
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return 'none';
  };

  return {
    read: async (id) => {
      const found = await asked('read', () => readTabs(sheets, id, tabs));
      sizes = found.sizes;
      return found.reading;
    },
    write: (write) => writeBatch(write),
    marker: async (name) => findMarker(name, await searchMarkers(name)),
    draft: async (letter: Letter) => {
      const raw = toBase64Url(toMime(letter, now));
      const { data } = await asked('drafts.create', () => gmail.users.drafts.create({ userId: 'me', requestBody: { message: { raw } } }));
      if (!data.id || !data.message?.threadId) throw new Problem('GOOGLE_REFUSED', { what: 'drafts.create', status: 200 });
      return { draft: data.id, thread: data.message.threadId };
    },
    discard: async (draft) => {
      // gone already is what was wanted
      await asked('drafts.delete', () => gmail.users.drafts.delete({ userId: 'me', id: draft }), { 404: 'gone' as const });
      return 'discarded';
    },
    send: async (draft) => {
      const send = () => gmail.users.drafts.send({ userId: 'me', requestBody: { id: draft } });
      const answer = await asked('drafts.send', send, { 404: 'gone' as const });
      return answer === 'gone' ? 'gone' : (answer.data.id ?? draft);
    },
    findSent: async ({ thread }) => {
      const get = () => gmail.users.threads.get({ userId: 'me', id: thread, format: 'minimal' });
      const answer = await asked('threads.get', get, { 404: 'none' as const });
      if (answer === 'none') return 'none';
      const messages = answer.data.messages ?? [];
      const sent = messages.find(({ labelIds }) => labelIds?.includes('SENT'));
      if (sent?.id) return { sent: sent.id };
      const draft = messages.find(({ labelIds }) => labelIds?.includes('DRAFT'));
      return draft?.id ? await draftOf(draft.id) : 'none';
    },
  };
}

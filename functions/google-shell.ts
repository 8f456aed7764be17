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

/** What a shell is bound to: one register's turn. `ids` keeps the size of each tab from the newest reading, to make room when writing. */
export interface ShellSetting {
  readonly clients: GoogleClients;
  readonly tabs: readonly Addressed[];
  readonly register: string;
  readonly now: Instant;
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
export function googleShell({ clients, tabs, register, now }: ShellSetting): AsyncShell {
  const { sheets, gmail } = clients;
  let sizes: ReadonlyMap<number, GridSize> = new Map();
  const began = performance.now();
  const attempt = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    // An instance can live on after its function's time-out, and a lease counts on nothing being asked any more.
    if (performance.now() - began > RUN_LIMIT) throw new Problem('GOOGLE_BUSY', { what: `${what}, turn over its time` });
    try {
      return await call();
    } catch (error) {
      throw troubleOf(error, what, register);
    }
  };
  const searchMarkers = async (name: { readonly key: string; readonly attempt: number }): Promise<MetadataSearchAnswer> =>
    (await sheets.spreadsheets.developerMetadata.search({ spreadsheetId: register, requestBody: markerSearch(name) }))
      .data as MetadataSearchAnswer;

  /** Google refuses a batch whole; after any 400 of a publishing one, the id is read back to learn whether somebody was first. */
  const writeBatch = async (write: Write, probe = 0): Promise<'written' | 'taken'> => {
    try {
      await sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: toBatchUpdate(write, { sizes, probe }) });
      sizes = sizesAfter(write, sizes);
      return 'written';
    } catch (error) {
      if (statusOf(error) !== 400 || write.publish === undefined) throw error;
      const meaning = afterRefusal(write.publish, await searchMarkers(write.publish), probe);
      if (meaning === 'taken') return 'taken';
      if (meaning === 'other') throw error;
      return writeBatch(write, meaning.probe);
    }
  };

  return {
    read: async (id) => {
      const found = await readTabs(sheets, id, tabs);
      sizes = found.sizes;
      return found.reading;
    },
    write: (write) => attempt('batchUpdate', () => writeBatch(write)),
    marker: (name) => attempt('developerMetadata.search', async () => findMarker(name, await searchMarkers(name))),
    draft: (letter: Letter) =>
      attempt('drafts.create', async () => {
        const raw = toBase64Url(toMime(letter, now));
        const { data } = await gmail.users.drafts.create({ userId: 'me', requestBody: { message: { raw } } });
        if (!data.id || !data.message?.threadId) throw new Problem('GOOGLE_REFUSED', { what: 'drafts.create', status: 200 });
        return { draft: data.id, thread: data.message.threadId };
      }),
    discard: (draft) =>
      attempt('drafts.delete', async () => {
        await gmail.users.drafts.delete({ userId: 'me', id: draft }).catch((error: unknown) => {
          if (statusOf(error) !== 404) throw error; // gone already is what was wanted
        });
        return 'discarded' as const;
      }),
    send: (draft) =>
      attempt('drafts.send', async () => {
        try {
          const { data } = await gmail.users.drafts.send({ userId: 'me', requestBody: { id: draft } });
          return data.id ?? draft;
        } catch (error) {
          if (statusOf(error) === 404) return 'gone' as const;
          throw error;
        }
      }),
    findSent: ({ thread }) =>
      attempt('threads.get', async () => {
        try {
          const { data } = await gmail.users.threads.get({ userId: 'me', id: thread, format: 'minimal' });
          const messages = data.messages ?? [];
          const sent = messages.find(({ labelIds }) => labelIds?.includes('SENT'));
          if (sent?.id) return { sent: sent.id };
          const draft = messages.find(({ labelIds }) => labelIds?.includes('DRAFT'));
          return draft?.id ? await draftOf(draft.id) : ('none' as const);
        } catch (error) {
          if (statusOf(error) === 404) return 'none' as const;
          throw error;
        }
      }),
  };

  /** A thread knows its messages, a draft is known by an id of its own. */
  async function draftOf(message: string): Promise<{ draft: string } | 'none'> {
    const { data } = await gmail.users.drafts.list({ userId: 'me', maxResults: 500 });
    const found = data.drafts?.find((draft) => draft.message?.id === message);
    return found?.id ? { draft: found.id } : 'none';
  }
}

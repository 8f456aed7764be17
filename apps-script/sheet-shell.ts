// The synchronous shell: each call of the conversation is one request of the advanced Sheets and Gmail services. It decides nothing.
// The services take and give the same JSON as REST: https://developers.google.com/apps-script/guides/services/advanced
import type { Instant } from '../rules/calendar-date.ts';
import type { Letter, Shell, Write } from '../rules/conversation.ts';
import { Problem } from '../rules/problem.ts';
import type { Reading } from '../rules/register/grid.ts';
import { RUN_LIMIT } from '../rules/reporting/deliver.ts';
import type { GridSize } from '../workbook/a1.ts';
import { afterRefusal, findMarker, markerSearch } from '../workbook/marker.ts';
import { type Addressed, gridSizes, presentSheetIds, readRequest, tabsRequest, toReading, withoutTabs } from '../workbook/read.ts';
import type { BatchGetAnswer, BatchUpdate, MetadataSearchAnswer, SpreadsheetAnswer } from '../workbook/sheets-json.ts';
import { sizesAfter, toBatchUpdate } from '../workbook/write.ts';
import { type GmailService, gmailService, type SheetsService, sheetsService, statusOf, troubleOf } from './advanced-services.ts';
import { mail } from './lazy.ts';

export interface SheetShellSetting {
  readonly tabs: readonly Addressed[];
  readonly register: string;
  readonly now: Instant;
}

/** The shell of one turn. Every refusal or outage is thrown as a Problem. */
export function sheetShell({ tabs, register, now }: SheetShellSetting): Shell {
  const sheets: SheetsService = sheetsService();
  let gmail: GmailService | undefined;
  const mailbox = (): GmailService => {
    gmail ??= gmailService();
    return gmail;
  };
  let sizes: ReadonlyMap<number, GridSize> = new Map();

  /** One request; `known` are the answers that a status stands for. */
  const asked = <T, K = never>(what: string, request: () => T, known: Readonly<Record<number, K>> = {}): T | K => {
    // a lease counts on nothing being asked any more once the turn is over its time
    if (Date.now() - now > RUN_LIMIT) throw new Problem('GOOGLE_BUSY', { what: `${what}, turn over its time` });
    try {
      return request();
    } catch (error) {
      const answer = known[statusOf(error) ?? 0];
      if (answer !== undefined) return answer;
      throw troubleOf(error, what, register);
    }
  };

  const batchGet = (wanted: readonly Addressed[]): BatchGetAnswer =>
    wanted.length === 0 ? {} : (sheets.Values.batchGetByDataFilter(readRequest(wanted), register) as BatchGetAnswer);

  /** Google refuses the whole read when one tab is gone: then the others are read. */
  const read = (): Reading => {
    const whole = asked('read', () => batchGet(tabs), { 400: 'refused' as const });
    const answer =
      whole !== 'refused'
        ? whole
        : asked('read', () => batchGet(withoutTabs(tabs, presentSheetIds(sheets.get(register, tabsRequest()) as SpreadsheetAnswer))));
    sizes = gridSizes(answer);
    return toReading(register, tabs, answer);
  };

  const searchMarkers = (name: { readonly key: string; readonly attempt: number }): MetadataSearchAnswer =>
    asked('developerMetadata.search', () => sheets.DeveloperMetadata.search(markerSearch(name), register) as MetadataSearchAnswer);

  /** Google refuses a batch whole; after any 400 of a publishing one, the id is read back to learn whether somebody was first. */
  const writeBatch = (write: Write, probe = 0): 'written' | 'taken' => {
    const body: BatchUpdate = toBatchUpdate(write, { sizes, probe });
    const known = write.publish === undefined ? {} : { 400: 'refused' as const };
    const answer = asked('batchUpdate', () => sheets.batchUpdate(body, register), known);
    if (answer === 'refused' && write.publish !== undefined) {
      const meaning = afterRefusal(write.publish, searchMarkers(write.publish), probe);
      if (meaning === 'taken') return 'taken';
      if (meaning === 'other') throw new Problem('GOOGLE_REFUSED', { what: 'batchUpdate', status: 400, register });
      return writeBatch(write, meaning.probe);
    }
    sizes = sizesAfter(write, sizes);
    return 'written';
  };

  const draftOf = (message: string): { readonly draft: string } | 'none' => {
    let pageToken: string | undefined;
    do {
      const page = { maxResults: 500, ...(pageToken === undefined ? {} : { pageToken }) };
      const answer = asked('drafts.list', () => mailbox().Drafts.list('me', page));
      const found = answer.drafts?.find((draft) => draft.message?.id === message);
      if (found?.id) return { draft: found.id };
      pageToken = answer.nextPageToken;
    } while (pageToken !== undefined);
    return 'none';
  };

  return {
    read,
    write: (write) => writeBatch(write),
    marker: (name) => findMarker(name, searchMarkers(name)),
    draft: (letter: Letter) => {
      const raw = mail().toRaw(letter, now);
      const { id, message } = asked('drafts.create', () => mailbox().Drafts.create({ message: { raw } }, 'me'));
      if (!id || !message?.threadId) throw new Problem('GOOGLE_REFUSED', { what: 'drafts.create', status: 200 });
      return { draft: id, thread: message.threadId };
    },
    discard: (draft) => {
      asked('drafts.delete', () => mailbox().Drafts.remove('me', draft), { 404: 'gone' as const }); // gone already is what was wanted
      return 'discarded';
    },
    send: (draft) => {
      const answer = asked('drafts.send', () => mailbox().Drafts.send({ id: draft }, 'me'), { 404: 'gone' as const });
      return answer === 'gone' ? 'gone' : (answer.id ?? draft);
    },
    findSent: ({ thread }) => {
      const answer = asked('threads.get', () => mailbox().Threads.get('me', thread, { format: 'minimal' }), { 404: 'none' as const });
      if (answer === 'none') return 'none';
      const labelled = (label: string) => answer.messages?.find(({ labelIds }) => labelIds?.includes(label) === true);
      const sent = labelled('SENT');
      if (sent?.id) return { sent: sent.id };
      const draft = labelled('DRAFT');
      return draft?.id ? draftOf(draft.id) : 'none';
    },
  };
}

// How many test mails a register had on a day: a piece of metadata each, so that every instance counts the same. Those of other days go.
import { randomUUID } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { localDate } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import { TESTS_A_DAY } from '../rules/reporting/test-mail.ts';
import { troubleOf } from './google-trouble.ts';
import type { PublicSetup } from './public-setup.ts';

const TEST_KEY = 'ishc.test';

/**
 * Notes one more, or throws TOO_MANY_TESTS. It is noted first and counted then: two at once may both be refused, and never are there
 * more than a day's.
 */
export async function countTest(register: string, { clients: { sheets }, now }: Pick<PublicSetup, 'clients' | 'now'>): Promise<void> {
  const today = localDate(now());
  const isToday = (value: string) => value.startsWith(today);
  const before = await noted(register, sheets);
  if (before.filter(isToday).length >= TESTS_A_DAY) throw new Problem('TOO_MANY_TESTS', { register, most: TESTS_A_DAY });
  const gone = before.filter((value) => !isToday(value));
  await change(register, sheets, [...gone.map(deleted), added(`${today} ${randomUUID()}`)]);
  const after = await noted(register, sheets);
  if (after.filter(isToday).length > TESTS_A_DAY) throw new Problem('TOO_MANY_TESTS', { register, most: TESTS_A_DAY });
}

const added = (metadataValue: string): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey: TEST_KEY, metadataValue, visibility: 'DOCUMENT', location: { spreadsheet: true } },
  },
});
const deleted = (metadataValue: string): sheets_v4.Schema$Request => ({
  deleteDeveloperMetadata: {
    dataFilter: { developerMetadataLookup: { metadataKey: TEST_KEY, metadataValue, visibility: 'DOCUMENT' } },
  },
});

async function noted(register: string, sheets: sheets_v4.Sheets): Promise<string[]> {
  const dataFilters = [{ developerMetadataLookup: { metadataKey: TEST_KEY, visibility: 'DOCUMENT' } }];
  try {
    const { data } = await sheets.spreadsheets.developerMetadata.search({ spreadsheetId: register, requestBody: { dataFilters } });
    return (data.matchedDeveloperMetadata ?? []).flatMap(({ developerMetadata }) => developerMetadata?.metadataValue ?? []);
  } catch (error) {
    throw troubleOf(error, 'developerMetadata.search', register);
  }
}

async function change(register: string, sheets: sheets_v4.Sheets, requests: sheets_v4.Schema$Request[]): Promise<void> {
  try {
    await sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

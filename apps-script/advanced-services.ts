// Google's advanced services as a turn uses them, and what their errors mean. They are there when the manifest enables them.
import { Problem } from '../rules/problem.ts';
import type { BatchGet, BatchUpdate, MetadataSearch } from '../workbook/sheets-json.ts';

/** The parts of the advanced Sheets service that a turn calls; bodies and answers are REST's. */
export interface SheetsService {
  readonly get: (id: string, options: object) => unknown;
  readonly batchUpdate: (body: BatchUpdate, id: string) => unknown;
  readonly Values: { readonly batchGetByDataFilter: (body: BatchGet, id: string) => unknown };
  readonly DeveloperMetadata: { readonly search: (body: MetadataSearch, id: string) => unknown };
}
export type GmailService = Pick<GoogleAppsScript.Gmail.Collection.UsersCollection, 'Drafts' | 'Threads'>;

/** Throws SERVICE_MISSING where the manifest is the connected one. */
export function sheetsService(): SheetsService {
  const service = typeof Sheets === 'undefined' ? undefined : Sheets.Spreadsheets;
  if (service === undefined) throw new Problem('SERVICE_MISSING', { service: 'Sheets' });
  return service as unknown as SheetsService; // the typings name classes of their own for the same JSON
}

export function gmailService(): GmailService {
  const service = typeof Gmail === 'undefined' ? undefined : Gmail.Users;
  if (service === undefined) throw new Problem('SERVICE_MISSING', { service: 'Gmail' });
  return service;
}

/** A GoogleJsonResponseException carries the answer's code. Its text is never shown. */
export function statusOf(error: unknown): number | undefined {
  const details = typeof error === 'object' && error !== null && 'details' in error ? error.details : undefined;
  const code = typeof details === 'object' && details !== null && 'code' in details ? details.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** The calls of which a 404 says that the workbook is gone. */
const ON_REGISTER: readonly string[] = ['read', 'batchUpdate', 'developerMetadata.search'];

/** The problem behind a failed call. */
export function troubleOf(error: unknown, what: string, register: string): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status === undefined && isOurs(error)) return new Problem('BUG', { where: what }, { cause: error });
  const named = { what, ...(status === undefined ? {} : { status }) };
  if (status === undefined || status === 408 || status === 429 || status >= 500) return new Problem('GOOGLE_BUSY', named, { cause: error });
  if (status === 404 && ON_REGISTER.includes(what)) return new Problem('REGISTER_GONE', { register }, { cause: error });
  return new Problem('GOOGLE_REFUSED', named, { cause: error });
}

/** What the language itself throws is a fault of ours; Google's trouble without a code is an answer that was lost. */
const isOurs = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError || error instanceof SyntaxError;

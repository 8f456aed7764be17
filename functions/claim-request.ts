// A caller proves that it may edit the register by having written a request into its metadata. Claiming one deletes it: it is good once.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isFreshRequest, isLeftover, requestValue } from '../rules/call-proof.ts';
import { Problem } from '../rules/problem.ts';
import { type Proof, type PublicCall, REQUEST_KEY } from '../rules/public-calls.ts';
import { troubleOf } from './google-trouble.ts';
import type { PublicSetup } from './public-setup.ts';

const SWEPT_AT_ONCE = 100; // leftovers that one call removes

/** Deletes the request before anything is done for it; throws CALLER_NOT_PROVEN when it is not there, used, over, or of another call. */
export async function claimRequest({ register, request }: Proof, call: PublicCall, { clients, now }: PublicSetup): Promise<void> {
  const refuse = (reason: string) => new Problem('CALLER_NOT_PROVEN', { register, reason });
  if (!isFreshRequest(request, now())) throw refuse('over');
  const wanted = requestValue(request, call);
  const written = await writtenIn(register, clients.sheets);
  if (!written.includes(wanted)) throw refuse('not there');
  const leftovers = [...new Set(written)].filter((value) => isLeftover(value, now())).slice(0, SWEPT_AT_ONCE);
  // Google carries batches out one after the other, and each tells what it has deleted: of two calls with one request, one finds it gone.
  const deleted = await deleteValues(register, [wanted, ...leftovers], clients.sheets);
  if (!deleted.includes(wanted)) throw refuse('taken');
}

type Metadata = sheets_v4.Schema$DeveloperMetadata | undefined;
const valuesOf = (metadata: readonly Metadata[]): string[] => metadata.flatMap((one) => one?.metadataValue ?? []);

async function writtenIn(register: string, sheets: sheets_v4.Sheets): Promise<string[]> {
  const dataFilters = [{ developerMetadataLookup: { metadataKey: REQUEST_KEY, visibility: 'DOCUMENT' } }];
  try {
    const { data } = await sheets.spreadsheets.developerMetadata.search({ spreadsheetId: register, requestBody: { dataFilters } });
    return valuesOf((data.matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata));
  } catch (error) {
    throw troubleOf(error, 'developerMetadata.search', register);
  }
}

async function deleteValues(register: string, values: readonly string[], sheets: sheets_v4.Sheets): Promise<string[]> {
  const requests = values.map((metadataValue) => ({
    deleteDeveloperMetadata: {
      dataFilter: { developerMetadataLookup: { metadataKey: REQUEST_KEY, metadataValue, visibility: 'DOCUMENT' } },
    },
  }));
  try {
    const { data } = await sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    return valuesOf((data.replies ?? []).flatMap((reply) => reply.deleteDeveloperMetadata?.deletedDeveloperMetadata ?? []));
  } catch (error) {
    throw troubleOf(error, 'batchUpdate', register);
  }
}

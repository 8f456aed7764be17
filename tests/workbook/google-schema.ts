// Holds a request body against Google's discovery schemas.
import { Conformance } from '../../local-workspace/conformance.ts';
import { findRoute } from '../../local-workspace/discovery.ts';

export type SheetsMethod = '' | '/abc:batchUpdate' | '/abc/values:batchGetByDataFilter' | '/abc/developerMetadata:search';

/** Throws, naming the first faults, when the body of a POST below /v4/spreadsheets is not what the schema says. */
export async function assertConforms(method: SheetsMethod, body: unknown): Promise<void> {
  const found = findRoute('POST', `/sheets.googleapis.com/v4/spreadsheets${method}`);
  if (!found) throw new Error(`no such method: ${method}`);
  (await Conformance.load()).checkRequest(found.route, found.path, new URLSearchParams(), body);
}

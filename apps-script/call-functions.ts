// The sheet's call to a function: it proves that the person may edit by writing a request into the workbook's metadata, then asks.
// Whatever goes wrong ends in a Problem that tells whether anything was done.
import type { Instant } from '../rules/calendar-date.ts';
import { newRequest, requestValue } from '../rules/call-proof.ts';
import { functionsAddressIn } from '../rules/functions-address.ts';
import { Problem } from '../rules/problem.ts';
import { type PublicCall, type PublicCalls, REQUEST_KEY } from '../rules/public-calls.ts';
import { TABS } from '../rules/register/tabs.ts';
import { unitItem } from '../rules/register/unit-items.ts';
import { sheetReading } from './sheet-reading.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Asks a function and answers with what it answers. Throws a Problem; `user` tells people what happened and what to do. */
export function callFunction<C extends PublicCall>(call: C, body: PublicCalls[C]['in']): PublicCalls[C]['out'] {
  const workbook = SpreadsheetApp.getActive();
  const address = functionsAddressIn(unitItem(sheetReading(workbook, [TABS.unitInfo]), 'functionsAddress') ?? '');
  if (address === undefined) throw new Problem('FUNCTIONS_NOT_SET', {});
  const request = newRequest(Utilities.getUuid(), Date.now() as Instant);
  const written = requestValue(request, call);
  const token = identityToken();
  const proof = { register: workbook.getId(), request, ...(token === undefined ? {} : { token }) };
  workbook.addDeveloperMetadata(REQUEST_KEY, written, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  SpreadsheetApp.flush();
  const answer = fetched(`${address}/${call}`, { ...body, ...proof });
  if (answer.kind === 'answered') {
    const refusal = refusalIn(answer.json);
    if (refusal === undefined && answer.status === 200) return answer.json as PublicCalls[C]['out'];
    if (refusal !== undefined) {
      takenBack(workbook, written); // refused before it was looked at: nobody shall find it later
      throw new RefusedByFunctions('FUNCTIONS_REFUSED', refusal);
    }
  }
  const untouched = takenBack(workbook, written);
  if (answer.kind === 'not allowed') throw new Problem('SCRIPT_NOT_ALLOWED', { call });
  const about = { call, ...('status' in answer ? { status: answer.status } : {}) };
  throw new Problem(untouched ? 'FUNCTIONS_UNREACHABLE' : 'FUNCTIONS_NO_ANSWER', about);
}

/** Support is told the functions' own code: ours would only say that they refused. */
class RefusedByFunctions extends Problem<'FUNCTIONS_REFUSED'> {
  override get supportCode(): string {
    return this.details.code;
  }
}

/** Absent where the person did not allow it, and for somebody whose account tells scripts nothing. */
function identityToken(): string | undefined {
  try {
    return ScriptApp.getIdentityToken() || undefined;
  } catch {
    return undefined; // not allowed: the functions say so where the name matters
  }
}

type Fetched =
  | { readonly kind: 'answered'; readonly status: number; readonly json: object }
  /** something answered that is no function of ours */
  | { readonly kind: 'strange'; readonly status: number }
  | { readonly kind: 'nothing' | 'not allowed' };

function fetched(url: string, body: object): Fetched {
  try {
    const response = UrlFetchApp.fetch(url, {
      method: 'post',
      contentType: 'application/json',
      payload: JSON.stringify(body),
      muteHttpExceptions: true,
      followRedirects: false, // the token goes to this address and to no other
    });
    const status = response.getResponseCode();
    const json = objectIn(response.getContentText());
    return json === undefined ? { kind: 'strange', status } : { kind: 'answered', status, json };
  } catch (error) {
    // Google names the missing scope in its message, in whatever language the rest is
    return { kind: /auth\/script\.external_request/.test(String(error)) ? 'not allowed' : 'nothing' };
  }
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // a page of a proxy, of a login, of Google's own trouble
  }
}

function refusalIn(json: object): { readonly code: string; readonly message: string } | undefined {
  const { error } = json as { readonly error?: { readonly code?: unknown; readonly message?: unknown } };
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message } = error;
  return {
    code: typeof code === 'string' ? code.slice(0, 60) : 'FUNCTIONS_REFUSED',
    message: typeof message === 'string' ? message.slice(0, 1000) : '',
  };
}

/**
 * Takes the request back. True when it was still there: then no function has claimed it, and none that the call reaches late will.
 * False when it is gone: a function has claimed it, and what it did is to be seen in the ledger.
 */
function takenBack(workbook: Spreadsheet, written: string): boolean {
  try {
    const standing = workbook.createDeveloperMetadataFinder().withKey(REQUEST_KEY).withValue(written).find();
    for (const one of standing) one.remove();
    SpreadsheetApp.flush();
    return standing.length > 0;
  } catch {
    return false; // not known: the safe thing to say is to look first
  }
}

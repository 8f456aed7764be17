// UrlFetchApp.fetch, with Google's words for what goes wrong.
import type { FetchOutcome } from '../calls.ts';
import { ScriptError } from './bridge.ts';
import { type Running, SCOPES } from './running.ts';
import { blobOf, bytesOf, signed } from './utilities.ts';

type App = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

const SHOWN = 500;
const FORM = 'application/x-www-form-urlencoded';

export function urlFetchApp(running: Running): App {
  return running.realm.served<App>('UrlFetchApp', {
    fetch: (url: string, options: Options = {}) => {
      running.require('UrlFetchApp.fetch', SCOPES.externalRequest);
      return fetched(running, String(url), options);
    },
  });
}

function fetched(running: Running, url: string, options: Options): Response {
  const { method = 'get', headers = {}, payload, contentType, muteHttpExceptions = false, followRedirects = true } = options;
  const body = payload === undefined || payload === null ? undefined : payloadOf(payload, contentType);
  const outcome = running.bridge.call('fetch', {
    url,
    method: String(method),
    headers: { ...textsOf(headers), ...(body === undefined ? {} : { 'content-type': contentType ?? body.type }) },
    payload: body?.bytes,
    followRedirects: followRedirects !== false,
  });
  if ('failure' in outcome) throw new ScriptError(outcome.failure === 'timeout' ? `Timeout: ${url}` : `Address unavailable: ${url}`);
  const { status, content } = outcome;
  if (status >= 400 && muteHttpExceptions !== true) throw failed(url, status, Buffer.from(content).toString('utf8'));
  return responseOf(running, outcome);
}

const textsOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function payloadOf(payload: NonNullable<Options['payload']>, contentType: string | undefined): { bytes: Uint8Array; type: string } {
  if (typeof payload === 'string' || Array.isArray(payload)) return { bytes: bytesOf(payload), type: FORM };
  if (typeof payload.getBytes === 'function') {
    const blob = payload as GoogleAppsScript.Base.Blob;
    return { bytes: bytesOf(blob.getBytes()), type: contentType ?? blob.getContentType() ?? FORM };
  }
  return { bytes: Buffer.from(new URLSearchParams(textsOf(payload as Record<string, unknown>)).toString()), type: FORM };
}

function failed(url: string, status: number, text: string): ScriptError {
  const shown = `Truncated server response: ${text.slice(0, SHOWN)} (use muteHttpExceptions option to examine full response)`;
  return new ScriptError(`Request failed for ${new URL(url).origin} returned code ${status}. ${shown}`);
}

function responseOf(running: Running, { status, headers, content }: Extract<FetchOutcome, { status: number }>): Response {
  const bytes = Buffer.from(content);
  const all = Object.fromEntries(headers);
  return running.realm.served<Response>('HTTPResponse', {
    getResponseCode: () => status,
    getContentText: () => bytes.toString('utf8'),
    getContent: () => signed(bytes),
    getHeaders: () => ({ ...all }),
    getAllHeaders: () => ({ ...all }),
    getBlob: () => blobOf(running, bytes, all['content-type'] ?? null, null),
  });
}

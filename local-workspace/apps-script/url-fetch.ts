// UrlFetchApp's way out: only to this machine, for nothing else is to be reached from a local workspace.
import type { FetchCall, FetchOutcome } from './calls.ts';

const LIMIT_MS = 60_000;

const isLoopback = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && hostname === '127.0.0.1';
};

/** Fetches, or says how it failed. Throws Google's text for an address that is not of this machine. */
export async function urlFetch(call: FetchCall): Promise<FetchOutcome> {
  if (!URL.canParse(call.url)) throw new Error(`Invalid argument: ${call.url}`);
  if (!isLoopback(call.url)) throw new Error(`DNS error: ${call.url}`);
  const { method, headers, payload, followRedirects } = call;
  try {
    const response = await fetch(call.url, {
      method: method.toUpperCase(),
      headers,
      redirect: followRedirects ? 'follow' : 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
      ...(payload === undefined ? {} : { body: Buffer.from(payload) }),
    });
    const content = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: [...response.headers], content };
  } catch (error) {
    return { failure: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'refused' };
  }
}

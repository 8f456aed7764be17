// What a service is handed for one request, already bound to Google's schema, and what it may give back.
import type { ServiceName } from './google-error.ts';
import type { JsonObject } from './json.ts';

/** Who holds the access token; a service account has no mailbox and can own no files. */
export interface Account {
  readonly email: string;
  readonly isServiceAccount: boolean;
}

export interface Media {
  readonly contentType: string;
  readonly data: Buffer;
}

export interface ApiRequest {
  readonly service: ServiceName;
  /** Google's method id, such as sheets.spreadsheets.batchUpdate. */
  readonly method: string;
  readonly params: JsonObject;
  readonly body: unknown;
  readonly media: Media | undefined;
  readonly account: Account;
  readonly now: number;
}

/** Carries a request out, synchronously and inside one mutation; undefined is answered as 204. */
export type Handler = (request: ApiRequest) => unknown;
export type Handlers = Readonly<Record<string, Handler>>;

/** A path or query parameter as text; empty when absent. */
export function textParam(request: ApiRequest, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** A repeated query parameter. */
export function listParam(request: ApiRequest, name: string): readonly string[] {
  const value = request.params[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A numeric query parameter, or what stands for its absence. */
export function numberParam(request: ApiRequest, name: string, otherwise: number): number {
  const value = request.params[name];
  return typeof value === 'number' ? value : otherwise;
}

/** One page of a list and the token of the next. Tokens are offsets: PARITY tells. */
export function pageOf<T>(all: readonly T[], size: number, token: string): { page: readonly T[]; next: string | undefined } {
  const from = /^page-\d+$/.test(token) ? Number(token.slice(5)) : 0;
  const to = from + size;
  return { page: all.slice(from, to), next: to < all.length ? `page-${to}` : undefined };
}

// The server's front: from an HTTP request to the service that answers it, with faults, quotas, masks and the log.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account, ApiRequest, Handlers } from './api-request.ts';
import type { Conformance } from './conformance.ts';
import { findRoute, type Route } from './discovery.ts';
import type { FaultList } from './faults.ts';
import { applyMask, parseMask, unknownPath } from './field-mask.ts';
import { badRequest, errorBody, GoogleError, type ServiceName } from './google-error.ts';
import { answer, parseForm, parseJson, parseUpload, readBody } from './http-body.ts';
import { accountOfToken, grantToken } from './oauth.ts';
import type { PageAnswer, PageRoutes } from './page/routes.ts';
import { bindBody, bindParameters } from './payload.ts';
import type { QuotaMeter } from './quotas.ts';
import type { Store } from './store.ts';

export interface RequestRecord {
  /** Google's method id, or the HTTP method where there is none. */
  readonly method: string;
  readonly service: ServiceName | undefined;
  readonly path: string;
  readonly status: number;
  readonly at: number;
}

/** A control route's answer, or undefined when the path is none of them. */
export type Control = (httpMethod: string, url: URL, body: Buffer, contentType: string) => { code: number; body: unknown } | undefined;

export interface Front {
  readonly store: Store;
  readonly now: () => number;
  readonly handlers: Handlers;
  readonly faults: FaultList;
  readonly quotas: QuotaMeter;
  readonly conformance: Conformance | undefined;
  readonly control: Control;
  readonly pages: PageRoutes;
  readonly record: (entry: RequestRecord) => void;
}

interface Outcome {
  readonly code: number;
  readonly body: unknown;
  readonly drop?: true;
}

interface Received {
  readonly httpMethod: string;
  readonly url: URL;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly authorization: string | undefined;
}

const SERVICE_BY_HOST: Readonly<Record<string, ServiceName>> = {
  'sheets.googleapis.com': 'sheets',
  'gmail.googleapis.com': 'gmail',
  'cloudtasks.googleapis.com': 'cloudtasks',
  'script.googleapis.com': 'script',
  'oauth2.googleapis.com': 'oauth2',
};

/**
 * The server, not yet listening. It never closes a connection for being idle: its callers live in the same process, and one that was busy for
 * some seconds would send into a connection that is just being closed, which looks like an outage of Google.
 */
export function createFront(front: Front): Server {
  return createServer({ keepAliveTimeout: 0 }, (request, response) => {
    void serve(front, request, response);
  });
}

/** Listens on the loopback address and gives the port. Rejects when the port is in use. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function serve(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const received: Received = {
      httpMethod: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      bytes: await readBody(request),
      contentType: request.headers['content-type'] ?? '',
      authorization: request.headers.authorization,
    };
    const page = front.pages.find(received.httpMethod, received.url.pathname);
    if (page !== undefined) return send(response, isForeign(request) ? FOREIGN : await refusing(async () => page(received)));
    const outcome = received.url.pathname.startsWith('/_workspace/') ? controlled(front, received) : routed(front, received);
    if (outcome.drop === true) request.socket.destroy();
    else answer(response, outcome.code, outcome.body);
  } catch {
    request.socket.destroy();
  }
}

const FOREIGN: PageAnswer = { code: 403, body: { error: 'asked from the page of another site' } };

/** A page of another site that a browser has open, or another name for this machine, has no business here. */
function isForeign({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  return !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host) || (origin !== undefined && origin !== `http://${host}`);
}

function send(response: ServerResponse, given: PageAnswer): void {
  if ('stream' in given) given.stream(response);
  else if ('type' in given) response.writeHead(given.code, { ...given.headers, 'content-type': given.type }).end(given.content);
  else answer(response, given.code, given.body);
}

async function refusing(work: () => Promise<PageAnswer>): Promise<PageAnswer> {
  try {
    return await work();
  } catch (error) {
    return { code: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

function controlled(front: Front, { httpMethod, url, bytes, contentType }: Received): Outcome {
  try {
    return front.control(httpMethod, url, bytes, contentType) ?? notFound(undefined, url.pathname);
  } catch (error) {
    return { code: 400, body: { error: { code: 400, message: error instanceof Error ? error.message : String(error) } } };
  }
}

const notFound = (service: ServiceName | undefined, path: string): Outcome => {
  const message = `The requested URL ${path} was not found on this server.`;
  return { code: 404, body: errorBody(service, new GoogleError(404, message)) };
};

function routed(front: Front, received: Received): Outcome {
  const path = received.url.pathname;
  const host = path.split('/')[1] ?? '';
  const found = findRoute(received.httpMethod, path);
  const service = found?.route.api.service ?? SERVICE_BY_HOST[host];
  const method = found?.route.method.id ?? (service === 'oauth2' ? 'oauth2.token' : received.httpMethod);
  const fault = front.faults.take({
    service,
    method,
    httpMethod: received.httpMethod,
    path: path + received.url.search,
    body: looseBody(received),
  });
  const outcome =
    fault?.kind === 'refuse'
      ? dropped
      : fault?.kind === 'status'
        ? faulty(service, fault.status)
        : carryOut(front, received, found, service);
  front.record({ method, service, path, status: outcome.code, at: front.now() });
  return fault?.kind === 'lost' ? dropped : outcome;
}

const dropped: Outcome = { code: 0, body: undefined, drop: true };

function looseBody({ bytes, contentType }: Received): unknown {
  try {
    return contentType.includes('json') ? JSON.parse(bytes.toString('utf8')) : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

const FAULT_TEXT: Readonly<Record<number, string>> = {
  429: 'Resource has been exhausted (e.g. check quota).',
  500: 'Internal error encountered.',
  503: 'The service is currently unavailable.',
};

function faulty(service: ServiceName | undefined, status: number): Outcome {
  return { code: status, body: errorBody(service, new GoogleError(status, FAULT_TEXT[status] ?? `Injected fault ${status}.`)) };
}

function carryOut(front: Front, received: Received, found: ReturnType<typeof findRoute>, service: ServiceName | undefined): Outcome {
  try {
    if (received.url.pathname === '/oauth2.googleapis.com/token' && received.httpMethod === 'POST') {
      return grantToken(front.store, parseForm(received.bytes, received.contentType));
    }
    if (found === undefined) return notFound(service, received.url.pathname);
    const account = accountOfToken(front.store, received.authorization);
    if (account === undefined) throw unauthenticated();
    return callService(front, received, found.route, found.path, account);
  } catch (error) {
    if (error instanceof GoogleError) return { code: error.code, body: errorBody(service, error) };
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { code: 500, body: errorBody(service, new GoogleError(500, `local workspace: ${text}`)) };
  }
}

function unauthenticated(): GoogleError {
  const message =
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
  return new GoogleError(401, message);
}

function callService(front: Front, received: Received, route: Route, path: Record<string, string>, account: Account): Outcome {
  const handler = front.handlers[route.method.id];
  if (handler === undefined) throw new GoogleError(501, `The local workspace does not serve ${route.method.id}.`);
  const query = received.url.searchParams;
  const upload = route.upload ? parseUpload(query.get('uploadType') ?? '', received.bytes, received.contentType) : undefined;
  const json = upload === undefined ? parseJson(received.bytes) : upload.json;
  front.conformance?.checkRequest(route, path, query, json);
  const params = bindParameters(route, path, query);
  const request: ApiRequest = {
    service: route.api.service,
    method: route.method.id,
    params,
    body: bindBody(route, json),
    media: upload?.media,
    account,
    now: front.now(),
  };
  const mask = maskOf(route, query.get('fields') ?? query.get('$fields'));
  front.quotas.spend(request);
  const answered = front.store.atomically(() => handler(request));
  front.conformance?.checkResponse(route, answered);
  if (answered === undefined) return { code: 204, body: undefined };
  return { code: 200, body: mask === undefined ? answered : (applyMask(mask, answered) ?? {}) };
}

function maskOf(route: Route, fields: string | null): ReturnType<typeof parseMask> {
  if (fields === null || fields === '') return undefined;
  const mask = parseMask(fields);
  const unknown = mask === undefined ? fields : unknownPath(route.api, route.method.response ?? {}, mask);
  if (unknown === undefined) return mask;
  if (route.api.service === 'drive') {
    const location = { locationType: 'parameter', location: 'fields' };
    throw badRequest(`Invalid field selection ${unknown}`, { reason: 'invalidParameter', location });
  }
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`;
  const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: unknown, description }] }];
  throw badRequest('Request contains an invalid argument.', { details });
}

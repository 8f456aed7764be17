// The runtime as a client of Google's REST: every call goes over HTTP to the workspace's own face, with a token of the person.
import { Agent, request } from 'node:http';
import { rewriteToWorkspace } from '../address.ts';
import { type Api, apis, type Method } from '../discovery.ts';
import type { JsonObject } from '../json.ts';
import type { ApiCall, ApiOutcome } from './calls.ts';

interface Known {
  readonly api: Api;
  readonly method: Method & { readonly scopes?: readonly string[]; readonly parameterOrder?: readonly string[] };
}

let known: ReadonlyMap<string, Known> | undefined;

type Resource = Pick<Api, 'methods' | 'resources'>;

const methodsIn = (resource: Resource): Method[] => [
  ...Object.values(resource.methods ?? {}),
  ...Object.values(resource.resources ?? {}).flatMap(methodsIn),
];

/** A method by Google's id. Throws for one that the discovery documents do not know. */
export function methodOf(id: string): Known {
  known ??= new Map(apis().flatMap((api) => methodsIn(api).map((method) => [method.id, { api, method }] as const)));
  const found = known.get(id);
  if (found === undefined) throw new Error(`${id} is no method of Google's APIs`);
  return found;
}

/** The scopes of which one lets a caller in. */
export const scopesOf = (id: string): readonly string[] => methodOf(id).method.scopes ?? [];

export class GoogleClient {
  readonly #url: () => string;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(url: () => string) {
    this.#url = url;
  }

  forget(): void {
    this.#tokens.clear();
  }

  /** A person's access token, asked for as any client asks. */
  async token(email: string): Promise<string> {
    const kept = this.#tokens.get(email);
    if (kept !== undefined && kept.until > Date.now()) return kept.token;
    const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: `refresh:${email}` });
    const response = await fetch(rewriteToWorkspace(this.#url(), 'https://oauth2.googleapis.com/token'), { method: 'POST', body: form });
    const answer = (await response.json()) as { access_token?: string; expires_in?: number };
    if (answer.access_token === undefined) throw new Error(`no token for ${email}`);
    this.#tokens.set(email, { token: answer.access_token, until: Date.now() + ((answer.expires_in ?? 0) - 60) * 1000 });
    return answer.access_token;
  }

  /** Calls a method as a person; an answer other than 2xx is an outcome, not a throw. */
  async call(email: string, { method: id, params, body }: ApiCall): Promise<ApiOutcome> {
    const { api, method } = methodOf(id);
    const token = await this.token(email);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = body === undefined ? '' : JSON.stringify(body);
    try {
      const url = rewriteToWorkspace(this.#url(), addressOf(api, method, params));
      return outcomeOf(await exchange(this.#agent, { url, method: method.httpMethod, headers, body: sent }));
    } catch (error) {
      if (!isLost(error)) throw error;
      return { error: { code: 503, message: 'The service is currently unavailable.' } };
    }
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The connection broke: the workspace has closed, or a fault was asked for that drops it. Anything else is a mistake of ours. */
const isLost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(String(error.code));

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
interface Received {
  readonly status: number;
  readonly text: string;
}

/** One exchange on a connection that stays open: a run makes dozens, and fetch takes twice as long for each. */
function exchange(agent: Agent, { url, method, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sending = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function outcomeOf({ status, text }: Received): ApiOutcome {
  const answer = (text === '' ? {} : JSON.parse(text)) as JsonObject;
  if (status >= 200 && status < 300) return { body: answer };
  return { error: { code: status, message: '', ...(answer.error as JsonObject) } };
}

function addressOf(api: Api, method: Method, params: JsonObject): string {
  const isPath = (name: string): boolean => method.parameters?.[name]?.location === 'path';
  const path = method.path.replace(/\{\+?([^}]+)\}/g, (_all, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || isPath(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return `${api.rootUrl}${api.servicePath}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;
}

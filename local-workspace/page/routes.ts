// The page's routes: each may take its time, and answers JSON, a file, or a stream that it writes itself.
import type { ServerResponse } from 'node:http';
import type { PageBus } from './bus.ts';
import type { PageEvent } from './protocol.ts';

export interface PageRequest {
  readonly url: URL;
  readonly bytes: Buffer;
  readonly contentType: string;
}

export type PageAnswer =
  | { readonly code: number; readonly body: unknown }
  | {
      readonly code: number;
      readonly type: string;
      readonly content: string | Buffer;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly stream: (response: ServerResponse) => void };

/** What it throws is answered as 400 with `{ error: message }`. */
export type PageRoute = (request: PageRequest) => PageAnswer | Promise<PageAnswer>;

/** Routes by method and exact path, such as "GET /_workspace/page/setup"; looked at before all others. */
export class PageRoutes {
  readonly #routes = new Map<string, PageRoute>();

  add(methodAndPath: string, route: PageRoute): void {
    if (this.#routes.has(methodAndPath)) throw new Error(`${methodAndPath} is served already`);
    this.#routes.set(methodAndPath, route);
  }

  find(method: string, path: string): PageRoute | undefined {
    return this.#routes.get(`${method} ${path}`);
  }
}

/** The JSON that a page posted. Throws when it is none. */
export const wishOf = <T>(request: PageRequest): T => JSON.parse(request.bytes.toString('utf8')) as T;

const line = (event: PageEvent): string => `data: ${JSON.stringify(event)}\n\n`;

/** What another person is asked or shown is none of this person's business. */
const concerns = (event: PageEvent, as: string | null, window: string | null): boolean =>
  (!('as' in event) || as === null || event.as === as) &&
  (!('window' in event) || event.window === undefined || window === null || event.window === window);

/** GET /_workspace/page/events: what happens, as Server-Sent Events, until the page goes away. */
export function eventsRoute(bus: PageBus, now: () => number): PageRoute {
  return ({ url }) => ({
    stream: (response) => {
      const [as, window] = [url.searchParams.get('as'), url.searchParams.get('window')];
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=UTF-8', 'cache-control': 'no-store' });
      response.write(line({ kind: 'hello', now: now() }));
      const leave = bus.subscribe((event) => {
        if (concerns(event, as, window)) response.write(line(event));
      });
      response.on('close', leave);
    },
  });
}

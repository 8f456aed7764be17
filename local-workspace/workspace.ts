// The local workspace: a stand-in for Google Workspace on one's own machine, spoken to by REST.
import type { Server } from 'node:http';
import { type ScriptLimits, Scripts } from './apps-script/host.ts';
import { Identity } from './apps-script/identity.ts';
import { addScriptRoutes } from './apps-script/page-routes.ts';
import { scriptHandlers } from './apps-script/projects.ts';
import type { ScriptHost } from './apps-script/script-host.ts';
import { Clock } from './clock.ts';
import { Conformance } from './conformance.ts';
import { controlRoutes } from './control.ts';
import { driveHandlers } from './drive/service.ts';
import { type Fault, FaultList } from './faults.ts';
import { gmailHandlers } from './gmail/service.ts';
import { createFront, listen, type RequestRecord } from './http.ts';
import { PageBus } from './page/bus.ts';
import { servePage } from './page/page-routes.ts';
import type { PageHost } from './page/protocol.ts';
import { eventsRoute, PageRoutes } from './page/routes.ts';
import { QuotaMeter, type Quotas } from './quotas.ts';
import { sheetsHandlers } from './sheets/service.ts';
import { Store } from './store.ts';
import { Dispatcher } from './tasks/dispatcher.ts';
import { tasksHandlers } from './tasks/service.ts';

export type { Fault } from './faults.ts';
export type { RequestRecord } from './http.ts';
export type { MinuteLimits, Quotas } from './quotas.ts';

export interface WorkspaceOptions {
  /** 0 or absent: whichever port is free. Only the loopback address is served. */
  readonly port?: number;
  /** Absent: everything is in memory. Present: durable, and reopened as it was left. */
  readonly dataDir?: string;
  /** Milliseconds since 1970; the system's clock, movable over HTTP, when absent. */
  readonly now?: () => number;
  /** Checks every request and answer against Google's schemas; a violation answers 500 and is collected. */
  readonly conformance?: boolean;
  /** Per-minute limits; off when absent. */
  readonly quotas?: Quotas;
  /** How much of a queue's backoff is really waited: 1 (the default) all of it, 0 nothing. */
  readonly taskBackoffScale?: number;
  /** How long a script may run; Google's limits when absent. */
  readonly scriptLimits?: ScriptLimits;
}

export interface Workspace {
  readonly url: string;
  readonly violations: readonly string[];
  /** The last requests, oldest first. */
  readonly log: readonly RequestRecord[];
  /** What everybody who has the page open is told. */
  readonly bus: PageBus;
  /** The page's own routes; whoever serves the page adds to them. */
  readonly pages: PageRoutes;
  /** Serves the web page from now on; the host says what there is to see. */
  servePage(host: PageHost): Promise<void>;
  /** Forgets everything: the workspace is as new. */
  clear(): void;
  /** The scripts that are bound to workbooks. */
  readonly scripts: ScriptHost;
  fault(fault: Fault): void;
  /** Resolves when every dispatched task has ended, retries included. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const LOG_LENGTH = 5000;

/** Starts a workspace. Rejects when the port is in use or the data directory is open elsewhere. */
export async function startWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const conformance = options.conformance === true ? await Conformance.load() : undefined;
  const store = new Store(options.dataDir);
  const clock = new Clock(store, options.now);
  const faults = new FaultList();
  const log: RequestRecord[] = [];
  const bus = new PageBus();
  const pages = new PageRoutes();
  pages.add('GET /_workspace/page/events', eventsRoute(bus, clock.now));
  let url = '';
  const identity = new Identity(store, clock.now);
  identity.serve(pages);
  const scripts = new Scripts({ store, bus, clock, url: () => url, identity, limits: options.scriptLimits });
  addScriptRoutes(pages, scripts);
  const dispatcher = new Dispatcher({ store, now: clock.now, backoffScale: options.taskBackoffScale ?? 1 });
  const hooks = { wake: () => dispatcher.wake(), force: (name: string) => dispatcher.force(name) };
  const server = createFront({
    store,
    now: clock.now,
    handlers: {
      ...sheetsHandlers(store),
      ...driveHandlers(store),
      ...gmailHandlers(store),
      ...tasksHandlers(store, hooks),
      ...scriptHandlers(store, () => scripts.warm()),
    },
    faults,
    quotas: new QuotaMeter(options.quotas ?? {}),
    conformance,
    control: controlRoutes({ store, clock, faults, clockMoved: () => dispatcher.wake() }),
    pages,
    record: (entry) => {
      log.push(entry);
      if (log.length > LOG_LENGTH) log.shift();
    },
  });
  try {
    const port = await listen(server, options.port ?? 0);
    url = `http://127.0.0.1:${port}`;
    dispatcher.wake();
    return {
      url,
      violations: conformance?.violations ?? [],
      log,
      bus,
      pages,
      servePage: (host) => servePage({ store, now: clock.now, bus, pages, scripts, host }),
      clear: () => {
        store.clear();
        scripts.forget();
      },
      scripts,
      fault: (fault) => faults.add(fault),
      idle: () => dispatcher.idle(),
      close: () => closeAll(server, dispatcher, scripts, store),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

async function closeAll(server: Server, dispatcher: Dispatcher, scripts: ScriptHost, store: Store): Promise<void> {
  dispatcher.close();
  await scripts.close();
  return new Promise((resolve) => {
    server.close(() => {
      store.close();
      resolve();
    });
    server.closeAllConnections();
  });
}

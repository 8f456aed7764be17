// The functions on one's own machine: the framework serves each entry on a port of its own, as Cloud Run would.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { registerEntries } from '../functions/entries.ts';
import { PUBLIC_CALLS, RECEIPT_ENTRY, registerPublicEntries } from '../functions/public-entries.ts';
import type { PublicSetup } from '../functions/public-setup.ts';
import type { Setup } from '../functions/setup.ts';
import type { LinkSetting } from '../rules/reporting/receipt-link.ts';
import { LOCAL, localCertificates, localClients } from './local-google.ts';

export interface LocalFunctions {
  readonly sweepUrl: string;
  readonly processUrl: string;
  readonly rollUpUrl: string;
  close(): Promise<void>;
}

/** Serves the entries. Their address is known only once they listen, so the setup is given it afterwards. */
export async function serveFunctions(setup: Omit<Setup, 'processUrl' | 'tasksAccount'>): Promise<LocalFunctions> {
  const late = { processUrl: '' };
  registerEntries({
    ...setup,
    tasksAccount: 'tasks@dich-vu.example',
    get processUrl() {
      return late.processUrl;
    },
  });
  const servers = [getTestServer('sweep'), getTestServer('processRegister'), getTestServer('rollUp')] as const;
  const [sweepUrl, processUrl, rollUpUrl] = await Promise.all([listen(servers[0]), listen(servers[1]), listen(servers[2])]);
  late.processUrl = processUrl;
  return {
    sweepUrl,
    processUrl,
    rollUpUrl,
    close: async () => {
      await Promise.all(servers.map(closed));
    },
  };
}

export interface LocalPublicFunctions {
  /** the entries are `${address}/previewReport` and so on, as on Google's cloudfunctions.net */
  readonly address: string;
  /** how mails that lead here are to be signed; absent where nobody asked for it */
  readonly links?: LinkSetting | undefined;
  close(): Promise<void>;
}

/** What the entries for the sheets need on one's own machine. */
export const localPublicSetup = ({ workspace, now, log }: Pick<Setup, 'now' | 'log'> & { readonly workspace: string }): PublicSetup => ({
  clients: localClients(workspace),
  mailbox: LOCAL.mailbox,
  certificates: localCertificates(workspace),
  service: () => Promise.resolve(LOCAL.service),
  now,
  log,
});

export interface PublicAddress {
  /** where to listen if nobody else does: links in mails then outlive a restart */
  readonly port?: number;
  /** signs the links of mails that lead to this address */
  readonly linkSecret?: string;
}

/** Serves the entries for the sheets under one address, until it is closed. They may be called while the schedule's entries come and go. */
export async function servePublicFunctions(setup: PublicSetup, { port, linkSecret }: PublicAddress = {}): Promise<LocalPublicFunctions> {
  const entries = new Map<string, Server>();
  // idle connections stay open, as in the local workspace: a caller in this process may be busy for seconds
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const entry = entries.get((request.url ?? '').split('?')[0] ?? '');
    if (entry === undefined) response.writeHead(404).end();
    else entry.emit('request', request, response);
  });
  const address = (await listen(server, port).catch(() => listen(server))).replace(/\/$/, '');
  const links = linkSecret === undefined ? setup.links : { address, secrets: [linkSecret] as const };
  registerPublicEntries({ ...setup, links });
  for (const name of [...PUBLIC_CALLS, ...(links === undefined ? [] : [RECEIPT_ENTRY])]) entries.set(`/${name}`, getTestServer(name));
  return { address, links, close: () => closed(server) };
}

async function listen(server: Server, port = 0): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

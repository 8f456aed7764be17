// The functions on one's own machine: the framework serves each entry on a port of its own, as Cloud Run would.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { registerEntries } from '../functions/entries.ts';
import type { Setup } from '../functions/setup.ts';

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

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

// Waiting until a queue is empty: a finished task is no longer listed, one that will be repeated still is.
import { setTimeout as wait } from 'node:timers/promises';
import type { GoogleClients } from '../functions/google-clients.ts';

const POLL = 50; // ms

/** Resolves when the queue has no task left; `onProgress` hears how many are left whenever that changes. */
export async function waitForQueue({ tasks }: GoogleClients, queue: string, onProgress: (left: number) => void): Promise<void> {
  let told = -1;
  for (;;) {
    const { data } = await tasks.projects.locations.queues.tasks.list({ parent: queue, pageSize: 1000 });
    const left = data.tasks?.length ?? 0;
    if (left !== told) onProgress(left);
    told = left;
    if (left === 0) return;
    await wait(POLL);
  }
}

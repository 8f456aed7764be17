// One reporting run on a local workspace: sweep, let the tasks finish, come back when a lease has passed, tell what happened.
import type { LogEntry } from '../functions/log.ts';
import type { Instant } from '../rules/calendar-date.ts';
import type { LinkSetting } from '../rules/reporting/receipt-link.ts';
import { SLOT, type TrialClock } from './clock.ts';
import { serveFunctions } from './local-functions.ts';
import { LOCAL, localClients } from './local-google.ts';
import { waitForQueue } from './queue.ts';

export interface RunOptions {
  readonly workspace: string;
  readonly superiors: readonly string[];
  readonly clock: TrialClock;
  /** how the links of mails are signed, where somebody serves them */
  readonly links?: LinkSetting | undefined;
  /** told as the run goes on: how many registers are still waiting */
  readonly onProgress: (left: number) => void;
}

export interface RunOutcome {
  /** trouble by register: the code of the last turn that did not succeed; registers that are fine are absent */
  readonly trouble: ReadonlyMap<string, { readonly code: string; readonly kind: string }>;
  readonly log: readonly LogEntry[];
}

/** Kinds of trouble that make a run fail: outages, bugs, and doors that are closed to us. A bad register is none. */
export const HAS_FAILED: readonly string[] = ['upstream', 'bug', 'refused', 'config'];

const MAX_ROUNDS = 4; // a lease ends within one slot; more rounds only happen while calls keep failing

/** Runs the schedule once over every superior. What fails in one register stops no other. */
export async function reportingRun({ workspace, superiors, clock, links, onProgress }: RunOptions): Promise<RunOutcome> {
  const clients = localClients(workspace);
  const log: LogEntry[] = [];
  const functions = await serveFunctions({
    clients,
    mailbox: LOCAL.mailbox,
    links,
    queue: LOCAL.queue,
    now: () => clock.now(),
    log: (entry) => log.push(entry),
  });
  try {
    await clients.tasks.projects.locations.queues
      .create({ parent: 'projects/local/locations/local', requestBody: QUEUE })
      .catch(ignoreConflict);
    await dropLeftovers(workspace);
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const from = log.length;
      for (const superior of superiors) await call(functions.sweepUrl, superior);
      await waitForQueue(clients, LOCAL.queue, onProgress);
      for (const superior of superiors) await call(functions.rollUpUrl, superior);
      const wait = Math.max(0, ...log.slice(from).map(({ waitUntil }) => (typeof waitUntil === 'number' ? waitUntil : 0)));
      const failed = [...troubleIn(log.slice(from)).values()].some(({ kind }) => kind === 'upstream');
      if (wait === 0 && !failed) break;
      clock.advanceTo(Math.max(wait, clock.now() + SLOT) as Instant);
    }
    return { trouble: troubleIn(log), log };
  } finally {
    await functions.close();
  }
}

const QUEUE = {
  name: LOCAL.queue,
  rateLimits: { maxDispatchesPerSecond: 10, maxConcurrentDispatches: 4 },
  retryConfig: { maxAttempts: 4, minBackoff: '1s', maxBackoff: '60s', maxDoublings: 4 },
};

function ignoreConflict(error: unknown): void {
  if ((error as { status?: unknown }).status !== 409) throw error;
}

/** Tasks of a run that was killed point at an address that no longer answers; this run's sweep makes its own. */
async function dropLeftovers(workspace: string): Promise<void> {
  const { tasks } = localClients(workspace).tasks.projects.locations.queues;
  const { data } = await tasks.list({ parent: LOCAL.queue, pageSize: 1000 });
  for (const { name } of data.tasks ?? []) if (name) await tasks.delete({ name }).catch(() => undefined);
}

async function call(url: string, superior: string): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ superior }) });
  await answer.text(); // what went wrong is in the log, as a code
}

/** The newest word on each register; a later success clears an earlier failure. */
function troubleIn(log: readonly LogEntry[]): Map<string, { code: string; kind: string }> {
  const trouble = new Map<string, { code: string; kind: string }>();
  for (const { subject, code, kind } of log) {
    if (typeof subject !== 'string') continue;
    if (typeof code === 'string') trouble.set(subject, { code, kind: String(kind) });
    else trouble.delete(subject);
  }
  return trouble;
}

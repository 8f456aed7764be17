// Carries tasks out: a real HTTP request to each task's address, again until one answers 2xx or the queue gives up.
import type { Store } from '../store.ts';
import { type Attempt, backoffSeconds, type StoredQueue, type StoredTask, secondsOf } from './queue.ts';

export interface DispatcherOptions {
  readonly store: Store;
  readonly now: () => number;
  /** How much of Google's wait between attempts is really waited: 1 all, 0 nothing. */
  readonly backoffScale: number;
}

const POLL_MS = 250;

export class Dispatcher {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #scale: number;
  readonly #running = new Map<string, string>();
  /** Tasks between two attempts, by name: the moment of real time they wait for. */
  readonly #resting = new Map<string, NodeJS.Timeout>();
  readonly #abort = new AbortController();
  #waiters: (() => void)[] = [];
  #poll: NodeJS.Timeout | undefined;
  #closed = false;

  constructor({ store, now, backoffScale }: DispatcherOptions) {
    this.#store = store;
    this.#now = now;
    this.#scale = backoffScale;
  }

  /** Looks for due tasks after the current request has been answered. */
  wake(): void {
    if (!this.#closed) setImmediate(() => this.#look());
  }

  /** Resolves when no task is due, running or waiting for its next attempt. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.wake();
    });
  }

  /** Carries one task out now, whatever its time or its queue's state. */
  force(name: string): void {
    clearTimeout(this.#resting.get(name));
    this.#resting.delete(name);
    const task = this.#store.get<StoredTask>('tasks', name);
    if (task !== undefined && !this.#running.has(name)) setImmediate(() => this.#start(task));
  }

  close(): void {
    this.#closed = true;
    this.#abort.abort();
    clearTimeout(this.#poll);
    for (const timer of this.#resting.values()) clearTimeout(timer);
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  #look(): void {
    if (this.#closed) return;
    const now = this.#now();
    let later = false;
    for (const task of this.#store.values<StoredTask>('tasks')) {
      if (this.#running.has(task.name) || this.#resting.has(task.name)) continue;
      const isRetry = task.dispatchCount > 0;
      if (!isRetry && task.scheduleTime > now) later = true;
      else if (this.#hasRoom(task.queue)) this.#start(task);
    }
    clearTimeout(this.#poll);
    if (later) this.#poll = setTimeout(() => this.#look(), POLL_MS).unref();
    if (this.#running.size === 0 && this.#resting.size === 0) for (const waiter of this.#waiters.splice(0)) waiter();
  }

  #hasRoom(name: string): boolean {
    const queue = this.#store.get<StoredQueue>('queues', name);
    if (queue === undefined || queue.state === 'PAUSED') return false;
    const busy = [...this.#running.values()].filter((running) => running === name).length;
    return busy < queue.rateLimits.maxConcurrentDispatches;
  }

  #start(task: StoredTask): void {
    if (this.#closed || this.#running.has(task.name)) return;
    this.#running.set(task.name, task.queue);
    void this.#attempt(task).finally(() => {
      this.#running.delete(task.name);
      this.#look();
    });
  }

  async #attempt(task: StoredTask): Promise<void> {
    const dispatchTime = this.#now();
    const started: Attempt = { scheduleTime: task.scheduleTime, dispatchTime };
    this.#update(task.name, (kept) => ({
      ...kept,
      dispatchCount: kept.dispatchCount + 1,
      firstAttempt: kept.firstAttempt ?? started,
      lastAttempt: started,
    }));
    const httpStatus = await this.#call(task);
    if (this.#closed) return;
    this.#ended(task.name, { ...started, responseTime: this.#now(), httpStatus });
  }

  /** The status of the target's answer, 0 when there was none. */
  async #call(task: StoredTask): Promise<number> {
    const { url, httpMethod = 'POST', body } = task.httpRequest;
    const hasBody = body !== undefined && httpMethod !== 'GET' && httpMethod !== 'HEAD';
    try {
      const deadline = AbortSignal.timeout(secondsOf(task.dispatchDeadline) * 1000);
      const response = await fetch(url, {
        method: httpMethod,
        headers: this.#headers(task),
        signal: AbortSignal.any([deadline, this.#abort.signal]),
        redirect: 'manual',
        ...(hasBody ? { body: Buffer.from(body, 'base64') } : {}),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }

  #headers(task: StoredTask): Record<string, string> {
    const { headers = {}, oidcToken, oauthToken, url, body } = task.httpRequest;
    const previous = task.lastAttempt?.httpStatus;
    return {
      ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      'user-agent': 'Google-Cloud-Tasks',
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      'x-cloudtasks-taskname': task.name.split('/').at(-1) ?? '',
      'x-cloudtasks-queuename': task.queue.split('/').at(-1) ?? '',
      'x-cloudtasks-taskretrycount': String(task.dispatchCount),
      'x-cloudtasks-taskexecutioncount': String(task.responseCount),
      'x-cloudtasks-tasketa': String(task.scheduleTime / 1000),
      ...(previous === undefined ? {} : { 'x-cloudtasks-taskpreviousresponse': String(previous) }),
      ...(oidcToken === undefined
        ? {}
        : { authorization: `Bearer ${this.#idToken(oidcToken.serviceAccountEmail ?? '', oidcToken.audience ?? url)}` }),
      ...(oauthToken === undefined ? {} : { authorization: `Bearer ya29.local-${oauthToken.serviceAccountEmail ?? ''}` }),
    };
  }

  /** An identity token with Google's claims but no signature: PARITY tells. */
  #idToken(email: string, aud: string): string {
    const iat = Math.floor(this.#now() / 1000);
    const claims = { iss: 'https://accounts.google.com', aud, azp: email, sub: email, email, email_verified: true, iat, exp: iat + 3600 };
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
  }

  #ended(name: string, attempt: Attempt): void {
    const status = attempt.httpStatus ?? 0;
    const isDone = status >= 200 && status < 300;
    const task = this.#update(name, (kept) => ({
      ...kept,
      responseCount: kept.responseCount + (status === 0 ? 0 : 1),
      lastAttempt: attempt,
    }));
    if (task === undefined) return;
    const config = this.#store.get<StoredQueue>('queues', task.queue)?.retryConfig;
    if (isDone || config === undefined || isExhausted(task, config.maxAttempts, config.maxRetryDuration, this.#now())) {
      this.#store.atomically(() => {
        this.#store.remove('tasks', name);
        this.#store.put('task-names', name, this.#now());
      });
      return;
    }
    const wait = backoffSeconds(config, task.dispatchCount) * 1000;
    this.#update(name, (kept) => ({ ...kept, scheduleTime: this.#now() + wait }));
    const rested = (): void => {
      this.#resting.delete(name);
      this.#look();
    };
    this.#resting.set(name, setTimeout(rested, wait * this.#scale));
  }

  #update(name: string, change: (task: StoredTask) => StoredTask): StoredTask | undefined {
    const task = this.#store.get<StoredTask>('tasks', name);
    if (task === undefined) return undefined;
    const changed = change(task);
    this.#store.atomically(() => this.#store.put('tasks', name, changed));
    return changed;
  }
}

function isExhausted(task: StoredTask, maxAttempts: number, maxRetryDuration: string | undefined, now: number): boolean {
  const attemptsOver = maxAttempts !== -1 && task.dispatchCount >= maxAttempts;
  const limit = maxRetryDuration === undefined ? 0 : secondsOf(maxRetryDuration) * 1000;
  const started = task.firstAttempt?.dispatchTime ?? now;
  // With both limits set Google stops only when both are reached; a limit of 0 is no limit.
  return attemptsOver && (limit === 0 || now - started >= limit);
}

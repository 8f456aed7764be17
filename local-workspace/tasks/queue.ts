// Queues and tasks as they are kept, and their Google JSON.
import type { JsonObject } from '../json.ts';

export interface RetryConfig {
  readonly maxAttempts: number;
  readonly maxRetryDuration?: string;
  readonly minBackoff: string;
  readonly maxBackoff: string;
  readonly maxDoublings: number;
}

export interface StoredQueue {
  readonly name: string;
  readonly state: 'RUNNING' | 'PAUSED';
  readonly rateLimits: { readonly maxDispatchesPerSecond: number; readonly maxBurstSize: number; readonly maxConcurrentDispatches: number };
  readonly retryConfig: RetryConfig;
}

export interface HttpCall {
  readonly url: string;
  readonly httpMethod?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly oidcToken?: { readonly serviceAccountEmail?: string; readonly audience?: string };
  readonly oauthToken?: { readonly serviceAccountEmail?: string; readonly scope?: string };
}

export interface Attempt {
  readonly scheduleTime: number;
  readonly dispatchTime: number;
  readonly responseTime?: number;
  /** The HTTP status, or 0 when there was no answer. */
  readonly httpStatus?: number;
}

export interface StoredTask {
  readonly name: string;
  readonly queue: string;
  readonly httpRequest: HttpCall;
  readonly createTime: number;
  readonly scheduleTime: number;
  readonly dispatchDeadline: string;
  readonly dispatchCount: number;
  readonly responseCount: number;
  readonly firstAttempt?: Attempt;
  readonly lastAttempt?: Attempt;
}

export const iso = (at: number): string => new Date(at).toISOString();

/** The seconds of a duration such as 3.5s. */
export function secondsOf(duration: string): number {
  return Number(duration.replace(/s$/, ''));
}

const CODE_BY_HTTP: Readonly<Record<number, number>> = {
  0: 14,
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  409: 6,
  429: 8,
  500: 13,
  501: 12,
  503: 14,
  504: 4,
};

function attemptJson(attempt: Attempt, full: boolean): JsonObject {
  const first = { dispatchTime: iso(attempt.dispatchTime) };
  if (!full) return first;
  const { responseTime, httpStatus } = attempt;
  const code = httpStatus === undefined ? undefined : (CODE_BY_HTTP[httpStatus] ?? 2);
  return {
    scheduleTime: iso(attempt.scheduleTime),
    ...first,
    ...(responseTime === undefined ? {} : { responseTime: iso(responseTime) }),
    ...(code === undefined ? {} : { responseStatus: { code, message: `HTTP status code ${httpStatus ?? 0}` } }),
  };
}

/** A task as Google answers it; the body only in the full view. */
export function taskJson(task: StoredTask, view: string): JsonObject {
  const { url, httpMethod = 'POST', headers, body, oidcToken, oauthToken } = task.httpRequest;
  const httpRequest = {
    url,
    httpMethod,
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined || view !== 'FULL' ? {} : { body }),
    ...(oidcToken === undefined ? {} : { oidcToken }),
    ...(oauthToken === undefined ? {} : { oauthToken }),
  };
  return {
    name: task.name,
    httpRequest,
    scheduleTime: iso(task.scheduleTime),
    createTime: iso(task.createTime),
    dispatchDeadline: task.dispatchDeadline,
    ...(task.dispatchCount === 0 ? {} : { dispatchCount: task.dispatchCount }),
    ...(task.responseCount === 0 ? {} : { responseCount: task.responseCount }),
    ...(task.firstAttempt === undefined ? {} : { firstAttempt: attemptJson(task.firstAttempt, false) }),
    ...(task.lastAttempt === undefined ? {} : { lastAttempt: attemptJson(task.lastAttempt, true) }),
    view: view === 'FULL' ? 'FULL' : 'BASIC',
  };
}

/** The wait before the next attempt, in seconds: doubling from minBackoff, then even steps, never above maxBackoff. */
export function backoffSeconds(config: RetryConfig, attempts: number): number {
  const [least, most] = [secondsOf(config.minBackoff), secondsOf(config.maxBackoff)];
  const doublings = Math.min(attempts - 1, config.maxDoublings);
  const steps = Math.max(0, attempts - 1 - config.maxDoublings);
  const doubled = least * 2 ** doublings;
  return Math.min(most, doubled + steps * doubled);
}

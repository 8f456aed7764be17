// Per-minute limits as Google's consoles show them; off unless asked for.
import type { ApiRequest } from './api-request.ts';
import { GoogleError } from './google-error.ts';

export interface MinuteLimits {
  readonly readsPerProject?: number;
  readonly writesPerProject?: number;
  readonly readsPerUser?: number;
  readonly writesPerUser?: number;
}

export interface Quotas {
  readonly sheets?: MinuteLimits;
}

const READS = /\.(get|getByDataFilter|batchGet|batchGetByDataFilter|search)$/;

/** Counts requests in whole minutes of the workspace's clock. */
export class QuotaMeter {
  readonly #quotas: Quotas;
  #minute = -1;
  #used = new Map<string, number>();

  constructor(quotas: Quotas) {
    this.#quotas = quotas;
  }

  /** Counts the request; throws 429 when its minute is full. */
  spend(request: ApiRequest): void {
    const limits = request.service === 'sheets' ? this.#quotas.sheets : undefined;
    if (limits === undefined) return;
    const minute = Math.floor(request.now / 60_000);
    if (minute !== this.#minute) this.#used = new Map();
    this.#minute = minute;
    const isRead = READS.test(request.method);
    const kind = isRead ? 'Read' : 'Write';
    const perProject = isRead ? limits.readsPerProject : limits.writesPerProject;
    const perUser = isRead ? limits.readsPerUser : limits.writesPerUser;
    this.#count(`${kind} requests`, `${kind} requests per minute`, '', perProject);
    this.#count(`${kind} requests`, `${kind} requests per minute per user`, request.account.email, perUser);
  }

  #count(metric: string, limit: string, who: string, allowed: number | undefined): void {
    if (allowed === undefined) return;
    const key = `${limit} ${who}`;
    const used = (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, used);
    if (used <= allowed) return;
    const message = `Quota exceeded for quota metric '${metric}' and limit '${limit}' of service 'sheets.googleapis.com' for consumer 'project_number:1'.`;
    const details = [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: { service: 'sheets.googleapis.com' },
      },
    ];
    throw new GoogleError(429, message, { details });
  }
}

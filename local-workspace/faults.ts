// Faults that a test or a person asks for: an error answer, an answer that gets lost, a connection refused.
import type { ServiceName } from './google-error.ts';

export interface FaultRequest {
  readonly service: ServiceName | undefined;
  /** Google's method id (sheets.spreadsheets.batchUpdate), or the HTTP method where there is none. */
  readonly method: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly body: unknown;
}

export type Fault = {
  readonly match: (request: FaultRequest) => boolean;
  readonly times?: number;
} & ({ readonly kind: 'status'; readonly status: number } | { readonly kind: 'lost' | 'refuse' });

/** A fault as a plain form says it; every part that is given must fit. `method` is Google's id, its end, or the HTTP method. */
export interface FaultForm {
  readonly service?: string;
  readonly method?: string;
  readonly pathIncludes?: string;
  readonly times?: number;
  readonly kind: string;
  readonly status?: number;
}

/** The fault a form describes, or undefined when it describes none. */
export function faultFromForm(form: FaultForm): Fault | undefined {
  const { service, method, pathIncludes, times = 1, kind, status } = form;
  const match = (request: FaultRequest): boolean =>
    (service === undefined || request.service === service) &&
    (method === undefined || request.httpMethod === method || request.method === method || request.method.endsWith(`.${method}`)) &&
    (pathIncludes === undefined || request.path.includes(pathIncludes));
  if (kind === 'lost' || kind === 'refuse') return { match, times, kind };
  if (kind !== 'status' || status === undefined || !Number.isInteger(status) || status < 400 || status > 599) return undefined;
  return { match, times, kind, status };
}

/** The faults still to come; each is used up by the requests it matches. */
export class FaultList {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault this request runs into, if any. */
  take(request: FaultRequest): Fault | undefined {
    const entry = this.#waiting.find(({ fault }) => fault.match(request));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== entry);
    return entry.fault;
  }
}

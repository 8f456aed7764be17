// Google's error answers: one class, thrown by every service, and the two shapes they are told in.

export type ServiceName = 'sheets' | 'drive' | 'gmail' | 'cloudtasks' | 'script' | 'oauth2';

export interface ErrorDetails {
  readonly status?: string;
  readonly reason?: string;
  readonly domain?: string;
  readonly location?: { readonly locationType: string; readonly location: string };
  readonly details?: readonly unknown[];
}

const STATUS_BY_CODE: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

const REASON_BY_CODE: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  409: 'alreadyExists',
  429: 'rateLimitExceeded',
  500: 'backendError',
  501: 'notImplemented',
  503: 'backendError',
};

/** An answer other than 2xx, as Google would give it. */
export class GoogleError extends Error {
  override readonly name = 'GoogleError';
  readonly code: number;
  readonly more: ErrorDetails;

  constructor(code: number, message: string, more: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.more = more;
  }
}

/** 400 INVALID_ARGUMENT. */
export function badRequest(message: string, more: ErrorDetails = {}): GoogleError {
  return new GoogleError(400, message, more);
}

/** 404 as the newer APIs and Gmail word it. */
export function entityNotFound(): GoogleError {
  return new GoogleError(404, 'Requested entity was not found.');
}

/** The body of an error answer: google.rpc for newer APIs, the errors list for Drive and Gmail. */
export function errorBody(service: ServiceName | undefined, error: GoogleError): unknown {
  const { code, message, more } = error;
  const status = more.status ?? STATUS_BY_CODE[code] ?? 'UNKNOWN';
  if (service !== 'drive' && service !== 'gmail') {
    return { error: { code, message, status, ...(more.details === undefined ? {} : { details: more.details }) } };
  }
  const reason = more.reason ?? REASON_BY_CODE[code] ?? 'badRequest';
  const entry = { message, domain: more.domain ?? 'global', reason, ...more.location };
  if (service === 'drive') return { error: { errors: [entry], code, message } };
  const details = more.details === undefined ? {} : { details: more.details };
  return { error: { code, message, errors: [entry], status, ...details } };
}

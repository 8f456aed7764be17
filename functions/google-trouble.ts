// What an error of a Google client means for us. Only its status and its reason's code are read: texts from outside never reach people or logs.
import { Problem } from '../rules/problem.ts';

/** The calls of which a 404 says that the workbook is gone; of any other it says that a mailbox or a queue is not set up. */
const ON_REGISTER: ReadonlySet<string> = new Set(['read', 'batchUpdate', 'developerMetadata.search']);
/** https://developers.google.com/workspace/gmail/api/guides/handle-errors: too many requests may come as 403 */
const BUSY_REASONS: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded']);

/** The HTTP status of Google's answer; undefined when there was none (refused, lost, timed out). */
export const statusOf = (error: unknown): number | undefined => responseOf(error)?.status;

/** The problem behind a failed call. `what` names the call for the log: "read", "drafts.send". */
export function troubleOf(error: unknown, what: string, register: string): Problem {
  if (error instanceof Problem) return error;
  if (!isFromClient(error)) return new Problem('BUG', { where: what }, { cause: error });
  const status = statusOf(error);
  const named = { what, ...(status === undefined ? {} : { status }) };
  if (isBusy(error, status)) return new Problem('GOOGLE_BUSY', named, { cause: error });
  if (status === 404 && ON_REGISTER.has(what)) return new Problem('REGISTER_GONE', { register }, { cause: error });
  return new Problem('GOOGLE_REFUSED', named, { cause: error });
}

/** No answer, one that was cut off on its way, or one that asks to come again. */
const isBusy = (error: unknown, status: number | undefined): boolean =>
  status === undefined || status < 400 || status === 408 || status === 429 || status >= 500 || (status === 403 && isOverQuota(error));

const isOverQuota = (error: unknown): boolean => {
  const { data } = responseOf(error) ?? {};
  const reasons = (data as { error?: { errors?: readonly { reason?: string }[] } } | undefined)?.error?.errors;
  return Array.isArray(reasons) && reasons.some(({ reason }) => BUSY_REASONS.has(String(reason)));
};

interface ClientError extends Error {
  readonly config: object;
  readonly response?: { readonly status?: number; readonly data?: unknown };
}

/** By its form and not by its class: google-auth-library and googleapis each bring a version of gaxios, and a class knows only its own. */
const isFromClient = (error: unknown): error is ClientError =>
  error instanceof Error && 'config' in error && typeof error.config === 'object' && error.config !== null;

const responseOf = (error: unknown): ClientError['response'] => (isFromClient(error) ? error.response : undefined);

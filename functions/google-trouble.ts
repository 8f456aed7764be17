// What an error of a Google client means for us. Only the status is read: texts from outside never reach people or logs.
import { gaxios } from 'google-auth-library';
import { Problem } from '../rules/problem.ts';

/** The HTTP status of Google's answer; undefined when there was none (refused, lost, timed out). */
export const statusOf = (error: unknown): number | undefined => (error instanceof gaxios.GaxiosError ? error.response?.status : undefined);

/** The problem behind a failed call. `what` names the call for the log: "read", "drafts.send". */
export function troubleOf(error: unknown, what: string, register: string): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof gaxios.GaxiosError)) return new Problem('BUG', { where: what }, { cause: error });
  const status = statusOf(error);
  if (status === 404 && what !== 'drafts.send') return new Problem('REGISTER_GONE', { register }, { cause: error });
  if (status === 401 || status === 403) return new Problem('GOOGLE_REFUSED', { what, status }, { cause: error });
  if (status === undefined || status === 408 || status === 429 || status >= 500)
    return new Problem('GOOGLE_BUSY', { what, ...(status === undefined ? {} : { status }) }, { cause: error });
  return new Problem('GOOGLE_REFUSED', { what, status }, { cause: error });
}

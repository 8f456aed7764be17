// A line as _Số chốt keeps it: its text, and what is read back of one.
import type { Instant } from '../calendar-date.ts';
import type { Line } from '../conversation.ts';

/** The line of a key from its text; undefined where it is none. */
export function parseLine(key: string, text: string): Line | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== 'object' || raw === null) return undefined;
    const { status, attempt, mailbox, draft, thread, leaseUntil, message, reason, unmarked } = raw as Record<string, unknown>;
    if (status !== 'sending' && status !== 'sent' && status !== 'undecided') return undefined;
    if (typeof attempt !== 'number' || typeof leaseUntil !== 'number') return undefined;
    if (typeof mailbox !== 'string' || typeof draft !== 'string' || typeof thread !== 'string') return undefined;
    return {
      key,
      status,
      attempt,
      mailbox,
      draft,
      thread,
      leaseUntil: leaseUntil as Instant,
      ...(typeof message === 'string' ? { message } : {}),
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(unmarked === true ? { unmarked } : {}),
    };
  } catch {
    return undefined; // a report is then told from the ledger alone, and a person decides
  }
}

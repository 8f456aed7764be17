// How often a register may call: a guard for the quotas that all registers share. It counts in the memory of one instance.
import { Problem } from '../rules/problem.ts';

const MINUTE = 60_000;
const AT_MOST = 20;
const REMEMBERED = 1000;

/** Counts a call, or throws TOO_MANY_CALLS. */
export type CallLimit = (register: string) => void;

/** `ticks`: milliseconds of a clock that only runs forward. */
export function callLimit(ticks: () => number = () => performance.now(), atMost: number = AT_MOST): CallLimit {
  const calls = new Map<string, readonly number[]>();
  return (register) => {
    const now = ticks();
    const recent = (calls.get(register) ?? []).filter((at) => now - at < MINUTE);
    if (recent.length >= atMost) throw new Problem('TOO_MANY_CALLS', { register });
    if (calls.size >= REMEMBERED) for (const [id, at] of calls) if (at.every((one) => now - one >= MINUTE)) calls.delete(id);
    calls.set(register, [...recent, now]);
  };
}

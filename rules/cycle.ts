// One turn over one register: read, decide, deliver, settle. `decide` is a plain function; a turn only keeps the order.
import type { Instant } from './calendar-date.ts';
import type { Line, RegisterId, Talk, Write } from './conversation.ts';
import { ask } from './conversation.ts';
import type { Reading } from './register/grid.ts';
import { type Delivery, deliver } from './reporting/deliver.ts';

/** What is to be done, decided from one reading. */
export interface Decision {
  /** in the order in which they are to go out, each with what the ledger and _Số chốt say of its key, reconciled */
  readonly deliveries: readonly { readonly delivery: Delivery; readonly seen: Line | undefined }[];
  /**
   * The owned cells that now differ from what was read; undefined when none does. `lines` are in the order of `deliveries`.
   * It also names the markers to `drop`: those of lines that both tabs say were sent a day ago or earlier, all attempts
   * of a key together (_Số chốt knows how many). No reading is a day old, so nobody can still run into them.
   */
  settle(lines: readonly Line[]): Write | undefined;
}

export interface TurnResult {
  /** one for each delivery that was looked at, in the order of `deliveries` */
  readonly lines: readonly Line[];
  /** another turn was at work here, or a thread has to be looked at later: from then on a turn finds the register free */
  readonly waitUntil: Instant | undefined;
}

/**
 * Reads a register, decides and carries the decision out. `now` is the moment the turn began, at or before its `read`.
 * A call that fails drops the whole turn, by design: what has been done is known only from the next `read`.
 * While another turn's lease runs, this one writes nothing: its reading may be the older of the two, and a settle write
 * from an old reading would put a line that is sent back to `sending`.
 */
export function* turn(register: RegisterId, decide: (reading: Reading) => Decision, now: Instant): Talk<TurnResult> {
  const reading = yield* ask('read', register);
  const decision = decide(reading);
  const busy = decision.deliveries.find(({ seen }) => seen && isRunning(seen, now))?.seen;
  if (busy) return { lines: [], waitUntil: busy.leaseUntil };
  const lines: Line[] = [];
  for (const { delivery, seen } of decision.deliveries) {
    const line = yield* deliver(delivery, seen, now);
    lines.push(line);
    if (isRunning(line, now)) return { lines, waitUntil: line.leaseUntil };
  }
  const rest = decision.settle(lines);
  if (rest) yield* ask('write', rest);
  return { lines, waitUntil: undefined };
}

const isRunning = (line: Line, now: Instant): boolean => line.status === 'sending' && now < line.leaseUntil;

// One turn over one register: read, decide, deliver, settle. `decide` is a plain function; a turn only keeps the order.
import { type Instant, localTime } from './calendar-date.ts';
import type { Line, RegisterId, Talk, Write } from './conversation.ts';
import { ask } from './conversation.ts';
import { Problem } from './problem.ts';
import type { Reading } from './register/grid.ts';
import { type Delivery, deliver } from './reporting/deliver.ts';
import type { Granted } from './reporting/wish.ts';

/** What is to be done, decided from one reading. */
export interface Decision {
  /** what a wish records before anything goes out, under a marker: of two who record the same at once the first counts */
  readonly first?: Write | undefined;
  /** in the order in which they are to go out, each with what the ledger and _Số chốt say of its key, reconciled */
  readonly deliveries: readonly { readonly delivery: Delivery; readonly seen: Line | undefined }[];
  /**
   * The owned cells that now differ from what was read; undefined when none does. `lines` are in the order of `deliveries`.
   * It also names the markers to `drop`: those of lines that both tabs say were sent a day ago or earlier, all attempts
   * of a key together (_Số chốt knows how many). No reading is a day old, so nobody can still run into them.
   */
  settle(lines: readonly Line[]): Write | undefined;
  /** what its person is told, given the lines of the deliveries; absent where nobody wished anything */
  granted?(lines: readonly Line[]): Granted;
}

export interface TurnResult {
  /** one for each delivery that was looked at, in the order of `deliveries` */
  readonly lines: readonly Line[];
  /** another turn was at work here, or a thread has to be looked at later: from then on a turn finds the register free */
  readonly waitUntil: Instant | undefined;
  /** what became of the wish; absent where there was none, or the turn could not get to it */
  readonly granted?: Granted;
  /** somebody else recorded the same first: nothing was written */
  readonly overtaken?: true;
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
  if (decision.first && (yield* ask('write', decision.first)) === 'taken') return { lines: [], waitUntil: undefined, overtaken: true };
  const lines: Line[] = [];
  for (const { delivery, seen } of decision.deliveries) {
    const line = yield* deliver(delivery, seen, now);
    lines.push(line);
    if (isRunning(line, now)) return { lines, waitUntil: line.leaseUntil, ...told(decision, lines) };
  }
  const rest = decision.settle(lines);
  if (rest) yield* ask('write', rest);
  return { lines, waitUntil: undefined, ...told(decision, lines) };
}

const told = (decision: Decision, lines: readonly Line[]): Pick<TurnResult, 'granted'> =>
  decision.granted === undefined ? {} : { granted: decision.granted(lines) };

/** What the person of a wish is told. Throws a Problem where the turn could not get to it. */
export function grantedBy({ granted, overtaken, waitUntil }: TurnResult, register: RegisterId): Granted {
  if (granted !== undefined) return granted;
  if (overtaken) throw new Problem('REPORT_OVERTAKEN', { register });
  throw new Problem('REGISTER_BUSY', { register, until: waitUntil === undefined ? '' : localTime(waitUntil) });
}

const isRunning = (line: Line, now: Instant): boolean => line.status === 'sending' && now < line.leaseUntil;

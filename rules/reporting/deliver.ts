// One mail, once. Draft it, publish the draft together with the figures, send what was published.
// Whoever publishes attempt n may send until its lease is over; then somebody publishes n + 1. docs/decisions/001 says why.
import type { Instant } from '../calendar-date.ts';
import type { Letter, Line, Marker, RegisterId, Talk, Write } from '../conversation.ts';
import { ask } from '../conversation.ts';

const MINUTE = 60_000;
/** A shell asks nothing more once its turn is this old, counted from the turn's `now`: Apps Script's 6 minutes, and as many for a function. */
export const RUN_LIMIT = 6 * MINUTE;
/** A call that was asked for has had its effect by then, or never has one. */
export const CALL_LIMIT = MINUTE;
/** By then a thread shows what was sent in it. Gmail promises nothing; seconds are usual. */
export const INDEX_LAG = 3 * MINUTE;
const CLOCKS_APART = MINUTE;
/**
 * How long only the author of a marker may send, counted from the start of its turn. It outlasts everything that the author
 * can still bring about, and Gmail's delay in showing it: who comes after the lease sees all there is to see.
 */
export const LEASE = RUN_LIMIT + CALL_LIMIT + INDEX_LAG + CLOCKS_APART;

/** One mail that is due. */
export interface Delivery {
  readonly register: RegisterId;
  readonly letter: Letter;
  /** the mailbox this turn sends from */
  readonly mailbox: string;
  /**
   * The blocks published with the draft: the ledger line, the frozen figures, the owned tabs; `deliver` adds the marker.
   * Of the ledger and of _Số chốt only the rows of this key, or the lines that went out earlier in the turn would be lost.
   */
  batch(line: Line): Write;
  /** the blocks of a takeover: the ledger line alone, for the figures stay as they were frozen. `deliver` adds the marker */
  takeOver(line: Line): Write;
}

/** Why a line is `undecided`; the ledger's labels put it into words. */
export const UNDECIDED = { markerMissing: 'marker-missing', draftMissing: 'draft-missing' } as const;

/**
 * Sees to it that the mail of one key is sent, and answers with the line as the ledger should now show it: `sent`,
 * `undecided` (a person decides), or `sending` when it is left to another turn: one whose lease runs, another mailbox,
 * or a later one. `seen` is the ledger's line, `now` the moment the turn began. Throws nothing of its own.
 */
export function* deliver(delivery: Delivery, seen: Line | undefined, now: Instant): Talk<Line> {
  if (seen) return isOpenTo(delivery.mailbox, seen, now) ? yield* takeUp(delivery, seen, now) : seen;
  const drafted = yield* ask('draft', delivery.letter);
  const line = attemptOf(delivery, 1, drafted, now);
  const write: Write = { ...delivery.batch(line), publish: markerOf(line) };
  if ((yield* ask('write', write)) === 'written') return yield* send(line);
  const first = yield* ask('marker', { register: delivery.register, key: line.key, attempt: 1 });
  // A transport may have asked twice and been refused by its own marker: then the draft is the published one.
  if (first !== 'none' && first.draft === line.draft) return yield* send(line);
  yield* ask('discard', line.draft);
  return yield* takeUp(delivery, line, now);
}

const isOpenTo = (mailbox: string, line: Line, now: Instant): boolean =>
  line.status === 'sending' && line.mailbox === mailbox && now >= line.leaseUntil;

function* send(line: Line): Talk<Line> {
  const answer = yield* ask('send', line.draft);
  // Gone: a person had a hand in it, or a transport asked twice. A thread may lag, so it is looked at after the lease.
  return answer === 'gone' ? line : { ...line, status: 'sent', message: answer };
}

function* takeUp(delivery: Delivery, seen: Line, now: Instant): Talk<Line> {
  const marker = yield* latestMarker(delivery.register, seen);
  if (marker === 'none') return { ...seen, status: 'undecided', reason: UNDECIDED.markerMissing };
  const theirs: Line = { ...marker, status: 'sending' };
  if (!isOpenTo(delivery.mailbox, theirs, now)) return theirs;
  const line = attemptOf(delivery, marker.attempt + 1, marker, now);
  const write: Write = { ...delivery.takeOver(line), publish: markerOf(line) };
  if ((yield* ask('write', write)) === 'taken') {
    const winner = yield* latestMarker(delivery.register, line);
    return winner === 'none' ? theirs : { ...winner, status: 'sending' };
  }
  // Nobody has sent since the lease before ended, and nobody else may now: the thread shows all there is to know.
  const found = yield* ask('findSent', { thread: line.thread });
  if (found === 'none') return { ...line, status: 'undecided', reason: UNDECIDED.draftMissing };
  return 'sent' in found ? { ...line, status: 'sent', message: found.sent } : yield* send({ ...line, draft: found.draft });
}

/** Attempts are never replaced, so the latest is the last before a gap. */
function* latestMarker(register: RegisterId, seen: Line): Talk<Marker | 'none'> {
  let latest: Marker | 'none' = 'none';
  for (let attempt = seen.attempt; ; attempt += 1) {
    const marker: Marker | 'none' = yield* ask('marker', { register, key: seen.key, attempt });
    if (marker === 'none') return latest;
    latest = marker;
  }
}

function attemptOf(delivery: Delivery, attempt: number, { draft, thread }: Pick<Line, 'draft' | 'thread'>, now: Instant): Line {
  const { letter, mailbox } = delivery;
  return { key: letter.key, status: 'sending', attempt, mailbox, draft, thread, leaseUntil: (now + LEASE) as Instant };
}

const markerOf = ({ key, attempt, mailbox, draft, thread, leaseUntil }: Line): Marker => ({
  key,
  attempt,
  mailbox,
  draft,
  thread,
  leaseUntil,
});

// One turn over the model register. A generator cannot be copied, so a worker is the answers it has heard, and is replayed.
import type { Instant } from '../../../rules/calendar-date.ts';
import type { Block, Call, Letter, Line, Talk, Write } from '../../../rules/conversation.ts';
import type { Decision, TurnResult } from '../../../rules/cycle.ts';
import type { CellValue, Grid, Reading } from '../../../rules/register/grid.ts';
import { type Delivery, LEASE } from '../../../rules/reporting/deliver.ts';

export const LEDGER = 1;
export const FROZEN = 2;
export const SUMMARY = 3;
export const APPROVED = 4;
/** A line was settled within one turn of its `now`, and the oldest reading then begun ends its last call within another. */
const OLD = 3;

export type Turn = (register: string, decide: (reading: Reading) => Decision, now: Instant) => Talk<TurnResult>;
export interface Task {
  readonly turn: Turn;
  /** in the order of delivery */
  readonly keys: readonly string[];
  /** half leases after which a settled line's markers are dropped */
  readonly dropAfter?: number;
  readonly ignoresLeases?: boolean;
  /** who records that the first key is approved, before anything goes out, where nobody has yet */
  readonly approver?: string;
  /** a mutation: the approval is written without a marker */
  readonly approvesBlindly?: boolean;
}
export const instant = (tick: number): Instant => ((tick * LEASE) / 2) as Instant;

/** The next call of a worker that began at `tick` and has heard these answers; undefined when its turn is over. */
export function nextCall(task: Task, tick: number, answers: readonly unknown[]): Call | undefined {
  const known = CALLS.get(answers);
  if (known && known.task === task && known.tick === tick) return known.call;
  const talk = task.turn('register', (reading) => decide(task, reading, tick), instant(tick));
  let step = talk.next();
  for (const [index, answer] of answers.entries()) step = talk.next(index === 0 ? asReading(answer as Record<number, Grid>) : answer);
  const call = step.done ? undefined : step.value;
  CALLS.set(answers, { task, tick, call });
  return call;
}
const CALLS = new WeakMap<readonly unknown[], { readonly task: Task; readonly tick: number; readonly call: Call | undefined }>();

const asReading = (tabs: Readonly<Record<number, Grid>>): Reading => ({
  register: 'register',
  grids: new Map([LEDGER, FROZEN, SUMMARY, APPROVED].map((id) => [id, tabs[id] ?? []])),
});

function grid(reading: Reading, sheetId: number): Grid {
  const found = reading.grids.get(sheetId);
  return found === undefined || found === 'missing' ? [] : found;
}

export const ledgerLines = (rows: Grid): readonly (Line | undefined)[] =>
  rows.map((row) => (typeof row[1] === 'string' ? (JSON.parse(row[1]) as Line) : undefined));

/** All keys are due. The ledger and _Số chốt hold a row per key; the summary is a whole tab that follows from the lines. */
function decide(task: Task, reading: Reading, tick: number): Decision {
  const rows = grid(reading, LEDGER);
  const ledger = ledgerLines(rows).map((line) => (line && task.ignoresLeases ? { ...line, leaseUntil: instant(0) } : line));
  const place = (line: Pick<Line, 'key'>): number => (line.key === 'A' ? 0 : 1); // a report's row follows from the schedule
  const delivery = (key: string): Delivery => ({
    ...{ register: 'register', mailbox: 'so-sach@quyky.example', letter: letter(key) },
    batch: (line) => write([row(LEDGER, place(line), ledgerRow(line)), row(FROZEN, place(line), [line.key, line.thread]), summary([line])]),
    takeOver: (line) => write([row(LEDGER, place(line), ledgerRow(line))]),
  });
  return {
    first: approval(task, reading, tick),
    deliveries: task.keys.map((key) => ({ delivery: delivery(key), seen: ledger[place({ key })] })),
    settle(lines) {
      const changed = lines.map((line) => {
        const before = ledger[place(line)];
        const settledAt = before?.status === 'sent' ? (rows[place(line)]?.[2] ?? null) : tick;
        const old = line.status === 'sent' && typeof settledAt === 'number' && tick - settledAt >= (task.dropAfter ?? OLD);
        return { line, cells: ledgerRow(line, old ? 'dropped' : settledAt), drop: old, same: before?.status === line.status && !old };
      });
      if (changed.every(({ same }) => same)) return undefined;
      const drop = changed.flatMap(({ line, drop }) => (drop ? attempts(line) : []));
      return { ...write([...changed.map(({ line, cells }) => row(LEDGER, place(line), cells)), summary(lines)]), drop };
    },
  };
}

/** As `grant` does it: cells of its own, and a marker of attempt 0. */
function approval({ approver, approvesBlindly, keys: [key = ''] }: Task, reading: Reading, tick: number): Decision['first'] {
  if (approver === undefined || grid(reading, APPROVED)[0]?.[0] === key) return undefined;
  const marker = { key, attempt: 0, mailbox: approver, draft: '', thread: '', leaseUntil: instant(tick) };
  return { ...write([row(APPROVED, 0, [key, approver])]), ...(approvesBlindly ? {} : { publish: marker }) };
}

const write = (blocks: Write['blocks']): Write => ({ register: 'register', blocks });
const row = (sheetId: number, at: number, cells: Grid[number]): Block => ({ sheetId, row: at, column: 0, cells: [cells], rest: false });
const ledgerRow = (line: Line, settledAt: CellValue = null): Grid[number] => [line.key, JSON.stringify(line), settledAt];
const summary = (lines: readonly Line[]): Block => ({
  ...row(SUMMARY, 0, [lines.map((line) => `${line.key}: ${line.status}`).join(', ')]),
  rest: true,
});
const attempts = ({ key, attempt }: Line): { key: string; attempt: number }[] =>
  Array.from({ length: attempt }, (_, index) => ({ key, attempt: index + 1 }));

function letter(key: string): Letter {
  const address = { email: 'so-sach@quyky.example' };
  return { key, from: address, to: [address], cc: [], replyTo: [], subject: key, html: '', text: '', attachments: [] };
}

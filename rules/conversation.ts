// A rule that must hear an answer before it goes on yields a call; a shell answers it. Rules decide, shells act.
// A call whose outcome is not known is thrown by the shell: the generator is dropped, and the next turn starts at `read`.
import type { Instant } from './calendar-date.ts';
import type { CellValue, Reading } from './register/grid.ts';

export type RegisterId = string;
export type DraftId = string;
export type ThreadId = string;
export type MessageId = string;

export interface Address {
  readonly name?: string;
  readonly email: string;
}
/** A mail, ready to be put into MIME by templates/. */
export interface Letter {
  /** the delivery's key; one mail per key, ever */
  readonly key: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** Who may send the draft of a key: published as developer metadata in the same batch as the figures. */
export interface Marker {
  readonly key: string;
  /** 1, 2, ...: taking over a lapsed lease publishes the next one, never replaces this one */
  readonly attempt: number;
  /** the sending mailbox; nobody else may act on the marker */
  readonly mailbox: string;
  readonly draft: DraftId;
  readonly thread: ThreadId;
  /** until then only its author may send */
  readonly leaseUntil: Instant;
}

/** What the ledger says of a key. */
export interface Line {
  readonly key: string;
  readonly status: 'sending' | 'sent' | 'undecided';
  readonly attempt: number;
  readonly mailbox: string;
  readonly draft: DraftId;
  readonly thread: ThreadId;
  readonly leaseUntil: Instant;
  readonly message?: MessageId;
  /** why a person has to decide, for the log and the ledger */
  readonly reason?: string;
  /** its markers were removed: nobody can still run into them */
  readonly unmarked?: true;
}

/** A block of owned cells, written whole; cells of the tab below the block are cleared when `rest` says so. */
export interface Block {
  readonly sheetId: number;
  /** zero-based */
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly OwnedCell[])[];
  /** clear what stands below the block, within its columns */
  readonly rest: boolean;
}
/** A plain value, or a link to a cell of the same workbook shown as a text. Dates are serials; text never becomes a formula. */
export type OwnedCell = CellValue | { readonly label: string; readonly sheetId: number; readonly a1: string };

/** One atomic batch. */
export interface Write {
  readonly register: RegisterId;
  readonly blocks: readonly Block[];
  /** published with the batch; the batch fails as a whole when the marker's place is taken */
  readonly publish?: Marker;
  /** markers whose ledger line says sent and that are a day old */
  readonly drop?: readonly { readonly key: string; readonly attempt: number }[];
}

/** One entry is one remote call. */
export interface Calls {
  read: { in: RegisterId; out: Reading };
  /** 'taken': another turn published this marker first; nothing of the batch was written */
  write: { in: Write; out: 'written' | 'taken' };
  draft: { in: Letter; out: { readonly draft: DraftId; readonly thread: ThreadId } };
  /** the marker of a key and attempt; 'none' when there is none */
  marker: { in: { readonly register: RegisterId; readonly key: string; readonly attempt: number }; out: Marker | 'none' };
  discard: { in: DraftId; out: 'discarded' };
  send: { in: DraftId; out: MessageId | 'gone' };
  /** what became of a thread: a sent message (whatever else is in it), a draft that is still there, or nothing */
  findSent: { in: { readonly thread: ThreadId }; out: { readonly sent: MessageId } | { readonly draft: DraftId } | 'none' };
}
type Name = keyof Calls;
export type Call<N extends Name = Name> = { [K in N]: { name: K; in: Calls[K]['in'] } }[N];
export type Talk<T> = Generator<Call, T, unknown>;
export type Shell = { [K in Name]: (input: Calls[K]['in']) => Calls[K]['out'] };
export type AsyncShell = { [K in Name]: (input: Calls[K]['in']) => Promise<Calls[K]['out']> };

/** Asks the outside one thing. The one cast of the seam; `Shell` and `AsyncShell` keep it true. */
export function* ask<N extends Name>(name: N, input: Calls[N]['in']): Talk<Calls[N]['out']> {
  return (yield { name, in: input } as Call) as Calls[N]['out'];
}
const put = <N extends Name, R>(shell: { [K in N]: (input: Calls[K]['in']) => R }, call: Call<N>): R => shell[call.name](call.in);

/** The synchronous driver: the sheet's own script. */
export function carryOut<T>(talk: Talk<T>, shell: Shell): T {
  let step = talk.next();
  while (!step.done) step = talk.next(put<Name, unknown>(shell, step.value));
  return step.value;
}

/** The asynchronous driver: the functions. */
export async function carryOutAsync<T>(talk: Talk<T>, shell: AsyncShell): Promise<T> {
  let step = talk.next();
  while (!step.done) step = talk.next(await put<Name, Promise<unknown>>(shell, step.value));
  return step.value;
}

// What a run asks of the workspace while it waits: the messages between the worker that runs a script and the process that serves it.

import type { JsonObject } from '../json.ts';
import type { Menu } from '../page/protocol.ts';

/** What a run is told at its beginning. */
export interface Job {
  readonly scriptId: string;
  readonly spreadsheet: string;
  readonly as: string;
  /** the window of the page it was begun in */
  readonly window?: string | undefined;
  readonly trigger: 'menu' | 'dialog' | 'open' | 'edit' | 'time';
  readonly function: string;
  readonly args: readonly unknown[];
  readonly event: EditEvent | JsonObject | undefined;
  /** files in their order; scripts carry the hash that names their compiled form */
  readonly scripts: readonly { readonly name: string; readonly source: string; readonly hash: string }[];
  readonly pages: Readonly<Record<string, string>>;
  readonly timeZone: string;
  /** global name and service of each enabled advanced service */
  readonly advanced: readonly { readonly symbol: string; readonly service: string }[];
  readonly manifestScopes: readonly string[];
  readonly granted: readonly string[];
  /** the workspace's clock; one that belongs to the caller stands still during a run */
  readonly clock: { readonly now: number; readonly runs: boolean };
  readonly selection: Place | undefined;
}

/** A 0-based rectangle of a tab. */
export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface EditEvent extends Place {
  readonly value?: string;
  readonly oldValue?: string;
}

export interface ApiCall {
  /** Google's method id */
  readonly method: string;
  readonly params: JsonObject;
  readonly body?: unknown;
}
export type ApiOutcome = { readonly body: unknown } | { readonly error: JsonObject & { readonly code: number; readonly message: string } };

/** Values that are about to be written. */
export interface EnterCall {
  readonly spreadsheet: string;
  readonly place: Place;
  readonly values: readonly (readonly unknown[])[];
}

export interface FetchCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array | undefined;
  readonly followRedirects: boolean;
}
export type FetchOutcome =
  | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly content: Uint8Array }
  | { readonly failure: 'refused' | 'timeout' };

export type AskButton = 'ok' | 'cancel' | 'yes' | 'no';
export interface AskCall {
  readonly title: string;
  readonly text: string;
  readonly prompt: boolean;
  readonly buttons: readonly AskButton[];
}

export interface ShowCall {
  readonly where: 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export type LockKind = 'document' | 'script' | 'user';
export interface TriggerWish {
  readonly handler: string;
  readonly every: 'minutes' | 'hours' | 'days';
  readonly n: number;
  readonly hour?: number;
}
export interface TriggerInfo {
  readonly id: string;
  readonly handler: string;
}

/** Every call, its argument and its answer. */
export interface Calls {
  api: (call: ApiCall) => ApiOutcome;
  /** an advanced service: refused when none of the method's scopes was granted */
  advanced: (call: ApiCall) => ApiOutcome;
  /** the first cell whose validation refuses what is to be written, which the API itself does not ask */
  refusedCell: (entered: EnterCall) => string | undefined;
  fetch: (call: FetchCall) => FetchOutcome;
  ask: (ask: AskCall) => { readonly button: AskButton | 'close'; readonly text: string };
  show: (show: ShowCall) => void;
  toast: (toast: { readonly title: string; readonly text: string; readonly seconds: number }) => void;
  select: (place: Place) => void;
  menu: (menu: Menu) => void;
  lock: (wish: { readonly kind: LockKind; readonly wait: number }) => boolean;
  unlock: (kind: LockKind) => void;
  properties: (kind: LockKind) => Readonly<Record<string, string>>;
  setProperties: (change: {
    readonly kind: LockKind;
    readonly values: Readonly<Record<string, string | null>>;
    readonly only: boolean;
  }) => void;
  identityToken: (scopes: readonly string[]) => string;
  accessToken: (nothing: null) => string;
  addTrigger: (wish: TriggerWish) => TriggerInfo;
  triggers: (nothing: null) => readonly TriggerInfo[];
  removeTrigger: (id: string) => void;
}

export type CallName = keyof Calls;
export type Argument<K extends CallName> = Parameters<Calls[K]>[0];
export type Answered<K extends CallName> = ReturnType<Calls[K]>;

/** The workspace's side: each call answered when it can be. What it throws is thrown in the script. */
export type Serving = { readonly [K in CallName]: (argument: Argument<K>) => Answered<K> | Promise<Answered<K>> };

/** From the worker: a call that waits for its answer, a line of the log, or the end. */
export type FromWorker = { readonly call: CallName; readonly argument: unknown } | { readonly line: string } | { readonly ended: Ended };

export type Ended = { readonly value: unknown } | { readonly error: string };
export type ToWorker = { readonly answer: unknown } | { readonly thrown: string };

/** The memory both sides see: whether the answer is there, and how many SpreadsheetApp calls were made. */
export const SIGNAL = 0;
export const CALLS = 1;

export interface Start {
  readonly job: Job;
  readonly shared: SharedArrayBuffer;
}

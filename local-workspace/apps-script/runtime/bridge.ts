// The worker's end of a call: the message goes out, and the thread sleeps until the answer is there.
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { type Answered, type Argument, CALLS, type CallName, type FromWorker, SIGNAL, type ToWorker } from '../calls.ts';

/** A failure that a script may catch, in Google's words. */
export class ScriptError extends Error {
  override readonly name: string;
  readonly details: unknown;

  constructor(message: string, name = 'Exception', details?: unknown) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

export class Bridge {
  readonly #cells: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.#cells = new Int32Array(shared);
  }

  /** Asks the workspace and waits. Throws what the workspace threw. */
  call<K extends CallName>(call: K, argument: Argument<K>): Answered<K> {
    Atomics.store(this.#cells, SIGNAL, 0);
    this.#post({ call, argument });
    Atomics.wait(this.#cells, SIGNAL, 0);
    const message = parentPort === null ? undefined : (receiveMessageOnPort(parentPort)?.message as ToWorker | undefined);
    if (message === undefined) throw new Error(`no answer to ${call}`);
    if ('thrown' in message) throw new ScriptError(message.thrown);
    return message.answer as Answered<K>;
  }

  line(line: string): void {
    this.#post({ line });
  }

  count(): void {
    Atomics.add(this.#cells, CALLS, 1);
  }

  /** Sleeps for real. */
  sleep(milliseconds: number): void {
    Atomics.store(this.#cells, SIGNAL, 0);
    Atomics.wait(this.#cells, SIGNAL, 0, milliseconds);
  }

  #post(message: FromWorker): void {
    parentPort?.postMessage(message);
  }
}

// The workers that runs happen in: each serves one run at a time, one warm spare waits, and a run over its limit is ended with its worker.
import { Worker } from 'node:worker_threads';
import { CALLS, type CallName, type Ended, type FromWorker, type Job, type Serving, SIGNAL, type ToWorker } from './calls.ts';

const SPARES = 2;
/** A run that lasts longer may be waiting for a person: the next one is not to wait for a worker. */
const LONG_MS = 1000;
const TOO_LONG = 'Exceeded maximum execution time';

export interface RunHandle {
  /** Resolves when the script has ended, was ended, or its worker died. */
  readonly ended: Promise<Ended>;
  /** method calls on SpreadsheetApp objects so far */
  calls(): number;
}

export class WorkerPool {
  readonly #spares: Worker[] = [];
  readonly #busy = new Set<Worker>();
  #isClosed = false;

  /** Makes sure that a worker waits. */
  warm(): void {
    if (!this.#isClosed && this.#spares.length === 0) this.#spares.push(startWorker());
  }

  /** Runs a job; `serve` answers what the script asks for, `line` hears its log. */
  run(job: Job, limit: number, serve: Serving, line: (text: string) => void): RunHandle {
    const worker = this.#spares.pop() ?? startWorker();
    this.#busy.add(worker);
    const shared = new SharedArrayBuffer(8);
    const cells = new Int32Array(shared);
    const ended = new Promise<Ended>((resolve) => {
      const end = (outcome: Ended, isAlive: boolean): void => {
        clearTimeout(timer);
        clearTimeout(replacing);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        this.#busy.delete(worker);
        if (isAlive && !this.#isClosed && this.#spares.length < SPARES) this.#keep(worker);
        else void worker.terminate();
        resolve(outcome);
      };
      const onMessage = (message: FromWorker): void => {
        if ('ended' in message) end(message.ended, true);
        else if ('line' in message) line(message.line);
        else void answerCall(worker, cells, serve, message);
      };
      const onError = (error: unknown): void => end({ error: error instanceof Error ? error.message : String(error) }, false);
      const onExit = (): void => end({ error: 'The script was ended.' }, false);
      const timer = setTimeout(() => end({ error: TOO_LONG }, false), limit);
      const replacing = setTimeout(() => this.warm(), LONG_MS);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
    worker.ref();
    worker.postMessage({ job, shared });
    return { ended, calls: () => Atomics.load(cells, CALLS) };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#spares.splice(0), ...this.#busy].map((worker) => worker.terminate()));
  }

  #keep(worker: Worker): void {
    worker.unref();
    this.#spares.push(worker);
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('runtime/main.ts', import.meta.url), { execArgv: [], env: {}, stdout: false, stderr: false });
  worker.unref();
  return worker;
}

async function answerCall(
  worker: Worker,
  cells: Int32Array,
  serve: Serving,
  { call, argument }: { readonly call: CallName; readonly argument: unknown },
): Promise<void> {
  let message: ToWorker;
  try {
    const carryOut = serve[call] as (given: unknown) => unknown;
    message = { answer: await carryOut(argument) };
  } catch (error) {
    message = { thrown: error instanceof Error ? error.message : String(error) };
  }
  worker.postMessage(message);
  Atomics.store(cells, SIGNAL, 1);
  Atomics.notify(cells, SIGNAL);
}

// LockService across runs: who holds which lock, and who waits for it.

interface Waiter {
  readonly run: string;
  readonly give: (got: boolean) => void;
}

export class LockTable {
  readonly #holders = new Map<string, string>();
  readonly #waiting = new Map<string, Waiter[]>();

  /** Resolves with true once the run holds the lock, with false when it could not in that many milliseconds. */
  take(key: string, run: string, wait: number): Promise<boolean> {
    const holder = this.#holders.get(key);
    if (holder === undefined || holder === run) {
      this.#holders.set(key, run);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const queue = this.#waiting.get(key) ?? [];
      this.#waiting.set(key, queue);
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiter), 1);
        resolve(false);
      }, wait);
      const waiter: Waiter = {
        run,
        give: (got) => {
          clearTimeout(timer);
          resolve(got);
        },
      };
      queue.push(waiter);
    });
  }

  release(key: string, run: string): void {
    if (this.#holders.get(key) !== run) return;
    this.#holders.delete(key);
    const next = this.#waiting.get(key)?.shift();
    if (next === undefined) return;
    this.#holders.set(key, next.run);
    next.give(true);
  }

  /** What ends a run ends its locks and its waiting. */
  releaseAll(run: string): void {
    for (const [key, queue] of this.#waiting) {
      const own = queue.filter((waiter) => waiter.run === run);
      this.#waiting.set(
        key,
        queue.filter((waiter) => waiter.run !== run),
      );
      for (const waiter of own) waiter.give(false);
    }
    for (const key of [...this.#holders.keys()]) this.release(key, run);
  }
}

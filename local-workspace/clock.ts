// The workspace's clock: the caller's, or the system's with an offset that can be moved and is remembered.
import type { Store } from './store.ts';

export class Clock {
  readonly #given: (() => number) | undefined;
  readonly #store: Store;

  constructor(store: Store, given: (() => number) | undefined) {
    this.#store = store;
    this.#given = given;
  }

  readonly now = (): number => this.#given?.() ?? Date.now() + (this.#store.get<number>('clock', 'offset') ?? 0);

  get isMovable(): boolean {
    return this.#given === undefined;
  }

  /** Sets the time; it goes on from there. Throws when the clock belongs to the caller. */
  set(now: number): void {
    if (!this.isMovable) throw new Error('the clock belongs to the caller of startWorkspace');
    this.#store.atomically(() => this.#store.put('clock', 'offset', now - Date.now()));
  }
}

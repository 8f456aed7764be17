// Who has the page open, and what they are told. Events are not kept: a page that comes back reads everything anew.
import type { PageEvent } from './protocol.ts';

type Listener = (event: PageEvent) => void;

export class PageBus {
  readonly #listeners = new Set<Listener>();

  publish(event: PageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Hears every event until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }
}

// The stream of events, opened again whenever it breaks: the page knows when the workspace is gone and when it is back.
import type { PageEvent } from '../protocol.ts';
import { WINDOW } from './memory.ts';

const RETRY = 1500; // ms

export interface Listening {
  readonly heard: (event: PageEvent) => void;
  readonly lost: () => void;
}

export class Connection {
  readonly #listening: Listening;
  #source: EventSource | undefined;
  #retry: number | undefined;

  constructor(listening: Listening) {
    this.#listening = listening;
  }

  /** Listens as this person from now on. */
  open(as: string): void {
    this.close();
    const source = new EventSource(`/_workspace/page/events?${new URLSearchParams({ as, window: WINDOW })}`);
    this.#source = source;
    source.onmessage = (message: MessageEvent<string>) => this.#listening.heard(JSON.parse(message.data) as PageEvent);
    source.onerror = () => {
      source.close();
      if (this.#source !== source) return;
      this.#listening.lost();
      this.#retry = window.setTimeout(() => this.open(as), RETRY);
    };
  }

  close(): void {
    window.clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }
}

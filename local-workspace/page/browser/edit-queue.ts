// This page's edits on their way to the workspace: one after the other, again under the same id until they are acknowledged.
import type { Edit, EditAnswer } from '../protocol.ts';

export interface QueueParts {
  /** rejects when the workspace cannot be reached */
  readonly send: (edit: Edit) => Promise<EditAnswer>;
  readonly answered: (edit: Edit, answer: EditAnswer) => void;
  /** one could not be sent: the workspace is away */
  readonly stuck: () => void;
  /** the queue has changed: keep it, show it */
  readonly changed: (waiting: readonly Edit[]) => void;
}

export class EditQueue {
  readonly #parts: QueueParts;
  #waiting: readonly Edit[];
  #isSending = false;

  constructor(parts: QueueParts, left: readonly Edit[] = []) {
    this.#parts = parts;
    this.#waiting = left;
  }

  get waiting(): readonly Edit[] {
    return this.#waiting;
  }

  push(edit: Edit): void {
    this.#set([...this.#waiting, edit]);
    void this.resume();
  }

  /** Sends what waits; stops at the first that cannot be sent, to be called again when the workspace is back. */
  async resume(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let edit = this.#waiting[0]; edit !== undefined; edit = this.#waiting[0]) {
        const answer = await this.#parts.send(edit);
        this.#set(this.#waiting.slice(1));
        this.#parts.answered(edit, answer);
      }
    } catch {
      this.#parts.stuck(); // whoever notices the workspace's return resumes
    } finally {
      this.#isSending = false;
    }
  }

  #set(waiting: readonly Edit[]): void {
    this.#waiting = waiting;
    this.#parts.changed(waiting);
  }
}

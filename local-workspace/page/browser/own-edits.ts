// This person's own edits: on their way, acknowledged but not yet seen in what the workspace sent, and those that can be taken back.
import type { Edit, EditAnswer } from '../protocol.ts';
import { EditQueue, type QueueParts } from './edit-queue.ts';

interface Undoable {
  readonly edit: Edit;
  readonly before: Edit['cells'];
}

const MOST_UNDONE = 50;

export class OwnEdits {
  readonly queue: EditQueue;
  #acknowledged: readonly { readonly edit: Edit; readonly version: number }[] = [];
  #undoable: readonly Undoable[] = [];

  constructor(parts: QueueParts, left: readonly Edit[]) {
    this.queue = new EditQueue({ ...parts, answered: (edit, answer) => this.#answered(parts, edit, answer) }, left);
  }

  /** Sends an edit; `before` is what undoing puts back, absent for an undo itself. */
  make(edit: Edit, before?: Edit['cells']): void {
    if (before !== undefined) this.#undoable = [...this.#undoable, { edit, before }].slice(-MOST_UNDONE);
    this.queue.push(edit);
  }

  /** What is not in this version of the workbook yet. */
  notIn(spreadsheet: string, version: number): readonly Edit[] {
    this.#acknowledged = this.#acknowledged.filter((one) => one.edit.spreadsheet !== spreadsheet || one.version > version);
    const own = this.#acknowledged.filter(({ edit }) => edit.spreadsheet === spreadsheet).map(({ edit }) => edit);
    return [...own, ...this.queue.waiting.filter((edit) => edit.spreadsheet === spreadsheet)];
  }

  /** The last edit of this person in this workbook that stands, and what was there before. */
  takeLast(spreadsheet: string, as: string): Undoable | undefined {
    const last = this.#undoable.filter(({ edit }) => edit.spreadsheet === spreadsheet && edit.as === as).at(-1);
    this.#undoable = this.#undoable.filter((one) => one !== last);
    return last;
  }

  #answered(parts: QueueParts, edit: Edit, answer: EditAnswer): void {
    if ('ok' in answer) this.#acknowledged = [...this.#acknowledged, { edit, version: answer.version }];
    else this.#undoable = this.#undoable.filter((one) => one.edit.id !== edit.id);
    parts.answered(edit, answer);
  }
}

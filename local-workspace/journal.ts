// The append-only file behind a durable store: one line per mutation, written before the answer goes out.
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { sameJson } from './json.ts';

/** One changed document: a new value, a removal (no `v`), or for a grid the runs of rows that differ. */
export interface Change {
  readonly c: string;
  readonly k: string;
  readonly v?: unknown;
  readonly rows?: RowPatch;
}

/** `runs` are [first index, how many equal rows, the row]. */
export interface RowPatch {
  readonly length: number;
  readonly runs: readonly (readonly [number, number, unknown])[];
}

/** The rows that differ, equal neighbours as one run: a format set on a thousand rows is one entry. */
export function diffRows(before: readonly unknown[], after: readonly unknown[]): RowPatch {
  const runs: [number, number, unknown][] = [];
  for (const [index, row] of after.entries()) {
    if (index < before.length && before[index] === row) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === index && sameJson(last[2], row)) last[1] += 1;
    else runs.push([index, 1, row]);
  }
  return { length: after.length, runs };
}

/** The rows after a patch; rows of one run are one shared value. */
export function patchRows(before: readonly unknown[], patch: RowPatch): unknown[] {
  const after = before.slice(0, patch.length);
  while (after.length < patch.length) after.push(null);
  for (const [first, count, row] of patch.runs) after.fill(row, first, first + count);
  return after;
}

/** The append-only file. Not safe for two processes: the directory's lock sees to that. */
export class Journal {
  readonly #path: string;
  #file: number;
  #size: number;

  private constructor(path: string, file: number, size: number) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
  }

  /** Opens the file and replays each whole line; a torn last line is cut off. Throws when an earlier line is damaged. */
  static open(path: string, replay: (changes: readonly Change[]) => void): Journal {
    const text = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    let from = 0;
    let line = 1;
    for (let end = text.indexOf(10, from); end !== -1; end = text.indexOf(10, from), line += 1) {
      replay(Journal.#parse(path, line, text.toString('utf8', from, end)));
      from = end + 1;
    }
    const file = openSync(path, 'a');
    if (from < text.length) ftruncateSync(file, from);
    return new Journal(path, file, from);
  }

  static #parse(path: string, line: number, text: string): Change[] {
    try {
      return JSON.parse(text) as Change[];
    } catch (cause) {
      throw new Error(`${path} line ${line} is damaged`, { cause });
    }
  }

  get size(): number {
    return this.#size;
  }

  /** One mutation, on disk when this returns: a killed process loses nothing that was answered. */
  append(changes: readonly Change[]): void {
    const bytes = Buffer.from(`${JSON.stringify(changes)}\n`);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      ftruncateSync(this.#file, this.#size);
      throw error;
    }
    this.#size += bytes.length;
  }

  /** Replaces the history by the present: written beside the old file, synced, then renamed over it. */
  compact(lines: Iterable<readonly Change[]>): void {
    const beside = `${this.#path}.new`;
    const file = openSync(beside, 'w');
    let size = 0;
    for (const line of lines) size += writeSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, this.#path);
    closeSync(this.#file);
    this.#file = openSync(this.#path, 'a');
    this.#size = size;
  }

  close(): void {
    closeSync(this.#file);
  }
}

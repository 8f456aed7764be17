// Everything the stand-in remembers: collections of JSON documents, changed atomically and journalled when durable.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, diffRows, Journal, patchRows } from './journal.ts';
import { lockDirectory } from './lock.ts';

/** The collection whose values are arrays of rows and are journalled row by row. */
export const GRIDS = 'grids';
const COMPACT_BEYOND = 64 * 1024 * 1024;

interface Undo {
  readonly collection: string;
  readonly key: string;
  readonly before: unknown;
}

/** What a mutation has changed, with what was there before it. */
export type Changed = Undo;

export class Store {
  readonly #data = new Map<string, Map<string, unknown>>();
  #undo: Undo[] | undefined;
  #journal: Journal | undefined;
  #release: () => void = () => {};
  #compacted = 0;
  /** Hears of every mutation that was carried out; it may read, and must not throw. */
  changed: (changes: readonly Changed[]) => void = () => {};

  /** In memory, or in a directory: reopened as it was left. Throws when the directory is open elsewhere or damaged. */
  constructor(directory?: string) {
    if (directory === undefined) return;
    mkdirSync(directory, { recursive: true });
    this.#release = lockDirectory(directory);
    try {
      this.#journal = Journal.open(join(directory, 'journal.jsonl'), (changes) => this.#replay(changes));
      this.#compact();
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  get<T>(collection: string, key: string): T | undefined {
    return this.#data.get(collection)?.get(key) as T | undefined;
  }

  entries<T>(collection: string): readonly (readonly [string, T])[] {
    return [...(this.#data.get(collection) ?? new Map<string, unknown>())] as [string, T][];
  }

  values<T>(collection: string): readonly T[] {
    return this.entries<T>(collection).map(([, value]) => value);
  }

  /** Stores a document. Stored values are never changed in place, only replaced. */
  put(collection: string, key: string, value: unknown): void {
    this.#set(collection, key, value);
  }

  remove(collection: string, key: string): void {
    this.#set(collection, key, undefined);
  }

  /** The next number of a kind; counting is part of the mutation, so ids do not repeat after a restart. */
  count(kind: string): number {
    const next = (this.get<number>('counters', kind) ?? 0) + 1;
    this.put('counters', kind, next);
    return next;
  }

  /** The hash of the next number of a kind: looks like Google's ids, and is the same in every run. */
  mint(kind: string): Buffer {
    return createHash('sha256')
      .update(`${kind}:${this.count(kind)}`)
      .digest();
  }

  /** Carries out all of the work's changes and puts them on disk, or, when it throws, none. */
  atomically<T>(work: () => T): T {
    if (this.#undo !== undefined) return work();
    const undo: Undo[] = [];
    this.#undo = undo;
    let result: T;
    try {
      result = work();
      this.#write(undo);
    } catch (error) {
      for (const { collection, key, before } of undo.reverse()) this.#place(collection, key, before);
      throw error;
    } finally {
      this.#undo = undefined;
    }
    if (undo.length > 0) this.changed(undo);
    return result;
  }

  /** Forgets everything: the state is as new. */
  clear(): void {
    this.atomically(() => {
      for (const [collection, documents] of this.#data) for (const key of [...documents.keys()]) this.remove(collection, key);
    });
  }

  close(): void {
    this.#journal?.close();
    this.#journal = undefined;
    this.#release();
    this.#release = () => {};
  }

  #set(collection: string, key: string, value: unknown): void {
    if (this.#undo === undefined) throw new Error(`write to ${collection} outside a mutation`);
    this.#undo.push({ collection, key, before: this.get(collection, key) });
    this.#place(collection, key, value);
  }

  #place(collection: string, key: string, value: unknown): void {
    const documents = this.#data.get(collection) ?? new Map<string, unknown>();
    this.#data.set(collection, documents);
    if (value === undefined) documents.delete(key);
    else documents.set(key, value);
  }

  #write(undo: readonly Undo[]): void {
    if (this.#journal === undefined || undo.length === 0) return;
    const firsts = new Map<string, Undo>();
    for (const entry of undo) {
      const id = `${entry.collection}\n${entry.key}`;
      if (!firsts.has(id)) firsts.set(id, entry);
    }
    const changes = [...firsts.values()].map((entry) => this.#change(entry));
    this.#journal.append(changes);
    if (this.#journal.size > COMPACT_BEYOND && this.#journal.size > 4 * this.#compacted) this.#compact();
  }

  #change({ collection, key, before }: Undo): Change {
    const value = this.get(collection, key);
    if (value === undefined) return { c: collection, k: key };
    if (collection !== GRIDS) return { c: collection, k: key, v: value };
    return { c: collection, k: key, rows: diffRows((before ?? []) as unknown[], value as unknown[]) };
  }

  #replay(changes: readonly Change[]): void {
    for (const { c, k, v, rows } of changes) {
      this.#place(c, k, rows === undefined ? v : patchRows(this.get<unknown[]>(c, k) ?? [], rows));
    }
  }

  #compact(): void {
    this.#journal?.compact(this.#lines());
    this.#compacted = this.#journal?.size ?? 0;
  }

  *#lines(): Iterable<readonly Change[]> {
    for (const [collection, documents] of this.#data) {
      for (const key of documents.keys()) yield [this.#change({ collection, key, before: undefined })];
    }
  }
}

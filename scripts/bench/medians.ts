// Medians of several runs in one process: the first runs warm the engine up and are not counted.
const WARM_UP = 3;

/** Work that was done before it returned: at this moment, as `performance.now` has it. */
export class DoneAt {
  readonly moment: number;
  constructor(moment: number) {
    this.moment = moment;
  }
}

/** Runs each piece of work in turn, so that a slow moment of the machine falls on all of them; gives the median of each in milliseconds. */
export function medians<K extends string>(runs: number, work: { readonly [key in K]: () => unknown }): { readonly [key in K]: number } {
  const keys = Object.keys(work) as K[];
  const times = new Map(keys.map((key): [K, number[]] => [key, []]));
  for (let run = -WARM_UP; run < runs; run += 1) {
    for (const key of keys) {
      const start = performance.now();
      const done = work[key]();
      const end = done instanceof DoneAt ? done.moment : performance.now();
      if (run >= 0) times.get(key)?.push(end - start);
    }
  }
  return Object.fromEntries(keys.map((key) => [key, median(times.get(key) ?? [])])) as { readonly [key in K]: number };
}

/** The middle one. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
export const ratio = (of: number, to: number): string => (of / to).toFixed(2);

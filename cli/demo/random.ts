// Chance that repeats itself: the same seed gives the same demo, on every machine and on every day.

export interface Random {
  /** a whole number from `least` to `most`, both counted */
  int(least: number, most: number): number;
  /** true so many times in a hundred */
  chance(percent: number): boolean;
  /** one of a list that is not empty */
  pick<const L extends readonly [unknown, ...unknown[]]>(list: L): L[number];
  /** the same things in another order */
  shuffled<T>(list: readonly T[]): T[];
}

/** A generator from a seed (mulberry32: 32 bits of state, far more than names and amounts need). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    chance: (percent) => next() * 100 < percent,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    shuffled(list) {
      const left = [...list];
      return list.flatMap(() => left.splice(int(0, left.length - 1), 1));
    },
  };
}

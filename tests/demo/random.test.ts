// The seeded generator of the demo: the same every time, and fair enough not to look odd.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../cli/demo/random.ts';

const numbers = (seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: 400 }, () => random.int(1, 6));
};

describe('seededRandom', () => {
  it('throws the same dice for the same seed, and others for another', () => {
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it('throws every face of a die and no other', () => {
    expect([...new Set(numbers(7))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('shuffles without losing or doubling anyone', () => {
    const people = ['Lan', 'Minh', 'Hà', 'Hà', 'Mai'];
    const shuffled = seededRandom(3).shuffled(people);
    expect([...shuffled].sort()).toEqual([...people].sort());
  });

  it('knows never and always', () => {
    const random = seededRandom(1);
    expect(Array.from({ length: 50 }, () => random.chance(0))).not.toContain(true);
    expect(Array.from({ length: 50 }, () => random.chance(100))).not.toContain(false);
  });
});

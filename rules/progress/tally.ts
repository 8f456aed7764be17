// Counting with bounds: tallies, their sums, and the figures made of them. Shares come from sums, never from averages of shares.
import type { Figure, Tally } from './progress.ts';
import type { Three } from './three.ts';

export const NOTHING: Tally = { sure: 0, doubtful: 0, open: false, records: [], doubtfulRecords: [], fromTotals: 0 };

/** More may exist than the register holds: nobody has said that the section is complete. */
export const UNKNOWN: Tally = { ...NOTHING, open: true };

export const lowOf = (tally: Tally): number => tally.sure;
export const highOf = (tally: Tally): number | undefined => (tally.open ? undefined : tally.sure + tally.doubtful);

/** Both bounds at once. */
export const lowHigh = (tally: Tally): { readonly low: number; readonly high: number | undefined } => ({
  low: lowOf(tally),
  high: highOf(tally),
});

/** Counts the items for which the answer is yes, and apart those for which it is unknown. */
export function tallyOf<T>(items: readonly T[], holds: (item: T) => Three, record: (item: T) => string): Tally {
  const records: string[] = [];
  const doubtfulRecords: string[] = [];
  for (const item of items) {
    const answer = holds(item);
    if (answer === 'yes') records.push(record(item));
    else if (answer === 'unknown') doubtfulRecords.push(record(item));
  }
  return { ...NOTHING, sure: records.length, doubtful: doubtfulRecords.length, records, doubtfulRecords };
}

/** The sum of disjoint tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    sure: tallies.reduce((sum, tally) => sum + tally.sure, 0),
    doubtful: tallies.reduce((sum, tally) => sum + tally.doubtful, 0),
    open: tallies.some((tally) => tally.open),
    records: tallies.flatMap((tally) => tally.records),
    doubtfulRecords: tallies.flatMap((tally) => tally.doubtfulRecords),
    fromTotals: tallies.reduce((sum, tally) => sum + tally.fromTotals, 0),
  };
}

/** A count as a figure. */
export function countFigure(numerator: Tally): Figure {
  const high = highOf(numerator);
  return { numerator, low: lowOf(numerator), ...(high === undefined ? {} : { high }) };
}

/**
 * A part of a whole in percent. The part lies within the whole, so a doubtful member of the whole that is a sure part raises both.
 * Bounds: the lowest and the highest share that any truth within the two tallies allows; undefined when nothing is there to divide by.
 */
export function shareFigure(part: Tally, whole: Tally): Figure | undefined {
  const wholeHigh = highOf(whole);
  if (wholeHigh === 0) return undefined;
  // lowest: the doubtful parts fail, while the whole grows by all that may belong to it
  const low = wholeHigh === undefined ? 0 : percent(part.sure, Math.max(wholeHigh, part.sure));
  // highest: every doubtful part holds, while the whole stays as small as it can: it still contains every one of those parts
  const partHigh = highOf(part);
  const high = partHigh === undefined ? openHigh(part, whole) : percent(partHigh, Math.max(whole.sure, partHigh));
  return { numerator: part, denominator: whole, low, high };
}

/** More may come, and all of it may hold; but one of the whole that is known to fail keeps the share below everything for ever. */
const openHigh = (part: Tally, whole: Tally): number => (whole.sure > part.sure + part.doubtful ? BELOW_ALL : 100);
const BELOW_ALL = 100 - 1e-6;

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part * 100) / whole);

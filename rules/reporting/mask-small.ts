// Small counts of sensitive attributes do not leave the commune: one poor household in a village is a known household.
import { numberText } from '../progress/labels.ts';
import type { Figure, Tally } from '../progress/progress.ts';
import { SMALLEST_TOLD } from '../progress/sensitive.ts';

const coarse = ({ sure, doubtful }: Tally): string => {
  const low = sure < SMALLEST_TOLD ? `dưới ${SMALLEST_TOLD}` : numberText(sure);
  const high = sure + doubtful;
  return high < SMALLEST_TOLD || doubtful === 0 ? low : `từ ${low} đến ${numberText(high)}`;
};

/** What a sensitive figure is printed as when a count in it is under 5: without its percentage; undefined when it may be printed. */
export function maskSmall({ numerator, denominator }: Figure): string | undefined {
  const small = [numerator, ...(denominator ? [denominator] : [])].some(({ sure }) => sure < SMALLEST_TOLD);
  if (!small) return undefined;
  if (!denominator || denominator.sure < SMALLEST_TOLD) return coarse(numerator);
  return `${coarse(numerator)}/${coarse(denominator)}`;
}

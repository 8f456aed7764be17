// Small counts of sensitive attributes do not leave the commune: one poor household in a village is a known household.
// Ethnic origin is sensitive data (NĐ 356/2025/NĐ-CP Điều 4.1.a); circumstance is treated alike.

import type { Count, MemberFilter, Target } from '../../rules/plan/target-schema.ts';
import { numberText } from '../../rules/progress/labels.ts';
import type { Figure, Tally } from '../../rules/progress/progress.ts';

const SMALLEST_SHOWN = 5;

const touches = (filter: MemberFilter | undefined): boolean => filter?.circumstance !== undefined || filter?.ethnicMinority !== undefined;

/** Whether a count tells how many people have a sensitive attribute. */
export const isSensitive = (count: Count): boolean => 'members' in count && touches(count.members);

/** Whether any count a target prints is sensitive, in the main reading or another. */
export function isSensitiveTarget(target: Target): boolean {
  switch (target.kind) {
    case 'count':
      return [target, ...(target.readings ?? [])].some(({ count }) => isSensitive(count));
    case 'share':
      return [target, ...(target.readings ?? [])].some(({ part, of }) => isSensitive(part) || isSensitive(of));
    case 'each-unit':
    case 'spread':
      return isSensitive(target.count);
    case 'each-club':
      return touches(target.share?.of) || touches(target.share?.among);
    case 'narrative':
      if (!target.beside) return false;
      return 'count' in target.beside ? isSensitive(target.beside.count) : isSensitive(target.beside.part) || isSensitive(target.beside.of);
    case 'cohort':
    case 'milestone':
      return false;
  }
}

const coarse = ({ sure, doubtful }: Tally): string => {
  const low = sure < SMALLEST_SHOWN ? `dưới ${SMALLEST_SHOWN}` : numberText(sure);
  const high = sure + doubtful;
  return high < SMALLEST_SHOWN || doubtful === 0 ? low : `từ ${low} đến ${numberText(high)}`;
};

/** What a sensitive figure is printed as when a count in it is under 5: without its percentage; undefined when it may be printed. */
export function maskSmall({ numerator, denominator }: Figure): string | undefined {
  const small = [numerator, ...(denominator ? [denominator] : [])].some(({ sure }) => sure < SMALLEST_SHOWN);
  if (!small) return undefined;
  if (!denominator || denominator.sure < SMALLEST_SHOWN) return coarse(numerator);
  return `${coarse(numerator)}/${coarse(denominator)}`;
}

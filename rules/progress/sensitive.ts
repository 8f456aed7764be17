// Which counts tell how many people are poor or of an ethnic minority. Ethnic origin is sensitive data (NĐ 356/2025/NĐ-CP Điều 4.1.a);
// circumstance is treated alike.
import type { Count, MemberFilter, Target } from '../plan/target-schema.ts';

/** Counts below it are not told of a sensitive attribute: one poor household in a village is a known household. */
export const SMALLEST_TOLD = 5;

const touches = (filter: MemberFilter | undefined): boolean => filter?.circumstance !== undefined || filter?.ethnicMinority !== undefined;

/** Whether a count tells how many people have a sensitive attribute. */
export const isSensitive = (count: Count): boolean => 'members' in count && touches(count.members);

/** Whether any count a target prints is sensitive, in the main reading or another. */
export function isSensitiveTarget(target: Target): boolean {
  const { part, whole } = sensitiveIn(target);
  return part || whole;
}

/** Which of a target's two counts are sensitive, in the main reading or another. */
export function sensitiveIn(target: Target): { readonly part: boolean; readonly whole: boolean } {
  switch (target.kind) {
    case 'count':
      return { part: [target, ...(target.readings ?? [])].some(({ count }) => isSensitive(count)), whole: false };
    case 'share': {
      const all = [target, ...(target.readings ?? [])];
      return { part: all.some(({ part }) => isSensitive(part)), whole: all.some(({ of }) => isSensitive(of)) };
    }
    case 'each-unit':
    case 'spread':
      return { part: isSensitive(target.count), whole: false };
    case 'each-club':
      return { part: touches(target.share?.of) || touches(target.share?.among), whole: touches(target.share?.among) };
    case 'narrative': {
      const { beside } = target;
      if (beside === undefined) return { part: false, whole: false };
      return 'count' in beside
        ? { part: isSensitive(beside.count), whole: false }
        : { part: isSensitive(beside.part), whole: isSensitive(beside.of) };
    }
    case 'cohort':
    case 'milestone':
      return { part: false, whole: false };
  }
}

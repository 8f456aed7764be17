// The record codes behind figures: of a progress as it is now, and as they were frozen with a report.
import type { Figure, TargetProgress } from '../progress/progress.ts';

/** The codes behind one target, whatever each of them counts for. */
export function codesOfTarget({ figure, clubs, readings }: TargetProgress): ReadonlySet<string> {
  return new Set([figure, ...(clubs ?? []).map((one) => one.figure), ...(readings ?? []).map((one) => one.figure)].flatMap(codesIn));
}

const codesIn = (figure: Figure | undefined): readonly string[] =>
  figure === undefined ? [] : [...figure.numerator.records, ...figure.numerator.doubtfulRecords, ...(figure.denominator?.records ?? [])];

export const codesBehind = (progress: readonly TargetProgress[]): ReadonlySet<string> =>
  new Set(progress.flatMap((one) => [...codesOfTarget(one)]));

/** What a target's figure counted: as `recordsOf` froze it. */
export interface CountedCodes {
  readonly counted: readonly string[];
  readonly doubtful: readonly string[];
  readonly of: readonly string[];
}

/** The frozen codes by target; undefined when they can no longer be read. */
export function frozenCodes(text: string | undefined): Readonly<Record<string, CountedCodes>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, CountedCodes>>) : undefined;
  } catch {
    return undefined;
  }
}

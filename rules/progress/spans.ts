// What is new in a stretch of a plan's days.
import type { IsoDate } from '../calendar-date.ts';
import { allStretches, type Days, type Every, earlier, later, type StretchDays } from '../plan/stretch.ts';
import type { Count, Span } from '../plan/target-schema.ts';

/** The stretches of a span that have begun by a day; the first and the last as far as the span reaches. */
export function stretchesOf(every: Every, asOf: IsoDate): StretchDays[] {
  return allStretches(every).filter(({ from }) => from <= asOf);
}

/** The same count for what is new in a stretch of days. */
export function newIn(count: Count, { from, to }: Days): Count {
  const narrowed = (span: Span | undefined): Days => ({ from: later(from, span?.from), to: earlier(to, span?.to) });
  if ('clubs' in count) return { clubs: { ...count.clubs, founded: narrowed(count.clubs.founded) } };
  if ('members' in count) return { ...count, members: { ...count.members, joined: narrowed(count.members.joined) } };
  return count;
}

// What differs between the figures that a report froze and the figures of now, target by target, with the records that came, went or were
// changed. For the commune's own eyes: nothing of it is ever sent.
import type { TargetProgress } from '../progress/progress.ts';
import type { Register } from '../register/read-register.ts';
import { type CountedCodes, frozenCodes } from './record-codes.ts';
import { type Marks, marksFrom, marksOf } from './record-marks.ts';
import type { ReportContent } from './report-content.ts';
import { resultText } from './return-places.ts';

export interface TargetChange {
  readonly before: TargetProgress | undefined;
  readonly after: TargetProgress | undefined;
  /** the figure or its status is another one */
  readonly figureDiffers: boolean;
  readonly came: readonly string[];
  readonly went: readonly string[];
  readonly changed: readonly string[];
}

/** What was frozen, as texts of _Số chốt hold it. */
export interface FrozenFigures {
  readonly content: Pick<ReportContent, 'targets'>;
  readonly records: string | undefined;
  readonly marks: string | undefined;
}

/** The targets that differ, in the order of the report. `now`: progress over the same window. */
export function changesSince(frozen: FrozenFigures, now: readonly TargetProgress[], register: Register): TargetChange[] {
  const codes = frozenCodes(frozen.records);
  const [marksThen, marksNow] = [marksFrom(frozen.marks), marksOf(register, now)];
  const ids = [...new Set([...frozen.content.targets, ...now].map(({ target }) => target.id))];
  return ids.flatMap((id): TargetChange[] => {
    const before = frozen.content.targets.find(({ target }) => target.id === id);
    const after = now.find(({ target }) => target.id === id);
    const figureDiffers = resultText(before) !== resultText(after === undefined ? undefined : bare(after));
    const moved = codes === undefined ? NOTHING : movedIn(codes[id], countedIn(after), marksThen, marksNow);
    const { came, went, changed } = moved;
    return figureDiffers || came.length + went.length + changed.length > 0 ? [{ before, after, figureDiffers, ...moved }] : [];
  });
}

const NOTHING = { came: [], went: [], changed: [] } as const;

/** As it was frozen: without the codes. */
const bare = (progress: TargetProgress): TargetProgress =>
  JSON.parse(
    JSON.stringify(progress, (key, part: unknown) => (key === 'records' || key === 'doubtfulRecords' ? [] : part)),
  ) as TargetProgress;

const countedIn = (progress: TargetProgress | undefined): CountedCodes | undefined =>
  progress?.figure === undefined
    ? undefined
    : {
        counted: progress.figure.numerator.records,
        doubtful: progress.figure.numerator.doubtfulRecords,
        of: progress.figure.denominator?.records ?? [],
      };

/** A record that counts for something else than before has changed, whatever was done to it; rows without a code cannot be told apart. */
function movedIn(before: CountedCodes | undefined, after: CountedCodes | undefined, then: Marks, now: Marks) {
  const [was, is] = [placesOf(before), placesOf(after)];
  const came = [...is.keys()].filter((code) => !was.has(code));
  const went = [...was.keys()].filter((code) => !is.has(code));
  const changed = [...is].flatMap(([code, place]) => {
    const mark = then[code];
    const differs = was.has(code) && (was.get(code) !== place || (mark !== undefined && mark !== now[code]));
    return differs ? [code] : [];
  });
  return { came: came.sort(), went: went.sort(), changed: changed.sort() };
}

function placesOf(codes: CountedCodes | undefined): Map<string, string> {
  const places = new Map<string, string>();
  if (codes === undefined) return places;
  for (const [place, list] of [['o', codes.of] as const, ['d', codes.doubtful] as const, ['c', codes.counted] as const])
    for (const code of list) if (!code.startsWith('#')) places.set(code, `${places.get(code) ?? ''}${place}`);
  return places;
}

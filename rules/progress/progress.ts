// What is known of a target on a day: figures with their bounds, the status, and the records behind them.
import type { IsoDate } from '../calendar-date.ts';
import type { Stretch } from '../plan/stretch.ts';
import type { Bar, ClubEvidence, Target } from '../plan/target-schema.ts';
import type { Three } from './three.ts';

/**
 * A count over records. `sure` are counted for certain; `doubtful` may or may not count (a birth year only, a blank that nobody
 * declared complete). `open`: more could exist than the register holds, so there is no upper bound.
 */
export interface Tally {
  readonly sure: number;
  readonly doubtful: number;
  readonly open: boolean;
  /** codes of the records that count for certain, and of the doubtful ones; they never leave the commune */
  readonly records: readonly string[];
  readonly doubtfulRecords: readonly string[];
  /** how many of `sure` come from totals a club reported without a list */
  readonly fromTotals: number;
}

/** Counts or đồng as they are; percent 0-100, unrounded. `high` is absent where nothing bounds it from above. */
export interface Figure {
  readonly numerator: Tally;
  readonly denominator?: Tally;
  readonly low: number;
  readonly high?: number;
}

/**
 * met: đạt; notMet: chưa đạt (deadline decided); beyond: vượt chỉ tiêu (quantities); outside: vượt khung (composition);
 * notDue: chưa đến hạn, not met so far; noData: chưa đủ số liệu; noSubject: chưa có đối tượng để tính (0/0);
 * unjudged: a narrative target without the people's verdict yet.
 */
export type Status = 'met' | 'notMet' | 'beyond' | 'outside' | 'notDue' | 'noData' | 'noSubject' | 'unjudged';

export interface ClubProgress {
  readonly club: string;
  readonly name: string;
  readonly status: Status;
  readonly figure: Figure;
  readonly fromTotals: boolean;
}

export interface ReadingProgress {
  readonly id: string;
  readonly text: string;
  /** the reading's own bar, or the target's */
  readonly bar: Bar;
  readonly status: Status;
  readonly figure: Figure;
}

/** One calendar year, or half of one, of a target that is judged one by one. */
export interface YearProgress extends Stretch {
  readonly status: Status;
  readonly figure: Figure;
}

/** One unit, or one group of units, of a target that judges each by itself. */
export interface UnitProgress {
  /** id of the unit or of the group */
  readonly unit: string;
  readonly name: string;
  readonly status: Status;
  readonly figure: Figure;
}

/** The higher bar a plan strives for, with a status of its own. */
export interface StrivenProgress {
  readonly bar: Bar;
  readonly status: Status;
}

export interface PhaseProgress {
  readonly id: string;
  readonly title: string;
  readonly deadline: IsoDate;
  readonly bar: Bar;
  readonly asOf: IsoDate;
  readonly status: Status;
  readonly figure?: Figure;
  /** the phase that the target's own status is of */
  readonly current: boolean;
}

/** Against the way to the bar: behind and ahead only where every truth within the bounds is. */
export type Pace = 'ahead' | 'onTrack' | 'behind' | 'unknown';

export interface CourseProgress {
  readonly on: IsoDate;
  /** what the plan's way wants on that day, unrounded */
  readonly expected: number;
  readonly pace: Pace;
}

/** One thing a rule asks of a club. */
export type Criterion =
  | { readonly of: 'area'; readonly title: string; readonly atLeast: number }
  | { readonly of: 'evidence'; readonly evidence: ClubEvidence }
  | { readonly of: 'boardSize'; readonly atLeast: number }
  | { readonly of: 'event'; readonly event: 'trained' | 'supervised' };

/** What one version of a rule says of one club. */
export interface Quality {
  readonly rule: string;
  readonly version: number;
  readonly title: string;
  readonly allActivities: Three;
  readonly wellManaged: Three;
  /** both */
  readonly answer: Three;
  readonly failed: readonly Criterion[];
  readonly unknown: readonly Criterion[];
}

/** A club by every quality rule of the plan, the one that is used first; and what people said of it that year. */
export interface ClubQuality {
  readonly club: string;
  readonly name: string;
  readonly rules: readonly Quality[];
  /** tab Đánh giá CLB */
  readonly verdict?: string;
}

export interface TargetProgress {
  /** as it reads on that day: in a plan of phases, with the bar and the deadline of the current one */
  readonly target: Target;
  /** the day the figures are for: the cut-off, or the deciding cut-off when that came first */
  readonly asOf: IsoDate;
  /** the cut-off that decides for the deadline: the last yearly one not after it */
  readonly decidedOn: IsoDate;
  /** whether that cut-off has been reached, so that the verdict is final */
  readonly decided: boolean;
  readonly status: Status;
  /** absent for a narrative target with no figure beside it */
  readonly figure?: Figure;
  readonly clubs?: readonly ClubProgress[];
  /** every reading of an ambiguous clause, all printed; the first is the one the target itself is judged by */
  readonly readings?: readonly ReadingProgress[];
  /** many units: how many of them the figures hold, of how many there are */
  readonly coverage?: { readonly heard: number; readonly of: number };
  /** a target judged in each calendar year by itself; `figure` is then the newest year's */
  readonly years?: readonly YearProgress[];
  /** many units: each of them, or each of their groups, judged by itself; `figure` then tells how many are within */
  readonly units?: readonly UnitProgress[];
  readonly striven?: StrivenProgress;
  readonly phases?: readonly PhaseProgress[];
  /** before the deadline only, where the plan draws a way */
  readonly course?: CourseProgress;
  /** where the target rests on the quality rule */
  readonly quality?: readonly ClubQuality[];
  /** the people's own words on a narrative target */
  readonly verdict?: string;
}

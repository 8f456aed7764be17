// A figure against a bar: where it stands, and what that is called at that point in time.
import { type IsoDate, lastDayOfYear, yearOf } from '../calendar-date.ts';
import type { Bar } from '../plan/target-schema.ts';
import type { Figure, Status } from './progress.ts';
import type { Three } from './three.ts';

type Side = 'below' | 'within' | 'above';

const EPSILON = 1e-9; // percentages are quotients: 3/5 of 100 must not miss 60

/** Where one value stands. A bar without an upper end is never exceeded by a share; a count above it is told by `exceeds`. */
function sideOf(bar: Bar, value: number): Side {
  const at = (bound: number) => Math.abs(value - bound) <= EPSILON;
  if (bar.between)
    return value < bar.between[0] && !at(bar.between[0]) ? 'below' : value > bar.between[1] && !at(bar.between[1]) ? 'above' : 'within';
  if (bar.equal !== undefined) return at(bar.equal) ? 'within' : value < bar.equal ? 'below' : 'above';
  if (bar.about)
    return sideOf({ between: [Math.max(0, bar.about.value - bar.about.tolerance), bar.about.value + bar.about.tolerance] }, value);
  if (bar.atMost !== undefined) return value > bar.atMost && !at(bar.atMost) ? 'above' : 'within';
  if (bar.moreThan !== undefined) return value > bar.moreThan && !at(bar.moreThan) ? 'within' : 'below';
  if (bar.atLeast !== undefined) return value < bar.atLeast && !at(bar.atLeast) ? 'below' : 'within';
  return 'within'; // a bar without a comparator: the plan check refuses it
}

const exceeds = (bar: Bar, value: number): boolean =>
  (bar.atLeast !== undefined && value > bar.atLeast + EPSILON) || sideOf(bar, value) === 'above';

/** Whether a figure meets a bar; unknown when its bounds disagree. Used for conditions inside filters. */
export function meets(bar: Bar, figure: Pick<Figure, 'low' | 'high'> | undefined): Three {
  if (!figure) return 'unknown';
  const low = sideOf(bar, figure.low);
  const high = figure.high === undefined ? sideAtInfinity(bar) : sideOf(bar, figure.high);
  if (low !== high) return 'unknown';
  return low === 'within' ? 'yes' : 'no';
}

/** Where a figure stands that nothing bounds from above. */
const sideAtInfinity = (bar: Bar): Side => sideOf(bar, Number.MAX_VALUE);

export interface Moment {
  /** the cut-off that decides has been reached */
  readonly decided: boolean;
  /** what an excess over the upper end is called */
  readonly excess: 'beyond' | 'outside';
}

/** The status of a figure. Conventions: an excess of a quantity is a success; of a composition, "vượt khung"; met early is met. */
export function statusOf(bar: Bar, figure: Figure | undefined, moment: Moment): Status {
  if (!figure) return 'noSubject';
  const low = sideOf(bar, figure.low);
  const high = figure.high === undefined ? sideAtInfinity(bar) : sideOf(bar, figure.high);
  if (low === 'below' && high === 'below') return moment.decided ? 'notMet' : 'notDue';
  if (low === 'below') return 'noData';
  if (moment.excess === 'beyond') return exceeds(bar, figure.low) ? 'beyond' : 'met';
  if (low !== high) return 'noData';
  return low === 'above' ? 'outside' : 'met';
}

/**
 * The cut-off that decides for a deadline: for one at a year's end, 14/12 of that year, the last yearly cut-off within it
 * (NĐ 09/2019/NĐ-CP Điều 12); otherwise the deadline itself.
 */
export function decidingCutOff(deadline: IsoDate): IsoDate {
  return deadline === lastDayOfYear(yearOf(deadline)) ? (`${deadline.slice(0, 4)}-12-14` as IsoDate) : deadline;
}

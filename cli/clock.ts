// The clock of a trial run: it stands at the chosen day and moves only forward, by itself or when a lease has to pass.
import { existsSync, readFileSync } from 'node:fs';
import { type Instant, type IsoDate, localDate, momentOf, viDate } from '../rules/calendar-date.ts';
import { CLOCK } from './labels.ts';
import { Refusal } from './reported.ts';
import { writeWhole } from './whole-file.ts';

export interface TrialClock {
  now(): Instant;
  /** Moves on to a moment; a moment that is past changes nothing. */
  advanceTo(moment: Instant): void;
}

/** A clock whose moment outlives the process. */
export interface StoredClock extends TrialClock {
  /** Writes the moment down: called once the state is known to be ours, and from then on with every move. */
  keep(): void;
  /** Back to 8:00 of a day, for a state that is made anew. */
  restart(day: IsoDate): void;
}

export const OPENS_AT = 8; // o'clock in Viet Nam
export const SLOT = 15 * 60_000;

/**
 * Starts at 8:00 of the day, or a quarter of an hour after the moment at which the same state was last used on that day: its sweep
 * then makes tasks of its own. Throws a Refusal when the state has been used on a later day, for what was sent then cannot be unsent.
 */
export function trialClock(date: IsoDate, file: string | undefined): StoredClock {
  const last = lastMoment(file);
  if (last !== undefined && date < localDate(last)) throw new Refusal(CLOCK.dayIsPast(viDate(date), viDate(localDate(last))), 2);
  const morning = momentOf(date, OPENS_AT);
  let clock = clockAt(last === undefined || last < morning ? morning : ((last + SLOT) as Instant));
  const keep = () => {
    if (file !== undefined) writeWhole(file, String(clock.now()));
  };
  return {
    now: () => clock.now(),
    keep,
    advanceTo(moment) {
      clock.advanceTo(moment);
      keep();
    },
    restart(day) {
      clock = clockAt(momentOf(day, OPENS_AT));
      keep();
    },
  };
}

/** The day on which a state was last used; undefined for a fresh one. */
export function lastDay(file: string): IsoDate | undefined {
  const last = lastMoment(file);
  return last === undefined ? undefined : localDate(last);
}

function lastMoment(file: string | undefined): Instant | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  const moment = Number(readFileSync(file, 'utf8').trim() || Number.NaN);
  return Number.isFinite(moment) ? (moment as Instant) : undefined;
}

/** A clock that starts at a moment and remembers nothing. */
export function clockAt(start: Instant): TrialClock {
  let moment = start;
  return {
    now: () => moment,
    advanceTo(next) {
      if (next > moment) moment = next;
    },
  };
}

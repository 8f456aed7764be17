// The clock of a trial run: it stands at the chosen day and moves only forward, by itself or when a lease has to pass.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { addDays, type Instant, type IsoDate, momentOf } from '../rules/calendar-date.ts';

export interface TrialClock {
  now(): Instant;
  /** Moves on to a moment; a moment that is past changes nothing. */
  advanceTo(moment: Instant): void;
}

const OPENS_AT = 8; // o'clock in Viet Nam
export const SLOT = 15 * 60_000;

/** Starts at 8:00 of the day, or a quarter of an hour after the moment the same state was last used on that day. */
export function trialClock(date: IsoDate, file: string | undefined): TrialClock {
  const last = file !== undefined && existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  const morning = momentOf(date, OPENS_AT);
  const sameDay = last >= morning && last + SLOT < momentOf(addDays(date, 1));
  let moment = sameDay ? ((last + SLOT) as Instant) : morning;
  const keep = () => {
    if (file !== undefined) writeFileSync(file, String(moment));
  };
  keep();
  return {
    now: () => moment,
    advanceTo(next) {
      if (next <= moment) return;
      moment = next;
      keep();
    },
  };
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

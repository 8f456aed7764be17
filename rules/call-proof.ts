// The request id by which the sheet's script proves that its person may edit: its form, its time, and the piece of metadata that holds it.
import type { Instant } from './calendar-date.ts';
import type { PublicCall } from './public-calls.ts';

const MINUTE = 60_000;
/** How long a request may be used after it was written, and how far the clocks of the sheet and of the functions may be apart. */
export const REQUEST_LIFE = 10 * MINUTE;

/** Something random, a dot, and the minute it was made in. */
const REQUEST = /^[\w-]{22,64}\.([0-9a-z]{1,9})$/;

/** A request id from a random text of 22 characters or more, letters, digits and dashes only. */
export const newRequest = (random: string, now: Instant): string => `${random}.${Math.floor(now / MINUTE).toString(36)}`;

/** What stands in the metadata: an id is good for one kind of call alone. */
export const requestValue = (request: string, call: PublicCall): string => `${request} ${call}`;

/** Whether a text has the form of a request id and was made within the last minutes. */
export function isFreshRequest(text: string, now: Instant): boolean {
  const minute = REQUEST.exec(text)?.[1];
  if (minute === undefined) return false;
  return Math.abs(Math.floor(now / MINUTE) - Number.parseInt(minute, 36)) * MINUTE <= REQUEST_LIFE;
}

/** Whether a value of the metadata can prove nothing any more. */
export const isLeftover = (value: string, now: Instant): boolean => !isFreshRequest(value.split(' ')[0] ?? '', now);

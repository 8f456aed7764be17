// The event object that a trigger's function is given.
import type { EditEvent } from '../calls.ts';
import type { Book } from './book.ts';
import type { Running } from './running.ts';
import { userOf } from './small-services.ts';

/** The one argument of a triggered function; undefined for what people start themselves. */
export function eventOf(running: Running, book: Book, authMode: unknown): unknown {
  const { trigger, event } = running.job;
  const common = { source: book.spreadsheet(), user: userOf(running, ''), authMode };
  if (trigger === 'open') return common;
  if (trigger === 'time') return { ...event, authMode };
  if (trigger !== 'edit') return undefined;
  const { value, oldValue, ...place } = event as EditEvent;
  const values = { ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) };
  return { ...common, range: book.range(place), ...values };
}

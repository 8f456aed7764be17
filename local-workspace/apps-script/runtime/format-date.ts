// Dates as text by Java's SimpleDateFormat, as far as scripts commonly go.
import { ScriptError } from './bridge.ts';
import { offsetAt, wallOf } from './zone.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const named = (at: Date, width: number, options: 'month' | 'weekday'): string =>
  new Intl.DateTimeFormat('en', { timeZone: 'UTC', [options]: width >= 4 ? 'long' : 'short' }).format(at);

function offsetText(timeZone: string, moment: number, letter: string, width: number): string {
  const minutes = offsetAt(timeZone, moment) / 60_000;
  if (letter === 'X' && minutes === 0) return 'Z';
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [pad(Math.floor(Math.abs(minutes) / 60), 2), pad(Math.abs(minutes) % 60, 2)];
  if (letter === 'z')
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(moment).at(-1)?.value ?? timeZone;
  if (letter === 'X' && width === 1) return `${sign}${hours}`;
  return `${sign}${hours}${letter === 'X' && width === 3 ? ':' : ''}${rest}`;
}

/** A moment on a zone's clock, in a pattern such as "dd/MM/yyyy HH:mm". Throws for a letter it does not know. */
export function formatDate(moment: number, timeZone: string, pattern: string): string {
  const at = new Date(wallOf(timeZone, moment));
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (all, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return part(at, moment, timeZone, letter ?? '', all.length);
  });
}

function part(at: Date, moment: number, timeZone: string, letter: string, width: number): string {
  switch (letter) {
    case 'y':
      return width === 2 ? pad(at.getUTCFullYear() % 100, 2) : pad(at.getUTCFullYear(), width);
    case 'M':
      return width >= 3 ? named(at, width, 'month') : pad(at.getUTCMonth() + 1, width);
    case 'E':
      return named(at, width, 'weekday');
    case 'd':
      return pad(at.getUTCDate(), width);
    case 'H':
      return pad(at.getUTCHours(), width);
    case 'h':
      return pad(at.getUTCHours() % 12 || 12, width);
    case 'm':
      return pad(at.getUTCMinutes(), width);
    case 's':
      return pad(at.getUTCSeconds(), width);
    case 'S':
      return pad(at.getUTCMilliseconds(), width);
    case 'a':
      return at.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'u':
      return pad(at.getUTCDay() || 7, width);
    case 'Z':
    case 'X':
    case 'z':
      return offsetText(timeZone, moment, letter, width);
    default:
      throw new ScriptError(`Utilities.formatDate with the letter ${letter} is not served by the local workspace`);
  }
}

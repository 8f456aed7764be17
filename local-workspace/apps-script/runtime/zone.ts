// Wall clocks: what a time zone's clock shows at a moment, and the moment it shows it.

const formatters = new Map<string, Intl.DateTimeFormat>();
const MINUTE = 60_000;

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(timeZone: string, moment: number): number {
  if (timeZone === 'Etc/GMT' || timeZone === 'UTC' || timeZone === 'GMT' || Number.isNaN(moment)) return 0;
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  const text = formatter.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes = '0', seconds = '0'] = /GMT([+-])(\d+)(?::(\d+))?(?::(\d+))?/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000);
}

/** The wall clock of a moment, as if it were UTC. */
export const wallOf = (timeZone: string, moment: number): number => moment + offsetAt(timeZone, moment);

/** The moment at which a zone's clock shows this wall clock. */
export function momentAt(timeZone: string, wall: number): number {
  const guess = wall - offsetAt(timeZone, wall);
  return wall - offsetAt(timeZone, guess);
}

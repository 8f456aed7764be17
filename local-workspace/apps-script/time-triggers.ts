// Installed time triggers: who installed which, and which are due by the workspace's clock.
import type { Store } from '../store.ts';
import type { TriggerInfo, TriggerWish } from './calls.ts';

const TRIGGERS = 'script-triggers';
const MOST = 20;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface TimeTrigger extends TriggerWish, TriggerInfo {
  readonly scriptId: string;
  readonly email: string;
  readonly timeZone: string;
  readonly lastRun: number;
}

export interface Installer {
  readonly scriptId: string;
  readonly email: string;
  readonly timeZone: string;
}

/** A person's own triggers of a script: Google shows nobody those of others. */
export const triggersOf = (store: Store, scriptId: string, email: string): readonly TimeTrigger[] =>
  store.values<TimeTrigger>(TRIGGERS).filter((trigger) => trigger.scriptId === scriptId && trigger.email === email);

/** Installs a trigger. Throws when this person has too many on this script. */
export function addTrigger(store: Store, installer: Installer, wish: TriggerWish, now: number): TimeTrigger {
  if (triggersOf(store, installer.scriptId, installer.email).length >= MOST)
    throw new Error('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
  return store.atomically(() => {
    const id = String(store.mint('trigger').readBigUInt64BE() >> 1n);
    const trigger: TimeTrigger = { ...wish, ...installer, id, lastRun: now };
    store.put(TRIGGERS, id, trigger);
    return trigger;
  });
}

export function removeTrigger(store: Store, scriptId: string, email: string, id: string): void {
  if (triggersOf(store, scriptId, email).some((trigger) => trigger.id === id)) store.atomically(() => store.remove(TRIGGERS, id));
}

/** When a trigger is to run after a moment. Google picks the minute itself; here it is the hour's first. */
export function nextRun({ every, n, hour, timeZone, lastRun }: TimeTrigger): number {
  if (every === 'minutes') return lastRun + n * MINUTE;
  if (every === 'hours') return lastRun + n * HOUR;
  const at = (moment: number): number =>
    Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(moment)) || 0;
  if (hour === undefined) return lastRun + n * 24 * HOUR;
  let next = Math.floor(lastRun / HOUR) * HOUR + HOUR;
  while (at(next) !== hour) next += HOUR;
  return next + (n - 1) * 24 * HOUR;
}

/** The triggers that are due, marked as run now. */
export function takeDue(store: Store, now: number): readonly TimeTrigger[] {
  const due = store.values<TimeTrigger>(TRIGGERS).filter((trigger) => nextRun(trigger) <= now);
  store.atomically(() => {
    for (const trigger of due) store.put(TRIGGERS, trigger.id, { ...trigger, lastRun: now });
  });
  return due;
}

// Reads the other registers of which the superior's list names the same contact, so that one person gets one reminder.
import { localTime } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import { TABS } from '../rules/register/tabs.ts';
import { isReminderTime } from '../rules/reporting/reminding.ts';
import type { Others } from '../rules/reporting/same-officer.ts';
import { readTabs } from './google-shell.ts';
import type { Setup } from './setup.ts';

/**
 * `together`: the registers in the order of the list, one's own among them. 'unknown' where one of them cannot be read now, or outside the
 * hours of reminders: then nobody is reminded in this turn.
 */
export async function readOthers(
  register: string,
  together: readonly string[],
  { clients, now, log }: Pick<Setup, 'clients' | 'now' | 'log'>,
): Promise<Others | 'unknown'> {
  if (!isReminderTime(localTime(now()))) return 'unknown';
  const own = together.indexOf(register);
  const read = async (id: string) => (await readTabs(clients.sheets, id, Object.values(TABS))).reading;
  try {
    const before = await Promise.all(together.slice(0, own).map(read));
    return { before, after: await Promise.all(together.slice(own + 1).map(read)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log({ severity: 'WARNING', message: `reminders: ${error.message}`, register, code: error.code });
    return 'unknown';
  }
}

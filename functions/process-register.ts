// One turn of one register: read, decide, deliver, settle. Called by Cloud Tasks, and safe to call at any time, any number of times.
import * as z from 'zod';
import { carryOutAsync } from '../rules/conversation.ts';
import { turn } from '../rules/cycle.ts';
import { TABS } from '../rules/register/tabs.ts';
import { decide } from '../rules/reporting/decide.ts';
import { googleShell } from './google-shell.ts';
import { type Setup, settingOf } from './setup.ts';

export const ProcessRegister = z.strictObject({ register: z.string().regex(/^[\w-]{10,100}$/) });

/** Takes one turn. `waitUntil`: another turn is at work on the register, or a thread has to be looked at after its lease. */
export async function processRegister({ register }: z.infer<typeof ProcessRegister>, setup: Setup): Promise<object> {
  const now = setup.now();
  const setting = settingOf(setup, now);
  const shell = googleShell({ clients: setup.clients, tabs: Object.values(TABS), register, now });
  const { lines, waitUntil } = await carryOutAsync(
    turn(register, (reading) => decide(reading, setting), now),
    shell,
  );
  for (const { key, status, attempt, reason } of lines) {
    setup.log({
      severity: status === 'undecided' ? 'ERROR' : 'INFO',
      message: `delivery ${status}`,
      register,
      key,
      status,
      attempt,
      reason,
    });
  }
  return { register, lines: lines.map(({ key, status }) => ({ key, status })), waitUntil: waitUntil ?? null };
}

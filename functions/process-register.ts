// One turn of one register: read, decide, deliver, settle. Called by Cloud Tasks, and safe to call at any time, any number of times.
import * as z from 'zod';
import { composeReminderMail } from '../templates/reminder-mail/compose.ts';
import type { Setup } from './setup.ts';
import { takeTurn } from './take-turn.ts';

export const ProcessRegister = z.strictObject({ register: z.string().regex(/^[\w-]{10,100}$/) });

/** Takes one turn. `waitUntil`: another turn is at work on the register, or a thread has to be looked at after its lease. */
export async function processRegister({ register }: z.infer<typeof ProcessRegister>, setup: Setup): Promise<object> {
  const { lines, waitUntil } = await takeTurn(register, setup, undefined, { composeReminder: composeReminderMail });
  return { register, lines: lines.map(({ key, status }) => ({ key, status })), waitUntil: waitUntil ?? null };
}

// One turn of one register: read, decide, deliver, settle. Called by Cloud Tasks, and safe to call at any time, any number of times.
import * as z from 'zod';
import { isoDate } from '../rules/calendar-date.ts';
import type { Reading } from '../rules/register/grid.ts';
import { composeReminderMail } from '../templates/reminder-mail/compose.ts';
import { lookForAnswers } from './look-for-answers.ts';
import { readOthers } from './read-others.ts';
import type { Setup } from './setup.ts';
import { takeTurn } from './take-turn.ts';

const words = z.string().max(1000);
const day = z.string().transform((text, context) => isoDate(text) ?? context.addIssue({ code: 'custom', message: 'no day' }) ?? z.NEVER);
/** What a superior granted a unit, as `sweep` read it. */
const Granted = z.strictObject({
  unit: words,
  kind: z.enum(['yearly', 'six-month', 'quarterly', 'monthly', 'interim', 'final', 'ad-hoc']).exactOptional(),
  period: words,
  until: day,
  reason: words,
  by: words,
  from: day.exactOptional(),
  to: day.exactOptional(),
});

const RegisterId = z.string().regex(/^[\w-]{10,100}$/);

export const ProcessRegister = z.strictObject({
  register: RegisterId,
  extensions: z.array(Granted).max(50).exactOptional(),
  /** this register and others whose contact is the same person, in the order of the superior's list */
  together: z.array(RegisterId).max(20).exactOptional(),
});

/**
 * Takes one turn, and then looks whether receivers have replied to what was sent before. `waitUntil`: another turn is at work on the
 * register, or a thread has to be looked at after its lease.
 */
export async function processRegister({ register, extensions, together }: z.infer<typeof ProcessRegister>, setup: Setup): Promise<object> {
  const read: { last?: Reading } = {};
  const others = together === undefined || !together.includes(register) ? undefined : await readOthers(register, together, setup);
  const { lines, waitUntil } = await takeTurn(register, setup, undefined, {
    ...(others === 'unknown' ? {} : { composeReminder: composeReminderMail, others }),
    extensions,
    onReading: (reading) => {
      read.last = reading;
    },
  });
  const answered = read.last === undefined || waitUntil !== undefined ? 0 : await lookForAnswers(register, read.last, setup);
  return {
    register,
    lines: lines.map(({ key, status }) => ({ key, status })),
    waitUntil: waitUntil ?? null,
    ...(answered === 0 ? {} : { answered }),
  };
}

// Every 15 minutes by day: reads which registers a superior has, and makes a task for each. One register's trouble stops no other.
import * as z from 'zod';
import { localDate, localTime } from '../rules/calendar-date.ts';
import { sha256Hex } from '../rules/hash.ts';
import { Problem } from '../rules/problem.ts';
import { reportingUnits } from '../rules/register/read-units.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { readTabs } from './google-shell.ts';
import { statusOf, troubleOf } from './google-trouble.ts';
import type { Setup } from './setup.ts';

export const Sweep = z.strictObject({ superior: z.string().regex(/^[\w-]{10,100}$/) });

const SLOT_MINUTES = 15;

/** Creates a task per register. A task's name is fixed by register and quarter of an hour, so a sweep that runs twice makes none twice. */
export async function sweep({ superior }: z.infer<typeof Sweep>, setup: Setup): Promise<object> {
  const { reading } = await readTabs(setup.clients.sheets, superior, Object.values(SUPERIOR_TABS));
  const units = reportingUnits(reading);
  if (units === 'missing') throw new Problem('SUPERIOR_WITHOUT_UNITS', { superior });
  const registers = units.flatMap(({ unit, register }) => (register === undefined ? [] : [{ unit, register }]));
  const slot = slotOf(setup);
  const outcomes = await Promise.all(registers.map(({ register }) => createTask(register, slot, setup)));
  const failed = outcomes.filter((outcome) => outcome === 'failed').length;
  const summary = { units: units.length, registers: registers.length, failed };
  setup.log({ severity: failed > 0 ? 'ERROR' : 'INFO', message: 'sweep', superior, ...summary });
  if (failed > 0) throw new Problem('GOOGLE_BUSY', { what: 'tasks.create' });
  return { superior, ...summary };
}

function slotOf(setup: Setup): string {
  const now = setup.now();
  const [hour = '0', minute = '0'] = localTime(now).split(':');
  return `${localDate(now)}-${hour}-${String(Math.floor(Number(minute) / SLOT_MINUTES))}`;
}

async function createTask(register: string, slot: string, setup: Setup): Promise<'created' | 'there' | 'failed'> {
  // The hash leads the name: Google advises against names that begin alike, and a register's id is nobody's business in a queue.
  const name = `${setup.queue}/tasks/${sha256Hex(register).slice(0, 16)}-${slot}`;
  const body = Buffer.from(JSON.stringify({ register })).toString('base64');
  const httpRequest = {
    url: setup.processUrl,
    httpMethod: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    oidcToken: { serviceAccountEmail: setup.tasksAccount },
  };
  try {
    await setup.clients.tasks.projects.locations.queues.tasks.create({ parent: setup.queue, requestBody: { task: { name, httpRequest } } });
    return 'created';
  } catch (error) {
    if (statusOf(error) === 409) return 'there'; // this quarter's task exists already
    const trouble = troubleOf(error, 'tasks.create', register);
    setup.log({ severity: 'ERROR', message: trouble.message, register, code: trouble.code });
    return 'failed';
  }
}

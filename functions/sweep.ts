// Every 15 minutes by day: reads which registers a superior has, and makes a task for each. One register's trouble stops no other.
import * as z from 'zod';
import { localDate, localTime } from '../rules/calendar-date.ts';
import { sha256Hex } from '../rules/hash.ts';
import { Problem } from '../rules/problem.ts';
import { type ReportingUnit, reportingUnits } from '../rules/register/read-units.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import type { Extension } from '../rules/reporting/lateness.ts';
import { extensionsIn } from '../rules/reporting/read-extensions.ts';
import { readTabs } from './google-shell.ts';
import { statusOf, troubleOf } from './google-trouble.ts';
import { registerIdIn } from './register-id.ts';
import type { Setup } from './setup.ts';

export const Sweep = z.strictObject({ superior: z.string().regex(/^[\w-]{10,100}$/) });

const SLOT_MINUTES = 15;
const AT_ONCE = 20; // requests under way; a province has thousands of registers

/** Creates a task per register. A task's name is fixed by register and quarter of an hour, so a sweep that runs twice makes none twice. */
export async function sweep({ superior }: z.infer<typeof Sweep>, setup: Setup): Promise<object> {
  const { units: listed, extensions } = SUPERIOR_TABS;
  const { reading } = await readTabs(setup.clients.sheets, superior, [listed, extensions]);
  const units = reportingUnits(reading);
  if (units === 'missing') throw new Problem('SUPERIOR_WITHOUT_UNITS', { superior });
  const { granted } = extensionsIn(
    reading,
    units.map(({ unit }) => unit),
  );
  const tasks = new Map<string, Extension[]>();
  units.forEach((unit, index) => {
    const register = registerOf(unit, index, superior, setup);
    if (register !== undefined && !tasks.has(register))
      tasks.set(
        register,
        granted.filter((one) => one.unit === unit.unit),
      );
  });
  const together = sameContact(units);
  const registers = [...tasks].map(([register, own]): Task => ({ register, extensions: own, together: together.get(register) }));
  const outcomes = await eachOf(registers, slotOf(setup), setup);
  const count = (wanted: Outcome['kind']) => outcomes.filter(({ kind }) => kind === wanted).length;
  const summary = { units: units.length, registers: registers.length, created: count('created'), there: count('there') };
  const failed = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.problem] : []));
  setup.log({ severity: failed.length > 0 ? 'ERROR' : 'INFO', message: 'sweep', superior, ...summary, failed: failed.length });
  const worst = failed.find(({ kind }) => kind === 'upstream') ?? failed[0];
  if (worst !== undefined) throw worst;
  return { superior, ...summary };
}

/** The id in the cell, or in the address that somebody pasted there. What is neither may be anything, a name too: the log tells only its place. */
function registerOf({ register }: ReportingUnit, index: number, superior: string, setup: Setup): string | undefined {
  if (register === undefined) return undefined;
  const id = registerIdIn(register);
  if (id !== undefined) return id;
  setup.log({ severity: 'WARNING', message: 'sweep: a unit without a usable register id', superior, place: index + 1 });
  return undefined;
}

function slotOf(setup: Setup): string {
  const now = setup.now();
  const [hour = '0', minute = '0'] = localTime(now).split(':');
  return `${localDate(now)}-${hour}-${String(Math.floor(Number(minute) / SLOT_MINUTES))}`;
}

type Outcome = { readonly kind: 'created' | 'there' } | { readonly kind: 'failed'; readonly problem: Problem };

interface Task {
  readonly register: string;
  readonly extensions: readonly Extension[];
  /** with it, those of which the same person is the contact; in the order of the list */
  readonly together: readonly string[] | undefined;
}

const MOST_TOGETHER = 20;

/** The registers that share their contact's address with others. */
function sameContact(units: readonly ReportingUnit[]): ReadonlyMap<string, readonly string[]> {
  const of = new Map<string, Set<string>>();
  for (const { register, email } of units) {
    const id = register === undefined ? undefined : registerIdIn(register);
    if (id !== undefined && email !== undefined) of.set(email, (of.get(email) ?? new Set()).add(id));
  }
  const shared = [...of.values()].filter(({ size }) => size > 1).map((ids) => [...ids].slice(0, MOST_TOGETHER));
  return new Map(shared.flatMap((ids) => ids.map((id) => [id, ids] as const)));
}

async function eachOf(registers: readonly Task[], slot: string, setup: Setup): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < registers.length; from += AT_ONCE) {
    const some = registers.slice(from, from + AT_ONCE);
    outcomes.push(...(await Promise.all(some.map((task) => createTask(task, slot, setup)))));
  }
  return outcomes;
}

async function createTask({ register, extensions, together }: Task, slot: string, setup: Setup): Promise<Outcome> {
  // The hash leads the name: Google advises against names that begin alike, and a register's id is nobody's business in a queue.
  const name = `${setup.queue}/tasks/${sha256Hex(register).slice(0, 16)}-${slot}`;
  const body = Buffer.from(JSON.stringify({ register, extensions, ...(together === undefined ? {} : { together }) })).toString('base64');
  const httpRequest = {
    url: setup.processUrl,
    httpMethod: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    oidcToken: { serviceAccountEmail: setup.tasksAccount },
  };
  try {
    await setup.clients.tasks.projects.locations.queues.tasks.create({ parent: setup.queue, requestBody: { task: { name, httpRequest } } });
    return { kind: 'created' };
  } catch (error) {
    if (statusOf(error) === 409) return { kind: 'there' }; // this quarter's task exists already
    const problem = troubleOf(error, 'tasks.create', register);
    setup.log({ severity: 'ERROR', message: problem.message, subject: register, code: problem.code, kind: problem.kind });
    return { kind: 'failed', problem };
  }
}

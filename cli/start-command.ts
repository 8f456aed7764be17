// What `npm start` does: the product on one's own machine. With --once it runs, leaves its results in a folder and ends.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../local-workspace/workspace.ts';
import type { IsoDate } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import { dayFrom } from './day.ts';
import { DEMO_PLANS } from './demo/demo-plans.ts';
import { COMMAND, runText, START, USAGE } from './labels.ts';
import { type OnceOptions, once } from './once.ts';
import { openTrial } from './open-trial.ts';
import { Refusal } from './reported.ts';

/** The day of a run that does not stay: the report of the year is due. */
const DUE_DAY = dayFrom('2024-12-20');
const DEFAULT_PORT = 8080;

/** Answers with the exit code. Throws a Problem or a Refusal when it was asked for wrongly or cannot begin. */
export async function startCommand(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      once: { type: 'boolean', default: false },
      date: { type: 'string' },
      out: { type: 'string', default: 'out' },
      plan: { type: 'string', multiple: true },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const date = values.date === undefined ? undefined : dayFrom(values.date);
  const port = values.port === undefined ? undefined : portFrom(values.port);
  const demo = { date, plans: values.plan?.map(planFrom) };
  return values.once ? runOnce({ ...demo, date: date ?? DUE_DAY }, resolve(values.out)) : stay(demo, port);
}

type Demo = Pick<OnceOptions, 'date' | 'plans'>;

/** Without a day of its own a trial goes on where it was left. */
type Wish = Pick<OnceOptions, 'plans'> & { readonly date: IsoDate | undefined };

async function runOnce(demo: Demo, out: string): Promise<number> {
  const { summary, failed } = await once({ ...demo, out, tell: toStderr });
  console.log(runText(summary));
  console.log(START.results(out));
  return failed ? 1 : 0;
}

async function stay({ date, plans }: Wish, port: number | undefined): Promise<number> {
  const state = resolve('.workspace');
  const before = existsSync(state);
  const open = async (options: WorkspaceOptions): Promise<Workspace> => {
    const workspace = await openWorkspace(options, port);
    if (before) console.error(START.kept(state));
    return workspace;
  };
  const { trial, url, summary, close } = await openTrial({ date, plans, state, open, tell: toStderr });
  try {
    console.log(runText(summary));
    console.log(START.staying(url, trial.mails));
    await new Promise<void>((end) => {
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    });
    return 0;
  } finally {
    await close();
  }
}

const toStderr = (line: string): void => console.error(line);

function planFrom(text: string): string {
  const known = DEMO_PLANS.map(({ file }) => file);
  if (!known.includes(text)) throw new Refusal(COMMAND.notADemo(text, known.join(', ')), 2);
  return text;
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new Refusal(COMMAND.notAPort(text), 2);
  return port;
}

/** The wanted port, or 8080, or any free one when 8080 is in use and no port was asked for. */
async function openWorkspace(options: WorkspaceOptions, wanted: number | undefined): Promise<Workspace> {
  const port = wanted ?? DEFAULT_PORT;
  try {
    return await startWorkspace({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (wanted !== undefined) throw new Problem('PORT_IN_USE', { port }, { cause: error });
    const workspace = await startWorkspace({ ...options, port: 0 });
    console.error(START.otherPort(port, workspace.url));
    return workspace;
  }
}

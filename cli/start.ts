// `npm start`: the product on one's own machine. With --once it runs, leaves its results in a folder and ends.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../local-workspace/workspace.ts';
import type { IsoDate } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import { trialClock } from './clock.ts';
import { dayFrom } from './day.ts';
import { COMMAND, runText, START, USAGE } from './labels.ts';
import { cycleOn, once } from './once.ts';
import { Refusal, reported } from './reported.ts';

const DEFAULT_DATE = '2024-12-20';
const DEFAULT_PORT = 8080;

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      once: { type: 'boolean', default: false },
      date: { type: 'string', default: DEFAULT_DATE },
      out: { type: 'string', default: 'out' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const date = dayFrom(values.date);
  const port = values.port === undefined ? undefined : portFrom(values.port);
  return values.once ? runOnce(date, resolve(values.out)) : stay(date, port);
}

async function runOnce(date: IsoDate, out: string): Promise<number> {
  const { summary, failed } = await once({ date, out, tell: toStderr });
  console.log(runText(summary));
  console.log(START.results(out));
  return failed ? 1 : 0;
}

async function stay(date: IsoDate, port: number | undefined): Promise<number> {
  const state = resolve('.workspace');
  const before = existsSync(state);
  mkdirSync(state, { recursive: true });
  const clock = trialClock(date, join(state, 'clock'));
  const workspace = await openWorkspace({ dataDir: join(state, 'workspace'), now: () => clock.now(), taskBackoffScale: 0.1 }, port);
  try {
    clock.keep();
    if (before) console.error(START.kept(state));
    const mails = join(state, 'mails');
    const { summary } = await cycleOn(workspace.url, { date, clock, district: join(state, 'demo.json'), mails, tell: toStderr });
    console.log(runText(summary));
    console.log(START.staying(workspace.url, mails));
    await new Promise<void>((end) => {
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    });
    return 0;
  } finally {
    await workspace.close(); // an open server would keep a failed start running
  }
}

const toStderr = (line: string): void => console.error(line);

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

process.exitCode = await reported(() => main(process.argv.slice(2)));

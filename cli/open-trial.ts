// Opens the trial of `npm start`: a workspace in a folder, the demo in it, the schedule run once, and the page over both.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../local-workspace/workspace.ts';
import type { IsoDate } from '../rules/calendar-date.ts';
import { lastDay, trialClock } from './clock.ts';
import { pageHost } from './page-host.ts';
import type { RunSummary } from './summary.ts';
import { Trial } from './trial.ts';

/** The day on which a trial begins: the window of the year is over and nothing has been sent, so there is something to do. */
export const FIRST_DAY = '2024-12-16' as IsoDate;

export interface TrialWish {
  /** the folder of everything that outlives the process; what it holds is gone on with */
  readonly state: string;
  /** without a day of its own a trial goes on where it was left */
  readonly date?: IsoDate | undefined;
  /** the plans whose demo is made; all of them unless said */
  readonly plans?: readonly string[] | undefined;
  readonly open?: (options: WorkspaceOptions) => Promise<Workspace>;
  readonly tell: (line: string) => void;
}

export interface OpenTrial {
  readonly trial: Trial;
  readonly url: string;
  readonly summary: RunSummary;
  close(): Promise<void>;
}

/** Rejects with a Refusal when the folder has been used on a later day than the one asked for, and with what `open` rejects with. */
export async function openTrial({ state, date, plans, open = startWorkspace, tell }: TrialWish): Promise<OpenTrial> {
  mkdirSync(state, { recursive: true });
  const stored = join(state, 'clock');
  const clock = trialClock(date ?? lastDay(stored) ?? FIRST_DAY, stored);
  const workspace = await open({ dataDir: join(state, 'workspace'), now: () => clock.now(), taskBackoffScale: 0.1 });
  const trial = new Trial({ workspace, clock, firstDay: date ?? FIRST_DAY, plans, state });
  const close = async (): Promise<void> => {
    await trial.close();
    await workspace.close(); // an open server would keep a failed start running
  };
  try {
    clock.keep(); // only now is the folder ours
    await workspace.servePage(pageHost(trial)); // before the demo is there: a page that is open already finds its way back
    const { summary } = await trial.begin(tell);
    return { trial, url: workspace.url, summary, close };
  } catch (error) {
    await close();
    throw error;
  }
}

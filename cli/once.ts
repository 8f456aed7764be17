// `npm start -- --once`: the whole cycle on a workspace of its own, its mails and summary left in a folder.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startWorkspace } from '../local-workspace/workspace.ts';
import type { IsoDate } from '../rules/calendar-date.ts';
import type { LinkSetting } from '../rules/reporting/receipt-link.ts';
import { type TrialClock, trialClock } from './clock.ts';
import { demoDistrict } from './demo-district.ts';
import { START } from './labels.ts';
import { localClients } from './local-google.ts';
import { sentMails, writeMails } from './mails.ts';
import { HAS_FAILED, reportingRun } from './reporting-run.ts';
import { type RunSummary, summaryOfRegister } from './summary.ts';
import { summaryOfSuperior } from './summary-superior.ts';
import { writeWhole } from './whole-file.ts';

export interface OnceOptions {
  readonly date: IsoDate;
  /** the plans whose demo is made; all of them unless said */
  readonly plans?: readonly string[] | undefined;
  /** state, mails and summary; state that is there is kept and gone on with */
  readonly out: string;
  readonly tell: (line: string) => void;
}

export interface OnceResult {
  readonly summary: RunSummary;
  /** outages and bugs; a bad register is none */
  readonly failed: boolean;
}

/** Runs once and writes OUT/summary.json and OUT/mails. May be killed at any moment and run again. */
export async function once({ date, plans, out, tell }: OnceOptions): Promise<OnceResult> {
  const state = join(out, 'state');
  mkdirSync(state, { recursive: true });
  const clock = trialClock(date, join(state, 'clock'));
  const workspace = await startWorkspace({ dataDir: join(state, 'workspace'), now: () => clock.now(), taskBackoffScale: 0.1 });
  try {
    clock.keep(); // only now is the folder ours
    const { summary, failed } = await cycleOn(workspace.url, {
      date,
      plans,
      clock,
      district: join(state, 'demo.json'),
      mails: join(out, 'mails'),
      tell,
    });
    writeWhole(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return { summary, failed };
  } finally {
    await workspace.close();
  }
}

export interface CycleOptions {
  readonly date: IsoDate;
  readonly plans?: readonly string[] | undefined;
  readonly clock: TrialClock;
  readonly district: string | undefined;
  readonly mails: string;
  /** how the links of mails are signed, where somebody serves them */
  readonly links?: LinkSetting | undefined;
  readonly tell: (line: string) => void;
}

/** The demo of a workspace, one reporting run over it, and what came of it. */
export async function cycleOn(workspace: string, { date, plans, clock, district, mails, links, tell }: CycleOptions): Promise<OnceResult> {
  const demo = await demoDistrict(workspace, { date, plans, file: district, tell });
  tell(START.running(demo.registers.filter(({ id }) => id !== undefined).length));
  const outcome = await reportingRun({
    workspace,
    superiors: demo.superiors.map(({ id }) => id),
    clock,
    links,
    onProgress: (left) => {
      if (left > 0) tell(START.waiting(left));
    },
  });
  const sent = await sentMails(localClients(workspace));
  const files = writeMails(sent, mails);
  const registers = await Promise.all(
    demo.registers.map((register) =>
      summaryOfRegister({
        workspace,
        register,
        now: clock.now(),
        mails: sent,
        files,
        trouble: outcome.trouble.get(register.id ?? '')?.code,
      }),
    ),
  );
  const superiors = await Promise.all(
    demo.superiors.map(({ id, plan }) =>
      summaryOfSuperior({ workspace, id, plan, now: clock.now(), mails: sent, files, trouble: outcome.trouble.get(id)?.code }),
    ),
  );
  const failed = [...outcome.trouble.values()].some(({ kind }) => HAS_FAILED.includes(kind));
  return { summary: { date, registers, superiors: superiors.flatMap((one) => one ?? []) }, failed };
}

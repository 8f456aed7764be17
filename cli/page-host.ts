// What `npm start` offers to the page: who one can be, which workbooks and mailboxes there are, the clock and its commands.
import type { Command, PageHost, PageSetup } from '../local-workspace/page/protocol.ts';
import { momentOf } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import { OPENS_AT } from './clock.ts';
import { dayFrom } from './day.ts';
import { DEMO_MAILBOXES, rolesIn } from './demo/page-roles.ts';
import { TRIAL } from './labels.ts';
import { localClients } from './local-google.ts';
import type { OnceResult } from './once.ts';
import { Refusal } from './reported.ts';
import type { Trial } from './trial.ts';

type Tell = (line: string) => void;

/** The host of a trial; whoever asks before it has begun waits. */
export function pageHost(trial: Trial): PageHost {
  let isBusy = false;
  return {
    setup: async () => {
      await trial.begun;
      return setupOf(trial);
    },
    command: async (id, input, tell) => {
      await trial.begun;
      if (isBusy) return TRIAL.busy;
      isBusy = true;
      try {
        return await carryOut(trial, id, input, tell);
      } catch (error) {
        if (error instanceof Problem) throw new Error(error.userWithCode, { cause: error });
        throw error;
      } finally {
        isBusy = false;
      }
    },
  };
}

async function carryOut(trial: Trial, id: string, input: string | undefined, tell: Tell): Promise<string> {
  switch (id) {
    case 'next-deadline':
      return saidOf(await trial.toNextDeadline(tell));
    case 'run':
      return saidOf(await trial.run(tell));
    case 'move':
      await trial.moveTo(dayFrom(input ?? ''), tell);
      return TRIAL.moved;
    case 'reset':
      await trial.reset(tell);
      trial.workspace.bus.publish({ kind: 'reset' });
      return TRIAL.wasReset;
    default:
      throw new Refusal(TRIAL.unknownCommand(id), 2);
  }
}

function saidOf({ summary, failed }: OnceResult): string {
  const deliveries = [...summary.registers, ...summary.superiors].flatMap((one) => one.deliveries);
  const sent = deliveries.filter(({ status }) => status === 'sent' || status === 'received').length;
  return failed ? TRIAL.ranWithTrouble(sent) : TRIAL.ran(sent);
}

const COMMANDS: readonly Command[] = [
  { id: 'next-deadline', ...TRIAL.commands.nextDeadline },
  { id: 'run', ...TRIAL.commands.run },
  { id: 'move', ...TRIAL.commands.move, input: 'date' },
  { id: 'reset', ...TRIAL.commands.reset },
];

async function setupOf(trial: Trial): Promise<PageSetup> {
  const { registers, superiors } = trial.district;
  const titles = await titlesIn(trial.workspace.url);
  const workbooks = superiors.flatMap(({ id: superior, plan }) => {
    const group = groupOf(titles.get(superior) ?? plan);
    const ids = [superior, ...registers.filter((one) => one.plan === plan).flatMap(({ id }) => (id === undefined ? [] : [id]))];
    return ids.map((id) => ({ id, title: TRIAL.shortTitle(titles.get(id) ?? id), group }));
  });
  const { next } = trial;
  const home = registers.find(({ id }) => id !== undefined)?.id ?? superiors[0]?.id ?? '';
  return {
    title: TRIAL.title,
    home,
    strip: TRIAL.strip,
    roles: rolesIn(trial.district, home),
    workbooks,
    mailboxes: DEMO_MAILBOXES,
    clock: {
      now: trial.clock.now(),
      ...(next === undefined ? {} : { nextDeadline: { at: momentOf(next.day, OPENS_AT), label: next.labels.join(', ') } }),
    },
    commands: COMMANDS,
  };
}

/** A plan's workbooks stand under the name of its superior: "Huyện An Thịnh – danh sách sổ". */
const groupOf = (title: string): string => title.split(' – ')[0] ?? title;

async function titlesIn(workspace: string): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  let pageToken: string | undefined;
  do {
    const { data } = await localClients(workspace).drive.files.list({
      q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
      fields: 'nextPageToken,files(id,name)',
      pageSize: 1000,
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    for (const { id, name } of data.files ?? []) if (id && name) titles.set(id, name);
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return titles;
}

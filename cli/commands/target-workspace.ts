// What every command that talks to a workspace needs: its address, the day, and one register's reading.
import { readTabs } from '../../functions/google-shell.ts';
import { settingOf } from '../../functions/setup.ts';
import { type Instant, momentOf } from '../../rules/calendar-date.ts';
import { Problem } from '../../rules/problem.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { type Review, review } from '../../rules/reporting/review.ts';
import { dayFrom } from '../day.ts';
import { LOCAL, localClients } from '../local-google.ts';

const DEFAULT_WORKSPACE = 'http://127.0.0.1:8080';

/** The workspace's address, once it has answered. Throws WORKSPACE_UNREACHABLE when it does not. */
export async function workspaceAddress(): Promise<string> {
  const address = process.env.ISHC_WORKSPACE ?? DEFAULT_WORKSPACE;
  try {
    await fetch(new URL('/_workspace/health', address));
    return address;
  } catch (error) {
    throw new Problem('WORKSPACE_UNREACHABLE', { what: address }, { cause: error });
  }
}

/** The moment a command works at: 8:00 of the day given, or the workspace's own clock. */
export async function momentFor(workspace: string, date: string | undefined): Promise<Instant> {
  if (date !== undefined) return momentOf(dayFrom(date), 8);
  const answer: unknown = await (await fetch(new URL('/_workspace/clock', workspace))).json();
  const { now } = answer as { now: number };
  return now as Instant;
}

/** Reads and judges one register. Throws a Problem when it cannot be read at all. */
export async function reviewOf(workspace: string, register: string, now: Instant): Promise<Review> {
  const { reading } = await readTabs(localClients(workspace).sheets, register, Object.values(TABS));
  return review(reading, settingOf({ mailbox: LOCAL.mailbox }, now));
}

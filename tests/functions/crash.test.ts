// Every call of a turn goes wrong once, at the real border: refused by Google, carried out but its answer lost, or never arrived.
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../local-workspace/workspace.ts';
import type { Instant } from '../../rules/calendar-date.ts';
import { Problem } from '../../rules/problem.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';
import { aRegister, aTrial, aTurn, draftsOf, keyOf, ledgerOf, sentOf, type Trial } from './a-trial.ts';

const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const MINUTE = 60_000;

type Kind = 'answered 503' | 'carried out, its answer lost' | 'never arrived';
interface Mishap {
  readonly kind: Kind;
  /** the call of the turn that it befalls, from 1 */
  readonly at: number;
}

const OUTCOME: Readonly<Record<Kind, { kind: 'status'; status: number } | { kind: 'lost' | 'refuse' }>> = {
  'answered 503': { kind: 'status', status: 503 },
  'carried out, its answer lost': { kind: 'lost' },
  'never arrived': { kind: 'refuse' },
};

/** Takes a turn in which one call goes wrong; answers with that call's name, or undefined when the turn had fewer calls. */
async function mishap(trial: Trial, register: string, { kind, at }: Mishap): Promise<string | undefined> {
  let calls = 0;
  let hit: string | undefined;
  const match: Fault['match'] = ({ method }) => {
    calls += 1;
    if (calls === at) hit = method;
    return calls === at;
  };
  trial.workspace.fault({ match, ...OUTCOME[kind] });
  const outcome = await aTurn(register, trial).catch((error: unknown) => error);
  await fetch(`${trial.workspace.url}/_workspace/faults`, { method: 'DELETE' });
  if (hit !== undefined) {
    expect(outcome).toBeInstanceOf(Problem);
    expect((outcome as Problem).kind).toBe('upstream');
  }
  return hit;
}

/** Turns as the schedule would take them, past every lease, until nothing is left to do. */
async function settle(trial: Trial, register: string): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    trial.clock.now = (trial.clock.now + LEASE + MINUTE) as Instant;
    const { waitUntil } = (await aTurn(register, trial)) as { waitUntil: Instant | null };
    if (waitUntil === null) return;
  }
  throw new Error('the register never came to rest');
}

/** One mail, a ledger that says so, a quiet register from then on; answers with the number of drafts that nobody will ever send. */
async function expectSentOnce(trial: Trial, register: string): Promise<number> {
  expect((await sentOf(trial)).map(keyOf)).toEqual([KEY]);
  expect(await ledgerOf(trial, register)).toEqual([[KEY, 'Đã gửi số liệu']]);
  const before = trial.workspace.log.length;
  await aTurn(register, trial);
  expect(trial.workspace.log.slice(before).map(({ method }) => method)).toEqual(['sheets.spreadsheets.values.batchGetByDataFilter']);
  return (await draftsOf(trial)).length;
}

describe.each(Object.keys(OUTCOME) as Kind[])('a call of the turn %s', (kind) => {
  test('ends in exactly one mail whichever call it is; a draft stays behind only where nothing was published of it', async () => {
    const left: Record<string, number> = {};
    for (let at = 1; ; at += 1) {
      const trial = await aTrial();
      const register = await aRegister(trial, undefined, 'few');
      const hit = await mishap(trial, register, { kind, at });
      if (hit === undefined) break;
      await settle(trial, register);
      left[`${at} ${hit}`] = await expectSentOnce(trial, register);
    }
    const lost = kind === 'carried out, its answer lost';
    expect(left).toEqual({
      '1 sheets.spreadsheets.values.batchGetByDataFilter': 0,
      '2 oauth2.token': 0,
      '3 gmail.users.drafts.create': lost ? 1 : 0, // nobody knows its id
      '4 sheets.spreadsheets.batchUpdate': lost ? 0 : 1, // the id was known to the turn alone
      '5 gmail.users.drafts.send': 0,
      '6 sheets.spreadsheets.batchUpdate': 0,
    });
  });
});

test.each([
  { published: 4, what: 'was published and never sent', calls: 8 },
  { published: 5, what: 'was sent unnoticed', calls: 6 },
])('a takeover of a draft that $what, itself cut short at any call, ends in exactly one mail', async ({ published, calls }) => {
  let at = 1;
  for (; ; at += 1) {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    await mishap(trial, register, { kind: 'carried out, its answer lost', at: published });
    trial.clock.now = (trial.clock.now + LEASE + MINUTE) as Instant;
    if ((await mishap(trial, register, { kind: 'carried out, its answer lost', at })) === undefined) break;
    await settle(trial, register);
    expect(await expectSentOnce(trial, register)).toBe(0);
  }
  expect(at - 1).toBe(calls);
});

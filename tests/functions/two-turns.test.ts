// Two turns on one register at the same time, and one that begins from an old reading: Cloud Tasks delivers at least once.
import { expect, test } from 'vitest';
import { googleShell } from '../../functions/google-shell.ts';
import { settingOf } from '../../functions/setup.ts';
import type { Instant } from '../../rules/calendar-date.ts';
import { type AsyncShell, carryOutAsync } from '../../rules/conversation.ts';
import { type TurnResult, turn } from '../../rules/cycle.ts';
import type { Reading } from '../../rules/register/grid.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';
import { aRegister, aTrial, aTurn, draftsOf, keyOf, ledgerOf, sentOf, type Trial } from './a-trial.ts';

const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const SENT = [[KEY, 'Đã gửi số liệu']];

const shellOf = ({ setup }: Trial, register: string): AsyncShell =>
  googleShell({ clients: setup.clients, tabs: Object.values(TABS), register, now: setup.now() });

const take = ({ setup }: Trial, register: string, shell: AsyncShell): Promise<TurnResult> =>
  carryOutAsync(
    turn(register, (reading) => decide(reading, settingOf(setup, setup.now())), setup.now()),
    shell,
  );

/** Every turn goes on from its reading only when all of them have read. */
function readingTogether(shells: readonly AsyncShell[]): AsyncShell[] {
  let waiting = shells.length;
  let release = (): void => {};
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  return shells.map((shell) => ({
    ...shell,
    read: async (id) => {
      const reading = await shell.read(id);
      waiting -= 1;
      if (waiting === 0) release();
      await all;
      return reading;
    },
  }));
}

test.each([2, 4])('%i turns with the same reading send one mail, and the losers leave no draft', async (count) => {
  const trial = await aTrial();
  const register = await aRegister(trial, undefined, 'few');
  const shells = readingTogether(Array.from({ length: count }, () => shellOf(trial, register)));
  const results = await Promise.all(shells.map((shell) => take(trial, register, shell)));
  expect(results.flatMap(({ lines }) => lines.map(({ status }) => status)).sort()).toEqual([
    ...Array.from({ length: count - 1 }, () => 'sending'),
    'sent',
  ]);
  expect((await sentOf(trial)).map(keyOf)).toEqual([KEY]);
  expect(await draftsOf(trial)).toEqual([]);
  expect(await ledgerOf(trial, register)).toEqual(SENT);
});

test('a turn that goes on from a reading of before another one sends nothing and puts no line back', async () => {
  const trial = await aTrial();
  const register = await aRegister(trial, undefined, 'few');
  const late = shellOf(trial, register);
  const old: Reading = await late.read(register);
  await aTurn(register, trial);
  const { lines, waitUntil } = await take(trial, register, { ...late, read: async () => old });
  expect(lines.map(({ status }) => status)).toEqual(['sending']);
  expect(waitUntil).not.toBeUndefined();
  expect((await sentOf(trial)).map(keyOf)).toEqual([KEY]);
  expect(await draftsOf(trial)).toEqual([]);
  expect(await ledgerOf(trial, register)).toEqual(SENT);
});

test('two takeovers of one lapsed lease send one mail', async () => {
  const trial = await aTrial();
  const register = await aRegister(trial, undefined, 'few');
  trial.workspace.fault({ match: ({ method }) => method === 'gmail.users.drafts.send', kind: 'refuse' });
  await expect(aTurn(register, trial)).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
  trial.clock.now = (trial.clock.now + LEASE) as Instant;
  const shells = readingTogether([shellOf(trial, register), shellOf(trial, register)]);
  const results = await Promise.all(shells.map((shell) => take(trial, register, shell)));
  expect(results.flatMap(({ lines }) => lines.map(({ status }) => status)).sort()).toEqual(['sending', 'sent']);
  expect((await sentOf(trial)).map(keyOf)).toEqual([KEY]);
  expect(await ledgerOf(trial, register)).toEqual(SENT);
});

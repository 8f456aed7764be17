// The shell on Google's clients: when it asks, how often, and what each refusal means.
import { describe, expect, test } from 'vitest';
import { LOCAL, localAccount, localClients } from '../../cli/local-google.ts';
import { clientsOf, transporter } from '../../functions/google-clients.ts';
import { googleShell } from '../../functions/google-shell.ts';
import type { Fault } from '../../local-workspace/workspace.ts';
import type { Letter } from '../../rules/conversation.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { CALL_LIMIT, RUN_LIMIT } from '../../rules/reporting/deliver.ts';
import { aRegister, aTrial, draftsOf, type Trial } from './a-trial.ts';

const LETTER: Letter = {
  key: 'mot/khoa/1',
  from: { email: LOCAL.mailbox },
  to: [{ email: 'minh@huyen.example' }],
  cc: [],
  replyTo: [],
  subject: 'Thử',
  html: '<p>Thử</p>',
  text: 'Thử',
  attachments: [],
};

const shellOf = ({ setup }: Trial, register: string, ticks?: () => number) =>
  googleShell({ clients: setup.clients, tabs: Object.values(TABS), register, now: setup.now(), ...(ticks ? { ticks } : {}) });

const methods = ({ workspace }: Trial, from = 0): string[] =>
  workspace.log
    .slice(from)
    .map(({ method }) => method)
    .filter((method) => method !== 'oauth2.token');

const only =
  (name: string): Fault['match'] =>
  ({ method }) =>
    method === name;

describe('a call that fails is asked once', () => {
  test.each([
    ['sheets.spreadsheets.values.batchGetByDataFilter', 'read'],
    ['sheets.spreadsheets.batchUpdate', 'write'],
    ['sheets.spreadsheets.developerMetadata.search', 'marker'],
    ['gmail.users.drafts.create', 'draft'],
    ['gmail.users.drafts.send', 'send'],
    ['gmail.users.drafts.delete', 'discard'],
    ['gmail.users.threads.get', 'findSent'],
  ] as const)('%s', async (method, call) => {
    for (const outcome of [
      { kind: 'status', status: 503 },
      { kind: 'status', status: 429 },
      { kind: 'refuse' },
      { kind: 'lost' },
    ] as const) {
      const trial = await aTrial();
      const register = await aRegister(trial, undefined, 'few');
      const shell = shellOf(trial, register);
      const { draft, thread } = await shell.draft(LETTER);
      const from = trial.workspace.log.length;
      trial.workspace.fault({ match: only(method), ...outcome, times: 9 });
      const calls = {
        read: () => shell.read(register),
        write: () => shell.write({ register, blocks: [{ sheetId: TABS.todo.sheetId, row: 0, column: 0, cells: [['x']], rest: false }] }),
        marker: () => shell.marker({ register, key: 'k', attempt: 1 }),
        draft: () => shell.draft(LETTER),
        send: () => shell.send(draft),
        discard: () => shell.discard(draft),
        findSent: () => shell.findSent({ thread }),
      };
      await expect(calls[call]()).rejects.toMatchObject({ code: 'GOOGLE_BUSY', kind: 'upstream' });
      expect(methods(trial, from)).toEqual([method]);
    }
  });

  test('a token that cannot be fetched is asked for once, and its refusal is no outage', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const of = (email: string) => ({
      ...trial,
      setup: {
        ...trial.setup,
        clients: clientsOf({ service: localAccount(trial.workspace.url, email), mailbox: localAccount(trial.workspace.url, email) }),
      },
    });
    await expect(shellOf(of('nobody'), register).read(register)).rejects.toMatchObject({ code: 'GOOGLE_REFUSED', kind: 'refused' });
    const from = trial.workspace.log.length;
    trial.workspace.fault({ match: only('oauth2.token'), kind: 'status', status: 503, times: 9 });
    await expect(shellOf(of('lan@hoi.example'), register).read(register)).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
    expect(trial.workspace.log.slice(from).map(({ method }) => method)).toEqual(['oauth2.token']);
  });
});

describe('what a refusal means', () => {
  test.each([401, 403])('%i to any call: an administrator has to look', async (status) => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const shell = shellOf(trial, register);
    trial.workspace.fault({ match: ({ service }) => service === 'sheets' || service === 'gmail', kind: 'status', status, times: 9 });
    await expect(shell.read(register)).rejects.toMatchObject({ code: 'GOOGLE_REFUSED', kind: 'refused' });
    await expect(shell.draft(LETTER)).rejects.toMatchObject({ code: 'GOOGLE_REFUSED' });
    await expect(shell.send('r1')).rejects.toMatchObject({ code: 'GOOGLE_REFUSED' });
  });

  test('404 to a read: the register is gone; a register one may not open: refused', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    await expect(shellOf(trial, 'NoSuchRegister1').read('NoSuchRegister1')).rejects.toMatchObject({ code: 'REGISTER_GONE' });
    const stranger = {
      ...trial,
      setup: {
        ...trial.setup,
        clients: clientsOf({
          service: localAccount(trial.workspace.url, 'minh@huyen.example'),
          mailbox: localAccount(trial.workspace.url, LOCAL.mailbox),
        }),
      },
    };
    await expect(shellOf(stranger, register).read(register)).rejects.toMatchObject({ code: 'GOOGLE_REFUSED' });
  });

  test('404 to a draft that is gone is an answer, to send, to discard and to look for', async () => {
    const trial = await aTrial();
    const shell = shellOf(trial, await aRegister(trial, undefined, 'few'));
    const { draft, thread } = await shell.draft(LETTER);
    expect(await shell.discard(draft)).toBe('discarded');
    expect(await shell.discard(draft)).toBe('discarded');
    expect(await shell.send(draft)).toBe('gone');
    expect(await shell.findSent({ thread })).toBe('none');
  });

  test('no answer at all: busy', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const away = { ...trial, setup: { ...trial.setup, clients: localClients('http://127.0.0.1:9') } };
    await expect(shellOf(away, register).read(register)).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
  });
});

describe('time', () => {
  test('a turn over its time asks nothing more, whatever the call', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    let elapsed = 0;
    const shell = shellOf(trial, register, () => elapsed);
    const { draft, thread } = await shell.draft(LETTER);
    elapsed = RUN_LIMIT;
    await shell.marker({ register, key: 'k', attempt: 1 });
    elapsed = RUN_LIMIT + 1;
    const from = trial.workspace.log.length;
    const block = { sheetId: TABS.todo.sheetId, row: 0, column: 0, cells: [['x']], rest: false };
    for (const late of [
      () => shell.read(register),
      () => shell.write({ register, blocks: [block] }),
      () => shell.marker({ register, key: 'k', attempt: 1 }),
      () => shell.draft(LETTER),
      () => shell.send(draft),
      () => shell.discard(draft),
      () => shell.findSent({ thread }),
    ])
      await expect(late()).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
    expect(methods(trial, from)).toEqual([]);
    expect(await draftsOf(trial)).toEqual([draft]);
  });

  test('also not the second request of a call whose first one took too long', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    let elapsed = 0;
    const shell = shellOf(trial, register, () => elapsed);
    const marker = { key: 'k', attempt: 1, mailbox: LOCAL.mailbox, draft: 'r1', thread: 't1', leaseUntil: trial.clock.now };
    await shell.write({ register, blocks: [], publish: marker });
    const from = trial.workspace.log.length;
    trial.workspace.fault({
      match: ({ method }) => {
        if (method === 'sheets.spreadsheets.batchUpdate') elapsed = RUN_LIMIT + 1;
        return false;
      },
      kind: 'refuse',
    });
    await expect(shell.write({ register, blocks: [], publish: marker })).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
    expect(methods(trial, from)).toEqual(['sheets.spreadsheets.batchUpdate']);
  });

  test('a request gives up before a lease counts on it, and no client repeats one', () => {
    const { timeout, retryConfig } = transporter().defaults;
    expect(timeout).toBeLessThan(CALL_LIMIT);
    expect(retryConfig).toMatchObject({ retry: 0 });
  });
});

test('finds the draft of a thread behind the first page of five hundred', async () => {
  const trial = await aTrial();
  const shell = shellOf(trial, await aRegister(trial, undefined, 'few'));
  const { draft, thread } = await shell.draft(LETTER);
  const raw = Buffer.from('To: ha@hoi.example\r\nSubject: x\r\n\r\nx').toString('base64url');
  for (let count = 0; count < 500; count += 50)
    await Promise.all(
      Array.from({ length: 50 }, () => trial.clients.gmail.users.drafts.create({ userId: 'me', requestBody: { message: { raw } } })),
    );
  const first = (await draftsOf(trial)).includes(draft);
  expect(first).toBe(false);
  expect(await shell.findSent({ thread })).toEqual({ draft });
});

// What a caller of an entry is answered, and what the log says of it: codes and counts, never what a cell holds.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { handle } from '../../functions/handle.ts';
import type { LogEntry } from '../../functions/log.ts';
import { Problem } from '../../rules/problem.ts';

const NAME = 'Hoàng Thị Lan';
const Input = z.strictObject({ register: z.string().regex(/^[\w-]{10,100}$/) });
const GOOD = { register: '1AbCdEfGhIjKl' };

let act: (input: z.infer<typeof Input>) => Promise<object> = async () => ({});
let log: LogEntry[] = [];
let server: Server;
let url = '';

beforeEach(async () => {
  log = [];
  act = async () => ({});
  const told = { subject: ({ register }: z.infer<typeof Input>) => register, log: (entry: LogEntry) => log.push(entry) };
  http(
    'underTest',
    handle('underTest', Input, (input) => act(input), told),
  );
  server = getTestServer('underTest');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

interface Answer {
  readonly status: number;
  readonly body: { ok: boolean; code?: string; message?: string };
}

async function call(
  body: unknown,
  { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const sent = method === 'GET' ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(url, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...sent });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const TASK = { headers: { 'X-CloudTasks-TaskName': 'a1b2-2024-12-20-08-0' } };

describe('a request that is none', () => {
  test.each([
    ['a missing field', {}],
    ['an unknown key', { ...GOOD, name: NAME }],
    ['a field of the wrong form', { register: NAME }],
    ['a list', [GOOD]],
  ])('%s is answered 400 with a code and a Vietnamese sentence, and is not repeated back', async (_what, body) => {
    const answer = await call(body);
    expect(answer).toMatchObject({ status: 400, body: { ok: false, code: 'BAD_REQUEST' } });
    expect(answer.body.message).toContain('Đề nghị');
    expect(JSON.stringify([answer, log])).not.toContain('Lan');
    expect(log).toMatchObject([{ severity: 'WARNING', code: 'BAD_REQUEST', kind: 'input' }]);
  });

  test('a text of another type is answered 400', async () => {
    const answer = await call(NAME, { headers: { 'Content-Type': 'text/plain' } });
    expect(answer).toMatchObject({ status: 400, body: { ok: false, code: 'BAD_REQUEST' } });
  });

  test('a body that is no JSON is answered by the framework, in production without a word of it', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const strict = getTestServer('underTest');
    await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(strict.address() as AddressInfo).port}/`;
    const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: `{"name": ${NAME}` });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/Lan|Hoàng|\.js/);
    expect(log).toEqual([]);
    await new Promise((resolve) => strict.close(resolve));
    quiet.mockRestore();
    vi.unstubAllEnvs();
  });

  test('a GET is answered 400', async () => {
    expect(await call(undefined, { method: 'GET' })).toMatchObject({ status: 400, body: { ok: false, code: 'BAD_REQUEST' } });
  });
});

describe('what became of a request', () => {
  test('a result is answered 200 and its plain parts are logged', async () => {
    act = async ({ register }) => ({ register, units: 3, lines: [{ key: 'k', status: 'sent' }], waitUntil: null });
    const answer = await call(GOOD);
    expect(answer).toEqual({
      status: 200,
      body: { ok: true, ...GOOD, units: 3, lines: [{ key: 'k', status: 'sent' }], waitUntil: null },
    });
    expect(log).toEqual([
      { severity: 'INFO', message: 'underTest done', function: 'underTest', subject: GOOD.register, ...GOOD, units: 3, waitUntil: null },
    ]);
  });

  test.each([
    [new Problem('GOOGLE_BUSY', { what: 'read' }), 503, 503, 'ERROR'],
    [new Problem('BUG', { where: 'there' }), 500, 500, 'ERROR'],
    [new Problem('CONFIG_INVALID', { faults: [] }), 500, 200, 'ERROR'],
    [new Problem('GOOGLE_REFUSED', { what: 'read', status: 403 }), 502, 200, 'ERROR'],
    [new Problem('REGISTER_GONE', { register: 'r' }), 404, 200, 'WARNING'],
    [new Problem('PLAN_UNREADABLE', { register: 'r', reason: 'changed' }), 409, 200, 'WARNING'],
    [new Problem('BAD_REQUEST', { faults: [] }), 400, 200, 'WARNING'],
  ])('%s is answered %i, and %i to Cloud Tasks, which repeats everything but 2xx', async (problem, status, toTasks, severity) => {
    act = () => Promise.reject(problem);
    expect(await call(GOOD)).toEqual({ status, body: { ok: false, code: problem.code, message: problem.user } });
    expect(await call(GOOD, TASK)).toEqual({ status: toTasks, body: { ok: false, code: problem.code, message: problem.user } });
    expect(log.map((entry) => entry.severity)).toEqual([severity, severity]);
    expect(log.map(({ subject, code, kind }) => ({ subject, code, kind }))[0]).toEqual({
      subject: GOOD.register,
      code: problem.code,
      kind: problem.kind,
    });
  });
});

describe('a bug', () => {
  /** An error whose text quotes cells, over several lines that look like frames. */
  const quoting = (): Error => new TypeError(`cannot read "${NAME}"\n    at ${NAME} (cell:1:1)\n    at ${NAME}`);

  test('is answered 500 without any of its text, and logged with where it was but not what it said', async () => {
    act = () => Promise.reject(quoting());
    const answer = await call(GOOD);
    expect(answer).toMatchObject({ status: 500, body: { ok: false, code: 'BUG' } });
    expect(JSON.stringify([answer, log])).not.toMatch(/Lan|cannot read/);
    expect(log[0]?.stack).toContain('TypeError | at ');
    expect(log[0]?.stack).toContain('handle.test.ts');
  });

  test.each([
    ['an error that was given a name', () => Object.assign(new Error('x'), { name: NAME })],
    ['an error whose text was changed after it was made', () => Object.assign(quoting(), { message: 'other' })],
    ['a text', () => NAME],
    ['nothing', () => undefined],
  ])('%s tells the log nothing of itself', async (_what, thrown) => {
    act = () => Promise.reject(thrown());
    expect((await call(GOOD)).status).toBe(500);
    expect(JSON.stringify(log)).not.toMatch(/Hoàng Thị Lan"|cannot read/);
    expect(log[0]?.code).toBe('BUG');
  });
});

test('every log line is one line of JSON', async () => {
  act = () => Promise.reject(new Error(`one\ntwo ${NAME}`));
  await call(GOOD);
  for (const entry of log) expect(JSON.stringify(entry)).not.toContain('\n');
});

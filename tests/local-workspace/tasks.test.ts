import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Apis, apisOf, aWorkspace, refusal, START } from './client.ts';

const PARENT = 'projects/ishc/locations/asia-southeast1';
const QUEUE = `${PARENT}/queues/registers`;

interface Call {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const targets: Server[] = [];
afterEach(() => {
  for (const target of targets.splice(0)) target.close();
});

/** A server that answers with these statuses in turn (the last one for ever), and what it was asked. */
async function aTarget(...statuses: number[]): Promise<{ url: string; calls: Call[]; busiest: () => number }> {
  const calls: Call[] = [];
  let [busy, busiest] = [0, 0];
  const server = createServer(async (request, response) => {
    busy += 1;
    busiest = Math.max(busiest, busy);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const status = statuses[Math.min(calls.length, statuses.length - 1)] ?? 200;
    calls.push({ path: request.url ?? '', headers: request.headers, body });
    setImmediate(() => {
      busy -= 1;
      response.writeHead(status).end();
    });
  });
  targets.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/processRegister`, calls, busiest: () => busiest };
}

const aQueue = (apis: Apis, more: object = {}) =>
  apis.tasks.projects.locations.queues.create({ parent: PARENT, requestBody: { name: QUEUE, ...more } });

const create = (apis: Apis, url: string, task: object = {}) =>
  apis.tasks.projects.locations.queues.tasks.create({ parent: QUEUE, requestBody: { task: { httpRequest: { url }, ...task } } });

test("dispatches a task with its body, Google's headers and an identity token, and then it is gone", async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const target = await aTarget(200);
  await aQueue(apis);
  const httpRequest = {
    url: target.url,
    headers: { 'Content-Type': 'application/json' },
    body: Buffer.from('{"register":"Hà"}').toString('base64'),
    oidcToken: { serviceAccountEmail: 'robot@project.iam.gserviceaccount.com' },
  };
  const { data } = await create(apis, target.url, { name: `${QUEUE}/tasks/so-1`, httpRequest });
  expect(data.name).toBe(`${QUEUE}/tasks/so-1`);
  await workspace.idle();
  const [call] = target.calls;
  expect(call).toMatchObject({ path: '/processRegister', body: '{"register":"Hà"}' });
  expect(call?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-cloudtasks-taskname': 'so-1',
    'x-cloudtasks-queuename': 'registers',
    'x-cloudtasks-taskretrycount': '0',
    'x-cloudtasks-taskexecutioncount': '0',
  });
  const claims: unknown = JSON.parse(Buffer.from(call?.headers.authorization?.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ aud: target.url, email: 'robot@project.iam.gserviceaccount.com', iss: 'https://accounts.google.com' });
  expect((await refusal(apis.tasks.projects.locations.queues.tasks.get({ name: `${QUEUE}/tasks/so-1` }))).code).toBe(404);
});

test('tries again until an answer is 2xx, and counts retries and executions', async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const target = await aTarget(503, 500, 204);
  await aQueue(apis);
  await create(apis, target.url);
  await workspace.idle();
  expect(
    target.calls.map(({ headers }) => [
      headers['x-cloudtasks-taskretrycount'],
      headers['x-cloudtasks-taskexecutioncount'],
      headers['x-cloudtasks-taskpreviousresponse'],
    ]),
  ).toEqual([
    ['0', '0', undefined],
    ['1', '1', '503'],
    ['2', '2', '500'],
  ]);
});

test("gives up after the queue's number of attempts", async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const target = await aTarget(500);
  await aQueue(apis, { retryConfig: { maxAttempts: 3 } });
  await create(apis, target.url);
  await workspace.idle();
  expect(target.calls).toHaveLength(3);
  expect((await apis.tasks.projects.locations.queues.tasks.list({ parent: QUEUE })).data.tasks).toBeUndefined();
});

test('a name is taken while its task lives and for a while after it ended', async () => {
  let now = START;
  const workspace = await aWorkspace({ now: () => now });
  const apis = apisOf(workspace);
  const target = await aTarget(200);
  await aQueue(apis);
  const name = `${QUEUE}/tasks/so-1`;
  await create(apis, target.url, { name });
  await workspace.idle();
  expect(await refusal(create(apis, target.url, { name }))).toMatchObject({ code: 409, error: { status: 'ALREADY_EXISTS' } });
  now += 25 * 3600 * 1000;
  await create(apis, target.url, { name });
  await workspace.idle();
  expect(target.calls).toHaveLength(2);
});

test('never runs more tasks of a queue at once than the queue allows', async () => {
  const workspace = await aWorkspace();
  const apis = apisOf(workspace);
  const target = await aTarget(200);
  await aQueue(apis, { rateLimits: { maxConcurrentDispatches: 2 } });
  for (let index = 0; index < 6; index += 1) await create(apis, target.url);
  await workspace.idle();
  expect(target.calls).toHaveLength(6);
  expect(target.busiest()).toBeLessThanOrEqual(2);
});

test('a task waits for its time and for its queue to resume', async () => {
  let now = START;
  const workspace = await aWorkspace({ now: () => now });
  const apis = apisOf(workspace);
  const target = await aTarget(200);
  await aQueue(apis);
  await create(apis, target.url, { scheduleTime: new Date(START + 60_000).toISOString() });
  await workspace.idle();
  expect(target.calls).toHaveLength(0);
  await apis.tasks.projects.locations.queues.pause({ name: QUEUE });
  now += 60_000;
  await workspace.idle();
  expect(target.calls).toHaveLength(0);
  await apis.tasks.projects.locations.queues.resume({ name: QUEUE });
  await workspace.idle();
  expect(target.calls).toHaveLength(1);
});

test('refuses a task of a queue that does not exist, and a deadline that Google does not allow', async () => {
  const apis = apisOf(await aWorkspace());
  expect((await refusal(create(apis, 'http://127.0.0.1:1/'))).code).toBe(404);
  await aQueue(apis);
  expect((await refusal(create(apis, 'http://127.0.0.1:1/', { dispatchDeadline: '5s' }))).code).toBe(400);
  expect((await refusal(aQueue(apis))).code).toBe(409);
});

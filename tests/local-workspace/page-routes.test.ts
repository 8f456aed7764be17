// The page's routes and its stream of events, over HTTP.
import { expect, test } from 'vitest';
import { aWorkspace, START } from './client.ts';

test('a route of the page may take its time, and what it throws is told', async () => {
  const { url, pages } = await aWorkspace();
  pages.add('GET /_workspace/page/slow', async () => ({ code: 200, body: { said: await Promise.resolve('xong') } }));
  pages.add('GET /_workspace/page/broken', () => Promise.reject(new Error('không có sổ này')));
  pages.add('GET /', () => ({ code: 200, type: 'text/html; charset=UTF-8', content: '<h1>Sổ</h1>' }));
  expect(await (await fetch(`${url}/_workspace/page/slow`)).json()).toEqual({ said: 'xong' });
  const broken = await fetch(`${url}/_workspace/page/broken`);
  expect([broken.status, await broken.json()]).toEqual([400, { error: 'không có sổ này' }]);
  expect(await (await fetch(url)).text()).toBe('<h1>Sổ</h1>');
});

test('tells a person what happens, but not what another person is shown', async () => {
  const { url, bus } = await aWorkspace();
  expect(bus.isWatched).toBe(false);
  const stream = await fetch(`${url}/_workspace/page/events?as=lan@hoi.example`);
  const reader = stream.body?.getReader();
  const next = async (): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode((await reader?.read())?.value).replace(/^data: /, '')) as unknown;
  expect(await next()).toEqual({ kind: 'hello', now: START });
  expect(bus.isWatched).toBe(true);
  const toast = { kind: 'toast', spreadsheet: 's', title: '', text: 'Đã xong', seconds: 5 } as const;
  bus.publish({ ...toast, as: 'minh@hoi.example' });
  bus.publish({ ...toast, as: 'lan@hoi.example' });
  expect(await next()).toEqual({ ...toast, as: 'lan@hoi.example' });
  await reader?.cancel();
});

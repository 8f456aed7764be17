// Mailboxes, commands and the page's own files.
import { expect, test } from 'vitest';
import type { MailView, PageEvent, PageSetup } from '../../local-workspace/page/protocol.ts';
import { aPage, EDITOR, OWNER, post } from './a-page.ts';
import { apisOf } from './client.ts';

const MESSAGE = [
  `To: Lan <${EDITOR}>`,
  `Subject: =?UTF-8?B?${Buffer.from('Báo cáo năm').toString('base64')}?= =?UTF-8?Q?_2026?=`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="m"',
  '',
  '--m',
  'Content-Type: multipart/alternative; boundary="a"',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Kính gửi',
  '--a',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Kính gửi</p>',
  '--a--',
  '--m',
  'Content-Type: text/csv; charset=utf-8',
  "Content-Disposition: attachment; filename*=UTF-8''S%E1%BB%95.csv",
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('a;b').toString('base64'),
  '--m--',
  '',
].join('\r\n');

test('a letter is shown with its words, both its bodies and its attachment, to sender and receiver', async () => {
  const page = await aPage();
  await apisOf(page.workspace, EDITOR).gmail.users.getProfile({ userId: 'me' });
  await page.apis.gmail.users.messages.send({ userId: 'me', requestBody: { raw: Buffer.from(MESSAGE).toString('base64url') } });
  const { body: received } = await page.get<MailView[]>('mail', { mailbox: EDITOR });
  expect(received).toMatchObject([
    { subject: 'Báo cáo năm 2026', from: OWNER, html: '<p>Kính gửi</p>', text: 'Kính gửi', sent: false, unread: true },
  ]);
  const [attachment] = received[0]?.attachments ?? [];
  expect(attachment).toMatchObject({ name: 'Sổ.csv', type: 'text/csv', size: 3 });
  const file = await fetch(page.workspace.url + (attachment?.href ?? ''));
  expect(await file.text()).toBe('a;b');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect((await page.get<MailView[]>('mail', { mailbox: OWNER })).body).toMatchObject([{ sent: true, unread: false }]);
  expect((await page.get('attachment', { mailbox: EDITOR, message: 'x', part: '0' })).status).toBe(404);
});

test('the host says what there is, and its commands answer or say why not, with progress on the way', async () => {
  const page = await aPage();
  const heard: PageEvent[] = [];
  const leave = page.workspace.bus.subscribe((event) => heard.push(event));
  expect((await page.get<PageSetup>('setup')).body.home).toBe(page.id);
  expect(await post(page.workspace, 'command', { id: 'echo', input: 'xong' })).toEqual({ said: 'đã làm xong' });
  expect(await post(page.workspace, 'command', { id: 'khác' })).toEqual({ error: 'unknown command khác' });
  leave();
  expect(heard).toEqual([
    { kind: 'progress', text: 'đang làm' },
    { kind: 'progress', text: 'đang làm' },
  ]);
});

test('the page is one HTML, one style and one script, and its policy lets nothing leave the machine', async () => {
  const { workspace } = await aPage();
  const files = await Promise.all(['/', '/_page/page.css', '/_page/page.js', '/_page/frame'].map((path) => fetch(workspace.url + path)));
  expect(files.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const { headers } of files) {
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  }
  for (const text of await Promise.all(files.map((file) => file.text())))
    expect(text).not.toMatch(/(?:src|href)="https?:|url\(["']?https?:|@import/);
});

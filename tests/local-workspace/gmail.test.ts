import { expect, test } from 'vitest';
import { type Apis, apisOf, aWorkspace, refusal, START } from './client.ts';

const letter = (to: string, ...more: string[]) =>
  Buffer.from(
    ['From: Hội NCT <lan@hoi.example>', `To: ${to}`, 'Message-ID: <mine@hoi.example>', 'Subject: Bao cao', ...more, '', 'Kính gửi Hà'].join(
      '\r\n',
    ),
  );

const rawLetter = (to: string, ...more: string[]): string => letter(to, ...more).toString('base64url');

async function aDraft(apis: Apis, to = 'ha@huyen.example'): Promise<{ id: string; threadId: string; messageId: string }> {
  const { data } = await apis.gmail.users.drafts.create({ userId: 'me', requestBody: { message: { raw: rawLetter(to) } } });
  return { id: data.id ?? '', threadId: data.message?.threadId ?? '', messageId: data.message?.id ?? '' };
}

test("sending a draft uses it up: the thread then holds one SENT message with a Message-ID of Gmail's own", async () => {
  const apis = apisOf(await aWorkspace());
  const draft = await aDraft(apis);
  const { data: sent } = await apis.gmail.users.drafts.send({ userId: 'me', requestBody: { id: draft.id } });
  expect(sent).toMatchObject({ threadId: draft.threadId, labelIds: ['SENT'] });
  expect(sent.id).not.toBe(draft.messageId);
  const { data: thread } = await apis.gmail.users.threads.get({
    userId: 'me',
    id: draft.threadId,
    format: 'metadata',
    metadataHeaders: ['Message-ID', 'Subject'],
  });
  expect(thread.messages).toHaveLength(1);
  const headers = Object.fromEntries((thread.messages?.[0]?.payload?.headers ?? []).map(({ name, value }) => [name, value]));
  expect(headers).toEqual({ 'Message-ID': expect.stringMatching(/^<CA.+@mail\.gmail\.com>$/), Subject: 'Bao cao' });
  expect(Number(thread.messages?.[0]?.internalDate)).toBe(START);
});

test("a draft that is gone is 404 in Gmail's shape, sent twice or deleted", async () => {
  const apis = apisOf(await aWorkspace());
  const [sent, deleted] = [await aDraft(apis), await aDraft(apis)];
  await apis.gmail.users.drafts.send({ userId: 'me', requestBody: { id: sent.id } });
  await apis.gmail.users.drafts.delete({ userId: 'me', id: deleted.id });
  for (const { id } of [sent, deleted]) {
    const failed = await refusal(apis.gmail.users.drafts.send({ userId: 'me', requestBody: { id } }));
    expect(failed.error).toEqual({
      code: 404,
      message: 'Requested entity was not found.',
      errors: [{ message: 'Requested entity was not found.', domain: 'global', reason: 'notFound' }],
      status: 'NOT_FOUND',
    });
  }
  expect((await refusal(apis.gmail.users.threads.get({ userId: 'me', id: deleted.threadId }))).code).toBe(404);
});

test("delivers to recipients who have an account, without Bcc, and a reply joins the sender's thread", async () => {
  const workspace = await aWorkspace();
  const lan = apisOf(workspace);
  const ha = apisOf(workspace, 'ha@huyen.example');
  await ha.gmail.users.getProfile({ userId: 'me' });
  await lan.gmail.users.messages.send({
    userId: 'me',
    requestBody: { raw: rawLetter('ha@huyen.example, other@elsewhere.example', 'Bcc: minh@hoi.example') },
  });
  const { data: inbox } = await ha.gmail.users.messages.list({ userId: 'me', labelIds: ['INBOX'] });
  expect(inbox.messages).toHaveLength(1);
  const { data: received } = await ha.gmail.users.messages.get({ userId: 'me', id: inbox.messages?.[0]?.id ?? '' });
  const names = received.payload?.headers?.map(({ name }) => name);
  expect(names).not.toContain('Bcc');
  const messageId = received.payload?.headers?.find(({ name }) => name === 'Message-ID')?.value ?? '';
  await ha.gmail.users.messages.send({ userId: 'me', requestBody: { raw: rawLetter('lan@hoi.example', `In-Reply-To: ${messageId}`) } });
  const { data: threads } = await lan.gmail.users.threads.list({ userId: 'me' });
  expect(threads.threads).toHaveLength(1);
});

test('takes raw, media and multipart uploads alike', async () => {
  const workspace = await aWorkspace();
  const { gmail } = apisOf(workspace);
  await gmail.users.messages.send({ userId: 'me', media: { mimeType: 'message/rfc822', body: letter('ha@huyen.example').toString() } });
  const { data } = await gmail.users.drafts.create({
    userId: 'me',
    requestBody: { message: {} },
    media: { mimeType: 'message/rfc822', body: letter('minh@hoi.example').toString() },
  });
  await gmail.users.drafts.send({ userId: 'me', requestBody: { id: data.id ?? '' } });
  const mail = (await (await fetch(`${workspace.url}/_workspace/mail?user=lan@hoi.example`)).json()) as { raw: string; user: string }[];
  const bodies = mail.map(({ raw }) => Buffer.from(raw, 'base64url').toString());
  expect(bodies).toEqual([expect.stringContaining('To: ha@huyen.example'), expect.stringContaining('To: minh@hoi.example')]);
  expect(bodies[0]?.endsWith('\r\n\r\nKính gửi Hà')).toBe(true);
});

test('an updated draft gets a new message in the same thread', async () => {
  const apis = apisOf(await aWorkspace());
  const draft = await aDraft(apis);
  const { data } = await apis.gmail.users.drafts.update({
    userId: 'me',
    id: draft.id,
    requestBody: { message: { raw: rawLetter('minh@hoi.example') } },
  });
  expect(data.id).toBe(draft.id);
  expect(data.message?.id).not.toBe(draft.messageId);
  expect(data.message?.threadId).toBe(draft.threadId);
  expect((await apis.gmail.users.drafts.list({ userId: 'me' })).data.drafts).toHaveLength(1);
});

test('finds messages by recipient, subject, label and Message-ID, and refuses words it does not know', async () => {
  const apis = apisOf(await aWorkspace());
  const { data: sent } = await apis.gmail.users.messages.send({ userId: 'me', requestBody: { raw: rawLetter('ha@huyen.example') } });
  const count = async (q: string) => (await apis.gmail.users.messages.list({ userId: 'me', q })).data.resultSizeEstimate;
  const { data: full } = await apis.gmail.users.messages.get({ userId: 'me', id: sent.id ?? '' });
  const messageId = full.payload?.headers?.find(({ name }) => name === 'Message-ID')?.value ?? '';
  expect(await count(`rfc822msgid:${messageId}`)).toBe(1);
  expect(await count('in:sent to:ha@huyen.example subject:"bao cao"')).toBe(1);
  expect(await count('in:inbox')).toBe(0);
  expect((await refusal(count('larger:5M'))).code).toBe(400);
});

test("refuses another person's mailbox and a letter without recipients", async () => {
  const apis = apisOf(await aWorkspace());
  expect((await refusal(apis.gmail.users.getProfile({ userId: 'minh@hoi.example' }))).code).toBe(403);
  const raw = Buffer.from('Subject: x\r\n\r\ny').toString('base64url');
  expect((await refusal(apis.gmail.users.messages.send({ userId: 'me', requestBody: { raw } }))).message).toBe(
    'Recipient address required',
  );
});

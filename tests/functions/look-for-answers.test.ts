// A simple reply is a receipt: from an address the report was sent to, written by a person, and found without reading a word of it.
import { describe, expect, test } from 'vitest';
import { isReply, type MessageHeader } from '../../rules/reporting/reply.ts';
import { apisOf } from '../local-workspace/client.ts';
import { aSentReport } from './a-receiver.ts';
import { later, type Sheet } from './a-sheet.ts';
import { aTurn, ledgerOf, sentOf } from './a-trial.ts';

const RECEIVERS = [{ email: 'ubnd@dinh-hoa.example' }, { email: 'hoi@dinh-hoa.example' }];
const message = (headers: Readonly<Record<string, string>>, labelIds: readonly string[] = ['INBOX']) => ({
  labelIds,
  headers: Object.entries(headers).map(([name, value]): MessageHeader => ({ name, value })),
});
const PERSON = { From: '"Văn thư, UBND" <UBND@dinh-hoa.example>', 'Return-Path': '<ubnd@dinh-hoa.example>' };

describe('a message of the thread', () => {
  test.each([
    ['from whom the report was sent to', message(PERSON)],
    ['from the bare address', message({ From: 'hoi@dinh-hoa.example' })],
    ['that says it is not automatic', message({ ...PERSON, 'Auto-Submitted': 'no' })],
    ['with a precedence that says nothing', message({ ...PERSON, Precedence: 'normal' })],
  ])('%s counts', (_what, one) => expect(isReply(one, RECEIVERS)).toBe(true));

  test.each([
    ['of our own', message(PERSON, ['SENT'])],
    ['that is a draft', message(PERSON, ['DRAFT'])],
    ['in the rubbish', message(PERSON, ['SPAM'])],
    ['from somebody else', message({ From: 'lan@quy-ky.example' })],
    ['with a receiver’s address for a name', message({ From: '"ubnd@dinh-hoa.example" <ai@khac.example>' })],
    ['with a receiver’s address in brackets before another', message({ From: '<ubnd@dinh-hoa.example> <ai@khac.example>' })],
    ['without an author', message({})],
    ['sent by an out-of-office rule', message({ ...PERSON, 'Auto-Submitted': 'auto-replied' })],
    ['of a mailing list', message({ ...PERSON, Precedence: 'bulk' })],
    ['marked as an automatic answer', message({ ...PERSON, 'X-Autoreply': 'yes' })],
    ['without a way back', message({ ...PERSON, 'Return-Path': '<>' })],
    ['that tells what became of a mail', message({ ...PERSON, 'Content-Type': 'multipart/report; report-type=disposition-notification' })],
  ])('%s does not', (_what, one) => expect(isReply(one, RECEIVERS)).toBe(false));
});

/** Somebody answers the mail that has just gone out, from an account of the workspace. */
async function reply(sheet: Sheet, from: string, headers: readonly string[] = []): Promise<void> {
  const mailbox = apisOf(sheet.workspace, from).gmail;
  const sent = (await sentOf(sheet))[0] ?? '';
  const id = /^Message-ID: (\S+)/im.exec(sent)?.[1] ?? '';
  const raw = [`From: ${from}`, `To: ${sheet.setup.mailbox}`, 'Subject: Re', `In-Reply-To: ${id}`, ...headers, '', 'Da nhan.'].join('\r\n');
  await mailbox.users.messages.send({ userId: 'me', requestBody: { raw: Buffer.from(raw).toString('base64url') } });
}

const receiverOf = async (sheet: Sheet): Promise<string> => /^To:[\s\S]*?<([^<>\s]+)>/m.exec((await sentOf(sheet))[0] ?? '')?.[1] ?? '';

/** The schedule's turns of an hour. */
async function anHour(sheet: Sheet): Promise<void> {
  for (let quarter = 0; quarter < 4; quarter += 1) {
    later(sheet, 15);
    await aTurn(sheet.register, sheet);
  }
}

describe('the schedule', () => {
  test('records a reply of the receiver within the hour, once, and reads no body', async () => {
    const sheet = await aSentReport();
    await reply(sheet, await receiverOf(sheet));
    const mails = (await sentOf(sheet)).length;
    await anHour(sheet);
    expect((await ledgerOf(sheet, sheet.register)).map(([, status]) => status)).toEqual(['Đã tiếp nhận']);
    const looks = () => sheet.workspace.log.filter(({ method }) => method === 'gmail.users.threads.get').length;
    const before = looks();
    await anHour(sheet);
    expect(looks()).toBe(before);
    expect((await sentOf(sheet)).length).toBe(mails);
  });

  test('takes neither an automatic answer nor a stranger’s for one', async () => {
    const sheet = await aSentReport();
    await reply(sheet, await receiverOf(sheet), ['Auto-Submitted: auto-replied']);
    await reply(sheet, 'ai@khac.example');
    await anHour(sheet);
    expect((await ledgerOf(sheet, sheet.register)).map(([, status]) => status)).toEqual(['Đã gửi số liệu']);
  });

  test('is not stopped by a mailbox that does not answer', async () => {
    const sheet = await aSentReport();
    sheet.workspace.fault({ kind: 'status', status: 503, times: 9, match: ({ method }) => method === 'gmail.users.threads.get' });
    await anHour(sheet);
    expect(sheet.log.some(({ message: said }) => String(said).startsWith('looking for answers'))).toBe(true);
  });
});

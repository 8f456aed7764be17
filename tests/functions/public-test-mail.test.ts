// "Gửi thử cho tôi" over HTTP: to the caller alone, five a day, nothing in the ledger.
import { expect, test } from 'vitest';
import { connectRegister } from '../../cli/connect-register.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { AUDIENCE, aSheet, ask, aToken, LAN, later, type Sheet } from './a-sheet.ts';
import { draftsOf, ledgerOf, sentOf } from './a-trial.ts';

const DAY = '2024-12-17' as IsoDate;
const headerOf = (mail: string, name: string): string | undefined => new RegExp(`^${name}: (.+(?:\\r\\n .+)*)\\r$`, 'mi').exec(mail)?.[1];

async function aPairedSheet(): Promise<Sheet> {
  const sheet = await aSheet(DAY, 'few');
  await connectRegister(sheet.clients, sheet.register, sheet.address, AUDIENCE);
  return sheet;
}

test('a test mail goes to the address of the token and to nobody else, and the ledger learns nothing', async () => {
  const sheet = await aPairedSheet();
  const answer = await ask(sheet, 'testReport', {}, aToken(sheet));
  expect(answer).toMatchObject({ status: 200, json: { said: expect.stringContaining(LAN) } });
  const [mail = '', ...more] = await sentOf(sheet);
  expect(more).toEqual([]);
  expect(headerOf(mail, 'To')).toBe(LAN);
  expect(headerOf(mail, 'Cc')).toBeUndefined();
  expect(mail).toMatch(/^Subject: /m);
  expect(await ledgerOf(sheet, sheet.register)).toEqual([]);
  expect(await draftsOf(sheet)).toEqual([]);
});

test('five a day for a register, and again on the next day', async () => {
  const sheet = await aPairedSheet();
  const sent = async () => (await ask(sheet, 'testReport', {}, aToken(sheet))).status;
  const statuses: number[] = [];
  for (let one = 0; one < 6; one += 1) statuses.push(await sent());
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  later(sheet, 24 * 60);
  expect(await sent()).toBe(200);
  expect(await sentOf(sheet)).toHaveLength(6);
});

test('nobody without a name gets one', async () => {
  const sheet = await aPairedSheet();
  expect((await ask(sheet, 'testReport', {})).status).toBe(403);
  expect(await sentOf(sheet)).toEqual([]);
});
